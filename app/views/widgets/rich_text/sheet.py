"""A text on screen with the lines of its tables, written on or only shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit

from app.views.theme.palette import current_tokens
from app.views.widgets.rich_text.grid import paint_grids


class Sheet(QTextEdit):
    """Paints the lines of tables in the colours of the theme, under the text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        down = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -down)
        seen = QRectF(event.rect().translated(0, down))
        line, head = QColor(tokens.field_line), QColor(tokens.background)
        paint_grids(painter, self.document(), seen, line, head)
        painter.end()
        super().paintEvent(event)
