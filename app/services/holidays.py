"""Norwegian public holidays, from the `holidays` library."""

from __future__ import annotations

from datetime import date
from functools import cache


def is_holiday(on: date) -> bool:
    """Whether `on` is a public holiday in Norway; Sundays count by themselves elsewhere."""
    return on in _of_year(on.year)


@cache
def _of_year(year: int) -> frozenset[date]:
    # Imported late: the library is large, and opening a file does not need it.
    from holidays.countries.norway import Norway

    return frozenset(Norway(years=year))
