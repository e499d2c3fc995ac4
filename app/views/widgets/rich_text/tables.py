"""Making tables and changing their rows and columns, within a size that stays quick."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from app.domain.rich_text import Cell, RichText, Table
from app.views.widgets.rich_text import formats, limits
from app.views.widgets.rich_text.formats import table_of
from app.views.widgets.rich_text.insertion import insert

FIRST_ROWS = 3


def make(cursor: QTextCursor, columns: int) -> None:
    """Put in an empty table with a heading and two rows; the cursor stands in its first cell."""
    if table_of(cursor) is not None:
        return
    row = tuple(Cell(()) for _ in range(columns))
    insert(cursor, RichText((Table((row,) * FIRST_ROWS),)))
    here = QTextCursor(cursor)
    here.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    made = table_of(here)
    if made is not None:
        cursor.setPosition(made.firstPosition())


def can_grow(cursor: QTextCursor, *, rows: int = 0, columns: int = 0) -> bool:
    """Whether the table may become that much larger."""
    table = table_of(cursor)
    return table is not None and limits.fits(table.rows() + rows, table.columns() + columns)


def add_row(cursor: QTextCursor, *, below: bool) -> None:
    """A row like the one that the cursor stands in, and the cursor in it."""
    table = table_of(cursor)
    if table is None or not can_grow(cursor, rows=1):
        return
    row, column = _place(cursor, table)
    numeric = [_is_numeric(table, row, each) for each in range(table.columns())]
    cursor.beginEditBlock()
    table.insertRows(row + below, 1)
    for each, is_numeric in enumerate(numeric):
        _dress(table, row + below, each, is_numeric)
    cursor.endEditBlock()
    _go(cursor, table, row + below, column)


def add_column(cursor: QTextCursor, *, after: bool) -> None:
    """An empty column beside the one that the cursor stands in, and the cursor in it."""
    table = table_of(cursor)
    if table is None or not can_grow(cursor, columns=1):
        return
    row, column = _place(cursor, table)
    cursor.beginEditBlock()
    table.insertColumns(column + after, 1)
    for each in range(table.rows()):
        _dress(table, each, column + after, is_numeric=False)
    cursor.endEditBlock()
    _go(cursor, table, row, column + after)


def remove_row(cursor: QTextCursor) -> None:
    """Take the row out; the last one takes the table with it."""
    table = table_of(cursor)
    if table is None:
        return
    row, column = _place(cursor, table)
    if table.rows() == 1:
        remove(cursor)
        return
    table.removeRows(row, 1)
    _go(cursor, table, min(row, table.rows() - 1), column)


def remove_column(cursor: QTextCursor) -> None:
    """Take the column out; the last one takes the table with it."""
    table = table_of(cursor)
    if table is None:
        return
    row, column = _place(cursor, table)
    if table.columns() == 1:
        remove(cursor)
        return
    table.removeColumns(column, 1)
    _go(cursor, table, row, min(column, table.columns() - 1))


def choose(cursor: QTextCursor, inside: QTextCursor) -> None:
    """Select the whole table around `inside`, so that it is seen before a second key deletes it."""
    table = table_of(inside)
    if table is not None:
        cursor.setPosition(table.firstPosition() - 1)
        cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)


def is_chosen(cursor: QTextCursor) -> bool:
    """Whether the selection is one table as `choose` selects it."""
    table = _just_inside(cursor)
    return table is not None and (
        cursor.selectionStart() == table.firstPosition() - 1
        and cursor.selectionEnd() == table.lastPosition() + 1
    )


def remove(cursor: QTextCursor) -> None:
    """Take out the table that is chosen or stood in; the cursor stands where it was."""
    table = table_of(cursor) or _just_inside(cursor)
    if table is None:
        return
    here = table.firstPosition() - 1
    after = QTextCursor(cursor.document())
    after.setPosition(table.lastPosition() + 1)
    form, letters = after.blockFormat(), after.blockCharFormat()
    is_empty = after.block().length() == 1
    cursor.beginEditBlock()
    table.removeRows(0, table.rows())
    cursor.setPosition(here)
    # The table was also what parted the text above it from the text below.
    if cursor.atBlockStart():
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(letters)
    elif not is_empty:
        cursor.insertBlock(form, letters)
    cursor.endEditBlock()


def _just_inside(cursor: QTextCursor) -> QTextTable | None:
    """The table that begins where the selection begins."""
    inside = QTextCursor(cursor)
    inside.setPosition(min(cursor.selectionStart() + 1, cursor.document().characterCount() - 1))
    return table_of(inside)


def has_header(cursor: QTextCursor) -> bool:
    """Whether the first row is the heading."""
    table = table_of(cursor)
    return table is not None and table.format().headerRowCount() > 0


def toggle_header(cursor: QTextCursor) -> None:
    """Make the first row the heading, or an ordinary row."""
    table = table_of(cursor)
    if table is not None:
        form = table.format()
        form.setHeaderRowCount(0 if form.headerRowCount() else 1)
        table.setFormat(form)


def is_of_numbers(cursor: QTextCursor) -> bool:
    """Whether the column holds numbers, which stand to the right."""
    table = table_of(cursor)
    return table is not None and _is_numeric(table, table.rows() - 1, table.cellAt(cursor).column())


def toggle_numbers(cursor: QTextCursor) -> None:
    """Let the column hold numbers, or words."""
    table = table_of(cursor)
    if table is None:
        return
    column, numeric = table.cellAt(cursor).column(), not is_of_numbers(cursor)
    cursor.beginEditBlock()
    for row in range(table.rows()):
        _dress(table, row, column, numeric)
    cursor.endEditBlock()


def go_to_next(cursor: QTextCursor) -> None:
    """To the next cell; behind the last one a new row begins, as long as there is room."""
    table = table_of(cursor)
    if table is None:
        return
    row, column = _place(cursor, table)
    if column + 1 < table.columns():
        _go(cursor, table, row, column + 1)
    elif row + 1 < table.rows():
        _go(cursor, table, row + 1, 0)
    elif can_grow(cursor, rows=1):
        add_row(cursor, below=True)
        _go(cursor, table, row + 1, 0)


def go_to_previous(cursor: QTextCursor) -> None:
    """To the cell before."""
    table = table_of(cursor)
    if table is None:
        return
    row, column = _place(cursor, table)
    if column:
        _go(cursor, table, row, column - 1)
    elif row:
        _go(cursor, table, row - 1, table.columns() - 1)


def _place(cursor: QTextCursor, table: QTextTable) -> tuple[int, int]:
    """Row and column of the cursor, as they are before the table changes."""
    cell = table.cellAt(cursor)
    return cell.row(), cell.column()


def _go(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    cursor.setPosition(table.cellAt(row, column).lastPosition())


def _is_numeric(table: QTextTable, row: int, column: int) -> bool:
    return formats.is_numeric(table.cellAt(row, column).firstCursorPosition().blockFormat())


def _dress(table: QTextTable, row: int, column: int, is_numeric: bool) -> None:
    inside = table.cellAt(row, column).firstCursorPosition()
    inside.setBlockFormat(formats.cell_format(is_numeric))
    if inside.block().length() == 1:
        inside.setBlockCharFormat(formats.char_format())
