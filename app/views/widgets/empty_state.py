"""An empty place that teaches: one sentence about what belongs here, and the button that starts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.theme.metrics import HUGE, MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

_ICON = 28
_WIDTH = 380
_MOST_OF_THE_ROOM = 100


class EmptyState(QWidget):
    """Stands where rows would; without a verb it only tells."""

    def __init__(
        self,
        name: str,
        sentence: str,
        *,
        icon: str,
        verb: str = "",
        on_start: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, sentence)
        words = self._words = named(Text(sentence, ink="muted", wraps=True), "sentence")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(_WIDTH)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, _MOST_OF_THE_ROOM)
        middle.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        box.addWidget(IconLabel(icon, "muted", _ICON), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(middle)
        if verb and on_start is not None:
            start = button(verb, f"{name}-start", on_click=on_start)
            box.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def tell(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
