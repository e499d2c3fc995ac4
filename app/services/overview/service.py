"""The overview in one read, and what stands beside it on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.vocabulary import MeetingStatus
from app.models import ActionItem, Meeting
from app.services.desk import Desk
from app.services.numbers import case_number, meeting_label
from app.services.overview.ahead import AheadLine, ahead
from app.services.overview.next_meeting import (
    NextMeeting,
    OpenState,
    OpenStep,
    deadlines_of,
    next_meeting,
    state_of,
)
from app.services.overview.seats import EndingSeat, ending_seats, seats_now
from app.store.queries import overview as read
from app.store.queries.council import bodies, main_body, rules_on, the_council
from app.store.queries.meetings import next_meeting as find_next
from app.store.queries.queue import queue_length

SHOWN_ACTIONS = 12


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action item to follow up (R43); `number` is its case's, unless a gathering gave it."""

    id: int
    case_id: int | None
    meeting_id: int | None
    number: str | None
    task: str
    responsible: str
    due_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class UnfinishedMeeting:
    """A meeting that is over, and the first thing that is still to be done with it."""

    meeting_id: int
    label: str
    body_name: str
    held_on: date
    status: MeetingStatus
    step: OpenStep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the first page."""

    today: date
    next_meeting: NextMeeting | None
    ending_seats: tuple[EndingSeat, ...]
    actions: tuple[OpenAction, ...]
    open_actions: int
    late_actions: int
    ahead: tuple[AheadLine, ...]
    unfinished: tuple[UnfinishedMeeting, ...]


@dataclass(frozen=True, slots=True)
class SideCounts:
    """The figures beside the pages' names: meetings to come, cases that wait, open tasks."""

    meetings: int
    cases: int
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFacts:
    """What the lines at the edge of the window say; `file` is the file's own name."""

    file: str
    council: str
    body_name: str
    is_fictitious: bool
    is_read_only: bool
    seats: int
    filled_seats: int
    year: int
    cases_of_year: int
    today: date


class OverviewService:
    """Reads the first page and the window's edges."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self) -> Overview:
        """The overview of today."""
        with self._desk.reading() as session:
            today = self._desk.today(session)
            following = _next(session, today)
            return Overview(
                today=today,
                next_meeting=following,
                ending_seats=ending_seats(session, bodies(session), main_body(session), today),
                actions=tuple(
                    _action(row, today) for row in read.open_actions(session, SHOWN_ACTIONS)
                ),
                open_actions=read.count_open_actions(session),
                late_actions=read.count_open_actions(session, today),
                ahead=ahead(session, today, following.meeting.id if following else None),
                unfinished=tuple(
                    _unfinished(row, today) for row in read.unfinished_meetings(session, today)
                ),
            )

    def counts(self) -> SideCounts:
        """The figures of the side navigation."""
        with self._desk.reading() as session:
            today = self._desk.today(session)
            return SideCounts(
                read.count_coming_meetings(session, today),
                queue_length(session),
                read.count_open_actions(session),
            )

    def status(self) -> StatusFacts:
        """The facts at the window's edge."""
        with self._desk.reading() as session:
            today = self._desk.today(session)
            council = the_council(session)
            body = main_body(session)
            seats = seats_now(session, [body], today)
            return StatusFacts(
                file=self._desk.file.path.name,
                council=council.name,
                body_name=body.short_name,
                is_fictitious=council.is_fictitious,
                is_read_only=self._desk.file.is_read_only,
                seats=len(seats),
                filled_seats=sum(seat.has_holder for seat in seats),
                year=today.year,
                cases_of_year=read.count_cases_of_year(session, today.year),
                today=today,
            )


def _next(session: Session, today: date) -> NextMeeting | None:
    try:
        return next_meeting(session, find_next(session, today), today)
    except UserError as error:
        if error.code != "no_next_meeting":
            raise
        return None


def _action(row: ActionItem, today: date) -> OpenAction:
    number = None
    if row.case is not None:
        year = row.case.number_year or row.case.created_on.year
        number = case_number(row.case, rules_on(row.case.body, date(year, 12, 31)))
    is_late = row.due_on is not None and row.due_on < today
    return OpenAction(
        row.id,
        row.case_id,
        row.meeting_id,
        number,
        row.task,
        row.responsible,
        row.due_on,
        is_late,
    )


def _unfinished(meeting: Meeting, today: date) -> UnfinishedMeeting:
    left = [
        OpenStep(one.kind, state_of(meeting, one, today), one.on, (one.on - today).days)
        for one in deadlines_of(meeting)
        if one.on >= meeting.held_on
    ]
    step = next((one for one in left if one.state is not OpenState.DONE), None)
    return UnfinishedMeeting(
        meeting.id,
        meeting_label(meeting),
        meeting.body.short_name,
        meeting.held_on,
        meeting.status,
        step,
    )
