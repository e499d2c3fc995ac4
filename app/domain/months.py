"""Months as a calendar counts them."""

from __future__ import annotations

from datetime import date, timedelta

MonthOfYear = tuple[int, int]
"""A year and a month, 1–12."""


def month_of(on: date) -> MonthOfYear:
    """The year and month of a day."""
    return on.year, on.month


def next_month(on: date) -> date:
    """The first day of the month after that of `on`."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def last_of_month(on: date) -> date:
    """The last day of the month of `on`."""
    return next_month(on) - timedelta(days=1)
