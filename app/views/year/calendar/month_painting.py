"""How a day is painted in its month: its number and name, meetings as blocks, the rest as lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.overview.next_meeting import OpenState
from app.services.year.days import Day, Line
from app.services.year.facts import YearDeadline, YearMeeting, YearPoint
from app.views.theme.fonts import font
from app.views.theme.icons import pixmap
from app.views.theme.metrics import RADIUS_CHIP, SMALL, TINY
from app.views.theme.tokens import Tokens
from app.views.year.calendar import words
from app.views.year.calendar.inks import soft, strong
from app.views.year.calendar.month_plan import HEAD, Placed, plan

MORE = _("+{n} til")
_ICON, _BAR = 12, 3


@dataclass(frozen=True, slots=True)
class Look:
    """What the painting of a cell has to know beside its day."""

    tokens: Tokens
    voice: Voice
    today: date
    inks: Mapping[str, str] = field(default_factory=dict)
    is_of_month: bool = True
    is_current: bool = False
    has_keyboard: bool = False
    is_target: bool = False
    chosen: Line | None = None


class CellPainting:
    """One painting of one cell."""

    def __init__(self, painter: QPainter, cell: QRect, day: Day, look: Look) -> None:
        self._painter, self._cell, self._day, self._look = painter, cell, day, look
        self._tokens = look.tokens

    def all(self) -> None:
        """The ground, the day's own words, its lines, and what marks it."""
        self._painter.save()
        self._painter.setClipRect(self._cell)
        self._ground()
        self._head()
        planned = plan(self._day, self._cell)
        for placed in planned.lines:
            self._line(placed)
        if planned.more:
            more = self._look.voice.fill(MORE, n=planned.more)
            self._words(planned.more_place.adjusted(SMALL, 0, 0, 0), more, "caption", "accent")
        self._marks()
        self._painter.restore()

    def meeting_alone(self, meeting: YearMeeting) -> None:
        """The block of a meeting that is being carried, and nothing around it."""
        self._painter.fillRect(self._cell, QColor(self._tokens.surface))
        self._meeting(Placed(meeting, self._cell), meeting)
        self._ring(QRectF(self._cell), "accent", 1)

    def _ground(self) -> None:
        tokens, day = self._tokens, self._day
        ground = tokens.surface
        if not self._look.is_of_month:
            ground = tokens.background
        elif day.holiday is not None:
            ground = tokens.bad_soft
        elif day.kept_free:
            ground = tokens.neutral_soft
        elif day.is_weekend:
            ground = tokens.side
        self._painter.fillRect(self._cell, QColor(ground))
        if day.kept_free and self._look.is_of_month:
            hatch = QBrush(QColor(tokens.line), Qt.BrushStyle.BDiagPattern)
            self._painter.fillRect(self._cell, hatch)
        self._painter.setPen(QPen(QColor(tokens.line), 1))
        self._painter.drawLine(self._cell.topLeft(), self._cell.topRight())
        self._painter.drawLine(self._cell.topLeft(), self._cell.bottomLeft())

    def _head(self) -> None:
        tokens, day, look = self._tokens, self._day, self._look
        is_today = day.on == look.today
        number = str(day.on.day)
        top = QRect(self._cell.left(), self._cell.top() + 2, self._cell.width() - SMALL, HEAD - 2)
        self._painter.setFont(font("strong"))
        wide = self._painter.fontMetrics().horizontalAdvance(number)
        place = QRect(top.left() + SMALL, top.top(), wide, top.height())
        ink = self._number_ink()
        if is_today:
            ink = "on_accent"
            pill = QRectF(place).adjusted(-5, 1, 5, -1)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(tokens.accent))
            self._painter.drawRoundedRect(pill, 9, 9)
        self._words(place, number, "strong" if look.is_of_month else "body", ink)
        marks = ", ".join(words.names(day, look.today, look.voice)) if look.is_of_month else ""
        rest = top.adjusted(SMALL + wide + SMALL + 2, 0, 0, 0)
        name_ink = "bad" if day.holiday is not None else "accent" if is_today else "muted"
        self._words(rest, marks, "small", name_ink)

    def _number_ink(self) -> str:
        if not self._look.is_of_month or (self._day.is_weekend and self._day.holiday is None):
            return "muted"
        return "bad" if self._day.holiday is not None else "text"

    def _line(self, placed: Placed) -> None:
        if isinstance(placed.line, YearMeeting):
            self._meeting(placed, placed.line)
        elif isinstance(placed.line, YearDeadline):
            self._deadline(placed.place, placed.line)
        else:
            self._point(placed.place, placed.line)
        if placed.line == self._look.chosen and self._look.is_current:
            ink = "accent" if self._look.has_keyboard else "field_line"
            self._ring(QRectF(placed.place), ink, 1.5)

    def _meeting(self, placed: Placed, meeting: YearMeeting) -> None:
        look, place = self._look, placed.place
        self._block(place, look.inks.get(meeting.body, "muted"), meeting.is_cancelled)
        inner = place.adjusted(_BAR + 5, 0, -TINY, 0)
        first = QRect(inner.left(), inner.top(), inner.width(), inner.height())
        if placed.is_tall:
            first.setHeight(inner.height() // 2 + 1)
        if self._day.amiss_with(meeting):
            self._icon(first, "triangle-alert", "warn", at_right=True)
            first.setRight(first.right() - _ICON - TINY)
        at = words.start(meeting, look.voice)
        host = words.where(meeting)
        ink = "muted" if meeting.is_cancelled else "text"
        if meeting.is_cancelled:
            host = look.voice.label("meeting_status", meeting.status)
        name = meeting.body_name if placed.is_tall else f"{at} {meeting.body_name}"
        short = ", ".join(part for part in (name, host) if part and not placed.is_tall)
        self._words(first, short or name, "caption", ink, meeting.is_cancelled)
        if placed.is_tall:
            second = QRect(inner.left(), first.bottom(), inner.width(), inner.height() // 2)
            self._words(second, f"{at} {host}", "small", ink)

    def _block(self, place: QRect, ink: str, is_cancelled: bool) -> None:
        """A soft ground with a bar of the body's colour; what is called off has a dashed edge."""
        painter, tokens = self._painter, self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_cancelled:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.muted), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft(ink, tokens))
        painter.drawRoundedRect(place, RADIUS_CHIP, RADIUS_CHIP)
        painter.setBrush(strong(ink, tokens))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), _BAR, place.height()), 1.5, 1.5)

    def _deadline(self, place: QRect, deadline: YearDeadline) -> None:
        look = self._look
        icon, ink = _DEADLINES[deadline.state]
        said = words.title(deadline, look.voice)
        if deadline.state is OpenState.LATE:
            said = f"{look.voice.word(words.LATE)}: {said}"
        self._iconed(place, icon, ink, said, ink if ink == "bad" else "muted", deadline.body)

    def _point(self, place: QRect, point: YearPoint) -> None:
        said, ink = point.title, "text"
        if point.lacks_meeting:
            said, ink = f"{self._look.voice.word(words.LACKS_MEETING)}: {point.title}", "warn"
        icon = "triangle-alert" if point.lacks_meeting else "star"
        self._iconed(place, icon, ink if ink == "warn" else "muted", said, ink, point.body)

    def _iconed(self, place: QRect, icon: str, ink: str, said: str, words: str, body: str) -> None:
        """A thin bar in the body's colour, an icon, and the words."""
        bar = QRectF(place.left(), place.top() + 3, 2, place.height() - 6)
        self._painter.fillRect(bar, strong(self._look.inks.get(body, "muted"), self._tokens))
        inner = place.adjusted(_BAR + 3, 0, 0, 0)
        self._icon(inner, icon, ink)
        self._words(inner.adjusted(_ICON + TINY, 0, 0, 0), said, "small", words)

    def _icon(self, place: QRect, name: str, ink: str, *, at_right: bool = False) -> None:
        scale = self._painter.device().devicePixelRatioF()
        left = place.right() - _ICON if at_right else place.left()
        corner = QPointF(left, place.top() + (place.height() - _ICON) / 2)
        self._painter.drawPixmap(corner, pixmap(name, ink, _ICON, scale))

    def _words(self, place: QRect, text: str, step: str, ink: str, is_struck: bool = False) -> None:
        written = font(step)
        written.setStrikeOut(is_struck)
        self._painter.setFont(written)
        self._painter.setPen(QColor(getattr(self._tokens, ink)))
        shown = self._painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, place.width() + 1
        )
        self._painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
        )

    def _marks(self) -> None:
        cell = QRectF(self._cell).adjusted(1, 1, -2, -2)
        if self._look.is_target:
            self._ring(cell, "accent", 2, Qt.PenStyle.DashLine)
        elif self._look.is_current:
            self._ring(cell, "accent" if self._look.has_keyboard else "field_line", 1.5)

    def _ring(
        self, place: QRectF, ink: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(QColor(getattr(self._tokens, ink)), width, style))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


_DEADLINES = {
    OpenState.DONE: ("check", "ok"),
    OpenState.MADE: ("check", "accent"),
    OpenState.LATE: ("circle-alert", "bad"),
    OpenState.SOON: ("clock", "warn"),
    OpenState.NEXT: ("clock", "muted"),
}
"""The icon of a deadline by how it stands, and its colour."""
