"""What is kept of a gathering beside its agenda and roll call (R17)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import MeetingStatus
from app.models import ActionItem, Attendance, Body, GatheringStatus, HostPass, Meeting, Person


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


def following_meeting(session: Session, meeting: Meeting) -> Meeting | None:
    """The body's next meeting after `meeting` that is not cancelled."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.held_on > meeting.held_on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .options(joinedload(Meeting.host))
        .order_by(Meeting.held_on, Meeting.id)
        .limit(1)
    ).first()


def hostings(session: Session, body_id: int) -> Sequence[tuple[int, date]]:
    """Who hosted the body's meetings, or has agreed to, and when (R18)."""
    rows = session.execute(
        select(Meeting.host_id, Meeting.held_on)
        .where(
            Meeting.body_id == body_id,
            Meeting.host_id.is_not(None),
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .order_by(Meeting.held_on, Meeting.id)
    )
    return [(host, on) for host, on in rows if host is not None]


def passes_of(session: Session, meeting_id: int) -> frozenset[int]:
    """The institutions that let their turn to host this meeting go by (R18)."""
    found = select(HostPass.institution_id).where(HostPass.meeting_id == meeting_id)
    return frozenset(session.scalars(found))


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
