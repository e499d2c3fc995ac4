"""When turns come that no meeting has been made for yet: the usual days of the body (R17, R22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.day_judgement import BlockedDays, BodyYear, TakenDay
from app.domain.day_patterns import DayPattern, pattern_of
from app.domain.deadlines import IsHoliday, no_holidays
from app.domain.year_plan import propose_year

TWICE_A_YEAR = (DayPattern(4, 0, 4), DayPattern(10, 0, 4))
"""The fourth Monday of April and of October, where nothing is known of a body's usual days."""

_LOOKED_AT = 3
"""The last years with meetings, among which the fullest one tells what is usual."""
_AUTUMN = 7
"""The first month of the second half of the year."""


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """Half a year, as people name a turn: spring until June, autumn from July on."""

    year: int
    is_autumn: bool


def season_of(on: date) -> Season:
    """The half of its year that a day is in."""
    return Season(on.year, on.month >= _AUTUMN)


def usual_days(meetings: Iterable[date]) -> tuple[DayPattern, ...]:
    """The days that a body has met on, by its fullest year of late; two a year for none (R17)."""
    by_year: dict[int, set[DayPattern]] = {}
    for on in meetings:
        by_year.setdefault(on.year, set()).add(pattern_of(on))
    late = sorted(by_year)[-_LOOKED_AT:]
    if not late:
        return TWICE_A_YEAR
    return tuple(sorted(by_year[max(late, key=lambda year: (len(by_year[year]), year))]))


def days_ahead(
    patterns: Sequence[DayPattern],
    meetings: Iterable[date],
    after: date,
    count: int,
    *,
    is_holiday: IsHoliday = no_holidays,
    blocked: Iterable[BlockedDays] = (),
) -> list[date]:
    """The next `count` usual days after `after` in whose season no meeting stands in for them.

    No holidays, and no days that are kept free; fewer than `count` only at the end of time.
    """
    taken, kept_free = sorted(meetings), tuple(blocked)
    held = Counter(season_of(on) for on in taken)
    found: list[date] = []
    year = after.year
    while patterns and len(found) < count and year < date.max.year:
        known = [TakenDay("", on) for on in (*taken, *found)]
        planned = propose_year(
            year,
            [BodyYear("", tuple(patterns))],
            is_holiday=is_holiday,
            blocked=kept_free,
            taken=known,
        )
        usual = Counter(season_of(pattern.in_year(year)) for pattern in patterns)
        for season in sorted(usual):
            days = [one.on for one in planned if season_of(one.on) == season]
            wanted = max(usual[season] - held[season], 0)
            found += [on for on in days[len(days) - min(wanted, len(days)) :] if on > after]
        year += 1
    return found[:count]
