"""Tabs with a line under the chosen one, each with a muted word about what is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from app.views.theme.fonts import font
from app.views.theme.metrics import HUGE, LARGE, TINY
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named

_HEIGHT = 38
_LINE = 2


class TabStrip(QTabBar):
    """The tabs alone: `Saksliste 8`, `Sakspapirer 2 mangler`; the arrows walk them."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: list[str] = []
        self._gap = HUGE

    def be_narrow(self, is_narrow: bool) -> None:
        """Stand closer together, where the room is short."""
        gap = LARGE if is_narrow else HUGE
        if gap != self._gap:
            self._gap = gap
            for key in self._keys:
                self.tell(key, str(self.tabData(self._keys.index(key)) or ""))

    def add(self, key: str, title: str, side: str = "") -> None:
        """Add a tab at the end."""
        self._keys.append(key)
        self.addTab(title.replace("&", "&&"))
        self.tell(key, side)

    def tell(self, key: str, side: str) -> None:
        """Change the muted word of a tab."""
        place = self._keys.index(key)
        self.setTabData(place, side)
        self.setAccessibleTabName(place, f"{self._title(place)} {side}".strip())
        # Sizes are asked for anew only when something about a tab changes.
        self.setTabText(place, self.tabText(place))
        self.updateGeometry()
        self.update()

    def show_tab(self, key: str, is_there: bool) -> None:
        """Have a tab or not; which one is chosen then is for the caller to say, and is not told."""
        was_blocked = self.blockSignals(True)
        self.setTabVisible(self._keys.index(key), is_there)
        self.blockSignals(was_blocked)

    def key(self) -> str:
        """The chosen tab's key."""
        return self._keys[self.currentIndex()]

    @property
    def tab_keys(self) -> tuple[str, ...]:
        """Every tab's key, in order."""
        return tuple(self._keys)

    def choose(self, key: str) -> None:
        """Choose a tab."""
        self.setCurrentIndex(self._keys.index(key))

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._word_width(index) + self._gap, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        tokens = current_tokens()
        place = self.tabRect(index)
        chosen = index == self.currentIndex()
        words = QRect(place.x(), place.y(), place.width(), place.height() - _LINE)
        painter.setFont(font("strong" if chosen else "medium"))
        painter.setPen(QColor(tokens.text if chosen else tokens.muted))
        title = self._title(index)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(title) + TINY + 1)
        painter.setFont(font("body"))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabData(index) or "")
        width = self._word_width(index)
        if chosen:
            line = QRect(place.x(), place.bottom() - _LINE + 1, width, _LINE)
            painter.fillRect(line, QColor(tokens.accent))
        if chosen and self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(place.adjusted(-3, 7, width - place.width() + 4, -8), 4, 4)

    def _word_width(self, index: int) -> int:
        width = QFontMetrics(font("strong")).horizontalAdvance(self._title(index))
        side = self.tabData(index) or ""
        if side:
            width += TINY + 1 + QFontMetrics(font("body")).horizontalAdvance(side)
        return width + 1

    def _title(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")


class TabStack(QStackedWidget):
    """The pages behind a strip, each built when it is first chosen."""

    def __init__(self, strip: TabStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._makers: list[Callable[[], QWidget]] = []
        self._made: dict[int, QWidget] = {}
        strip.currentChanged.connect(self._show)

    def add(self, key: str, title: str, make: Callable[[], QWidget], side: str = "") -> None:
        """Add a tab whose page `make` builds when it is wanted."""
        self._makers.append(make)
        self._strip.add(key, title, side)
        if len(self._makers) == 1:
            self._show(0)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._makers):
            return
        if place not in self._made:
            self._made[place] = self._makers[place]()
            self.addWidget(self._made[place])
        self.setCurrentWidget(self._made[place])
