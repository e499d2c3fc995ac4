"""The timeline on screen: years above and seats beside stay in sight while the terms scroll."""

from __future__ import annotations

from datetime import date

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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.timeline import words
from app.services.timeline.facts import TimelineFacts
from app.services.timeline.layout import (
    HEAD,
    ROW,
    Bar,
    Layout,
    lay_out,
    side_width_for,
)
from app.views.members.timeline_painting import Painting
from app.views.members.timeline_steps import step
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip

COMFORTABLE, LARGEST = 46.0, 480.0
"""Units to a year: what names need to be read, and the most that zooming gives."""
ONE_STEP = 1.25
NAME = _("Tidslinje")
_WHEEL_STEP = 120
_SCROLL = 40


class TimelineCanvas(QAbstractScrollArea):
    """One bar at a time has the keyboard's mark; `opened` comes for Enter and for a click."""

    marked = Signal(object)
    """The bar that is marked or pointed at; `None` for none."""
    opened = Signal(object)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "timeline", voice.word(NAME))
        self._voice = voice
        self._facts: TimelineFacts | None = None
        self._layout: Layout | None = None
        self._scale: float | None = None
        self._current: Bar | None = None
        self._pointed: Bar | None = None
        self._pressed: Bar | None = None
        self._day: date | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        named(self.viewport(), "timeline-viewport", voice.word(NAME))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.horizontalScrollBar().actionTriggered.connect(lambda _action: self._let_go())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    @property
    def layout_now(self) -> Layout | None:
        """Where everything stands."""
        return self._layout

    @property
    def current(self) -> Bar | None:
        """The bar with the keyboard's mark."""
        return self._current

    @property
    def scale(self) -> float:
        """Units to a year now."""
        return self._layout.scale if self._layout is not None else COMFORTABLE

    def show_facts(self, facts: TimelineFacts) -> None:
        """Show a body's seats; the same body keeps its zoom, its place and its mark."""
        is_same = self._facts is not None and self._facts.body_code == facts.body_code
        self._facts = facts
        self.setAccessibleName(words.said(facts, self._voice))
        if not is_same:
            self._scale, self._current = None, None
        self._pointed = None
        self._lay_out()
        if not is_same:
            self.go_to(facts.today)
        if self.hasFocus() and self._current is None:
            self.mark(self._first_seen())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show fewer years larger, or more of them; what is at `at` (the middle) stays there."""
        if self._layout is None:
            return
        self._let_go()
        at = self._room() / 2 if at is None else at
        share = (self.horizontalScrollBar().value() + at) / max(self._layout.width, 1)
        wanted = self.scale * factor
        self._scale = min(max(wanted, self._least()), LARGEST)
        self._lay_out()
        self.horizontalScrollBar().setValue(round(share * self._layout.width - at))

    def show_all_years(self) -> None:
        """As many units to a year as let every year be seen."""
        self._let_go()
        self._scale = self._least()
        self._lay_out()

    def go_to(self, on: date) -> None:
        """Bring a day into sight."""
        self._day = on
        if self._layout is None or self._facts is None:
            return
        days = (on - date(self._facts.first_year, 1, 1)).days
        middle = days * self.scale / 365.2425
        self.horizontalScrollBar().setValue(round(middle - self._room() * 0.6))

    def mark(self, bar: Bar | None) -> None:
        """Give a bar the keyboard's mark, bring it into sight, and tell what it is."""
        self._current = bar
        if bar is not None:
            self._show_bar(bar)
            said = ". ".join(words.details(bar.seat, bar.span, self._voice))
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.marked.emit(bar)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """The height at which nothing has to be scrolled up or down."""
        if self._layout is None:
            return QSize(600, round(HEAD + ROW))
        across = self.horizontalScrollBar()
        below = across.sizeHint().height() if across.maximum() else 0
        return QSize(600, round(HEAD + self._layout.height) + below)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, round(HEAD + 2 * ROW))

    def bar_at(self, at: QPointF | QPoint) -> Bar | None:
        """The bar at a place in the viewport."""
        layout = self._layout
        if layout is None or at.x() < layout.side_width or at.y() < HEAD:
            return None
        x = at.x() - layout.side_width + self.horizontalScrollBar().value()
        y = at.y() - HEAD + self.verticalScrollBar().value()
        row = int(y // ROW)
        return next(
            (
                bar
                for bar in (layout.row(row) if row < layout.count else ())
                if bar.x <= x <= bar.x + bar.width and bar.y <= y <= bar.y + bar.height
            ),
            None,
        )

    def place_of(self, bar: Bar) -> QRectF:
        """Where a bar is in the viewport."""
        assert self._layout is not None
        left = bar.x + self._layout.side_width - self.horizontalScrollBar().value()
        top = bar.y + HEAD - self.verticalScrollBar().value()
        return QRectF(left, top, bar.width, bar.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = current_tokens()
        painter.fillRect(event.rect(), QColor(tokens.surface))
        if self._layout is not None:
            Painting(painter, self._layout, tokens, self).all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ONE_STEP)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / ONE_STEP)
        elif self._layout is not None and (
            wanted := step(self._layout, self._current, key, self._first_seen())
        ):
            self.mark(wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by the keyboard marks a bar that is in sight."""
        super().focusInEvent(event)
        if self._current is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.mark(self._first_seen())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.bar_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.bar_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar, self._pressed = self._pressed, None
        if bar is not None and bar == self.bar_at(event.position()):
            self.mark(bar)
            self.opened.emit(bar)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms around the mouse, with Shift it goes through the years."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._layout is not None:
            at = event.position().x() - self._layout.side_width
            self.zoom(ONE_STEP ** (turned / _WHEEL_STEP), max(at, 0.0))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._let_go()
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - round(turned / _WHEEL_STEP * 3 * _SCROLL))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self._day is not None:
            self.go_to(self._day)

    def rows_seen(self) -> tuple[int, int]:
        """The first row in sight, and the one after the last."""
        assert self._layout is not None
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height() - HEAD
        count = self._layout.count
        return min(int(top // ROW), count), min(int(bottom // ROW) + 1, count)

    def ringed(self) -> list[tuple[Bar, str]]:
        """The bars with a ring around, and its ink."""
        found = []
        if self._pointed is not None:
            found.append((self._pointed, "muted"))
        if self._current is not None and self.hasFocus():
            found.append((self._current, "accent"))
        return found

    def _room(self) -> float:
        side = self._layout.side_width if self._layout is not None else 0
        return max(self.viewport().width() - side, 1.0)

    def _least(self) -> float:
        assert self._facts is not None
        return max(self._room() - 1, 1.0) / self._facts.years

    def _lay_out(self) -> None:
        """Everything anew for the zoom and the width that there are."""
        if self._facts is None:
            return
        side = side_width_for(self._facts, self.viewport().width())
        least = max(self.viewport().width() - side - 1, 1.0) / self._facts.years
        scale = max(COMFORTABLE if self._scale is None else self._scale, least)
        self._layout = lay_out(self._facts, scale, self._voice, side)
        self._current = self._same(self._current)
        self._pointed = self._same(self._pointed)
        self._set_range()
        self.viewport().update()

    def _set_range(self) -> None:
        assert self._layout is not None
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room, high = round(self._room()), round(self.viewport().height() - HEAD)
        across.setRange(0, max(0, round(self._layout.width) - room))
        across.setPageStep(room)
        across.setSingleStep(_SCROLL)
        down.setRange(0, max(0, round(self._layout.height) - high))
        down.setPageStep(max(high, 1))
        down.setSingleStep(_SCROLL)
        self.updateGeometry()

    def _let_go(self) -> None:
        """The user looks elsewhere: no day is to be kept in sight."""
        self._day = None

    def _same(self, bar: Bar | None) -> Bar | None:
        """The bar that now stands for what `bar` stood for."""
        if bar is None or self._layout is None:
            return None
        for row in range(self._layout.count):
            for one in self._layout.row(row)[:1]:
                if one.seat.seat_id == bar.seat.seat_id:
                    same = (other for other in self._layout.row(row))
                    return next((x for x in same if x.span.from_on == bar.span.from_on), None)
        return None

    def _first_seen(self) -> Bar | None:
        """The bar of the first row in sight that holds today, else any of them."""
        layout = self._layout
        if layout is None:
            return None
        first, _last = self.rows_seen()
        filled = [row for row in range(layout.count) if layout.row(row)]
        if not filled:
            return None
        row = layout.row(next((each for each in filled if each >= first), filled[-1]))
        return next((bar for bar in row if bar.x + bar.width > layout.today), row[-1])

    def _show_bar(self, bar: Bar) -> None:
        self._let_go()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room, high = self._room(), self.viewport().height() - HEAD
        if bar.x < across.value() or bar.width > room:
            across.setValue(round(bar.x - 12))
        elif bar.x + bar.width > across.value() + room:
            across.setValue(round(bar.x + bar.width - room + 12))
        if ROW * bar.row < down.value():
            down.setValue(round(ROW * bar.row))
        elif ROW * (bar.row + 1) > down.value() + high:
            down.setValue(round(ROW * (bar.row + 1) - high))

    def _point(self, bar: Bar | None) -> None:
        if bar == self._pointed:
            return
        self._pointed = bar
        shape = Qt.CursorShape.ArrowCursor if bar is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.marked.emit(bar or self._current)
        self.viewport().update()

    def _show_tip(self, event: QHelpEvent) -> None:
        bar, layout = self.bar_at(event.pos()), self._layout
        text = ""
        if bar is not None:
            text = "\n".join(words.details(bar.seat, bar.span, self._voice))
        elif layout is not None and self._facts is not None and event.pos().x() < layout.side_width:
            row = int((event.pos().y() - HEAD + self.verticalScrollBar().value()) // ROW)
            if event.pos().y() >= HEAD and row < len(self._facts.seats):
                text = self._facts.seats[row].title
        QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
