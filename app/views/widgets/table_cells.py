"""How a cell of a table is painted: words in their ink, or a chip, over a faint line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from app.views.theme.fonts import font
from app.views.theme.metrics import MEDIUM
from app.views.theme.palette import current_tokens
from app.views.widgets.painted_chip import chip_size, paint_chip
from app.views.widgets.table_model import ALIGN, CELL, Cell, Index
from app.views.widgets.text import plain_tooltip


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; the first column of the current row is marked while the table has focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        place: QRect = option.rect
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
        painter.setPen(QPen(QColor(tokens.faint_line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        self._mark_focus(painter, place, index)
        self.paint_cell(painter, place.adjusted(MEDIUM, 0, -MEDIUM, 0), cell, index)
        painter.restore()

    def paint_cell(self, painter: QPainter, inner: QRect, cell: Cell, index: Index) -> None:
        """Paint what stands in the cell, inside its air."""
        tokens = current_tokens()
        right = index.data(ALIGN) == "right"
        if cell.tone is not None and cell.text:
            size = chip_size(cell.text)
            left = inner.right() - size.width() + 1 if right else inner.left()
            middle = inner.center().y() - size.height() // 2
            paint_chip(painter, left, middle, cell.text, cell.tone)
            return
        painter.setFont(font("medium" if cell.strong else "body"))
        painter.setPen(QColor(getattr(tokens, cell.ink)))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, words)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole text, where it does not fit."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        text = str(index.data())
        fits = option.fontMetrics.horizontalAdvance(text) <= option.rect.width() - 2 * MEDIUM
        QToolTip.showText(event.globalPos(), "" if fits else plain_tooltip(text), view)
        return True

    def _mark_focus(self, painter: QPainter, place: QRect, index: Index) -> None:
        view = self.parent()
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        is_first = view.horizontalHeader().visualIndex(index.column()) == 0
        if is_first and view.currentIndex().row() == index.row():
            bar = QRect(place.left(), place.top(), 3, place.height() - 1)
            painter.fillRect(bar, QColor(current_tokens().accent))
