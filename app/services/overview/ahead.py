"""The next ninety days: meetings, deadlines, and the fixed points of the year (R19, R21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.vocabulary import DeadlineKind
from app.models import Meeting
from app.services.numbers import meeting_name
from app.services.overview.next_meeting import OpenState, deadlines_of, state_of
from app.services.year.facts import YearPoint
from app.services.year.points import points_of
from app.store.queries.overview import coming_meetings

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
    """One day ahead; `is_whole_month` when a fixed point lacks a meeting and `on` is its first day.

    `deadline` says which deadline of a meeting it is, None for that of a fixed point's case;
    `is_late` when it has passed; `case_id` is the case already made of a fixed point.
    """

    kind: AheadKind
    on: date
    body: str
    body_name: str
    title: str
    place: str = ""
    deadline: DeadlineKind | None = None
    is_whole_month: bool = False
    is_late: bool = False
    meeting_id: int | None = None
    case_id: int | None = None


def ahead(session: Session, today: date, told: int | None = None) -> tuple[AheadLine, ...]:
    """Everything from `today` and ninety days on, by day; first the deadlines that have passed.

    The deadlines of the meeting `told` are left out, for they are told beside it.
    """
    last = today + timedelta(days=DAYS)
    meetings = coming_meetings(session, today - _AFTERMATH, last + _AFTERMATH)
    # A case may have to be ready in one year for a meeting in the next.
    found = points_of(session, range(today.year, last.year + 2))
    points = [point for point in found if not point.is_dropped]
    lines = [
        *_meetings(meetings, today, last),
        *_deadlines([one for one in meetings if one.id != told], today, last),
        *_wheel(points, today, last, told),
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
            # What should have come before a meeting that is over cannot be made up for.
            can_be_met = meeting.held_on >= first or one.on >= meeting.held_on
            if one.kind in _TOLD and one.on <= last and can_be_met and not is_done:
                yield AheadLine(
                    kind=AheadKind.DEADLINE,
                    on=one.on,
                    body=meeting.body.code,
                    body_name=meeting.body.short_name,
                    title=meeting_name(meeting),
                    deadline=one.kind,
                    is_late=one.on < first,
                    meeting_id=meeting.id,
                )


def _wheel(
    points: Iterable[YearPoint], first: date, last: date, told: int | None
) -> Iterator[AheadLine]:
    """The fixed points themselves, and when the cases of those that have a meeting must be ready.

    Of the meeting that is told, only a deadline of the case's own is left to tell.
    """
    this_month = first.replace(day=1)
    for point in points:
        is_ahead = first <= point.on if point.meeting_id is not None else this_month <= point.on
        if is_ahead and point.on <= last:
            yield _line(AheadKind.WHEEL, point.on, point)
        is_told = point.meeting_id == told and not point.has_own_deadline
        due_on = point.due_on if first <= point.on and not point.is_ready and not is_told else None
        if due_on is not None and due_on <= last:
            yield _line(AheadKind.DEADLINE, due_on, point, is_late=due_on < first)


def _line(kind: AheadKind, on: date, point: YearPoint, *, is_late: bool = False) -> AheadLine:
    return AheadLine(
        kind=kind,
        on=on,
        body=point.body,
        body_name=point.body_name,
        title=point.title,
        is_whole_month=point.lacks_meeting,
        is_late=is_late,
        meeting_id=point.meeting_id,
        case_id=None if point.is_case_deleted else point.case_id,
    )
