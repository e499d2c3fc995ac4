"""What stands where pages will be, while they are being made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.views.theme.metrics import HUGE, MEDIUM
from app.views.widgets.naming import named
from app.views.widgets.text import Text

_WIDTH = 180


class Waiting(QWidget):
    """A sentence, and a bar that shows that something goes on."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reader-waiting", sentence)
        words = named(Text(sentence, ink="muted"), "sentence")
        bar = named(QProgressBar(), "waiting-bar", sentence)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(_WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        for each in (words, bar):
            box.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
