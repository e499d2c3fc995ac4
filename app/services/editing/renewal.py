"""A body that is renewed all at once, as after a municipal election (R2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.institutions import Lineage
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.renewal import seat_renewal
from app.domain.vocabulary import TermEnd
from app.models import Institution, Person, Seat, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing
from app.services.editing.periods import typed_period
from app.services.editing.roster_kept import kept_under_approved
from app.services.editing.term_rules import TermFields, oddities, put_deputies
from app.services.roster import last_day, seat_title, term_facts
from app.store.queries.council import body_by_code
from app.store.queries.roster import seats_of
from app.store.queries.seat_facts import institution_facts


class Holder(StrEnum):
    """What becomes of the person in a seat."""

    KEPT = "kept"
    REPLACED = "replaced"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatChoice:
    """A seat that is renewed; its institution stays, `person_id` is for one who replaces."""

    seat_id: int
    holder: Holder
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalFields:
    """The first day of the new terms, their last (inclusive, None for no end), and the seats."""

    body: str
    from_on: date
    to_on: date | None = None
    seats: tuple[SeatChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalRow:
    """A seat as it can be renewed; `problem` says why it cannot.

    `is_elected` marks a seat whose terms have a length by rule, as those by election have; one
    that goes with an office goes on through elections.
    """

    seat_id: int
    number: int
    title: str
    institution_id: int | None
    institution: str
    person_id: int | None
    person: str
    is_elected: bool
    problem: Reason | None


class RenewalEditor(Editor):
    """All terms of the chosen seats end on one day, and new ones begin the next: one deed."""

    def table(self, body: str, from_on: date, to_on: date | None = None) -> tuple[RenewalRow, ...]:
        """The seats that the body has from `from_on`, with who sits there until then."""
        with self._desk.reading() as session:
            chosen = body_by_code(session, body)
            new = typed_period(from_on, to_on)
            lineage = Lineage(institution_facts(session))
            return tuple(
                _row(session, seat, lineage, new)
                for seat in seats_of(session, chosen.id)
                if Interval(seat.valid_from, seat.valid_to).contains(from_on)
            )

    def renew(self, fields: RenewalFields) -> Done:
        """End and begin; `UserError` names the first seat that cannot be renewed."""
        if not fields.seats:
            raise UserError("renewal_of_nothing")
        with self._desk.writing() as work:
            session = work.session
            body = body_by_code(session, fields.body)
            new = typed_period(fields.from_on, fields.to_on)
            lineage = Lineage(institution_facts(session))
            seats = {seat.id: seat for seat in seats_of(session, body.id)}
            with kept_under_approved(session, [one.seat_id for one in fields.seats]):
                made = [
                    _renew(session, _known(seats, one), one, lineage, new) for one in fields.seats
                ]
            return self._end(
                work,
                "renew_body",
                made[0],
                Kind.BODY,
                body.id,
                also=(Kind.TERM, Kind.PERSON),
                warnings=_odd(session, made),
            )


def _known(seats: dict[int, Seat], choice: SeatChoice) -> Seat:
    if choice.seat_id not in seats:
        raise UserError("seat_gone")
    return seats[choice.seat_id]


def _row(session: Session, seat: Seat, lineage: Lineage, new: Interval) -> RenewalRow:
    place, old, problem = _stand(session, seat, lineage, new)
    person = old.person if old is not None else None
    return RenewalRow(
        seat_id=seat.id,
        number=seat.number,
        title=seat_title(seat, new.from_on),
        institution_id=None if place is None else place.id,
        institution="" if place is None else place.short_name,
        person_id=None if person is None else person.id,
        person="" if person is None else person.name,
        is_elected=seat.term_years is not None,
        problem=problem,
    )


def _stand(
    session: Session, seat: Seat, lineage: Lineage, new: Interval
) -> tuple[Institution | None, Term | None, Reason | None]:
    """Whose the seat will be, the term that ends, and what is in the way of a new one."""
    terms = {term.id: term for term in seat.terms}
    found = seat_renewal(seat.id, [term_facts(term) for term in terms.values()], new)
    old = terms[found.old.id] if found.old is not None else None
    whose = seat.institution_id if old is None else old.institution_id
    place = None
    if whose is not None:
        place = session.get_one(Institution, lineage.heir_on(whose, new.from_on))
    return place, old, _problem(seat, place, found.in_the_way is not None, new)


def _problem(seat: Seat, place: Institution | None, is_taken: bool, new: Interval) -> Reason | None:
    title = seat_title(seat, new.from_on)
    if is_taken:
        return Reason("renewal_seat_taken", seat=title)
    if not Interval(seat.valid_from, seat.valid_to).covers(new):
        return Reason("renewal_outside_seat", seat=title, to_on=last_day(seat.valid_to))
    return Reason("renewal_without_institution", seat=title) if place is None else None


def _renew(
    session: Session, seat: Seat, choice: SeatChoice, lineage: Lineage, new: Interval
) -> Term:
    place, old, problem = _stand(session, seat, lineage, new)
    if problem is not None or place is None:
        raise UserError("renewal_refused", seat=seat_title(seat, new.from_on))
    deputies: Sequence[int] = ()
    person_id = None
    if choice.holder is Holder.REPLACED and choice.person_id is not None:
        person_id = existing(session, Person, choice.person_id, "person_gone").id
    if choice.holder is Holder.KEPT and old is not None:
        person_id = old.person_id
        deputies = [one.person_id for one in old.deputies]
    if old is not None:
        old.end_on, old.ended_because = new.from_on, TermEnd.ELECTION
        session.flush()
    row = Term(
        seat_id=seat.id,
        institution_id=place.id,
        person_id=person_id,
        start_on=new.from_on,
        end_on=new.to_on,
    )
    session.add(row)
    session.flush()
    put_deputies(session, row, deputies)
    return row


def _odd(session: Session, made: Sequence[Term]) -> tuple[Reason, ...]:
    """What is unusual about the new terms, each thing once."""
    found: dict[Reason, None] = {}
    for row in made:
        fields = TermFields(
            institution_id=row.institution_id,
            person_id=row.person_id,
            from_on=row.start_on,
            to_on=last_day(row.end_on),
        )
        seat = session.get_one(Seat, row.seat_id)
        found.update(dict.fromkeys(oddities(session, seat, fields, but=row.id)))
    return tuple(found)
