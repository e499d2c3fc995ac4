"""Who sits in which seat on a date, who observes, and which institutions there are (R2–R7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.intervals import Interval
from app.domain.roster import SeatFacts, TermFacts, seat_state
from app.domain.vocabulary import InstitutionKind, SeatKind, SeatRole, SeatState, Sector
from app.models import Body, Person, Position, Seat, Term
from app.services.desk import Desk
from app.store.queries.council import body_by_code, main_body, rules_on
from app.store.queries.roster import institutions, observers_on, positions_on, seats_of


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as listed: name and work e-mail."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat on a date (R7); `to_on` is the last day, inclusive, as on screen."""

    seat_id: int
    number: int
    title: str
    role: SeatRole
    sector: Sector
    kind: SeatKind
    votes: bool
    appointed_by: str
    state: SeatState
    institution_id: int | None
    institution: str | None
    institution_short: str | None
    person: Contact | None
    function: str
    from_on: date | None
    to_on: date | None
    deputies: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class ObserverRow:
    """An observer of a body on a date (R5); the last day is inclusive."""

    person: Contact
    institution: str
    id: int
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterView:
    """A body on a date: its seats and observers, and how many are filled and have deputies."""

    on: date
    body_code: str
    body_name: str
    seats: tuple[SeatRow, ...]
    observers: tuple[ObserverRow, ...]

    @property
    def filled(self) -> int:
        """How many seats have somebody, or an institution, in them."""
        return sum(seat.state is not SeatState.VACANT for seat in self.seats)

    @property
    def deputies(self) -> int:
        """How many are deputies of the seats."""
        return sum(len(seat.deputies) for seat in self.seats)

    @property
    def balance(self) -> dict[Sector, int]:
        """How many seats each party of the triple helix has (R6)."""
        return {sector: sum(seat.sector is sector for seat in self.seats) for sector in Sector}


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """An institution with the days it takes part, the last inclusive."""

    name: str
    kind: InstitutionKind
    sector: Sector
    from_on: date
    to_on: date | None
    successor: str | None


