"""What was recorded of a meeting, and its approvals."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.models import (
    AgendaItem,
    Approval,
    Attendance,
    Ballot,
    Deliberation,
    Disqualification,
    MinutesVersion,
    Seat,
    Vote,
)


def roll_call(session: Session, meeting_id: int) -> Sequence[Attendance]:
    """Everyone listed for a meeting, members by seat first."""
    return session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id == meeting_id)
        .outerjoin(Seat, Attendance.seat_id == Seat.id)
        .options(
            joinedload(Attendance.person),
            joinedload(Attendance.institution),
            joinedload(Attendance.seat).selectinload(Seat.titles),
        )
        .order_by(Seat.number.is_(None), Seat.number, Attendance.id)
    ).all()


def deliberations(session: Session, meeting_id: int) -> dict[int, Deliberation]:
    """What became of each item, by the item's id."""
    rows = session.scalars(
        select(Deliberation)
        .join(AgendaItem, Deliberation.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .options(joinedload(Deliberation.presided_by), joinedload(Deliberation.closed_on_basis))
    )
    return {row.item_id: row for row in rows}


def votes(session: Session, meeting_id: int) -> dict[int, list[Vote]]:
    """The votes at each item in order, by the item's id."""
    rows = session.scalars(
        select(Vote)
        .join(AgendaItem, Vote.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .options(
            selectinload(Vote.ballots)
            .joinedload(Ballot.attendance)
            .options(joinedload(Attendance.person), joinedload(Attendance.institution))
        )
        .order_by(Vote.item_id, Vote.sort)
    )
    found: dict[int, list[Vote]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return found


def disqualifications(session: Session, meeting_id: int) -> dict[int, list[Disqualification]]:
    """Who was out of each item, by the item's id."""
    rows = session.scalars(
        select(Disqualification)
        .join(AgendaItem, Disqualification.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .options(
            joinedload(Disqualification.attendance).joinedload(Attendance.person),
            joinedload(Disqualification.deputy).joinedload(Attendance.person),
        )
        .order_by(Disqualification.id)
    )
    found: dict[int, list[Disqualification]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return found


def latest_version(session: Session, meeting_id: int) -> MinutesVersion | None:
    """The minutes as last issued, or None before that."""
    return session.scalars(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(MinutesVersion.number.desc())
        .limit(1)
    ).first()


def approval_of(session: Session, meeting_id: int) -> Approval | None:
    """The latest approval of a meeting's minutes, or None."""
    return session.scalars(
        select(Approval)
        .join(MinutesVersion, Approval.minutes_version_id == MinutesVersion.id)
        .where(MinutesVersion.meeting_id == meeting_id)
        .options(joinedload(Approval.approved_in))
        .order_by(Approval.sequence.desc())
        .limit(1)
    ).first()


def last_approval(session: Session) -> Approval | None:
    """The last link of the chain, or None."""
    return session.scalars(select(Approval).order_by(Approval.sequence.desc()).limit(1)).first()
