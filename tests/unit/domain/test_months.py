"""Months as a calendar counts them."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.months import last_of_month, month_of, next_month


@pytest.mark.parametrize(
    ("on", "following", "last"),
    [
        (date(2026, 11, 23), date(2026, 12, 1), date(2026, 11, 30)),
        (date(2026, 12, 31), date(2027, 1, 1), date(2026, 12, 31)),
        (date(2028, 2, 1), date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_where_the_next_begins(on: date, following: date, last: date) -> None:
    assert (next_month(on), last_of_month(on)) == (following, last)
    assert month_of(last) == month_of(on) != month_of(following)
