"""Which copies of a file are worth keeping: close in time they are many, far back they are few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

DAYS, WEEKS, MONTHS = 12, 10, 9
LAST_DAY = timedelta(days=1)
ALWAYS_KEPT = 2
"""The newest copies stay, however large they are."""


def worth_keeping(taken: Iterable[datetime]) -> set[datetime]:
    """The newest copy of each of the last 12 days, 10 weeks and 9 months that have one.

    All of the last day before the newest stay too: a mistake is often seen in the afternoon.
    """
    newest_first = sorted(taken, reverse=True)
    kept = {moment for moment in newest_first if newest_first[0] - moment < LAST_DAY}
    kept |= set(newest_first[:ALWAYS_KEPT])
    for name_of, most in (
        (_day, DAYS),
        (_week, WEEKS),
        (_month, MONTHS),
    ):
        kept |= _newest_of_each(newest_first, name_of, most)
    return kept


def within_budget(sizes: Sequence[tuple[datetime, int]], budget: int) -> set[datetime]:
    """Of copies with sizes in bytes, the newest that fit in `budget` together; two at least."""
    kept: set[datetime] = set()
    used = 0
    for taken, size in sorted(sizes, reverse=True):
        used += size
        if used > budget and len(kept) >= ALWAYS_KEPT:
            break
        kept.add(taken)
    return kept


def _newest_of_each(
    newest_first: Sequence[datetime], name_of: Callable[[datetime], str], most: int
) -> set[datetime]:
    found: dict[str, datetime] = {}
    for taken in newest_first:
        if len(found) == most and name_of(taken) not in found:
            break
        found.setdefault(name_of(taken), taken)
    return set(found.values())


def _day(taken: datetime) -> str:
    return taken.strftime("%Y-%m-%d")


def _week(taken: datetime) -> str:
    return taken.strftime("%G-%V")


def _month(taken: datetime) -> str:
    return taken.strftime("%Y-%m")
