"""The round as a picture: municipalities down, years across, and who hosted when (R18)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.drawings.type import cut, width
from app.domain.drawing import Box, Shape, Stroke, Words
from app.domain.host_days import Season, season_of
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import HostState, HostTurnRow, RoundMember, RoundView

HEAD, ROW = 30.0, 26.0
"""Heights of the years' line and of a municipality."""
LEAST_YEAR = 80.0
"""Two dates beside each other can be read in it."""
CORNER = _("Kommune, etter tur")
COUNT = _("{n:tall} ×")
OVER = _("over")
MAYBE = _("{day} ?")
_AIR, _GAP, _INDENT = 16.0, 2.0, 14.0
_TEXT, _SMALL, _TINY = 13.0, 12.0, 11.0
_NUMBER = 22.0
_BAR_TOP, _BAR = 3.0, 19.0
_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the picture that stands for a turn; `key` is the turn's."""

    x: float
    y: float
    width: float
    height: float
    key: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundPicture:
    """The grid with its head and side, from the corner (0, 0); `marks` are what can be chosen.

    `beside` are the names once more, to stay in sight while the years scroll; `rows` tell of each
    municipality.
    """

    width: float
    height: float
    side: float
    shapes: tuple[Shape, ...]
    beside: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    rows: tuple[tuple[str, ...], ...]

    def row_at(self, y: float) -> tuple[str, ...]:
        """What is told of the municipality at a height; nothing above or below them."""
        place = int((y - HEAD) // ROW)
        return self.rows[place] if 0 <= place < len(self.rows) else ()

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The turn that stands at a place."""
        return next(
            (
                mark
                for mark in self.marks
                if mark.x <= x <= mark.x + mark.width and mark.y <= y <= mark.y + mark.height
            ),
            None,
        )


def years_of(view: RoundView) -> range:
    """The years from the first turn to the last."""
    years = [view.on.year, *(turn.on.year for turn in view.turns)]
    return range(min(years), max(years) + 1)


def rows_of(view: RoundView) -> tuple[RoundMember, ...]:
    """Those in line, each followed by those whose turns it carries on; then those who left."""
    hosts = {turn.host_id for turn in view.turns}
    first_on = date(years_of(view).start, 1, 1)

    def is_shown(one: RoundMember) -> bool:
        return one.to_on is None or one.to_on >= first_on or one.id in hosts

    found: list[RoundMember] = []
    for one in view.members:
        if one.heir_id is None and is_shown(one):
            found += [
                one,
                *(old for old in view.members if old.heir_id == one.id and is_shown(old)),
            ]
    return tuple(found)


def side_for(view: RoundView) -> float:
    """As wide as the longest name asks for, with its place in line and how often it hosted."""
    longest = max((width(one.short, _TEXT, 500) for one in view.members), default=0.0)
    return _AIR + _NUMBER + longest + _INDENT + 44.0


def lay_out(
    view: RoundView,
    voice: Voice,
    room: float,
    *,
    years: range | None = None,
    rows: Sequence[RoundMember] | None = None,
) -> RoundPicture:
    """The picture as wide as `room`, or wider where the years need it."""
    return _Grid(
        view,
        voice,
        room,
        years_of(view) if years is None else years,
        rows_of(view) if rows is None else rows,
    ).picture()


def measure_ahead(view: RoundView, voice: Voice) -> None:
    """Measure the words of the picture where nobody waits: the font is read from disk."""
    lay_out(view, voice, 0)


class _Grid:
    """Where every year and every municipality stands."""

    def __init__(
        self,
        view: RoundView,
        voice: Voice,
        room: float,
        years: range,
        rows: Sequence[RoundMember],
    ) -> None:
        self._view, self._voice = view, voice
        self._years, self._rows = years, rows
        self._side = side_for(view)
        self._year = max(LEAST_YEAR, (room - self._side - 1) / len(years))
        self._width = self._side + self._year * len(years)
        self._height = HEAD + ROW * len(rows)

    def picture(self) -> RoundPicture:
        """Grounds first, then lines, marks, and what is written."""
        marks: list[Mark] = []
        drawn: list[Shape] = []
        for place, one in enumerate(self._rows):
            for turns in self._by_season(one):
                for number, turn in enumerate(turns):
                    box = self._cell(place, turn.season, number, len(turns))
                    drawn += self._turn(turn, box)
                    told = words.turn_told(turn, self._voice)
                    marks.append(Mark(box.x, box.y, box.width, box.height, turn.key, told))
            drawn += self._passes(place, one)
        beside = (*self._rows_lines(self._side), *self._names())
        shapes = (
            *self._grounds(),
            *self._lines(),
            *self._head(),
            *beside,
            *drawn,
            *self._today(),
        )
        names = tuple((one.name, words.member(one, self._voice)) for one in self._rows)
        return RoundPicture(
            self._width, self._height, self._side, shapes, beside, tuple(marks), names
        )

    def _by_season(self, one: RoundMember) -> list[list[HostTurnRow]]:
        found: dict[Season, list[HostTurnRow]] = {}
        for turn in self._view.turns:
            if turn.host_id == one.id and turn.season.year in self._years:
                found.setdefault(turn.season, []).append(turn)
        return list(found.values())

    def _x(self, season: Season) -> float:
        half = self._year / 2 if season.is_autumn else 0.0
        return self._side + (season.year - self._years.start) * self._year + half

    def _cell(self, place: int, season: Season, number: int = 0, count: int = 1) -> Box:
        each = (self._year / 2 - _GAP) / count
        x = self._x(season) + _GAP / 2 + number * each
        return Box(x, HEAD + ROW * place + _BAR_TOP, each, _BAR, radius=_RADIUS)

    def _turn(self, turn: HostTurnRow, box: Box) -> Iterator[Shape]:
        day = f"{turn.on.day}/{turn.on.month}"
        x, y, wide, high = box.x, box.y, box.width, box.height
        if turn.state is HostState.HOSTED:
            yield Box(x, y, wide, high, "accent", radius=_RADIUS)
            yield from _centred(day, box, "surface", 500)
        elif turn.state is HostState.AGREED:
            yield Box(x, y, wide, high, "accent", share=0.14, edge="accent", radius=_RADIUS)
            yield from _centred(day, box, "text", 500)
        else:
            yield Box(x, y, wide, high, edge="muted", dashed=True, radius=_RADIUS)
            yield from _centred(self._voice.fill(MAYBE, day=day), box, "muted", 400)
        if not turn.is_in_turn:
            under = y + high + 2
            yield Stroke(x + _RADIUS, under, x + wide - _RADIUS, under, "text", 2)

    def _passes(self, place: int, one: RoundMember) -> Iterator[Shape]:
        for turn in self._view.turns:
            stand_over = {each.institution_id for each in turn.passes}
            if turn.season.year in self._years and one.id in stand_over:
                cell = self._cell(place, turn.season)
                yield from _centred(self._voice.word(OVER), cell, "muted", 400)

    def _grounds(self) -> Iterator[Shape]:
        """Where a municipality is not there yet, or no more."""
        for place, one in enumerate(self._rows):
            top = HEAD + ROW * place
            begins, ends = self._edge(one.from_on, after=False), self._width
            if one.to_on is not None:
                ends = self._edge(one.to_on, after=True)
            for left, right in ((self._side, begins), (ends, self._width)):
                if right > left:
                    yield Box(left, top, right - left, ROW, "line", share=0.7)

    def _edge(self, on: date, *, after: bool) -> float:
        """Where a day's half of the year begins, or ends, within the picture."""
        if on.year < self._years.start:
            return self._side
        if on.year >= self._years.stop:
            return self._width
        return self._x(season_of(on)) + (self._year / 2 if after else 0.0)

    def _lines(self) -> Iterator[Shape]:
        for number in range(len(self._years)):
            x = self._side + number * self._year
            yield Stroke(x, HEAD, x, self._height, "line")
            yield Stroke(x + self._year / 2, HEAD, x + self._year / 2, self._height, "faint_line")
        yield from self._rows_lines(self._width)

    def _rows_lines(self, right: float) -> Iterator[Shape]:
        """Under each municipality, thinner before one that was merged into the one above."""
        for place in range(len(self._rows) + 1):
            y = HEAD + ROW * place
            is_old = place < len(self._rows) and self._rows[place].heir_id is not None
            ink = "faint_line" if is_old else "line"
            yield Stroke(_AIR if is_old else 0, y, right, y, ink)

    def _head(self) -> Iterator[Shape]:
        for number, year in enumerate(self._years):
            text = str(year)
            wide = width(text, _SMALL, 500)
            x = self._side + number * self._year + (self._year - wide) / 2
            yield Words(x, 20, text, "text", _SMALL, 500, wide)

    def _names(self) -> Iterator[Shape]:
        corner = cut(self._voice.word(CORNER), _SMALL, self._side - _AIR)
        yield Words(_AIR, 20, corner, "muted", _SMALL, 400, width(corner, _SMALL))
        for place, one in enumerate(self._rows):
            y = HEAD + ROW * place + 18
            is_old = one.heir_id is not None
            left = _AIR + _NUMBER + (_INDENT if is_old else 0)
            if one.place is not None:
                number = str(one.place)
                yield Words(_AIR, y, number, "muted", _SMALL, 400, width(number, _SMALL))
            weight, ink = (400, "muted") if is_old else (500, "text")
            yield Words(left, y, one.short, ink, _TEXT, weight, width(one.short, _TEXT, weight))
            if one.times:
                text = self._voice.fill(COUNT, n=one.times)
                wide = width(text, _SMALL)
                yield Words(self._side - wide - 8, y, text, "muted", _SMALL, 400, wide)

    def _today(self) -> Iterator[Shape]:
        """Between what has been and what comes."""
        on = self._view.on
        if on.year not in self._years:
            return
        season = season_of(on)
        has_been = any(t.season == season and not t.is_coming for t in self._view.turns)
        x = self._x(season) + (self._year / 2 if has_been else 0.0)
        yield Stroke(x, HEAD - 6, x, self._height, "bad", 2)


def _centred(text: str, box: Box, ink: str, weight: int) -> Iterator[Shape]:
    """One line in the middle of a box, where it has room; a day at least."""
    for said in (text, text.partition(" ")[0]):
        wide = width(said, _TINY, weight)
        if wide <= box.width - 4:
            x = box.x + (box.width - wide) / 2
            yield Words(x, box.y + box.height / 2 + 4, said, ink, _TINY, weight, wide)
            return
