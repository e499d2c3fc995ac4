"""A chip painted inside lists and tables, the same as the widget."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from app.views.theme.fonts import font
from app.views.theme.metrics import RADIUS_CHIP
from app.views.theme.palette import current_tokens
from app.views.theme.tokens import Tone

_PADDING, _HEIGHT = 7, 20


def chip_size(text: str) -> QSize:
    """The room that a chip with `text` takes."""
    width = QFontMetrics(font("chip")).horizontalAdvance(text)
    return QSize(width + 2 * _PADDING + 1, _HEIGHT)


def paint_chip(painter: QPainter, left: int, top: int, text: str, tone: Tone) -> None:
    """Paint a chip with its corner at (`left`, `top`)."""
    tokens = current_tokens()
    size = chip_size(text)
    place = QRect(left, top, size.width(), size.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.soft(tone)))
    painter.drawRoundedRect(place, RADIUS_CHIP, RADIUS_CHIP)
    painter.setFont(font("chip"))
    painter.setPen(QColor(tokens.strong(tone)))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
