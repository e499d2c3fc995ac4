"""Which letters there are to write: one per appointing authority, one per new member (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.institutions import Lineage
from app.domain.notices import answer_by, threshold_passed
from app.domain.vocabulary import SeatState
from app.models import Body, Seat, Term, TermDeputy
from app.services.letters.drafts import AppointmentDraft, LetterDesk, RequestDraft, SeatNotice
from app.services.overview.seats import EndingSeat, ending_seats
from app.services.roster import last_day, seat_title
from app.store.queries.council import bodies, main_body, rules_on, the_council
from app.store.queries.seat_facts import institution_facts

NEW_FOR = timedelta(days=120)
"""How long after its first day a term's holder still counts as a new member."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """A term with its holder, to write a letter of appointment from."""

    term: Term
    seat: Seat
    body: Body


def letter_desk(session: Session, on: date, seat_id: int | None = None) -> LetterDesk:
    """The letters that may be wanted on `on`; of `seat_id` also to one who is no new member."""
    council = the_council(session)
    holders = appointed(session, on)
    if seat_id is not None and all(one.seat.id != seat_id for one in holders):
        holders += appointed(session, on, seat_id=seat_id)
    return LetterDesk(
        on=on,
        reply_to=council.officer_email or council.contact,
        requests=request_drafts(session, on),
        appointments=tuple(_appointment(one) for one in holders),
    )


def request_drafts(session: Session, on: date) -> tuple[RequestDraft, ...]:
    """One for each authority, with all its seats in all bodies, the most pressing first."""
    every = [body for body in bodies(session) if _holds(body, on)]
    by_code = {body.code: body for body in every}
    lineage = Lineage(institution_facts(session))
    groups: dict[tuple[str, ...], list[SeatNotice]] = {}
    for row in ending_seats(session, every, main_body(session), on):
        seat = session.get_one(Seat, row.seat_id)
        recipient = _recipient(seat, row.appointed_by, lineage, on)
        groups.setdefault(recipient, []).append(_notice(row, by_code[row.body], on))
    drafts = [
        RequestDraft(
            key="|".join(recipient),
            recipient=recipient,
            seats=tuple(seats),
            answer_by=answer_by(on, _first_empty(seats)),
        )
        for recipient, seats in groups.items()
        if recipient
    ]
    return tuple(sorted(drafts, key=_press))


def appointed(
    session: Session, on: date, term_id: int | None = None, *, seat_id: int | None = None
) -> list[Appointed]:
    """Those whose term began lately or is to begin.

    With `term_id` that one, however old; with `seat_id` the seat's holder on `on`.
    """
    query = (
        select(Term, Seat, Body)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Body, Seat.body_id == Body.id)
        .where(Term.person_id.is_not(None))
        .options(
            joinedload(Term.person),
            joinedload(Term.institution),
            selectinload(Term.deputies).joinedload(TermDeputy.person),
            selectinload(Seat.titles),
            selectinload(Body.rules),
            selectinload(Body.deadlines),
        )
        .order_by(Body.sort, Term.start_on.desc(), Seat.number)
    )
    if term_id is not None:
        query = query.where(Term.id == term_id)
    else:
        query = query.where(or_(Term.end_on.is_(None), Term.end_on > on))
        if seat_id is None:
            query = query.where(Term.start_on >= on - NEW_FOR)
        else:
            query = query.where(Term.seat_id == seat_id, Term.start_on <= on)
    return [Appointed(term, seat, body) for term, seat, body in session.execute(query)]


def appointment_key(term_id: int) -> str:
    """What a letter of appointment is known by."""
    return f"term-{term_id}"


def _appointment(one: Appointed) -> AppointmentDraft:
    term = one.term
    assert term.person is not None
    return AppointmentDraft(
        key=appointment_key(term.id),
        term_id=term.id,
        seat_id=one.seat.id,
        person=term.person.name,
        institution=term.institution.name,
        title=seat_title(one.seat, term.start_on),
        body=one.body.short_name,
        from_on=term.start_on,
        to_on=last_day(term.end_on),
    )


def _recipient(seat: Seat, appointed_by: str, lineage: Lineage, on: date) -> tuple[str, ...]:
    """The authority's lines: a municipal council's seat is in the municipality that it is of."""
    if seat.institution_id is None:
        return (appointed_by,) if appointed_by else ()
    place = lineage[lineage.heir_on(seat.institution_id, on)].name
    if not appointed_by or appointed_by.casefold() in place.casefold():
        return (place,)
    return (place, appointed_by)


def _notice(row: EndingSeat, body: Body, on: date) -> SeatNotice:
    days_left = threshold = None
    if row.state is SeatState.ENDING and row.last_on is not None:
        days_left = (row.last_on - on).days + 1
        threshold = threshold_passed(days_left, rules_on(body, on).term_notice_days)
    return SeatNotice(
        seat_id=row.seat_id,
        body=body.short_name,
        title=row.title,
        state=row.state,
        institution=row.institution,
        person=row.person,
        last_on=row.last_on,
        days_left=days_left,
        threshold=threshold,
        proposed=row.proposed,
    )


def _first_empty(seats: Iterable[SeatNotice]) -> date | None:
    """The first day on which one of the seats will stand empty; None when all do already."""
    ends = [seat.last_on for seat in seats if seat.days_left is not None and seat.last_on]
    return min(ends) + timedelta(days=1) if ends else None


def _press(draft: RequestDraft) -> tuple[int, str]:
    """Empty seats before those that end, those that end first before the others."""
    left: Sequence[int] = [
        seat.days_left if seat.days_left is not None else -1 for seat in draft.seats
    ]
    return min(left), draft.name


def _holds(body: Body, on: date) -> bool:
    return body.valid_from <= on and (body.valid_to is None or on < body.valid_to)
