"""Where everything stands in the wheel: the rule from facts to shapes, for screen and paper.

The year goes clockwise from the top, each day as wide as any other. Months stand outermost, then
a ring for each body, the first one outermost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import atan2, cos, degrees, hypot, pi, radians, sin

from app.documents.drawings.type import width
from app.domain.drawing import Point, RingPart, Shape, Stroke, Words, ring_point
from app.i18n.voice import Voice
from app.services.wheel import words
from app.services.wheel.facts import MarkKind, WheelFacts, WheelMark, WheelRing
from app.services.wheel.labels import Look, ideal_width, label_shapes
from app.services.wheel.spread import arrange
from app.services.year.inks import ink_on

LEAST_SIZE = 280.0
_SMALL_WHEEL = 280.0
"""Up to this radius the rings need what they can have for their words."""
_RIM = 9.0
"""Around the months: room for the mark of today."""
_MONTH_GAP = 1.3
_INSET = 2.0
_STRIP = 2.0
"""The line in a mark that tells of a fixed point, and its distance from the mark's edge."""
_USUAL, _LEAST, _MOST_WORDS = 42.0, 17.0, 116.0
_TEXT, _SMALL = 12.0, 10.0


@dataclass(frozen=True, slots=True)
class PlacedRing:
    """A body's ring between two radii."""

    ring: WheelRing
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark, the ring that it is on (counted from the outermost), and its place there."""

    mark: WheelMark
    ring: int
    part: RingPart
    label: tuple[Shape, ...]

    @property
    def middle(self) -> Point:
        """Its middle in the square."""
        part = self.part
        away = (part.inner + part.outer) / 2
        return ring_point(part.x, part.y, away, part.start + part.sweep / 2)


class WheelLayout:
    """The wheel in a square of `size`, with its middle in the square's."""

    def __init__(self, facts: WheelFacts, size: float, voice: Voice) -> None:
        self.facts, self.size, self._voice = facts, max(size, LEAST_SIZE), voice
        self.middle = self.size / 2
        self.radius = self.middle - _RIM
        self.text = 10.0 if self.radius < 260 else 11.0 if self.radius < 360 else 12.0
        self.months_inner = self.radius - min(max(self.radius * 0.105, 22.0), 38.0)
        self.rings = tuple(self._rings())
        self.core = self.rings[-1].inner if self.rings else self.radius * 0.36
        self.marks: tuple[PlacedMark, ...] = tuple(
            placed for number in range(len(self.rings)) for placed in self._placed(number)
        )
        self.shapes = tuple(self._drawn())
        self.by_date = tuple(
            sorted(self.marks, key=lambda one: (one.mark.on, one.ring, one.part.start))
        )

    def angle(self, on: date) -> float:
        """Degrees from the top to the middle of a day."""
        return _angle(on, 0.5)

    def mark_at(self, x: float, y: float) -> PlacedMark | None:
        """The mark at a place in the square."""
        away = hypot(x - self.middle, y - self.middle)
        angle = degrees(atan2(x - self.middle, self.middle - y)) % 360
        for placed in self.marks:
            part = placed.part
            if part.inner <= away <= part.outer and (angle - part.start) % 360 <= part.sweep:
                return placed
        return None

    def find(self, key: str) -> PlacedMark | None:
        """The mark of a key, if it is shown."""
        return next((placed for placed in self.marks if placed.mark.key == key), None)

    def nearest(self, placed: PlacedMark, rings: int) -> PlacedMark:
        """The mark of about the same day some rings further in, or of the last ring that has any.

        Below 0 it is further out.
        """
        step = 1 if rings > 0 else -1
        wanted = placed.ring + step
        while 0 <= wanted < len(self.rings):
            others = [one for one in self.marks if one.ring == wanted]
            if others:
                return min(others, key=lambda one: abs(one.mark.on - placed.mark.on))
            wanted += step
        return placed

    def _drawn(self) -> Iterator[Shape]:
        """The whole picture, from the ground up."""
        yield from self._ground()
        yield from self._today()
        for placed in self.marks:
            yield from self._mark(placed)
        yield from self._centre()

    def _rings(self) -> Iterator[PlacedRing]:
        count = len(self.facts.rings)
        if not count:
            return
        top = self.months_inner - max(self.radius * 0.022, 4.0)
        gap = max(self.radius * 0.014, 2.5)
        core = self.radius * (0.34 if count < 4 else 0.3 if count == 4 else 0.27)
        if self.radius <= _SMALL_WHEEL:
            core = self.radius * 0.28
        thick = min(
            self.radius * (0.17 if self.radius > _SMALL_WHEEL else 0.2),
            (top - core + gap) / count - gap,
        )
        for number, ring in enumerate(self.facts.rings):
            outer = top - number * (thick + gap)
            yield PlacedRing(ring, outer - thick, outer)

    def _placed(self, number: int) -> Iterator[PlacedMark]:
        place = self.rings[number]
        inner, outer = place.inner + _INSET, place.outer - _INSET
        middle = (inner + outer) / 2
        unit = 360 / (2 * pi * middle)
        is_hosted = place.ring.body.is_hosted_in_turns
        labels = [words.label(one, is_hosted_in_turns=is_hosted) for one in place.ring.marks]
        angles = [self.angle(one.on) for one in place.ring.marks]
        ideal = [
            max(
                _leaning(
                    ideal_width(label, self.text, outer - inner - 2 * _STRIP, _MOST_WORDS), angle
                ),
                _USUAL,
            )
            * unit
            for label, angle in zip(labels, angles, strict=True)
        ]
        free = _code_half(place)
        found = arrange(angles, ideal, _USUAL * unit, _LEAST * unit, 2 * unit, free)
        for mark, label, (start, sweep) in zip(place.ring.marks, labels, found, strict=True):
            part = RingPart(self.middle, self.middle, inner, outer, start, sweep)
            room = part
            if mark.meeting is not None and mark.points:
                room = replace(part, inner=inner + 2 * _STRIP)
            is_solid = mark.kind is MarkKind.MEETING
            look = Look(
                self.text,
                ink_on(place.ring.ink) if is_solid else "text",
                mark.kind is MarkKind.CANCELLED,
            )
            yield PlacedMark(mark, number, part, label_shapes(room, label, look))

    def _ground(self) -> Iterator[Shape]:
        x = y = self.middle
        for number in range(1, 13):
            first = date(self.facts.year, number, 1)
            start = _angle(first)
            end = _angle(date(self.facts.year, number + 1, 1)) if number < 12 else 360.0
            is_now = self.facts.today is not None and self.facts.today.month == number
            yield RingPart(
                x,
                y,
                self.months_inner,
                self.radius,
                start + _MONTH_GAP / 2,
                end - start - _MONTH_GAP,
                "accent" if is_now else "pressed",
            )
            name = self._voice.formats.short_month(first)
            size = 13.0 if self.radius > 250 else _TEXT
            at = ring_point(x, y, (self.months_inner + self.radius) / 2, (start + end) / 2)
            yield _middle(*at, name, "on_accent" if is_now else "muted", size, 600)
        for ring in self.rings:
            yield RingPart(x, y, ring.inner, ring.outer, fill="hover")
        for number in range(1, 13):
            yield from self._month_line(_angle(date(self.facts.year, number, 1)))
        for place, ring in enumerate(self.rings):
            yield from self._code(place, ring)

    def _month_line(self, angle: float) -> Iterator[Shape]:
        for ring in self.rings:
            one = ring_point(self.middle, self.middle, ring.inner, angle)
            other = ring_point(self.middle, self.middle, ring.outer, angle)
            yield Stroke(*one, *other, "pressed")

    def _code(self, place: int, ring: PlacedRing) -> Iterator[Shape]:
        """The body's code at New Year, where no mark stands: a ring is never told by colour alone.

        The month's line gives way to it.
        """
        half, middle = _code_half(ring), (ring.inner + ring.outer) / 2
        own = [one.part for one in self.marks if one.ring == place]
        if any(part.start < half or part.start + part.sweep > 360 - half for part in own):
            return
        yield RingPart(
            self.middle, self.middle, ring.inner, ring.outer, -half, 2 * half, fill="hover"
        )
        yield _middle(self.middle, self.middle - middle, ring.ring.body.code, "muted", _SMALL, 600)

    def _today(self) -> Iterator[Shape]:
        today = self.facts.today
        if today is None:
            return
        x = y = self.middle
        angle = self.angle(today)
        outside = ring_point(x, y, self.radius + 3, angle)
        yield Stroke(*ring_point(x, y, self.core, angle), *outside, "bad", 2)
        yield RingPart(*outside, 0, 4.5, fill="bad")

    def _mark(self, placed: PlacedMark) -> Iterator[Shape]:
        place, mark = self.rings[placed.ring], placed.mark
        yield mark_part(placed.part, mark.kind, place.ring.ink)
        if mark.meeting is not None and mark.points:
            yield point_strip(placed.part, ink_on(place.ring.ink))
        yield from placed.label

    def _centre(self) -> Iterator[Shape]:
        """The year, how many meetings it has, and what is missing."""
        x = y = self.middle
        room = 2 * self.core - 16
        large = min(max(self.radius * 0.105, 24.0), 40.0)
        lines = [words.meetings(self.facts.meetings, self._voice)]
        if self.facts.lacking:
            lines += words.lacking(self.facts.lacking, self._voice, room)
        # The figures' own height is about seven tenths of their size.
        top = y - (large * 0.73 + 20 * len(lines)) / 2
        base = top + large * 0.73
        year = str(self.facts.year)
        yield Words(x, base, year, "text", large, 600, width(year, large, 600), is_centred=True)
        for number, line in enumerate(lines, start=1):
            ink = "muted" if number == 1 else "warn"
            size = 13.0 if number == 1 else _TEXT
            wide = width(line, size)
            yield Words(x, base + 3 + 18 * number, line, ink, size, 400, wide, is_centred=True)


