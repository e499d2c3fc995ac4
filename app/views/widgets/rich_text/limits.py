"""How much may come in at once, so that the editor stays quick; what is stored is never cut."""

from __future__ import annotations

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
    RichText,
    Run,
    Table,
    to_plain,
)

MAX_WEIGHT = 600_000
"""Of one paste, in characters; every block, cell and run weighs some. 20 000 words are half."""
MAX_MARKUP = 20_000_000
"""Characters of HTML that are looked at."""
MAX_CELLS = 240
"""Of a table: Qt sets the whole table anew for every key, some 20 ms for so many."""
MAX_COLUMNS = 12
MAX_PICTURES = 30
MAX_PICTURE_BYTES = 20_000_000

BLOCK_WEIGHT, RUN_WEIGHT = 40, 10


def weight_of(runs: Iterable[Run]) -> int:
    """What a block of running text weighs."""
    return BLOCK_WEIGHT + sum(len(run.text) + RUN_WEIGHT for run in runs)


def fits(rows: int, columns: int) -> bool:
    """Whether a table of this size may be made."""
    return columns <= MAX_COLUMNS and rows * columns <= MAX_CELLS


def limited(text: RichText) -> tuple[RichText, tuple[Reason, ...]]:
    """As much of `text` as may be pasted at once, and what was cut."""
    cutter = _Cutter()
    kept = RichText(tuple(cutter.blocks(text.blocks)))
    if cutter.is_full:
        cutter.reasons.insert(0, Reason("paste_text_cut", words=len(to_plain(kept).split())))
    return kept, tuple(cutter.reasons)


@dataclass(slots=True)
class _Cutter:
    """Keeps count while it copies."""

    room: int = MAX_WEIGHT
    pictures: int = 0
    is_full: bool = False
    reasons: list[Reason] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph(runs):
                    if kept := self._runs(runs):
                        yield Paragraph(kept)
                case Heading(level, runs):
                    if kept := self._runs(runs):
                        yield Heading(level, kept)
                case ListBlock(ordered, items):
                    if points := tuple(self._items(items)):
                        yield ListBlock(ordered, points)
                case Table():
                    yield from self._table(block)
                case Picture():
                    yield from self._picture(block)
            if self.is_full:
                return

    def _takes(self, weight: int) -> bool:
        """Make room for something; nothing fits any more once something did not."""
        self.is_full = self.is_full or weight > self.room
        self.room -= weight
        return not self.is_full

    def _runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The runs of a block; as much of them as fits in the one that no longer does."""
        room = self.room - BLOCK_WEIGHT
        if self._takes(weight_of(runs)):
            return runs
        kept = []
        for run in runs:
            room -= RUN_WEIGHT
            if room <= 0:
                break
            kept.append(replace(run, text=run.text[:room]))
            room -= len(run.text)
        return tuple(kept)

    def _items(self, items: Iterable[ListItem]) -> Iterator[ListItem]:
        for item in items:
            if not self._takes(weight_of(item.runs)):
                return
            children = (
                ListBlock(child.ordered, below)
                for child in item.children
                if (below := tuple(self._items(child.items)))
            )
            yield ListItem(item.runs, tuple(children))

    def _table(self, table: Table) -> Iterator[Table]:
        columns = min(len(table.rows[0]), MAX_COLUMNS)
        most = min(len(table.rows), MAX_CELLS // columns)
        rows: list[tuple[Cell, ...]] = []
        for row in table.rows[:most]:
            if self._takes(sum(weight_of(cell.runs) for cell in row[:columns])):
                rows.append(row[:columns])
        if (len(table.rows), len(table.rows[0])) != (most, columns):
            self.reasons.append(table_cut(len(table.rows), len(table.rows[0]), most, columns))
        if rows:
            yield Table(tuple(rows), table.header)

    def _picture(self, picture: Picture) -> Iterator[Picture]:
        self.pictures += 1
        if self.pictures <= MAX_PICTURES:
            yield picture
        elif self.pictures == MAX_PICTURES + 1:
            self.reasons.append(Reason("paste_pictures_too_many", most=MAX_PICTURES))


def table_cut(rows: int, columns: int, kept_rows: int, kept_columns: int) -> Reason:
    """Tells that only a part of a table came in."""
    return Reason(
        "paste_table_cut",
        rows=rows,
        columns=columns,
        kept_rows=kept_rows,
        kept_columns=kept_columns,
    )
