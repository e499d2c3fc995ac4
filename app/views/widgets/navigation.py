"""The pages down the side of the window: icon, name, count; walked by mouse or arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from app.views.theme.fonts import font
from app.views.theme.icons import pixmap
from app.views.theme.metrics import (
    CONTROL_HEIGHT,
    HUGE,
    ICON,
    MEDIUM,
    NAVIGATION_WIDTH,
    RADIUS_CONTROL,
    SMALL,
    TINY,
)
from app.views.theme.palette import current_tokens
from app.views.widgets.layout import column
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, plain_tooltip

_SIDES, _EDGE = MEDIUM - 2, 1
"""The air at both sides, and the line on the right."""
_BEFORE_WORDS = SMALL + 2 + ICON + SMALL + 2


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a line of the navigation leads."""

    key: str
    title: str
    icon: str


class NavigationEntry(QAbstractButton):
    """One page; the chosen one stands on a surface of its own."""

    def __init__(self, destination: Destination, parent: QWidget) -> None:
        super().__init__(parent)
        self.destination = destination
        self._count = ""
        named(self, f"go-{destination.key}", destination.title)
        self.setText(destination.title.replace("&", "&&"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> str:
        """What stands at the right, `4`; empty for nothing."""
        return self._count

    def show_count(self, count: str) -> None:
        """Change what stands at the right."""
        self._count = count
        title = self.destination.title
        self.setAccessibleName(f"{title}, {count}" if count else title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NAVIGATION_WIDTH - 2 * MEDIUM, CONTROL_HEIGHT)

    def asked_width(self) -> int:
        """The room that the whole title needs, in the letters of the page that is open."""
        words = QFontMetrics(font("strong")).horizontalAdvance(self.destination.title)
        return _BEFORE_WORDS + words + 2 * MEDIUM

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A title that is cut is told whole when it is pointed at."""
        super().resizeEvent(event)
        is_cut = self.asked_width() > event.size().width()
        self.setToolTip(plain_tooltip(self.destination.title) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = tokens.accent if self.isChecked() else tokens.text
        middle = self.height() // 2
        scale = self.devicePixelRatioF()
        colour = "accent" if self.isChecked() else "muted"
        painter.drawPixmap(
            SMALL + 2, middle - ICON // 2, pixmap(self.destination.icon, colour, ICON, scale)
        )
        count_width = self._paint_count(painter, tokens.muted)
        painter.setFont(font("strong" if self.isChecked() else "body"))
        painter.setPen(QColor(ink))
        left = _BEFORE_WORDS
        room = QRect(left, 0, self.width() - left - count_width - MEDIUM, self.height())
        words = painter.fontMetrics().elidedText(
            self.destination.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = current_tokens()
        if self.isChecked():
            ground, line = tokens.surface, tokens.line
        elif self.underMouse():
            ground, line = tokens.pressed, tokens.pressed
        else:
            ground = line = tokens.side
        if self.hasFocus():
            line = tokens.accent
        painter.setPen(QPen(QColor(line), 1))
        painter.setBrush(QColor(ground))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_count(self, painter: QPainter, ink: str) -> int:
        """Paint the count and return the room that it took."""
        if not self._count:
            return 0
        painter.setFont(font("small"))
        painter.setPen(QColor(ink))
        painter.drawText(
            self.rect().adjusted(0, 0, -SMALL - 2, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self._count,
        )
        return painter.fontMetrics().horizontalAdvance(self._count) + SMALL


class SideNavigation(QFrame):
    """Shows only pages that exist; `chosen` tells the key of the one that the user wants."""

    chosen = Signal(str)

    def __init__(
        self,
        heading: str,
        below: str,
        spoken: str,
        corner: QWidget,
        parent: QWidget | None = None,
        *,
        widest: int = NAVIGATION_WIDTH,
    ) -> None:
        """No narrower than its longest title asks for, up to `widest`."""
        super().__init__(parent)
        named(self, "navigation", spoken)
        self._widest = widest
        self.setFixedWidth(NAVIGATION_WIDTH)
        self._group = QButtonGroup(self)
        self._entries: dict[str, NavigationEntry] = {}
        head = named(ShortText(heading, "strong"), "council-name")
        file = named(ShortText(below, "small", "muted"), "council-file")
        self._list = column(gap=TINY - 1)
        outer = column(gap=0, margins=(_SIDES, HUGE - TINY, _SIDES, MEDIUM + 2))
        outer.addLayout(column(head, file, gap=TINY - 2, margins=(SMALL + 2, 0, 0, MEDIUM + 1)))
        outer.addLayout(self._list)
        outer.addStretch(1)
        outer.addLayout(column(corner, margins=(SMALL + 2, 0, SMALL, 0)))
        self.setLayout(outer)

    def show_destinations(self, destinations: Sequence[Destination]) -> None:
        """Fill the list."""
        for destination in destinations:
            entry = NavigationEntry(destination, self)
            entry.clicked.connect(lambda _=False, key=destination.key: self.chosen.emit(key))
            self._group.addButton(entry)
            self._list.addWidget(entry)
            self._entries[destination.key] = entry
        asked = max((entry.asked_width() for entry in self._entries.values()), default=0)
        wanted = asked + 2 * _SIDES + _EDGE
        self.setFixedWidth(min(max(wanted, NAVIGATION_WIDTH), self._widest))

    def entry(self, key: str) -> NavigationEntry:
        """The line of one page."""
        return self._entries[key]

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._entries[key].setChecked(True)

    def show_count(self, key: str, count: str) -> None:
        """Change what stands at the right of a page; pages that are not there are passed by."""
        if key in self._entries:
            self._entries[key].show_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the page before or after, and open it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entries = list(self._entries.values())
        here = next((place for place, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = entries[(here + step) % len(entries)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()
