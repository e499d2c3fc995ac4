"""How the timeline is painted: only what is in sight, and what scrolls apart each in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from app.domain.drawing import Shape, Stroke, across
from app.services.timeline.layout import HEAD, ROW, Bar, Layout, frame, today_line
from app.views.theme.tokens import Tokens
from app.views.widgets.drawing import paint_shapes


class Seen(Protocol):
    """What the painting asks of the canvas."""

    def viewport(self) -> QWidget:
        """Where it is painted."""

    def horizontalScrollBar(self) -> QScrollBar:
        """How far it is scrolled to the right."""

    def verticalScrollBar(self) -> QScrollBar:
        """How far it is scrolled down."""

    def rows_seen(self) -> tuple[int, int]:
        """The first row in sight, and the one after the last."""

    def ringed(self) -> list[tuple[Bar, str]]:
        """The bars with a ring around, and its ink."""


class Painting:
    """One painting of the canvas, part by part."""

    def __init__(self, painter: QPainter, layout: Layout, tokens: Tokens, canvas: Seen) -> None:
        self._painter, self._layout, self._tokens = painter, layout, tokens
        self._canvas = canvas
        self._area = canvas.viewport().rect()
        self._left = canvas.horizontalScrollBar().value()
        self._top = canvas.verticalScrollBar().value()

    def all(self) -> None:
        """The rows first, then what covers their edges."""
        side, first, last = self._layout.side_width, *self._canvas.rows_seen()
        wide, high = self._area.width() - side, self._area.height() - HEAD
        self._in(QRectF(side, HEAD, wide, high), QPointF(side - self._left, HEAD - self._top))
        self._rows(first, last)
        self._in(QRectF(0, HEAD, side, high), QPointF(0, HEAD - self._top))
        for row in range(first, last):
            self._paint(self._layout.side(row))
            self._paint([Stroke(0, ROW * (row + 1), side, ROW * (row + 1), "faint_line")])
        self._in(QRectF(side, 0, wide, HEAD), QPointF(side - self._left, 0))
        self._paint(year for year in self._layout.head if across(year)[0] >= self._left - 1)
        self._in(QRectF(0, 0, self._area.width(), HEAD), QPointF(0, 0))
        self._paint(self._layout.corner)
        self._paint([Stroke(0, HEAD - 1, self._area.width(), HEAD - 1, "line")])

    def _rows(self, first: int, last: int) -> None:
        layout = self._layout
        self._paint(frame(layout, first, last))
        self._paint(self._grounds(first, last))
        self._paint([today_line(layout, ROW * first, ROW * last)])
        self._paint(self._labels(first, last))
        for bar, ink in self._canvas.ringed():
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setPen(QPen(QColor(getattr(self._tokens, ink)), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(bar.x, bar.y, bar.width, bar.height).adjusted(-2, -2, 2, 2)
            self._painter.drawRoundedRect(ring, 5, 5)

    def _in(self, clip: QRectF, corner: QPointF) -> None:
        self._painter.resetTransform()
        self._painter.setClipRect(clip)
        self._painter.translate(corner)

    def _paint(self, shapes: Iterable[Shape]) -> None:
        paint_shapes(self._painter, shapes, self._tokens)

    def _labels(self, first: int, last: int) -> Iterator[Shape]:
        right = self._left + self._area.width() - self._layout.side_width
        for row in range(first, last):
            for label in self._layout.labels(row):
                if label.words.x < right and max(label.end, label.words.x) > self._left:
                    yield label.seen_from(self._left)

    def _grounds(self, first: int, last: int) -> Iterator[Shape]:
        right = self._left + self._area.width() - self._layout.side_width
        for row in range(first, last):
            for shape in self._layout.ground(row):
                start, end = across(shape)
                if start < right and end >= self._left:
                    yield shape
