"""From content to an Excel file: a heading, a note and a table on each sheet, ready to print."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Iterable
from datetime import datetime, time

from lxml.etree import SerialisationError
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from app.documents.content import Metadata, Sheet, Workbook
from app.documents.excel.cells import put, put_text
from app.documents.fixed_zip import FixedZip
from app.domain.errors import UserError
from app.domain.rich_text import clean
from app.i18n.catalogue import Language, as_language

FIRST_ROW = 4
"""Where the table begins: after the heading, the note and a space."""
A4 = 9

_FONT = "Calibri"
_TEXT, _MUTED, _ACCENT, _LINE = "FF1B2429", "FF5E6B73", "FF0B5C6B", "FFDFE3E6"
_HEADING = Font(name=_FONT, size=18, bold=True, color=_ACCENT)
_NOTE = Font(name=_FONT, size=11, color=_MUTED)
_HEAD = Font(name=_FONT, size=11, bold=True, color="FFFFFFFF")
_BODY = Font(name=_FONT, size=11, color=_TEXT)
_FILL = PatternFill("solid", start_color=_ACCENT, end_color=_ACCENT)
_UNDER = Border(bottom=Side(style="thin", color=_LINE))
_NUMBERS = ("integer", "decimal", "kroner")
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_MAX_TITLE = 31
_MIN_WIDTH = 8
_LINE_HEIGHT, _ROW_SPACE, _MAX_HEIGHT = 15, 4, 409


def write_xlsx(content: Workbook) -> bytes:
    """`content` as an Excel file; same content, same bytes."""
    language = as_language(content.meta.language)
    book = Book()
    if book.active is not None:
        book.remove(book.active)
    titles = sheet_titles(sheet.title for sheet in content.sheets)
    for number, (title, sheet) in enumerate(zip(titles, content.sheets, strict=True), 1):
        page = book.create_sheet(title)
        _write_heading(page, sheet, content.note, language)
        _write_table(page, sheet, number, language)
        _set_up_page(page, sheet, len(sheet.columns), clean(content.meta.title))
    _set_properties(book, content.meta)
    return _packed(book)


def sheet_titles(titles: Iterable[str]) -> list[str]:
    """Names that Excel takes for its sheets: short, without its own signs, no two alike."""
    made: list[str] = []
    taken: set[str] = set()
    for title in titles:
        plain = " ".join(_FORBIDDEN_IN_TITLE.sub(" ", clean(title)).split()).strip("'")
        base = plain[:_MAX_TITLE].strip() or f"{len(made) + 1}"
        name, number = base, 1
        while name.casefold() in taken or name.casefold() == "history":
            number += 1
            ending = f" ({number})"
            name = base[: _MAX_TITLE - len(ending)].rstrip() + ending
        taken.add(name.casefold())
        made.append(name)
    return made


def _write_heading(page: Worksheet, sheet: Sheet, note: str, language: Language) -> None:
    for row, text, font in ((1, sheet.heading, _HEADING), (2, note, _NOTE)):
        cell = page.cell(row, 1)
        # openpyxl types a cell as maybe merged; a fresh sheet has none that is.
        put_text(cell, " ".join(text.split()), language)  # type: ignore[arg-type]
        cell.font = font
        cell.alignment = Alignment(vertical="center", indent=1)
    page.row_dimensions[1].height = 30
    page.row_dimensions[2].height = 18


def _write_table(page: Worksheet, sheet: Sheet, number: int, language: Language) -> None:
    columns = _distinct(sheet.columns)
    for column, (name, kind) in enumerate(zip(columns, sheet.kinds, strict=True), 1):
        head = page.cell(FIRST_ROW, column)
        # As above: nothing is merged here.
        put_text(head, name, language)  # type: ignore[arg-type]
        head.font, head.fill = _HEAD, _FILL
        side = "right" if kind in _NUMBERS else "left"
        head.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=1)
    page.row_dimensions[FIRST_ROW].height = 24
    looks = [_alignment(kind) for kind in sheet.kinds]
    for row, values in enumerate(sheet.rows, FIRST_ROW + 1):
        for column, (value, kind) in enumerate(zip(values, sheet.kinds, strict=True), 1):
            cell = page.cell(row, column)
            # As above: nothing is merged here.
            put(cell, value, kind, language)  # type: ignore[arg-type]
            cell.font, cell.border, cell.alignment = _BODY, _UNDER, looks[column - 1]
        page.row_dimensions[row].height = _height(values, sheet.widths)
    # A table without rows is damage in Excel's eyes; an empty row is not.
    last = FIRST_ROW + max(len(sheet.rows), 1)
    table = Table(
        displayName=f"Tabell{number}", ref=f"A{FIRST_ROW}:{get_column_letter(len(columns))}{last}"
    )
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(table)


def _set_up_page(page: Worksheet, sheet: Sheet, columns: int, title: str) -> None:
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = max(width, _MIN_WIDTH)
    page.freeze_panes = f"A{FIRST_ROW + 1}"
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{FIRST_ROW}:{FIRST_ROW}"
    last = FIRST_ROW + max(len(sheet.rows), 1)
    page.print_area = f"A1:{get_column_letter(columns)}{last}"
    page.page_margins.left = page.page_margins.right = 0.6
    page.page_margins.top = page.page_margins.bottom = 0.75
    footer = page.oddFooter
    if footer is not None:
        footer.left.text, footer.right.text = title.replace("&", "&&"), "&P / &N"
        footer.left.size = footer.right.size = 9


def _alignment(kind: str) -> Alignment:
    side = "right" if kind in _NUMBERS else "left"
    return Alignment(horizontal=side, vertical="top", wrap_text=kind == "text", indent=1)


def _height(values: Iterable[object], widths: Iterable[int]) -> float:
    """Room for the longest wrapped text of a row; not every program finds it by itself."""
    lines = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str):
            # A column's width counts digits; letters are narrower than those on average.
            room = max(width, _MIN_WIDTH) * 9 // 8
            shown = value[: _MAX_HEIGHT * room].split("\n")
            lines = max(lines, sum(max(len(textwrap.wrap(line, room)), 1) for line in shown))
    return min(_LINE_HEIGHT * lines + _ROW_SPACE, _MAX_HEIGHT)


def _distinct(names: Iterable[str]) -> list[str]:
    """Column names as a table must have them: one line, never empty, no two alike."""
    made: list[str] = []
    taken: set[str] = set()
    for column, name in enumerate(names, 1):
        base = " ".join(clean(name).split())[:200] or get_column_letter(column)
        unique, number = base, 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{base} ({number})"
        taken.add(unique.casefold())
        made.append(unique)
    return made


def _set_properties(book: Book, meta: Metadata) -> None:
    moment = datetime.combine(meta.dated_on, time(12))
    properties = book.properties
    properties.title = " ".join(clean(meta.title).split())
    properties.subject = " ".join(clean(meta.subject).split())
    properties.creator = properties.lastModifiedBy = " ".join(clean(meta.author).split())
    properties.language = meta.language
    properties.created = properties.modified = moment


def _packed(book: Book) -> bytes:
    """The file's bytes; openpyxl's own `save` stamps them with the present time."""
    target = io.BytesIO()
    archive = FixedZip(target, "w", zipfile.ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    # openpyxl lays each sheet in the system's temporary folder first, and lxml writes it there.
    except (OSError, SerialisationError) as error:
        raise UserError("output_disk_full", file=f"{book.properties.title}.xlsx") from error
    return target.getvalue()
