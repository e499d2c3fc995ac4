"""What a tab of the year's page is to its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.services.changes import Changes
from app.services.year.facts import YearView


class YearTab(QWidget):
    """Shows one year; the page reads it, and reads it anew when something has changed."""

    year_wanted = Signal(int)
    """The user wants another year, such as by leafing on from December."""

    def show_year(self, view: YearView) -> None:
        """Show a year; a tab that has nothing of it shows the same as before."""

    def refresh_if(self, changes: Changes) -> None:
        """Read anew what is not part of the year that the page reads."""

    def page_actions(self) -> Sequence[QAction]:
        """What can be done here, for the page's menu."""
        return ()

    def take_focus(self) -> None:
        """Put the keyboard on what comes first."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab that is made when it is first wanted."""

    key: str
    title: str
    make: Callable[[], YearTab]
