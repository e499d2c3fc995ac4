"""The page's one primary button, what one most likely begins with in the list on screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.i18n.voice import Voice
from app.views.members.lists import (
    INSTITUTIONS,
    NEW_INSTITUTION,
    NEW_OBSERVER,
    NEW_PERSON,
    OBSERVERS,
    PEOPLE,
    SEATS,
)
from app.views.members.roster.actions import MERGE, NEW_TERM
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.naming import named

BUTTONS = {
    SEATS: (NEW_TERM, "new-term"),
    OBSERVERS: (NEW_OBSERVER, "new-observer"),
    INSTITUTIONS: (NEW_INSTITUTION, "new-institution"),
    PEOPLE: (NEW_PERSON, "new-person"),
}


class PrimaryButtons(QWidget):
    """One button for each list; that of the shown list is there, and mergers at institutions."""

    def __init__(
        self, voice: Voice, start: Callable[[str], object], merge: Callable[[], object]
    ) -> None:
        super().__init__()
        named(self, "primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(MEDIUM)
        self._merge = button(voice.word(MERGE), "merge-institutions", on_click=merge)
        line.addWidget(self._merge)
        self._buttons: dict[str, QPushButton] = {}
        for key, (text, name) in BUTTONS.items():
            made = button(voice.word(text), name, "primary", on_click=partial(start, key))
            line.addWidget(made)
            self._buttons[key] = made
        self._choose(SEATS)

    def show_for(self, key: str) -> None:
        """Show the button of a list, and no other."""
        self._choose(key)
        self.setVisible(key in self._buttons)

    def _choose(self, key: str) -> None:
        """Without showing this itself, which would be a window before it has its place."""
        for one, made in self._buttons.items():
            made.setVisible(one == key)
        self._merge.setVisible(key == INSTITUTIONS)
