"""Commands on letters and paragraphs: bold and its kin, links, headings, clearing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFragment

from app.domain.rich_text import Run
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.document import write_runs
from app.views.widgets.rich_text.formats import list_of, table_of
from app.views.widgets.rich_text.lists import selected_blocks

_SETTERS: dict[str, Callable[[QTextCharFormat, bool], None]] = {
    "bold": lambda form, on: form.setFontWeight(700 if on else 400),
    "italic": lambda form, on: form.setFontItalic(on),
    "underline": lambda form, on: form.setFontUnderline(on),
}


def mark(name: str, *, on: bool) -> QTextCharFormat:
    """What `bold`, `italic` or `underline` changes in a format, to be merged into it."""
    made = QTextCharFormat()
    _SETTERS[name](made, on)
    return made


def heading_of(cursor: QTextCursor) -> int:
    """The level of the heading that the cursor stands in; 0 for other text."""
    return cursor.blockFormat().headingLevel()


def can_be_heading(cursor: QTextCursor) -> bool:
    """Whether the cursor's block may become a heading: not a point, a cell or a picture."""
    block = cursor.block()
    return (
        list_of(block) is None and table_of(cursor) is None and formats.OBJECT not in block.text()
    )


def set_heading(cursor: QTextCursor, level: int) -> None:
    """Make headings of the chosen paragraphs; level 0 makes paragraphs of them."""
    cursor.beginEditBlock()
    for block in selected_blocks(cursor):
        inside = QTextCursor(block)
        if can_be_heading(inside):
            _set_level(inside, level)
    cursor.endEditBlock()


def clear(cursor: QTextCursor) -> None:
    """Plain letters in the selection, or in the paragraph; headings become paragraphs."""
    cursor.beginEditBlock()
    whole = QTextCursor(cursor)
    if not whole.hasSelection():
        whole.select(QTextCursor.SelectionType.BlockUnderCursor)
    for name in _SETTERS:
        whole.mergeCharFormat(mark(name, on=False))
    set_heading(cursor, 0)
    cursor.endEditBlock()


def link_at(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor over the whole link that `cursor` stands in or at the end of; None without one."""
    block = cursor.block()
    position = cursor.selectionStart()
    found: list[QTextFragment] = []
    address = ""
    for fragment in fragments(block):
        href = formats.style_of(fragment.charFormat()).link or ""
        if href != address:
            if _covers(found, position):
                break
            found, address = [], href
        if href:
            found.append(fragment)
    if not _covers(found, position):
        return None
    whole = QTextCursor(block)
    whole.setPosition(found[0].position())
    whole.setPosition(_end(found[-1]), QTextCursor.MoveMode.KeepAnchor)
    return whole


def address_of(link: QTextCursor) -> str:
    """The address of a link that `link_at` found."""
    inside = QTextCursor(link)
    inside.setPosition(link.selectionStart() + 1)
    return inside.charFormat().anchorHref()


def set_link(cursor: QTextCursor, address: str, text: str) -> None:
    """Link the selection to `address`; `text` replaces it where it says something else."""
    cursor.beginEditBlock()
    if text and (not cursor.hasSelection() or text != cursor.selectedText()):
        here = cursor.selectionStart()
        before = formats.style_of(cursor.charFormat())
        cursor.removeSelectedText()
        write_runs(cursor, [Run(text, before.bold, before.italic, before.underline)])
        cursor.setPosition(here, QTextCursor.MoveMode.KeepAnchor)
    made = QTextCharFormat()
    made.setAnchor(True)
    made.setAnchorHref(address)
    cursor.mergeCharFormat(made)
    cursor.endEditBlock()
    cursor.setPosition(cursor.selectionEnd())


def remove_link(link: QTextCursor) -> None:
    """Keep the words of a link that `link_at` found, and nothing to follow."""
    cursor = QTextCursor(link)
    cursor.beginEditBlock()
    pieces = [
        (each.position(), _end(each), formats.style_of(each.charFormat()))
        for each in fragments(cursor.block())
        if link.selectionStart() <= each.position() < link.selectionEnd()
    ]
    for start, end, style in pieces:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(formats.char_format(style._replace(link=None)))
    cursor.endEditBlock()


def writing_format(cursor: QTextCursor, form: QTextCharFormat) -> QTextCharFormat:
    """The format for a letter typed at `cursor`, where Qt would take `form`.

    A link does not grow at its ends, and nothing of a heading's block or a picture is carried on.
    """
    style = formats.style_of(form)
    if style.link is not None and not _is_within_link(cursor):
        style = style._replace(link=None)
    return formats.char_format(style)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a block in one format each."""
    for place in cast("Iterator[QTextBlock.iterator]", block):
        yield place.fragment()


def _set_level(inside: QTextCursor, level: int) -> None:
    if level:
        inside.setBlockFormat(formats.heading_format(level))
        inside.setBlockCharFormat(formats.heading_char_format(level))
    elif heading_of(inside):
        inside.setBlockFormat(formats.paragraph_format())
        inside.setBlockCharFormat(formats.char_format())


def _is_within_link(cursor: QTextCursor) -> bool:
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    after = QTextCursor(cursor)
    after.setPosition(cursor.position() + 1)
    return after.charFormat().anchorHref() == cursor.charFormat().anchorHref()


def _covers(found: list[QTextFragment], position: int) -> bool:
    return bool(found) and found[0].position() <= position <= _end(found[-1])


def _end(fragment: QTextFragment) -> int:
    return fragment.position() + fragment.length()
