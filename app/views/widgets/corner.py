"""The corner that says what is stored, so that nobody looks for a save button."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

STORED = _("Lagret {at:klokke}")
MISSING = _("Lagret – {n:felt mangler|felt mangler}")
STORING = _("Lagrer …")
FAILED = _("Ikke lagret. Det du skrev, står fortsatt her.")
READING = _("Bare lesing")

Storing = Literal["nothing", "storing", "stored", "failed", "reading"]


@dataclass(frozen=True, slots=True)
class Saved:
    """How it stands with what was typed: when it was stored, and how many fields miss something.

    `note` is added after it, such as `Sikkerhetskopi i dag`.
    """

    state: Storing
    at: datetime.time | None = None
    missing: int = 0
    note: str = ""


_SIGNS = {
    "nothing": ("", ""),
    "storing": ("refresh-cw", "muted"),
    "stored": ("check", "ok"),
    "missing": ("circle-alert", "warn"),
    "failed": ("triangle-alert", "bad"),
    "reading": ("lock", "muted"),
}


class SavedCorner(QWidget):
    """A sign and a few words at the foot of the navigation."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        named(self, "saved-corner")
        self._sign = IconLabel("check", "ok", 14)
        self._words = named(Text("", "small", "muted", wraps=True), "saved-words")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL - 2)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self._shown = Saved("nothing")
        self.tell(self._shown)

    @property
    def has_unstored(self) -> bool:
        """Whether something was typed that could not be stored."""
        return self._shown.state == "failed"

    def tell(self, saved: Saved) -> None:
        """Show how it stands."""
        self._shown = saved
        words = " · ".join(part for part in (self._sentence(saved), saved.note) if part)
        self._words.setText(words)
        self._words.set_ink("bad" if saved.state == "failed" else "muted")
        self.setAccessibleName(words)
        key = "missing" if saved.state == "stored" and saved.missing else saved.state
        name, ink = _SIGNS[key]
        self._sign.setVisible(bool(name))
        if name:
            self._sign.show_icon(name, ink, 14)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _sentence(self, saved: Saved) -> str:
        match saved.state:
            case "storing":
                return self._voice.word(STORING)
            case "failed":
                return self._voice.word(FAILED)
            case "reading":
                return self._voice.word(READING)
            case "stored" if saved.missing:
                return self._voice.fill(MISSING, n=saved.missing)
            case "stored" if saved.at is not None:
                return self._voice.fill(STORED, at=saved.at)
        return ""
