"""The wheel on screen: as large as there is room, walked by the arrows, told by the mouse."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
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
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.i18n.voice import Voice
from app.services.wheel import words
from app.services.wheel.facts import WheelFacts
from app.services.wheel.layout import LEAST_SIZE, PlacedMark, WheelLayout, grown, lay_out
from app.views.theme.palette import current_tokens
from app.views.theme.tokens import Tokens
from app.views.widgets.drawing import paint_shapes, ring_path
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RINGS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RING_AWAY = 2.5


class WheelCanvas(QWidget):
    """One mark at a time has the keyboard; `opened` comes for Enter and for a click."""

    told = Signal(object)
    """The mark that is pointed at, or has the keyboard; `None` for none."""
    opened = Signal(object)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "wheel")
        self._voice = voice
        self._facts: WheelFacts | None = None
        self._layout: WheelLayout | None = None
        self._current: PlacedMark | None = None
        self._pointed: PlacedMark | None = None
        self._pressed: PlacedMark | None = None
        self._painted: tuple[tuple[WheelLayout, str, float], QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def layout_now(self) -> WheelLayout | None:
        """Where everything stands."""
        return self._layout

    @property
    def current(self) -> PlacedMark | None:
        """The mark with the keyboard."""
        return self._current

    def show_facts(self, facts: WheelFacts) -> None:
        """Show a year; a mark that is still there keeps the keyboard."""
        is_same = self._facts is not None and self._facts.year == facts.year
        self._facts = facts
        self.setAccessibleName(words.said(facts, self._voice))
        if not is_same:
            self._current = None
        self._lay_out()
        if self.hasFocus() and self._current is None:
            self.mark(self._first())
        self._tell()

    def mark(self, placed: PlacedMark | None) -> None:
        """Give a mark the keyboard, and tell what it is."""
        self._current = placed
        if placed is not None:
            said = ". ".join(words.details(placed.mark, self._voice))
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._tell()
        self.update()

    def mark_at(self, at: QPointF) -> PlacedMark | None:
        """The mark at a place in the widget."""
        if self._layout is None:
            return None
        corner = self._corner()
        return self._layout.mark_at(at.x() - corner.x(), at.y() - corner.y())

    def place_of(self, placed: PlacedMark) -> QPointF:
        """The middle of a mark in the widget."""
        return QPointF(*placed.middle) + self._corner()

    def ringed(self) -> list[tuple[PlacedMark, str]]:
        """The marks with a line around, and its ink."""
        found = []
        if self._pointed is not None:
            found.append((self._pointed, "muted"))
        if self._current is not None and self.hasFocus():
            found.append((self._current, "text"))
        return found

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(LEAST_SIZE), round(LEAST_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        tokens = current_tokens()
        painter = QPainter(self)
        painter.translate(self._corner())
        painter.drawPixmap(0, 0, self._picture(self._layout, tokens))
        for placed, ink in self.ringed():
            _paint_ring(painter, placed, ink, tokens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current.mark)
        elif is_plain and (wanted := self._step(key)) is not None:
            self.mark(wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by the keyboard marks what is next."""
        super().focusInEvent(event)
        if self._current is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.mark(self._first())
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.mark_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.mark_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        placed, self._pressed = self._pressed, None
        if placed is not None and placed == self.mark_at(event.position()):
            self.mark(placed)
            self.opened.emit(placed.mark)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            placed = self.mark_at(QPointF(event.pos()))
            said = "" if placed is None else "\n".join(words.details(placed.mark, self._voice))
            QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _picture(self, layout: WheelLayout, tokens: Tokens) -> QPixmap:
        """The wheel as painted before, while nothing but the marks around it has changed."""
        dots = self.devicePixelRatioF()
        key = (layout, tokens.scheme, dots)
        if self._painted is None or self._painted[0] != key:
            side = ceil(layout.size * dots)
            picture = QPixmap(side, side)
            picture.setDevicePixelRatio(dots)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_shapes(painter, layout.shapes, tokens)
            painter.end()
            self._painted = (key, picture)
        return self._painted[1]

    def _lay_out(self) -> None:
        """Everything anew for the room that there is."""
        if self._facts is None:
            return
        self._layout = lay_out(self._facts, min(self.width(), self.height()), self._voice)
        self._current = self._same(self._current)
        self._pointed = self._same(self._pointed)
        self.update()

    def _corner(self) -> QPointF:
        size = self._layout.size if self._layout is not None else 0.0
        return QPointF(round((self.width() - size) / 2), round((self.height() - size) / 2))

    def _same(self, placed: PlacedMark | None) -> PlacedMark | None:
        """The mark that now stands for what `placed` stood for."""
        if placed is None or self._layout is None:
            return None
        return self._layout.find(placed.mark.key)

    def _first(self) -> PlacedMark | None:
        """The next of the present year; of another year the first."""
        if self._layout is None or not self._layout.by_date:
            return None
        marks, today = self._layout.by_date, self._layout.facts.today
        if today is None:
            return marks[0]
        return next((placed for placed in marks if placed.mark.on >= today), marks[-1])

    def _step(self, key: Qt.Key) -> PlacedMark | None:
        """The mark that a key leads to: along the year, from ring to ring, first or last."""
        is_ours = key in _STEPS or key in _RINGS or key in (Qt.Key.Key_Home, Qt.Key.Key_End)
        if not is_ours or self._layout is None or not self._layout.by_date:
            return None
        marks = self._layout.by_date
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return marks[0] if key is Qt.Key.Key_Home else marks[-1]
        if self._current is None:
            return self._first()
        if key in _RINGS:
            return self._layout.nearest(self._current, _RINGS[key])
        place = marks.index(self._current) + _STEPS[key]
        return marks[min(max(place, 0), len(marks) - 1)]

    def _point(self, placed: PlacedMark | None) -> None:
        if placed == self._pointed:
            return
        self._pointed = placed
        shape = Qt.CursorShape.ArrowCursor if placed is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self._tell()
        self.update()

    def _tell(self) -> None:
        current = self._current if self.hasFocus() else None
        self.told.emit(self._pointed or current)


def _paint_ring(painter: QPainter, placed: PlacedMark, ink: str, tokens: Tokens) -> None:
    """A line around a mark, with air between: it is seen on every colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for away, colour, width in ((1.0, "surface", 2.0), (_RING_AWAY, ink, 2.0)):
        painter.setPen(QPen(QColor(getattr(tokens, colour)), width))
        painter.drawPath(ring_path(grown(placed.part, away)))
