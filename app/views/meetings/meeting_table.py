"""The meetings of a year and a body as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.services.meetings import MeetingRow
from app.views.meetings.words import STATUS_TONES
from app.views.widgets.table_model import Cell, Column, Order

COLUMN_TITLES = {
    "name": _("Møte"),
    "held_on": _("Dato"),
    "times": _("Tid"),
    "place": _("Sted"),
    "host": _("Vert"),
    "status": _("Status"),
}

SPARED = ("host",)
"""Columns that a narrow window does without."""


def columns(voice: Voice) -> tuple[Column, ...]:
    """The table's columns; the place takes the room that is left."""
    word = {key: voice.word(title) for key, title in COLUMN_TITLES.items()}
    return (
        Column("name", word["name"], 200),
        Column("held_on", word["held_on"], 172),
        Column("times", word["times"], 106),
        Column("place", word["place"], 120, grows=True),
        Column("host", word["host"], 172),
        Column("status", word["status"], 150),
    )


class MeetingsSource:
    """The rows that were read, sifted by year, body and words."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._rows: dict[int, MeetingRow] = {}
        self.year: int | None = None
        self.body: str | None = None

    def take(self, rows: Sequence[MeetingRow]) -> None:
        """Use these rows."""
        self._rows = {row.id: row for row in rows}

    def years(self) -> list[int]:
        """Every year with a meeting, the earliest first."""
        return sorted({row.held_on.year for row in self._rows.values()})

    def count(self, body: str | None) -> int:
        """How many meetings a body (all of them for None) has in the year."""
        return sum(self._is_of(row, body) for row in self._rows.values())

    def row(self, key: int) -> MeetingRow:
        """A row by its key."""
        return self._rows[key]

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """The meetings to show, by date unless another order is asked for."""
        words = search.casefold().split()
        rows = [
            row
            for row in self._rows.values()
            if self._is_of(row, self.body) and all(word in self._all_words(row) for word in words)
        ]
        if order is not None:
            rows.sort(key=lambda row: _sort_key(row, order.column), reverse=order.descending)
        return [row.id for row in rows]

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells by column."""
        return {key: self._cells(self._rows[key]) for key in keys if key in self._rows}

    def _is_of(self, row: MeetingRow, body: str | None) -> bool:
        return (self.year is None or row.held_on.year == self.year) and body in (None, row.body)

    def _cells(self, row: MeetingRow) -> Sequence[Cell]:
        """One that was cancelled stands back, and its status says so."""
        voice = self._voice
        is_cancelled = row.status is MeetingStatus.CANCELLED
        ink = "muted" if is_cancelled else "text"
        return (
            Cell(row.name, ink, strong=not is_cancelled),
            Cell(voice.formats.weekday_date(row.held_on), ink),
            Cell(voice.clock_range(row.start, row.end), ink),
            Cell(row.place or ABSENT, ink),
            Cell(row.host or ABSENT, "muted"),
            Cell(voice.label("meeting_status", row.status.value), tone=STATUS_TONES[row.status]),
        )

    def _all_words(self, row: MeetingRow) -> str:
        parts = (row.name, row.place, row.host or "", row.label)
        return " ".join(parts).casefold()


def _sort_key(row: MeetingRow, column: str) -> tuple[object, ...]:
    by_column: dict[str, object] = {
        "name": (row.body, row.held_on.year, row.number),
        "times": row.start,
        "place": row.place.casefold(),
        "host": (row.host or "").casefold(),
        "status": list(STATUS_TONES).index(row.status),
    }
    return (by_column.get(column, row.held_on), row.held_on, row.id)
