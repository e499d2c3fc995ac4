"""Reads a year of the council (R17–R23)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.deadlines import FURTHEST
from app.domain.vocabulary import MeetingStatus
from app.models import Meeting
from app.services.desk import Desk
from app.services.holidays import holidays_of
from app.services.numbers import meeting_name
from app.services.overview.next_meeting import deadlines_of, state_of
from app.services.year.facts import BlockedSpan, YearBody, YearDeadline, YearMeeting, YearView
from app.services.year.points import points_of
from app.store.queries.council import bodies
from app.store.queries.meetings import UPCOMING
from app.store.queries.year import blocked_periods, meeting_years, meetings_between

_WEEKS = timedelta(days=13)
"""How far the weeks on screen reach over the edge of a year."""


class YearService:
    """The same facts for every picture of a year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self, year: int | None = None) -> YearView:
        """A year, the present one by default, with all bodies."""
        with self._desk.reading() as session:
            today = self._desk.today(session)
            return year_view(session, year or today.year, today)


def year_view(session: Session, year: int, today: date) -> YearView:
    """What `year` holds, as it stands today."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    around = meetings_between(session, first - FURTHEST, last + FURTHEST)
    held = set(meeting_years(session))
    known = {today.year, max({today.year, *held}) + 1, *held}
    return YearView(
        year=year,
        today=today,
        bodies=tuple(
            YearBody(body.code, body.name, body.short_name, body.is_hosted_in_turns)
            for body in bodies(session)
        ),
        meetings=tuple(_meeting(one) for one in around if first <= one.held_on <= last),
        deadlines=tuple(
            sorted(
                (
                    deadline
                    for meeting in around
                    for deadline in deadlines_in(meeting, first, last, today)
                ),
                key=lambda one: (one.on, one.meeting_id, one.kind),
            )
        ),
        points=points_of(session, [year]),
        blocked=tuple(
            BlockedSpan(row.id, row.name, row.from_on, row.to_on - timedelta(days=1))
            for row in blocked_periods(session)
        ),
        holidays=holidays_of(year),
        years=tuple(sorted(known)),
        around=tuple(
            _meeting(one)
            for one in around
            if one.held_on.year != year and first - _WEEKS <= one.held_on <= last + _WEEKS
        ),
    )


def deadlines_in(
    meeting: Meeting, first_on: date, last_on: date, today: date
) -> list[YearDeadline]:
    """The deadlines of a meeting between two days; a cancelled meeting has none (R21)."""
    if meeting.status is MeetingStatus.CANCELLED:
        return []
    return [
        YearDeadline(
            meeting_id=meeting.id,
            meeting_name=meeting_name(meeting),
            body=meeting.body.code,
            kind=one.kind,
            on=one.on,
            state=state_of(meeting, one, today, is_ready=meeting.agenda_version > 0),
        )
        for one in deadlines_of(meeting)
        if first_on <= one.on <= last_on
    ]


def _meeting(meeting: Meeting) -> YearMeeting:
    return YearMeeting(
        id=meeting.id,
        version=meeting.version,
        body=meeting.body.code,
        body_name=meeting.body.short_name,
        name=meeting_name(meeting),
        number=meeting.number,
        held_on=meeting.held_on,
        start=meeting.start_time,
        end=meeting.end_time,
        place=meeting.place,
        host=meeting.host.short_name if meeting.host is not None else None,
        status=meeting.status,
        can_move=meeting.status in UPCOMING,
    )
