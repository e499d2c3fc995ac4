"""Where the lines of a day stand in its cell, for painting and for the mouse alike."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from app.services.year.days import Day, Line
from app.services.year.facts import YearMeeting

HEAD = 22
"""Pixels at the top of a cell, for its number and the name of the day."""
ROW, GAP = 18, 2
_SIDE, _FOOT = 4, 4
LEAST = HEAD + 2 * (ROW + GAP) + _FOOT
"""Pixels that a week has at least: two lines, or one and how many more there are."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and its place; a meeting with two rows has `is_tall`."""

    line: Line
    place: QRect
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What is shown of a day; `more` lines have no room, and are told of at `more_place`."""

    lines: tuple[Placed, ...]
    more: int
    more_place: QRect

    def line_at(self, at: QPoint) -> Line | None:
        """The line under a point."""
        return next((one.line for one in self.lines if one.place.contains(at)), None)


def plan(day: Day, cell: QRect) -> CellPlan:
    """Meetings first; where there is room they have a second row, for their host."""
    inner = cell.adjusted(_SIDE, HEAD, -_SIDE, -_FOOT)
    rows = max((inner.height() + GAP) // (ROW + GAP), 1)
    lines = day.lines
    shown = lines if len(lines) <= rows else lines[: rows - 1]
    spare = rows - len(shown) if len(shown) == len(lines) else 0
    placed, top = [], inner.top()
    for line in shown:
        is_tall = spare > 0 and isinstance(line, YearMeeting)
        spare -= is_tall
        height = 2 * ROW + GAP if is_tall else ROW
        placed.append(Placed(line, QRect(inner.left(), top, inner.width(), height), is_tall))
        top += height + GAP
    more = len(lines) - len(shown)
    return CellPlan(tuple(placed), more, QRect(inner.left(), top, inner.width(), ROW))
