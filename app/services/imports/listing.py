"""A list as it was read, and its columns with the headings, the samples and what they may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.documents.tables.content import TableContent, TableRow
from app.domain.errors import UserError
from app.domain.imports.fields import Field, Subject
from app.domain.imports.headings import HEADING_AMONG, heading_row, match_columns
from app.services.imports.cells import text_of

MOST_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet of a file, and the other sheets that there are; a text file has none."""

    content: TableContent = field(repr=False)

    @property
    def file(self) -> str:
        """The file's name."""
        return self.content.file

    @property
    def sheet(self) -> str:
        """The sheet that was read."""
        return self.content.sheet

    @property
    def sheets(self) -> tuple[str, ...]:
        """Every sheet of the file."""
        return self.content.sheets

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row that says anything, to tell whether two readings are of one list."""
        return tuple(text_of(cell) for cell in self.content.rows[0].cells)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column by its place from 0, with its heading and the first different values in it."""

    place: int
    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that have anything in them, and what each is taken to be.

    `below` is the number of the heading's row in the file: the rows after it are the list.
    """

    below: int
    views: tuple[ColumnView, ...]
    match: Mapping[Field, int]

    def matched(self, match: Mapping[Field, int]) -> Columns:
        """The same columns, as the user says what they are."""
        return replace(self, match=dict(match))

    def heading(self, of: Field | None) -> str | None:
        """The heading of the column that holds a field; None when none does."""
        place = self.match.get(of) if of is not None else None
        found = (view.heading for view in self.views if view.place == place)
        return next(found, None) if place is not None else None


def columns_of(listing: Listing, subject: Subject) -> Columns:
    """What the headings say; `UserError` when there is nothing under them."""
    rows = listing.content.rows
    texts = [[text_of(cell) for cell in row.cells] for row in rows[:HEADING_AMONG]]
    place = heading_row(texts, subject)
    below = rows[place + 1 :]
    if not below:
        raise UserError("table_without_rows", file=listing.file)
    headings = texts[place]
    width = max(len(row.cells) for row in rows[place:])
    headings += [""] * (width - len(headings))
    samples = [_samples(below, column) for column in range(width)]
    views = tuple(
        ColumnView(column, " ".join(headings[column].split()), samples[column])
        for column in range(width)
        if headings[column].strip() or samples[column]
    )
    return Columns(rows[place].number, views, match_columns(headings, subject))


def _samples(rows: tuple[TableRow, ...], column: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else None
        text = f"{cell:%d.%m.%Y}" if isinstance(cell, date) else text_of(cell).strip()
        if text:
            found.setdefault(" ".join(text.split()))
        if len(found) == MOST_SAMPLES:
            break
    return tuple(found)
