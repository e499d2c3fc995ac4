"""Cases, where they were treated, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.vocabulary import MeetingStatus
from app.models import ActionItem, AgendaItem, Case, Deliberation, Draft, Meeting


def cases_with_meetings(
    session: Session, body_id: int | None = None
) -> Sequence[tuple[Case, Meeting | None]]:
    """Every case with the latest meeting that has it on the agenda."""
    query = (
        select(Case)
        .where(Case.deleted_at.is_(None))
        .options(joinedload(Case.body), selectinload(Case.financing))
        .order_by(Case.id)
    )
    if body_id is not None:
        query = query.where(Case.body_id == body_id)
    latest = latest_meetings(session)
    return [(case, latest.get(case.id)) for case in session.scalars(query)]


def latest_meetings(session: Session, *, with_cancelled: bool = False) -> dict[int, Meeting]:
    """The latest meeting of each case that is on an agenda, by the case's id.

    A cancelled one only when asked for, as where a case came back from.
    """
    query = (
        select(AgendaItem.case_id, Meeting)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id.is_not(None),
            Meeting.deleted_at.is_(None),
        )
        .options(joinedload(Meeting.body))
        .order_by(Meeting.held_on, Meeting.id)
    )
    if not with_cancelled:
        query = query.where(Meeting.status != MeetingStatus.CANCELLED)
    return {key: meeting for key, meeting in session.execute(query) if key is not None}


def latest_meeting(session: Session, case_id: int) -> Meeting | None:
    """The latest meeting that has the case on its agenda and is not cancelled, or None."""
    return session.scalars(
        select(Meeting)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id == case_id,
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .options(joinedload(Meeting.body))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(1)
    ).first()


def decided_items(session: Session) -> Sequence[tuple[AgendaItem, Deliberation]]:
    """Every case with an outcome in a meeting, by date and place on the agenda."""
    rows = session.execute(
        select(AgendaItem, Deliberation)
        .join(Deliberation, Deliberation.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id.is_not(None),
            Deliberation.outcome.is_not(None),
            Meeting.deleted_at.is_(None),
        )
        .options(
            joinedload(AgendaItem.case).joinedload(Case.body),
            joinedload(AgendaItem.case).joinedload(Case.legal_basis),
            joinedload(AgendaItem.meeting).joinedload(Meeting.body),
        )
        .order_by(Meeting.held_on, Meeting.id, AgendaItem.sort)
    )
    return [(item, deliberation) for item, deliberation in rows]


def action_items(session: Session) -> Sequence[ActionItem]:
    """Every action item by due date, those without one last."""
    return session.scalars(
        select(ActionItem)
        .where(ActionItem.deleted_at.is_(None))
        .options(joinedload(ActionItem.case).joinedload(Case.body))
        .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.id)
    ).all()


def cases_with_drafts(session: Session) -> frozenset[int]:
    """The cases in which something typed waits to be stored (reliability, promise 3)."""
    found = session.scalars(select(Draft.subject_id).where(Draft.subject == "case").distinct())
    return frozenset(found)
