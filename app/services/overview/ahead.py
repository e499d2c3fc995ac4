"""The next ninety days: meetings, deadlines, and the fixed points of the year (R19, R21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.vocabulary import DeadlineKind
from app.models import Body, Meeting, WheelEntry
from app.services.numbers import meeting_name
from app.services.overview.next_meeting import OpenState, deadlines_of, state_of
from app.store.queries.overview import coming_meetings, wheel, wheel_cases

DAYS = 90
_AFTERMATH = timedelta(days=60)
"""How long after a meeting its last deadline can be, for those that were held already."""

_TOLD = (
    DeadlineKind.NOTICE,
    DeadlineKind.DRAFTS_DUE,
    DeadlineKind.PAPERS,
    DeadlineKind.MINUTES_OUT,
)
"""Deadlines that one plans by; a reminder is for the day it comes."""


class AheadKind(StrEnum):
    """What a line of the coming days is."""

    MEETING = "meeting"
    DEADLINE = "deadline"
    WHEEL = "wheel"


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadLine:
    """One day ahead; `is_whole_month` when a fixed point has no meeting yet and `on` is its first.

    `deadline` says which deadline it is; `case_id` is the case already made of a fixed point.
    """

    kind: AheadKind
    on: date
    body: str
    body_name: str
    title: str
    place: str = ""
    deadline: DeadlineKind | None = None
    is_whole_month: bool = False
    meeting_id: int | None = None
    case_id: int | None = None


def ahead(session: Session, today: date, told: int | None = None) -> tuple[AheadLine, ...]:
    """Everything from `today` and ninety days on, by day.

    The deadlines of the meeting `told` are left out, for they are told beside it.
    """
    last = today + timedelta(days=DAYS)
    meetings = coming_meetings(session, today - _AFTERMATH, last + _AFTERMATH)
    lines = [
        *_meetings(meetings, today, last),
        *_deadlines([one for one in meetings if one.id != told], today, last),
        *_wheel(session, meetings, today, last),
    ]
    order = list(AheadKind)
    return tuple(sorted(lines, key=lambda line: (line.on, order.index(line.kind), line.title)))


def _meetings(meetings: Iterable[Meeting], first: date, last: date) -> Iterator[AheadLine]:
    for meeting in meetings:
        if first <= meeting.held_on <= last:
            host = meeting.host.short_name if meeting.host is not None else ""
            yield AheadLine(
                kind=AheadKind.MEETING,
                on=meeting.held_on,
                body=meeting.body.code,
                body_name=meeting.body.short_name,
                title=meeting_name(meeting),
                place=host or meeting.place,
                meeting_id=meeting.id,
            )


def _deadlines(meetings: Iterable[Meeting], first: date, last: date) -> Iterator[AheadLine]:
    for meeting in meetings:
        for one in deadlines_of(meeting):
            is_out = meeting.agenda_version > 0  # nobody waits for drafts any more
            is_done = state_of(meeting, one, first, is_ready=is_out) is OpenState.DONE
            if one.kind in _TOLD and first <= one.on <= last and not is_done:
                yield AheadLine(
                    kind=AheadKind.DEADLINE,
                    on=one.on,
                    body=meeting.body.code,
                    body_name=meeting.body.short_name,
                    title=meeting_name(meeting),
                    deadline=one.kind,
                    meeting_id=meeting.id,
                )


def _wheel(
    session: Session, meetings: Sequence[Meeting], first: date, last: date
) -> Iterator[AheadLine]:
    made = wheel_cases(session, first - timedelta(days=300))
    for entry, body in wheel(session):
        for year in range(first.year, last.year + 1):
            if not occurs(entry, year):
                continue
            meeting = _meeting_of(meetings, body, year, entry.month)
            on = meeting.held_on if meeting is not None else date(year, entry.month, 1)
            is_ahead = (first.year, first.month) <= (year, entry.month) and on <= last
            if not is_ahead or (meeting is not None and on < first):
                continue
            yield AheadLine(
                kind=AheadKind.WHEEL,
                on=on,
                body=body.code,
                body_name=body.short_name,
                title=entry.title,
                is_whole_month=meeting is None,
                meeting_id=meeting.id if meeting is not None else None,
                case_id=next((case.id for case in made.get(entry.id, ())), None),
            )


def occurs(entry: WheelEntry, year: int) -> bool:
    """Whether the fixed point falls in `year` (R19)."""
    return year >= entry.first_year and (year - entry.first_year) % entry.interval_years == 0


def _meeting_of(meetings: Iterable[Meeting], body: Body, year: int, month: int) -> Meeting | None:
    return next(
        (
            meeting
            for meeting in meetings
            if meeting.body_id == body.id
            and (meeting.held_on.year, meeting.held_on.month) == (year, month)
        ),
        None,
    )
