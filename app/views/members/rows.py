"""Rows that are all in memory, as a table's source: sorted as Norwegians sort, sifted by words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.domain.collation import alphabetical
from app.views.widgets.table_model import Cell, Column, Order

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """A column with its cell; `order` is what it sorts by, where that is not its words."""

    column: Column
    cell: Callable[[Row], Cell]
    order: Callable[[Row], Any] | None = None

    def rank(self, row: Row) -> Any:
        """Where `row` stands when sorted by this column."""
        return alphabetical(self.cell(row).text) if self.order is None else self.order(row)


class RowsSource(Generic[Row]):
    """The rows that the page last read, in the order that it gave."""

    def __init__(self, shown: Sequence[Shown[Row]], key: Callable[[Row], int]) -> None:
        self._shown = {each.column.key: each for each in shown}
        self._key = key
        self._rows: dict[int, Row] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from the left."""
        return tuple(each.column for each in self._shown.values())

    def take(self, rows: Sequence[Row]) -> None:
        """These are the rows from now on."""
        self._rows = {self._key(row): row for row in rows}

    def row(self, key: int) -> Row | None:
        """One row; `None` when it is not there any more."""
        return self._rows.get(key)

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """The keys of the rows that hold every word of `search`."""
        words = search.casefold().split()
        rows = [row for row in self._rows.values() if self._holds(row, words)]
        if order is not None:
            rows.sort(key=self._shown[order.column].rank, reverse=order.descending)
        return tuple(self._key(row) for row in rows)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells of these rows."""
        return {key: self._cells(self._rows[key]) for key in keys if key in self._rows}

    def _cells(self, row: Row) -> Sequence[Cell]:
        return tuple(each.cell(row) for each in self._shown.values())

    def _holds(self, row: Row, words: Sequence[str]) -> bool:
        text = "\n".join(cell.text for cell in self._cells(row)).casefold()
        return all(word in text for word in words)
