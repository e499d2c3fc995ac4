"""The fixed points of the years, each with the meeting that takes it up and its case (R19)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.months import MonthOfYear, month_of
from app.domain.vocabulary import MeetingStatus
from app.domain.wheel import (
    FixedPoint,
    Occurrence,
    Settled,
    occurrences,
    worded,
)
from app.models import Body, Meeting, WheelEntry, WheelTurn
from app.services.numbers import meeting_name
from app.services.year.case_deadlines import case_due_on, is_case_ready
from app.services.year.facts import YearPoint
from app.store.queries.meetings import UPCOMING
from app.store.queries.year import (
    meeting_of_cases,
    meetings_between,
    wheel_entries,
    wheel_turns,
)


def points_of(session: Session, years: Iterable[int]) -> tuple[YearPoint, ...]:
    """Every fixed point that is due in one of `years`, by day.

    Its meeting is that on whose agenda its case stands, else the body's first in that month that is
    still to be held, else its first.
    """
    wanted = sorted(set(years))
    entries = {entry.id: (entry, body) for entry, body in wheel_entries(session)}
    turns = {(turn.entry_id, turn.year): turn for turn in wheel_turns(session)}
    found = occurrences(
        [as_point(entry) for entry, _body in entries.values()],
        {key: as_settled(turn) for key, turn in turns.items()},
        wanted,
    )
    if not found:
        return ()
    meetings = _meetings(session, wanted)
    cases = [turn.case_id for turn in turns.values() if turn.case_id is not None]
    on_agenda = meeting_of_cases(session, cases)
    made = []
    for one in found:
        entry, body = entries[one.point]
        turn = turns.get((one.point, one.year))
        made.append(_point(one, entry, body, turn, meetings, on_agenda))
    return tuple(sorted(made, key=lambda point: (point.on, point.body, point.entry_id)))


def as_point(entry: WheelEntry) -> FixedPoint:
    """The rule of a fixed point."""
    return FixedPoint(
        id=entry.id,
        month=entry.month,
        first_year=entry.first_year,
        interval_years=entry.interval_years,
        last_year=entry.last_year,
    )


def as_settled(turn: WheelTurn) -> Settled:
    """What was settled about it in one of its years."""
    moved_to = None
    if turn.to_year is not None and turn.to_month is not None:
        moved_to = (turn.to_year, turn.to_month)
    return Settled(moved_to, turn.is_dropped)


def _meetings(session: Session, years: Sequence[int]) -> dict[int, Meeting]:
    """Those of the years and a bit around, for a case may stand on a later agenda."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    around = timedelta(days=366)
    return {
        meeting.id: meeting
        for meeting in meetings_between(session, first - around, last + around)
        if meeting.status is not MeetingStatus.CANCELLED
    }


def _point(
    one: Occurrence,
    entry: WheelEntry,
    body: Body,
    turn: WheelTurn | None,
    meetings: dict[int, Meeting],
    on_agenda: dict[int, int],
) -> YearPoint:
    case = turn.case if turn is not None else None
    placed = on_agenda.get(case.id) if case is not None else None
    meeting = meetings.get(placed) if placed is not None else None
    if meeting is None:
        meeting = _in_month(meetings.values(), body.id, one.due)
    month_on, rule_title = date(*one.due, 1), worded(entry.title, one.year)
    return YearPoint(
        entry_id=entry.id,
        year=one.year,
        body=body.code,
        body_name=body.short_name,
        title=rule_title if case is None else case.title,
        month_on=month_on,
        rule_month_on=date(one.year, entry.month, 1),
        rule_title=rule_title,
        on=meeting.held_on if meeting is not None else month_on,
        meeting_id=meeting.id if meeting is not None else None,
        meeting_name=meeting_name(meeting) if meeting is not None else "",
        is_on_agenda=meeting is not None and meeting.id == placed,
        is_meeting_open=meeting is not None and meeting.status in UPCOMING,
        case_id=case.id if case is not None else None,
        is_case_made=turn is not None and turn.case_made_on is not None,
        is_case_deleted=case is not None and case.deleted_at is not None,
        is_case_exempt=case is not None and case.is_exempt,
        is_moved=one.is_moved,
        is_dropped=one.is_dropped,
        reason=turn.reason if turn is not None else "",
        due_on=None if meeting is None else case_due_on(meeting, entry.deadline_days),
        has_own_deadline=entry.deadline_days is not None,
        is_ready=meeting is not None and is_case_ready(meeting, case),
    )


def _in_month(meetings: Iterable[Meeting], body_id: int, month: MonthOfYear) -> Meeting | None:
    """The first that is still to be held, else the first."""
    found = [
        meeting
        for meeting in meetings
        if meeting.body_id == body_id and month_of(meeting.held_on) == month
    ]
    coming = (meeting for meeting in found if meeting.status in UPCOMING)
    return next(coming, found[0] if found else None)
