"""How a year is painted on a sheet, and the signs that its legend explains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.i18n.voice import Voice, capital
from app.services.overview.next_meeting import OpenState
from app.services.year.days import Day, YearDays
from app.views.theme.fonts import font
from app.views.theme.tokens import Tokens
from app.views.year.calendar.inks import soft, strong
from app.views.year.calendar.sheet_plan import SheetPlan

_BAR, _CORNER = 3, 6
_ROUND = 3


@dataclass(frozen=True, slots=True)
class Marks:
    """The day with the keyboard's mark, and the one that the mouse is over."""

    current: date | None = None
    pointed: date | None = None


class SheetPainting:
    """One painting of a year."""

    def __init__(
        self,
        painter: QPainter,
        plan: SheetPlan,
        days: YearDays,
        inks: Mapping[str, str],
        tokens: Tokens,
        voice: Voice,
    ) -> None:
        self._painter, self._plan, self._days = painter, plan, days
        self._inks, self._tokens, self._voice = inks, tokens, voice
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def all(self, marks: Marks) -> None:
        """Every month with its days, then what is pointed at."""
        for month in range(1, 13):
            self._month(date(self._plan.year, month, 1))
        for on, ink in ((marks.pointed, "muted"), (marks.current, "text")):
            if on is not None:
                ring(self._painter, self._plan.day(on).adjusted(-1, -1, 1, 1), ink, self._tokens)

    def _month(self, first: date) -> None:
        formats, plan = self._voice.formats, self._plan
        title = plan.title(first.month)
        self._words(title, capital(formats.month_name(first)), "section", "text", left=True)
        monday = first - timedelta(days=first.weekday())
        for weekday in range(7):
            place = plan.letter(first.month, weekday)
            letter = formats.weekday_letter(monday + timedelta(days=weekday))
            self._words(place, letter, "small", "muted")
        line = plan.letter(first.month, 0).bottomLeft()
        self._painter.setPen(QPen(QColor(self._tokens.line), 1))
        self._painter.drawLine(line, QPointF(plan.box(first.month).right(), line.y()))
        on = first
        while on.month == first.month:
            if on.day == 1 or on.weekday() == 0:
                self._words(plan.week(on), str(on.isocalendar().week), "week", "muted")
            paint_day(self._painter, plan.day(on), self._days.day(on), self._inks, self._tokens)
            if on == self._days.view.today:
                ring(self._painter, plan.day(on), "accent", self._tokens)
            on += timedelta(days=1)

    def _words(self, place: QRectF, text: str, step: str, ink: str, *, left: bool = False) -> None:
        written = font("small" if step == "week" else step)
        if step == "week":
            written.setPixelSize(10)
        self._painter.setFont(written)
        self._painter.setPen(QColor(getattr(self._tokens, ink)))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)


def paint_day(
    painter: QPainter, place: QRectF, day: Day, inks: Mapping[str, str], tokens: Tokens
) -> None:
    """The number of a day over its ground, with the signs of what is on it."""
    inner = place.adjusted(1, 1, -1, -1)
    on = [one for one in day.meetings if not one.is_cancelled]
    _ground(painter, inner, day, tokens)
    if on:
        _meeting(painter, inner, [inks.get(one.body, "muted") for one in on], tokens)
    is_off = day.holiday is not None or day.is_weekend
    ink = "bad" if day.holiday is not None else "muted" if is_off and not on else "text"
    painter.setFont(font("strong" if on else "small"))
    painter.setPen(QColor(getattr(tokens, ink)))
    painter.drawText(inner.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, str(day.on.day))
    if day.deadlines:
        is_late = any(one.state is OpenState.LATE for one in day.deadlines)
        corner(painter, inner, "bad" if is_late else "muted", tokens, is_large=is_late)
    if day.points:
        is_lacking = any(one.lacks_meeting for one in day.points)
        diamond(painter, inner.topLeft() + QPointF(4, 4), "warn" if is_lacking else "text", tokens)


def _ground(painter: QPainter, inner: QRectF, day: Day, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if day.holiday is not None:
        painter.setBrush(QColor(tokens.bad_soft))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
    if day.kept_free:
        painter.setBrush(QColor(tokens.neutral_soft))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
        painter.setBrush(QBrush(QColor(tokens.field_line), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)


def _meeting(painter: QPainter, inner: QRectF, inks: list[str], tokens: Tokens) -> None:
    """A ground, and under the number a piece of bar for each body."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft(inks[0], tokens))
    painter.drawRoundedRect(inner, _ROUND, _ROUND)
    bodies = list(dict.fromkeys(inks))
    wide = inner.width() / len(bodies)
    for number, ink in enumerate(bodies):
        bar = QRectF(inner.left() + number * wide, inner.bottom() - _BAR, wide, _BAR)
        painter.fillRect(bar, strong(ink, tokens))


def corner(
    painter: QPainter, inner: QRectF, ink: str, tokens: Tokens, *, is_large: bool = False
) -> None:
    """The sign of a deadline: a folded corner, larger when it has passed."""
    size = min(_CORNER, inner.height() / 3) + (2 if is_large else 0)
    top = inner.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens, ink)))
    painter.drawPolygon(QPolygonF([top, top + QPointF(-size, 0), top + QPointF(0, size)]))


def diamond(painter: QPainter, middle: QPointF, ink: str, tokens: Tokens) -> None:
    """The sign of a fixed point."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens, ink)))
    ends = (QPointF(0, -3), QPointF(3, 0), QPointF(0, 3), QPointF(-3, 0))
    painter.drawPolygon(QPolygonF([middle + end for end in ends]))


def ring(painter: QPainter, place: QRectF, ink: str, tokens: Tokens) -> None:
    """Around a day: today, what is pointed at, where the keyboard is."""
    painter.setPen(QPen(QColor(getattr(tokens, ink)), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
