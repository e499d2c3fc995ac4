"""Where pages lie, in physical pixels so that letters stand sharp on every screen."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect

from app.views.widgets.pdf_view.source import Size, Strip

Fit = Literal["auto", "width", "page", "percent"]

SMALLEST, LARGEST = 50, 400
"""Percent; at 100 a page is as large as its paper on a screen of 96 pixels an inch."""
READABLE = 125
STEPS = (50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
MARGIN, GAP = 20, 14
"""Round the pages and between them, in pixels that are not scaled."""
STRIP_PIXELS = 2_500_000
_PIXELS_A_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large: as wide as the view, as large as fits in it, or so many percent.

    `auto` is as wide as the view, but no larger than is good to read.
    """

    fit: Fit = "auto"
    percent: float = 100.0

    def scale(self, sizes: Sequence[Size], view: tuple[int, int], ratio: float) -> float:
        """Physical pixels for a point, in a view of `view` physical pixels.

        Most pages decide: one large drawing among them does not make the others small.
        """
        plain = _PIXELS_A_POINT * ratio
        if self.fit == "percent" or not sizes:
            return plain * self.percent / 100
        room = (view[0] - 2 * MARGIN * ratio) / statistics.median(size.width for size in sizes)
        if self.fit == "page":
            tallest = statistics.median(size.height for size in sizes)
            room = min(room, (view[1] - 2 * MARGIN * ratio) / tallest)
        most = READABLE if self.fit == "auto" else LARGEST
        return min(max(room, plain * 0.1), plain * most / 100)


def step_from(percent: float, direction: int) -> float:
    """The next step up (1) or down (-1) from `percent`."""
    if direction > 0:
        return next((step for step in STEPS if step > percent + 0.5), LARGEST)
    return next((step for step in reversed(STEPS) if step < percent - 0.5), SMALLEST)


@dataclass(frozen=True, slots=True)
class Place:
    """A point in the document: a page from 0, and how far across and down it, from 0 to 1.

    It may lie beside the page, or in the gap before it.
    """

    page: int
    across: float = 0.5
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Every page's rectangle, and the size of all together."""

    scale: float
    width: int
    height: int
    lefts: tuple[int, ...] = ()
    tops: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.tops)

    def rect(self, page: int) -> QRect:
        """Where a page lies."""
        return QRect(self.lefts[page], self.tops[page], self.widths[page], self.heights[page])

    def pages_in(self, top: int, bottom: int) -> range:
        """The pages that have a part between two heights."""
        first = max(bisect_right(self.tops, top) - 1, 0)
        if first < self.count and self.tops[first] + self.heights[first] <= top:
            first += 1
        return range(first, bisect_left(self.tops, bottom))

    def page_at(self, height: int) -> int:
        """The page at a height, or the one before the gap there."""
        return max(min(bisect_right(self.tops, height), self.count) - 1, 0)

    def place_at(self, x: float, y: float) -> Place:
        """The point of the document at a point of the layout."""
        page = self.page_at(round(y))
        return Place(
            page,
            (x - self.lefts[page]) / self.widths[page],
            (y - self.tops[page]) / self.heights[page],
        )

    def point_of(self, place: Place) -> tuple[float, float]:
        """The other way; a page that is no more counts as the last."""
        page = min(place.page, self.count - 1)
        return (
            self.lefts[page] + place.across * self.widths[page],
            self.tops[page] + place.down * self.heights[page],
        )

    def strips_in(self, page: int, top: int, bottom: int) -> list[Strip]:
        """The strips of a page that have a part between two heights of the layout."""
        start, full, width = self.tops[page], self.heights[page], self.widths[page]
        rows = max(STRIP_PIXELS // width, 1)
        first = max(top - start, 0) // rows * rows
        return [
            Strip(page, width, row, min(rows, full - row))
            for row in range(first, min(bottom - start, full), rows)
        ]


def lay_out(sizes: Sequence[Size], scale: float, view_width: int, ratio: float) -> PageLayout:
    """The pages under each other in the middle, each `scale` pixels for a point."""
    widths = tuple(max(round(size.width * scale), 1) for size in sizes)
    heights = tuple(
        max(round(width * size.height / size.width), 1)
        for size, width in zip(sizes, widths, strict=True)
    )
    margin, gap = round(MARGIN * ratio), round(GAP * ratio)
    tops, next_top = [], margin
    for height in heights:
        tops.append(next_top)
        next_top += height + gap
    whole = max(max(widths, default=0) + 2 * margin, view_width)
    return PageLayout(
        scale=scale,
        width=whole,
        height=next_top - gap + margin,
        lefts=tuple((whole - width) // 2 for width in widths),
        tops=tuple(tops),
        widths=widths,
        heights=heights,
    )
