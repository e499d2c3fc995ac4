"""What a year's plan is made from: earlier meetings, and who sits in two bodies (R22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from app.domain.vocabulary import MeetingKind, MeetingStatus
from app.models import Body, Institution, Meeting, Seat, Term


@dataclass(frozen=True, slots=True)
class EarlierMeeting:
    """A meeting that is not cancelled, as a pattern for others; times are `HH:MM`."""

    body_id: int
    on: date
    start: str
    end: str
    place: str
    host_id: int | None
    is_ordinary: bool


def meetings_until(session: Session, last_on: date) -> list[EarlierMeeting]:
    """Every meeting to `last_on` that is not cancelled, by date."""
    rows = session.execute(
        select(
            Meeting.body_id,
            Meeting.held_on,
            Meeting.start_time,
            Meeting.end_time,
            Meeting.place,
            Meeting.host_id,
            Meeting.kind,
        )
        .where(
            Meeting.held_on <= last_on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    )
    return [
        EarlierMeeting(body, on, start, end, place, host, kind is MeetingKind.ORDINARY)
        for body, on, start, end, place, host, kind in rows
    ]


def bodies_with_common_people(
    session: Session, first_on: date, last_on: date
) -> set[tuple[str, str]]:
    """Pairs of bodies, either way, in which one person has a seat between two days."""
    one, other = aliased(Term), aliased(Term)
    one_seat, other_seat = aliased(Seat), aliased(Seat)
    one_body, other_body = aliased(Body), aliased(Body)
    rows = session.execute(
        select(one_body.code, other_body.code)
        .select_from(one)
        .join(one_seat, one.seat_id == one_seat.id)
        .join(one_body, one_seat.body_id == one_body.id)
        .join(other, one.person_id == other.person_id)
        .join(other_seat, other.seat_id == other_seat.id)
        .join(other_body, other_seat.body_id == other_body.id)
        .where(
            one_body.id != other_body.id,
            one.start_on <= last_on,
            or_(one.end_on.is_(None), one.end_on > first_on),
            other.start_on <= last_on,
            or_(other.end_on.is_(None), other.end_on > first_on),
        )
        .distinct()
    )
    return {(code, other_code) for code, other_code in rows}


def institutions(session: Session) -> Sequence[Institution]:
    """Every institution, by name."""
    return session.scalars(select(Institution).order_by(Institution.name, Institution.id)).all()
