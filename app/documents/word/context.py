"""Content as what the tags of a template name: the fields of `content.py`, cleaned, plus pieces.

Every text field is a tag of the same name; rich text, tables, page numbers and the places that
the agenda links to are pieces that are written when a tag asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.documents.content import Agenda, AgendaRow, DataTable, Letterhead, Minutes, Papers
from app.documents.jobs import Written
from app.documents.word.names import attribute, text_element
from app.documents.word.rich_text import RichTextWriter
from app.documents.word.styles import CASE_LINK, NOTE, TABLE_HEAD, TABLE_TEXT, Styles
from app.documents.word.tables import (
    KEEP,
    CellXml,
    is_kept_together,
    paragraph_xml,
    run_xml,
    shared_widths,
    table_xml,
)
from app.documents.word.values import Blocks, Context, Runs
from app.domain.rich_text import RichText, clean

AGENDA_SHARES = (15, 55, 18, 12)
_PAGE_TAG = re.compile(r"\{(pages?)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_MAX_BOOKMARK = 40


class ContextMaker:
    """Turns the content of one document into what its template can name."""

    def __init__(
        self,
        content: Written,
        writer: RichTextWriter,
        styles: Styles,
        width: int,
    ) -> None:
        self._content = content
        self._writer = writer
        self._styles = styles
        self._width = width
        self._bookmarks = _bookmarks(_anchors(content))
        self._places = 0

    def context(self) -> Context:
        """The tags of this document, by their names."""
        made: Context = self._plain(self._content)
        return made

    def _plain(self, value: Any) -> Any:
        match value:
            case str() if not isinstance(value, Enum):
                return clean(value)
            case None | bool() | int():
                return value
            case RichText():
                return Blocks(lambda: self._writer.xml(value), is_empty=not value)
            case tuple():
                return tuple(self._plain(member) for member in value)
            case Agenda():
                return {"heading": clean(value.heading), "table": self._agenda(value)}
            case DataTable():
                return {"heading": clean(value.heading), "table": self._table(value)}
            case Enum() | date():
                return str(value)
        if not is_dataclass(value):
            raise TypeError(f"{type(value).__name__} is not part of a document")
        made = {field.name: self._plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Letterhead):
            made["page_of"] = Runs(lambda: _page_of(clean(value.page_of)))
        if "anchor" in made:
            anchor = made["anchor"]
            made["place"] = Runs(lambda: self._place(anchor))
        return made

    def _place(self, anchor: str) -> str:
        """A bookmark at this spot, for the agenda to link to."""
        name = self._bookmarks.get(anchor)
        if name is None:
            return ""
        self._places += 1
        number = 10_000 + self._places
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def _agenda(self, agenda: Agenda) -> Blocks:
        def write() -> str:
            widths = shared_widths(AGENDA_SHARES, self._width)
            kept = is_kept_together(len(agenda.rows) + 1)
            rows = [self._head(agenda.columns[:4])]
            rows += [
                self._agenda_row(row, keep=kept and row is not agenda.rows[-1])
                for row in agenda.rows
            ]
            name = clean(agenda.heading)
            return table_xml(self._styles, widths, rows, has_header=True, name=name)

        return Blocks(write, is_empty=not agenda.rows)

    def _agenda_row(self, row: AgendaRow, *, keep: bool) -> list[CellXml]:
        if row.is_heading:
            style = self._styles.paragraph(TABLE_HEAD)
            words = run_xml(text_element(clean(row.title)))
            heading = paragraph_xml(style, words, KEEP)
            return [CellXml(heading, span=len(AGENDA_SHARES), is_shaded=True)]
        title = self._text(row.title, keep, self._bookmarks.get(row.anchor))
        if row.note:
            title += self._text(row.note, keep, properties=self._named(NOTE))
        return [
            CellXml(self._text(row.number, keep)),
            CellXml(title),
            CellXml(self._text(row.kind, keep)),
            CellXml(self._text(row.time, keep)),
        ]

    def _table(self, table: DataTable) -> Blocks:
        def write() -> str:
            widths = shared_widths(table.shares, self._width)
            rows = [self._head(table.columns)]
            kept, last = is_kept_together(len(table.rows) + 1), len(table.rows) - 1
            rows += [
                [CellXml(self._text(text, kept and index < last)) for text in row]
                for index, row in enumerate(table.rows)
            ]
            name = clean(table.heading)
            return table_xml(self._styles, widths, rows, has_header=True, name=name)

        return Blocks(write, is_empty=not table.rows)

    def _head(self, columns: tuple[str, ...]) -> list[CellXml]:
        style = self._styles.paragraph(TABLE_HEAD)
        return [
            CellXml(paragraph_xml(style, run_xml(text_element(clean(text))))) for text in columns
        ]

    def _text(
        self, text: str, keep: bool, bookmark: str | None = None, properties: str = ""
    ) -> str:
        """A paragraph of a cell, with a link to `bookmark` where there is one."""
        words = text_element(clean(text)) if text else ""
        if bookmark:
            run = run_xml(words, self._named(CASE_LINK))
            linked = f'<w:hyperlink w:anchor="{attribute(bookmark)}" w:history="1">{run}'
            runs = f"{linked}</w:hyperlink>"
        else:
            runs = run_xml(words, properties) if words else ""
        return paragraph_xml(self._styles.paragraph(TABLE_TEXT), runs, KEEP if keep else "")

    def _named(self, names: tuple[str, ...]) -> str:
        style = self._styles.character(names)
        return f'<w:rStyle w:val="{style}"/>' if style else ""


def _anchors(content: Written) -> Iterator[str]:
    """The places that can be linked to; a letter and a gathering have none."""
    if isinstance(content, Papers):
        yield from (case.anchor for case in content.cases)
    elif isinstance(content, Minutes):
        yield from (item.anchor for item in content.items)


def _bookmarks(anchors: Any) -> dict[str, str]:
    """A bookmark for each anchor, of letters Word allows, no two alike."""
    names: dict[str, str] = {}
    for number, anchor in enumerate(anchors, 1):
        if anchor and anchor not in names:
            plain = re.sub(r"[^A-Za-z0-9]+", "_", anchor)
            names[anchor] = f"s{number}_{plain}"[:_MAX_BOOKMARK]
    return names


def _page_of(pattern: str) -> str:
    """The runs of "Side {page} av {pages}", with Word's own counts in the braces' place."""
    pieces = _PAGE_TAG.split(pattern)
    runs = []
    for index, piece in enumerate(pieces):
        if index % 2:
            runs.append(_field(_FIELDS[piece]))
        elif piece:
            runs.append(run_xml(text_element(piece)))
    return "".join(runs)


def _field(instruction: str) -> str:
    """A field that Word counts itself; what is shown until then is 1."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run_xml(text_element('1'))}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
