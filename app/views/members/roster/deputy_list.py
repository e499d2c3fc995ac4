"""The deputies of a term, the one who is called first at the top (R4, R33)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.views.editing.actions import action
from app.views.members.roster.room import PersonChoice, RosterRoom, chosen
from app.views.theme.metrics import SMALL
from app.views.widgets.buttons import button, icon_button, say_why
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.text import Text

DEPUTIES = _("Vara")
NO_DEPUTIES = _("Ingen vara. Den øverste i listen innkalles først.")
ADD, UP, DOWN, REMOVE = _("Legg til vara"), _("Flytt opp"), _("Flytt ned"), _("Ta bort")
CHOOSE = _("Velg en vara")
CHOOSE_FIRST = _("Velg en person først.")
THERE_ALREADY = _("Personen står i listen allerede.")
RANK = _("{n:tall}.")
_ROWS = 3


class DeputyList(QWidget):
    """Ranked by Alt+arrows or drag; `changed` comes for every change."""

    changed = Signal()

    def __init__(self, room: RosterRoom) -> None:
        super().__init__()
        named(self, "deputies")
        self._room, self._ranked = room, list[tuple[int, str]]()
        word = room.word
        self._model = EntryModel()
        self._model.allow_moves(True)
        self._model.move_wanted.connect(self._move)
        self.list = EntryList("deputy-list", word(DEPUTIES), self._model)
        self._none = named(Text(word(NO_DEPUTIES), "small", "muted", wraps=True), "no-deputies")
        self.choice = named(PersonChoice("deputy-person", room), "deputy-person", word(CHOOSE))
        self.choice.setCurrentIndex(-1)
        self.choice.setPlaceholderText(word(CHOOSE))
        self.choice.currentIndexChanged.connect(lambda _place: self._weigh())
        self._add = button(word(ADD), "deputy-add", icon="plus", on_click=self._take)
        self._acts = [
            icon_button(icon, word(text), name, on_click=act)
            for icon, text, name, act in (
                ("arrow-up", UP, "deputy-up", lambda: self._step(-1)),
                ("arrow-down", DOWN, "deputy-down", lambda: self._step(1)),
                ("trash-2", REMOVE, "deputy-remove", self._remove),
            )
        ]
        gone = action(self.list, word(REMOVE), "deputy-gone", self._remove, "Del", is_local=True)
        self.list.addAction(gone)
        line = row(self.choice, self._add, *self._acts, gap=SMALL)
        line.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addWidget(self.list)
        box.addWidget(self._none)
        box.addLayout(line)
        self.list.chosen.connect(lambda _key: self._weigh())
        self._show()

    @property
    def people(self) -> tuple[int, ...]:
        """Who is listed, by rank."""
        return tuple(key for key, _name in self._ranked)

    def show_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Show these, by rank."""
        self._ranked = list(people)
        self._show()

    def _take(self) -> None:
        key = chosen(self.choice)
        if key is not None and key not in self.people:
            self._ranked.append((key, self.choice.name_of(key)))
            self.choice.setCurrentIndex(-1)
            self._tell()
            self.list.choose(key)

    def _remove(self) -> None:
        self._ranked = [one for one in self._ranked if one[0] != self.list.key]
        self._tell()

    def _step(self, step: int) -> None:
        key = self.list.key
        place = self._model.place_of(key) if key is not None else None
        if key is not None and place is not None:
            self._model.want_move(key, place + step)

    def _move(self, key: int, place: int) -> None:
        moved = next(one for one in self._ranked if one[0] == key)
        self._ranked.remove(moved)
        self._ranked.insert(place, moved)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        fill = self._room.bench.voice.fill
        self.list.show_entries(
            [
                Entry(key, name, lead=fill(RANK, n=place))
                for place, (key, name) in enumerate(self._ranked, start=1)
            ]
        )
        self.list.setVisible(bool(self._ranked))
        self._none.setVisible(not self._ranked)
        height = sum(self.list.sizeHintForRow(place) for place in range(len(self._ranked)))
        least = self.list.sizeHintForRow(0) if self._ranked else 0
        self.list.setFixedHeight(min(height, _ROWS * least) + 2)
        if len(self._ranked) <= _ROWS:
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._weigh()

    def _weigh(self) -> None:
        word, key = self._room.word, chosen(self.choice)
        missing = CHOOSE_FIRST if key is None else THERE_ALREADY if key in self.people else None
        say_why(self._add, None if missing is None else word(missing))
        for act in self._acts:
            act.setEnabled(self.list.key in self.people)
