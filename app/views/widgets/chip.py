"""A short word on a coloured ground: the colour repeats what the word says, never alone."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme.tokens import Tone
from app.views.widgets.naming import restyle
from app.views.widgets.text import Text


class Chip(Text):
    """`ferdig`, `4 dager`, `utløpt`; an empty chip is our bug, since colour cannot speak."""

    def __init__(self, text: str, tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, step="chip", parent=parent)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def tone(self) -> str:
        """What the colour says."""
        return str(self.property("tone"))

    def say(self, text: str, tone: Tone) -> None:
        """Another word in another colour."""
        if not text:
            raise ValueError("a chip needs a word")
        self.setText(text)
        if tone != self.tone:
            self.setProperty("tone", tone)
            restyle(self)