class RosterService:
    """Reads the roster as of any date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def members(self, on: date | None = None, body: str | None = None) -> tuple[SeatRow, ...]:
        """One row per seat that `body` (the council itself by default) has on `on` (today)."""
        with self._desk.reading() as session:
            chosen = _body(session, body)
            return seat_rows(session, chosen, on or self._desk.today(session))

    def observers(self, on: date | None = None, body: str | None = None) -> tuple[ObserverRow, ...]:
        """Those who observe `body` on `on`."""
        with self._desk.reading() as session:
            chosen = _body(session, body)
            return _observers(session, chosen, on or self._desk.today(session))

    def view(self, on: date | None = None, body: str | None = None) -> RosterView:
        """Seats and observers of `body` on `on`, in one go (R7)."""
        with self._desk.reading() as session:
            chosen, day = _body(session, body), on or self._desk.today(session)
            return RosterView(
                on=day,
                body_code=chosen.code,
                body_name=chosen.short_name,
                seats=seat_rows(session, chosen, day),
                observers=_observers(session, chosen, day),
            )

    def body_of(self, seat_id: int) -> str | None:
        """The code of the body that a seat belongs to; None when there is no such seat."""
        with self._desk.reading() as session:
            seat = session.get(Seat, seat_id)
            return None if seat is None else seat.body.code

    def institutions(self, on: date | None = None) -> tuple[InstitutionRow, ...]:
        """Every institution, or only those that take part on `on`."""
        with self._desk.reading() as session:
            return tuple(
                InstitutionRow(
                    row.name,
                    row.kind,
                    row.sector,
                    row.valid_from,
                    last_day(row.valid_to),
                    row.successor.name if row.successor else None,
                )
                for row in institutions(session)
                if on is None or Interval(row.valid_from, row.valid_to).contains(on)
            )


def seat_rows(session: Session, body: Body, on: date) -> tuple[SeatRow, ...]:
    """One row per seat that `body` has on `on`, by its number (R7)."""
    seats = [
        seat
        for seat in seats_of(session, body.id)
        if Interval(seat.valid_from, seat.valid_to).contains(on)
    ]
    rules = rules_on(body, on)
    notice = max(rules.term_notice_days, default=0)
    standing = [
        (
            seat,
            seat_state(
                seat_facts(seat, on),
                [term_facts(term) for term in seat.terms],
                on,
                carried_over=rules.seats_carried_over,
                notice_days=notice,
            ),
        )
        for seat in seats
    ]
    terms = {term.id: term for seat in seats for term in seat.terms}
    people = [terms[place.term.id].person_id for _seat, place in standing if place.term is not None]
    functions = positions_on(session, [person for person in people if person is not None], on)
    return tuple(
        _row(seat, place.state, terms[place.term.id] if place.term else None, on, functions)
        for seat, place in standing
    )


def seat_facts(seat: Seat, on: date) -> SeatFacts:
    """What the rules need to know of a seat."""
    return SeatFacts(
        id=seat.id,
        number=seat.number,
        name=seat_title(seat, on),
        kind=seat.kind,
        role=seat.role,
        sector=seat.sector,
        votes=seat.votes,
        appointed_by=seat.appointed_by,
        term_years=seat.term_years,
        lifetime=Interval(seat.valid_from, seat.valid_to),
    )


def term_facts(term: Term) -> TermFacts:
    """What the rules need to know of a term."""
    return TermFacts(
        id=term.id,
        seat=term.seat_id,
        institution=term.institution_id,
        interval=Interval(term.start_on, term.end_on),
        person=term.person_id,
        ended=term.ended_because,
    )


def seat_title(seat: Seat, on: date) -> str:
    """What the seat is called on `on`; before its first title, that one."""
    begun: Sequence[str] = [title.title for title in seat.titles if title.valid_from <= on]
    return begun[-1] if begun else seat.titles[0].title


def last_day(end: date | None) -> date | None:
    """The last day before `end`: ends are exclusive inside and inclusive on screen."""
    return None if end is None else end - timedelta(days=1)


def acting_title(position: Position) -> str:
    """A position's title as printed; one who acts in the office is konstituert (R4)."""
    return f"{position.title} (konstituert)" if position.is_acting else position.title


def _body(session: Session, code: str | None) -> Body:
    return main_body(session) if code is None else body_by_code(session, code)


def _observers(session: Session, body: Body, on: date) -> tuple[ObserverRow, ...]:
    return tuple(
        ObserverRow(
            Contact(row.person_id, row.person.name, row.person.email),
            row.institution.name,
            row.id,
            row.valid_from,
            last_day(row.valid_to),
        )
        for row in observers_on(session, body.id, on)
    )


def _row(
    seat: Seat,
    state: SeatState,
    term: Term | None,
    on: date,
    functions: dict[tuple[int, int], Position],
) -> SeatRow:
    person = term.person if term is not None else None
    position = functions.get((person.id, term.institution_id)) if person and term else None
    title = seat_title(seat, on)
    return SeatRow(
        seat_id=seat.id,
        number=seat.number,
        title=title,
        role=seat.role,
        sector=seat.sector,
        kind=seat.kind,
        votes=seat.votes,
        appointed_by=seat.appointed_by,
        state=state,
        institution_id=term.institution_id if term else None,
        institution=term.institution.name if term else None,
        institution_short=term.institution.short_name if term else None,
        person=Contact(person.id, person.name, person.email) if person else None,
        function=acting_title(position) if position else title,
        from_on=term.start_on if term else None,
        to_on=last_day(term.end_on) if term else None,
        deputies=_contacts(deputy.person for deputy in term.deputies) if term else (),
    )


def _contacts(people: Iterable[Person]) -> tuple[Contact, ...]:
    return tuple(Contact(person.id, person.name, person.email) for person in people)
