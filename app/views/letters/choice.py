"""The letters that can be made, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.letters.drafts import LetterDesk, LetterKind
from app.views.letters.words import appointment_line, request_line
from app.views.theme.fonts import font
from app.views.widgets.naming import named

TO_APPOINT = _("Til dem som oppnevner")
TO_MEMBERS = _("Til medlemmer")
LETTERS = _("Brev")
_KEY = Qt.ItemDataRole.UserRole


class LetterChoice(QListWidget):
    """`looked_at` carries the key of the letter the user is on; the space bar ticks it."""

    looked_at = Signal(str)
    ticked = Signal()

    def __init__(self, voice: Voice, desk: LetterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "letters", voice.word(LETTERS))
        self.setFont(font("body"))
        self._kinds: dict[str, LetterKind] = {}
        requests = [(one.key, request_line(one, voice)) for one in desk.requests]
        appointments = [(one.key, appointment_line(one, voice)) for one in desk.appointments]
        self._add(voice.word(TO_APPOINT), LetterKind.REQUEST, requests)
        self._add(voice.word(TO_MEMBERS), LetterKind.APPOINTMENT, appointments)
        self.currentItemChanged.connect(lambda *_items: self._tell())
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def kind(self, key: str) -> LetterKind:
        """What the letter is for."""
        return self._kinds[key]

    def key(self) -> str | None:
        """The letter that the user is on."""
        return self.currentItem().data(_KEY) if self.currentRow() >= 0 else None

    def keys(self) -> list[str]:
        """The ticked letters, from the top."""
        return [
            str(item.data(_KEY))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these and no others, and go to the first of them, else to the first there is."""
        wanted = set(keys)
        first = None
        for item in self._items():
            is_wanted = item.data(_KEY) in wanted
            item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
            if first is None and is_wanted:
                first = item
        chosen = first or next(iter(self._items()), None)
        if chosen is not None:
            self.setCurrentItem(chosen)

    def _add(self, title: str, kind: LetterKind, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        head = QListWidgetItem(title, self)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(font("strong"))
        for key, text in rows:
            item = QListWidgetItem(text, self)
            item.setToolTip(text)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Unchecked)
            self._kinds[key] = kind

    def _items(self) -> list[QListWidgetItem]:
        every = (self.item(place) for place in range(self.count()))
        return [item for item in every if item.data(_KEY) is not None]

    def _tell(self) -> None:
        key = self.key()
        if key is not None:
            self.looked_at.emit(key)
