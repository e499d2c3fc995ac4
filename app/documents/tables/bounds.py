"""How large a list from outside may be; what is larger is no list of people or institutions."""

from __future__ import annotations

from app.documents.tables.content import CellValue
from app.domain.errors import UserError

MAX_ROWS = 20_000
"""Rows with something in them."""
LAST_ROW = 100_000
"""The highest number that a row with something in it may have."""
MAX_COLUMNS = 100
MAX_CELLS = 2_000_000
"""Cells of one sheet, also those that are empty but formatted."""
EVERY = 20
"""Rows between two words about how far the reading has come."""
READING_TABLE = "reading_table"
"""The code of the progress, with the `file`."""


class Bounds:
    """Watches over one sheet while it is read; `UserError` once it is too large."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows = 0
        self._cells = 0

    def take(self, cells: int) -> None:
        """Count the cells of a row, filled or not."""
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise UserError("table_too_many_cells", file=self._file, limit=MAX_CELLS)

    def take_row(self, number: int, width: int) -> None:
        """Count a row that has something in it, as far as its column `width`."""
        self._rows += 1
        if width > MAX_COLUMNS:
            raise UserError(
                "table_too_wide", file=self._file, row=number, columns=width, limit=MAX_COLUMNS
            )
        if self._rows > MAX_ROWS or number > LAST_ROW:
            raise UserError("table_too_long", file=self._file, row=number, limit=MAX_ROWS)


def is_blank(value: CellValue) -> bool:
    """Whether a cell says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())
