"""The meetings of a body that is hosted in turns, and who let a turn go by (R17, R18)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import MeetingStatus
from app.models import HostPass, Meeting


def round_meetings(session: Session, body_id: int) -> Sequence[Meeting]:
    """The body's meetings by day; cancelled and deleted ones are no turns."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == body_id,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .options(joinedload(Meeting.host), joinedload(Meeting.body))
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    ).all()


def host_passes(session: Session, body_id: int) -> Sequence[HostPass]:
    """Every turn that was let go by, by the day of its meeting; cancelled meetings do not count."""
    return session.scalars(
        select(HostPass)
        .join(Meeting, HostPass.meeting_id == Meeting.id)
        .where(
            Meeting.body_id == body_id,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .options(joinedload(HostPass.institution), joinedload(HostPass.meeting))
        .order_by(Meeting.held_on, HostPass.id)
    ).all()
