"""The council's clock on the wall: every instant that is shown is shown by it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Oslo")


def on_the_wall(at: datetime) -> datetime:
    """An instant as the council's clock shows it, whatever the machine's own clock says.

    A time without a zone is the wall's already.
    """
    return at if at.tzinfo is None else at.astimezone(LOCAL)


def is_skipped(on: date, at: time) -> bool:
    """Whether the clock jumps over `at` that night, when summer time begins."""
    before, after = _offsets(on, at)
    return before < after


def is_twice(on: date, at: time) -> bool:
    """Whether the clock shows `at` two times that night, when summer time ends."""
    before, after = _offsets(on, at)
    return before > after


def _offsets(on: date, at: time) -> tuple[timedelta, timedelta]:
    """How far ahead of the world's clock it is before and after a shift that `at` may lie in."""
    first = datetime.combine(on, at, LOCAL)
    found = (first.replace(fold=fold).utcoffset() for fold in (0, 1))
    before, after = (offset or timedelta(0) for offset in found)
    return before, after
