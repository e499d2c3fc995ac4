"""Making a meeting with all that comes along to it (R17, R25)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import AttendanceMode, MeetingKind, MeetingStatus
from app.models import BodyRules, Meeting
from app.services.desk import Desk
from app.services.editing.clock_times import as_clock, shifted
from app.services.editing.done import one_line
from app.services.editing.hosts import host_on
from app.services.editing.meeting_limits import check_day, check_times
from app.services.editing.placing import count, place, standing_item, standing_spec
from app.services.editing.wheel_cases import make_due_cases
from app.store.queries.council import body_by_code, rules_on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """What a meeting is made from; what is left out is the body's own usual.

    Times are `HH:MM`, or as people write them; `host_id` is an institution.
    """

    body: str
    held_on: date
    start: str | None = None
    end: str | None = None
    place: str | None = None
    host_id: int | None = None
    kind: MeetingKind = MeetingKind.ORDINARY
    mode: AttendanceMode = AttendanceMode.IN_PERSON


def add_meeting(desk: Desk, session: Session, new: NewMeeting) -> Meeting:
    """The body's next meeting in its year, with its standing items and fixed points (R19, R25).

    `UserError` when it would end before it starts.
    """
    body = body_by_code(session, new.body)
    rules = rules_on(body, new.held_on)
    start, end = times_of(new, rules)
    check_day(new.held_on)
    usual_place = _usual_place(session, new)
    meeting = Meeting(
        body_id=body.id,
        year=new.held_on.year,
        number=next_number(session, body.id, new.held_on.year),
        kind=new.kind,
        mode=new.mode,
        held_on=new.held_on,
        place=usual_place if new.place is None else one_line(new.place),
        host_id=new.host_id,
        status=MeetingStatus.PLANNED,
        agenda_version=0,
    )
    set_times(meeting, start, end)
    session.add(meeting)
    session.flush()
    _add_standing(desk, session, meeting)
    make_due_cases(desk, session, meeting, desk.today(session))
    return meeting


def times_of(new: NewMeeting, rules: BodyRules) -> tuple[str, str]:
    """When it starts and ends: as asked for, else as the body usually does."""
    start = as_clock(new.start) if new.start else rules.meeting_start
    end = as_clock(new.end) if new.end else shifted(start, rules.meeting_minutes)
    return start, end


def set_times(meeting: Meeting, start: str, end: str) -> None:
    """Give the meeting its times, `HH:MM`; `UserError` when they cannot be on its day."""
    check_times(meeting.held_on, start, end)
    meeting.start_time, meeting.end_time = start, end


def next_number(session: Session, body_id: int, year: int) -> int:
    """After every number of the year, also those of deleted meetings."""
    last = session.scalar(
        select(func.max(Meeting.number)).where(Meeting.body_id == body_id, Meeting.year == year)
    )
    return (last or 0) + 1


def _usual_place(session: Session, new: NewMeeting) -> str:
    """Where the host receives a meeting; `UserError` when it does not exist on that day (R18)."""
    if new.host_id is None:
        return ""
    return host_on(session, new.host_id, new.held_on).meeting_place


def _add_standing(desk: Desk, session: Session, meeting: Meeting) -> None:
    voice = desk.document_voice(session)
    for row in meeting.body.standing_items:
        item = standing_item(session, meeting, standing_spec(row), voice)
        place(meeting, item, len(meeting.items))
    at_end = [row.kind for row in meeting.body.standing_items if row.at_end]
    count(sorted(meeting.items, key=lambda item: item.standing_kind in at_end))
