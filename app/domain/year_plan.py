"""Proposes the days of a year's meetings, and says why one was moved (R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.deadlines import DeadlineRule, IsHoliday, deadline, is_working_day, no_holidays
from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.reasons import Reason

LAST = -1
"""The last of its weekday in the month, whether that is the fourth or the fifth."""

APART = 14
"""Days that lie between two meetings of one body, where the pattern does not have them closer."""

_REACH = 28
"""Days that a meeting may be moved, either way."""
_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class DayPattern:
    """Such as the second Friday of June: month 1–12, weekday 0 (Monday)–6, 1–4 or `LAST`."""

    month: int
    weekday: int
    nth: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise UserError("month_unknown", month=self.month)
        if not 0 <= self.weekday <= 6 or self.nth not in (1, 2, 3, 4, LAST):
            raise UserError("day_pattern_unknown")

    def in_year(self, year: int) -> date:
        """The day it is in `year`."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.weekday()) % _WEEK)
        if self.nth != LAST:
            return day + timedelta(days=_WEEK * (self.nth - 1))
        while (day + timedelta(days=_WEEK)).month == self.month:
            day += timedelta(days=_WEEK)
        return day


def pattern_of(on: date) -> DayPattern:
    """What `on` is in its month, such as its second Friday; a fifth one is the last."""
    nth = (on.day - 1) // _WEEK + 1
    return DayPattern(on.month, on.weekday(), LAST if nth > 4 else nth)


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
    """

    code: str
    patterns: tuple[DayPattern, ...]
    recommends_to: str | None = None
    minutes_out: DeadlineRule | None = None
    papers: DeadlineRule | None = None
    shares_people_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TakenDay:
    """A meeting that is there already."""

    body: str
    on: date


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A proposed day; `nominal_on` is the pattern's own, `moved` why it is another.

    `warnings` is what is amiss with the day all the same, when no better one was found.
    """

    body: str
    on: date
    nominal_on: date
    moved: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """All that the choice of a day rests on; `meetings` grows as days are chosen."""

    bodies: dict[str, BodyYear]
    is_holiday: IsHoliday
    blocked: tuple[BlockedDays, ...]
    meetings: list[TakenDay] = field(default_factory=list)


def propose_year(
    year: int,
    bodies: Iterable[BodyYear],
    *,
    is_holiday: IsHoliday = no_holidays,
    blocked: Iterable[BlockedDays] = (),
    taken: Iterable[TakenDay] = (),
) -> list[PlannedMeeting]:
    """A day for each pattern of each body in `year`, by day (R22).

    A day that will not do gives way to the nearest that does: first the same weekday of another
    week, then another weekday. Bodies that recommend are placed before those that decide. A
    month in which a body has a meeting already gets no other of it.
    """
    every = {body.code: body for body in bodies}
    known = tuple(one for one in taken if abs(one.on.year - year) <= 1)
    days = _Days(every, is_holiday, tuple(blocked), list(known))
    planned = []
    for body in _recommending_first(every):
        for nominal_on in sorted(pattern.in_year(year) for pattern in body.patterns):
            if not _has_meeting_in_month(known, body.code, nominal_on):
                meeting = _place(body, nominal_on, days)
                days.meetings.append(TakenDay(body.code, meeting.on))
                planned.append(meeting)
    return sorted(planned, key=lambda one: (one.on, one.body))


def is_squeezed(on: date, is_holiday: IsHoliday) -> bool:
    """Whether `on` is a working day alone between days off, of which one is a holiday (R22)."""
    before, after = on - timedelta(days=1), on + timedelta(days=1)
    return (
        is_working_day(on, is_holiday)
        and not is_working_day(before, is_holiday)
        and not is_working_day(after, is_holiday)
    )


def _recommending_first(bodies: dict[str, BodyYear]) -> list[BodyYear]:
    """Those that recommend before those that decide on it, otherwise in the order given."""
    placed: dict[str, BodyYear] = {}

    def place(body: BodyYear, waiting: frozenset[str]) -> None:
        for other in bodies.values():
            if other.recommends_to == body.code and other.code not in waiting | placed.keys():
                place(other, waiting | {body.code})
        placed.setdefault(body.code, body)

    for body in bodies.values():
        place(body, frozenset())
    return list(placed.values())


def _has_meeting_in_month(known: Iterable[TakenDay], body: str, on: date) -> bool:
    return any(
        one.body == body and (one.on.year, one.on.month) == (on.year, on.month) for one in known
    )


def _place(body: BodyYear, nominal_on: date, days: _Days) -> PlannedMeeting:
    against = tuple(_against(body, nominal_on, nominal_on, days))
    if not against:
        return PlannedMeeting(body.code, nominal_on, nominal_on)
    for on in _nearest(nominal_on):
        if not any(_against(body, on, nominal_on, days)):
            return PlannedMeeting(body.code, on, nominal_on, moved=against)
    return PlannedMeeting(body.code, nominal_on, nominal_on, warnings=against)


def _nearest(on: date) -> Iterator[date]:
    """Other days of the same year: the same weekday first, then the others, the nearest first."""
    reach = range(-_REACH, _REACH + 1)
    order = sorted(reach, key=lambda days: (days % _WEEK != 0, abs(days), -days))
    for days in order[1:]:
        other = on + timedelta(days=days)
        if other.year == on.year:
            yield other


def _against(body: BodyYear, on: date, nominal_on: date, days: _Days) -> Iterator[Reason]:
    """What speaks against `on`."""
    yield from _day_itself(on, days)
    yield from _other_meetings(body, on, nominal_on, days)
    yield from _recommendations(body, on, days)


def _day_itself(on: date, days: _Days) -> Iterator[Reason]:
    if days.is_holiday(on):
        yield Reason("day_is_holiday", on=on)
    elif not is_working_day(on, days.is_holiday):
        yield Reason("day_is_weekend", on=on)
    elif is_squeezed(on, days.is_holiday):
        yield Reason("day_is_squeezed", on=on)
    for blocked in days.blocked:
        if blocked.interval.contains(on):
            yield Reason("day_is_blocked", on=on, name=blocked.name)


def _other_meetings(body: BodyYear, on: date, nominal_on: date, days: _Days) -> Iterator[Reason]:
    for other in days.meetings:
        if other.body == body.code:
            # A pattern may have two meetings close to each other; moving must not bring it about.
            if on != nominal_on and abs((other.on - on).days) < APART:
                yield Reason("day_close_to_own", on=on, other_on=other.on)
            elif other.on == on:
                yield Reason("day_taken", on=on)
        elif other.on == on and _share_people(body, days.bodies.get(other.body)):
            yield Reason("day_clashes", on=on, body=other.body)


def _share_people(body: BodyYear, other: BodyYear | None) -> bool:
    return other is not None and (
        other.code in body.shares_people_with or body.code in other.shares_people_with
    )


def _recommendations(body: BodyYear, on: date, days: _Days) -> Iterator[Reason]:
    """Minutes of the body that recommends must be out before this one's papers are due (R22)."""
    if body.papers is None:
        return
    due_on = deadline(on, body.papers, days.is_holiday).on
    for other in days.bodies.values():
        if other.recommends_to != body.code or other.minutes_out is None:
            continue
        before = [one.on for one in days.meetings if one.body == other.code and one.on < on]
        if not before:
            continue
        last_on = max(before)
        out_on = deadline(last_on, other.minutes_out, days.is_holiday).on
        if out_on > due_on:
            yield Reason(
                "day_too_soon_after", on=on, body=other.code, held_on=last_on, papers_on=due_on
            )
