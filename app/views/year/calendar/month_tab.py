"""Måned: a month of the council, to look at and to plan in (R17–R23)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.months import month_of
from app.i18n.catalogue import _
from app.i18n.voice import capital
from app.services.year.days import Day, Line
from app.services.year.facts import YearMeeting
from app.views.editing.actions import action, separator
from app.views.theme.metrics import CONTROL_HEIGHT, HUGE, LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.layout import row
from app.views.widgets.naming import named, reading
from app.views.widgets.text import ShortText, Text
from app.views.year.calendar import words
from app.views.year.calendar.actions import CalendarActions
from app.views.year.calendar.desk import CalendarDesk, months_on
from app.views.year.calendar.month_grid import MonthGrid
from app.views.year.calendar.tab import CalendarTab

BEFORE, AFTER, TODAY = _("Måneden før"), _("Måneden etter"), _("I dag")
ALL_OF_DAY = _("Vis hele dagen …")
HINT = _("Dobbeltklikk på en dag, eller trykk Insert, for et nytt møte.")
_TITLE_ROOM = 150


class MonthTab(CalendarTab):
    """Leafed by month; past December the page is asked for the next year."""

    def __init__(self, desk: CalendarDesk) -> None:
        super().__init__(desk, "month-tab", words.MONTH)
        voice = desk.bench.voice
        self.grid = MonthGrid(voice)
        self._title = named(Text("", "heading"), "month-title")
        self._title.setMinimumWidth(_TITLE_ROOM)
        self._first = named(ShortText("", "medium"), "day-first")
        self._rest = named(ShortText("", "small", "muted"), "day-rest")
        self._build()
        self.deeds = CalendarActions(
            self, self.grid, desk, lambda: self.grid.line, lambda: self.grid.day.on
        )
        self._actions = self._make_actions()
        self._connect()

    def page_actions(self) -> Sequence[QAction]:
        """With the chosen line, and around the year."""
        return (*self.deeds.all(), *self._actions)

    def take_focus(self) -> None:
        """The keyboard starts on the day."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaf(self, months: int) -> None:
        """Some months on, over the edge of the year too."""
        self._go(months_on(self._desk.on, months))

    def _build(self) -> None:
        word = self._desk.bench.voice.word
        leaf = row(gap=TINY)
        for part in (
            reading(
                icon_button(
                    "chevron-left", word(BEFORE), "month-before", on_click=lambda: self.leaf(-1)
                )
            ),
            self._title,
            reading(
                icon_button(
                    "chevron-right", word(AFTER), "month-after", on_click=lambda: self.leaf(1)
                )
            ),
            reading(button(word(TODAY), "calendar-today", on_click=self._go_today)),
        ):
            leaf.addWidget(part)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        leafing = QWidget()
        leafing.setLayout(leaf)
        leafing.setFixedHeight(CONTROL_HEIGHT)
        top = row(gap=LARGE)
        top.addWidget(leafing, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, MEDIUM, HUGE, MEDIUM)
        outer.setSpacing(SMALL)
        outer.addLayout(top)
        outer.addWidget(self.grid, 1)
        outer.addWidget(self._strip())

    def _strip(self) -> QWidget:
        """The chosen day in words, on two lines that never move anything."""
        made = named(QFrame(), "day-details")
        box = QVBoxLayout(made)
        box.setContentsMargins(TINY, 0, TINY, 0)
        box.setSpacing(1)
        box.addWidget(self._first)
        box.addWidget(self._rest)
        return made

    def _connect(self) -> None:
        desk, grid = self._desk, self.grid
        desk.sifted.connect(self._show)
        desk.day_chosen.connect(self._follow)
        grid.day_wanted.connect(self._go)
        grid.line_chosen.connect(self._tell)
        grid.opened.connect(self._open)
        grid.day_opened.connect(self._open_day)
        grid.new_wanted.connect(self._ask_new)
        grid.move_wanted.connect(self._move)
        grid.customContextMenuRequested.connect(self._show_menu)

    def _make_actions(self) -> Sequence[QAction]:
        word = self._desk.bench.voice.word
        made = (
            action(
                self, word(ALL_OF_DAY), "show-day", self._open_current_day, "Space", is_local=True
            ),
            separator(self),
            action(
                self, word(BEFORE), "month-before", lambda: self.leaf(-1), "PgUp", is_local=True
            ),
            action(self, word(AFTER), "month-after", lambda: self.leaf(1), "PgDown", is_local=True),
            action(self, word(TODAY), "calendar-today", self._go_today, "Ctrl+Home"),
        )
        self.grid.addActions([made[0], made[2], made[3]])
        self.addAction(made[4])
        return made

    def _show(self) -> None:
        if self._view is not None and self._desk.on.year == self._view.year:
            on = self._desk.on
            self._title.setText(words.month_title(on, self._desk.bench.voice))
            self.grid.show_month(self._desk.days(self._view), on)

    def _go(self, on: date) -> None:
        """A day, whatever month or year it is in."""
        self._desk.choose(on)
        if self._view is not None and on.year != self._view.year:
            self.year_wanted.emit(on.year)

    def _go_today(self) -> None:
        self._go(self._desk.bench.today())

    def _follow(self, on: date) -> None:
        """Another day is looked at, from here or from another tab."""
        shown = self.grid.day.on
        if self._view is None or on.year != self._view.year:
            return
        if month_of(on) == month_of(shown):
            self.grid.go_to(on)
        else:
            self._show()

    def _tell(self) -> None:
        self.deeds.refresh()
        day, voice = self.grid.day, self._desk.bench.voice
        first = words.day_title(day, self._desk.bench.today(), voice)
        self._first.setText(capital(first))
        line = self.grid.line
        wrong = words.amiss(day.amiss_with(line), voice) if line is not None else ""
        said = " ".join(part for part in (wrong, words.rest_of_day(day, line, voice)) if part)
        self._rest.setText(said or voice.word(HINT))
        self._rest.set_ink("warn" if wrong else "muted")

    def _open(self, line: Line) -> None:
        self._desk.open(self, line)

    def _open_current_day(self) -> None:
        self._open_day(self.grid.day)

    def _open_day(self, day: Day) -> None:
        from app.views.year.calendar.day_dialog import DayDialog

        DayDialog(self, self._desk, day).open()

    def _ask_new(self, on: date) -> None:
        if self.deeds.new.isEnabled():
            self._desk.ask_new(self, on)

    def _move(self, meeting: YearMeeting, to_on: date) -> None:
        self._desk.move(self, meeting, to_on)

    def _show_menu(self, at: QPoint) -> None:
        self.deeds.pop_up(self.grid.viewport().mapToGlobal(at))
