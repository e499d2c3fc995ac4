"""What a meeting's day and times cannot be: refused in words, while what is odd is only told."""

from __future__ import annotations

from datetime import date, time

from app.domain.errors import UserError
from app.i18n.wall_clock import is_skipped

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years that a meeting can be in; what lies outside was typed wrong."""

_EVENING, _MORNING = "17:00", "07:00"
"""A meeting from after the one to before the other was meant to go on past midnight."""


def check_day(held_on: date, *, notice_on: date | None = None) -> None:
    """`UserError` when no meeting can be that day, as when its notice has a later one (R21)."""
    if not FIRST_YEAR <= held_on.year <= LAST_YEAR:
        raise UserError(
            "meeting_year_unlikely",
            year=str(held_on.year),
            first=str(FIRST_YEAR),
            last=str(LAST_YEAR),
        )
    if notice_on is not None and notice_on > held_on:
        raise UserError("meeting_before_notice", notice_on=notice_on, on=held_on)


def check_times(on: date, start: str, end: str) -> None:
    """`UserError` when a meeting that day cannot be from `start` to `end` (`HH:MM`).

    It ends later than it starts, on the same day, and at times that the clock shows that day.
    """
    begins, ends = time.fromisoformat(start), time.fromisoformat(end)
    if end <= start:
        is_night = start >= _EVENING and end <= _MORNING
        raise UserError(
            "ends_after_midnight" if is_night else "ends_before_start", start=begins, end=ends
        )
    for at in (begins, ends):
        if is_skipped(on, at):
            raise UserError("clock_skipped", on=on, at=at)
