"""A term: which seat, whose, who, from when to when, and who stands in (R2–R7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import TermEnd
from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.editing.term_rules import TermFields
from app.services.roster import SeatRow
from app.services.seat_terms import SeatView, TermLine
from app.tasks.store_threads import Ticket
from app.views.brief.form import Remark
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.deputy_list import DEPUTIES, DeputyList
from app.views.members.roster.room import (
    NEW_PERSON,
    NOBODY_YET,
    InstitutionChoice,
    PersonChoice,
    RosterRoom,
    chosen,
)
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW, EDIT = _("Ny periode"), _("Endre perioden")
ADD, STORE = _("Legg inn"), _("Lagre")
SEAT, INSTITUTION, HOLDER = _("Plass"), _("Institusjon"), _("Hvem")
FROM_ON, TO_ON = _("Fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt når det ikke er bestemt.")
WHY_ENDED = _("Hvorfor den sluttet")
NO_REASON = _("Perioden løper ut")
CHOOSE_SEAT, CHOOSE_PLACE = _("Velg en plass"), _("Velg en institusjon")
NO_SEAT, NO_PLACE = _("Velg en plass."), _("Velg en institusjon.")
NO_DAY = _("Skriv den første dagen.")
ADDED, STORED = _("Perioden er lagt inn."), _("Perioden er endret.")
SEAT_LINE = _("{number:tall}. {title}")
_PAUSE = 250
"""Milliseconds after the last change before what is odd is looked up."""


class TermDialog(VerbDialog):
    """For a new term (`line` is None) or one that is there; what is odd is said as one types."""

    def __init__(
        self,
        parent: QWidget,
        room: RosterRoom,
        seats: Sequence[SeatRow],
        view: SeatView | None,
        line: TermLine | None = None,
        added: Callable[[Done], object] = lambda _done: None,
    ) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench,
            "term-dialog",
            word(NEW if line is None else EDIT),
            word(ADD if line is None else STORE),
            self._store,
        )
        self._room, self._view, self._line, self._added = room, view, line, added
        self._ticket: Ticket | None = None
        self._make_fields(seats)
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._show()
        self._listen()
        self.finish()
        self._look()
        self.enter_first(self._seat if view is None else self._place if line is None else None)

    def _make_fields(self, seats: Sequence[SeatRow]) -> None:
        room, voice = self._room, self._bench.voice
        self._seat = Choice("term-seat")
        self._seat.offer(
            [
                (one.seat_id, voice.fill(SEAT_LINE, number=one.number, title=one.title))
                for one in seats
            ]
        )
        self._place = InstitutionChoice("term-institution", room)
        self._person = PersonChoice("term-person", room, room.word(NOBODY_YET))
        self._from = named(DateField(voice, self._bench.today), "term-from")
        self._to = named(DateField(voice, self._bench.today), "term-to")
        self._deputies = DeputyList(room)
        self._why = Choice("term-ended")
        ends: list[tuple[object, str]] = [
            (end, voice.title_label("term_end", end))
            for end in TermEnd
            if end is not TermEnd.RAN_OUT
        ]
        self._why.offer([(None, room.word(NO_REASON)), *ends])
        self._odd = Remark("term-odd", "triangle-alert", "warn")

    def _build(self) -> None:
        word = self._room.word
        seat = self.field(word(SEAT), self._seat, "seat_gone", "term_outside_seat")
        self.body.addWidget(seat)
        self.body.addWidget(self.field(word(INSTITUTION), self._place, "institution_unknown"))
        new = button(
            word(NEW_PERSON),
            "term-new-person",
            "link",
            icon="plus",
            on_click=lambda: self._room.new_person(self, self._take_person),
        )
        who = self.field(word(HOLDER), self._person, "person_gone")
        line = row(who, new, gap=MEDIUM)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        first = self.field(word(FROM_ON), self._from, "seat_is_taken")
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        days = row(first, last, gap=MEDIUM)
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        self.body.addLayout(days)
        if self._line is not None:
            self._ended = self.field(word(WHY_ENDED), self._why)
            self.body.addWidget(self._ended)
        self.body.addWidget(
            self.field(word(DEPUTIES), self._deputies, "deputy_is_holder", "deputy_twice")
        )
        self.body.addWidget(self._odd)
        self.require(first, self._from, word(NO_DAY))

    def _show(self) -> None:
        view, line = self._view, self._line
        self._seat.show_code(None if view is None else view.id)
        self._seat.setEnabled(view is None)
        if line is not None:
            self._place.show_code(line.institution_id)
            self._person.show_near(line.institution)
            self._person.show_code(None if line.person is None else line.person.id)
            self._from.show_value(line.from_on)
            self._to.show_value(line.to_on)
            self._why.show_code(line.ended)
            self._ended.setVisible(line.to_on is not None)
            self._deputies.show_people([(one.id, one.name) for one in line.deputies])
            return
        self._seat.setPlaceholderText(self._room.word(CHOOSE_SEAT))
        self._place.setPlaceholderText(self._room.word(CHOOSE_PLACE))
        self._place.show_code(None)
        self._person.show_code(None)
        if view is not None:
            self._propose(view)

    def _propose(self, view: SeatView) -> None:
        """A new term's usual days, and whose seat it is where that is always the same."""
        first, last = view.next_term(self._room.on)
        self._from.show_value(first)
        self._to.show_value(last)
        if view.institution_id is not None:
            self._place.show_code(view.institution_id)
            self._person.show_near(self._room.institution_name(view.institution_id))

    def _listen(self) -> None:
        self._seat.currentIndexChanged.connect(lambda _place: self._read_seat())
        self._place.currentIndexChanged.connect(lambda _place: self._choose_place())
        self._person.currentIndexChanged.connect(lambda _place: self._pause.start())
        self._from.value_changed.connect(lambda _on: self._pause.start())
        self._to.value_changed.connect(lambda _on: self._end_changed())
        self._deputies.changed.connect(self._deputies_changed)

    def _read_seat(self) -> None:
        """Another seat has other usual days."""
        key, room = chosen(self._seat), self._room
        self.weigh()
        if key is None:
            return

        def show(view: SeatView) -> None:
            if view.id == chosen(self._seat):
                self._view = view
                self._propose(view)
                self._look()

        self._ticket = self._bench.read(lambda: room.house.seat_terms.seat(key, room.on), show)

    def _choose_place(self) -> None:
        self._person.show_near(self._room.institution_name(self._place.code()))
        self.weigh()
        self._pause.start()

    def _end_changed(self) -> None:
        if self._line is not None:
            self._ended.setVisible(self._to.value is not None)
        self._pause.start()

    def _deputies_changed(self) -> None:
        self.give_room()
        self._pause.start()

    def _take_person(self, done: Done, name: str) -> None:
        self._person.add(done.id, name)
        self._deputies.choice.add(done.id, name)
        self._deputies.choice.setCurrentIndex(-1)

    def missing(self) -> str | None:
        word = self._room.word
        if self._seat.code() is None and self._view is None:
            return word(NO_SEAT)
        if self._place.code() is None:
            return word(NO_PLACE)
        return super().missing()

    def _fields(self) -> TermFields | None:
        place, first = chosen(self._place), self._from.value
        if place is None or first is None:
            return None
        return TermFields(
            institution_id=place,
            person_id=chosen(self._person),
            from_on=first,
            to_on=self._to.value,
            deputies=self._deputies.people,
        )

    def _look(self) -> None:
        """What is odd is looked up beside the window; only the newest answer is shown."""
        self._drop()
        if self._bench.life.is_over:
            return
        fields, view = self._fields(), self._view
        if fields is None or view is None:
            self._odd.say("")
            return
        terms, term = self._room.house.edit.terms, self._line.id if self._line else None

        def find() -> tuple[Reason, ...]:
            try:
                return terms.oddities(view.id, fields, term)
            except UserError:  # the verb itself will say so
                return ()

        self._ticket = self._bench.read(find, self._tell_odd)

    def _tell_odd(self, odd: Sequence[Reason]) -> None:
        self._odd.say(" ".join(self._bench.voice.say(one) for one in odd))
        self.give_room()

    def _store(self) -> None:
        fields, view, line = self._fields(), self._view, self._line
        if fields is None or view is None:
            return
        word, terms = self._room.word, self._room.house.edit.terms
        if line is None:
            self.run(lambda: terms.add_term(view.id, fields), said=word(ADDED), after=self._added)
            return
        code = self._why.code()
        because = TermEnd(str(code)) if code is not None else None
        self.run(
            lambda: terms.edit_term(line.id, fields, line.version, because=because),
            said=word(STORED),
        )

    def _drop(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        self._pause.stop()
        self._drop()
        super().done(result)
