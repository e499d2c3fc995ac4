"""What a term must be like to be stored, and what is odd about it (R2–R7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval, add_years
from app.domain.reasons import Reason
from app.domain.vocabulary import SeatKind
from app.models import Body, Institution, Person, Seat, Term, TermDeputy
from app.services.editing.done import existing
from app.services.editing.periods import typed_period
from app.services.roster import last_day, seat_title


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFields:
    """Who sits in a seat and how long; both days are inclusive, deputies ranked (R4).

    Without a person the institution has the seat and has not said who; without a last day the
    term goes on.
    """

    institution_id: int
    person_id: int | None = None
    from_on: date
    to_on: date | None = None
    deputies: tuple[int, ...] = ()


def checked_term(
    session: Session, seat: Seat, fields: TermFields, *, but: int | None = None
) -> Interval:
    """The days of the term; `UserError` says what is impossible. `but` is the term itself."""
    period = typed_period(fields.from_on, fields.to_on)
    must_fit(session, seat, period, but=but)
    existing(session, Institution, fields.institution_id, "institution_unknown")
    if fields.person_id is not None:
        existing(session, Person, fields.person_id, "person_gone")
    check_deputies(session, fields.person_id, fields.deputies)
    return period


def must_fit(session: Session, seat: Seat, period: Interval, *, but: int | None = None) -> None:
    """`UserError` when the seat is not there all the while, or somebody else has it (R7)."""
    lifetime = Interval(seat.valid_from, seat.valid_to)
    if not lifetime.covers(period):
        raise UserError(
            "term_outside_seat",
            seat=seat_title(seat, period.from_on),
            from_on=seat.valid_from,
            to_on=last_day(seat.valid_to),
        )
    other = next(
        (
            one
            for one in terms_of(session, seat.id)
            if one.id != but and Interval(one.start_on, one.end_on).overlaps(period)
        ),
        None,
    )
    if other is not None:
        raise UserError(
            "seat_is_taken",
            holder=holder_of(other),
            from_on=other.start_on,
            to_on=last_day(other.end_on),
        )


def check_deputies(session: Session, holder: int | None, deputies: Sequence[int]) -> None:
    """`UserError` when the holder stands in for themselves, or somebody is listed twice (R4)."""
    for person_id in deputies:
        person = existing(session, Person, person_id, "person_gone")
        if person_id == holder:
            raise UserError("deputy_is_holder", name=person.name)
        if deputies.count(person_id) > 1:
            raise UserError("deputy_twice", name=person.name)


def terms_of(session: Session, seat_id: int) -> Sequence[Term]:
    """The seat's terms, the oldest first."""
    return session.scalars(
        select(Term).where(Term.seat_id == seat_id).order_by(Term.start_on, Term.id)
    ).all()


def holder_of(term: Term) -> str:
    """Who sits: the person, else the institution that has not named one."""
    return term.institution.name if term.person is None else term.person.name


def oddities(
    session: Session, seat: Seat, fields: TermFields, *, but: int | None = None
) -> tuple[Reason, ...]:
    """What is unusual about a term, but can be stored all the same."""
    if fields.to_on is not None and fields.to_on < fields.from_on:
        return ()
    period = typed_period(fields.from_on, fields.to_on)
    return (
        *_of_institution(session, seat, fields, period, but),
        *_of_person(session, seat, fields, period, but),
        *_of_length(seat, period),
    )


def _of_person(
    session: Session, seat: Seat, fields: TermFields, period: Interval, but: int | None
) -> Iterator[Reason]:
    if fields.person_id is not None:
        for other in _others(session, seat, period, but, Term.person_id == fields.person_id):
            yield Reason(
                "holder_sits_already",
                name=holder_of(other),
                seat=seat_title(other.seat, period.from_on),
            )
            break
    for person_id in fields.deputies:
        for other in _others(session, seat, period, but, Term.person_id == person_id):
            yield Reason(
                "deputy_sits_already",
                name=holder_of(other),
                seat=seat_title(other.seat, period.from_on),
            )
            break


def _of_institution(
    session: Session, seat: Seat, fields: TermFields, period: Interval, but: int | None
) -> Iterator[Reason]:
    place = session.get(Institution, fields.institution_id)
    if place is None:
        return
    if not Interval(place.valid_from, place.valid_to).covers(period):
        yield Reason(
            "institution_not_there",
            name=place.name,
            from_on=place.valid_from,
            to_on=last_day(place.valid_to),
        )
    if seat.rotates_among is not None:
        if place.kind is not seat.rotates_among:
            yield Reason("institution_of_other_kind", name=place.name, kind=seat.rotates_among)
        same = _others(session, seat, period, but, Term.institution_id == place.id)
        if any(one.seat.rotates_among is not None for one in same):
            yield Reason("institution_sits_already", name=place.name)


def _of_length(seat: Seat, period: Interval) -> Iterator[Reason]:
    if seat.kind is not SeatKind.ROTATING or seat.term_years is None:
        return
    longest = add_years(period.from_on, seat.term_years)
    if period.to_on is None or period.to_on > longest:
        yield Reason("term_longer_than_seat", years=seat.term_years)


def _others(
    session: Session, seat: Seat, period: Interval, but: int | None, who: object
) -> Sequence[Term]:
    """Terms of the body's other seats that share a day with `period`."""
    query = (
        select(Term)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Body, Seat.body_id == Body.id)
        .where(
            Body.id == seat.body_id,
            Term.seat_id != seat.id,
            Term.id != (but or 0),
            or_(Term.end_on.is_(None), Term.end_on > period.from_on),
            # SQLAlchemy types a comparison of columns as bool.
            who,  # type: ignore[arg-type]
        )
        .order_by(Seat.number, Term.start_on)
    )
    if period.to_on is not None:
        query = query.where(Term.start_on < period.to_on)
    return session.scalars(query).all()


def put_deputies(session: Session, term: Term, deputies: Sequence[int]) -> bool:
    """Give the term these deputies in their rank; whether that is another list than before."""
    before = session.scalars(
        select(TermDeputy).where(TermDeputy.term_id == term.id).order_by(TermDeputy.rank)
    ).all()
    if [one.person_id for one in before] == list(deputies):
        return False
    for row in before:
        session.delete(row)
    session.flush()
    for rank, person_id in enumerate(deputies, start=1):
        session.add(TermDeputy(term_id=term.id, person_id=person_id, rank=rank))
    session.flush()
    session.expire(term, ["deputies"])
    return True
