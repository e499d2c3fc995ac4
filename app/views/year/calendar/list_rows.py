"""A year's lines as the rows of a table, in groups by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice, capital
from app.services.year.days import Day, Line, YearDays
from app.services.year.facts import YearDeadline, YearMeeting, YearPoint
from app.views.widgets.table_model import Cell, Column, Index, Order, WindowedModel
from app.views.year.calendar import words

SPARED = ("place",)
"""Columns that a narrow window does without."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a day; the heading of a month has none."""

    on: date
    day: Day | None = None
    line: Line | None = None


def columns(voice: Voice) -> tuple[Column, ...]:
    """What and where take the room that is left; the order is that of the year."""
    word = voice.word
    return (
        Column("day", word(_("Dag")), 86, sorts=False),
        Column("times", word(_("Tid")), 106, sorts=False),
        Column("what", word(_("Hva")), 220, sorts=False, grows=True),
        Column("host", word(_("Vert")), 130, sorts=False),
        Column("place", word(_("Sted")), 150, sorts=False),
        Column("status", word(_("Status")), 150, sorts=False),
    )


class AgendaSource:
    """The rows by number; a line that is read anew keeps its number."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._numbers: dict[tuple[object, ...], int] = {}
        self._rows: dict[int, Row] = {}

    def take(self, days: YearDays) -> None:
        """Use these days."""
        self._rows = {}
        month = 0
        for day in days.filled():
            if day.on.month != month:
                month = day.on.month
                self._add(("month", day.on.year, month), Row(day.on.replace(day=1)))
            for line in day.lines:
                self._add(_identity(line), Row(day.on, day, line))

    def row(self, key: int) -> Row | None:
        """A row by its number; nothing for one that is gone."""
        return self._rows.get(key)

    def first_from(self, on: date) -> int | None:
        """The first line on or after a day, else the last one."""
        lines = [key for key, row in self._rows.items() if row.line is not None]
        return next(
            (key for key in lines if self._rows[key].on >= on), lines[-1] if lines else None
        )

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """All rows, by day."""
        return list(self._rows)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells by column."""
        return {key: self._cells(self._rows[key]) for key in keys if key in self._rows}

    def _add(self, identity: tuple[object, ...], row: Row) -> None:
        self._rows[self._numbers.setdefault(identity, len(self._numbers) + 1)] = row

    def _cells(self, row: Row) -> Sequence[Cell]:
        voice, line = self._voice, row.line
        if line is None or row.day is None:
            return (Cell(words.month_title(row.on, voice), strong=True), *[Cell("")] * 5)
        is_meeting = isinstance(line, YearMeeting)
        wrong = words.amiss(row.day.amiss_with(line), voice)
        title = words.title(line, voice)
        ink = "text" if is_meeting or isinstance(line, YearPoint) else "muted"
        what = Cell(f"{title}. {wrong}" if wrong else title, "warn" if wrong else ink)
        if is_meeting:
            what = Cell(what.text, what.ink, strong=True)
        place = line.place if isinstance(line, YearMeeting) else ""
        host = line.host if isinstance(line, YearMeeting) else ""
        status, tone = words.chip(line, voice)
        return (
            Cell(_day(row, voice), "text" if is_meeting else "muted"),
            Cell(words.clock(line, voice)),
            what,
            Cell(host or ""),
            Cell(place, "muted"),
            Cell(status, tone=tone),
        )


class AgendaModel(WindowedModel):
    """The heading of a month is passed by when rows are chosen."""

    def __init__(self, voice: Voice, source: AgendaSource) -> None:
        super().__init__(columns(voice), source)
        self._agenda = source

    def is_heading(self, row: int) -> bool:
        """Whether a row is the name of a month."""
        found = self._agenda.row(self.key(row))
        return found is not None and found.line is None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _day(row: Row, voice: Voice) -> str:
    """`fre. 4.`; a fixed point without a meeting has only its month."""
    if isinstance(row.line, YearPoint) and row.line.lacks_meeting:
        return ABSENT
    return f"{capital(voice.formats.short_weekday(row.on))} {row.on.day}."


def _identity(line: Line) -> tuple[object, ...]:
    if isinstance(line, YearMeeting):
        return ("meeting", line.id)
    if isinstance(line, YearDeadline):
        return ("deadline", line.meeting_id, line.kind)
    return ("point", line.entry_id, line.year)
