"""The cases as a table of any length: sorted and sifted in the file, read by the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.vocabulary import CaseStatus
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.services.case_list import CaseFilter, CaseListRow, CaseListService, CaseSort
from app.views.theme.tokens import Tone
from app.views.widgets.table_model import Cell, Column, Order

TITLES = {
    "number": _("Nr."),
    "title": _("Sak"),
    "body": _("Organ"),
    "kind": _("Type"),
    "status": _("Status"),
    "officer": _("Saksbehandler"),
    "amount": _("Beløp"),
    "meeting": _("Møte"),
}

SPARED = ("kind", "officer")
"""Columns that a narrow window does without."""

STATUS_TONES: dict[CaseStatus, Tone] = {
    CaseStatus.IDEA: "neutral",
    CaseStatus.DRAFT: "neutral",
    CaseStatus.READY: "accent",
    CaseStatus.PUBLISHED: "accent",
    CaseStatus.DECIDED: "ok",
    CaseStatus.RECOMMENDED: "ok",
    CaseStatus.NOTED: "ok",
    CaseStatus.POSTPONED: "warn",
    CaseStatus.SENT_BACK: "warn",
    CaseStatus.WITHDRAWN: "neutral",
}


def columns(voice: Voice) -> tuple[Column, ...]:
    """The table's columns; the title takes the room that is left."""
    word = {key: voice.word(title) for key, title in TITLES.items()}
    return (
        Column("number", word["number"], 88),
        Column("title", word["title"], 260, grows=True),
        Column("body", word["body"], 114),
        Column("kind", word["kind"], 100),
        Column("status", word["status"], 148),
        Column("officer", word["officer"], 150),
        Column("amount", word["amount"], 112, align="right"),
        Column("meeting", word["meeting"], 112),
    )


class CasesSource:
    """Asks the service; `which` is what the filters over the table say."""

    def __init__(self, voice: Voice, service: CaseListService) -> None:
        self._voice, self._service = voice, service
        self.which = CaseFilter()

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """The cases to show, the newest number first unless another order is asked for."""
        which = CaseFilter(
            text=search,
            body=self.which.body,
            statuses=self.which.statuses,
            kinds=self.which.kinds,
            year=self.which.year,
            only_waiting=self.which.only_waiting,
        )
        if order is None:
            return self._service.keys(which)
        return self._service.keys(which, CaseSort(order.column), descending=order.descending)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells by column."""
        return {row.id: self._cells(row) for row in self._service.rows(list(keys))}

    def _cells(self, row: CaseListRow) -> Sequence[Cell]:
        voice = self._voice
        status = voice.label("case_status", row.status.value)
        held_on = voice.formats.short_date(row.held_on) if row.held_on else ABSENT
        return (
            Cell(row.number or ABSENT, "muted"),
            Cell(row.title, strong=True),
            Cell(row.body_name, "muted"),
            Cell(voice.title_label("case_kind", row.kind.value), "muted"),
            Cell(status, tone=STATUS_TONES[row.status]),
            Cell(row.officer, "muted"),
            Cell(voice.formats.amount(row.amount) if row.amount is not None else ""),
            Cell(held_on, "muted"),
        )
