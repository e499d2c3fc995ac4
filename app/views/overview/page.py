"""The first page: the next meeting, ending terms, open actions, the next ninety days."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n.catalogue import _
from app.services.changes import Changes
from app.services.overview.service import Overview
from app.views.overview.cards import ActionsCard, AheadCard, EndingSeatsCard, NextMeetingCard
from app.views.overview.grid import CardGrid
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.layout import scrolled
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
            ActionsCard(voice, bench.go_to, bench.memory),
            EndingSeatsCard(voice, bench.go_to),
            AheadCard(voice, bench.go_to),
        )
        self.fill(scrolled(CardGrid(self._cards), "overview-scroll"))
        self._refresh()

    def refresh_if(self, changes: Changes) -> None:
        """Every change counts."""
        self._refresh()

    def _refresh(self) -> None:
        self._bench.read(self._read, self._show)

    def _show(self, overview: Overview) -> None:
        day = self._bench.voice.formats.long_date(overview.today)
        self.header.tell(side=day)
        for card in self._cards:
            card.show_overview(overview)
