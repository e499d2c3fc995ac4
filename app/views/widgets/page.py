"""What a screen is to the shell: a widget with a head, that listens to changes and knows places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.changes import Changes
from app.views.widgets.naming import named
from app.views.widgets.page_header import PageHeader


class Page(QWidget):
    """One screen; it is made when it is first opened, and kept while the file is open."""

    wandered = Signal()
    """Inside the page the user has come to another place, as `place()` tells it."""

    def __init__(self, name: str, header: PageHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"page-{name}")
        self.header = header
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(header)

    def fill(self, body: QWidget) -> None:
        """Put the content under the head."""
        self._box.addWidget(body, 1)

    def refresh_if(self, changes: Changes) -> None:
        """Refresh what `changes` may have touched; an editor that is being typed in is not."""

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here, for the page's menu, each with its shortcut."""
        return ()

    def go_to(self, place: str) -> None:
        """Show a place inside the page, as `place()` once told it; the beginning for empty text."""

    def place(self) -> str:
        """Where inside the page the user is, to come back to."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard on what comes first here.

        Qt walks its own chain: `nextInFocusChain` would tie the wrappers of strangers together, and
        they would die together.
        """
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextChild()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            # Nothing here takes the keyboard yet: it stays with the page, not with a stranger.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The user goes to another page, or the file is closed: store what is typed."""
