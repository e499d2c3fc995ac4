"""Proposes the days of a year's meetings, and says why one was moved (R22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.day_judgement import (
    BlockedDays,
    BodyYear,
    TakenDay,
    YearDays,
    against,
    gravity,
)
from app.domain.deadlines import IsHoliday, no_holidays
from app.domain.months import month_of
from app.domain.reasons import Reason

REACH = 28
"""Days that a meeting may be moved, either way."""

_WEEK = 7


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


def propose_year(
    year: int,
    bodies: Iterable[BodyYear],
    *,
    is_holiday: IsHoliday = no_holidays,
    blocked: Iterable[BlockedDays] = (),
    taken: Iterable[TakenDay] = (),
    today: date | None = None,
) -> list[PlannedMeeting]:
    """A day for each pattern of each body in `year` from `today` on, by day (R22).

    A day that will not do gives way to the nearest that does: first the same weekday of another
    week, then another weekday; where none does, to the one that least speaks against. Bodies that
    recommend are placed before those that decide. A usual day that has its meeting already gets
    no other.
    """
    every = {body.code: body for body in bodies}
    known = [one for one in taken if abs(one.on.year - year) <= 1]
    expected = [
        TakenDay(body.code, nominal_on)
        for body in _recommending_first(every)
        for nominal_on in _without_meeting(_nominal(body, year), body.code, known)
        if today is None or nominal_on >= today
    ]
    days = YearDays(every, is_holiday, tuple(blocked), known, today, expected)
    planned = []
    while expected:
        wanted = expected.pop(0)
        meeting = _place(every[wanted.body], wanted.on, days)
        days.meetings.append(TakenDay(wanted.body, meeting.on, wanted.on))
        planned.append(meeting)
    return sorted(planned, key=lambda one: (one.on, one.body))


def _nominal(body: BodyYear, year: int) -> list[date]:
    return sorted(pattern.in_year(year) for pattern in body.patterns)


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


def _without_meeting(nominal: list[date], body: str, known: Iterable[TakenDay]) -> list[date]:
    """The usual days that no meeting stands for yet.

    A meeting stands for one usual day, of its month or near enough to have been moved from there:
    the nearest first, and then as many as can be paired.
    """
    own = [one.on for one in known if one.body == body and not one.is_extra]
    pairs = sorted(
        (is_other_month, apart, place, number)
        for place, nominal_on in enumerate(nominal)
        for number, on in enumerate(own)
        for is_other_month, apart in [_apart(nominal_on, on)]
        if not is_other_month or apart <= REACH
    )
    near: dict[int, list[int]] = {}
    stands_for: dict[int, int] = {}
    for _is_other, _days, place, number in pairs:
        near.setdefault(place, []).append(number)
        if number not in stands_for and place not in stands_for.values():
            stands_for[number] = place

    def pair(place: int, tried: set[int]) -> bool:
        """Whether the usual day gets a meeting, if need be by giving another one a new meeting."""
        for number in near.get(place, []):
            if number not in tried:
                tried.add(number)
                if number not in stands_for or pair(stands_for[number], tried):
                    stands_for[number] = place
                    return True
        return False

    return [
        nominal_on
        for place, nominal_on in enumerate(nominal)
        if place not in stands_for.values() and not pair(place, set())
    ]


def _apart(nominal_on: date, on: date) -> tuple[bool, int]:
    """Whether it is in another month, and how many days lie between."""
    return month_of(on) != month_of(nominal_on), abs((on - nominal_on).days)


def _place(body: BodyYear, nominal_on: date, days: YearDays) -> PlannedMeeting:
    moved = against(body, nominal_on, nominal_on, days)
    best_on, warnings = nominal_on, moved
    for on in _nearest(nominal_on):
        if not warnings:
            break
        found = against(body, on, nominal_on, days)
        if gravity(found) < gravity(warnings):
            best_on, warnings = on, found
    if best_on == nominal_on:
        return PlannedMeeting(body.code, nominal_on, nominal_on, warnings=warnings)
    return PlannedMeeting(body.code, best_on, nominal_on, moved, warnings)


def _nearest(on: date) -> Iterator[date]:
    """Other days of the same year: the same weekday first, then the others, the nearest first."""
    reach = range(-REACH, REACH + 1)
    order = sorted(reach, key=lambda days: (days % _WEEK != 0, abs(days), -days))
    for days in order[1:]:
        other = on + timedelta(days=days)
        if other.year == on.year:
            yield other
