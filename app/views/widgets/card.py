"""A card with a heading, and the rows in it that lead somewhere or only tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.theme.metrics import HUGE, LARGE, MEDIUM, ROW_HEIGHT, SMALL, TINY
from app.views.theme.palette import current_tokens
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

_WORDS_FIRST = 180
"""Up to this width the words of a row keep their room, and what stands at the right gives way."""


class CardHeader(QFrame):
    """Title, what stands under it, what stands at its right, and at most one action."""

    def __init__(self, title: str, action: QWidget | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = named(ShortText(title, "section"), "title")
        self.below = named(ShortText("", "small", "muted"), "below")
        self.side = named(ShortText("", "small", "muted"), "side")
        self.below.hide()
        words = QVBoxLayout()
        words.setSpacing(TINY - 1)
        words.addWidget(self.title)
        words.addWidget(self.below)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        line.setSpacing(LARGE)
        line.addLayout(words, 1)
        line.addWidget(self.side)
        if action is not None:
            line.addWidget(action)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class Card(QFrame):
    """A surface with a heading; what belongs in it is added with `add`, from the top down."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        side: str = "",
        below: str = "",
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, title)
        self._header = CardHeader(title, action, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._header)
        self._rows: list[Row | LinkRow] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        outer.addLayout(self._body, 1)
        self.tell(side=side, below=below)

    def tell(
        self, *, title: str | None = None, side: str | None = None, below: str | None = None
    ) -> None:
        """Change what the heading says; `None` leaves a part as it is."""
        if title is not None:
            self._header.title.setText(title)
            self.setAccessibleName(title)
        if side is not None:
            self._header.side.setText(side)
        if below is not None:
            self._header.below.setText(below)
            self._header.below.setVisible(bool(below))

    def add(self, widget: QWidget, *, inset: bool = False, stretch: int = 0) -> None:
        """Add `widget`, with air around it where `inset`."""
        if not inset:
            self._body.addWidget(widget, stretch)
            return
        self._body.addLayout(row(widget, margins=(LARGE, MEDIUM, LARGE, LARGE)), stretch)

    def show_rows(self, rows: Sequence[Row | LinkRow]) -> None:
        """Show these rows instead of the ones before, from the top; the rest stays empty."""
        for old in self._rows:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for place, each in enumerate(rows):
            each.setProperty("place", "first" if place == 0 else "later")
            self._body.insertWidget(place, each)
        if rows and self._body.count() == len(rows):
            self._body.addStretch(1)


class Row(QFrame):
    """A line of a card: what leads (a chip or a date), words, what stands at the right."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        lead: QWidget | None = None,
        side: str = "",
        trailing: QWidget | None = None,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name)
        _fill(self, text, lead, side, trailing, strong)


class LinkRow(QAbstractButton):
    """The same line where it leads to a place: `clicked` by mouse, Enter or the space bar."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        lead: QWidget | None = None,
        side: str = "",
        trailing: QWidget | None = None,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        chips = [part.text() for part in (lead, trailing) if isinstance(part, Text)]
        named(self, name, ", ".join(part for part in (text, side, *chips) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _fill(self, text, lead, side, trailing, strong)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(tokens.accent_soft))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        if self.property("place") != "first":
            painter.fillRect(0, 0, self.width(), 1, QColor(tokens.faint_line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def _fill(
    owner: QWidget,
    text: str,
    lead: QWidget | None,
    side: str,
    trailing: QWidget | None,
    strong: bool,
) -> None:
    line = QHBoxLayout(owner)
    line.setContentsMargins(LARGE, SMALL - 1, LARGE, SMALL - 1)
    line.setSpacing(MEDIUM)
    if lead is not None:
        line.addWidget(lead)
    words = ShortText(text, "medium" if strong else "body")
    words.setMinimumWidth(min(words.sizeHint().width(), _WORDS_FIRST))
    line.addWidget(words, 1)
    if side:
        line.addWidget(ShortText(side, "small", "muted"))
    if trailing is not None:
        line.addWidget(trailing)
    if isinstance(owner, LinkRow):
        for part in owner.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    owner.setMinimumHeight(ROW_HEIGHT)
    owner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def date_lead(text: str) -> Text:
    """A date in front of a row, in a column of one width."""
    made = Text(text, "strong")
    made.setMinimumWidth(max(2 * HUGE + SMALL, made.sizeHint().width() + 1))
    return made
