"""The head of a page: its title, a line about it, its actions, and what belongs under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.theme.metrics import CONTROL_HEIGHT, HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText

_TITLE_LEAST, _SIDE_LEAST = 200, 160
"""Pixels that a title and the line about it keep, where they need as much."""


class PageHeader(QFrame):
    """Stands on top of every page; it takes one primary button at most."""

    def __init__(
        self,
        title: str,
        *,
        side: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if sum(_is_primary(action) for action in actions) > 1:
            raise ValueError("one primary button per screen")
        named(self, "page-header", title)
        self._title = named(ShortText(title, "title"), "page-title")
        self._side = named(ShortText(side, "body", "muted"), "page-side")
        self._line = QHBoxLayout()
        self._line.setSpacing(MEDIUM)
        self._line.addWidget(self._title)
        self._line.addWidget(self._side, 1)
        for action in actions:
            self._line.addWidget(action)
        self._under = QVBoxLayout()
        self._under.setSpacing(0)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(HUGE, MEDIUM + 2, HUGE, 0)
        holder.setSpacing(0)
        holder.addLayout(self._line)
        holder.addSpacing(LARGE - 1)
        holder.addLayout(self._under)
        self._title.setMinimumHeight(CONTROL_HEIGHT)
        self._share_room()

    def tell(self, *, title: str | None = None, side: str | None = None) -> None:
        """Change the words; `None` leaves them as they are."""
        if title is not None:
            self._title.setText(title)
            self.setAccessibleName(title)
        if side is not None:
            self._side.setText(side)
        self._share_room()

    def _share_room(self) -> None:
        """Of two long texts neither leaves the other nothing but an ellipsis."""
        for words, least in ((self._title, _TITLE_LEAST), (self._side, _SIDE_LEAST)):
            words.setMinimumWidth(min(words.sizeHint().width(), least))

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a small control straight after the title, such as a year to leaf through."""
        self._line.insertWidget(1, widget)

    def add_action(self, widget: QWidget) -> None:
        """Put one more action before the others."""
        self._line.insertWidget(self._line.indexOf(self._side) + 1, widget)

    def add_under(self, widget: QWidget, *, last: bool = False) -> None:
        """Put a stepper or tabs under the title; `last` lets it stand on the header's line."""
        self._under.addWidget(widget)
        if not last:
            self._under.addSpacing(SMALL)


def _is_primary(widget: QWidget) -> bool:
    return isinstance(widget, QPushButton) and widget.property("kind") == "primary"


class StatusLine(QFrame):
    """The line at the foot of the window that says which file this is and what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = named(ShortText("", "small", "muted"), "status")
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, 4, LARGE, 4)
        line.addWidget(self._words, 1)

    def say(self, text: str) -> None:
        """Show `text`."""
        self._words.setText(text)

    def text(self) -> str:
        """What stands there."""
        return self._words.text()
