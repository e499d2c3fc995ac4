"""The lines of tables, painted under the text.

Qt's own lines cost a third of every key in a large table, and are a part of the text's formats.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextTable,
)


def paint_grids(
    painter: QPainter, document: QTextDocument, seen: QRectF, line: QColor, head: QColor
) -> None:
    """Paint the lines of the tables that lie in `seen`, and the ground of their headings."""
    layout = document.documentLayout()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            outer = _outer(layout, frame)
            if outer.intersects(seen):
                _paint(painter, layout, frame, outer, seen, line, head)


def _paint(
    painter: QPainter,
    layout: QAbstractTextDocumentLayout,
    table: QTextTable,
    outer: QRectF,
    seen: QRectF,
    line: QColor,
    head: QColor,
) -> None:
    columns = [_start(layout, table, 0, each).x() for each in range(1, table.columns())]
    if table.format().headerRowCount():
        end = _start(layout, table, 1, 0).y() if table.rows() > 1 else outer.bottom()
        painter.fillRect(QRectF(outer.topLeft(), QPointF(outer.right(), end)), head)
    painter.setPen(QPen(line, 1))
    painter.drawRect(outer)
    painter.drawLines([QLineF(x, outer.top(), x, outer.bottom()) for x in columns])
    rows = _rows(layout, table, seen)
    painter.drawLines([QLineF(outer.left(), y, outer.right(), y) for y in rows])


def _outer(layout: QAbstractTextDocumentLayout, table: QTextTable) -> QRectF:
    """The outermost lines; Qt tells the height of a table, but not rightly where it begins."""
    form = table.format()
    start = _start(layout, table, 0, 0)
    last = layout.blockBoundingRect(_block(table, 0, table.columns() - 1))
    height = layout.frameBoundingRect(table).height() - form.topMargin() - form.bottomMargin()
    right = last.right() + form.cellPadding() + form.cellSpacing() / 2
    return QRectF(start, QPointF(right, start.y() + height - form.cellSpacing()))


def _rows(layout: QAbstractTextDocumentLayout, table: QTextTable, seen: QRectF) -> Iterator[float]:
    """Where the rows but the first begin, as far as they are seen."""
    for row in range(1, table.rows()):
        top = _start(layout, table, row, 0).y()
        if top > seen.bottom():
            return
        if top >= seen.top():
            yield top


def _start(
    layout: QAbstractTextDocumentLayout, table: QTextTable, row: int, column: int
) -> QPointF:
    """Where the lines to the left of a cell and above it meet, in the middle of a pixel."""
    inside = layout.blockBoundingRect(_block(table, row, column)).topLeft()
    away = table.format().cellPadding() + table.format().cellSpacing() / 2
    return QPointF(round(inside.x() - away) + 0.5, round(inside.y() - away) + 0.5)


def _block(table: QTextTable, row: int, column: int) -> QTextBlock:
    return table.cellAt(row, column).firstCursorPosition().block()
