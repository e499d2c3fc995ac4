"""A whole number with arrows, dressed like the other fields; scrolling past does not change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from app.views.theme.metrics import SMALL


class NumberField(QSpinBox):
    """The wheel turns it only while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The style sheet cannot reach the line inside.
        self.lineEdit().setTextMargins(SMALL, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
