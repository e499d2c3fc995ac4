"""Tables out of HTML: merged cells taken apart, tables that only lay out a page opened up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.reasons import Reason
from app.domain.rich_text import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Run,
    Table,
    merged,
)
from app.views.widgets.rich_text.html_marks import Attributes, number
from app.views.widgets.rich_text.limits import MAX_CELLS, MAX_COLUMNS, table_cut

_NUMBER = re.compile(
    r"(?:kr\.?|nok|€|\$)?\s*[-−–+]?\s*\d[\d \u00a0\u202f.,]*"
    r"(?:%|‰|kr\.?|nok|mill\.?(?: kr\.?)?|mrd\.?(?: kr\.?)?|,-|€|\$)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Years stand at the head of columns more often than in them."""
_MOST_SPANNED = 1_000


def is_number(text: str) -> bool:
    """Whether a cell holds one number or amount, such as `1 200 000 kr`, `-4,5 %`, `2026`."""
    return bool(_NUMBER.fullmatch(text.strip().replace("\u00a0", " ")))


@dataclass(slots=True)
class _Made:
    """What stands in one cell."""

    blocks: list[Block]
    is_head: bool = False


@dataclass(slots=True)
class TableMaker:
    """Takes the cells of one table as they come; cells beyond what can be kept are counted only."""

    is_layout: bool = False
    rows: list[list[_Made]] = field(default_factory=list)
    columns: int = 0
    row_count: int = 0
    spans: int = 0
    cut: Reason | None = None
    _covered: dict[int, int] = field(default_factory=dict)
    _column: int = 0
    _open: _Made | None = None

    def begin_row(self) -> None:
        """The cells that come now stand in a new row."""
        self._fill_covered()
        self._column = 0
        self.row_count += 1
        if len(self.rows) < MAX_CELLS:
            self.rows.append([])

    def begin_cell(self, attributes: Attributes, *, is_head: bool) -> None:
        """A cell; what it spans beyond itself becomes empty cells."""
        if not self.row_count:
            self.begin_row()
        self._fill_covered()
        wide = max(number(attributes.get("colspan"), 1, _MOST_SPANNED), 1)
        high = max(number(attributes.get("rowspan"), 1, _MOST_SPANNED), 1)
        self.spans += wide > 1 or high > 1
        self._open = _Made([], is_head)
        first = self._column
        self._place(self._open)
        while self._column < min(first + wide, MAX_COLUMNS):
            self._place(_Made([], is_head))
        self._column = first + wide
        self.columns = max(self.columns, self._column)
        if high > 1:
            self._covered |= dict.fromkeys(range(first, min(first + wide, MAX_COLUMNS)), high - 1)

    def end_cell(self, blocks: list[Block]) -> None:
        """What the cell holds."""
        if self._open is not None:
            self._open.blocks.extend(blocks)
        self._open = None

    def blocks(self) -> Iterator[Block]:
        """The table, or what stood in it one after the other where it was no table to the eye."""
        self._fill_covered()
        rows = [row for row in self.rows if any(made.blocks for made in row)]
        if self.is_layout or sum(map(len, rows)) <= 1:
            for row in self.rows:
                for made in row:
                    yield from made.blocks
            return
        kept = rows[: MAX_CELLS // max(map(len, rows))]
        yield _table(kept)
        yield from (
            block
            for row in kept
            for made in row
            for block in made.blocks
            if isinstance(block, Picture)
        )
        lost = self.row_count - len(self.rows) + len(rows) - len(kept)
        if lost or self.columns > MAX_COLUMNS:
            columns = max(map(len, kept))
            self.cut = table_cut(len(kept) + lost, self.columns, len(kept), columns)

    def _place(self, made: _Made) -> None:
        if self._column < MAX_COLUMNS and len(self.rows) == self.row_count:
            self.rows[-1].append(made)
        self._column += 1
        self.columns = max(self.columns, self._column)

    def _fill_covered(self) -> None:
        """Empty cells where a cell from a row above reaches down."""
        while self._covered.get(self._column, 0):
            self._covered[self._column] -= 1
            self._place(_Made([]))


def _table(rows: list[list[_Made]]) -> Table:
    width = max(map(len, rows))
    cells = [[_cell(made) for made in row] for row in rows]
    for row in cells:
        row.extend(Cell(()) for _ in range(width - len(row)))
    header = _has_header(rows, cells)
    _read_years(cells, header)
    return Table(tuple(_aligned(cells, header)), header)


def _has_header(rows: list[list[_Made]], cells: list[list[Cell]]) -> bool:
    """Whether the first row is marked as a heading, or reads like one."""
    if len(rows) < 2:
        return False
    if all(made.is_head for made in rows[0]):
        return True
    first = [cell for cell in cells[0] if cell.runs]
    if not first or any(cell.numeric and not _is_year(cell) for cell in first):
        return False
    is_bold = all(run.bold for cell in first for run in cell.runs if run.text.strip())
    below = [cell for row in cells[1:] for cell in row]
    return is_bold or any(cell.numeric and not _is_year(cell) for cell in below)


def _read_years(cells: list[list[Cell]], header: bool) -> None:
    """A year is a word like others, unless it stands among amounts in its column."""
    for column in range(len(cells[0])):
        below = [row[column] for row in cells[1 if header else 0 :]]
        if not any(cell.numeric and not _is_year(cell) for cell in below):
            for row in cells:
                row[column] = replace(row[column], numeric=False)


def _is_year(cell: Cell) -> bool:
    return bool(_YEAR.fullmatch("".join(run.text for run in cell.runs).strip()))


def _aligned(cells: list[list[Cell]], header: bool) -> Iterator[tuple[Cell, ...]]:
    """The rows; the heading of a column of numbers stands to the right as they do."""
    for at, row in enumerate(cells):
        if at or not header:
            yield tuple(row)
            continue
        below = [[line[column] for line in cells[1:]] for column in range(len(row))]
        yield tuple(
            Cell(tuple(replace(run, bold=False) for run in cell.runs), _is_of_numbers(column))
            for cell, column in zip(row, below, strict=True)
        )


def _is_of_numbers(column: list[Cell]) -> bool:
    said = [cell for cell in column if cell.runs]
    return bool(said) and all(cell.numeric for cell in said)


def _cell(made: _Made) -> Cell:
    runs = cell_runs(made.blocks)
    return Cell(runs, is_number("".join(run.text for run in runs)))


def cell_runs(blocks: Iterable[Block]) -> tuple[Run, ...]:
    """What a cell can hold of `blocks`: lines of running text, points with a dash or a number."""
    runs: list[Run] = []
    for line in _lines(blocks):
        runs.extend([Run("\n")] if runs else [])
        runs.extend(line)
    return merged(runs)


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Run, ...]]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield runs
            case ListBlock(ordered, items):
                yield from _points(items, ordered)
            case Table(rows):
                for row in rows:
                    yield tuple(run for cell in row for run in (*cell.runs, Run("\t")))[:-1]
            case Picture():
                pass


def _points(items: Iterable[ListItem], ordered: bool) -> Iterator[tuple[Run, ...]]:
    for at, item in enumerate(items, 1):
        yield (Run(f"{at}. " if ordered else "– "), *item.runs)
        yield from _lines(item.children)
