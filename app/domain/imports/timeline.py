"""Intervals of one seat or one person in order, so that those that meet are found at once."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import Generic, TypeVar

from app.domain.intervals import Interval

Thing = TypeVar("Thing")


class Timeline(Generic[Thing]):
    """Things by their intervals, which do not overlap but where something is wrong."""

    def __init__(self) -> None:
        self._starts: list[date] = []
        self._things: list[tuple[Interval, Thing]] = []

    def add(self, interval: Interval, thing: Thing) -> None:
        """Put `thing` in its place."""
        place = bisect_left(self._starts, interval.from_on)
        self._starts.insert(place, interval.from_on)
        self._things.insert(place, (interval, thing))

    def meeting(self, interval: Interval) -> list[Thing]:
        """Those that share a day with `interval`, the latest first."""
        end = interval.to_on
        place = len(self._starts) if end is None else bisect_left(self._starts, end)
        found: list[Thing] = []
        while place > 0:
            place -= 1
            other, thing = self._things[place]
            if not interval.overlaps(other):
                break
            found.append(thing)
        return found

    def starting(self, on: date) -> Thing | None:
        """The one that begins on `on`."""
        place = bisect_left(self._starts, on)
        if place < len(self._starts) and self._starts[place] == on:
            return self._things[place][1]
        return None
