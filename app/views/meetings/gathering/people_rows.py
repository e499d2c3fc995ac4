"""The participants from one place, each with what they answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import AttendanceState
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.gatherings.facts import Participant
from app.views.editing.plain_widgets import Choice
from app.views.meetings.gathering.words import answer_choices
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

ANSWER_OF = _("Svar fra {name}")
NOBODY = _("Ingen er ført opp herfra ennå.")
_ANSWER_WIDTH = 150


class PersonRow(QWidget):
    """One participant; `picked` carries the answer that was chosen."""

    picked = Signal(object)

    def __init__(self, voice: Voice, one: Participant) -> None:
        super().__init__()
        self._voice = voice
        named(self, f"participant-{one.person_id}", one.name)
        self._name = ShortText("", "medium")
        self._what = ShortText("", "small", "muted")
        self._answer = Choice(f"answer-{one.person_id}")
        self._answer.setFixedWidth(_ANSWER_WIDTH)
        self._answer.picked.connect(self.picked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._what)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(MEDIUM)
        line.addLayout(words, 1)
        line.addWidget(self._answer)

    def show_one(self, one: Participant, *, is_over: bool, can_edit: bool, place: str) -> None:
        """Show what is known of them; `place` is said where it is not said around them."""
        voice = self._voice
        self._name.setText(one.name)
        self._what.setText(", ".join(part for part in (one.function, place) if part))
        self._answer.setAccessibleName(voice.fill(ANSWER_OF, name=one.name))
        self._answer.offer(answer_choices(voice, is_over, one.state))
        self._answer.show_code(one.state)
        self._answer.setEnabled(can_edit)


class PeopleRows(QWidget):
    """All of them under each other; rows of the same people keep the keyboard."""

    marked = Signal(object, object)
    """The participant, and the answer."""

    def __init__(self, voice: Voice, name: str, *, says_place: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._voice, self._says_place = voice, says_place
        self._rows: dict[int, PersonRow] = {}
        self._people: dict[int, Participant] = {}
        self._nobody = named(Text(voice.word(NOBODY), "small", "muted", wraps=True), "nobody")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SMALL)
        self._box.addWidget(self._nobody)

    def show_people(self, people: Sequence[Participant], *, is_over: bool, can_edit: bool) -> None:
        """Show these, in this order."""
        self._people = {one.person_id: one for one in people}
        for key in [key for key in self._rows if key not in self._people]:
            self._drop(key)
        for place, one in enumerate(people):
            row = self._rows.get(one.person_id) or self._make(one)
            if self._box.indexOf(row) != place:
                self._box.insertWidget(place, row)
            where = one.institution if self._says_place else ""
            row.show_one(one, is_over=is_over, can_edit=can_edit, place=where)
        self._nobody.setVisible(not people)

    def first_answer(self) -> QWidget | None:
        """Where the keyboard goes first."""
        first = next(iter(self._people), None)
        return None if first is None else self._rows[first].findChild(Choice)

    def _make(self, one: Participant) -> PersonRow:
        row = PersonRow(self._voice, one)
        key = one.person_id
        row.picked.connect(lambda state: self._tell(key, state))
        self._rows[key] = row
        return row

    def _drop(self, key: int) -> None:
        row = self._rows.pop(key)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self, key: int, state: object) -> None:
        one = self._people.get(key)
        if one is not None and one.state is not state:
            self.marked.emit(one, AttendanceState(str(state)) if state is not None else None)
