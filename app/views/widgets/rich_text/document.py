"""Rich text to a `QTextDocument` and back, identical after a round trip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from app.domain.rich_text import (
    MAX_LIST_DEPTH,
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    merged,
)
from app.domain.rich_text_form import normalised
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.formats import LINE_BREAK, OBJECT, Style
from app.views.widgets.rich_text.nesting import Point, nested

Piece = Run | Picture


def show(document: QTextDocument, text: RichText) -> None:
    """Make `text` the whole of `document`, in one step of undo."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    wipe(cursor)
    for _ in Writer(cursor).write(text.blocks):
        pass
    cursor.endEditBlock()


def wipe(cursor: QTextCursor) -> None:
    """Leave the cursor alone in an empty paragraph."""
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(formats.paragraph_format())
    cursor.setBlockCharFormat(formats.char_format())
    cursor.setCharFormat(formats.char_format())


def read(document: QTextDocument) -> RichText:
    """The text of `document`, normalised."""
    return RichText(tuple(read_blocks(document)))


def read_blocks(document: QTextDocument) -> Iterator[Block]:
    """The same one block at a time; not to be continued once `document` has changed."""
    for block in _Reader().blocks(document.rootFrame()):
        yield from normalised(RichText((block,))).blocks


class Writer:
    """Writes blocks where `cursor` stands, which with `fresh` is an empty block to be used.

    With `into`, the points of a first list become points of that one.
    """

    def __init__(
        self, cursor: QTextCursor, *, fresh: bool = True, into: QTextList | None = None
    ) -> None:
        self._cursor = cursor
        self._fresh = fresh
        self._into = into

    def write(self, blocks: Iterable[Block]) -> Iterator[int]:
        """Write one block or point after the other; yields the weight of each in characters."""
        for block in blocks:
            match block:
                case Paragraph(runs):
                    self._begin(formats.paragraph_format())
                    yield write_runs(self._cursor, runs)
                case Heading(level, runs):
                    self._begin(formats.heading_format(level), formats.heading_char_format(level))
                    yield write_runs(self._cursor, runs)
                case ListBlock():
                    depth = formats.depth_of(self._into.format()) if self._into is not None else 1
                    yield from self._list(block, depth, self._into)
                case Table():
                    yield self._table(block)
                case Picture():
                    self._begin(formats.picture_block_format())
                    self._cursor.insertText(OBJECT, formats.picture_format(block))
                    yield 1
            self._into = None
        if self._fresh:
            self._begin(formats.paragraph_format())

    def _begin(self, form: QTextBlockFormat, char_form: QTextCharFormat | None = None) -> None:
        """Stand at the start of an empty block of this form."""
        letters = char_form or formats.char_format()
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(letters)
            self._fresh = False
        else:
            self._cursor.insertBlock(form, letters)

    def _list(self, block: ListBlock, depth: int, into: QTextList | None) -> Iterator[int]:
        form = formats.list_format(block.ordered, min(depth, MAX_LIST_DEPTH))
        for item in block.items:
            into = self._begin_point(into, form)
            yield write_runs(self._cursor, item.runs)
            for child in item.children:
                yield from self._list(child, depth + 1, None)

    def _begin_point(self, into: QTextList | None, form: QTextListFormat) -> QTextList:
        """Stand in an empty point of `into`, or of a new list."""
        if into is not None and self._fresh:
            # Already a point of it; to take it out first could be the end of the list.
            self._fresh = False
            return into
        self._begin(formats.point_format())
        if into is None:
            return self._cursor.createList(form)
        into.add(self._cursor.block())
        return into

    def _table(self, block: Table) -> int:
        self._use_the_block_above()
        form = formats.table_format(block.header)
        table = self._cursor.insertTable(len(block.rows), len(block.rows[0]), form)
        weight = 0
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                inside = table.cellAt(row, column).firstCursorPosition()
                inside.setBlockFormat(formats.cell_format(cell.numeric))
                weight += write_runs(inside, cell.runs) + 10
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True
        return weight

    def _use_the_block_above(self) -> None:
        """A table needs a block before it; an empty one is spared where there is another."""
        if self._fresh and stands_after_text(self._cursor):
            self._cursor.deletePreviousChar()


def stands_after_text(cursor: QTextCursor) -> bool:
    """Whether the block above is one of the same frame, not the inside of a table."""
    above = cursor.block().previous()
    return above.isValid() and QTextCursor(above).currentFrame() == cursor.currentFrame()


