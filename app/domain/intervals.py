"""Spans of days: half-open inside (the end is the first day after), inclusive on screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_DAYS_PER_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Interval:
    """From a day up to, but not with, another; `None` means with no end."""

    from_on: date
    to_on: date | None = None

    def __post_init__(self) -> None:
        if self.to_on is not None and self.to_on <= self.from_on:
            raise ValueError(f"{self.from_on} is not before {self.to_on}")

    def contains(self, on: date) -> bool:
        """Whether `on` is one of the days."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day; touching ends do not."""
        return (other.to_on is None or self.from_on < other.to_on) and (
            self.to_on is None or other.from_on < self.to_on
        )

    def covers(self, other: Interval) -> bool:
        """Whether every day of `other` is one of its own."""
        return self.from_on <= other.from_on and (
            self.to_on is None or (other.to_on is not None and other.to_on <= self.to_on)
        )

    @property
    def last_on(self) -> date | None:
        """The last day that belongs to it, as the screen shows it; `None` with no end."""
        return None if self.to_on is None else self.to_on - timedelta(days=1)

    def days_until(self, on: date) -> int:
        """How many of its days lie before `on`; none when it starts later."""
        end = on if self.to_on is None else min(on, self.to_on)
        return max(0, (end - self.from_on).days)


def until_last(from_on: date, last_on: date | None) -> Interval:
    """The interval of a first and a last day as people write them."""
    return Interval(from_on, None if last_on is None else last_on + timedelta(days=1))


def years(days: int) -> float:
    """A number of days in years, to one decimal."""
    return round(days / _DAYS_PER_YEAR, 1)


def any_overlap(intervals: Iterable[Interval]) -> bool:
    """Whether some two of them share a day."""
    ordered = sorted(intervals, key=lambda interval: interval.from_on)
    return any(earlier.overlaps(later) for earlier, later in pairwise(ordered))


def add_years(on: date, count: int) -> date:
    """The same day `count` years later; 29 February becomes 1 March where there is none."""
    try:
        return on.replace(year=on.year + count)
    except ValueError:
        return date(on.year + count, 3, 1)
