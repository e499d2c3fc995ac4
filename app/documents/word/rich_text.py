"""Rich text as Word's own paragraphs, lists, tables, links and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from app.documents.word.names import text_element
from app.documents.word.numbering import LEVELS, Numbering
from app.documents.word.picture_parts import Pictures
from app.documents.word.styles import BODY, LINK, LISTS, PICTURE, TABLE_HEAD, TABLE_TEXT, Styles
from app.documents.word.tables import (
    KEEP,
    CellXml,
    fitting_widths,
    is_kept_together,
    paragraph_xml,
    run_xml,
    table_xml,
)
from app.domain.errors import UserError
from app.domain.rich_text import (
    LINK_SCHEMES,
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    clean,
    merged,
    plain_block,
)

SECTION_LEVEL = 2
"""The heading level of the sections that rich text stands in."""
MAX_HEADING = 9
AFTER_LIST = '<w:spacing w:after="140"/>'
"""The space under a list's last point, as under a paragraph."""
MAX_ADDRESS = 2_000
"""Characters of a link's address; Word takes no more."""

_URL_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"


class Links:
    """Addresses that one part of the document points to, each kept once."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._relations: dict[str, str] = {}

    def relation(self, address: str) -> str | None:
        """The relation to `address`, or None for an address that may not be linked to."""
        target = quote(clean(address).strip(), safe=_URL_CHARACTERS)
        if not target.lower().startswith(LINK_SCHEMES) or len(target) > MAX_ADDRESS:
            return None
        if target not in self._relations:
            self._relations[target] = self._part.relate_to(
                target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._relations[target]


class RichTextWriter:
    """Writes rich text into one document; `on_broken` gets a picture that cannot be shown.

    What `on_broken` answers stands in the picture's place.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        pictures: Pictures,
        links: Links,
        width: int,
        on_broken: Callable[[Picture, UserError], str],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._pictures = pictures
        self._links = links
        self._width = width
        self._on_broken = on_broken
        self._body = styles.paragraph(BODY)
        self._link = styles.character(LINK)

    def xml(self, text: RichText) -> str:
        """The blocks of `text`; headings come below those of the sections, without a gap."""
        return "".join(self._blocks(text.blocks))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        depth = 0
        for block in blocks:
            if not isinstance(block, Picture) and not plain_block(block):
                continue
            if isinstance(block, Heading):
                depth = min(block.level, depth + 1)
                level = min(SECTION_LEVEL + depth, MAX_HEADING)
                yield paragraph_xml(self._styles.heading(level), self._runs(block.runs))
            else:
                yield self._block(block)

    def _block(self, block: Paragraph | ListBlock | Table | Picture) -> str:
        match block:
            case Paragraph(runs):
                return paragraph_xml(self._body, self._runs(runs))
            case ListBlock():
                *points, last = self._list(block, 0)
                return "".join(points) + last.replace("</w:numPr>", f"</w:numPr>{AFTER_LIST}", 1)
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)

    def _list(self, block: ListBlock, level: int) -> Iterator[str]:
        style = self._styles.paragraph(LISTS[block.ordered])
        shown = min(level, LEVELS - 1)
        number = self._numbering.numbered(shown) if block.ordered else self._numbering.bulleted()
        place = f'<w:numPr><w:ilvl w:val="{shown}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in block.items:
            yield paragraph_xml(style, self._runs(item.runs), place)
            for child in item.children:
                yield from self._list(child, level + 1)

    def _table(self, block: Table) -> str:
        words = [["".join(run.text for run in cell.runs) for cell in row] for row in block.rows]
        last = len(block.rows) - 1
        kept = is_kept_together(len(block.rows))
        rows = [
            [
                self._cell(cell, is_head=block.header and index == 0, keep=kept and index < last)
                for cell in row
            ]
            for index, row in enumerate(block.rows)
        ]
        widths = fitting_widths(words, self._width)
        return table_xml(self._styles, widths, rows, has_header=block.header, is_fixed=False)

    def _cell(self, cell: Cell, *, is_head: bool, keep: bool) -> CellXml:
        style = self._styles.paragraph(TABLE_HEAD if is_head else TABLE_TEXT)
        properties = (KEEP if keep else "") + ('<w:jc w:val="right"/>' if cell.numeric else "")
        return CellXml(paragraph_xml(style, self._runs(cell.runs), properties))

    def _picture(self, block: Picture) -> str:
        try:
            shown = self._pictures.run(block)
        except UserError as error:
            note = run_xml(text_element(self._on_broken(block, error)), "<w:i/>")
            return paragraph_xml(self._body, note)
        return paragraph_xml(self._styles.paragraph(PICTURE), shown)

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(self._run(run) for run in merged(runs))

    def _run(self, run: Run) -> str:
        relation = self._links.relation(run.link) if run.link else None
        linked = f'<w:rStyle w:val="{self._link}"/>' if relation and self._link else ""
        properties = (
            linked
            + ("<w:b/>" if run.bold else "")
            + ("<w:i/>" if run.italic else "")
            + ('<w:u w:val="single"/>' if run.underline else "")
        )
        shown = run_xml(text_element(clean(run.text)), properties)
        if relation is None:
            return shown
        return f'<w:hyperlink r:id="{relation}" w:history="1">{shown}</w:hyperlink>'
