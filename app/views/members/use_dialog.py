"""Every time a seat used a deputy, by year, with the reason (R4, R33)."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.deputies import DeputySeat, UseRow
from app.views.editing.form_dialog import FormDialog
from app.views.members.deputy_words import use_line, use_side, use_summary
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.card import Card, LinkRow, date_lead
from app.views.widgets.layout import scrolled

TITLE = _("Bruk av vara: {title}")
_WIDTH, _TALL = 620, 360


class UseDialog(FormDialog):
    """A card for each year; a line leads to its meeting."""

    def __init__(self, parent: QWidget, bench: Workbench, row: DeputySeat, on: date) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "use-dialog",
            voice.fill(TITLE, title=row.title),
            text=use_summary(row, on, voice),
            width=_WIDTH,
        )
        self._bench = bench
        if not row.uses:
            return
        cards = QWidget()
        box = QVBoxLayout(cards)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        for year, uses in groupby(row.uses, key=lambda use: use.held_on.year):
            box.addWidget(self._card(year, list(uses)))
        box.addStretch(1)
        area = scrolled(cards, "use-scroll")
        area.setMinimumHeight(_TALL)
        self.body.addWidget(area, 1)

    def _card(self, year: int, uses: list[UseRow]) -> Card:
        voice = self._bench.voice
        count = voice.formats.plural(len(uses), "{n} gang", "{n} ganger")
        card = Card(str(year), f"use-{year}", side=count)
        rows = []
        for use in uses:
            made = LinkRow(
                f"use-{use.meeting_id}",
                use_line(use, voice),
                lead=date_lead(voice.formats.day_month(use.held_on)),
                side=use_side(use, voice),
            )
            made.clicked.connect(lambda key=use.meeting_id: self._go(key))
            rows.append(made)
        card.show_rows(rows)
        return card

    def _go(self, meeting_id: int) -> None:
        self.reject()
        self._bench.go_to(f"meetings/{meeting_id}")
