"""The queue: cases that wait for an agenda (R23)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import CaseStatus
from app.models import AgendaItem, Case, Meeting
from app.store.queries.meetings import UPCOMING

WAITING = (
    CaseStatus.IDEA,
    CaseStatus.DRAFT,
    CaseStatus.READY,
    CaseStatus.POSTPONED,
    CaseStatus.SENT_BACK,
)
"""Statuses of a case that can be taken onto an agenda."""


def queue_of(session: Session, body_id: int) -> Sequence[Case]:
    """The body's waiting cases, postponed ones first, then the oldest."""
    return session.scalars(
        select(Case)
        .where(Case.body_id == body_id, is_waiting())
        .options(joinedload(Case.body))
        .order_by(Case.status != CaseStatus.POSTPONED, Case.created_on, Case.id)
    ).all()


def queue_length(session: Session, body_id: int | None = None) -> int:
    """How many cases wait, of one body or of all."""
    query = select(func.count()).select_from(Case).where(is_waiting())
    if body_id is not None:
        query = query.where(Case.body_id == body_id)
    return session.scalar(query) or 0


def is_waiting() -> ColumnElement[bool]:
    """The condition on `Case` of being in the queue."""
    on_agenda = (
        select(AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.case_id == Case.id, *_stands())
        .exists()
    )
    return Case.deleted_at.is_(None) & Case.status.in_(WAITING) & ~on_agenda


def place_on_agenda(session: Session, case_id: int) -> AgendaItem | None:
    """Where the case stands on an agenda that has not been held, or None."""
    return session.scalars(
        select(AgendaItem)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.case_id == case_id, *_stands())
        .options(joinedload(AgendaItem.meeting).joinedload(Meeting.body))
        .limit(1)
    ).first()


def cases_standing_twice(session: Session) -> dict[int, str]:
    """Cases with their titles that stand on two agendas which have not been held; none should."""
    rows = session.execute(
        select(Case.id, Case.title)
        .join(AgendaItem, AgendaItem.case_id == Case.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(*_stands())
        .group_by(Case.id)
        .having(func.count() > 1)
        .order_by(Case.id)
    )
    return {row.id: row.title for row in rows}


def _stands() -> tuple[ColumnElement[bool], ...]:
    return (
        AgendaItem.is_withdrawn.is_(False),
        Meeting.deleted_at.is_(None),
        Meeting.status.in_(UPCOMING),
    )
