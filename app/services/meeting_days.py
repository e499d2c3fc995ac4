"""A meeting's day before it is stored: what is wrong or odd about it; and its deadlines (R21)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deadlines import Deadline
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind, MeetingStatus
from app.models import Meeting
from app.services.desk import Desk
from app.services.editing.clock_times import as_clock
from app.services.editing.date_warnings import MeetingDay, day_of, odd_about_day
from app.services.editing.done import existing
from app.services.editing.hosts import host_on
from app.services.editing.meeting_limits import check_day, check_times
from app.services.editing.new_meetings import NewMeeting, times_of
from app.services.holidays import holidays_of
from app.services.overview.next_meeting import (
    OpenState,
    OpenStep,
    deadlines_of,
    next_meeting,
    state_of,
)
from app.store.queries.council import body_by_code, rules_on


@dataclass(frozen=True, slots=True)
class DayJudged:
    """What stands in the way of a meeting on a day, and what is odd about it all the same."""

    problem: Reason | None = None
    odd: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDeadline:
    """A deadline of a meeting, and how it stands; `days` is how far ahead, negative when passed.

    `facts` say more, such as how many briefs are ready. `moved` is why it is another day than the
    rule gives. `is_let_go` when it has passed and nobody waits for it any more.
    """

    kind: DeadlineKind
    on: date
    days: int
    state: OpenState
    facts: tuple[Reason, ...]
    moved: Reason | None
    is_let_go: bool

    @property
    def is_late(self) -> bool:
        """Whether it has passed and is still waited for."""
        return self.state is OpenState.LATE and not self.is_let_go


@dataclass(frozen=True, slots=True)
class MeetingDeadlines:
    """All deadlines of a meeting, the first day first; `body` is whose rules they follow."""

    body: str
    is_cancelled: bool
    rows: tuple[MeetingDeadline, ...]

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(row.is_late for row in self.rows)


class MeetingDayService:
    """Judges days while they are typed, and reads deadlines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def judge_new(self, new: NewMeeting) -> DayJudged:
        """What there is to say about a meeting that is not made yet."""
        with self._desk.reading() as session:
            body = body_by_code(session, new.body)

            def day() -> MeetingDay:
                check_day(new.held_on)
                start, end = times_of(new, rules_on(body, new.held_on))
                host = None if new.host_id is None else host_on(session, new.host_id, new.held_on)
                return MeetingDay(body=body, held_on=new.held_on, start=start, end=end, host=host)

            return self._judge(session, day)

    def judge_move(
        self, meeting_id: int, held_on: date, start: str | None = None, end: str | None = None
    ) -> DayJudged:
        """What there is to say about a meeting on another day or at other times."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")

            def day() -> MeetingDay:
                now = day_of(meeting)
                return replace(
                    now,
                    held_on=held_on,
                    start=as_clock(start) if start else now.start,
                    end=as_clock(end) if end else now.end,
                )

            return self._judge(session, day)

    def deadlines(self, meeting_id: int) -> MeetingDeadlines:
        """The deadlines of a meeting as the overview sees them; a cancelled one has none (R21)."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")
            if meeting.status is MeetingStatus.CANCELLED:
                return MeetingDeadlines(meeting.body.code, True, ())
            today = self._desk.today(session)
            waited_for = {
                step.kind: step for step in next_meeting(session, meeting_id, today).steps
            }
            rows = tuple(
                _deadline(meeting, one, today, waited_for.get(one.kind))
                for one in deadlines_of(meeting)
            )
            return MeetingDeadlines(meeting.body.code, False, rows)

    def _judge(self, session: Session, made: Callable[[], MeetingDay]) -> DayJudged:
        try:
            day = made()
            check_day(day.held_on, notice_on=day.called_on or day.notified_on)
            check_times(day.held_on, day.start, day.end)
        except UserError as error:
            return DayJudged(Reason(error.code, **error.params))
        return DayJudged(None, tuple(odd_about_day(session, day, self._desk.today(session))))


def _deadline(
    meeting: Meeting, one: Deadline, today: date, step: OpenStep | None
) -> MeetingDeadline:
    return MeetingDeadline(
        kind=one.kind,
        on=one.on,
        days=(one.on - today).days,
        state=step.state if step is not None else state_of(meeting, one, today),
        facts=step.facts if step is not None else (),
        moved=_why_moved(one.counted_on) if one.was_moved else None,
        is_let_go=step is None,
    )


def _why_moved(counted_on: date) -> Reason:
    """Why nothing can be due that day."""
    name = holidays_of(counted_on.year).get(counted_on)
    if name is not None:
        return Reason("deadline_was_on_holiday", on=counted_on, holiday=name)
    return Reason("deadline_was_on_weekend", on=counted_on)
