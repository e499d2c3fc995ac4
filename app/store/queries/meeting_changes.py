"""What became of meetings: moved and cancelled ones (R23)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import StandingKind
from app.models import AgendaItem, Meeting, MeetingChange
from app.store.queries.meetings import BEFORE


def changes_of(session: Session, meeting_id: int) -> Sequence[MeetingChange]:
    """Every change of a meeting, the newest first."""
    return session.scalars(
        select(MeetingChange)
        .where(MeetingChange.meeting_id == meeting_id)
        .order_by(MeetingChange.made_at.desc(), MeetingChange.id.desc())
    ).all()


def open_approvals(session: Session, body_id: int) -> Sequence[AgendaItem]:
    """The items of a body's open agendas that approve the minutes of an earlier meeting (R41)."""
    return session.scalars(
        select(AgendaItem)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            Meeting.body_id == body_id,
            Meeting.deleted_at.is_(None),
            Meeting.status.in_(BEFORE),
            AgendaItem.standing_kind == StandingKind.APPROVE_MINUTES,
            AgendaItem.is_withdrawn.is_(False),
        )
        .options(joinedload(AgendaItem.meeting), joinedload(AgendaItem.case))
        .order_by(AgendaItem.id)
    ).all()
