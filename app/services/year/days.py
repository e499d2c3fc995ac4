"""A year day by day, as a calendar shows it: what is on, and what is amiss with it (R19–R22)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind
from app.services.holidays import holidays_of
from app.services.overview.next_meeting import OpenState
from app.services.year.facts import YearDeadline, YearMeeting, YearPoint, YearView

Line = YearMeeting | YearPoint | YearDeadline
"""What a day has; each has its body."""

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day; `holiday` is the code of its name (labels `holiday`), `kept_free` the names why."""

    on: date
    holiday: str | None
    kept_free: tuple[str, ...]
    meetings: tuple[YearMeeting, ...] = ()
    points: tuple[YearPoint, ...] = ()
    deadlines: tuple[YearDeadline, ...] = ()

    @property
    def is_weekend(self) -> bool:
        """Saturday or Sunday."""
        return self.on.weekday() >= _SATURDAY

    @property
    def lines(self) -> tuple[Line, ...]:
        """Meetings by their hour, what they take up, and deadlines."""
        return (*self.meetings, *self.points, *self.deadlines)

    @property
    def amiss(self) -> tuple[Reason, ...]:
        """What speaks against a meeting that day: holiday, weekend, days kept free (R22)."""
        found = []
        if self.holiday is not None:
            found.append(Reason("calendar_meeting_on_holiday", holiday=self.holiday))
        elif self.is_weekend:
            found.append(Reason("calendar_meeting_on_weekend"))
        found += [Reason("calendar_meeting_when_free", name=name) for name in self.kept_free]
        return tuple(found)

    def amiss_with(self, line: Line) -> tuple[Reason, ...]:
        """What is to be told of a line; a cancelled meeting has nothing amiss any more."""
        is_on = isinstance(line, YearMeeting) and not line.is_cancelled
        return self.amiss if is_on else ()


class YearDays:
    """The days of a year, without the bodies that are `hidden` and, by choice, without deadlines.

    What was dropped of the fixed points is left out, and so is a reminder that has passed: nobody
    can be late with it.
    """

    def __init__(
        self, view: YearView, hidden: Iterable[str] = (), *, with_deadlines: bool = True
    ) -> None:
        self.view = view
        self._hidden = frozenset(hidden)
        self._meetings: dict[date, list[YearMeeting]] = defaultdict(list)
        self._points: dict[date, list[YearPoint]] = defaultdict(list)
        self._deadlines: dict[date, list[YearDeadline]] = defaultdict(list)
        self._around: dict[date, list[YearMeeting]] = defaultdict(list)
        for meeting in (*view.meetings, *view.around):
            if meeting.body not in self._hidden:
                is_own = meeting.held_on.year == view.year
                (self._meetings if is_own else self._around)[meeting.held_on].append(meeting)
        for point in view.points:
            if point.body not in self._hidden and not point.is_dropped:
                self._points[day_of_point(point, view.year)].append(point)
        for deadline in view.deadlines if with_deadlines else ():
            if deadline.body not in self._hidden and not _is_over(deadline, view.today):
                self._deadlines[deadline.on].append(deadline)

    def day(self, on: date) -> Day:
        """Any day; one of another year has its meetings alone, as far as the weeks reach."""
        meetings = (*self._meetings.get(on, ()), *self._around.get(on, ()))
        return Day(
            on=on,
            holiday=holidays_of(on.year).get(on),
            kept_free=tuple(
                span.name for span in self.view.blocked if span.from_on <= on <= span.to_on
            ),
            meetings=tuple(sorted(meetings, key=lambda one: (one.start, one.id))),
            points=tuple(self._points.get(on, ())),
            deadlines=tuple(
                sorted(self._deadlines.get(on, ()), key=lambda one: one.state is not OpenState.LATE)
            ),
        )

    def filled(self) -> list[Day]:
        """The days that have something, in order."""
        return [self.day(on) for on in sorted({*self._meetings, *self._points, *self._deadlines})]


def day_of_point(point: YearPoint, year: int) -> date:
    """The day that a fixed point stands at: its meeting's, or the first of its month.

    A case that came onto an agenda of another year stands in the month that it was due in.
    """
    return point.on if point.on.year == year else point.month_on


def bodies_of(view: YearView) -> list[str]:
    """The bodies that have something in the year, in the council's order."""
    lines: tuple[Line, ...] = (*view.meetings, *view.points, *view.deadlines)
    there = {one.body for one in lines}
    return [body.code for body in view.bodies if body.code in there]


def _is_over(deadline: YearDeadline, today: date) -> bool:
    return deadline.kind is DeadlineKind.REMINDER and deadline.on < today
