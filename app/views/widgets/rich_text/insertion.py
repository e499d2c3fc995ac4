"""Puts a rich text in where the cursor stands, a little at a time, as one step of undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextTable

from app.domain.rich_text import Block, ListBlock, Paragraph, Picture, RichText
from app.views.widgets.rich_text import formats, lists
from app.views.widgets.rich_text.document import Writer, write_runs
from app.views.widgets.rich_text.html_tables import cell_runs
from app.views.widgets.rich_text.limits import BLOCK_WEIGHT

AT_A_TIME = 6_000
"""Characters in one step: Qt sets them in some ten milliseconds, so that a key is not felt."""
AT_ONCE = 10_000_000


class Insertion:
    """Does the `writing` of one cursor a little at a time; the cursor ends where it ended."""

    def __init__(self, cursor: QTextCursor, writing: Iterator[int]) -> None:
        self.cursor = cursor
        self._writing = writing
        self._has_begun = False

    def step(self, most: int = AT_A_TIME) -> bool:
        """Put in about so many characters; False when all is in."""
        if self._has_begun:
            self.cursor.joinPreviousEditBlock()
        else:
            self.cursor.beginEditBlock()
            self._has_begun = True
        weight: int | None = 0
        while weight is not None and most > 0:
            weight = next(self._writing, None)
            most -= (weight or 0) + BLOCK_WEIGHT
        self.cursor.endEditBlock()
        return weight is not None

    def finish(self) -> None:
        """Put the rest in at once."""
        while self.step(AT_ONCE):
            pass


def insert(cursor: QTextCursor, text: RichText) -> None:
    """Put `text` in at once."""
    Insertion(cursor, inserting(cursor, text.blocks)).finish()


def inserting(cursor: QTextCursor, blocks: Sequence[Block]) -> Iterator[int]:
    """The steps of putting `blocks` in at `cursor`, in place of its selection."""
    if cursor.hasSelection():
        cursor.removeSelectedText()
    if not blocks:
        return
    table = formats.table_of(cursor)
    if table is not None:
        yield from _into_cell(cursor, table, blocks)
    elif len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not _holds_picture(cursor):
        yield _inline(cursor, blocks[0])
    elif formats.list_of(cursor.block()) is not None and all(
        isinstance(block, Paragraph) for block in blocks
    ):
        yield from _as_points(cursor, blocks)
    else:
        yield from _as_blocks(cursor, blocks)
        lists.tidy(cursor.document())


def _inline(cursor: QTextCursor, block: Paragraph) -> int:
    """Into the running text; a heading is bold by itself."""
    is_heading = cursor.blockFormat().headingLevel() > 0
    runs = (replace(run, bold=False) for run in block.runs) if is_heading else block.runs
    return write_runs(cursor, runs)


def _as_points(cursor: QTextCursor, blocks: Sequence[Block]) -> Iterator[int]:
    """Paragraphs pasted into a list are points of it."""
    for at, block in enumerate(blocks):
        if at:
            cursor.insertBlock()
        assert isinstance(block, Paragraph)
        yield write_runs(cursor, block.runs)


def _into_cell(cursor: QTextCursor, table: QTextTable, blocks: Sequence[Block]) -> Iterator[int]:
    """Lines into the cell; pictures after the table."""
    yield write_runs(cursor, cell_runs(blocks))
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if pictures:
        below = QTextCursor(cursor.document())
        below.setPosition(table.lastPosition() + 1)
        if below.block().length() > 1:
            below.insertBlock(formats.paragraph_format(), formats.char_format())
            below.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        yield from Writer(below).write(pictures)


def _as_blocks(cursor: QTextCursor, blocks: Sequence[Block]) -> Iterator[int]:
    """As blocks of their own; the first and the last paragraph join the text around them."""
    has_tail = not cursor.atBlockEnd()
    if has_tail:
        here = cursor.position()
        cursor.insertBlock()
        cursor.setPosition(here)
    fresh = cursor.atBlockStart()
    into = formats.list_of(cursor.block()) if isinstance(blocks[0], ListBlock) else None
    first = blocks[0]
    if isinstance(first, Paragraph) and not fresh and not _holds_picture(cursor):
        yield _inline(cursor, first)
        blocks = blocks[1:]
    yield from Writer(cursor, fresh=fresh, into=into).write(blocks)
    if has_tail and isinstance(blocks[-1], Paragraph) and not _holds_picture(_below(cursor)):
        here = cursor.position()
        cursor.deleteChar()
        cursor.setPosition(here)


def _below(cursor: QTextCursor) -> QTextCursor:
    return QTextCursor(cursor.block().next())


def _holds_picture(cursor: QTextCursor) -> bool:
    """Whether the cursor's block is the place of a picture."""
    return formats.OBJECT in cursor.block().text()
