"""Days as they are typed, both inclusive, as the interval that is stored."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.errors import UserError
from app.domain.intervals import Interval


def typed_period(from_on: date, last_on: date | None) -> Interval:
    """From the first day to the last; `UserError` when it ends before it begins."""
    if last_on is not None and last_on < from_on:
        raise UserError("period_ends_before_start", from_on=from_on, to_on=last_on)
    return Interval(from_on, day_after(last_on))


def day_after(last_on: date | None) -> date | None:
    """The first day that does not belong any more; the very last day there is has none."""
    if last_on is None or last_on == date.max:
        return None
    return last_on + timedelta(days=1)
