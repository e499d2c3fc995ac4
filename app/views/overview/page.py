"""The first page: the next meeting, ending terms, open actions, the next ninety days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes
from app.services.overview.service import Overview
from app.views.overview.cards import ActionsCard, AheadCard, EndingSeatsCard, NextMeetingCard
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE
from app.views.widgets.buttons import button
from app.views.widgets.layout import page_margins, scrolled
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader


class OverviewPage(Page):
    """Read anew after every change, since all of it can concern what is next."""

    def __init__(self, bench: Workbench, read: Callable[[], Overview]) -> None:
        voice = bench.voice
        new = button(
            voice.word(_("Nytt møte")),
            "new-meeting",
            "primary",
            on_click=lambda: bench.go_to("meetings/new"),
        )
        super().__init__("overview", PageHeader(voice.word(_("Oversikt")), actions=[new]))
        self._bench, self._read = bench, read
        self._cards = (
            NextMeetingCard(voice, bench.go_to),
            EndingSeatsCard(voice, bench.go_to),
            ActionsCard(voice, bench.go_to, bench.memory),
            AheadCard(voice, bench.go_to),
        )
        self.fill(scrolled(self._grid(), "overview-scroll"))
        self._refresh()

    def refresh_if(self, changes: Changes) -> None:
        """Every change counts."""
        self._refresh()

    def _grid(self) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(*page_margins())
        grid.setSpacing(LARGE)
        for place, card in enumerate(self._cards):
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 14)
        grid.setColumnStretch(1, 9)
        grid.setRowStretch(1, 1)
        return body

    def _refresh(self) -> None:
        self._bench.read(self._read, self._show)

    def _show(self, overview: Overview) -> None:
        day = self._bench.voice.formats.long_date(overview.today)
        self.header.tell(side=day)
        for card in self._cards:
            card.show_overview(overview)
