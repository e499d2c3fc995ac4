"""Giving a meeting another day: one place for every way of doing it (R19, R21, R23)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.meeting_status import after
from app.domain.vocabulary import MeetingEvent
from app.models import Meeting
from app.services.desk import Desk
from app.services.editing.approvals_follow import following, let_follow
from app.services.editing.meeting_limits import check_day, check_times
from app.services.editing.new_meetings import next_number
from app.services.editing.wheel_cases import carry_points


def move_to(
    desk: Desk, session: Session, meeting: Meeting, held_on: date, reason: str = ""
) -> None:
    """Let the meeting be on another day, with all that follows from its day.

    One that is not published follows its new year, and its fixed points go along for the same
    `reason`. `UserError` when its status, its times or what was sent out do not let it be that day.
    """
    meeting.status = after(meeting.status, MeetingEvent.MOVE)
    check_day(held_on, notice_on=notice_on(meeting))
    check_times(held_on, meeting.start_time, meeting.end_time)
    voice = desk.document_voice(session)
    approvals = following(session, meeting, voice)
    if held_on.year != meeting.year and meeting.agenda_version == 0:
        meeting.number = next_number(session, meeting.body_id, held_on.year)
        meeting.year = held_on.year
    old_on, meeting.held_on = meeting.held_on, held_on
    carry_points(session, meeting, old_on, reason)
    let_follow(session, approvals, voice)


def notice_on(meeting: Meeting) -> date | None:
    """When people were told of the meeting: the notice's day, else the advance notice's."""
    return meeting.called_on or meeting.notified_on
