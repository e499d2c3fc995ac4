"""The month on screen: days are walked, lines chosen, and meetings taken to other days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from app.domain.months import last_of_month
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.days import Day, Line, YearDays
from app.services.year.facts import YearMeeting
from app.services.year.inks import body_inks
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named
from app.views.widgets.text import Text, plain_tooltip
from app.views.year.calendar import words
from app.views.year.calendar.month_model import DAY, Index, MonthModel
from app.views.year.calendar.month_painting import CellPainting, Look
from app.views.year.calendar.month_plan import LEAST, ROW, Placed, plan

NAME, WEEKS, WEEK = _("Måned"), _("Uker"), _("uke")
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_WEEKS_WIDTH, _HEAD_HEIGHT = 46, 28


@dataclass(slots=True)
class _Hold:
    """What the mouse went down on, and where it is; `is_dragging` once it has gone far enough."""

    line: Line
    start: QPoint
    at: QPoint = field(default_factory=QPoint)
    is_dragging: bool = False


class MonthGrid(QTableView):
    """One day is current, and one of its lines chosen; other months are asked for."""

    day_wanted = Signal(object)
    """The user goes to a day, of this month or another."""
    line_chosen = Signal()
    opened = Signal(object)
    day_opened = Signal(object)
    new_wanted = Signal(object)
    move_wanted = Signal(object, object)
    """A meeting, and the day that it was dropped on; also for one that cannot be moved."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "month-grid", voice.word(NAME))
        self._voice = voice
        self._model = MonthModel(voice)
        self._inks: Mapping[str, str] = {}
        self._on = date(2000, 1, 1)
        self._place = 0
        self._hold: _Hold | None = None
        self._pressed_in = self._model.first
        self._is_still = False
        self.setModel(self._model)
        self.setItemDelegate(_DayDelegate(self))
        self._set_up(voice)
        self._week = named(Text(voice.word(WEEK), "caption", "muted", parent=self), "month-week")
        self._week.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._week.setGeometry(1, 1, _WEEKS_WIDTH, _HEAD_HEIGHT)

    @property
    def day(self) -> Day:
        """The day with the keyboard's mark."""
        index = self._model.index_of(self._on)
        return (
            self._model.day(index)
            if index.isValid()
            else Day(on=self._on, holiday=None, kept_free=())
        )

    @property
    def line(self) -> Line | None:
        """The chosen line of that day, its first from the start."""
        lines = self.day.lines
        return lines[min(self._place, len(lines) - 1)] if lines else None

    @property
    def is_dragging(self) -> bool:
        """Whether a meeting is on its way to another day."""
        return self._hold is not None and self._hold.is_dragging

    def hold_still(self) -> None:
        """The file can only be read: nothing is moved."""
        self._is_still = True

    def show_month(self, days: YearDays, on: date) -> None:
        """Show the month of a day, with that day as the current one; its chosen line stays."""
        was = self.line if on == self._on else None
        self._inks = body_inks(days.view.bodies)
        self._hold = None
        self._on = on
        self._model.show_month(days, on.replace(day=1))
        self._place = self._place_of(was)
        self._mark()

    def go_to(self, on: date) -> None:
        """Another day of the month that is shown."""
        if on != self._on:
            self._on, self._place = on, 0
        self._mark()

    def choose(self, line: Line) -> None:
        """Choose a line of the current day."""
        self._place = self._place_of(line)
        self._tell()

    def step_line(self, step: int) -> None:
        """Choose the next line of the day, or the one before."""
        last = len(self.day.lines) - 1
        self._place = min(max(self._place + step, 0), max(last, 0))
        self._tell()

    def placed(self, on: date) -> list[Placed]:
        """Where the lines of a day stand in the viewport, those that have room."""
        index = self._model.index_of(on)
        return list(plan(self._model.day(index), self.visualRect(index)).lines)

    def more_place(self, on: date) -> QRect:
        """Where the lines that have no room are told of."""
        index = self._model.index_of(on)
        return plan(self._model.day(index), self.visualRect(index)).more_place

    def place_of(self, on: date) -> QRect:
        """The cell of a day in the viewport."""
        return self.visualRect(self._model.index_of(on))

    def look_of(self, day: Day) -> Look:
        """How a day is to be painted now."""
        is_current = day.on == self._on
        hold = self._hold
        target = self._day_at(hold.at) if hold is not None and hold.is_dragging else None
        return Look(
            tokens=current_tokens(),
            voice=self._voice,
            today=self._model.today or day.on,
            inks=self._inks,
            is_of_month=self._model.is_of_month(day.on),
            is_current=is_current,
            has_keyboard=self.hasFocus(),
            is_target=target is not None and target.on == day.on,
            chosen=self.line if is_current else None,
        )

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key is Qt.Key.Key_Escape and self._hold is not None:
            self._let_go()
        elif held == Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self.step_line(1 if key is Qt.Key.Key_Down else -1)
        elif held == Qt.KeyboardModifier.NoModifier and (wanted := self._led_to(key)) is not None:
            self.day_wanted.emit(wanted)
        else:
            event.ignore()

    def _led_to(self, key: Qt.Key) -> date | None:
        if key in _STEPS:
            return self._on + timedelta(days=_STEPS[key])
        if key is Qt.Key.Key_Home:
            return self._on.replace(day=1)
        if key is Qt.Key.Key_End:
            return last_of_month(self._on)
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        day, line = self._day_at(at), self.line_at(at)
        self._pressed_in = self._model.first
        if day is None:
            return
        # A day of another month is gone to when the mouse comes up, or it would be dragged along.
        is_own = self._model.is_of_month(day.on)
        if is_own:
            self.day_wanted.emit(day.on)
        if line is not None:
            if is_own:
                self.choose(line)
            if event.button() is Qt.MouseButton.LeftButton and isinstance(line, YearMeeting):
                self._hold = _Hold(line, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, hold = event.position().toPoint(), self._hold
        if hold is None:
            self._point(at)
            return
        hold.at = at
        far = (at - hold.start).manhattanLength() >= QApplication.startDragDistance()
        if not hold.is_dragging and far and not self._is_still:
            if isinstance(hold.line, YearMeeting) and not hold.line.can_move:
                self._let_go()
                self.move_wanted.emit(hold.line, hold.line.held_on)
                return
            hold.is_dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, hold = event.position().toPoint(), self._hold
        was_dragging = self.is_dragging
        self._let_go()
        day = self._day_at(at)
        if day is None or event.button() is not Qt.MouseButton.LeftButton or self._has_leafed():
            return
        if was_dragging and hold is not None and isinstance(hold.line, YearMeeting):
            if day.on != hold.line.held_on:
                self.move_wanted.emit(hold.line, day.on)
        elif not self._model.is_of_month(day.on):
            self.day_wanted.emit(day.on)
        elif self._is_more(at, day):
            self.day_opened.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        day, line = self._day_at(at), self.line_at(at)
        if day is None or event.button() is not Qt.MouseButton.LeftButton or self._has_leafed():
            return
        if line is not None:
            self.opened.emit(line)
        elif self._model.is_of_month(day.on) and not self._is_more(at, day):
            self.new_wanted.emit(day.on)

    def _has_leafed(self) -> bool:
        """Whether a first click led to another month, so that a second one means nothing here."""
        return self._pressed_in != self._model.first

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            text = ""
            if day is not None and self._model.today is not None:
                line = self.line_at(event.pos())
                text = words.tip(day, line, self._model.today, self._voice)
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        hold = self._hold
        if hold is not None and hold.is_dragging:
            self._paint_dragged(hold)

    def line_at(self, at: QPoint) -> Line | None:
        """The line under a point of the viewport."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        return plan(self._model.day(index), self.visualRect(index)).line_at(at)

    # Inside

    def _set_up(self, voice: Voice) -> None:
        self.setProperty("kind", "framed")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        named(across, "month-weekdays", voice.word(NAME))
        named(down, "month-weeks", voice.word(WEEKS))
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.setFixedHeight(_HEAD_HEIGHT)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(_WEEKS_WIDTH)
        down.setMinimumSectionSize(LEAST)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def _mark(self) -> None:
        index = self._model.index_of(self._on)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self._tell()

    def _tell(self) -> None:
        today = self._model.today
        if today is not None:
            self.setAccessibleDescription(words.spoken(self.day, today, self._voice))
        self.line_chosen.emit()
        self.viewport().update()

    def _place_of(self, line: Line | None) -> int:
        """Where a line stands in its day; one that was read anew stands where it stood."""
        if line is None:
            return 0
        for place, one in enumerate(self.day.lines):
            if one == line:
                return place
            if isinstance(one, YearMeeting) and isinstance(line, YearMeeting) and one.id == line.id:
                return place
        return 0

    def _day_at(self, at: QPoint) -> Day | None:
        index = self.indexAt(at)
        return self._model.day(index) if index.isValid() else None

    def _is_more(self, at: QPoint, day: Day) -> bool:
        more = plan(day, self.place_of(day.on)).more
        return more > 0 and self.more_place(day.on).contains(at)

    def _point(self, at: QPoint) -> None:
        day = self._day_at(at)
        is_over = self.line_at(at) is not None or (day is not None and self._is_more(at, day))
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _let_go(self) -> None:
        self._hold = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _paint_dragged(self, hold: _Hold) -> None:
        """The meeting as it is carried, at the mouse."""
        line = hold.line
        assert isinstance(line, YearMeeting)
        wide = max(self.columnWidth(0) - 8, 40)
        cell = QRect(hold.at.x() - wide // 3, hold.at.y() - ROW // 2, wide, ROW)
        painter = QPainter(self.viewport())
        painter.setOpacity(0.9)
        day = Day(on=line.held_on, holiday=None, kept_free=(), meetings=(line,))
        CellPainting(painter, cell, day, self.look_of(day)).meeting_alone(line)


class _DayDelegate(QStyledItemDelegate):
    """Paints each cell as its grid says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid = self.parent()
        assert isinstance(grid, MonthGrid)
        day: Day = index.data(DAY)
        CellPainting(painter, option.rect, day, grid.look_of(day)).all()
