"""When turns come that no meeting has been made for yet (R17, R22)."""

from __future__ import annotations

from datetime import date

from app.domain.day_judgement import BlockedDays
from app.domain.day_patterns import DayPattern, pattern_of
from app.domain.host_days import TWICE_A_YEAR, Season, days_ahead, season_of, usual_days
from app.domain.intervals import Interval

APRIL, OCTOBER = date(2026, 4, 27), date(2026, 10, 26)
NOVEMBER = date(2026, 11, 23)


def test_spring_ends_with_june() -> None:
    assert season_of(date(2026, 6, 30)) == Season(2026, is_autumn=False)
    assert season_of(date(2026, 7, 1)) == Season(2026, is_autumn=True)


def test_usual_days_are_those_of_the_fullest_year_of_late() -> None:
    assert usual_days([]) == TWICE_A_YEAR
    assert usual_days([APRIL, OCTOBER]) == (DayPattern(4, 0, 4), DayPattern(10, 0, 4))
    only_spring = date(2027, 5, 12)
    assert usual_days([APRIL, OCTOBER, only_spring]) == usual_days([APRIL, OCTOBER])
    both = [APRIL, OCTOBER, only_spring, date(2027, 11, 10)]
    assert usual_days(both) == tuple(sorted(pattern_of(on) for on in both[2:]))
    three = [date(2010, 2, 1), date(2010, 5, 3), date(2010, 9, 6)]
    later = [date(year, 4, 1) for year in (2024, 2025, 2026)]
    assert len(usual_days([*three, *later])) == 1


def test_the_next_usual_days_follow_each_other() -> None:
    found = days_ahead(TWICE_A_YEAR, [APRIL, OCTOBER], NOVEMBER, 3)
    assert found == [date(2027, 4, 26), date(2027, 10, 25), date(2028, 4, 24)]


def test_a_meeting_in_another_month_of_the_season_stands_in_for_its_day() -> None:
    moved = date(2027, 6, 8)
    found = days_ahead(TWICE_A_YEAR, [moved], NOVEMBER, 2)
    assert found == [date(2027, 10, 25), date(2028, 4, 24)]


def test_days_avoid_holidays_and_what_is_kept_free() -> None:
    may = date(2027, 4, 26)
    kept = BlockedDays(Interval(date(2027, 10, 25), date(2027, 10, 26)), "høstferie")
    found = days_ahead(
        TWICE_A_YEAR, [], NOVEMBER, 2, is_holiday=lambda on: on == may, blocked=[kept]
    )
    assert found == [date(2027, 5, 3), date(2027, 11, 1)]


def test_a_usual_day_that_has_gone_by_is_no_turn() -> None:
    assert days_ahead(TWICE_A_YEAR, [], date(2026, 6, 1), 1) == [OCTOBER]


def test_there_are_no_days_without_a_pattern_or_after_the_end_of_time() -> None:
    assert days_ahead((), [], NOVEMBER, 3) == []
    assert len(days_ahead(TWICE_A_YEAR, [], date(9998, 1, 1), 9)) == 2
