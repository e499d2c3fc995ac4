"""What the parts of the brief's form share: the desk they store at, and how they are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.i18n.voice import Voice
from app.services.briefs import BriefView
from app.services.editing.editors import Editors
from app.services.house import House
from app.views.editing.autosave import AutoSave
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

CASE = "case"
"""The group of the fields that go with the version of the case itself."""

ORIGIN = "brief"


@dataclass(frozen=True, slots=True)
class Form:
    """Handed to every part of the form; `edit` signs as the brief, so that it knows its own."""

    bench: Workbench
    house: House
    save: AutoSave
    edit: Editors
    shown: Callable[[], BriefView | None]
    """The brief on screen."""

    @property
    def voice(self) -> Voice:
        """The window's language."""
        return self.bench.voice


class Remark(QFrame):
    """A sentence with a sign before it, under a field; hidden while there is nothing to say."""

    def __init__(self, name: str, icon: str = "info", ink: str = "muted") -> None:
        super().__init__()
        self._words = Text("", "small", ink, wraps=True)
        named(self, name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL - 2)
        self._icon = IconLabel(icon, ink, 14)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`, or nothing."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """What it says."""
        return self._words.text()


def heading_over(text: str) -> Text:
    """A small label over a group of controls, as fields have it."""
    made = Text(text, "small", "muted")
    made.setContentsMargins(0, 0, MEDIUM, 0)
    return made
