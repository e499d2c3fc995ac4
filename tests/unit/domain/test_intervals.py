"""Half-open spans of days."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.intervals import Interval, add_years, any_overlap, until_last, years

YEAR = Interval(date(2026, 1, 1), date(2027, 1, 1))
OPEN = Interval(date(2026, 6, 1))


def test_the_end_is_not_part_of_it() -> None:
    assert YEAR.contains(date(2026, 1, 1))
    assert YEAR.contains(date(2026, 12, 31))
    assert not YEAR.contains(date(2027, 1, 1))
    assert not YEAR.contains(date(2025, 12, 31))
    assert OPEN.contains(date(2999, 1, 1))


def test_the_last_day_is_what_the_screen_shows() -> None:
    assert YEAR.last_on == date(2026, 12, 31)
    assert OPEN.last_on is None
    assert until_last(date(2026, 1, 1), date(2026, 12, 31)) == YEAR
    assert until_last(date(2026, 6, 1), None) == OPEN


def test_touching_ends_do_not_overlap() -> None:
    following = Interval(date(2027, 1, 1), date(2028, 1, 1))
    assert not YEAR.overlaps(following)
    assert not following.overlaps(YEAR)
    assert YEAR.overlaps(OPEN)
    assert OPEN.overlaps(YEAR)
    assert OPEN.overlaps(OPEN)
    assert any_overlap([following, OPEN, YEAR])
    assert not any_overlap([following, YEAR])


def test_an_interval_holds_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="not before"):
        Interval(date(2026, 1, 1), date(2026, 1, 1))


def test_days_are_counted_until_a_day() -> None:
    assert YEAR.days_until(date(2026, 1, 11)) == 10
    assert YEAR.days_until(date(2030, 1, 1)) == 365
    assert YEAR.days_until(date(2025, 1, 1)) == 0
    assert OPEN.days_until(date(2026, 6, 3)) == 2
    assert years(731) == 2.0


def test_years_later_is_the_same_day() -> None:
    assert add_years(date(2025, 1, 1), 2) == date(2027, 1, 1)
    assert add_years(date(2024, 2, 29), 1) == date(2025, 3, 1)


def test_one_covers_another_when_no_day_is_outside() -> None:
    year = Interval(date(2026, 1, 1), date(2027, 1, 1))
    assert year.covers(year)
    assert year.covers(Interval(date(2026, 3, 1), date(2026, 4, 1)))
    assert not year.covers(Interval(date(2025, 12, 31), date(2026, 4, 1)))
    assert not year.covers(Interval(date(2026, 3, 1), date(2027, 1, 2)))
    assert not year.covers(Interval(date(2026, 3, 1)))
    assert Interval(date(2026, 1, 1)).covers(Interval(date(2026, 3, 1)))
