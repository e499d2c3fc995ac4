"""Where everything stands in the timeline: the rule from facts to shapes, for screen and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.documents.drawings.type import cut, width
from app.domain.drawing import Box, Shape, Stroke, Words, hatched
from app.i18n.voice import Voice
from app.services.timeline import words
from app.services.timeline.facts import SeatLine, Span, SpanKind, TimelineFacts

HEAD, ROW = 36.0, 46.0
"""Heights of the years' line and of a seat."""
_NARROWEST, _SIDE_SHARE = 170.0, 0.26
_BAR_TOP, _BAR = 10.0, 25.0
_AIR = 16.0
_EDGE = 3.0
_PADDING = 7.0
_TEXT, _SMALL = 13.0, 12.0
_LEAST = 24.0
"""A bar with less room than this carries no words of its own."""
_YEAR_ROOM = 40.0
_DAYS_PER_YEAR = 365.2425
_SQUARE = 8.0
_NOTCH = 6.0
"""Where one term goes on as the next: low enough to leave the words alone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a seat's row: what it stands for, and the place that answers for it."""

    row: int
    seat: SeatLine
    span: Span
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one bar or more, and where the last of them ends."""

    words: Words
    end: float

    def seen_from(self, left: float) -> Words:
        """The words moved along their bar, so that they are read when its beginning is not seen."""
        furthest = self.end - self.words.width - _PADDING
        at = min(max(self.words.x, left + _PADDING), max(furthest, self.words.x))
        return self.words if at == self.words.x else replace(self.words, x=at)


class Layout:
    """The picture in pieces that scroll apart: the years above, the seats beside, the rows.

    In every row the first year begins at 0, and `side` stands left of that. Rows are made when
    they are asked for, since a window shows but some of them.
    """

    def __init__(self, facts: TimelineFacts, scale: float, voice: Voice, side_width: float) -> None:
        self._facts, self._voice = facts, voice
        self._ruler = Ruler(facts, scale)
        self._bars: dict[int, tuple[Bar, ...]] = {}
        self._grounds: dict[int, tuple[Shape, ...]] = {}
        self._labels: dict[int, tuple[Label, ...]] = {}
        self.scale, self.side_width = scale, side_width
        self.count = len(facts.seats)
        self.width, self.height = self._ruler.width, ROW * self.count
        self.today = self._ruler.x(facts.today)
        self.corner: tuple[Shape, ...] = tuple(_corner(voice))
        self.head: tuple[Shape, ...] = tuple(_years(self._ruler))
        self.grid = tuple(self._ruler.x(date(year, 1, 1)) for year in self._ruler.marked_years)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, row by row from the left."""
        return tuple(bar for row in range(self.count) for bar in self.row(row))

    def row(self, row: int) -> tuple[Bar, ...]:
        """The bars of a seat, from the left."""
        if row not in self._bars:
            seat = self._facts.seats[row]
            self._bars[row] = tuple(_bar(row, seat, span, self._ruler) for span in seat.spans)
        return self._bars[row]

    def ground(self, row: int) -> tuple[Shape, ...]:
        """The shapes of a seat's bars."""
        if row not in self._grounds:
            self._grounds[row] = tuple(_grounds(self.row(row)))
        return self._grounds[row]

    def labels(self, row: int) -> tuple[Label, ...]:
        """What is written on a seat's bars."""
        if row not in self._labels:
            self._labels[row] = tuple(_labels(self.row(row), self._ruler, self._voice))
        return self._labels[row]

    def side(self, row: int) -> tuple[Shape, ...]:
        """What stands beside a seat's bars: its name, sector and kind."""
        return _side(self._facts.seats[row], ROW * row, self.side_width, self._voice)


def lay_out(facts: TimelineFacts, scale: float, voice: Voice, side_width: float) -> Layout:
    """The picture with `scale` units to a year."""
    return Layout(facts, scale, voice, side_width)


