"""What the signs on the sheet of the year mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.days import Day
from app.services.year.facts import YearMeeting
from app.views.theme.fonts import font
from app.views.theme.metrics import LARGE, SMALL
from app.views.theme.palette import current_tokens
from app.views.theme.tokens import Tokens
from app.views.widgets.layout import FlowLayout
from app.views.widgets.naming import named
from app.views.year.calendar.sheet_painting import corner, diamond, paint_day, ring

NAME = _("Tegnforklaring")
_SIGN, _HEIGHT = 22, 22
_A_DAY = date(2026, 12, 4)

Paint = Callable[[QPainter, QRectF, Tokens], None]


class _Sign(QWidget):
    """A sign and its word."""

    def __init__(self, text: str, paint: Paint) -> None:
        super().__init__()
        self._text, self._paint = text, paint
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font("small")).horizontalAdvance(self._text)
        return QSize(_SIGN + SMALL + wide + 1, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        self._paint(painter, QRectF(0, 2, _SIGN, _HEIGHT - 4), tokens)
        painter.restore()
        painter.setFont(font("small"))
        painter.setPen(QColor(tokens.muted))
        room = self.rect().adjusted(_SIGN + SMALL, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)


class SheetLegend(QWidget):
    """On as many lines as the width asks for."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "sheet-legend", voice.word(NAME))
        flow = FlowLayout(self, gap=LARGE - 2)
        signs = _signs(voice)
        for text, paint in signs:
            flow.addWidget(_Sign(text, paint))
        self.setAccessibleDescription(", ".join(text for text, _paint in signs))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _signs(voice: Voice) -> list[tuple[str, Paint]]:
    word = voice.word
    return [
        (word(_("møte, med organets farge")), _of_day(_with_meeting())),
        (word(_("frist")), lambda painter, place, tokens: corner(painter, place, "muted", tokens)),
        (
            word(_("over fristen")),
            lambda painter, place, tokens: corner(painter, place, "bad", tokens, is_large=True),
        ),
        (
            word(_("fast punkt i årshjulet")),
            lambda painter, place, tokens: diamond(painter, place.center(), "text", tokens),
        ),
        (
            word(_("offentlig fridag")),
            _of_day(Day(on=_A_DAY, holiday="labour_day", kept_free=())),
        ),
        (word(_("holdt fri")), _of_day(Day(on=_A_DAY, holiday=None, kept_free=(" ",)))),
        (word(_("i dag")), lambda painter, place, tokens: ring(painter, place, "accent", tokens)),
    ]


def _of_day(day: Day) -> Paint:
    def paint(painter: QPainter, place: QRectF, tokens: Tokens) -> None:
        paint_day(painter, place, day, {"": "public"}, tokens)

    return paint


def _with_meeting() -> Day:
    meeting = YearMeeting(
        id=0,
        version=0,
        body="",
        body_name="",
        name="",
        number=0,
        held_on=_A_DAY,
        start="",
        end="",
        place="",
        host=None,
        status=MeetingStatus.PLANNED,
        can_move=False,
    )
    return Day(on=_A_DAY, holiday=None, kept_free=(), meetings=(meeting,))
