"""A list of members: who sits in which seat of a body and when, with their deputies (R2–R7)."""

from __future__ import annotations

from datetime import date

from app.domain.imports.chairs import Chairs, Holder, Sitting, clashes
from app.domain.imports.entries import Entry, Notes, Outcome, RowWrong, Verdict
from app.domain.imports.fields import Field
from app.domain.imports.known import Known, KnownSeat, KnownTerm
from app.domain.imports.rounds import Round, change_period, check_period, period
from app.domain.imports.timeline import Timeline
from app.domain.imports.writes import TermWrite
from app.domain.intervals import Interval


class MembersRound(Round):
    """Seats with their holders; what the list would come to is looked at as a whole."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._chairs = Chairs(known)
        self._terms = {term.id: term for term in known.terms}
        self._others: dict[int, list[KnownTerm]] = {}
        for term in known.terms:
            if term.person is not None:
                self._others.setdefault(term.person, []).append(term)
        self._numbers = {seat.id: seat.number for seat in known.seats}
        self._sittings: dict[int, list[Sitting]] = {}
        self._changed: set[int] = set()
        self._rows: dict[int, Timeline[int]] = {}

    def take(self, entry: Entry) -> Verdict:
        """What one member's row would do."""
        notes = Notes()
        check_period(entry.from_on, entry.to_on)
        first = entry.from_on or self.known.today
        seats = self._chairs.candidates(entry, first)
        if not (entry.institution or entry.name or entry.email):
            return self._empty(entry, seats, first)
        place = self.places.of(entry, first, notes)
        place = place if place is not None else self._own_place(seats[0])
        person = self._person(entry, place, notes)
        seat, term = self._chairs.choose(seats, Holder(place, person, entry.from_on, entry.to_on))
        days = self._days(entry, term)
        write = self._write(entry, seat, term, place, person, days, notes)
        self._note_oddities(seat, place, person, days, term, notes)
        if person is not None:
            self._only_once(entry.row, person, days)
            if entry.title:
                self.positions.take(
                    person, place, entry.title, entry.is_acting, Interval(days.from_on), notes
                )
        write.deputies = self._deputies(entry, place, person, term, notes)
        if term is None or notes.is_changed:
            self.writes.terms.append(write)
        self._chairs.claim(seat, days, entry.row)
        return Verdict(
            entry.row,
            notes.outcome,
            self._who(person, place),
            f"{self.places.name(place)}, {seat.number}. {seat.title}",
            tuple(notes.told),
        )

    def settle(self) -> None:
        """One holder per seat at a time, among the rows and with those who sit there already."""
        for term in self.known.terms:
            if term.id not in self._changed:
                sitting = Sitting(term.interval, None, self._who(term.person, term.institution))
                self._sittings.setdefault(term.seat, []).append(sitting)
        for sittings in self._sittings.values():
            for row, other in clashes(sittings):
                self.blame(row, self._clash(other))

    def _clash(self, other: Sitting) -> RowWrong:
        if other.row is not None:
            return RowWrong(None, "import_seat_taken_by_row", other=other.row)
        days, name = other.interval, other.who
        if days.to_on is None:
            return RowWrong(None, "import_seat_taken_on", name=name, from_on=days.from_on)
        return RowWrong(
            None, "import_seat_taken", name=name, from_on=days.from_on, to_on=days.last_on
        )

    def _empty(self, entry: Entry, seats: list[KnownSeat], on: date) -> Verdict:
        """A row of a vacant seat says nothing, but only while one of its title is vacant."""
        holders = [self._chairs.current(seat, on) for seat in seats]
        for seat, holder in zip(seats, holders, strict=True):
            if holder is None:
                where = f"{seat.number}. {seat.title}"
                return Verdict(entry.row, Outcome.UNCHANGED, "", where)
        names = tuple(self._who(one.person, one.institution) for one in holders if one is not None)
        raise RowWrong(Field.NAME, "import_nobody_named", names=names)

    def _who(self, person: int | None, place: int) -> str:
        """The person's name, else the institution's."""
        return self.places.name(place) if person is None else self.people.name(person)

    def _own_place(self, seat: KnownSeat) -> int:
        if seat.institution is None:
            raise RowWrong(Field.INSTITUTION, "import_institution_missing")
        return seat.institution

    def _person(self, entry: Entry, place: int, notes: Notes) -> int | None:
        if not entry.name and not entry.email:
            return None
        return self.people.take(entry.row, entry.name, entry.email, entry.phone, place, notes)

    def _days(self, entry: Entry, term: KnownTerm | None) -> Interval:
        """The row's days, and where it is silent those of the term that it is about."""
        if term is None:
            return period(self.first_day(entry), entry.to_on)
        before = term.interval
        return period(entry.from_on or before.from_on, entry.to_on or before.last_on)

    def _write(
        self,
        entry: Entry,
        seat: KnownSeat,
        term: KnownTerm | None,
        place: int,
        person: int | None,
        days: Interval,
        notes: Notes,
    ) -> TermWrite:
        self._sittings.setdefault(seat.id, []).append(Sitting(days, entry.row, ""))
        if term is None:
            notes.is_new = True
            return TermWrite(None, seat.id, place, person, days)
        self._changed.add(term.id)
        holder = person if person is not None else term.person
        if term.institution != place:
            before = self.places.name(term.institution)
            notes.change(Field.INSTITUTION, before, self.places.name(place))
        if term.person != holder:
            before = self.people.name(term.person) if term.person is not None else ""
            after = self.people.name(holder) if holder is not None else ""
            notes.change(Field.NAME, before, after)
        change_period(notes, term.interval, days)
        return TermWrite(term.id, seat.id, place, holder, days)

    def _note_oddities(
        self,
        seat: KnownSeat,
        place: int,
        person: int | None,
        days: Interval,
        term: KnownTerm | None,
        notes: Notes,
    ) -> None:
        """What is seldom meant, but never refused."""
        if term is not None:
            return
        if seat.institution is not None and not self.places.are_kin(seat.institution, place):
            notes.remark("import_seat_of_other", institution=self.places.name(seat.institution))
        for other in self._others.get(person or 0, ()):
            if other.seat != seat.id and other.interval.overlaps(days):
                number = self._numbers[other.seat]
                notes.remark("import_sits_elsewhere", number=number)

    def _only_once(self, row: int, person: int, days: Interval) -> None:
        rows = self._rows.setdefault(person, Timeline())
        if found := rows.meeting(days):
            raise RowWrong(
                Field.NAME, "import_person_twice", name=self.people.name(person), other=found[0]
            )
        rows.add(days, row)

    def _deputies(
        self, entry: Entry, place: int, person: int | None, term: KnownTerm | None, notes: Notes
    ) -> tuple[int, ...] | None:
        """The deputies that a row names, by rank; None where it names none or the same ones."""
        if not entry.deputies:
            return None
        keys: list[int] = []
        for one in entry.deputies:
            key = self.people.find(one.name, one.email, place, Field.DEPUTY)
            if key is None:
                if not one.name:
                    raise RowWrong(Field.DEPUTY, "import_name_missing", email=one.email)
                key = self.people.make(one.name, one.email)
            elif one.email:
                self.people.tell(entry.row, key, Field.EMAIL, one.email, notes)
            if key == person or key in keys:
                raise RowWrong(Field.DEPUTY, "import_own_deputy", name=self.people.name(key))
            self.people.tie(key, place)
            keys.append(key)
        before = term.deputies if term is not None else ()
        if tuple(keys) == before:
            return None
        names = tuple(self.people.name(key) for key in before)
        notes.change_names(Field.DEPUTY, names, tuple(self.people.name(key) for key in keys))
        return tuple(keys)
