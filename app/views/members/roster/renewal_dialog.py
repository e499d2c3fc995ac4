"""A body after an election: which seats are renewed, and who goes on, comes or is open (R2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.intervals import add_years
from app.i18n.catalogue import _
from app.services.editing.renewal import Holder, RenewalFields, RenewalRow, SeatChoice
from app.tasks.store_threads import Ticket
from app.views.brief.form import Remark
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.room import PersonChoice, RosterRoom, chosen, say_with_odd
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

TITLE, VERB = _("Ny sammensetning etter valg – {body}"), _("Legg inn")
TEXT = _("Periodene i plassene du krysser av, slutter dagen før, og nye begynner.")
FROM_ON, TO_ON = _("Nye perioder fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt når det ikke er bestemt.")
SEAT, INSTITUTION, NOW = _("Plass"), _("Institusjon"), _("Sitter nå")
WHAT, WHO = _("Etter valget"), _("Ny person")
HOLDERS = {
    Holder.KEPT: _("Fortsetter"),
    Holder.REPLACED: _("En annen"),
    Holder.OPEN: _("Åpen"),
}
CHOOSE_PERSON = _("Velg hvem")
ALL, NONE = _("Kryss av alle"), _("Fjern alle kryss")
NO_DAY, NO_SEAT = _("Skriv den første dagen."), _("Kryss av for minst én plass.")
NO_PERSON = _("Velg hvem som får «{seat}».")
SAID = _("{n:ny periode|nye perioder} er lagt inn.")
RENEW = _("Forny «{seat}»")
_WIDTH, _TALL, _YEARS = 940, 380, 4


@dataclass(slots=True)
class _Line:
    """One seat on screen."""

    seat: RenewalRow
    tick: QCheckBox
    holder: Choice
    person: PersonChoice

    @property
    def choice(self) -> SeatChoice:
        """What is chosen for it."""
        return SeatChoice(
            seat_id=self.seat.seat_id,
            holder=Holder(str(self.holder.code())),
            person_id=chosen(self.person),
        )

    @property
    def lacks_person(self) -> bool:
        """Whether another is to sit there, and nobody is chosen."""
        is_wanted = self.tick.isChecked() and self.holder.code() is Holder.REPLACED
        return is_wanted and chosen(self.person) is None


class RenewalDialog(VerbDialog):
    """One table of seats, those by election ticked; one that cannot be renewed says why."""

    def __init__(self, parent: QWidget, room: RosterRoom) -> None:
        voice = room.bench.voice
        super().__init__(
            parent,
            room.bench,
            "renewal-dialog",
            voice.fill(TITLE, body=room.body_name),
            voice.word(VERB),
            self._store,
            text=voice.word(TEXT),
        )
        self.setMinimumWidth(_WIDTH)
        self._room = room
        self._ticket: Ticket | None = None
        self._lines: list[_Line] = []
        self._build()
        start = _next_autumn(room.on)
        self._from.show_value(start)
        self._proposed_to = _last_day(start)
        self._to.show_value(self._proposed_to)
        self._from.value_changed.connect(lambda _on: self._follow())
        self._from.value_changed.connect(lambda _on: self._read())
        self._to.value_changed.connect(lambda _on: self._read())
        self.finish()
        self._read()
        self.enter_first(self._from)

    def _build(self) -> None:
        word, voice = self._room.word, self._bench.voice
        self._from = named(DateField(voice, self._bench.today), "renewal-from")
        self._to = named(DateField(voice, self._bench.today), "renewal-to")
        first = self.field(word(FROM_ON), self._from, "seat_under_approved")
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        days = row(first, last, None, gap=MEDIUM)
        for text, name, is_on in ((ALL, "renewal-all", True), (NONE, "renewal-none", False)):
            days.addWidget(
                button(word(text), name, "link", on_click=partial(self._tick_all, is_on)),
                0,
                Qt.AlignmentFlag.AlignBottom,
            )
        self.body.addLayout(days)
        self._inner = QWidget()
        self._box = QVBoxLayout(self._inner)
        self._box.setContentsMargins(0, 0, SMALL, 0)
        self._table = QWidget()
        self._box.addWidget(self._table)
        self._box.addStretch(1)
        area = scrolled(self._inner, "renewal-seats")
        area.setMinimumHeight(_TALL)
        self.body.addWidget(area, 1)
        self._problem = Remark("renewal-problem", "triangle-alert", "warn")
        self.body.addWidget(self._problem)
        self.require(first, self._from, word(NO_DAY))

    def missing(self) -> str | None:
        lacking = super().missing()
        if lacking is not None:
            return lacking
        if not any(line.tick.isChecked() for line in self._lines):
            return self._room.word(NO_SEAT)
        open_line = next((line for line in self._lines if line.lacks_person), None)
        if open_line is not None:
            return self._bench.voice.fill(NO_PERSON, seat=open_line.seat.title)
        return None

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _read(self) -> None:
        """The seats as they are on the day; what was chosen for a seat stays."""
        if self._ticket is not None:
            self._ticket.drop()
        first, last, room = self._from.value, self._to.value, self._room
        if first is None:
            self.weigh()
            return

        def find() -> Sequence[RenewalRow] | UserError:
            try:
                return room.house.edit.renewal.table(room.body, first, last)
            except UserError as error:
                return error

        self._ticket = self._bench.read(find, self._show)

    def _show(self, found: Sequence[RenewalRow] | UserError) -> None:
        voice = self._bench.voice
        if isinstance(found, UserError):
            self._problem.say(voice.say(found))
            return
        before = {line.seat.seat_id: (line.tick.isChecked(), line.choice) for line in self._lines}
        self._table.hide()
        self._table.deleteLater()
        self._table = QWidget()
        self._box.insertWidget(0, self._table)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL - 2)
        for place, share in enumerate((0, 6, 3, 4, 3, 6)):
            grid.setColumnStretch(place, share)
        for place, title in enumerate((SEAT, INSTITUTION, NOW, WHAT, WHO), start=1):
            grid.addWidget(Text(voice.word(title), "small", "muted"), 0, place)
        elected = {one.seat_id for one in found if one.is_elected}
        ticked = elected or {one.seat_id for one in found}
        self._lines = [
            self._line(grid, number, one, before.get(one.seat_id), one.seat_id in ticked)
            for number, one in enumerate(found, start=1)
        ]
        odd = [voice.say(one.problem) for one in found if one.problem is not None]
        self._problem.say(" ".join(odd))
        self.order_keys()
        self.weigh()

    def _line(
        self,
        grid: QGridLayout,
        number: int,
        seat: RenewalRow,
        before: tuple[bool, SeatChoice] | None,
        is_usual: bool,
    ) -> _Line:
        room, voice, key = self._room, self._bench.voice, seat.seat_id
        tick = named(QCheckBox(), f"renew-{key}", voice.fill(RENEW, seat=seat.title))
        tick.setChecked(seat.problem is None and (is_usual if before is None else before[0]))
        tick.setEnabled(seat.problem is None)
        tick.setToolTip("" if seat.problem is None else voice.say(seat.problem))
        holder = named(Choice(f"holder-{key}"), f"holder-{key}", seat.title)
        offered = [one for one in Holder if one is not Holder.KEPT or seat.person_id is not None]
        holder.offer([(one, voice.word(HOLDERS[one])) for one in offered])
        holder.show_code(before[1].holder if before is not None else offered[0])
        if holder.code() is None:
            holder.show_code(Holder.OPEN)
        person = named(PersonChoice(f"new-{key}", room), f"new-{key}", seat.title)
        person.setPlaceholderText(room.word(CHOOSE_PERSON))
        person.show_near(room.institution_name(seat.institution_id))
        person.show_code(before[1].person_id if before is not None else None)
        line = _Line(seat, tick, holder, person)
        if seat.person_id is None and before is None:
            holder.show_code(Holder.OPEN)
        cells: tuple[QWidget, ...] = (
            tick,
            ShortText(seat.title),
            ShortText(seat.institution, ink="muted"),
            ShortText(seat.person),
            holder,
            person,
        )
        for place, cell in enumerate(cells):
            grid.addWidget(cell, number, place)
        for change in (tick.toggled, holder.currentIndexChanged, person.currentIndexChanged):
            change.connect(lambda _new, line=line: self._weigh_line(line))
        self._weigh_line(line)
        return line

    def _follow(self) -> None:
        """A last day that nobody chose goes along with the first."""
        first = self._from.value
        if first is not None and self._to.value == self._proposed_to:
            self._proposed_to = _last_day(first)
            self._to.show_value(self._proposed_to)

    def _weigh_line(self, line: _Line) -> None:
        is_on = line.tick.isChecked()
        line.holder.setEnabled(is_on)
        line.person.setVisible(line.holder.code() is Holder.REPLACED)
        line.person.setEnabled(is_on)
        self.weigh()

    def _tick_all(self, is_on: bool) -> None:
        for line in self._lines:
            line.tick.setChecked(is_on and line.seat.problem is None)

    def _store(self) -> None:
        first, room = self._from.value, self._room
        if first is None:
            return
        chosen_seats = tuple(line.choice for line in self._lines if line.tick.isChecked())
        fields = RenewalFields(
            body=room.body, from_on=first, to_on=self._to.value, seats=chosen_seats
        )
        self.run(
            lambda: room.house.edit.renewal.renew(fields),
            after=say_with_odd(room, room.bench.voice.fill(SAID, n=len(chosen_seats))),
        )


def _last_day(start: date) -> date:
    return add_years(start, _YEARS) - timedelta(days=1)


def _next_autumn(on: date) -> date:
    """Municipal elections are every fourth year in September: the next 1 October after one."""
    year = on.year + (2027 - on.year) % 4
    start = date(year, 10, 1)
    return start if start >= on else date(year + 4, 10, 1)
