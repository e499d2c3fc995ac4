"""What a table from outside says, as plain values: rows of cells, and what is odd about a cell."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.progress import Progress


class Odd(Enum):
    """A cell that holds no value that can be taken as it stands."""

    NO_RESULT = "no_result"
    """A formula whose result the file does not hold."""
    EXCEL_ERROR = "excel_error"
    """Such as #REF! or #N/A."""
    MERGED = "merged"
    """Merged with the cell above it or at its left, which has the value."""


CellValue = str | int | float | bool | date | Odd | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the file, counted from 1; blank cells at its end are left out."""

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class TableContent:
    """One sheet of a file; blank rows are left out. A text file has one sheet without a name."""

    file: str
    sheet: str
    sheets: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class TableJob:
    """Read the table in `data`; `sheet` is the wanted one, or None for the first with content."""

    file: str
    data: bytes
    sheet: str | None = None


TableWork = Generator[Progress, None, TableContent]
"""Reading that yields how far it has come."""
