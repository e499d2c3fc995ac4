"""One person through the years: every place, meeting and vote by name; and their rights (R52)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.privacy.life import MeetingLine, PersonLife, PlaceLine, VoteLine
from app.views.editing.form_dialog import FormDialog
from app.views.members.life_words import (
    STATES,
    meeting_line,
    meetings_side,
    place_line,
    vote_line,
)
from app.views.members.words import period
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow, Row, date_lead
from app.views.widgets.chip import Chip
from app.views.widgets.layout import scrolled

PLACES, MEETINGS, VOTES = _("Plasser"), _("Møter"), _("Stemmer ved navn")
POSITIONS = _("Stillinger")
NONE_YET = _("Ingenting er ført opp.")
EXPORT, ERASE = _("Eksporter alt om personen …"), _("Slett person for godt …")
_WIDTH, _TALL = 680, 430


class LifeDialog(FormDialog):
    """Lines lead to the seat or the meeting; the foot has what the person can ask for."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        life: PersonLife,
        *,
        export: Callable[[], object],
        erase: Callable[[], object],
    ) -> None:
        voice = bench.voice
        contact = " · ".join(part for part in (life.email, life.phone) if part)
        super().__init__(parent, voice, "life-dialog", life.name, text=contact, width=_WIDTH)
        self._bench = bench
        cards = QWidget()
        box = QVBoxLayout(cards)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        for card in self._cards(life):
            box.addWidget(card)
        box.addStretch(1)
        area = scrolled(cards, "life-scroll")
        area.setMinimumHeight(_TALL)
        self.body.addWidget(area, 1)
        word = voice.word
        self.foot.insertWidget(
            0,
            button(
                word(ERASE),
                "person-erase",
                "danger",
                icon="trash-2",
                on_click=lambda: self._leave(erase),
            ),
        )
        self.foot.insertWidget(
            1, button(word(EXPORT), "person-export", on_click=lambda: self._leave(export))
        )

    def _cards(self, life: PersonLife) -> Iterable[Card]:
        word = self._bench.voice.word
        positions = Card(word(POSITIONS), "life-positions")
        positions.show_rows(
            [
                Row(
                    f"life-position-{one.id}",
                    f"{one.title}, {one.institution}",
                    side=period(one.from_on, one.to_on, self._bench.voice),
                )
                for one in life.positions
            ]
            or [self._nothing("positions")]
        )
        yield positions
        places = Card(word(PLACES), "life-places")
        lines = [self._place(number, one) for number, one in enumerate(life.places)]
        places.show_rows(lines or [self._nothing("places")])
        yield places
        meetings = Card(
            word(MEETINGS), "life-meetings", side=meetings_side(life, self._bench.voice)
        )
        attended = [self._meeting(one) for one in life.meetings]
        meetings.show_rows(attended or [self._nothing("meetings")])
        yield meetings
        votes = Card(word(VOTES), "life-votes")
        cast = [self._vote(number, one) for number, one in enumerate(life.votes)]
        votes.show_rows(cast or [self._nothing("votes")])
        yield votes

    def _place(self, number: int, one: PlaceLine) -> Row | LinkRow:
        voice = self._bench.voice
        name, text = f"life-place-{number}", place_line(one, voice)
        side = period(one.from_on, one.to_on, voice)
        if one.seat_id is None:
            return Row(name, text, side=side)
        made = LinkRow(name, text, side=side)
        made.clicked.connect(lambda: self._go(f"members/{one.seat_id}"))
        return made

    def _meeting(self, one: MeetingLine) -> LinkRow:
        voice = self._bench.voice
        state = voice.label("attendance_state", one.state)
        made = LinkRow(
            f"life-meeting-{one.meeting_id}",
            meeting_line(one, voice),
            lead=date_lead(voice.formats.numeric_date(one.held_on)),
            side=one.reason,
            trailing=Chip(state, STATES[one.state]),
        )
        made.clicked.connect(lambda: self._go(f"meetings/{one.meeting_id}"))
        return made

    def _vote(self, number: int, one: VoteLine) -> LinkRow:
        voice = self._bench.voice
        made = LinkRow(
            f"life-vote-{number}",
            vote_line(one, voice),
            lead=date_lead(voice.formats.numeric_date(one.held_on)),
            trailing=Chip(voice.label("choice", one.choice), "neutral"),
        )
        made.clicked.connect(lambda: self._go(f"meetings/{one.meeting_id}"))
        return made

    def _nothing(self, name: str) -> Row:
        return Row(f"life-no-{name}", self._bench.voice.word(NONE_YET))

    def _go(self, place: str) -> None:
        self.reject()
        self._bench.go_to(place)

    def _leave(self, act: Callable[[], object]) -> None:
        self.reject()
        act()
