"""Notice ahead of terms that end: which threshold was passed, and when an answer is due (R9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

USUAL = timedelta(days=28)
LEAST = timedelta(days=7)
BEFORE_THE_END = timedelta(days=14)


def threshold_passed(days_left: int, thresholds: Iterable[int]) -> int | None:
    """The last of the body's thresholds, in days, that was passed; None before the first."""
    return min((days for days in thresholds if days_left <= days), default=None)


def answer_by(on: date, ends_on: date | None) -> date:
    """The day an appointing authority is asked to answer by.

    Four weeks after `on`, or two weeks before the seat stands empty on `ends_on` where that is
    sooner; a week at least.
    """
    usual = on + USUAL
    wanted = usual if ends_on is None else min(usual, ends_on - BEFORE_THE_END)
    return max(wanted, on + LEAST)
