"""What each person sits in on a day: as member, deputy or observer (R5, R7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from app.domain.vocabulary import Group
from app.models import Body, Observer, Seat, Term, TermDeputy
from app.services.roster import seat_title


@dataclass(frozen=True, slots=True)
class PersonSeat:
    """One place in a body; an observer has no seat."""

    body_name: str
    group: Group
    seat_id: int | None
    title: str


def seats_by_person(session: Session, on: date) -> dict[int, tuple[PersonSeat, ...]]:
    """By person, what they sit in on `on`: members first, then deputies, then observers."""
    found: defaultdict[int, list[PersonSeat]] = defaultdict(list)
    for person_id, seat in _all(session, on):
        found[person_id].append(seat)
    return {person_id: tuple(seats) for person_id, seats in found.items()}


def _all(session: Session, on: date) -> Iterator[tuple[int, PersonSeat]]:
    for group, person, deputies in (
        (Group.MEMBER, Term.person_id, False),
        (Group.DEPUTY, TermDeputy.person_id, True),
    ):
        query = (
            select(person, Seat, Body.short_name)
            .select_from(Term)
            .join(Seat, Term.seat_id == Seat.id)
            .join(Body, Seat.body_id == Body.id)
            .where(_holds(Term.start_on, Term.end_on, on))
            .options(selectinload(Seat.titles))
            .order_by(Body.sort, Seat.number)
        )
        if deputies:
            query = query.join(TermDeputy, TermDeputy.term_id == Term.id)
        for person_id, seat, body in session.execute(query):
            if person_id is not None:
                yield person_id, PersonSeat(body, group, seat.id, seat_title(seat, on))
    observing = session.execute(
        select(Observer.person_id, Body.short_name)
        .join(Body, Observer.body_id == Body.id)
        .where(_holds(Observer.valid_from, Observer.valid_to, on))
        .order_by(Body.sort)
    )
    for person_id, body in observing:
        yield person_id, PersonSeat(body, Group.OBSERVER, None, "")


def _holds(first: Any, end: Any, on: date) -> ColumnElement[bool]:
    """Whether a span of days with an exclusive end holds on `on`."""
    return and_(first <= on, or_(end.is_(None), end > on))
