"""What is written on a mark of the wheel: as much as has room, level where it can be, else turned.

Nothing is written that does not fit: a title is shortened between letters, or left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sin, tan

from app.documents.drawings.type import cut, width
from app.domain.drawing import RingPart, Shape, Stroke, Words, ring_point

WEIGHT = 600
_TAIL_WEIGHT = 500
_PADDING = 1.2
_AIR = 8.0
"""Around words: the least, and what a mark with room for it has."""
_LINE = 1.22
_CAPITAL = 0.73
"""The heights of a line and of a capital letter, as shares of the size."""
SIGN = "!"
_SIGN_RADIUS = 0.62
_FEW_LETTERS = 5
_STEPS = 11
"""Halvings until the room is known to a fraction of a unit."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a mark has to say: the shortest first, then what is added where there is room.

    `more` is added after the `tail`, whose first word says enough unless it `is_name`; `has_sign`
    when the head is a warning sign.
    """

    head: str
    tail: str = ""
    more: str = ""
    is_name: bool = False
    has_sign: bool = False

    @property
    def tails(self) -> tuple[str, ...]:
        """The tail, and its first word where that says enough."""
        first = self.tail.split(" ", 1)[0]
        is_enough = len(first) > _FEW_LETTERS and not self.is_name
        return tuple(one + self.more for one in (self.tail, *([first] if is_enough else [])))


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is written: its size, its ink, and whether it is struck out."""

    size: float
    ink: str
    is_struck: bool = False


def label_shapes(part: RingPart, label: Label, look: Look) -> tuple[Shape, ...]:
    """The words of a mark, in the fullest form that fits into `part`."""
    for turn, lines in _attempts(part, label, look.size):
        return tuple(_drawn(part, lines, turn, look))
    return ()


def ideal_width(label: Label, size: float, thick: float, most: float) -> float:
    """How wide a level mark would have to be for the words that it has the height for."""
    has_both = thick - 2 * _PADDING >= _height(2, size)
    tails = [width(tail, size, _TAIL_WEIGHT) for tail in label.tails] if has_both else [0.0]
    tail = next((wide for wide in tails if wide <= most), tails[-1])
    return min(max(width(label.head, size, WEIGHT), tail), most) + _AIR


def room(part: RingPart, height: float, turn: float) -> float:
    """The greatest width of a box, turned so and in the middle of `part`, that lies within it."""
    return _room(part.inner, part.outer, part.sweep, part.start + part.sweep / 2, height, turn)


@lru_cache(maxsize=4_096)
def _room(
    inner: float, outer: float, sweep: float, angle: float, height: float, turn: float
) -> float:
    lean = radians(turn - angle)
    across, along = abs(cos(lean)), abs(sin(lean))
    middle, slope = (inner + outer) / 2, tan(radians(min(sweep, 170.0) / 2))
    low, high = 0.0, 2 * outer

    def fits(wide: float) -> bool:
        deep = (wide * along + height * across) / 2
        broad = (wide * across + height * along) / 2
        return (
            middle - deep >= inner + _PADDING
            and broad <= (middle - deep) * slope - _PADDING
            and hypot(middle + deep, broad) <= outer - _PADDING
        )

    if not fits(0.0):
        return 0.0
    for _step in range(_STEPS):
        tried = (low + high) / 2
        low, high = (tried, high) if fits(tried) else (low, tried)
    return low


def _attempts(part: RingPart, label: Label, size: float) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every form that fits, the fullest and most level first."""
    angle = part.start + part.sweep / 2
    turns = (0.0, _upright(angle), _upright(angle - 90))
    head = width(label.head, size, WEIGHT) if not label.has_sign else 2 * _SIGN_RADIUS * size
    if label.tail:
        rooms = {turn: room(part, _height(2, size), turn) for turn in turns[:2]}
        fitting = {turn: wide for turn, wide in rooms.items() if wide >= head}
        for turn, wide in fitting.items():
            for tail in label.tails:
                if width(tail, size, _TAIL_WEIGHT) <= wide:
                    yield turn, (label.head, tail)
        for turn, wide in fitting.items():
            shown = cut(label.tail, size, wide, _TAIL_WEIGHT)
            if len(shown) > _FEW_LETTERS:
                yield turn, (label.head, shown)
    for turn in turns:
        if room(part, _height(1, size), turn) >= head:
            yield turn, (label.head,)
    if not label.has_sign and not label.tail:
        for turn in turns:
            shown = cut(label.head, size, room(part, _height(1, size), turn), WEIGHT)
            if len(shown) > _FEW_LETTERS:
                yield turn, (shown,)


def _height(lines: int, size: float) -> float:
    return size * ((lines - 1) * _LINE + _CAPITAL + 0.2)


def _upright(angle: float) -> float:
    """The turn of a line at `angle`, the other way round where it would stand on its head."""
    turn = (angle + 180) % 360 - 180
    return turn if -90 <= turn <= 90 else turn - 180 if turn > 0 else turn + 180


def _drawn(part: RingPart, lines: tuple[str, ...], turn: float, look: Look) -> Iterator[Shape]:
    size = look.size
    middle = (part.inner + part.outer) / 2
    x, y = ring_point(part.x, part.y, middle, part.start + part.sweep / 2)
    first = size * (_CAPITAL - ((len(lines) - 1) * _LINE + _CAPITAL) / 2)
    for number, text in enumerate(lines):
        weight = WEIGHT if number == 0 else _TAIL_WEIGHT
        at = _turned(x, y, first + number * size * _LINE, turn)
        if text == SIGN:
            yield from warning_sign(*_turned(x, y, first - size * _CAPITAL / 2, turn), size)
            continue
        wide = width(text, size, weight)
        yield Words(*at, text, look.ink, size, weight, wide, is_centred=True, turn=turn)
        if look.is_struck and number == 0:
            (cx, cy), half = _turned(x, y, first - size * 0.27, turn), wide / 2 + 2
            dx, dy = half * cos(radians(turn)), half * sin(radians(turn))
            yield Stroke(cx - dx, cy - dy, cx + dx, cy + dy, look.ink, 1.25)


def warning_sign(x: float, y: float, size: float) -> Iterator[Shape]:
    """A disc with an exclamation mark."""
    yield RingPart(x, y, 0, size * _SIGN_RADIUS, fill="warn")
    wide = width(SIGN, size, WEIGHT)
    base = y + size * _CAPITAL / 2
    yield Words(x, base, SIGN, "surface", size, WEIGHT, wide, is_centred=True)


def _turned(x: float, y: float, down: float, turn: float) -> tuple[float, float]:
    """The point `down` below (`x`, `y`) as seen by someone who is turned so."""
    return x - down * sin(radians(turn)), y + down * cos(radians(turn))
