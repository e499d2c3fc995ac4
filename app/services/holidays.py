"""Norwegian public holidays, by the law's own rules: fixed days, and days that follow Easter.

Computed here because the library that knows them loads every country of the world, which takes
longer than a whole page may; a test compares with it for a hundred years.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_FIXED = {
    "new_year": (1, 1),
    "labour_day": (5, 1),
    "constitution_day": (5, 17),
    "christmas_day": (12, 25),
    "boxing_day": (12, 26),
}
"""Month and day."""

_FROM_EASTER = {
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter_sunday": 0,
    "easter_monday": 1,
    "ascension_day": 39,
    "whit_sunday": 49,
    "whit_monday": 50,
}
"""Days from Easter Sunday."""


def is_holiday(on: date) -> bool:
    """Whether `on` is a public holiday in Norway; Sundays count by themselves elsewhere."""
    return on in _of_year(on.year)


def holidays_of(year: int) -> dict[date, str]:
    """The public holidays of a year, by day, with their codes (labels `holiday`).

    Where two fall on one day, such as Whit Monday on 17 May 2032, the one of the calendar is told.
    """
    return dict(sorted(_of_year(year).items()))


@cache
def _of_year(year: int) -> dict[date, str]:
    easter = easter_sunday(year)
    found = {easter + timedelta(days=days): code for code, days in _FROM_EASTER.items()}
    return found | {date(year, month, day): code for code, (month, day) in _FIXED.items()}


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
