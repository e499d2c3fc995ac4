"""Making, leaving and nesting lists; every command leaves what is stored and what is seen alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextList

from app.domain.rich_text import MAX_LIST_DEPTH
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.document import parts
from app.views.widgets.rich_text.formats import list_of, table_of
from app.views.widgets.rich_text.nesting import Point, lists_of


def is_in(cursor: QTextCursor, *, ordered: bool) -> bool:
    """Whether the cursor stands in a list of this kind."""
    inside = list_of(cursor.block())
    return inside is not None and formats.is_ordered(inside.format()) is ordered


def toggle(cursor: QTextCursor, *, ordered: bool) -> None:
    """Make points of the chosen paragraphs, or paragraphs of the points.

    Without a selection, the other kind of list changes its kind as a whole.
    """
    blocks = _writable(cursor)
    if not blocks:
        return
    inside = list_of(cursor.block())
    cursor.beginEditBlock()
    if all(_is_kind(block, ordered) for block in blocks):
        for block in blocks:
            _leave(block)
    elif inside is not None and not cursor.hasSelection():
        inside.setFormat(formats.list_format(ordered, formats.depth_of(inside.format())))
    else:
        _make(blocks, ordered)
    tidy(cursor.document())
    cursor.endEditBlock()


def can_indent(cursor: QTextCursor) -> bool:
    """Whether the chosen points may stand one level deeper: only below another point."""
    family = _family(cursor)
    if not family:
        return False
    above = family[0].previous()
    return (
        list_of(above) is not None
        and _depth(above) >= _depth(family[0])
        and max(map(_depth, family)) < MAX_LIST_DEPTH
    )


def can_outdent(cursor: QTextCursor) -> bool:
    """Whether there is a list to step out of."""
    return bool(_family(cursor))


def indent(cursor: QTextCursor) -> None:
    """Put the chosen points, with those below them, one level deeper."""
    if not can_indent(cursor):
        return
    cursor.beginEditBlock()
    for block in _family(cursor):
        inside = block.textList()
        ordered = formats.is_ordered(inside.format())
        _move(block, _depth(block) + 1, ordered, keeps_kind=True)
    tidy(cursor.document())
    cursor.endEditBlock()


def outdent(cursor: QTextCursor) -> None:
    """Lift the chosen points, with those below them; from the outermost level they leave."""
    family = _family(cursor)
    if not family:
        return
    cursor.beginEditBlock()
    for block in family:
        depth = _depth(block)
        if depth == 1:
            _leave(block)
        else:
            _move(block, depth - 1, formats.is_ordered(block.textList().format()))
    tidy(cursor.document())
    cursor.endEditBlock()


def tidy(document: QTextDocument) -> None:
    """Let every list begin at 1 where the stored text has it begin, and stand at its depth."""
    taken: set[int] = set()
    for run in _runs(document):
        places = lists_of(_point(block) for block in run)
        homes: dict[int, QTextList] = {}
        for block, (number, depth) in zip(run, places, strict=True):
            home = homes.get(number)
            if home is None:
                homes[number] = _home(block, depth, taken)
                taken.add(homes[number].objectIndex())
            elif home.objectIndex() != block.textList().objectIndex():
                home.add(block)


def is_tidy(document: QTextDocument) -> bool:
    """Whether `tidy` would change nothing."""
    taken: set[int] = set()
    for run in _runs(document):
        begun: dict[int, int] = {}
        places = lists_of(_point(block) for block in run)
        for block, (number, depth) in zip(run, places, strict=True):
            own = block.textList()
            if number not in begun:
                if own.objectIndex() in taken or own.format().indent() != depth:
                    return False
                taken.add(own.objectIndex())
            begun.setdefault(number, own.objectIndex())
    return True


def _home(block: QTextBlock, depth: int, taken: set[int]) -> QTextList:
    """The list that the block begins: its own, or a new one when that is another's."""
    own = block.textList()
    form = own.format()
    right = formats.list_format(formats.is_ordered(form), depth)
    if own.objectIndex() in taken:
        return QTextCursor(block).createList(right)
    if form.indent() != depth:
        own.setFormat(right)
    return own


def _make(blocks: Sequence[QTextBlock], ordered: bool) -> None:
    """Points of one list, which goes on from the one above and takes in the one below."""
    above, below = blocks[0].previous(), blocks[-1].next()
    home = list_of(above) if _is_kind(above, ordered, depth=1) else None
    for block in blocks:
        cursor = QTextCursor(block)
        _as_body(block)
        cursor.setBlockFormat(formats.point_format())
        if home is None:
            home = cursor.createList(formats.list_format(ordered, 1))
        else:
            home.add(block)
    if home is not None and _is_kind(below, ordered, depth=1):
        _take_in(below.textList(), home)


def _take_in(other: QTextList, home: QTextList) -> None:
    if other.objectIndex() != home.objectIndex():
        for block in [other.item(at) for at in range(other.count())]:
            home.add(block)


def _move(block: QTextBlock, depth: int, ordered: bool, *, keeps_kind: bool = False) -> None:
    """To `depth`, into the list that already stands there if there is one."""
    above = block.previous()
    while list_of(above) is not None and _depth(above) >= depth:
        if _depth(above) == depth:
            if not keeps_kind or _is_kind(above, ordered):
                above.textList().add(block)
                return
            break
        above = above.previous()
    QTextCursor(block).createList(formats.list_format(ordered, depth))


def _leave(block: QTextBlock) -> None:
    QTextCursor(block).setBlockFormat(formats.paragraph_format())


def _as_body(block: QTextBlock) -> None:
    """The letters of a heading that stops being one."""
    if block.blockFormat().headingLevel():
        QTextCursor(block).setBlockCharFormat(formats.char_format())


def _family(cursor: QTextCursor) -> list[QTextBlock]:
    """The chosen points, and those below the last of them; none when others are chosen too."""
    chosen = selected_blocks(cursor)
    if any(list_of(block) is None for block in chosen):
        return []
    least = _depth(chosen[-1])
    after = chosen[-1].next()
    while list_of(after) is not None and _depth(after) > least:
        chosen.append(after)
        after = after.next()
    return chosen


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection touches, or the cursor's own."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    blocks = []
    while block.isValid() and block.blockNumber() <= last:
        blocks.append(block)
        block = block.next()
    return blocks


def _writable(cursor: QTextCursor) -> list[QTextBlock]:
    """The chosen blocks that may be points: not in tables, no pictures."""
    return [
        block
        for block in selected_blocks(cursor)
        if table_of(QTextCursor(block)) is None and formats.OBJECT not in block.text()
    ]


def _runs(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    """Neighbouring points, as long as nothing else comes between."""
    run: list[QTextBlock] = []
    for part in (*parts(document.rootFrame()), None):
        if isinstance(part, QTextBlock) and list_of(part) is not None:
            run.append(part)
        elif run:
            yield run
            run = []


def _point(block: QTextBlock) -> Point:
    inside = block.textList()
    form = inside.format()
    return Point(formats.depth_of(form), formats.is_ordered(form), inside.objectIndex())


def _is_kind(block: QTextBlock, ordered: bool, depth: int | None = None) -> bool:
    inside = list_of(block)
    if inside is None:
        return False
    form = inside.format()
    return formats.is_ordered(form) is ordered and depth in (None, formats.depth_of(form))


def _depth(block: QTextBlock) -> int:
    return formats.depth_of(block.textList().format())
