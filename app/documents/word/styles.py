"""The styles of a template by their names, since Word in Norwegian gives them other ids."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from lxml import etree

from app.documents.word.names import W

BODY = ("Body Text", "Normal")
TABLES = ("Rundgangstabell", "Table Grid")
TABLE_TEXT = ("Tabelltekst", "Body Text")
TABLE_HEAD = ("Tabellhode", "Tabelltekst")
LISTS = {True: ("List Number", "List Paragraph"), False: ("List Bullet", "List Paragraph")}
PICTURE = ("Bilde", "Body Text")
AFTER_TABLE = ("Tabellslutt", "Normal")
LINK = ("Hyperlink",)
CASE_LINK = ("Sakslenke",)
NOTE = ("Merknadstekst",)


class Styles:
    """Looks up style ids by the first name that the template has, and remembers what it lacked."""

    def __init__(self, document: Document) -> None:
        self._root: etree._Element = document.styles.element
        self._ids = {
            (str(style.get(f"{W}type")), _name(style)): str(style.get(f"{W}styleId"))
            for style in self._root.iter(f"{W}style")
        }
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The styles that were asked for and are not there, in the order they were asked for."""
        return tuple(self._missing)

    def paragraph(self, names: Iterable[str]) -> str:
        """The id of a paragraph style; empty where none of `names` is there."""
        return self._found("paragraph", tuple(names))

    def heading(self, level: int) -> str:
        """The id of Word's own heading style at `level`."""
        return self.paragraph((f"heading {level}",))

    def table(self, names: Iterable[str]) -> str:
        """The id of a table style."""
        return self._found("table", tuple(names))

    def character(self, names: Iterable[str]) -> str:
        """The id of a style for runs."""
        return self._found("character", tuple(names))

    def numbering_of(self, style_id: str) -> int | None:
        """The list that a paragraph style belongs to, if any."""
        for style in self._root.iter(f"{W}style"):
            if style.get(f"{W}styleId") == style_id:
                number = style.find(f"{W}pPr/{W}numPr/{W}numId")
                return None if number is None else int(str(number.get(f"{W}val", "0")))
        return None

    def set_language(self, tag: str) -> None:
        """Make `tag` the language of every text that has none of its own."""
        for language in self._root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
            language.set(f"{W}val", tag)
            return
        defaults = _made(self._root, "docDefaults", first=True)
        language = _made(_made(_made(defaults, "rPrDefault", first=True), "rPr"), "lang")
        language.set(f"{W}val", tag)

    def _found(self, kind: str, names: tuple[str, ...]) -> str:
        for name in names:
            if found := self._ids.get((kind, name.lower())):
                return found
            self._missing.setdefault(names[0])
        return ""


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", "")).lower()


def _made(parent: etree._Element, name: str, first: bool = False) -> etree._Element:
    """The child called `name`, made where it is missing."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found
