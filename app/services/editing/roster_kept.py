"""Who sat on the day of a meeting with approved minutes stays as it was (R7, R41)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.vocabulary import Audience
from app.models import Person, Seat, Term
from app.services.papers.published import published_papers
from app.services.roster import seat_title
from app.store.queries.locked import (
    attended_in,
    called_to,
    deputies_when_locked,
    observed_when_locked,
    sat_when_locked,
)


@contextmanager
def kept_under_approved(session: Session, seats: Collection[int]) -> Iterator[None]:
    """`UserError` when what is done inside changes what approved minutes rest on.

    That is who had the seat, and with which role and vote, on the day of each such meeting, and
    the deputies who stood in there. Minutes that were opened again are not in the way.
    """
    session.flush()
    sat, deputies = sat_when_locked(session, seats), deputies_when_locked(session, seats)
    titles = {seat: _title(session, seat, day) for day, seat, *_rest in sat}
    yield
    session.flush()
    differing = sat ^ sat_when_locked(session, seats)
    if differing:
        day, seat_id = min((day, seat) for day, seat, *_rest in differing)
        title = titles.get(seat_id) or _title(session, seat_id, day)
        raise UserError("seat_under_approved", seat=title, on=day)
    lost = deputies - deputies_when_locked(session, seats)
    if lost:
        day, person_id = min(lost)
        raise UserError("deputy_under_approved", name=_name(session, person_id), on=day)


def must_not_be_used(session: Session, term: Term) -> None:
    """`UserError` when the holder stands in a roll call of the term, or was called in it (R32)."""
    if term.person_id is None:
        return
    period = Interval(term.start_on, term.end_on)
    name = _name(session, term.person_id)
    for row in attended_in(session, term.seat_id):
        if row.person_id == term.person_id and period.contains(row.held_on):
            raise UserError("term_in_minutes", name=name, on=row.held_on)
    for meeting_id, held_on in called_to(session, term.seat.body_id):
        if period.contains(held_on) and _was_called(session, meeting_id, name):
            raise UserError("term_was_called", name=name, on=held_on)


def must_not_have_observed(
    session: Session, body_id: int, person_id: int, kept: Interval | None, now: Interval
) -> None:
    """`UserError` when approved minutes name the observer on a day of `now` outside `kept` (R5)."""
    for day in observed_when_locked(session, body_id, person_id):
        if now.contains(day) and (kept is None or not kept.contains(day)):
            raise UserError("observer_under_approved", name=_name(session, person_id), on=day)


def must_begin_after_approved(session: Session, seat: Seat) -> None:
    """`UserError` when a new chair would have stood there, empty, in approved minutes."""
    days = sorted(day for day, *_rest in sat_when_locked(session, [seat.id]))
    if days:
        raise UserError("seat_under_approved", seat=seat_title(seat, days[-1]), on=days[-1])


def _was_called(session: Session, meeting_id: int, name: str) -> bool:
    papers = published_papers(session, meeting_id, Audience.MEMBERS)
    return papers is not None and any(
        line == name or line.startswith(f"{name},") for line in papers.called.entries
    )


def _name(session: Session, person_id: int) -> str:
    return session.get_one(Person, person_id).name


def _title(session: Session, seat_id: int, on: date) -> str:
    return seat_title(session.get_one(Seat, seat_id), on)
