"""Moving among the pages by wheel, mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.views.theme.palette import current_tokens
from app.views.widgets.pdf_view.canvas import PageCanvas
from app.views.widgets.pdf_view.page_layout import LARGEST, SMALLEST, Zoom

_NOTCH = 120
_GROWTH = 1.15
"""How much larger one notch of the wheel makes it."""


class SteeredCanvas(PageCanvas):
    """Wheel scrolls, Ctrl+wheel zooms where it points, the mouse drags, and every key works."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(name, spoken, parent)
        self._grip: QPointF | None = None
        self._shows_focus = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shows_focus and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(current_tokens().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y() / _NOTCH
        if turned:
            percent = min(max(self.percent * _GROWTH**turned, SMALLEST), LARGEST)
            self.set_zoom(Zoom("percent", percent), event.position() * self.ratio)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key_moves(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _key_moves(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Move as `key` says; whether it says anything."""
        with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        with_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        sides = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if key in turns and with_control:
            self.go_to_page(self.page + turns[key])
        elif key in turns:
            self._turn(turns[key])
        elif key == Qt.Key.Key_Space:
            self._turn(-1 if with_shift else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            down.setValue(down.minimum() if key == Qt.Key.Key_Home else down.maximum())
        elif key in sides and across.maximum() == across.minimum():
            self.go_to_page(self.page + sides[key])
        else:
            return False
        return True

    def _turn(self, direction: int) -> None:
        """A screenful on; where a page fits in the view, a page on."""
        if self.zoom.fit == "page":
            self.go_to_page(self.page + direction)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + direction * self.screenful)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.page_count:
            self._grip = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = (event.position() - self._grip) * self.ratio
            self._grip = event.position()
            for bar, way in (
                (self.horizontalScrollBar(), moved.x()),
                (self.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() - round(way))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().unsetCursor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_keyboard = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_focus = event.reason() in by_keyboard
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
