"""What a year is planned by, as the rules take it: usual days, and days kept free (R22)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.day_judgement import BlockedDays
from app.domain.day_patterns import DayPattern
from app.domain.intervals import Interval
from app.store.queries.year import blocked_periods, meeting_days


def blocked_days(session: Session) -> tuple[BlockedDays, ...]:
    """The days kept free of meetings, by day."""
    return tuple(
        BlockedDays(Interval(row.from_on, row.to_on), row.name) for row in blocked_periods(session)
    )


def own_days(session: Session) -> dict[int, list[DayPattern]]:
    """By body, the usual days that the user chose for it; a body without any is not there."""
    found: dict[int, list[DayPattern]] = {}
    for row, body in meeting_days(session):
        found.setdefault(body.id, []).append(DayPattern(row.month, row.weekday, row.nth))
    return found
