"""What the council file holds of what a list can concern, in a few reads of plain values."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.imports.fields import Subject
from app.domain.imports.known import (
    Known,
    KnownInstitution,
    KnownObserver,
    KnownPerson,
    KnownPosition,
    KnownSeat,
    KnownTerm,
)
from app.domain.intervals import Interval
from app.models import (
    Body,
    Institution,
    Observer,
    Person,
    Position,
    Seat,
    SeatTitle,
    Term,
    TermDeputy,
)
from app.store.queries.seat_facts import seat_titles


def known_of(
    session: Session, subject: Subject, body: Body, today: date, start_on: date | None
) -> Known:
    """The file as `subject`'s rows are held against it."""
    if subject is Subject.INSTITUTIONS:
        return Known(today=today, start_on=start_on, institutions=_institutions(session))
    return Known(
        today=today,
        start_on=start_on,
        institutions=_institutions(session),
        people=_people(session),
        positions=_positions(session),
        seats=_seats(session, body, today) if subject is Subject.MEMBERS else (),
        terms=_terms(session, body) if subject is Subject.MEMBERS else (),
        observers=_observers(session, body),
        ties=_ties(session),
    )


def _institutions(session: Session) -> tuple[KnownInstitution, ...]:
    rows = session.execute(
        select(
            Institution.id,
            Institution.name,
            Institution.short_name,
            Institution.kind,
            Institution.sector,
            Institution.meeting_place,
            Institution.valid_from,
            Institution.valid_to,
            Institution.successor_id,
        ).order_by(Institution.id)
    )
    return tuple(
        KnownInstitution(
            id=key,
            name=name,
            short_name=short,
            kind=kind,
            sector=sector,
            place=place,
            lifetime=Interval(start, end),
            successor=successor,
        )
        for key, name, short, kind, sector, place, start, end, successor in rows
    )


def _people(session: Session) -> tuple[KnownPerson, ...]:
    columns = (Person.id, Person.name, Person.email, Person.phone)
    rows = session.execute(select(*columns).where(Person.deleted_at.is_(None)).order_by(Person.id))
    return tuple(KnownPerson(*row) for row in rows)


def _positions(session: Session) -> tuple[KnownPosition, ...]:
    rows = session.execute(
        select(
            Position.id,
            Position.person_id,
            Position.institution_id,
            Position.title,
            Position.is_acting,
            Position.valid_from,
            Position.valid_to,
        ).order_by(Position.valid_from, Position.id)
    )
    return tuple(
        KnownPosition(key, person, place, title, acting, Interval(start, end))
        for key, person, place, title, acting, start, end in rows
    )


def _seats(session: Session, body: Body, today: date) -> tuple[KnownSeat, ...]:
    titles: dict[int, list[str]] = {}
    own = select(Seat.id).where(Seat.body_id == body.id)
    for seat, title in session.execute(
        select(SeatTitle.seat_id, SeatTitle.title).where(SeatTitle.seat_id.in_(own))
    ):
        titles.setdefault(seat, []).append(title)
    shown = seat_titles(session, list(titles), today)
    rows = session.execute(
        select(Seat.id, Seat.number, Seat.institution_id, Seat.valid_from, Seat.valid_to)
        .where(Seat.body_id == body.id)
        .order_by(Seat.number)
    )
    return tuple(
        KnownSeat(
            id=key,
            number=number,
            title=shown[key],
            titles=tuple(titles[key]),
            lifetime=Interval(start, end),
            institution=place,
        )
        for key, number, place, start, end in rows
    )


def _terms(session: Session, body: Body) -> tuple[KnownTerm, ...]:
    deputies: dict[int, list[int]] = {}
    for term, person in session.execute(
        select(TermDeputy.term_id, TermDeputy.person_id).order_by(
            TermDeputy.term_id, TermDeputy.rank
        )
    ):
        deputies.setdefault(term, []).append(person)
    rows = session.execute(
        select(
            Term.id,
            Term.seat_id,
            Term.institution_id,
            Term.person_id,
            Term.start_on,
            Term.end_on,
        )
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.body_id == body.id)
        .order_by(Term.start_on, Term.id)
    )
    return tuple(
        KnownTerm(key, seat, place, person, Interval(start, end), tuple(deputies.get(key, ())))
        for key, seat, place, person, start, end in rows
    )


def _observers(session: Session, body: Body) -> tuple[KnownObserver, ...]:
    rows = session.execute(
        select(
            Observer.id,
            Observer.person_id,
            Observer.institution_id,
            Observer.valid_from,
            Observer.valid_to,
        )
        .where(Observer.body_id == body.id)
        .order_by(Observer.valid_from, Observer.id)
    )
    return tuple(
        KnownObserver(key, person, place, Interval(start, end))
        for key, person, place, start, end in rows
    )


def _ties(session: Session) -> tuple[tuple[int, int], ...]:
    """Person and institution wherever they stand together, in any body."""
    of_terms = session.execute(
        select(Term.person_id, Term.institution_id).where(Term.person_id.is_not(None))
    )
    of_deputies = session.execute(
        select(TermDeputy.person_id, Term.institution_id).join(Term, TermDeputy.term_id == Term.id)
    )
    of_observers = session.execute(select(Observer.person_id, Observer.institution_id))
    found = {
        (person, place)
        for rows in (of_terms, of_deputies, of_observers)
        for person, place in rows
        if person is not None
    }
    return tuple(sorted(found))
