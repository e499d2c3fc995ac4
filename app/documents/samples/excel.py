"""Figures as Excel, plain as a treasurer writes them, with sums that Excel counts itself."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from app.documents.fixed_zip import FixedZip
from app.documents.samples.values import SampleSheet, SampleWorkbook

FIRST_ROW = 3
KRONER = '[$-414]#,##0"\N{NO-BREAK SPACE}kr"'
"""Norwegian groups of three digits, however large the amount is."""

_HEAD = Font(name="Calibri", size=11, bold=True)
_TITLE = Font(name="Calibri", size=14, bold=True)
_FILL = PatternFill("solid", start_color="FFDDE8EA", end_color="FFDDE8EA")


def sample_xlsx(book: SampleWorkbook) -> bytes:
    """The workbook as Excel; the same workbook gives the same bytes."""
    made = Workbook()
    if made.active is not None:
        made.remove(made.active)
    for sheet in book.sheets:
        _write(made.create_sheet(sheet.title), sheet)
    moment = datetime.combine(book.dated_on, time(12))
    made.properties.creator = book.author
    made.properties.title = book.title
    made.properties.created = made.properties.modified = moment
    target = io.BytesIO()
    ExcelWriter(made, FixedZip(target, "w", zipfile.ZIP_DEFLATED)).save()
    return target.getvalue()


def _write(page: Worksheet, sheet: SampleSheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _put(page, 1, 1, sheet.heading).font = _TITLE
    for column, name in enumerate(sheet.columns, start=1):
        head = _put(page, FIRST_ROW, column, name)
        head.font, head.fill = _HEAD, _FILL
        head.alignment = Alignment(horizontal="left" if column == 1 else "right")
        width = 44 if column == 1 else max(16, len(name) + 4)
        page.column_dimensions[get_column_letter(column)].width = width
    for at, row in enumerate(sheet.rows, start=FIRST_ROW + 1):
        for column, value in enumerate(row, start=1):
            cell = _put(page, at, column, value)
            if isinstance(value, int):
                cell.number_format = KRONER
    _sum(page, sheet)


def _sum(page: Worksheet, sheet: SampleSheet) -> None:
    last = FIRST_ROW + len(sheet.rows)
    _put(page, last + 1, 1, sheet.total).font = _HEAD
    for column in range(2, len(sheet.columns) + 1):
        if not all(isinstance(row[column - 1], int) for row in sheet.rows):
            continue
        letter = get_column_letter(column)
        cell = page.cell(last + 1, column, f"=SUM({letter}{FIRST_ROW + 1}:{letter}{last})")
        cell.font, cell.number_format = _HEAD, KRONER


# What it returns has a type that only the stubs of openpyxl know.
def _put(page: Worksheet, row: int, column: int, value: str | int):  # type: ignore[no-untyped-def]
    cell = page.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
