"""One seat through time: its terms with holders and deputies, the newest first (R2, R7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.intervals import add_years
from app.domain.vocabulary import InstitutionKind, SeatKind, SeatRole, Sector, TermEnd
from app.models import Observer, Seat, Term
from app.services.desk import Desk
from app.services.editing.done import existing
from app.services.roster import Contact, last_day, seat_title
from app.store.queries.council import body_by_code


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """One term as edited; the last day is inclusive."""

    id: int
    version: int
    institution_id: int
    institution: str
    person: Contact | None
    from_on: date
    to_on: date | None
    ended: TermEnd | None
    override_reason: str
    deputies: tuple[Contact, ...]

    def holds_on(self, on: date) -> bool:
        """Whether it is in force on `on`."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """A seat as edited, with every term that it ever had."""

    id: int
    body_code: str
    body_name: str
    number: int
    title: str
    title_from: date
    kind: SeatKind
    role: SeatRole
    sector: Sector
    appointed_by: str
    term_years: int | None
    votes: bool
    rotates_among: InstitutionKind | None
    institution_id: int | None
    from_on: date
    to_on: date | None
    terms: tuple[TermLine, ...]

    def next_term(self, on: date) -> tuple[date, date | None]:
        """The days that a new term would have: after the last one, as long as the seat's rule.

        A seat that nobody has begins on `on`; a last term without an end leaves `on` too.
        """
        ends = [one.to_on for one in self.terms if one.to_on is not None]
        last = max(ends, default=None)
        is_open = any(one.to_on is None for one in self.terms)
        start = on if last is None or is_open else max(day_after(last), self.from_on)
        if self.term_years is None:
            return start, None
        return start, last_day(add_years(start, self.term_years))


@dataclass(frozen=True, slots=True)
class ObserverView:
    """An observer as edited; the last day is inclusive."""

    id: int
    person_id: int
    name: str
    institution_id: int
    from_on: date
    to_on: date | None


class SeatTermService:
    """Reads seats with all their terms."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def seat(self, seat_id: int, on: date | None = None) -> SeatView:
        """One seat, titled as on `on` (today); `UserError` when it is gone."""
        with self._desk.reading() as session:
            seat = existing(session, Seat, seat_id, "seat_gone")
            return _view(seat, on or self._desk.today(session))

    def observer(self, observer_id: int) -> ObserverView:
        """One observer; `UserError` when they are gone."""
        with self._desk.reading() as session:
            row = existing(session, Observer, observer_id, "observer_gone")
            return ObserverView(
                row.id,
                row.person_id,
                row.person.name,
                row.institution_id,
                row.valid_from,
                last_day(row.valid_to),
            )

    def next_number(self, body: str) -> int:
        """The number that a new seat of the body gets."""
        with self._desk.reading() as session:
            return _highest(session, body_by_code(session, body).id) + 1


def day_after(last_on: date) -> date:
    """The first day after a last one."""
    return date.fromordinal(last_on.toordinal() + 1)


def _highest(session: Session, body_id: int) -> int:
    found = session.scalar(select(func.max(Seat.number)).where(Seat.body_id == body_id))
    return found or 0


def _view(seat: Seat, on: date) -> SeatView:
    begun = [one.valid_from for one in seat.titles if one.valid_from <= on]
    return SeatView(
        id=seat.id,
        body_code=seat.body.code,
        body_name=seat.body.short_name,
        number=seat.number,
        title=seat_title(seat, on),
        title_from=begun[-1] if begun else seat.titles[0].valid_from,
        kind=seat.kind,
        role=seat.role,
        sector=seat.sector,
        appointed_by=seat.appointed_by,
        term_years=seat.term_years,
        votes=seat.votes,
        rotates_among=seat.rotates_among,
        institution_id=seat.institution_id,
        from_on=seat.valid_from,
        to_on=last_day(seat.valid_to),
        terms=tuple(_line(term) for term in sorted(seat.terms, key=_newest_first)),
    )


def _newest_first(term: Term) -> int:
    return -term.start_on.toordinal()


def _line(term: Term) -> TermLine:
    person = term.person
    return TermLine(
        id=term.id,
        version=term.version,
        institution_id=term.institution_id,
        institution=term.institution.name,
        person=Contact(person.id, person.name, person.email) if person is not None else None,
        from_on=term.start_on,
        to_on=last_day(term.end_on),
        ended=term.ended_because,
        override_reason=term.override_reason,
        deputies=tuple(
            Contact(one.person_id, one.person.name, one.person.email) for one in term.deputies
        ),
    )
