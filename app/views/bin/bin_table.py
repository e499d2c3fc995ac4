"""What lies in the bin as a table, sifted by words and sorted by its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.i18n.wall_clock import LOCAL
from app.services.bin import BinKind, BinRow
from app.views.widgets.table_model import Cell, Column, Order

TITLES = {
    "kind": _("Type"),
    "title": _("Navn"),
    "belongs": _("Hører til"),
    "deleted": _("Slettet"),
    "who": _("Slettet av"),
}
KINDS = {
    BinKind.MEETING: _("Møte"),
    BinKind.CASE: _("Sak"),
    BinKind.ATTACHMENT: _("Vedlegg"),
    BinKind.PERSON: _("Person"),
    BinKind.ACTION: _("Oppgave"),
}
SPARED = ("belongs",)
"""A column that a narrow window does without."""


def columns(voice: Voice) -> tuple[Column, ...]:
    """The table's columns; the name takes the room that is left."""
    word = {key: voice.word(title) for key, title in TITLES.items()}
    return (
        Column("kind", word["kind"], 96),
        Column("title", word["title"], 260, grows=True),
        Column("belongs", word["belongs"], 240),
        Column("deleted", word["deleted"], 180),
        Column("who", word["who"], 170),
    )


class BinSource:
    """The rows that were read; a key stands for a kind and the number of one of them."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._rows: dict[int, BinRow] = {}

    def take(self, rows: Sequence[BinRow]) -> None:
        """Use these rows, what was deleted last first."""
        self._rows = {key_of(row): row for row in rows}

    @property
    def count(self) -> int:
        """How many lie there, whatever is searched for."""
        return len(self._rows)

    def row(self, key: int) -> BinRow | None:
        """A row by its key; `None` when it has been taken out."""
        return self._rows.get(key)

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """What the words leave, the latest first unless another order is asked for."""
        words = search.casefold().split()
        texts = {key: self._texts(row) for key, row in self._rows.items()}
        found = [
            key
            for key, told in texts.items()
            if all(word in " ".join(told.values()).casefold() for word in words)
        ]
        if order is not None and order.column == "deleted":
            found.sort(key=lambda key: self._rows[key].deleted_at, reverse=order.descending)
        elif order is not None:
            found.sort(
                key=lambda key: texts[key][order.column].casefold(), reverse=order.descending
            )
        return found

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells by column."""
        return {key: self._cells(self._rows[key]) for key in keys if key in self._rows}

    def _cells(self, row: BinRow) -> Sequence[Cell]:
        texts = self._texts(row)
        return tuple(
            Cell(texts[key] or ABSENT, "text" if key == "title" else "muted", strong=key == "title")
            for key in TITLES
        )

    def _texts(self, row: BinRow) -> dict[str, str]:
        voice = self._voice
        belongs = row.belongs_to
        if row.held_on is not None:
            belongs = f"{belongs}, {voice.formats.short_date(row.held_on)}"
        return {
            "kind": voice.word(KINDS[row.kind]),
            "title": row.title,
            "belongs": belongs,
            "deleted": voice.formats.instant(row.deleted_at.astimezone(LOCAL)),
            "who": row.deleted_by,
        }


def key_of(row: BinRow) -> int:
    """One number for a kind and a key."""
    kinds = list(BinKind)
    return row.id * len(kinds) + kinds.index(row.kind)
