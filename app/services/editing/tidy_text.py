"""Rich text as it may be stored: clean characters, merged runs, and nothing that cannot be read."""

from __future__ import annotations

from dataclasses import replace

from app.domain.errors import UserError
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
    clean,
    from_json,
    merged,
    to_json,
)

MOST_CHARACTERS = 2_000_000
"""Of one section as it is stored: some three hundred pages."""


def tidy(text: RichText) -> RichText:
    """`text` as it will be read back: what has no meaning to a reader is gone.

    `UserError` when it is longer than any brief, or built in a way that no format can show.
    """
    ready = RichText(tuple(_block(block) for block in text.blocks))
    stored = to_json(ready)
    if len(stored) > MOST_CHARACTERS:
        raise UserError("text_too_long", length=len(stored), limit=MOST_CHARACTERS)
    return from_json(stored)


def _block(block: Block) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(_runs(runs))
        case Heading(level, runs):
            return Heading(level, _runs(runs))
        case ListBlock():
            return _list(block)
        case Table(rows, header):
            cells = tuple(
                tuple(Cell(_runs(cell.runs), cell.numeric) for cell in row) for row in rows
            )
            return Table(cells, header)
        case Picture():
            return replace(block, description=" ".join(clean(block.description).split()))


def _list(block: ListBlock) -> ListBlock:
    items = tuple(
        ListItem(_runs(item.runs), tuple(_list(child) for child in item.children))
        for item in block.items
    )
    return ListBlock(block.ordered, items)


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return merged(replace(run, text=clean(run.text)) for run in runs)
