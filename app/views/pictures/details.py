"""What is pointed at in a picture, told under it in two lines that never move anything."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.views.theme.metrics import LARGE, SMALL, TINY
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

_HEIGHT = 70


class DetailsStrip(QFrame):
    """The first line is the most telling; without any, the hint stands there."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        named(self, name)
        self._hint = hint
        self._first = named(ShortText("", "medium"), "details-first")
        self._rest = named(Text("", "small", "muted", wraps=True), "details-rest")
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        box.setSpacing(TINY - 1)
        box.addStretch(1)
        box.addWidget(self._first)
        box.addWidget(self._rest)
        box.addStretch(1)
        self.setFixedHeight(_HEIGHT)
        self.tell(())

    def tell(self, lines: tuple[str, ...]) -> None:
        """Say these, or the hint."""
        first, *rest = lines or (self._hint,)
        self._first.setText(first)
        self._first.set_ink("text" if lines else "muted")
        self._rest.setText(" · ".join(rest))
        self._rest.setVisible(bool(rest))
