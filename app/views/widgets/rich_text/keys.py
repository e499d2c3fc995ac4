"""What keys do in a text beyond what Qt does by itself: lists, tables, headings, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.views.widgets.rich_text import formats, lists, marks, tables
from app.views.widgets.rich_text.document import stands_after_text
from app.views.widgets.rich_text.formats import LINE_BREAK, OBJECT, list_of, table_of

_LIST_SIGNS = re.compile(r"(?:[-*•]|(1[.)]))")

Command = Callable[[QTextCursor], bool]
"""Changes the text at the cursor, or moves it; False where Qt's own way is right."""


def enter(cursor: QTextCursor) -> bool:
    """Ends a heading or an empty point; in a cell, a line; beside a picture, a paragraph."""
    block = cursor.block()
    if table_of(cursor) is not None:
        cursor.insertText(LINE_BREAK)
    elif OBJECT in block.text():
        leave_picture(cursor)
    elif list_of(block) is not None and block.length() == 1:
        lists.outdent(cursor)
    elif marks.heading_of(cursor) and block.length() == 1:
        marks.set_heading(cursor, 0)
    elif marks.heading_of(cursor) and cursor.atBlockEnd():
        cursor.insertBlock(formats.paragraph_format(), formats.char_format())
    else:
        return False
    return True


def back(cursor: QTextCursor) -> bool:
    """At the start of a point: a level out. Below a picture or a table: chosen before deleted."""
    if tables.is_chosen(cursor):
        tables.remove(cursor)
        return True
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if list_of(cursor.block()) is not None:
        lists.outdent(cursor)
        return True
    above = cursor.block().previous()
    if table_of(cursor) is not None or not above.isValid():
        return False
    if not stands_after_text(cursor):
        tables.choose(cursor, QTextCursor(above))
        return True
    if OBJECT in above.text():
        _drop_if_empty(cursor)
        _choose_block(cursor, above.position(), above.length() - 1)
        return True
    if marks.heading_of(cursor) and above.length() == 1:
        _remove_the_block_above(cursor)
        return True
    return False


def delete(cursor: QTextCursor) -> bool:
    """At the end of a block: the picture or table below is chosen before it is deleted."""
    if tables.is_chosen(cursor):
        tables.remove(cursor)
        return True
    if cursor.hasSelection() or not cursor.atBlockEnd() or table_of(cursor) is not None:
        return False
    below = cursor.block().next()
    if not below.isValid():
        return False
    inside = QTextCursor(below)
    if table_of(inside) is not None:
        tables.choose(cursor, inside)
        return True
    if OBJECT in below.text():
        _choose_block(cursor, below.position(), below.length() - 1)
        return True
    return False


def tab(cursor: QTextCursor) -> bool:
    """In a table to the next cell, in a list a level deeper; elsewhere out of the editor."""
    if table_of(cursor) is not None:
        tables.go_to_next(cursor)
    elif lists.can_outdent(cursor):
        lists.indent(cursor)
    else:
        return False
    return True


def back_tab(cursor: QTextCursor) -> bool:
    """The way back from `tab`."""
    if table_of(cursor) is not None:
        tables.go_to_previous(cursor)
    elif lists.can_outdent(cursor):
        lists.outdent(cursor)
    else:
        return False
    return True


COMMANDS: dict[tuple[int, bool], Command] = {
    (Qt.Key.Key_Return.value, False): enter,
    (Qt.Key.Key_Enter.value, False): enter,
    (Qt.Key.Key_Backspace.value, False): back,
    (Qt.Key.Key_Delete.value, False): delete,
    (Qt.Key.Key_Tab.value, False): tab,
    (Qt.Key.Key_Backtab.value, True): back_tab,
    (Qt.Key.Key_Tab.value, True): back_tab,
}
"""By key, and whether Shift is held."""


def begin_list(cursor: QTextCursor) -> None:
    """After `- ` or `1. ` was typed at the start of a paragraph: a list instead, as its own step.

    One step back in undo gives the signs as they were typed.
    """
    block = cursor.block()
    typed = block.text()[: cursor.positionInBlock()]
    found = _LIST_SIGNS.fullmatch(typed[:-1]) if typed.endswith(" ") else None
    if not found or not marks.can_be_heading(cursor) or marks.heading_of(cursor):
        return
    signs = QTextCursor(cursor)
    signs.beginEditBlock()
    signs.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
    signs.removeSelectedText()
    lists.toggle(signs, ordered=found[1] is not None)
    signs.endEditBlock()


def leave_picture(cursor: QTextCursor) -> None:
    """Stand in a new paragraph before or after the picture, on the side where the cursor is."""
    paragraph, letters = formats.paragraph_format(), formats.char_format()
    if cursor.atBlockStart():
        picture = cursor.blockFormat()
        cursor.beginEditBlock()
        cursor.insertBlock(picture, letters)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(paragraph)
        cursor.endEditBlock()
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(paragraph, letters)


def _choose_block(cursor: QTextCursor, start: int, length: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)


def _drop_if_empty(cursor: QTextCursor) -> None:
    """Take an empty paragraph out."""
    if cursor.block().length() == 1 and cursor.block().next().isValid():
        cursor.deleteChar()


def _remove_the_block_above(cursor: QTextCursor) -> None:
    """An empty paragraph above a heading goes, and the heading stays one."""
    above = QTextCursor(cursor.block().previous())
    above.deleteChar()
