"""Paints the lines of a year's plan: mark, day, body, host, first deadlines, and why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.views.theme.fonts import font
from app.views.theme.icons import pixmap
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.theme.palette import current_tokens
from app.views.theme.tokens import Tone
from app.views.widgets.entries import Index
from app.views.widgets.entry_list import wrapped
from app.views.widgets.painted_chip import chip_size, paint_chip
from app.views.year.planning.lines import PlanLine, Remark

LINE = Qt.ItemDataRole.UserRole + 2
"""The `PlanLine` itself."""

_AIR = 9
_TICK = 16
_DAY = 104
_HOST, _DEADLINES = 112, 176
_ICON = 14
_GAP = 3


class PlanDelegate(QStyledItemDelegate):
    """Two lines of facts in columns, and the remarks under them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PlanLine = index.data(LINE)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, place, option.state)
        if not line.is_there:
            _paint_tick(painter, tick_place(place), line.is_taken)
        day, body, host, deadlines = _columns(place)
        ink = "text" if line.is_taken else "muted"
        _two_lines(painter, day, line.day, line.weekday, ink, strong=line.is_taken)
        if not line.host:
            body.setRight(deadlines.left() - SMALL)
        _two_lines(painter, body, line.title, line.below, ink)
        _two_lines(painter, host, line.host, line.host_below if line.host else "", ink)
        _paint_right(painter, deadlines, line)
        top = place.top() + _facts_height()
        for remark in line.remarks:
            room = _remark_room(place, top)
            top += _paint_remark(painter, room, remark, line.is_taken)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: PlanLine = index.data(LINE)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 700
        room = _remark_room(QRect(0, 0, width, 100), 0)
        height = _facts_height() + sum(_remark_height(room, one) for one in line.remarks)
        return QSize(width, height + (TINY if line.remarks else 0) + 1)


def tick_place(row: QRect) -> QRect:
    """Where the mark of a row stands."""
    return QRect(row.left() + LARGE, row.top() + _AIR + 1, _TICK, _TICK)


def _columns(row: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    left = row.left() + LARGE + _TICK + MEDIUM
    top, height = row.top() + _AIR, _facts_height() - _AIR
    right = row.right() - LARGE
    body = left + _DAY
    deadlines = right - _DEADLINES
    host = deadlines - _HOST
    return (
        QRect(left, top, _DAY - SMALL, height),
        QRect(body, top, host - body - SMALL, height),
        QRect(host, top, _HOST - SMALL, height),
        QRect(deadlines, top, _DEADLINES, height),
    )


def _paint_ground(painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
    tokens = current_tokens()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(tokens.accent_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(tokens.hover))
    painter.setPen(QPen(QColor(tokens.faint_line), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if state & QStyle.StateFlag.State_HasFocus:
        bar = QRect(place.left(), place.top(), 3, place.height() - 1)
        painter.fillRect(bar, QColor(tokens.accent))


def _paint_tick(painter: QPainter, place: QRect, is_on: bool) -> None:
    tokens = current_tokens()
    painter.setPen(QPen(QColor(tokens.accent if is_on else tokens.muted), 1.2))
    painter.setBrush(QColor(tokens.accent if is_on else tokens.surface))
    painter.drawRoundedRect(place, TINY, TINY)
    if is_on:
        _draw_icon(painter, place.topLeft() + QPoint(2, 2), "check", "on_accent", _TICK - 4)


def _two_lines(
    painter: QPainter, place: QRect, title: str, below: str, ink: str, *, strong: bool = False
) -> None:
    tokens = current_tokens()
    _words(painter, place, title, "strong" if strong else "medium", getattr(tokens, ink))
    under = place.adjusted(0, _step("medium"), 0, 0)
    _words(painter, under, below, "small", tokens.muted)


def _paint_right(painter: QPainter, place: QRect, line: PlanLine) -> None:
    """The first deadlines; a chip instead where there is something to say of the line itself."""
    tokens = current_tokens()
    if line.mark:
        size = chip_size(line.mark)
        tone: Tone = "accent" if line.is_taken else "neutral"
        paint_chip(painter, place.right() - size.width() + 1, place.top() - 2, line.mark, tone)
    texts = line.deadlines[-1:] if line.mark else line.deadlines
    top = place.adjusted(0, _step("medium"), 0, 0) if line.mark else place.adjusted(0, 1, 0, 0)
    for text in texts:
        _words(painter, top, text, "small", tokens.muted, Qt.AlignmentFlag.AlignRight)
        top = top.adjusted(0, _step("medium"), 0, 0)


def _words(
    painter: QPainter,
    place: QRect,
    text: str,
    step: str,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font(step))
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side, shown)


def _remark_room(row: QRect, top: int) -> QRect:
    left = row.left() + LARGE + _TICK + MEDIUM + _DAY
    return QRect(left, top, row.right() - LARGE - left, 100)


def _paint_remark(painter: QPainter, room: QRect, remark: Remark, is_taken: bool) -> int:
    """Paint a remark, and answer how high it is."""
    tokens = current_tokens()
    ink = remark.ink if is_taken else "muted"
    _draw_icon(painter, room.topLeft() + QPoint(0, 1), remark.icon, ink, _ICON)
    words = room.adjusted(_ICON + SMALL - 2, 0, 0, 0)
    text = QColor(tokens.text if is_taken else tokens.muted)
    painter.setFont(font("small"))
    painter.setPen(text)
    for each in wrapped(remark.text, painter.fontMetrics(), words.width()):
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, each)
        words.setTop(words.top() + _step("small"))
    return _remark_height(room, remark)


def _remark_height(room: QRect, remark: Remark) -> int:
    width = room.width() - _ICON - SMALL + 2
    lines = wrapped(remark.text, QFontMetrics(font("small")), width)
    return len(lines) * _step("small") + _GAP


def _draw_icon(painter: QPainter, corner: QPoint, name: str, ink: str, size: int) -> None:
    device = painter.device()
    painter.drawPixmap(corner, pixmap(name, ink, size, device.devicePixelRatioF()))


def _facts_height() -> int:
    return 2 * _AIR + _step("medium") + _step("small") - TINY


def _step(step: str) -> int:
    return QFontMetrics(font(step)).height() + 1
