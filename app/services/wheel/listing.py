"""The wheel as a list: every meeting by day, with the fixed points that it takes up (R19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.months import last_of_month, next_month
from app.services.wheel.facts import WheelFacts, WheelMark
from app.services.year.facts import YearPoint


@dataclass(frozen=True, slots=True)
class WheelLine:
    """A meeting, or with `point` a fixed point: of the meeting before it, or alone."""

    mark: WheelMark
    point: YearPoint | None = None

    @property
    def follows_meeting(self) -> bool:
        """Whether it is a point under its meeting, whose day it shares."""
        return self.point is not None and self.mark.meeting is not None


def lines_of(
    facts: WheelFacts, first: date | None = None, last: date | None = None
) -> tuple[WheelLine, ...]:
    """Every line of the year by day, or those between two days, both included."""
    marks = sorted(
        (mark for ring in facts.rings for mark in ring.marks), key=lambda one: (one.on, one.key)
    )
    lines = []
    for mark in marks:
        if (first is not None and mark.on < first) or (last is not None and mark.on > last):
            continue
        if mark.meeting is not None:
            lines.append(WheelLine(mark))
        lines += [WheelLine(mark, point) for point in mark.points]
    return tuple(lines)


def at_hand(today: date) -> tuple[date, date]:
    """The present month and the next; at the year's end the last two."""
    first = date(today.year, min(today.month, 11), 1)
    return first, last_of_month(next_month(first))
