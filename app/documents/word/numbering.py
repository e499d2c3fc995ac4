"""Lists with real numbering: every numbered list is one of its own and starts at 1."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml import etree

from app.documents.word.guard import parse
from app.documents.word.names import WORD, W
from app.documents.word.styles import LISTS, Styles

LEVELS = 9
INDENT = 397
"""Twentieths of a point from one level to the next: 7 mm."""

NUMBER_FORMS = ("decimal", "lowerLetter", "lowerRoman")
BULLETS = ("\N{BULLET}", "\N{EN DASH}")


class Numbering:
    """Hands out lists in one document; the look of each level is the template's list styles'."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._root: etree._Element | None = None
        self._abstract: dict[bool, str] = {}
        self._bullets: int | None = None
        self._next = 0

    def bulleted(self) -> int:
        """The list that every bulleted list shares."""
        if self._bullets is None:
            self._bullets = self._new_list(ordered=False, level=None)
        return self._bullets

    def numbered(self, level: int) -> int:
        """A new numbered list that starts at 1 on `level` (0 is the outermost)."""
        return self._new_list(ordered=True, level=level)

    def _new_list(self, ordered: bool, level: int | None) -> int:
        root = self._part_root()
        number = self._next
        self._next += 1
        made = etree.Element(f"{W}num", {f"{W}numId": str(number)})
        etree.SubElement(made, f"{W}abstractNumId", {f"{W}val": self._look_of(ordered)})
        if level is not None:
            override = etree.SubElement(made, f"{W}lvlOverride", {f"{W}ilvl": str(level)})
            etree.SubElement(override, f"{W}startOverride", {f"{W}val": "1"})
        lists = root.findall(f"{W}num")
        after = lists[-1] if lists else root.findall(f"{W}abstractNum")[-1]
        after.addnext(made)
        return number

    def _look_of(self, ordered: bool) -> str:
        """The definition behind the template's list style, else one of our own."""
        if ordered not in self._abstract:
            style = self._styles.paragraph(LISTS[ordered])
            given = self._styles.numbering_of(style) if style else None
            self._abstract[ordered] = self._definition(given) or self._own_look(ordered)
        return self._abstract[ordered]

    def _definition(self, number: int | None) -> str | None:
        if number is None:
            return None
        for made in self._part_root().iterfind(f"{W}num"):
            look = made.find(f"{W}abstractNumId")
            if made.get(f"{W}numId") == str(number) and look is not None:
                return str(look.get(f"{W}val"))
        return None

    def _own_look(self, ordered: bool) -> str:
        root = self._part_root()
        looks = root.findall(f"{W}abstractNum")
        number = 1 + max((int(str(look.get(f"{W}abstractNumId", 0))) for look in looks), default=0)
        root.insert(len(looks), parse(abstract_list(number, ordered)))
        return str(number)

    def _part_root(self) -> etree._Element:
        if self._root is None:
            self._root = _numbering_root(self._document)
            numbers = (int(str(n.get(f"{W}numId", 0))) for n in self._root.iterfind(f"{W}num"))
            self._next = 1 + max(numbers, default=0)
        return self._root


def abstract_list(number: int, ordered: bool, style: str = "") -> str:
    """The definition of a list in nine levels; `style` is the paragraph style it belongs to."""
    levels = "".join(_level(level, ordered, style) for level in range(LEVELS))
    return (
        f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, ordered: bool, style: str) -> str:
    form = NUMBER_FORMS[level % len(NUMBER_FORMS)] if ordered else "bullet"
    text = f"%{level + 1}." if ordered else BULLETS[level % len(BULLETS)]
    link = f'<w:pStyle w:val="{style}"/>' if style and level == 0 else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def _numbering_root(document: Document) -> etree._Element:
    """The root of the document's numbering, which is made where the template has none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            found: etree._Element = relation.target_part.element
            return found
    part = XmlPart.load(
        PackURI("/word/rundgang-numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        f'<w:numbering xmlns:w="{WORD}"/>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    made: etree._Element = part.element
    return made
