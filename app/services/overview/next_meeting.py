"""The steps around a meeting with their deadlines, and how each stands (R21, R24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.deadlines import Deadline, deadlines
from app.domain.publishing import preflight
from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind, Group, MeetingStatus
from app.i18n.wall_clock import LOCAL
from app.models import Meeting
from app.services.agendas import MeetingFactsView, meeting_view
from app.services.deadline_rules import deadline_rules
from app.services.holidays import is_holiday
from app.services.meeting_steps import has_begun
from app.services.overview.seats import seats_now
from app.services.papers.record import made_at
from app.services.people_called import people_to_call
from app.services.preflight import meeting_facts
from app.store.queries.meetings import load_agenda
from app.store.queries.roster import observers_on

SOON_DAYS = 7
"""From how many days ahead a deadline counts as soon."""


class OpenState(StrEnum):
    """How a step stands; papers that are made may not be sent yet."""

    DONE = "done"
    MADE = "made"
    LATE = "late"
    SOON = "soon"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class OpenStep:
    """One step with its day; `days` is how far ahead that is, negative when it has passed.

    `facts` say more, such as how many briefs are ready.
    """

    kind: DeadlineKind
    state: OpenState
    due_on: date
    days: int
    facts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting and its open steps; `days` is how far ahead it is."""

    meeting: MeetingFactsView
    days: int
    cases: int
    ready_cases: int
    steps: tuple[OpenStep, ...]


_DONE_FROM = {
    DeadlineKind.MINUTES_OUT: {MeetingStatus.MINUTES_OUT, MeetingStatus.APPROVED},
    DeadlineKind.MINUTES_APPROVED: {MeetingStatus.APPROVED},
}
"""The statuses at which a step is done, of what is recorded; a sending of papers is not yet."""


def next_meeting(session: Session, meeting_id: int, today: date) -> NextMeeting:
    """The meeting with its steps, the first deadline first.

    A reminder that has passed is left out, and a notice that was not sent before the agenda was
    published.
    """
    meeting = load_agenda(session, meeting_id)
    cases, ready = _briefs(session, meeting, today)
    steps = tuple(
        _step(session, meeting, one, today, (cases, ready))
        for one in deadlines_of(meeting)
        if not _is_passed_by(meeting, one, today)
    )
    days = (meeting.held_on - today).days
    return NextMeeting(meeting_view(meeting), days, cases, ready, steps)


def deadlines_of(meeting: Meeting) -> list[Deadline]:
    """Every deadline of the meeting by its body's rules and Norway's holidays (R21)."""
    return deadlines(meeting.held_on, deadline_rules(meeting.body), is_holiday)


def state_of(meeting: Meeting, one: Deadline, today: date, *, is_ready: bool = False) -> OpenState:
    """Done, else late, soon or next by its day."""
    if _is_done(meeting, one.kind, is_ready):
        return OpenState.DONE
    if one.on < today:
        return OpenState.LATE
    return OpenState.SOON if (one.on - today).days <= SOON_DAYS else OpenState.NEXT


def _is_done(meeting: Meeting, kind: DeadlineKind, is_ready: bool) -> bool:
    if kind is DeadlineKind.NOTICE:
        return meeting.notified_on is not None or meeting.agenda_version > 0
    if kind is DeadlineKind.DRAFTS_DUE:
        return is_ready or has_begun(meeting.status)
    if kind is DeadlineKind.PAPERS:
        return has_begun(meeting.status)
    return meeting.status in _DONE_FROM.get(kind, set())


def _is_passed_by(meeting: Meeting, one: Deadline, today: date) -> bool:
    if one.kind is DeadlineKind.NOTICE:
        return meeting.notified_on is None and meeting.agenda_version > 0
    return one.kind is DeadlineKind.REMINDER and one.on < today


def _step(
    session: Session, meeting: Meeting, one: Deadline, today: date, briefs: tuple[int, int]
) -> OpenStep:
    cases, ready = briefs
    state = state_of(meeting, one, today, is_ready=bool(cases) and cases == ready)
    facts: tuple[Reason, ...] = ()
    if one.kind is DeadlineKind.DRAFTS_DUE and cases:
        facts = (Reason("briefs_ready", ready=ready, total=cases),)
    elif one.kind is DeadlineKind.PAPERS:
        made = made_at(session, meeting)
        if made is not None and state is not OpenState.DONE:
            state = OpenState.MADE
            facts = (Reason("papers_were_made", on=made.astimezone(LOCAL).date()),)
        facts += tuple(_recipients(session, meeting))
    elif one.kind is DeadlineKind.NOTICE and meeting.notified_on is not None:
        facts = (Reason("notice_sent", on=meeting.notified_on),)
    return OpenStep(one.kind, state, one.on, (one.on - today).days, facts)


def _briefs(session: Session, meeting: Meeting, today: date) -> tuple[int, int]:
    """How many cases there are on the agenda, and how many of them lack nothing."""
    found = preflight(meeting_facts(session, meeting, today))
    lacking = {finding.item for finding in found if finding.item is not None}
    items = [item for item in meeting.items if item.case is not None and not item.is_withdrawn]
    return len(items), sum(item.id not in lacking for item in items)


def _recipients(session: Session, meeting: Meeting) -> Iterator[Reason]:
    """Who the papers go to: members, deputies of those who sent an apology, observers."""
    seats = seats_now(session, [meeting.body], meeting.held_on)
    observers = len(observers_on(session, meeting.body_id, meeting.held_on))
    yield Reason(
        "papers_go_to",
        members=sum(seat.has_holder for seat in seats),
        deputies=_called_deputies(session, meeting),
        observers=observers,
    )


def _called_deputies(session: Session, meeting: Meeting) -> int:
    """How many members sent an apology and have a deputy to be called (R33)."""
    called = people_to_call(session, meeting).values()
    return sum(one.group is Group.DEPUTY for one in called)
