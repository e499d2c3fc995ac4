"""Excel workbooks that others wrote: one sheet's stored values, row by row, never calculated."""

from __future__ import annotations

import io
import warnings
from bisect import insort
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from app.documents.limits import check_container
from app.documents.tables.bounds import EVERY, MAX_COLUMNS, READING_TABLE, Bounds, is_blank
from app.documents.tables.content import (
    CellValue,
    Odd,
    TableContent,
    TableJob,
    TableRow,
    TableWork,
)
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason

MOST_MERGED = 1_000
"""Merged areas of one sheet; more than that is no list."""

Area = tuple[int, int, int, int]
"""First column, first row, last column and last row of a merged area."""

Rows = Generator[Progress, None, list[TableRow]]


class _Parser(WorkSheetParser):
    """openpyxl's own, which alone knows of a cell that has a formula but no result."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["value"] = Odd.NO_RESULT
        return cell


def read_workbook(job: TableJob) -> TableWork:
    """The wanted sheet of a workbook, else the first that has something in it.

    `UserError` when the file is unsafe, broken, empty, or larger than any list.
    """
    yield Progress(0, 1, Reason(READING_TABLE, file=job.file))
    check_container(job.data, job.file)
    with _told(job.file):
        book = load_workbook(io.BytesIO(job.data), read_only=True, data_only=True, keep_links=False)
    try:
        names = tuple(sheet.title for sheet in book.worksheets)
        for sheet in book.worksheets:
            if job.sheet in (None, sheet.title):
                rows = yield from _rows(sheet, job.file)
                if rows or job.sheet is not None:
                    return TableContent(job.file, sheet.title, names, _needed(rows, job.file))
    finally:
        book.close()
    if job.sheet is not None:
        raise UserError("table_sheet_unknown", file=job.file, sheet=job.sheet, known=names)
    raise UserError("table_empty", file=job.file)


def _needed(rows: list[TableRow], file: str) -> tuple[TableRow, ...]:
    if not rows:
        raise UserError("table_empty", file=file)
    return tuple(rows)


@contextmanager
def _told(file: str) -> Iterator[None]:
    """What openpyxl meets in a damaged file surfaces as any of Python's own errors."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: rules, pictures, extensions
            yield
    except (UserError, MemoryError):
        raise
    except Exception as error:
        raise UserError("table_broken", file=file, cause=type(error).__name__) from error


def _rows(sheet: Any, file: str) -> Rows:
    """Every row that has something in it; merged cells are known when all is read."""
    assert isinstance(sheet, ReadOnlyWorksheet)
    book: Any = sheet.parent
    inner: Any = sheet
    found: list[TableRow] = []
    bounds = Bounds(file)
    with inner._get_source() as source:
        parser = _Parser(
            source,
            inner._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        parsed = parser.parse()
        while chunk := _next(parsed, file):
            for number, cells in chunk:
                bounds.take(len(cells))
                filled = [cell for cell in cells if not is_blank(cell["value"])]
                if filled:
                    width = max(cell["column"] for cell in filled)
                    bounds.take_row(number, width)
                    found.append(TableRow(number, _values(filled, width)))
            last = chunk[-1][0]
            yield Progress(last, max(sheet.max_row or 0, last), Reason(READING_TABLE, file=file))
    return _with_merged(found, _areas(parser.merged_cells, file))


def _next(parsed: Any, file: str) -> list[tuple[int, list[dict[str, Any]]]]:
    """Few rows at a time: a row may hold sixteen thousand cells."""
    with _told(file):
        return list(islice(parsed, EVERY))


def _values(filled: list[dict[str, Any]], width: int) -> tuple[CellValue, ...]:
    """The row's values by column."""
    values: list[CellValue] = [None] * width
    for cell in filled:
        values[cell["column"] - 1] = _value(cell)
    return tuple(values)


def _value(cell: dict[str, Any]) -> CellValue:
    value = cell["value"]
    if cell["data_type"] == "e":
        return Odd.EXCEL_ERROR
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str | int | float | bool | date | Odd):
        return value
    return str(value) if isinstance(value, time | timedelta) else None


def _areas(merged: Any, file: str) -> list[Area]:
    if merged is None:
        return []
    if len(merged.mergeCell) > MOST_MERGED:
        raise UserError("table_merged", file=file, areas=len(merged.mergeCell))
    found: list[Area] = []
    with _told(file):
        for cell in merged.mergeCell:
            left, top, right, bottom = range_boundaries(cell.ref)
            found.append((left or 1, top or 1, right or 1, bottom or 1))
    return found


def _with_merged(rows: list[TableRow], areas: list[Area]) -> list[TableRow]:
    """The rows with a mark on every cell that another one has swallowed."""
    if not areas:
        return rows
    waiting = sorted(areas, key=lambda area: area[1])
    here: list[tuple[int, Area]] = []
    marked: list[TableRow] = []
    for row in rows:
        while waiting and waiting[0][1] <= row.number:
            area = waiting.pop(0)
            insort(here, (area[3], area))
        while here and here[0][0] < row.number:
            here.pop(0)
        marked.append(_marked(row, [area for _last, area in here]) if here else row)
    return marked


def _marked(row: TableRow, areas: list[Area]) -> TableRow:
    cells = list(row.cells)
    for left, top, right, _bottom in areas:
        for column in range(left + (row.number == top), min(right, len(cells)) + 1):
            cells[column - 1] = Odd.MERGED
        if row.number > top and len(cells) < left <= MAX_COLUMNS:
            cells += [None] * (left - len(cells) - 1) + [Odd.MERGED]
    return TableRow(row.number, tuple(cells))
