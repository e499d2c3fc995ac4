"""The short dialogs about one term: end it early, let another take over, rank its deputies."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import TermEnd
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.editing.done import Done
from app.services.editing.terms import FollowFields
from app.services.seat_terms import SeatView, TermLine
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.deputy_list import DEPUTIES, DeputyList
from app.views.members.roster.room import (
    NEW_PERSON,
    InstitutionChoice,
    PersonChoice,
    RosterRoom,
    chosen,
    say_with_odd,
)
from app.views.members.words import period
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

END, END_VERB = _("Avslutt perioden"), _("Avslutt")
END_TEXT = _("{name} har plassen «{seat}» {period}. Plassen er ledig fra dagen etter.")
LAST_ON, WHY = _("Siste dag"), _("Hvorfor")
FOLLOW, FOLLOW_VERB = _("Etterfølger i perioden"), _("La ta over")
FOLLOW_TEXT = _("{name} har plassen «{seat}» {period}. Etterfølgeren har den ut perioden.")
FOLLOWER, FROM_ON, INSTITUTION = _("Etterfølger"), _("Fra"), _("Institusjon")
RANK, RANK_VERB = _("Vara i perioden"), _("Lagre")
RANK_TEXT = _("{name} har plassen «{seat}» {period}. Alt+piler flytter en vara opp eller ned.")
CHOOSE_FOLLOWER = _("Velg hvem som tar over")
NO_DAY, NO_FOLLOWER = _("Skriv en dag."), _("Velg hvem som tar over.")
ENDED = _("Perioden til {name} er avsluttet.")
FOLLOWED, RANKED = _("{name} tar over plassen."), _("Vara er endret.")

_EARLY = (TermEnd.LEFT, TermEnd.REPLACED, TermEnd.ELECTION, TermEnd.MERGER, TermEnd.RAN_OUT)


class EndTermDialog(VerbDialog):
    """The last day and the reason."""

    def __init__(self, parent: QWidget, room: RosterRoom, view: SeatView, line: TermLine) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench,
            "end-term-dialog",
            word(END),
            word(END_VERB),
            self._store,
            text=_about(END_TEXT, view, line, room.bench.voice),
        )
        self._room, self._line = room, line
        self._last = named(DateField(room.bench.voice, room.bench.today), "end-last")
        self._why = _reasons("end-why", room.bench.voice)
        self._last.show_value(_within(room.on, line))
        last = self.field(word(LAST_ON), self._last, "day_outside_term", "seat_under_approved")
        line_of_two = row(last, self.field(word(WHY), self._why), gap=MEDIUM)
        line_of_two.setStretch(0, 1)
        line_of_two.setStretch(1, 1)
        self.body.addLayout(line_of_two)
        self.require(last, self._last, word(NO_DAY))
        self.finish()

    def _store(self) -> None:
        last, line, room = self._last.value, self._line, self._room
        if last is None:
            return
        why = TermEnd(str(self._why.code()))
        self.run(
            lambda: room.house.edit.terms.end_term(line.id, last, why, line.version),
            said=room.bench.voice.fill(ENDED, name=holder(line)),
        )


class FollowDialog(VerbDialog):
    """Who takes over and from which day; the rest of the term is theirs."""

    def __init__(self, parent: QWidget, room: RosterRoom, view: SeatView, line: TermLine) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench,
            "follow-dialog",
            word(FOLLOW),
            word(FOLLOW_VERB),
            self._store,
            text=_about(FOLLOW_TEXT, view, line, room.bench.voice),
        )
        self._room, self._line = room, line
        self._place = InstitutionChoice("follow-institution", room)
        self._place.show_code(line.institution_id)
        self._person = PersonChoice("follow-person", room)
        self._from = named(DateField(room.bench.voice, room.bench.today), "follow-from")
        self._why = _reasons("follow-why", room.bench.voice)
        self._deputies = DeputyList(room)
        self._deputies.show_people([(one.id, one.name) for one in line.deputies])
        self._build()
        self.finish()
        self.enter_first(self._person)

    def _build(self) -> None:
        word, line = self._room.word, self._line
        who = self.field(word(FOLLOWER), self._person, "follower_is_the_same", "person_gone")
        new = button(
            word(NEW_PERSON),
            "follow-new-person",
            "link",
            icon="plus",
            on_click=lambda: self._room.new_person(self, self._take_person),
        )
        person = row(who, new, gap=MEDIUM)
        person.setStretch(0, 1)
        self.body.addLayout(person)
        first = self.field(
            word(FROM_ON),
            self._from,
            "day_outside_term",
            "follows_from_the_start",
            "seat_under_approved",
        )
        days = row(first, self.field(word(WHY), self._why), gap=MEDIUM)
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        self.body.addLayout(days)
        self.body.addWidget(self.field(word(INSTITUTION), self._place, "institution_unknown"))
        self.body.addWidget(
            self.field(word(DEPUTIES), self._deputies, "deputy_is_holder", "deputy_twice")
        )
        self._person.show_near(line.institution)
        self._person.setCurrentIndex(-1)
        self._person.setPlaceholderText(word(CHOOSE_FOLLOWER))
        self._from.show_value(_within(self._room.on, line))
        self._person.currentIndexChanged.connect(lambda _place: self.weigh())
        self._place.currentIndexChanged.connect(lambda _place: self._near())
        self._deputies.changed.connect(self.give_room)
        self.require(first, self._from, word(NO_DAY))

    def missing(self) -> str | None:
        if self._person.code() is None:
            return self._room.word(NO_FOLLOWER)
        return super().missing()

    def _near(self) -> None:
        self._person.show_near(self._room.institution_name(self._place.code()))

    def _take_person(self, done: Done, name: str) -> None:
        self._person.add(done.id, name)

    def _store(self) -> None:
        first, line, room = self._from.value, self._line, self._room
        if first is None:
            return
        fields = FollowFields(
            from_on=first,
            person_id=chosen(self._person),
            institution_id=chosen(self._place),
            because=TermEnd(str(self._why.code())),
            deputies=self._deputies.people,
        )
        name = self._person.name_of(fields.person_id or 0)
        self.run(
            lambda: room.house.edit.terms.follow(line.id, fields, line.version),
            after=say_with_odd(room, room.bench.voice.fill(FOLLOWED, name=name)),
        )


class DeputiesDialog(VerbDialog):
    """Who stands in, in their rank."""

    def __init__(self, parent: QWidget, room: RosterRoom, view: SeatView, line: TermLine) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench,
            "deputies-dialog",
            word(RANK),
            word(RANK_VERB),
            self._store,
            text=_about(RANK_TEXT, view, line, room.bench.voice),
        )
        self._room, self._line = room, line
        self._deputies = DeputyList(room)
        self._deputies.show_people([(one.id, one.name) for one in line.deputies])
        self._deputies.choice.show_near(line.institution)
        self._deputies.choice.setCurrentIndex(-1)
        self._deputies.changed.connect(self.give_room)
        self.body.addWidget(
            self.field(
                word(DEPUTIES),
                self._deputies,
                "deputy_is_holder",
                "deputy_twice",
                "deputy_under_approved",
            )
        )
        self.finish()
        self.enter_first(self._deputies.choice)

    def _store(self) -> None:
        line, wanted, room = self._line, self._deputies.people, self._room
        self.run(
            lambda: room.house.edit.terms.set_deputies(line.id, wanted, line.version),
            after=say_with_odd(room, room.word(RANKED)),
        )


def holder(line: TermLine) -> str:
    """Who has the term: the person, else the institution."""
    return line.institution if line.person is None else line.person.name


def _about(sentence: str, view: SeatView, line: TermLine, voice: Voice) -> str:
    days = period(line.from_on, line.to_on, voice)
    return voice.fill(sentence, name=holder(line), seat=view.title, period=days)


def _reasons(name: str, voice: Voice) -> Choice:
    made = Choice(name)
    made.offer([(end, voice.title_label("term_end", end)) for end in _EARLY])
    made.show_code(TermEnd.LEFT)
    return made


def _within(on: date, line: TermLine) -> date:
    """The day that is shown where the term holds then, else its last or first."""
    if line.holds_on(on):
        return on
    return line.from_on if on < line.from_on else line.to_on or line.from_on
