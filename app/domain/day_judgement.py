"""What speaks against holding a body's meeting on a day, and how much (R19, R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from app.domain.day_patterns import DayPattern
from app.domain.deadlines import DeadlineRule, IsHoliday, deadline, is_working_day
from app.domain.intervals import Interval
from app.domain.reasons import Reason

APART = 14
"""Days that lie between two meetings of one body, where the pattern does not have them closer."""

_MONDAY, _WEDNESDAY, _THURSDAY = 0, 2, 3
_JULY = 7
_CHRISTMAS_FROM, _CHRISTMAS_TO = (12, 20), (1, 6)
"""Month and day, both inclusive."""


class QuietTime(StrEnum):
    """Times of the year in which people are away, though the days are working days."""

    CHRISTMAS = "christmas"
    JULY = "july"


@dataclass(frozen=True, slots=True)
class BlockedDays:
    """Days that the user keeps free of meetings, such as the winter holidays, and their name."""

    interval: Interval
    name: str


@dataclass(frozen=True, slots=True)
class BodyYear:
    """What a body's year is planned by.

    `recommends_to` is the body that decides on its recommendations; `shares_people_with` names
    bodies in which some of the same people sit. Rules are those of its minutes and its papers.
    `fixed_months` are those in which a fixed point needs its meeting; `quiet_times` those that it
    meets in by habit, though others are away.
    """

    code: str
    patterns: tuple[DayPattern, ...]
    recommends_to: str | None = None
    minutes_out: DeadlineRule | None = None
    papers: DeadlineRule | None = None
    shares_people_with: frozenset[str] = frozenset()
    fixed_months: frozenset[int] = frozenset()
    quiet_times: frozenset[QuietTime] = frozenset()


@dataclass(frozen=True, slots=True)
class TakenDay:
    """A meeting's day; `nominal_on` is the day it was meant for, where it was moved.

    One that `is_extra` was called out of turn, and stands for none of the usual days.
    """

    body: str
    on: date
    nominal_on: date | None = None
    is_extra: bool = False

    @property
    def meant_on(self) -> date:
        """The day that its place among the others is judged by."""
        return self.nominal_on or self.on


@dataclass(frozen=True, slots=True)
class YearDays:
    """All that a day is judged by: bodies, days off, days kept free, and the other meetings.

    `expected` are usual days that are yet to be placed: nothing is moved into their way.
    """

    bodies: Mapping[str, BodyYear]
    is_holiday: IsHoliday
    blocked: tuple[BlockedDays, ...] = ()
    meetings: list[TakenDay] = field(default_factory=list)
    today: date | None = None
    expected: list[TakenDay] = field(default_factory=list)


_GRAVITY = {
    "day_is_past": 3,
    "day_taken": 3,
    "day_clashes": 3,
    "day_is_holiday": 2,
    "day_is_weekend": 2,
    "day_is_blocked": 1,
    "day_is_squeezed": 1,
    "day_in_easter_week": 1,
}
"""What weighs more than the rest; the rest weigh by how many they are."""


def gravity(reasons: Iterable[Reason]) -> tuple[int, int]:
    """How much all of them speak against a day: the gravest, then how many there are."""
    codes = [reason.code for reason in reasons]
    return max((_GRAVITY.get(code, 0) for code in codes), default=-1), len(codes)


def against(body: BodyYear, on: date, nominal_on: date, days: YearDays) -> tuple[Reason, ...]:
    """Everything that speaks against `on` for a meeting that is meant for `nominal_on` (R22)."""
    known = days.meetings if on == nominal_on else [*days.meetings, *days.expected]
    return (
        *_day_itself(on, days),
        *_quiet_time(body, on, nominal_on),
        *_other_meetings(body, on, nominal_on, days, known),
        *_recommendations(body, on, nominal_on, days),
        *_decisions(body, on, nominal_on, days, known),
    )


def is_squeezed(on: date, is_holiday: IsHoliday) -> bool:
    """Whether `on` is a working day alone between days off, of which one is a holiday (R22)."""
    before, after = on - timedelta(days=1), on + timedelta(days=1)
    return (
        is_working_day(on, is_holiday)
        and not is_working_day(before, is_holiday)
        and not is_working_day(after, is_holiday)
    )


def is_in_easter_week(on: date, is_holiday: IsHoliday) -> bool:
    """Whether `on` is one of the three working days before Easter, when people have left (R22)."""
    if not _MONDAY <= on.weekday() <= _WEDNESDAY:
        return False
    thursday = on + timedelta(days=_THURSDAY - on.weekday())
    return all(is_holiday(thursday + timedelta(days=days)) for days in (0, 1, 4))


def quiet_time_of(on: date) -> QuietTime | None:
    """The quiet time that `on` is in: 20 December to 6 January, or July."""
    if (on.month, on.day) >= _CHRISTMAS_FROM or (on.month, on.day) <= _CHRISTMAS_TO:
        return QuietTime.CHRISTMAS
    return QuietTime.JULY if on.month == _JULY else None


def _day_itself(on: date, days: YearDays) -> Iterator[Reason]:
    if days.today is not None and on < days.today:
        yield Reason("day_is_past", on=on)
    if days.is_holiday(on):
        yield Reason("day_is_holiday", on=on)
    elif not is_working_day(on, days.is_holiday):
        yield Reason("day_is_weekend", on=on)
    elif is_squeezed(on, days.is_holiday):
        yield Reason("day_is_squeezed", on=on)
    elif is_in_easter_week(on, days.is_holiday):
        yield Reason("day_in_easter_week", on=on)
    for blocked in days.blocked:
        if blocked.interval.contains(on):
            yield Reason("day_is_blocked", on=on, name=blocked.name)


def _quiet_time(body: BodyYear, on: date, nominal_on: date) -> Iterator[Reason]:
    """A body may keep a habit, but nothing is moved into a quiet time."""
    quiet = quiet_time_of(on)
    is_habit = on == nominal_on and quiet in body.quiet_times
    if quiet is QuietTime.CHRISTMAS and not is_habit:
        yield Reason("day_in_christmas", on=on)
    elif quiet is QuietTime.JULY and not is_habit:
        yield Reason("day_in_july", on=on)
    if nominal_on.month in body.fixed_months and on.month != nominal_on.month:
        yield Reason("day_leaves_month", on=on, month_on=nominal_on)


def _other_meetings(
    body: BodyYear, on: date, nominal_on: date, days: YearDays, known: Iterable[TakenDay]
) -> Iterator[Reason]:
    for other in known:
        if other.body == body.code:
            # A pattern may have two meetings close to each other; moving must not bring it about.
            if other.on == on:
                yield Reason("day_taken", on=on)
            elif on != nominal_on and abs((other.on - on).days) < APART:
                yield Reason("day_close_to_own", on=on, other_on=other.on)
        elif other.on == on and _share_people(body, other.body, days):
            yield Reason("day_clashes", on=on, body=other.body)


def _share_people(body: BodyYear, other: str, days: YearDays) -> bool:
    known = days.bodies.get(other)
    return other in body.shares_people_with or (
        known is not None and body.code in known.shares_people_with
    )


def _recommendations(
    body: BodyYear, on: date, nominal_on: date, days: YearDays
) -> Iterator[Reason]:
    """Minutes of the body that recommends must be out before this one's papers are due (R22)."""
    if body.papers is None:
        return
    due_on = deadline(on, body.papers, days.is_holiday).on
    for other in days.bodies.values():
        if other.recommends_to != body.code or other.minutes_out is None:
            continue
        held = [one for one in days.meetings if one.body == other.code]
        waited_for = [one.on for one in held if one.meant_on < nominal_on]
        before = [one.on for one in held if one.on < on]
        if waited_for and on <= (held_on := max(waited_for)):
            yield Reason("day_before_recommended", on=on, body=other.code, held_on=held_on)
        elif before:
            held_on = max(before)
            if deadline(held_on, other.minutes_out, days.is_holiday).on > due_on:
                yield Reason(
                    "day_too_soon_after", on=on, body=other.code, held_on=held_on, papers_on=due_on
                )


def _decisions(
    body: BodyYear, on: date, nominal_on: date, days: YearDays, known: Iterable[TakenDay]
) -> Iterator[Reason]:
    """The same the other way round, where the body that decides has its day already (R22)."""
    other = days.bodies.get(body.recommends_to or "")
    if other is None or other.papers is None or body.minutes_out is None:
        return
    held = [one for one in known if one.body == other.code]
    waiting = [one.on for one in held if one.meant_on > nominal_on]
    after = [one.on for one in held if one.on > on]
    if waiting and on >= (held_on := min(waiting)):
        yield Reason("day_after_decided", on=on, body=other.code, held_on=held_on)
    elif after:
        held_on = min(after)
        due_on = deadline(held_on, other.papers, days.is_holiday).on
        if deadline(on, body.minutes_out, days.is_holiday).on > due_on:
            yield Reason(
                "day_too_late_before", on=on, body=other.code, held_on=held_on, papers_on=due_on
            )
