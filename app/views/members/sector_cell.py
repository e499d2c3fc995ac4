"""A cell that says a sector: a square in its colour, and always its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from app.views.theme.fonts import font
from app.views.theme.metrics import SMALL
from app.views.theme.palette import current_tokens
from app.views.widgets.table_cells import CellDelegate
from app.views.widgets.table_model import Cell, Index

_SQUARE = 8


class SectorDelegate(CellDelegate):
    """The cell's ink is the sector, which is a colour of the theme by the same name."""

    def paint_cell(self, painter: QPainter, inner: QRect, cell: Cell, index: Index) -> None:
        tokens = current_tokens()
        square = QRect(inner.left(), inner.center().y() - _SQUARE // 2 + 1, _SQUARE, _SQUARE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, cell.ink)))
        painter.drawRoundedRect(square, 2, 2)
        painter.setFont(font("body"))
        painter.setPen(QColor(tokens.text))
        words = inner.adjusted(_SQUARE + SMALL - 1, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
