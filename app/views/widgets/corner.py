"""The corner that says what is stored, so that nobody looks for a save button."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text, plain_tooltip

STORED, ALL_STORED = _("Lagret {at:klokke}"), _("Alt er lagret")
LACKS, LACKS_SOME = _("{stored} · mangler {names:liste}"), _("Lagret · mangler {names:liste}")
MISSING = _("Lagret – {n:felt mangler|felt mangler}")
STORING = _("Lagrer …")
FAILED = _("Ikke lagret. Det du skrev, står fortsatt her.")
READING = _("Bare lesing")

MOST_NAMES = 2
"""How many missing fields are named in the corner itself; more are named in its tooltip."""

Storing = Literal["nothing", "storing", "stored", "failed", "reading"]


@dataclass(frozen=True, slots=True)
class Saved:
    """How it stands with what was typed: when it was stored, and the names of what is missing.

    `at` is local time; without it nothing was stored since the file was opened. `note` is added
    after it, such as `Sikkerhetskopi i dag`. `source` is who tells.
    """

    state: Storing
    at: datetime.datetime | None = None
    missing: tuple[str, ...] = ()
    note: str = ""
    source: str = field(default="", compare=False)


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
        words = _joined(_sentence(saved, self._voice, shortly=True), saved.note)
        whole = _joined(_sentence(saved, self._voice, shortly=False), saved.note)
        self._words.setText(words)
        self._words.set_ink("bad" if saved.state == "failed" else "muted")
        self._words.setToolTip(plain_tooltip(whole if whole != words else ""))
        self.setAccessibleName(whole)
        key = "missing" if saved.state == "stored" and saved.missing else saved.state
        name, ink = _SIGNS[key]
        self._sign.setVisible(bool(name))
        if name:
            self._sign.show_icon(name, ink, 14)

    def text(self) -> str:
        """What it says."""
        return self._words.text()


def _sentence(saved: Saved, voice: Voice, *, shortly: bool) -> str:
    match saved.state:
        case "storing":
            return voice.word(STORING)
        case "failed":
            return voice.word(FAILED)
        case "reading":
            return voice.word(READING)
        case "stored":
            return _stored(saved, voice, shortly)
    return ""


def _stored(saved: Saved, voice: Voice, shortly: bool) -> str:
    names = saved.missing
    if shortly and len(names) > MOST_NAMES:
        return voice.fill(MISSING, n=len(names))
    if saved.at is None:
        return voice.fill(LACKS_SOME, names=names) if names else voice.word(ALL_STORED)
    stored = voice.fill(STORED, at=saved.at)
    return voice.fill(LACKS, stored=stored, names=names) if names else stored


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
