"""The days by which things must be done around a meeting (R21)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.errors import UserError
from app.domain.vocabulary import DayUnit, DeadlineKind

IsHoliday = Callable[[date], bool]
"""Whether a day is a public holiday; weekends are known here."""

LONGEST_DEADLINE = 366
"""Days that a rule may count, calendar or working days."""

FURTHEST = timedelta(days=2 * LONGEST_DEADLINE)
"""No deadline lies further from its meeting: so many working days, and the days off among them."""

_AFTER = frozenset({DeadlineKind.MINUTES_OUT, DeadlineKind.MINUTES_APPROVED})
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """How many days before the meeting, or after it for the minutes; never negative."""

    kind: DeadlineKind
    days: int
    unit: DayUnit = DayUnit.CALENDAR

    def __post_init__(self) -> None:
        if self.days < 0:
            raise UserError("deadline_days_negative", days=self.days)

    @property
    def is_after(self) -> bool:
        """Whether it is counted forward from the meeting."""
        return self.kind in _AFTER


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline's day, and the day that was counted to where that one was no working day."""

    kind: DeadlineKind
    on: date
    counted_on: date

    @property
    def was_moved(self) -> bool:
        """Whether a weekend or a holiday moved it."""
        return self.on != self.counted_on


def no_holidays(on: date) -> bool:
    """A year without public holidays."""
    return False


def deadlines(
    meeting_on: date, rules: Iterable[DeadlineRule], is_holiday: IsHoliday = no_holidays
) -> list[Deadline]:
    """Every deadline of a meeting, the first day first (R21)."""
    order = list(DeadlineKind)
    every = [deadline(meeting_on, rule, is_holiday) for rule in rules]
    return sorted(every, key=lambda one: (one.on, order.index(one.kind)))


def deadline(meeting_on: date, rule: DeadlineRule, is_holiday: IsHoliday = no_holidays) -> Deadline:
    """One deadline: calendar or working days back from the meeting, or forward from it (R21).

    Calendar days that end on a weekend or a holiday move to the nearest working day further from
    the meeting, so that nobody gets less time than the rule gives.
    """
    step = timedelta(days=1 if rule.is_after else -1)
    if rule.unit is DayUnit.WORKING:
        on = _working_days(meeting_on, rule.days, step, is_holiday)
        return Deadline(rule.kind, on, on)
    counted_on = on = meeting_on + step * rule.days
    while rule.days and not is_working_day(on, is_holiday):
        on += step
    return Deadline(rule.kind, on, counted_on)


def is_working_day(on: date, is_holiday: IsHoliday = no_holidays) -> bool:
    """Monday to Friday, but for public holidays."""
    return on.weekday() < _SATURDAY and not is_holiday(on)


def _working_days(start_on: date, count: int, step: timedelta, is_holiday: IsHoliday) -> date:
    on = start_on
    while count:
        on += step
        count -= is_working_day(on, is_holiday)
    return on
