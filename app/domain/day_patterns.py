"""The days that a body usually meets, such as the second Friday of June (R22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.errors import UserError

LAST = -1
"""The last of its weekday in the month, whether that is the fourth or the fifth."""

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
