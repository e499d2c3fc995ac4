"""A picture as a list of shapes, the same for the window, the printer and every file format.

Coordinates are in units of 1/96 inch from the upper left corner; inks are the names of the theme's
colours, so that a picture can be light or dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, cos, radians, sin, tan


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `share` is how much of the fill's colour there is, from 0 to 1."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    share: float = 1.0
    edge: str = ""
    dashed: bool = False
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; `share` is how much of its colour there is, from 0 to 1."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: str
    width: float = 1.0
    dashed: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class RingPart:
    """A part of a ring around (`x`, `y`); `share` is how much of the fill's colour there is.

    It begins `start` degrees clockwise from the top and goes on for `sweep`: 360 is the whole ring,
    and one whose `inner` radius is 0 a disc or a slice of it.
    """

    x: float
    y: float
    inner: float
    outer: float
    start: float = 0.0
    sweep: float = 360.0
    fill: str = ""
    share: float = 1.0
    edge: str = ""
    edge_width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text that begins at `x`, on the line `y`; `width` is the room that it takes.

    `is_centred` when its middle is at `x` instead; `turn` is how many degrees it is turned
    clockwise around (`x`, `y`).
    """

    x: float
    y: float
    text: str
    ink: str = "text"
    size: float = 13.0
    weight: int = 400
    width: float = 0.0
    is_centred: bool = False
    turn: float = 0.0


Shape = Box | Stroke | RingPart | Words

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Loop:
    """A closed line: from `start` along `steps`, each a straight one to its only point, or a curve
    with two points that pull at it and the one where it ends."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture; `said` tells in words what it shows, for those who cannot see it."""

    width: float
    height: float
    title: str
    said: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of A4 paper, or of A3 where `is_large`; in landscape unless it `is_upright`."""

    is_large: bool = False
    is_upright: bool = False

    @property
    def width(self) -> float:
        """From left to right in millimetres."""
        narrow, wide = (297.0, 420.0) if self.is_large else (210.0, 297.0)
        return narrow if self.is_upright else wide


A4_LANDSCAPE = Paper()


def ring_point(x: float, y: float, radius: float, angle: float) -> Point:
    """The point at `angle` degrees clockwise from the top of a circle around (`x`, `y`)."""
    return x + radius * sin(radians(angle)), y - radius * cos(radians(angle))


def outline(part: RingPart) -> tuple[Loop, ...]:
    """The edge of a part of a ring, drawn alike by everyone; a whole ring has two loops."""
    is_whole = part.sweep >= 360
    end = part.start + min(part.sweep, 360.0)
    out = _arc(part, part.outer, part.start, end)
    first = ring_point(part.x, part.y, part.outer, part.start)
    if is_whole:
        loops = [Loop(first, out)]
        if part.inner > 0:
            inside = ring_point(part.x, part.y, part.inner, part.start)
            loops.append(Loop(inside, _arc(part, part.inner, part.start, end)))
        return tuple(loops)
    if part.inner <= 0:
        return (Loop(first, (*out, ((part.x, part.y),))),)
    turn = ring_point(part.x, part.y, part.inner, end)
    return (Loop(first, (*out, (turn,), *_arc(part, part.inner, end, part.start))),)


def _arc(part: RingPart, radius: float, start: float, end: float) -> tuple[tuple[Point, ...], ...]:
    """An arc as curves of at most 45 degrees, which no eye tells from a circle."""
    count = max(ceil(abs(end - start) / 45), 1)
    each = (end - start) / count
    pull = 4 / 3 * tan(radians(each) / 4) * radius
    steps = []
    for number in range(count):
        a, b = start + each * number, start + each * (number + 1)
        (x1, y1), (x2, y2) = (ring_point(part.x, part.y, radius, angle) for angle in (a, b))
        steps.append(
            (
                (x1 + pull * cos(radians(a)), y1 + pull * sin(radians(a))),
                (x2 - pull * cos(radians(b)), y2 - pull * sin(radians(b))),
                (x2, y2),
            )
        )
    return tuple(steps)


def across(shape: Shape) -> tuple[float, float]:
    """Where a shape begins and ends from left to right, nearly: words are taken as not turned."""
    if isinstance(shape, Stroke):
        return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
    if isinstance(shape, RingPart):
        loops = outline(shape)
        ends = [step[-1][0] for loop in loops for step in loop.steps]
        ends += [loop.start[0] for loop in loops]
        return min(ends), max(ends)
    left = shape.x
    if isinstance(shape, Words) and shape.is_centred:
        left -= shape.width / 2
    return left, left + shape.width


def moved(shapes: Iterable[Shape], x: float, y: float) -> Iterator[Shape]:
    """The shapes at another place."""
    for shape in shapes:
        if isinstance(shape, Stroke):
            yield replace(shape, x1=shape.x1 + x, x2=shape.x2 + x, y1=shape.y1 + y, y2=shape.y2 + y)
        else:
            yield replace(shape, x=shape.x + x, y=shape.y + y)


def hatched(box: Box, ink: str, *, share: float = 1.0, step: float = 7.0) -> Iterator[Stroke]:
    """Slanted lines that fill a box, cut at its edges."""
    right, bottom = box.x + box.width, box.y + box.height
    start = box.x - box.height + step
    while start < right:
        # A line rises from (start, bottom) to (start + height, top).
        left, over = max(start, box.x), min(start + box.height, right)
        yield Stroke(left, bottom - (left - start), over, bottom - (over - start), ink, share=share)
        start += step
