"""What is odd about a meeting's day; it is said, and stored all the same (R21, R22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.deadlines import DeadlineRule, deadline
from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind, MeetingStatus
from app.models import Meeting
from app.services.editing.hosts import lifetime_of
from app.services.holidays import is_holiday
from app.services.numbers import meeting_name

_SATURDAY = 5


def odd_about(session: Session, meeting: Meeting, today: date) -> Iterator[Reason]:
    """Past, weekend, holiday, another meeting of the body, no such host, papers due already."""
    on = meeting.held_on
    if on < today:
        yield Reason("meeting_in_the_past", on=on)
    if is_holiday(on):
        yield Reason("meeting_on_holiday", on=on)
    elif on.weekday() >= _SATURDAY:
        yield Reason("meeting_on_weekend", on=on)
    for other in _same_day(session, meeting):
        yield Reason("meeting_same_day", other=meeting_name(other), on=on)
    if meeting.host is not None and not lifetime_of(meeting.host).contains(on):
        yield Reason("host_gone_that_day", name=meeting.host.name, on=on)
    if (due := _papers_due(meeting)) is not None and due < today <= on:
        yield Reason("papers_due_already", due_on=due)


def _same_day(session: Session, meeting: Meeting) -> list[Meeting]:
    return list(
        session.scalars(
            select(Meeting).where(
                Meeting.body_id == meeting.body_id,
                Meeting.held_on == meeting.held_on,
                Meeting.id != meeting.id,
                Meeting.deleted_at.is_(None),
                Meeting.status != MeetingStatus.CANCELLED,
            )
        )
    )


def _papers_due(meeting: Meeting) -> date | None:
    for row in meeting.body.deadlines:
        if row.kind is DeadlineKind.PAPERS:
            return deadline(
                meeting.held_on, DeadlineRule(row.kind, row.days, row.unit), is_holiday
            ).on
    return None
