"""Seats and terms as plain facts, many in one read: for questions asked on every page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.roster import SeatFacts, TermFacts
from app.models import Institution, Person, Seat, SeatTitle, Term


@dataclass(frozen=True, slots=True)
class BodySeats:
    """The seats that one body ever had, and their terms by seat."""

    seats: tuple[SeatFacts, ...]
    terms: dict[int, list[TermFacts]]

    def of(self, seat: int) -> list[TermFacts]:
        """The seat's terms, the oldest first."""
        return self.terms.get(seat, [])


def seats_by_body(session: Session, body_ids: Collection[int]) -> dict[int, BodySeats]:
    """Every seat and term of the bodies; seats have no names here."""
    terms: dict[int, list[TermFacts]] = {}
    for row in session.execute(
        select(
            Term.id,
            Term.seat_id,
            Term.institution_id,
            Term.person_id,
            Term.start_on,
            Term.end_on,
            Term.ended_because,
        )
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.body_id.in_(body_ids))
        .order_by(Term.start_on)
    ):
        key, seat, institution, person, start, end, ended = row
        facts = TermFacts(key, seat, institution, Interval(start, end), person, ended)
        terms.setdefault(seat, []).append(facts)
    found: dict[int, list[SeatFacts]] = {}
    for body, facts_of_seat in _seats(session, body_ids):
        found.setdefault(body, []).append(facts_of_seat)
    return {body: BodySeats(tuple(seats), terms) for body, seats in found.items()}


def _seats(session: Session, body_ids: Collection[int]) -> list[tuple[int, SeatFacts]]:
    rows = session.execute(
        select(
            Seat.body_id,
            Seat.id,
            Seat.number,
            Seat.kind,
            Seat.role,
            Seat.sector,
            Seat.votes,
            Seat.appointed_by,
            Seat.term_years,
            Seat.valid_from,
            Seat.valid_to,
            Seat.rotates_among,
        )
        .where(Seat.body_id.in_(body_ids))
        .order_by(Seat.number, Seat.id)
    )
    return [
        (
            body,
            SeatFacts(
                id=key,
                number=number,
                name="",
                kind=kind,
                role=role,
                sector=sector,
                votes=votes,
                appointed_by=by,
                term_years=years,
                lifetime=Interval(start, end),
                rotates_among=among,
            ),
        )
        for body, key, number, kind, role, sector, votes, by, years, start, end, among in rows
    ]


def institution_facts(session: Session) -> list[InstitutionFacts]:
    """Every institution with its period and successor."""
    rows = session.execute(
        select(
            Institution.id,
            Institution.name,
            Institution.kind,
            Institution.valid_from,
            Institution.valid_to,
            Institution.successor_id,
        ).order_by(Institution.name, Institution.valid_from)
    )
    return [
        InstitutionFacts(key, name, kind, Interval(start, end), successor)
        for key, name, kind, start, end, successor in rows
    ]


def seat_titles(session: Session, seats: Collection[int], on: date) -> dict[int, str]:
    """What each seat is called on `on`; before its first title, that one."""
    titles: dict[int, str] = {}
    for seat, start, title in session.execute(
        select(SeatTitle.seat_id, SeatTitle.valid_from, SeatTitle.title)
        .where(SeatTitle.seat_id.in_(seats))
        .order_by(SeatTitle.valid_from)
    ):
        if start <= on or seat not in titles:
            titles[seat] = title
    return titles


def names_of_people(session: Session, people: Collection[int]) -> dict[int, str]:
    """The name of each person."""
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return {row.id: row.name for row in rows}


def names_of_institutions(session: Session, keys: Collection[int]) -> dict[int, str]:
    """The name of each institution."""
    rows = session.execute(select(Institution.id, Institution.name).where(Institution.id.in_(keys)))
    return {row.id: row.name for row in rows}
