"""Faste punkter: those of the year that is shown, and under them every rule there is (R19)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes
from app.services.house import House
from app.services.year.entries import PointEntry
from app.services.year.facts import YearPoint, YearView
from app.tasks.store_threads import Ticket
from app.views.editing.actions import separator
from app.views.members.rows import RowsSource
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import HUGE, LARGE
from app.views.widgets.buttons import button
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins, row
from app.views.widgets.naming import named
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import WindowedModel
from app.views.year.points import words
from app.views.year.points.actions import (
    NEW_POINT,
    NEXT_WORDS,
    EntryActions,
    TurnActions,
    next_of,
)
from app.views.year.points.deeds import PointDeeds
from app.views.year.tab import YearTab

POINTS = _("Faste punkter")
OF_YEAR, ALL = _("Faste punkter i {year}"), _("Alle faste punkter")
LACKING_MEETING = _("{n:tall} mangler møte")
LACKING_CASE = _("{n:tall} mangler sak")
NOTHING_THIS_YEAR = _("Ingen faste punkter kommer dette året.")
NO_POINTS = _(
    "Ingen faste punkter ennå. Et fast punkt lager saken sin i organets møte hvert år, eller så "
    "ofte du vil."
)
_NARROW = 980
_YEARS = 10_000


class PointsTab(YearTab):
    """Each table has its keys; what the chosen row waits for is a button over it."""

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        named(self, "points", bench.voice.word(ALL))
        self._bench, self._house = bench, house
        self._deeds = PointDeeds(bench, house, self)
        self._ticket: Ticket | None = None
        voice, today = bench.voice, bench.today()
        self._turns = RowsSource(words.turn_columns(voice, today), turn_key)
        self._entries = RowsSource(words.entry_columns(voice, today), lambda entry: entry.id)
        self._turn_model = WindowedModel(self._turns.columns, self._turns)
        self._entry_model = WindowedModel(self._entries.columns, self._entries)
        self.turns = self._table("points-of-year", POINTS, self._turn_model)
        self.entries = self._table("all-points", ALL, self._entry_model)
        self._next = self._next_buttons()
        held = QWidget()
        held.setLayout(row(*self._next.values()))
        # The room is kept, so that the rows stay under the pointer when a button comes.
        held.setMinimumHeight(max(one.sizeHint().height() for one in self._next.values()))
        self._turn_card = Card(" ", "card-points-of-year", action=held)
        new = button(voice.word(NEW_POINT), "new-point", icon="plus", on_click=self.new_point)
        self._entry_card = Card(voice.word(ALL), "card-all-points", action=new)
        self._build()
        self.turn_actions = TurnActions(bench.voice, self._deeds, self.turns, self.turn)
        self.entry_actions = EntryActions(bench.voice, self._deeds, self.entries, self.entry)
        self._new = self.entry_actions.new_point(self)
        self.addAction(self._new)
        self._connect()

    def show_year(self, view: YearView) -> None:
        """The points of the year; the rules are read beside them."""
        self._turn_card.tell(
            title=self._bench.voice.fill(OF_YEAR, year=view.year), side=self._lacking(view)
        )
        self._turns.take(view.points)
        self._turn_model.refresh()
        self._follow()
        self._read_entries()

    def refresh_if(self, changes: Changes) -> None:
        """The page reads the year anew for all that shows here, and so do the rules."""

    def page_actions(self) -> Sequence[QAction]:
        """Those of the rules, and those of the points of the year."""
        return (
            self._new,
            separator(self),
            *self.turn_actions.every,
            separator(self),
            *self.entry_actions.every,
        )

    def take_focus(self) -> None:
        """The keyboard starts in the points of the year, or in the rules when there are none."""
        table, model = (
            (self.turns, self._turn_model)
            if self._turn_model.rowCount()
            else (self.entries, self._entry_model)
        )
        if table.key is None and model.rowCount():
            table.choose(model.key(0))
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> YearPoint | None:
        """The chosen point of the year."""
        return None if self.turns.key is None else self._turns.row(self.turns.key)

    def entry(self) -> PointEntry | None:
        """The chosen rule."""
        return None if self.entries.key is None else self._entries.row(self.entries.key)

    def new_point(self) -> None:
        """Ask for a new fixed point."""
        self._deeds.new_point()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        self.turns.hide_columns(words.TURN_SPARED, is_narrow)
        self.entries.hide_columns(words.ENTRY_SPARED, is_narrow)

    def _table(self, name: str, title: str, model: WindowedModel) -> DataTable:
        return DataTable(name, self._bench.voice.word(title), model, self._bench.memory)

    def _build(self) -> None:
        word = self._bench.voice.word
        self.turns.show_when_empty(
            EmptyState("no-points-this-year", word(NOTHING_THIS_YEAR), icon="calendar")
        )
        self.entries.show_when_empty(
            EmptyState(
                "empty-points",
                word(NO_POINTS),
                icon="calendar",
                verb=word(NEW_POINT),
                on_start=self.new_point,
            )
        )
        self._turn_card.add(self.turns, stretch=1)
        self._entry_card.add(self.entries, stretch=1)
        box = QVBoxLayout(self)
        left, top, right, _bottom = page_margins()
        box.setContentsMargins(left, top, right, HUGE - 4)
        box.setSpacing(LARGE)
        box.addWidget(self._turn_card, 1)
        box.addWidget(self._entry_card, 1)

    def _next_buttons(self) -> dict[str, QPushButton]:
        """What a point waits for next, one button shown at a time."""
        made = {}
        for key, (message, name) in NEXT_WORDS.items():
            made[key] = button(
                self._bench.voice.word(message), name, on_click=lambda: self._do_next()
            )
            made[key].hide()
        return made

    def _connect(self) -> None:
        self.turns.chosen.connect(lambda _key: self._follow())
        self.turns.opened.connect(lambda _key: self._open())
        self.entries.chosen.connect(lambda _key: self._follow())
        self.entries.opened.connect(lambda _key: self.entry_actions.edit.trigger())
        for table, acts in (
            (self.turns, self.turn_actions.every),
            (self.entries, self.entry_actions.every),
        ):
            table.addActions(list(acts))
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._menu_of(table, acts))

    def _menu_of(self, table: DataTable, acts: Sequence[QAction]) -> Callable[[QPoint], None]:
        menu = named(QMenu(table), f"menu-{table.objectName()}", table.accessibleName())
        menu.setToolTipsVisible(True)
        menu.addActions(list(acts))

        def show(at: QPoint) -> None:
            if table.indexAt(at).isValid():
                menu.popup(table.viewport().mapToGlobal(at))

        return show

    def _follow(self) -> None:
        """Let the actions and the button say what can be done with the chosen rows."""
        self.turn_actions.follow()
        self.entry_actions.follow()
        point = self.turn()
        wanted = None if point is None else next_of(point)
        for key, shown in self._next.items():
            shown.setVisible(key == wanted)

    def _do_next(self) -> None:
        point = self.turn()
        if point is not None:
            self.turn_actions.act(next_of(point))

    def _open(self) -> None:
        """Enter and double click look: at the case, else at the meeting."""
        for act in (self.turn_actions.open_case, self.turn_actions.open_meeting):
            if act.isEnabled():
                act.trigger()
                return

    def _lacking(self, view: YearView) -> str:
        counted = (
            (LACKING_MEETING, sum(point.lacks_meeting for point in view.points)),
            (LACKING_CASE, sum(point.lacks_case for point in view.points)),
        )
        fill = self._bench.voice.fill
        return " · ".join(fill(message, n=n) for message, n in counted if n)

    def _read_entries(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._bench.read(self._house.points.entries, self._show_entries)

    def _show_entries(self, entries: Sequence[PointEntry]) -> None:
        self._entries.take(entries)
        self._entry_model.refresh()
        self._follow()


def turn_key(point: YearPoint) -> int:
    """One number for a point and the year of its rule."""
    return point.entry_id * _YEARS + point.year
