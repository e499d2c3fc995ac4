"""År: twelve small months with what is on, each day a way into its month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.views.editing.actions import action, on_enter, separator
from app.views.theme.metrics import HUGE, MEDIUM, SMALL
from app.views.widgets.layout import column, scrolled
from app.views.year.calendar import words
from app.views.year.calendar.actions import deadlines_action, new_action
from app.views.year.calendar.desk import CalendarDesk
from app.views.year.calendar.sheet import YearSheet
from app.views.year.calendar.sheet_legend import SheetLegend
from app.views.year.calendar.tab import CalendarTab

SHOW_MONTH = _("Vis dagen i måneden")
TODAY = _("I dag")


class SheetTab(CalendarTab):
    """Leads to the month; what is done with a meeting is done there."""

    def __init__(self, desk: CalendarDesk) -> None:
        super().__init__(desk, "sheet-tab", words.YEAR)
        voice = desk.bench.voice
        self.sheet = YearSheet(voice)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, MEDIUM, HUGE, MEDIUM)
        outer.setSpacing(SMALL)
        outer.addWidget(self.filter)
        holder = QWidget()
        holder.setLayout(column(self.sheet))
        area = scrolled(holder, "sheet-area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area, 1)
        outer.addWidget(SheetLegend(voice))
        self._actions = self._make_actions()
        desk.sifted.connect(self._show)
        desk.day_chosen.connect(self._follow)
        self.sheet.day_wanted.connect(self._go)
        self.sheet.opened.connect(desk.go_to_month)
        self.sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sheet.customContextMenuRequested.connect(self._show_menu)

    def page_actions(self) -> Sequence[QAction]:
        """A new meeting, and ways around."""
        return self._actions

    def take_focus(self) -> None:
        """The keyboard starts on the day."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_actions(self) -> Sequence[QAction]:
        word, desk = self._desk.bench.voice.word, self._desk
        new = new_action(self, desk, lambda: self.sheet.on)
        into = action(
            self, word(SHOW_MONTH), "show-month", lambda: desk.go_to_month(self.sheet.on),
            icon="calendar-days", is_local=True,
        )  # fmt: skip
        on_enter(into)
        self.sheet.addAction(into)
        today = action(self, word(TODAY), "calendar-today", self._go_today, "Ctrl+Home")
        self.addAction(today)
        return (new, into, separator(self), deadlines_action(self, desk), separator(self), today)

    def _show(self) -> None:
        if self._view is not None and self._desk.on.year == self._view.year:
            self.sheet.show_days(self._desk.days(self._view), self._desk.on)

    def _go(self, on: date) -> None:
        self._desk.choose(on)
        if self._view is not None and on.year != self._view.year:
            self.year_wanted.emit(on.year)

    def _go_today(self) -> None:
        self._go(self._desk.bench.today())

    def _follow(self, on: date) -> None:
        if self._view is not None and on.year == self._view.year:
            self.sheet.go_to(on)

    def _show_menu(self, at: QPoint) -> None:
        on = self.sheet.day_at(at)
        if on is not None:
            self._desk.choose(on)
        menu = QMenu(self)
        menu.setObjectName("calendar-menu")
        menu.addActions(list(self._actions[:2]))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.sheet.mapToGlobal(at))