def measure_ahead(facts: TimelineFacts, voice: Voice) -> None:
    """Measure the words of the picture where nobody waits: the font is read from disk."""
    side_width_for(facts, 0)
    for seat in facts.seats:
        _side(seat, 0, 0, voice)
        for span in seat.spans:
            width(words.on_bar(span, voice), _SMALL)


class Ruler:
    """From days to units."""

    def __init__(self, facts: TimelineFacts, scale: float) -> None:
        self._zero = date(facts.first_year, 1, 1)
        self._end = date(facts.last_year + 1, 1, 1)
        self._unit = scale / _DAYS_PER_YEAR
        step = next((n for n in (1, 2, 5, 10, 20) if n * scale >= _YEAR_ROOM), 50)
        years = range(facts.first_year, facts.last_year + 1)
        self.marked_years = tuple(year for year in years if step == 1 or year % step == 0)

    @property
    def width(self) -> float:
        """The whole width."""
        return self.x(self._end)

    def x(self, on: date | None) -> float:
        """Where a day begins; `None` is the end of the picture."""
        day = min(on or self._end, self._end)
        return float(max(0, round((day - self._zero).days * self._unit)))


def _corner(voice: Voice) -> Iterator[Shape]:
    text = voice.word(words.SEAT)
    yield Words(_AIR, 23, text, "muted", _SMALL, 400, width(text, _SMALL))


def side_width_for(facts: TimelineFacts, room: float) -> float:
    """As wide as the longest name of a seat asks for, but never more than a share of `room`."""
    longest = max((width(seat.title, _TEXT, 500) for seat in facts.seats), default=0.0)
    return max(_NARROWEST, min(longest + _AIR + 12, room * _SIDE_SHARE))


def _years(ruler: Ruler) -> Iterator[Shape]:
    for year in ruler.marked_years:
        x = ruler.x(date(year, 1, 1))
        yield Words(x + 1, 23, str(year), "muted", _SMALL, 400, width(str(year), _SMALL))


@lru_cache(maxsize=512)
def _side(seat: SeatLine, top: float, side_width: float, voice: Voice) -> tuple[Shape, ...]:
    return tuple(_seat(seat, top, side_width, voice))


def _seat(seat: SeatLine, top: float, side_width: float, voice: Voice) -> Iterator[Shape]:
    """Its title, and sector and kind under it with a square in the sector's colour."""
    room = side_width - _AIR - 8
    name = cut(seat.title, _TEXT, room, 500)
    yield Words(_AIR, top + 19, name, "text", _TEXT, 500, width(name, _TEXT, 500))
    yield Box(_AIR, top + 28, _SQUARE, _SQUARE, seat.sector.value, radius=2)
    under = cut(words.under_title(seat, voice), _SMALL, room - _SQUARE - 5)
    left = _AIR + _SQUARE + 5
    yield Words(left, top + 36, under, "muted", _SMALL, 400, width(under, _SMALL))


def _bar(row: int, seat: SeatLine, span: Span, ruler: Ruler) -> Bar:
    x = ruler.x(span.from_on)
    wide = max(ruler.x(span.to_on) - x - 2, 2.0)
    return Bar(row, seat, span, x, ROW * row + _BAR_TOP, wide, _BAR)


def _grounds(bars: Sequence[Bar]) -> Iterator[Shape]:
    for place, bar in enumerate(bars):
        goes_on = place > 0 and _goes_on(bars[place - 1], bar)
        yield from _ground_of_rest(bar) if goes_on else _GROUNDS[bar.span.kind](bar)


def _labels(bars: Sequence[Bar], ruler: Ruler, voice: Voice) -> Iterator[Label]:
    """One for each bar; of terms that follow each other with the same name, one for all."""
    place = 0
    while place < len(bars):
        last = place
        while last + 1 < len(bars) and _goes_on(bars[last], bars[last + 1]):
            last += 1
        end = bars[last].x + bars[last].width
        following = bars[last + 1].x if last + 1 < len(bars) else ruler.width
        found = _label(bars[place], end - bars[place].x, following - end, voice)
        if found is not None:
            yield Label(found, end)
        place = last + 1


