"""A picture as a list of shapes, the same for the window, the printer and every file format.

Coordinates are in units of 1/96 inch from the upper left corner; inks are the names of the theme's
colours, so that a picture can be light or dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


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
class Words:
    """One line of text that begins at `x`, on the line `y`; `width` is the room that it takes."""

    x: float
    y: float
    text: str
    ink: str = "text"
    size: float = 13.0
    weight: int = 400
    width: float = 0.0


Shape = Box | Stroke | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture; `said` tells in words what it shows, for those who cannot see it."""

    width: float
    height: float
    title: str
    said: str
    shapes: tuple[Shape, ...]


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
