"""The legend of a picture: signs with what they mean, on as many lines as they need."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.drawings.type import width
from app.domain.drawing import Shape, Words, across, moved

_SMALL = 12.0
_GAP = 20.0
_LINE = 20.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A part of the legend: the sign, drawn between 0 and 10 from the top, and what it means."""

    shapes: tuple[Shape, ...]
    text: str


def legend_shapes(signs: tuple[Sign, ...], room: float) -> tuple[tuple[Shape, ...], float]:
    """The legend on as many lines as it needs within `room`, and its height."""
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for sign in signs:
        start = max(across(shape)[1] for shape in sign.shapes) + 6
        wide = start + width(sign.text, _SMALL)
        if x and x + wide > room:
            x, y = 0.0, y + _LINE
        shapes += moved(sign.shapes, x, y + 5)
        shapes.append(Words(x + start, y + 14.5, sign.text, "muted", _SMALL, 400, wide - start))
        x += wide + _GAP
    return tuple(shapes), y + _LINE
