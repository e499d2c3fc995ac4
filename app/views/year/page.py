"""Årshjul: a year of the council as a wheel, a calendar and a round of hosts (R17–R24)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.editing.meeting_limits import FIRST_YEAR, LAST_YEAR
from app.services.house import House
from app.services.year.facts import YearView
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action, separator
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.tabs import TabStack, TabStrip
from app.views.widgets.year_picker import YearPicker
from app.views.year.export import YearExport
from app.views.year.planning.start import PlanStart
from app.views.year.tab import TabEntry, YearTab
from app.views.year.tabs import year_tabs

WHEEL, VIEWS = _("Årshjul"), _("Visninger av året")
YEAR_BEFORE, YEAR_AFTER, THIS_YEAR = _("Året før"), _("Året etter"), _("Dette året")

_SHOWN_BY = frozenset(
    {Kind.MEETING, Kind.CASE, Kind.BODY, Kind.INSTITUTION, Kind.WHEEL, Kind.COUNCIL}
)


class YearPage(Page):
    """One year, seen in several ways; the year is chosen once for all of them."""

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__("year", PageHeader(bench.voice.word(WHEEL)))
        self.planning = PlanStart(bench, house, self)
        self.header.add_action(self.planning.button)
        self._bench, self._house = bench, house
        self.years = YearPicker(bench.voice)
        self.header.add_beside_title(self.years)
        self.strip = TabStrip("year-views", bench.voice.word(VIEWS))
        self._stack = TabStack(self.strip)
        self._tabs: dict[str, YearTab] = {}
        self._view: YearView | None = None
        self._ticket: Ticket | None = None
        self.header.add_under(self.strip, last=True)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.fill(self._body)
        for entry in year_tabs(bench, house):
            self._stack.add(entry.key, bench.voice.word(entry.title), partial(self._make, entry))
        self.export = YearExport(bench, house, self)
        self.header.add_action(self.export.button)
        self.put_above(self.export.files.panel)
        self._actions = (*self._make_actions(), *self.export.actions)
        self.addActions(list(self._actions))
        self.years.offer([], bench.today().year)
        self.years.chosen.connect(lambda _year: self._refresh())
        self.years.chosen.connect(self.planning.show_year)
        self.years.chosen.connect(lambda _year: self.wandered.emit())
        self.strip.currentChanged.connect(lambda _place: self.wandered.emit())
        self._refresh()

    def refresh_if(self, changes: Changes) -> None:
        """Meetings, cases, fixed points, hosts: all of them show here."""
        if changes.kinds & _SHOWN_BY:
            self._refresh()
        for tab in self._tabs.values():
            tab.refresh_if(changes)

    def page_actions(self) -> Sequence[QAction]:
        """Those of the page, and those of the tab on screen."""
        return (*self.tab().page_actions(), *self._actions)

    def place(self) -> str:
        """`2026/wheel`: the year and the tab."""
        return f"{self.years.year}/{self.strip.key()}"

    def go_to(self, place: str) -> None:
        """A year, a tab, or both; a year that nobody means is passed over."""
        first, _slash, rest = place.partition("/")
        year, key = (first, rest) if first.isdecimal() else (str(self.years.year), first)
        if key in self.strip.tab_keys:
            self.strip.choose(key)
        if FIRST_YEAR <= int(year) <= LAST_YEAR:
            self.show_year(int(year))

    def take_focus(self) -> None:
        """The keyboard starts in the tab."""
        self.tab().take_focus()

    def tab(self) -> YearTab:
        """The tab on screen."""
        return self._tabs[self.strip.key()]

    def show_year(self, year: int) -> None:
        """Leaf to a year."""
        if year != self.years.year:
            self.years.choose(year)

    def put_above(self, widget: QWidget) -> None:
        """Put a bar over the tabs, such as one that shows how far a file has come."""
        self._column.insertWidget(0, widget)

    def _make(self, entry: TabEntry) -> QWidget:
        made = entry.make()
        made.year_wanted.connect(self.show_year)
        self._tabs[entry.key] = made
        if self._view is not None:
            made.show_year(self._view)
        return made

    def _make_actions(self) -> Sequence[QAction]:
        def make(text: str, name: str, act: Callable[[], None], keys: str) -> QAction:
            return action(self, self._bench.voice.word(text), name, act, keys)

        made = (
            separator(self),
            self.planning.action,
            make(YEAR_BEFORE, "year-before", lambda: self.years.step(-1), "Alt+PgUp"),
            make(YEAR_AFTER, "year-after", lambda: self.years.step(1), "Alt+PgDown"),
            make(
                THIS_YEAR, "this-year", lambda: self.show_year(self._bench.today().year), "Alt+Home"
            ),
        )
        return made

    def _refresh(self) -> None:
        """Read anew; what was asked for before is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        year, service = self.years.year, self._house.year
        self._ticket = self._bench.read(lambda: service.view(year), self._show)

    def _show(self, view: YearView) -> None:
        self._view = view
        self.export.show_year(view)
        self.years.offer((*view.years, view.year), self._bench.today().year)
        for tab in self._tabs.values():
            tab.show_year(view)
