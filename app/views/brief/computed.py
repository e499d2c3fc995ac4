"""The part of a section that the program writes itself: shown, never typed in."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.rich_text import EMPTY, RichText
from app.views.widgets.naming import named
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.document import show
from app.views.widgets.rich_text.look import Look
from app.views.widgets.rich_text.sheet import Sheet


class ComputedText(Sheet):
    """As tall as its text; hidden while there is none."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._text = EMPTY
        self.setReadOnly(True)
        self.setProperty("kind", "computed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        formats.prepare(self.document())
        self._look = Look(self.document(), self.palette().color(QPalette.ColorRole.Link))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.hide()

    def show_text(self, text: RichText) -> None:
        """Show `text`, or nothing."""
        if text != self._text:
            self._text = text
            show(self.document(), text)
        self.setVisible(bool(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self, size: QSizeF) -> None:
        around = self.height() - self.viewport().height()
        wanted = round(size.height()) + max(around, 0)
        if wanted != self.height():
            self.setFixedHeight(wanted)
