"""Meetings whose minutes are approved and have not been opened again (R41)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import AttendanceRole
from app.models import (
    AgendaVersion,
    Approval,
    Attendance,
    Meeting,
    MinutesVersion,
    Reopening,
    Seat,
    Term,
    TermDeputy,
)

Sat = tuple[date, int, str, bool, int | None, int | None]
"""Day, seat, role, vote, institution and person: what approved minutes say of one chair."""


@dataclass(frozen=True, slots=True)
class Attended:
    """Someone whom a meeting's roll call names."""

    held_on: date
    person_id: int
    seat_id: int | None
    role: AttendanceRole


def locked_meetings(session: Session) -> Sequence[int]:
    """The meetings with approved minutes, without those that were opened again."""
    last = (
        select(
            MinutesVersion.meeting_id.label("meeting_id"),
            func.max(Approval.sequence).label("sequence"),
        )
        .join(Approval, Approval.minutes_version_id == MinutesVersion.id)
        .group_by(MinutesVersion.meeting_id)
        .subquery()
    )
    opened = select(Reopening.approval_sequence)
    return session.scalars(select(last.c.meeting_id).where(last.c.sequence.not_in(opened))).all()


def sat_when_locked(session: Session, seats: Collection[int]) -> frozenset[Sat]:
    """Who had each of the seats on the days of those meetings, and with which rights (R7)."""
    holds = and_(
        Term.seat_id == Seat.id,
        Term.start_on <= Meeting.held_on,
        or_(Term.end_on.is_(None), Term.end_on > Meeting.held_on),
    )
    rows = session.execute(
        select(
            Meeting.held_on,
            Seat.id,
            Seat.role,
            Seat.votes,
            Term.institution_id,
            Term.person_id,
        )
        .select_from(Meeting)
        .join(Seat, Seat.body_id == Meeting.body_id)
        .outerjoin(Term, holds)
        .where(
            Meeting.id.in_(locked_meetings(session)),
            Seat.id.in_(seats),
            Seat.valid_from <= Meeting.held_on,
            or_(Seat.valid_to.is_(None), Seat.valid_to > Meeting.held_on),
        )
    )
    return frozenset(
        (day, seat, role.value, votes, place, person)
        for day, seat, role, votes, place, person in rows
    )


def deputies_when_locked(session: Session, seats: Collection[int]) -> frozenset[tuple[date, int]]:
    """Which deputies of the seats stood in at those meetings, while listed for the term (R4)."""
    rows = session.execute(
        select(Meeting.held_on, TermDeputy.person_id)
        .select_from(Meeting)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .join(Term, Term.seat_id == Attendance.seat_id)
        .join(
            TermDeputy,
            and_(TermDeputy.term_id == Term.id, TermDeputy.person_id == Attendance.person_id),
        )
        .where(
            Meeting.id.in_(locked_meetings(session)),
            Attendance.role == AttendanceRole.DEPUTY,
            Attendance.seat_id.in_(seats),
            Term.start_on <= Meeting.held_on,
            or_(Term.end_on.is_(None), Term.end_on > Meeting.held_on),
        )
    )
    return frozenset((day, person) for day, person in rows)


def observed_when_locked(session: Session, body_id: int, person_id: int) -> Sequence[date]:
    """The days of those meetings of a body at which a person is named as observer (R5)."""
    return session.scalars(
        select(Meeting.held_on)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.id.in_(locked_meetings(session)),
            Meeting.body_id == body_id,
            Attendance.person_id == person_id,
            Attendance.role == AttendanceRole.OBSERVER,
        )
        .order_by(Meeting.held_on)
    ).all()


def attended_in(session: Session, seat_id: int) -> Sequence[Attended]:
    """Everyone whom a roll call names in a seat, whether the minutes are approved or not."""
    rows = session.execute(
        select(Meeting.held_on, Attendance.person_id, Attendance.seat_id, Attendance.role)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Attendance.seat_id == seat_id, Meeting.deleted_at.is_(None))
        .order_by(Meeting.held_on)
    )
    return [Attended(*row) for row in rows]


def called_to(session: Session, body_id: int) -> Sequence[tuple[int, date]]:
    """The body's meetings that were called, with their days (R27, R32)."""
    rows = session.execute(
        select(Meeting.id, Meeting.held_on)
        .where(
            Meeting.body_id == body_id,
            Meeting.deleted_at.is_(None),
            Meeting.id.in_(select(AgendaVersion.meeting_id)),
        )
        .order_by(Meeting.held_on)
    )
    return [(key, day) for key, day in rows]
