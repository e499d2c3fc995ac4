"""Norwegian public holidays against a library that knows them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.services.holidays import easter_sunday, is_holiday


@pytest.mark.parametrize("year", range(1990, 2091))
def test_the_same_days_are_holidays_as_the_library_knows(year: int) -> None:
    from holidays.countries.norway import Norway

    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    ours = {day for day in days if is_holiday(day)}
    assert ours == {day for day in Norway(years=year) if day in days}


def test_easter_comes_when_it_comes() -> None:
    assert easter_sunday(2026) == date(2026, 4, 5)
    assert easter_sunday(2038) == date(2038, 4, 25)
