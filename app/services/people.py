"""People and institutions as they are edited: with keys, versions and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.intervals import until_last
from app.domain.vocabulary import InstitutionKind, Sector
from app.models import Body, Institution, Person, Position, Seat, Term
from app.services.desk import Desk
from app.services.editing.done import existing
from app.services.person_seats import PersonSeat, seats_by_person
from app.services.roster import last_day, seat_title
from app.store.queries.roster import institutions


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """A person's title at an institution; the last day is inclusive (R4)."""

    id: int
    institution_id: int
    institution: str
    title: str
    from_on: date
    to_on: date | None
    is_acting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A seat that a person has or had; the last day is inclusive."""

    seat_id: int
    body_name: str
    title: str
    institution: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person with positions and seats, the latest first."""

    id: int
    version: int
    name: str
    email: str
    phone: str
    positions: tuple[PositionView, ...]
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as listed on a day: the position then, else the last one, and what they sit in."""

    id: int
    version: int
    name: str
    email: str
    phone: str
    title: str
    institution: str
    left_on: date | None
    """The last day of that position, where it is over."""
    seats: tuple[PersonSeat, ...]


class TakingPart(StrEnum):
    """How an institution stands to the region's work on a day."""

    NOW = "now"
    LATER = "later"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionView:
    """An institution as edited; the last day is inclusive."""

    id: int
    name: str
    short_name: str
    kind: InstitutionKind
    sector: Sector
    meeting_place: str
    from_on: date
    to_on: date | None
    successor_id: int | None
    successor: str | None

    def part_on(self, on: date) -> TakingPart:
        """Whether it takes part on `on`, or did before, or will."""
        if until_last(self.from_on, self.to_on).contains(on):
            return TakingPart.NOW
        return TakingPart.LATER if on < self.from_on else TakingPart.BEFORE


class PeopleService:
    """Reads people and institutions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, on: date | None = None) -> tuple[PersonRow, ...]:
        """Everyone who is not in the bin, by name, as of `on` (today)."""
        with self._desk.reading() as session:
            day = on or self._desk.today(session)
            seats = seats_by_person(session, day)
            people = session.scalars(
                select(Person)
                .where(Person.deleted_at.is_(None))
                .options(selectinload(Person.positions).joinedload(Position.institution))
                .order_by(Person.name, Person.id)
            )
            return tuple(_row(person, day, seats.get(person.id, ())) for person in people)

    def person(self, person_id: int) -> PersonView:
        """One person; `UserError` when they are in the bin."""
        with self._desk.reading() as session:
            person = existing(session, Person, person_id, "person_gone")
            return PersonView(
                id=person.id,
                version=person.version,
                name=person.name,
                email=person.email,
                phone=person.phone,
                positions=tuple(position_view(row) for row in reversed(person.positions)),
                terms=_terms(session, person_id),
            )

    def institutions(self) -> tuple[InstitutionView, ...]:
        """Every institution, also those that have merged, by name."""
        with self._desk.reading() as session:
            return tuple(_institution(row) for row in institutions(session))


def _row(person: Person, on: date, seats: tuple[PersonSeat, ...]) -> PersonRow:
    begun = [row for row in person.positions if row.valid_from <= on]
    now = [row for row in begun if row.valid_to is None or on < row.valid_to]
    position = next(iter([*reversed(now), *reversed(begun), *person.positions]), None)
    return PersonRow(
        id=person.id,
        version=person.version,
        name=person.name,
        email=person.email,
        phone=person.phone,
        title=position.title if position is not None else "",
        institution=position.institution.name if position is not None else "",
        left_on=last_day(position.valid_to) if position is not None and not now else None,
        seats=seats,
    )


def position_view(row: Position) -> PositionView:
    """A position with its days inclusive."""
    return PositionView(
        id=row.id,
        institution_id=row.institution_id,
        institution=row.institution.name,
        title=row.title,
        from_on=row.valid_from,
        to_on=last_day(row.valid_to),
        is_acting=row.is_acting,
    )


def _terms(session: Session, person_id: int) -> tuple[TermView, ...]:
    rows = session.execute(
        select(Term, Seat, Body)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Body, Seat.body_id == Body.id)
        .where(Term.person_id == person_id)
        .options(joinedload(Term.institution), selectinload(Seat.titles))
        .order_by(Term.start_on.desc(), Term.id)
    )
    return tuple(
        TermView(
            seat_id=seat.id,
            body_name=body.short_name,
            title=seat_title(seat, term.start_on),
            institution=term.institution.name,
            from_on=term.start_on,
            to_on=last_day(term.end_on),
        )
        for term, seat, body in rows
    )


def _institution(row: Institution) -> InstitutionView:
    return InstitutionView(
        id=row.id,
        name=row.name,
        short_name=row.short_name,
        kind=row.kind,
        sector=row.sector,
        meeting_place=row.meeting_place,
        from_on=row.valid_from,
        to_on=last_day(row.valid_to),
        successor_id=row.successor_id,
        successor=row.successor.name if row.successor is not None else None,
    )
