"""Seats with their terms, people and deputies; observers; institutions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.models import Institution, Observer, Person, Position, Seat, Term, TermDeputy


def seats_of(session: Session, body_id: int) -> Sequence[Seat]:
    """Every seat that the body ever had, with titles, terms, holders and deputies."""
    terms = selectinload(Seat.terms)
    return session.scalars(
        select(Seat)
        .where(Seat.body_id == body_id)
        .options(
            selectinload(Seat.titles),
            terms.joinedload(Term.institution),
            terms.joinedload(Term.person),
            terms.selectinload(Term.deputies).joinedload(TermDeputy.person),
        )
        .order_by(Seat.number, Seat.id)
    ).all()


def observers_on(session: Session, body_id: int, on: date) -> Sequence[Observer]:
    """Those who observe the body on `on`, by name (R5)."""
    return session.scalars(
        select(Observer)
        .join(Person, Observer.person_id == Person.id)
        .where(
            Observer.body_id == body_id,
            Observer.valid_from <= on,
            or_(Observer.valid_to.is_(None), Observer.valid_to > on),
        )
        .options(joinedload(Observer.person), joinedload(Observer.institution))
        .order_by(Person.name, Observer.id)
    ).all()


def institutions(session: Session) -> Sequence[Institution]:
    """Every institution, also those that have merged."""
    return session.scalars(
        select(Institution)
        .options(joinedload(Institution.successor))
        .order_by(Institution.name, Institution.valid_from)
    ).all()


def positions_on(
    session: Session, people: Sequence[int], on: date
) -> dict[tuple[int, int], Position]:
    """The position of each person at each institution on `on`, by (person, institution)."""
    rows = session.scalars(
        select(Position).where(
            Position.person_id.in_(people),
            Position.valid_from <= on,
            or_(Position.valid_to.is_(None), Position.valid_to > on),
        )
    )
    return {(row.person_id, row.institution_id): row for row in rows}
