"""Deadlines around a meeting (R21)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.deadlines import (
    Deadline,
    DeadlineRule,
    deadline,
    deadlines,
    is_working_day,
    no_holidays,
)
from app.domain.errors import UserError
from app.domain.vocabulary import DayUnit, DeadlineKind

FRIDAY = date(2026, 12, 4)
EASTER_2027 = frozenset(
    {date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29)}
)


def on(kind: DeadlineKind, days: int, unit: DayUnit, meeting_on: date = FRIDAY) -> Deadline:
    return deadline(meeting_on, DeadlineRule(kind, days, unit), EASTER_2027.__contains__)


@pytest.mark.parametrize(
    ("days", "expected", "counted"),
    [
        (7, date(2026, 11, 27), date(2026, 11, 27)),
        (14, date(2026, 11, 20), date(2026, 11, 20)),
        (5, date(2026, 11, 27), date(2026, 11, 29)),
        (0, FRIDAY, FRIDAY),
    ],
)
def test_calendar_days_count_back_and_a_weekend_moves_them_further(
    days: int, expected: date, counted: date
) -> None:
    found = on(DeadlineKind.PAPERS, days, DayUnit.CALENDAR)
    assert (found.on, found.counted_on) == (expected, counted)
    assert found.was_moved is (expected != counted)


def test_public_holidays_move_a_deadline_too() -> None:
    found = on(DeadlineKind.PAPERS, 7, DayUnit.CALENDAR, date(2027, 4, 2))
    assert (found.on, found.counted_on) == (date(2027, 3, 24), date(2027, 3, 26))


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert on(DeadlineKind.PAPERS, 5, DayUnit.WORKING).on == date(2026, 11, 27)
    assert on(DeadlineKind.PAPERS, 5, DayUnit.WORKING, date(2027, 3, 31)).on == date(2027, 3, 19)
    assert not on(DeadlineKind.PAPERS, 5, DayUnit.WORKING).was_moved


def test_the_minutes_are_counted_forward() -> None:
    assert on(DeadlineKind.MINUTES_OUT, 5, DayUnit.WORKING).on == date(2026, 12, 11)
    moved = on(DeadlineKind.MINUTES_APPROVED, 8, DayUnit.CALENDAR)
    assert (moved.on, moved.counted_on) == (date(2026, 12, 14), date(2026, 12, 12))


def test_a_meeting_on_a_saturday_keeps_a_deadline_of_no_days() -> None:
    saturday = date(2026, 12, 5)
    assert on(DeadlineKind.REMINDER, 0, DayUnit.CALENDAR, saturday).on == saturday


def test_deadlines_come_in_the_order_of_their_days() -> None:
    rules = [
        DeadlineRule(DeadlineKind.MINUTES_OUT, 7),
        DeadlineRule(DeadlineKind.REMINDER, 7),
        DeadlineRule(DeadlineKind.PAPERS, 7),
        DeadlineRule(DeadlineKind.DRAFTS_DUE, 21),
    ]
    assert [one.kind for one in deadlines(FRIDAY, rules)] == [
        DeadlineKind.DRAFTS_DUE,
        DeadlineKind.PAPERS,
        DeadlineKind.REMINDER,
        DeadlineKind.MINUTES_OUT,
    ]


def test_a_negative_number_of_days_is_refused() -> None:
    with pytest.raises(UserError, match="deadline_days_negative"):
        DeadlineRule(DeadlineKind.PAPERS, -1)


def test_working_days_are_monday_to_friday() -> None:
    assert is_working_day(FRIDAY)
    assert not is_working_day(date(2026, 12, 5))
    assert not is_working_day(date(2027, 3, 26), EASTER_2027.__contains__)
    assert not no_holidays(FRIDAY)
