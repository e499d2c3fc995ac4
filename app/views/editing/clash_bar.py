"""Says that a field was changed elsewhere while it was typed in, and lets the user choose."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.editing.autosave import AutoSave
from app.views.theme.metrics import HUGE, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

CLASH = _(
    "«{field}» er endret et annet sted mens du skrev her. Det du skrev, er tatt vare på. Velg "
    "hva som skal gjelde."
)
KEEP_MINE = _("Bruk det jeg skrev")
TAKE_THEIRS = _("Vis det som er lagret")


class ClashBar(QFrame):
    """One field at a time; hidden while nothing clashes."""

    def __init__(self, voice: Voice, save: AutoSave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._save = voice, save
        self._keys: list[str] = []
        self.setProperty("tone", "warn")
        named(self, "clash")
        self._words = named(Text("", "medium", wraps=True), "clash-text")
        line = QHBoxLayout(self)
        line.setContentsMargins(HUGE, SMALL, HUGE, SMALL)
        line.setSpacing(SMALL)
        line.addWidget(IconLabel("triangle-alert", "warn"))
        line.addWidget(self._words, 1)
        line.addWidget(button(voice.word(TAKE_THEIRS), "clash-theirs", on_click=self._theirs))
        line.addWidget(button(voice.word(KEEP_MINE), "clash-mine", on_click=self._mine))
        save.clashed.connect(self._add)
        self.hide()

    def forget(self) -> None:
        """Another subject is shown."""
        self._keys.clear()
        self.hide()

    def _add(self, key: str) -> None:
        if key not in self._keys:
            self._keys.append(key)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._keys))
        if self._keys:
            text = self._voice.fill(CLASH, field=self._save.name_of(self._keys[0]))
            self._words.setText(text)
            self.setAccessibleName(text)

    def _mine(self) -> None:
        self._save.keep_mine(self._keys.pop(0))
        self._show()

    def _theirs(self) -> None:
        self._save.take_theirs(self._keys.pop(0))
        self._show()
