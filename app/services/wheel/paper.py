"""The wheel on paper: with a heading, a legend, and the year's list beside it or under it.

Paper is light, whatever the window is. A list that is too long goes on over the next pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from app.documents.drawings.type import cut, width
from app.domain.drawing import Box, Drawing, Paper, RingPart, Shape, Stroke, Words, moved
from app.i18n.voice import Voice
from app.services.pictures import page
from app.services.pictures.legend import Sign, legend_shapes
from app.services.pictures.page import MARGIN
from app.services.wheel import words
from app.services.wheel.facts import MarkKind, WheelFacts
from app.services.wheel.layout import lay_out, mark_part, point_strip
from app.services.wheel.listing import WheelLine, lines_of

LONG, SHORT = 1_188.0, 840.0
"""The sides of a page; A3 is the same, drawn larger."""
_TOP = 78.0
_ROW, _COLUMN, _GAP = 21.0, 372.0, 32.0
_TEXT, _SMALL = 12.0, 11.0
_DAY = 60.0


@dataclass(frozen=True, slots=True)
class _Area:
    """Columns for the list, side by side."""

    x: float
    y: float
    columns: int
    width: float
    height: float

    @property
    def rows(self) -> int:
        """How many rows a column has."""
        return max(int(self.height // _ROW), 1)


def legend(facts: WheelFacts, voice: Voice) -> tuple[Sign, ...]:
    """The rings with their bodies and numbers of meetings, and the signs that the wheel uses."""
    signs = [
        Sign(
            (Box(0, 0, 10, 10, ring.ink, radius=2),),
            f"{ring.body.code}  {ring.body.short_name}, {words.meetings(ring.meetings, voice)}",
        )
        for ring in facts.rings
    ]
    return (*signs, *sign_legend(facts, voice))


def sign_legend(facts: WheelFacts, voice: Voice) -> tuple[Sign, ...]:
    """What the signs mean that this wheel uses."""
    marks = [mark for ring in facts.rings for mark in ring.marks]
    used = {mark.kind for mark in marks}
    signs = []
    if any(mark.meeting is not None and mark.points for mark in marks):
        part = _small()
        strip = point_strip(part, "on_accent")
        signs.append(Sign((mark_part(part, MarkKind.MEETING, "muted"), strip), _HAS_POINTS))
    for kind, said in _KIND_WORDS:
        if kind in used:
            signs.append(Sign((mark_part(_small(), kind, "muted"),), said))
    found = [Sign(sign.shapes, voice.word(sign.text)) for sign in signs]
    if facts.today is not None:
        sign = (Stroke(4, -1, 4, 12, "bad", 2), RingPart(4, 0, 0, 3, fill="bad"))
        found.append(Sign(sign, voice.word(page.TODAY)))
    return tuple(found)


_HAS_POINTS = words.HAS_POINTS
_KIND_WORDS = (
    (MarkKind.CANCELLED, words.CANCELLED),
    (MarkKind.LACKING, words.POINT_LACKS),
    (MarkKind.POINT, words.POINT_ELSEWHERE),
)


def _small() -> RingPart:
    """A mark as it stands in a legend."""
    return RingPart(11, 48, 37, 49, -13, 26)


def whole(facts: WheelFacts, today: date, voice: Voice) -> Drawing:
    """The wheel with its list in one picture, as high as it needs to be."""
    lines = lines_of(facts)
    size = SHORT - _TOP - MARGIN
    x = MARGIN + size + _GAP
    signs, signs_height = legend_shapes(legend(facts, voice), _COLUMN)
    wide = x + _COLUMN + MARGIN
    listed = _TOP + signs_height + 14
    high = max(SHORT, listed + _ROW * len(lines) + MARGIN)
    area = _Area(x, listed, 1, _COLUMN, high - listed - MARGIN + 1)
    shapes = (
        Box(0, 0, wide, high, "surface"),
        *_headline(facts, today, voice),
        *moved(lay_out(facts, size, voice).shapes, MARGIN, _TOP),
        *moved(signs, x, _TOP),
        *_list(lines, area, voice),
    )
    return _drawing(facts, wide, high, shapes, voice)


def pages(facts: WheelFacts, today: date, voice: Voice, paper: Paper) -> tuple[Drawing, ...]:
    """The wheel first; the list beside it in landscape, else under it, and over further pages."""
    wide, high = (SHORT, LONG) if paper.is_upright else (LONG, SHORT)
    first, area = _first(facts, voice, wide, high)
    rest_area = _Area(
        MARGIN,
        _TOP,
        columns := (2 if paper.is_upright else 3),
        (wide - 2 * MARGIN - _GAP * (columns - 1)) / columns,
        high - _TOP - MARGIN - 6,
    )
    lines = lines_of(facts)
    on_first, on_others = area.rows * area.columns, rest_area.rows * rest_area.columns
    rest = lines[on_first:]
    parts = [(first, area, lines[:on_first])]
    for start in range(0, len(rest), on_others):
        parts.append(((), rest_area, rest[start : start + on_others]))
    made = []
    for number, (picture, where, some) in enumerate(parts, start=1):
        shapes = (
            Box(0, 0, wide, high, "surface"),
            *_headline(facts, today, voice),
            *picture,
            *_list(some, where, voice),
            *page.page_number(number, len(parts), voice, (wide, high)),
        )
        made.append(_drawing(facts, wide, high, shapes, voice))
    return tuple(made)


def _first(
    facts: WheelFacts, voice: Voice, wide: float, high: float
) -> tuple[tuple[Shape, ...], _Area]:
    """The wheel with its legend, and the room that is left for the list."""
    if wide > high:
        size = high - _TOP - MARGIN
        x = MARGIN + size + _GAP
        column = wide - x - MARGIN
        signs, taken = legend_shapes(legend(facts, voice), column)
        below = _TOP + taken + 14
        area = _Area(x, below, 1, column, high - below - MARGIN - 6)
        at, legend_at = (MARGIN, _TOP), (x, _TOP)
    else:
        size = wide - 2 * MARGIN
        signs, taken = legend_shapes(legend(facts, voice), size)
        below = _TOP + size + 16
        column = (size - _GAP) / 2
        start = below + taken + 12
        area = _Area(MARGIN, start, 2, column, high - start - MARGIN - 6)
        at, legend_at = (MARGIN, _TOP), (MARGIN, below)
    wheel = lay_out(facts, size, voice).shapes
    return (*moved(wheel, *at), *moved(signs, *legend_at)), area


def _list(lines: Sequence[WheelLine], area: _Area, voice: Voice) -> Iterator[Shape]:
    """Rows from the top, shared evenly between the columns."""
    each = max(ceil(len(lines) / area.columns), 1)
    for number, line in enumerate(lines):
        column, row = divmod(number, each)
        x, y = area.x + column * (area.width + _GAP), area.y + row * _ROW
        yield Stroke(x, y, x + area.width, y, "faint_line")
        yield from _row(line, x, y + 14.5, area.width, voice)


def _row(line: WheelLine, x: float, y: float, room: float, voice: Voice) -> Iterator[Shape]:
    """Day, name, and at the right how it stands."""
    day = words.list_day(line, voice)
    if day:
        yield Words(x, y, day, "text", _TEXT, 600, width(day, _TEXT, 600))
    status = words.list_status(line, voice)
    wide = width(status, _SMALL)
    ink = {MarkKind.LACKING: "warn", MarkKind.CANCELLED: "bad"}.get(line.mark.kind, "muted")
    yield Words(x + room - wide, y, status, ink, _SMALL, 400, wide)
    name = cut(words.list_name(line, voice), _TEXT, room - _DAY - wide - 10)
    ink = "muted" if line.follows_meeting else "text"
    yield Words(x + _DAY, y, name, ink, _TEXT, 400, width(name, _TEXT))


def _headline(facts: WheelFacts, today: date, voice: Voice) -> Iterator[Shape]:
    under = page.subtitle(facts.council, today, voice, is_fictitious=facts.is_fictitious)
    return page.headline(words.title(facts, voice), under, 38, 57)


def _drawing(
    facts: WheelFacts, wide: float, high: float, shapes: tuple[Shape, ...], voice: Voice
) -> Drawing:
    return Drawing(wide, high, words.title(facts, voice), words.told(facts, voice), shapes)
