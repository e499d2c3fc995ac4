"""Putting widgets beside and under each other, with the distances of the theme only."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.views.theme.metrics import HUGE, LARGE, SMALL

Margins = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def row(*widgets: QWidget | None, gap: int = SMALL, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row; `None` is a stretch."""
    return _filled(QHBoxLayout(), widgets, gap, margins)


def column(
    *widgets: QWidget | None, gap: int = SMALL, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A column; `None` is a stretch."""
    return _filled(QVBoxLayout(), widgets, gap, margins)


def side_by_side(
    owner: QWidget, *parts: QWidget, share: tuple[int, ...], name: str = "split"
) -> QSplitter:
    """Fill `owner` with `parts` that the user may give more or less room, from `share` on."""
    splitter = QSplitter(Qt.Orientation.Horizontal, owner)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part, weight in zip(parts, share, strict=True):
        splitter.addWidget(part)
        splitter.setStretchFactor(splitter.count() - 1, weight)
    splitter.setSizes([weight * 100 for weight in share])
    outer = QVBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(splitter)
    return splitter


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """`content` in an area that scrolls up and down, never sideways."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setObjectName("scrolled")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def page_margins() -> Margins:
    """The air around the cards of a page."""
    return (HUGE, LARGE + 4, HUGE, LARGE + 4)


class Panel(QFrame):
    """A plain surface with a line on one edge, such as the list beside an editor."""

    def __init__(self, edge: str = "none", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", edge)


class FlowLayout(QLayout):
    """Widgets one after the other, on as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = SMALL) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()  # what is added after the first showing has no place yet

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height that the lines need; with `move`, the items are put there."""
        top = rect.y()
        for line in self._lines(rect.width()):
            left, tallest = rect.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                hint = item.sizeHint()
                width = min(hint.width(), rect.width())
                if move:
                    corner = QPoint(left, top + (tallest - hint.height()) // 2)
                    item.setGeometry(QRect(corner, QSize(width, hint.height())))
                left += width + self._gap
            top += tallest + self._gap
        return max(top - self._gap - rect.y(), 0)

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        """The items by line; one that is wider than the room has a line of its own."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            width = item.sizeHint().width()
            if not lines or left + width > room:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += width + self._gap
        return lines


def _filled(box: Box, widgets: tuple[QWidget | None, ...], gap: int, margins: Margins) -> Box:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            box.addWidget(widget)
    return box
