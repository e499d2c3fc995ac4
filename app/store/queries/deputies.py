"""The roll calls in which a deputy was present, with the member of the same seat beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import AttendanceRole, AttendanceState
from app.models import Attendance, Disqualification, Meeting, Position


def meetings_with_deputies(session: Session, body_id: int) -> Sequence[tuple[Attendance, Meeting]]:
    """Every deputy who was present at a meeting of the body, the oldest meeting first (R34)."""
    rows = session.execute(
        select(Attendance, Meeting)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.body_id == body_id,
            Meeting.deleted_at.is_(None),
            Attendance.role == AttendanceRole.DEPUTY,
            Attendance.state == AttendanceState.PRESENT,
        )
        .options(joinedload(Attendance.person))
        .order_by(Meeting.held_on, Meeting.id, Attendance.id)
    )
    return [(line, meeting) for line, meeting in rows]


def members_at(session: Session, meetings: Sequence[int]) -> dict[tuple[int, int], Attendance]:
    """The member's own line of each seat at these meetings, by (meeting, seat)."""
    rows = session.scalars(
        select(Attendance)
        .where(
            Attendance.meeting_id.in_(meetings),
            Attendance.role == AttendanceRole.MEMBER,
            Attendance.seat_id.is_not(None),
        )
        .options(joinedload(Attendance.person))
    )
    return {(row.meeting_id, row.seat_id): row for row in rows if row.seat_id is not None}


def stood_in_for_disqualified(session: Session, lines: Sequence[int]) -> frozenset[int]:
    """Those of these roll-call lines that stepped in for a disqualified member (R37)."""
    rows = session.scalars(
        select(Disqualification.deputy_id).where(Disqualification.deputy_id.in_(lines))
    )
    return frozenset(row for row in rows if row is not None)


def acting_positions(session: Session, people: Sequence[int]) -> Sequence[Position]:
    """Every time that one of these people acted in an office (R4)."""
    return session.scalars(
        select(Position).where(Position.person_id.in_(people), Position.is_acting)
    ).all()
