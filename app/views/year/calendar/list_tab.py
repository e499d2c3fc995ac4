"""Liste: all of the year by date, as one reads an agenda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout

from app.i18n.catalogue import _
from app.services.year.days import Line
from app.services.year.facts import YearView
from app.views.editing.actions import action, separator
from app.views.meetings.page import NEW_MEETING
from app.views.theme.fonts import font
from app.views.theme.metrics import HUGE, MEDIUM, SMALL
from app.views.theme.palette import current_tokens
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.table import DataTable
from app.views.widgets.table_cells import CellDelegate
from app.views.widgets.table_model import Index
from app.views.year.calendar import words
from app.views.year.calendar.actions import CalendarActions
from app.views.year.calendar.desk import CalendarDesk
from app.views.year.calendar.list_rows import SPARED, AgendaModel, AgendaSource
from app.views.year.calendar.tab import CalendarTab

TODAY = _("I dag")
NOTHING = _("Ingenting å vise i {year}. Møter, frister og faste punkter kommer hit etter dato.")
SHOW_MONTH = _("Vis dagen i måneden")
_NARROW = 980


class ListTab(CalendarTab):
    """The next line from today is chosen at first."""

    def __init__(self, desk: CalendarDesk) -> None:
        super().__init__(desk, "list-tab", words.LIST)
        voice = desk.bench.voice
        self._is_showing = False
        self.source = AgendaSource(voice)
        self.model = AgendaModel(voice, self.source)
        self.table = DataTable(
            "calendar-list", voice.word(words.LIST), self.model, desk.bench.memory
        )
        self.table.setProperty("kind", "framed")
        self.table.setItemDelegate(_AgendaDelegate(self.table))
        self._empty = EmptyState(
            "empty-calendar",
            " ",
            icon="calendar-days",
            verb=f"{voice.word(NEW_MEETING)} …",
            on_start=lambda: desk.ask_new(self, None),
        )
        self.table.show_when_empty(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, MEDIUM, HUGE, MEDIUM)
        outer.setSpacing(SMALL)
        outer.addWidget(self.filter)
        outer.addWidget(self.table, 1)
        self.deeds = CalendarActions(self, self.table, desk, self.line, self._day)
        self._actions = self._make_actions()
        self.model.modelReset.connect(self._span_headings)
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(lambda _key: self._open())
        self.table.customContextMenuRequested.connect(self._show_menu)
        desk.sifted.connect(self._show)

    def show_year(self, view: YearView) -> None:
        """Show a year's lines; the chosen one stays, or the next from today is."""
        is_other = self._view is None or self._view.year != view.year
        self._empty.tell(self._desk.bench.voice.fill(NOTHING, year=view.year))
        super().show_year(view)
        if is_other:
            self._choose_from(view.today)

    def page_actions(self) -> Sequence[QAction]:
        """With the chosen line, and the way to today."""
        return (*self.deeds.all(), *self._actions)

    def take_focus(self) -> None:
        """The keyboard starts in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self) -> Line | None:
        """The chosen line."""
        row = self.source.row(self.table.key) if self.table.key is not None else None
        return row.line if row is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(SPARED, event.size().width() < _NARROW)

    def _make_actions(self) -> Sequence[QAction]:
        word, desk = self._desk.bench.voice.word, self._desk
        made = (
            action(
                self, word(SHOW_MONTH), "show-month", lambda: desk.go_to_month(self._day()),
                "Ctrl+Return", icon="calendar-days", is_local=True,
            ),
            separator(self),
            action(self, word(TODAY), "calendar-today", self._go_today, "Ctrl+Home"),
        )  # fmt: skip
        self.table.addAction(made[0])
        self.addAction(made[2])
        return made

    def _day(self) -> date:
        row = self.source.row(self.table.key) if self.table.key is not None else None
        return row.on if row is not None else self._desk.on

    def _show(self) -> None:
        if self._view is None:
            return
        self.source.take(self._desk.days(self._view))
        self._is_showing = True
        self.model.refresh()
        self._is_showing = False
        if self.table.key is None:
            self._choose_from(self._view.today)
        self.deeds.refresh()

    def _choose_from(self, on: date) -> None:
        """The first line from a day on, in the middle of what is seen."""
        key = self.source.first_from(on)
        if key is None:
            return
        self._is_showing = True
        self.table.choose(key)
        self.table.scrollTo(self.table.currentIndex(), DataTable.ScrollHint.PositionAtCenter)
        self._is_showing = False
        self.deeds.refresh()

    def _look_at(self, _key: int) -> None:
        self.deeds.refresh()
        if not self._is_showing:
            self._desk.choose(self._day())

    def _go_today(self) -> None:
        today = self._desk.bench.today()
        if self._view is not None and today.year != self._view.year:
            self.year_wanted.emit(today.year)
        else:
            self._choose_from(today)

    def _open(self) -> None:
        line = self.line()
        if line is not None:
            self._desk.open(self, line)

    def _span_headings(self) -> None:
        self.table.clearSpans()
        for row in range(self.model.rowCount()):
            if self.model.is_heading(row):
                self.table.setSpan(row, 0, 1, len(self.model.columns))

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid() and not self.model.is_heading(index.row()):
            self.table.selectRow(index.row())
            self.deeds.pop_up(self.table.viewport().mapToGlobal(at))


class _AgendaDelegate(CellDelegate):
    """The name of a month stands over its lines, on a ground of its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, AgendaModel) or not model.is_heading(index.row()):
            super().paint(painter, option, index)
            return
        tokens, place = current_tokens(), QRect(option.rect)
        painter.save()
        painter.fillRect(place, QColor(tokens.background))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.setFont(font("section"))
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            place.adjusted(MEDIUM, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data())
        )
        painter.restore()
