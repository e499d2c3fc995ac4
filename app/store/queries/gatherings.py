"""What is kept of a gathering beside its agenda and roll call (R17)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from app.models import ActionItem, Attendance, Body, GatheringStatus, Meeting, Person


def statuses_of(session: Session, meeting_id: int) -> dict[int, GatheringStatus]:
    """What each municipality reported, by institution."""
    rows = session.scalars(select(GatheringStatus).where(GatheringStatus.meeting_id == meeting_id))
    return {row.institution_id: row for row in rows}


def attendance_of(session: Session, meeting_id: int, person_id: int) -> Attendance | None:
    """A person's line in the roll call, where there is one."""
    return session.scalar(
        select(Attendance).where(
            Attendance.meeting_id == meeting_id, Attendance.person_id == person_id
        )
    )


def points_of(session: Session, meeting_id: int) -> Sequence[ActionItem]:
    """The gathering's action points by due date, those without one last."""
    return session.scalars(
        select(ActionItem)
        .where(ActionItem.meeting_id == meeting_id, ActionItem.deleted_at.is_(None))
        .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.id)
    ).all()


def earlier_points(session: Session, meeting: Meeting) -> Sequence[ActionItem]:
    """Action points of the body's gatherings before, still open on the day of `meeting` (R43)."""
    return session.scalars(
        select(ActionItem)
        .join(Meeting, ActionItem.meeting_id == Meeting.id)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.held_on < meeting.held_on,
            Meeting.deleted_at.is_(None),
            ActionItem.deleted_at.is_(None),
            or_(ActionItem.closed_on.is_(None), ActionItem.closed_on >= meeting.held_on),
        )
        .options(joinedload(ActionItem.meeting).joinedload(Meeting.body))
        .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.id)
    ).all()


def contacts_of(session: Session, people: Collection[int]) -> dict[int, tuple[str, str]]:
    """E-mail and telephone of each person."""
    rows = session.execute(
        select(Person.id, Person.email, Person.phone).where(Person.id.in_(people))
    )
    return {key: (email, phone) for key, email, phone in rows}


def gathering_meeting(session: Session, meeting_id: int) -> Meeting | None:
    """The meeting with what tells whether its body gathers; None when it is deleted."""
    return session.scalars(
        select(Meeting)
        .where(Meeting.id == meeting_id, Meeting.deleted_at.is_(None))
        .options(
            joinedload(Meeting.host),
            joinedload(Meeting.body).selectinload(Body.rules),
            joinedload(Meeting.body).selectinload(Body.standing_items),
        )
    ).first()


def person_by_email(session: Session, email: str) -> Person | None:
    """Somebody with this work address, whatever its case."""
    rows = session.scalars(
        select(Person).where(Person.deleted_at.is_(None), Person.email != "").order_by(Person.id)
    )
    return next((row for row in rows if row.email.casefold() == email.casefold()), None)
