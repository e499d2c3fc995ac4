"""The year on one sheet: twelve small months, walked by keys and pointed at by the mouse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.days import YearDays
from app.services.year.inks import body_inks
from app.views.theme.metrics import LARGE, MEDIUM, RADIUS_CARD
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip
from app.views.year.calendar import words
from app.views.year.calendar.desk import months_on
from app.views.year.calendar.sheet_painting import Marks, SheetPainting
from app.views.year.calendar.sheet_plan import LEAST_HEIGHT, LEAST_WIDTH, SheetPlan, plan_sheet

NAME = _("År {year} dag for dag")
_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class YearSheet(QWidget):
    """`opened` comes for a click on a day or on the name of a month, and for Enter."""

    day_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "year-sheet")
        self._voice = voice
        self._days: YearDays | None = None
        self._inks: Mapping[str, str] = {}
        self._on = date(2000, 1, 1)
        self._pointed: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def on(self) -> date:
        """The day with the keyboard's mark."""
        return self._on

    def show_days(self, days: YearDays, on: date) -> None:
        """Show a year with one of its days marked."""
        self._days, self._inks = days, body_inks(days.view.bodies)
        self.setAccessibleName(self._voice.fill(NAME, year=days.view.year))
        self._pointed = None
        self.go_to(on)

    def go_to(self, on: date) -> None:
        """Mark another day of the year, and tell what is on it."""
        is_other = on != self._on
        self._on = on
        if self._days is not None:
            said = words.spoken(self._days.day(on), self._days.view.today, self._voice)
            self.setAccessibleDescription(said)
            if is_other and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.update()

    def plan(self) -> SheetPlan:
        """Where everything stands, inside the sheet's margins."""
        year = self._days.view.year if self._days is not None else self._on.year
        inner = self._inner()
        return plan_sheet(year, inner.width(), inner.height())

    def place_of(self, on: date) -> QRectF:
        """Where a day is in the widget."""
        return self.plan().day(on).translated(self._inner().topLeft())

    def title_of(self, month: int) -> QRectF:
        """Where the name of a month is in the widget."""
        return self.plan().title(month).translated(self._inner().topLeft())

    def day_at(self, at: QPoint) -> date | None:
        """The day under a point of the widget."""
        return self.plan().day_at(self._from(QPointF(at)))

    def sizeHint(self) -> QSize:
        return QSize(960, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH + 2 * LARGE, LEAST_HEIGHT + 2 * MEDIUM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.surface))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        if self._days is None:
            return
        painter.translate(self._inner().topLeft())
        current = self._on if self.hasFocus() else None
        SheetPainting(painter, self.plan(), self._days, self._inks, tokens, self._voice).all(
            Marks(current, self._pointed)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif key in _DAYS:
            self.day_wanted.emit(self._on + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self.day_wanted.emit(months_on(self._on, _MONTHS[key]))
        elif key is Qt.Key.Key_Home:
            self.day_wanted.emit(self._on.replace(month=1, day=1))
        elif key is Qt.Key.Key_End:
            self.day_wanted.emit(self._on.replace(month=12, day=31))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._from(event.position())
        on = self.plan().day_at(at)
        is_title = self._title_at(at) is not None
        is_over = on is not None or is_title
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
        if on != self._pointed:
            self._pointed = on
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._from(event.position())
        on = self.plan().day_at(at) or self._title_at(at)
        if on is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(on)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            on = self.day_at(event.pos())
            text = ""
            if on is not None and self._days is not None:
                text = words.tip(self._days.day(on), None, self._days.view.today, self._voice)
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointed = None
            self.update()
        return super().event(event)

    def _inner(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LARGE, MEDIUM, -LARGE, -MEDIUM)

    def _from(self, at: QPointF) -> QPointF:
        return at - self._inner().topLeft()

    def _title_at(self, at: QPointF) -> date | None:
        """The first day of the month whose name is under a point."""
        plan = self.plan()
        month = plan.month_at(at)
        if month is None or not plan.title(month).contains(at):
            return None
        return date(plan.year, month, 1)
