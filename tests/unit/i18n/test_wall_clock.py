"""The nights when the clock is changed, in Norway."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.i18n.wall_clock import is_skipped, is_twice

FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)


@pytest.mark.parametrize(
    ("at", "is_lost"),
    [("01:59", False), ("02:00", True), ("02:30", True), ("02:59", True), ("03:00", False)],
)
def test_an_hour_is_lost_when_summer_time_begins(at: str, is_lost: bool) -> None:
    assert is_skipped(FORWARD, time.fromisoformat(at)) is is_lost
    assert not is_twice(FORWARD, time.fromisoformat(at))


@pytest.mark.parametrize(
    ("at", "comes_twice"),
    [("01:59", False), ("02:00", True), ("02:30", True), ("02:59", True), ("03:00", False)],
)
def test_an_hour_comes_twice_when_summer_time_ends(at: str, comes_twice: bool) -> None:
    assert is_twice(BACK, time.fromisoformat(at)) is comes_twice
    assert not is_skipped(BACK, time.fromisoformat(at))


@pytest.mark.parametrize("on", [date.min, date(2026, 12, 4), date(2027, 3, 27), date.max])
def test_any_other_day_has_every_time_once(on: date) -> None:
    for hour in range(24):
        assert not is_skipped(on, time(hour, 30))
        assert not is_twice(on, time(hour, 30))