def lay_out(facts: WheelFacts, size: float, voice: Voice) -> WheelLayout:
    """The wheel in a square of `size`."""
    return WheelLayout(facts, size, voice)


def grown(part: RingPart, by: float) -> RingPart:
    """The part with its edges further out, for a line around it."""
    turn = degrees(by / ((part.inner + part.outer) / 2))
    return replace(
        part,
        inner=max(part.inner - by, 0.0),
        outer=part.outer + by,
        start=part.start - turn,
        sweep=part.sweep + 2 * turn,
    )


def mark_part(part: RingPart, kind: MarkKind, ink: str) -> RingPart:
    """How a kind of mark is drawn: full for a meeting, hollow for what is not held."""
    if kind is MarkKind.MEETING:
        return replace(part, fill=ink)
    edge = "warn" if kind is MarkKind.LACKING else ink
    # The edge lies within the mark's own place.
    hollow = replace(part, inner=part.inner + 0.75, outer=part.outer - 0.75)
    return replace(
        hollow, fill="surface", edge=edge, edge_width=1.5, dashed=kind is not MarkKind.POINT
    )


def point_strip(part: RingPart, ink: str) -> RingPart:
    """The line along the inner edge of a meeting that takes up a fixed point."""
    away = min(8.0 / max(part.inner, 1.0) * 180 / pi, part.sweep * 0.2)
    return replace(
        part,
        inner=part.inner + _STRIP,
        outer=part.inner + 2 * _STRIP,
        start=part.start + away / 2,
        sweep=part.sweep - away,
        fill=ink,
        share=0.85,
    )


def _middle(x: float, y: float, text: str, ink: str, size: float, weight: int) -> Words:
    """Words with their middle at a point."""
    wide = width(text, size, weight)
    return Words(x, y + size * 0.36, text, ink, size, weight, wide, is_centred=True)


def _code_half(ring: PlacedRing) -> float:
    """Degrees from New Year to where the room of the body's code ends."""
    wide = width(ring.ring.body.code, _SMALL, 600)
    return degrees((wide / 2 + 4) / ((ring.inner + ring.outer) / 2))


def _leaning(wide: float, angle: float) -> float:
    """How wide a mark must be along its ring for level words of `wide`: less at the sides."""
    return wide * abs(cos(radians(angle))) + _USUAL * abs(sin(radians(angle)))


def _angle(on: date, share: float = 0.0) -> float:
    """Degrees from the top to a day's beginning, or to a share of the day later."""
    first = date(on.year, 1, 1)
    days = (date(on.year + 1, 1, 1) - first).days
    return ((on - first).days + share) * 360 / days