def write_runs(cursor: QTextCursor, runs: Iterable[Run]) -> int:
    """Write running text into the block where `cursor` stands; returns its characters."""
    weight = 0
    for run in runs:
        form = formats.char_format(formats.style_of_run(run))
        cursor.insertText(run.text.replace("\n", LINE_BREAK), form)
        weight += len(run.text)
    return weight


class _Reader:
    """Reads frames; what formats mean is remembered by their number."""

    def __init__(self) -> None:
        self._styles: dict[int, Style | QTextCharFormat] = {}

    def blocks(self, frame: QTextFrame) -> Iterator[Block]:
        """The blocks of a frame, lists put together."""
        points: list[Point] = []
        hoisted: list[Picture] = []
        for part in parts(frame):
            inside = formats.list_of(part) if isinstance(part, QTextBlock) else None
            if isinstance(part, QTextBlock) and inside is not None:
                runs, found = self._split(part)
                form = inside.format()
                points.append(
                    Point(
                        formats.depth_of(form),
                        formats.is_ordered(form),
                        inside.objectIndex(),
                        runs,
                    )
                )
                hoisted.extend(found)
                continue
            yield from nested(points)
            yield from hoisted
            points.clear()
            hoisted.clear()
            if isinstance(part, QTextTable):
                yield from self._table(part)
            elif isinstance(part, QTextBlock):
                yield from self._text(part)
            else:
                yield from self.blocks(part)
        yield from nested(points)
        yield from hoisted

    def _text(self, block: QTextBlock) -> Iterator[Block]:
        """A paragraph or heading; a picture in the midst of it parts it."""
        level = block.blockFormat().headingLevel()
        runs: list[Run] = []
        for piece in (*self._pieces(block), None):
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            if runs:
                words = merged(runs)
                yield Heading(level, words) if level else Paragraph(words)
                runs = []
            if piece is not None:
                yield piece

    def _table(self, table: QTextTable) -> Iterator[Block]:
        """A table; pictures in it come after it."""
        hoisted: list[Picture] = []
        rows = []
        for row in range(table.rows()):
            cells = []
            for column in range(table.columns()):
                cell, found = self._cell(table, row, column)
                cells.append(cell)
                hoisted.extend(found)
            rows.append(tuple(cells))
        yield Table(tuple(rows), table.format().headerRowCount() > 0)
        yield from hoisted

    def _cell(self, table: QTextTable, row: int, column: int) -> tuple[Cell, list[Picture]]:
        """One cell; its blocks become lines."""
        cell = table.cellAt(row, column)
        block = cell.firstCursorPosition().block()
        last = cell.lastCursorPosition().block().blockNumber()
        numeric = formats.is_numeric(block.blockFormat())
        runs: list[Run] = []
        pictures: list[Picture] = []
        while block.isValid() and block.blockNumber() <= last:
            words, found = self._split(block)
            runs.extend([Run("\n")] if runs else [])
            runs.extend(words)
            pictures.extend(found)
            block = block.next()
        return Cell(merged(runs), numeric), pictures

    def _split(self, block: QTextBlock) -> tuple[tuple[Run, ...], list[Picture]]:
        """The running text of a block, and the pictures that stand in it."""
        pieces = self._pieces(block)
        pictures = [piece for piece in pieces if isinstance(piece, Picture)]
        return merged(piece for piece in pieces if isinstance(piece, Run)), pictures

    def _pieces(self, block: QTextBlock) -> list[Piece]:
        pieces: list[Piece] = []
        for place in cast("Iterable[QTextBlock.iterator]", block):
            fragment = place.fragment()
            style = self._style(fragment)
            text = fragment.text()
            if isinstance(style, Style):
                pieces.append(Run(text.replace(LINE_BREAK, "\n"), *style))
            else:
                pieces.extend([formats.picture_of(style)] * text.count(OBJECT))
        return pieces

    def _style(self, fragment: QTextFragment) -> Style | QTextCharFormat:
        index = fragment.charFormatIndex()
        known = self._styles.get(index)
        if known is None:
            form = fragment.charFormat()
            known = form if formats.is_picture(form) else formats.style_of(form)
            self._styles[index] = known
        return known


def parts(frame: QTextFrame) -> Iterator[QTextBlock | QTextFrame]:
    """The blocks and frames that lie directly in `frame`, in order."""
    place = frame.begin()
    while not place.atEnd():
        # The stubs leave out that there may be none.
        inner: QTextFrame | None = place.currentFrame()
        yield inner if inner is not None else place.currentBlock()
        place += 1
