"""Norwegian public holidays, by the law's own rules: fixed days, and days that follow Easter.

Computed here because the library that knows them loads every country of the world, which takes
longer than a whole page may; a test compares with it for a hundred years.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
"""New Year's Day, Labour Day, Constitution Day, Christmas Day, Boxing Day: month and day."""

_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whitsun, Whit Monday: in days."""


def is_holiday(on: date) -> bool:
    """Whether `on` is a public holiday in Norway; Sundays count by themselves elsewhere."""
    return on in _of_year(on.year)


@cache
def _of_year(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    fixed = {date(year, month, day) for month, day in _FIXED}
    return frozenset(fixed | {easter + timedelta(days=days) for days in _FROM_EASTER})


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - moved + 15) % 30
    quarters, remainder = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * quarters - moon - remainder) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
