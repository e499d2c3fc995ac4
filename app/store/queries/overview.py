"""What the overview needs, each in one read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.vocabulary import ActionStatus, MeetingStatus
from app.models import ActionItem, Body, Case, Meeting
from app.store.queries.meetings import UPCOMING

_UNFINISHED = (*UPCOMING, MeetingStatus.HELD, MeetingStatus.MINUTES_OUT)


def coming_meetings(session: Session, first_on: date, last_on: date) -> Sequence[Meeting]:
    """Meetings between two days, both inclusive, that are not cancelled, by date."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.held_on.between(first_on, last_on),
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .options(
            joinedload(Meeting.body).options(
                selectinload(Body.deadlines), selectinload(Body.standing_items)
            ),
            joinedload(Meeting.host),
        )
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    ).all()


def unfinished_meetings(session: Session, before: date) -> Sequence[Meeting]:
    """Meetings before a day that wait for something, the oldest first.

    Of a body that decides nothing, the minutes are a report that nobody approves.
    """
    is_reported = (Meeting.status == MeetingStatus.MINUTES_OUT) & Body.level.is_(None)
    return session.scalars(
        select(Meeting)
        .join(Body, Meeting.body_id == Body.id)
        .where(
            Meeting.held_on < before,
            Meeting.deleted_at.is_(None),
            Meeting.status.in_(_UNFINISHED),
            ~is_reported,
        )
        .options(
            joinedload(Meeting.body).options(
                selectinload(Body.deadlines), selectinload(Body.standing_items)
            )
        )
        .order_by(Meeting.held_on, Meeting.id)
    ).all()


def open_actions(session: Session, limit: int) -> Sequence[ActionItem]:
    """Open action items by due date, those without one last (R43)."""
    return session.scalars(
        _open_actions()
        .options(joinedload(ActionItem.case).joinedload(Case.body).selectinload(Body.rules))
        .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.id)
        .limit(limit)
    ).all()


def count_open_actions(session: Session, late_on: date | None = None) -> int:
    """How many action items are open; with `late_on`, only those due before that day."""
    query = select(func.count()).select_from(_open_actions().subquery())
    if late_on is not None:
        query = select(func.count()).select_from(
            _open_actions().where(ActionItem.due_on < late_on).subquery()
        )
    return session.scalar(query) or 0


def count_coming_meetings(session: Session, from_on: date) -> int:
    """How many meetings are still to come."""
    query = select(func.count(Meeting.id)).where(
        Meeting.held_on >= from_on, Meeting.deleted_at.is_(None), Meeting.status.in_(UPCOMING)
    )
    return session.scalar(query) or 0


def count_cases_of_year(session: Session, year: int) -> int:
    """How many cases got their number in a year."""
    query = select(func.count(Case.id)).where(Case.number_year == year, Case.deleted_at.is_(None))
    return session.scalar(query) or 0


def _open_actions() -> Select[ActionItem]:
    return select(ActionItem).where(
        ActionItem.status == ActionStatus.OPEN, ActionItem.deleted_at.is_(None)
    )
