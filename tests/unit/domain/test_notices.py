"""Notice ahead of terms that end (R9)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.notices import answer_by, threshold_passed

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days_left", "passed"), [(181, None), (180, 180), (61, 180), (60, 60), (0, 60)]
)
def test_the_last_threshold_that_was_passed_counts(days_left: int, passed: int | None) -> None:
    assert threshold_passed(days_left, [180, 60]) == passed


def test_without_thresholds_none_is_passed() -> None:
    assert threshold_passed(3, []) is None


def test_an_empty_seat_is_asked_about_for_four_weeks() -> None:
    assert answer_by(MONDAY, None) == date(2026, 12, 21)


def test_an_answer_is_due_two_weeks_before_the_seat_stands_empty() -> None:
    assert answer_by(MONDAY, date(2027, 1, 1)) == date(2026, 12, 18)


def test_a_seat_that_ends_late_leaves_four_weeks_to_answer() -> None:
    assert answer_by(MONDAY, date(2027, 5, 1)) == date(2026, 12, 21)


def test_an_answer_is_never_asked_for_within_a_week() -> None:
    assert answer_by(MONDAY, date(2026, 11, 25)) == date(2026, 11, 30)