def _goes_on(before: Bar, bar: Bar) -> bool:
    """Whether `bar` is the same seat-holder's next term, so that one name is enough for both."""
    one, other = before.span, bar.span
    is_term = one.kind is SpanKind.TERM and other.kind is SpanKind.TERM
    return is_term and one.to_on == other.from_on and one.label == other.label


def _ground_of_term(bar: Bar) -> Iterator[Shape]:
    ink = bar.seat.sector.value
    yield Box(bar.x, bar.y, bar.width, bar.height, ink, share=0.14, radius=3)
    yield Box(bar.x, bar.y, min(_EDGE, bar.width), bar.height, ink, radius=1.5)


def _ground_of_rest(bar: Bar) -> Iterator[Shape]:
    """A term that fulfils the one before it hangs together with it."""
    ink = bar.seat.sector.value
    yield Box(bar.x - 2, bar.y, bar.width + 2, bar.height, ink, share=0.14)
    yield Stroke(bar.x, bar.y + bar.height - _NOTCH, bar.x, bar.y + bar.height, ink)


def _ground_of_carried(bar: Bar) -> Iterator[Shape]:
    ink = bar.seat.sector.value
    ground = Box(bar.x + 0.5, bar.y + 0.5, bar.width - 1, bar.height - 1, ink, share=0.06)
    yield ground
    yield from hatched(ground, ink, share=0.3)
    yield Box(ground.x, ground.y, ground.width, ground.height, edge=ink, radius=3)


def _ground_of_vacant(bar: Bar) -> Iterator[Shape]:
    yield Box(
        bar.x + 0.5,
        bar.y + 0.5,
        bar.width - 1,
        bar.height - 1,
        "bad_soft",
        share=0.55,
        edge="bad",
        dashed=True,
        radius=3,
    )


def _ground_of_proposal(bar: Bar) -> Iterator[Shape]:
    ink = bar.seat.sector.value
    yield Box(
        bar.x + 0.5, bar.y + 0.5, bar.width - 1, bar.height - 1, edge=ink, dashed=True, radius=3
    )


_GROUNDS = {
    SpanKind.TERM: _ground_of_term,
    SpanKind.CARRIED_OVER: _ground_of_carried,
    SpanKind.VACANT: _ground_of_vacant,
    SpanKind.PROPOSAL: _ground_of_proposal,
}


def _label(bar: Bar, wide: float, free: float, voice: Voice) -> Words | None:
    """On the bar; beside it where it has no room there and has some here; else cut."""
    text = words.on_bar(bar.span, voice)
    ink = "bad" if bar.span.kind is SpanKind.VACANT else "text"
    room = wide - _EDGE - 2 * _PADDING + 2
    needs = width(text, _SMALL)
    if needs > room and free >= needs + _PADDING:
        return Words(bar.x + wide + 4, bar.y + 17, text, ink, _SMALL, 400, needs)
    shown = cut(text, _SMALL, room) if room >= _LEAST or needs <= room else ""
    if not shown:
        return None
    left = bar.x + _EDGE + _PADDING
    return Words(left, bar.y + 17, shown, ink, _SMALL, 400, width(shown, _SMALL))


def frame(layout: Layout, first: int, last: int) -> Iterator[Shape]:
    """The lines behind rows `first` up to `last`: years and rows."""
    top, bottom = ROW * first, ROW * last
    for x in layout.grid:
        yield Stroke(x, top, x, bottom, "faint_line")
    for row in range(first, last):
        yield Stroke(0, ROW * (row + 1), layout.width, ROW * (row + 1), "faint_line")


def today_line(layout: Layout, top: float, bottom: float) -> Stroke:
    """Today, over the bars and under their words."""
    return Stroke(layout.today, top, layout.today, bottom, "bad", 2)
