"""The cards beside the wheel: its rings, and what happens when; every line leads to its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.wheel import words
from app.services.wheel.facts import MarkKind, WheelFacts, WheelMark, WheelRing
from app.services.wheel.listing import WheelLine, at_hand, lines_of
from app.services.wheel.paper import sign_legend
from app.views.meetings.words import STATUS_TONES
from app.views.pictures.legend import Legend
from app.views.theme.palette import current_tokens
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow, Row, date_lead
from app.views.widgets.chip import Chip
from app.views.widgets.naming import reading
from app.views.widgets.text import ShortText, Text

RINGS = _("Ringene")
SHOWN, HIDDEN = _("Vises i hjulet"), _("Vises ikke i hjulet")
HIDE, SHOW = _("Skjul ringen"), _("Vis ringen")
NOT_SHOWN = _("skjult")
WHOLE_YEAR, PERIOD_ONLY = _("Vis hele året"), _("Vis perioden")
YEAR = _("Hele {year}")
PERIOD = _("{first}–{last}")
NOTHING = _("Ingenting i {period}.")
_SQUARE = 12
_LEAST_WORDS = 104


class Swatch(QWidget):
    """A ring's colour beside its name: full where the ring is shown, hollow where it is not."""

    def __init__(self, ink: str) -> None:
        super().__init__()
        self._ink, self._is_full = ink, True
        self.setFixedSize(_SQUARE, _SQUARE)

    def fill(self, is_full: bool) -> None:
        """Full or hollow."""
        self._is_full = is_full
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(getattr(current_tokens(), self._ink))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._is_full else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2, 2)


class RingRow(LinkRow):
    """A body; pressed, its ring is hidden or shown again."""

    def __init__(self, ring: WheelRing, voice: Voice) -> None:
        self._swatch, self._side = Swatch(ring.ink), Text("", "small", "muted")
        self._ring, self._voice = ring, voice
        super().__init__(
            f"ring-{ring.body.code}",
            f"{ring.body.code} · {ring.body.short_name}",
            lead=self._swatch,
            trailing=self._side,
        )
        reading(self)
        self.setCheckable(True)
        self.show_as(True)

    @property
    def code(self) -> str:
        """The body's."""
        return self._ring.body.code

    def show_as(self, is_shown: bool) -> None:
        """Whether the ring is in the wheel."""
        voice = self._voice
        self.setChecked(is_shown)
        self._swatch.fill(is_shown)
        count = words.meetings(self._ring.meetings, voice)
        self._side.setText(count if is_shown else voice.word(NOT_SHOWN))
        self.setAccessibleName(f"{self._ring.body.name}, {count}")
        self.setAccessibleDescription(voice.word(SHOWN if is_shown else HIDDEN))
        self.setToolTip(voice.word(HIDE if is_shown else SHOW))


class RingsCard(Card):
    """The bodies from the outermost ring in, and what the signs mean."""

    changed = Signal()
    """Another choice of rings is to be shown."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.word(RINGS), "card-rings")
        self._voice = voice
        self._rings: list[RingRow] = []
        self.hidden: frozenset[str] = frozenset()
        self.legend = Legend(voice, "wheel-legend")
        self.add(self.legend, inset=True)

    def show_facts(self, facts: WheelFacts) -> None:
        """A row for each ring of the year, hidden ones too."""
        rows = [RingRow(ring, self._voice) for ring in facts.rings]
        for row in rows:
            row.show_as(row.code not in self.hidden)
            row.clicked.connect(lambda _checked, code=row.code: self.toggle(code))
        self._rings = rows
        self.show_rows(rows)
        self.legend.show_signs(sign_legend(facts, self._voice))

    def toggle(self, code: str) -> None:
        """Hide a ring, or show it again."""
        self.hidden ^= {code}
        for row in self._rings:
            row.show_as(row.code not in self.hidden)
        self.changed.emit()


class PeriodCard(Card):
    """The two months at hand, or the whole year; in another year always that."""

    def __init__(self, voice: Voice, go_to: Callable[[WheelLine], object]) -> None:
        self._more = button(voice.word(WHOLE_YEAR), "whole-year", "link", on_click=self._switch)
        super().__init__(" ", "card-period", action=self._more)
        self._voice, self._go_to = voice, go_to
        self._facts: WheelFacts | None = None
        self._is_whole = False

    def show_facts(self, facts: WheelFacts) -> None:
        """The meetings and fixed points by day."""
        self._facts = facts
        voice, today = self._voice, facts.today
        is_part = today is not None and not self._is_whole
        first, last = at_hand(today) if today is not None and is_part else (None, None)
        title = voice.fill(YEAR, year=str(facts.year))
        if first is not None and last is not None:
            title = _period(first, last, voice)
        self.tell(title=title)
        self._more.setVisible(today is not None)
        said = voice.word(WHOLE_YEAR if is_part else PERIOD_ONLY)
        self._more.setText(said)
        self._more.setAccessibleName(said)
        rows: list[Row | LinkRow] = [self._row(line) for line in lines_of(facts, first, last)]
        if not rows:
            text = voice.fill(NOTHING, period=title[:1].lower() + title[1:])
            rows = [Row("nothing-in-period", text)]
        self.show_rows(rows)

    def _switch(self) -> None:
        self._is_whole = not self._is_whole
        if self._facts is not None:
            self.show_facts(self._facts)

    def _row(self, line: WheelLine) -> LinkRow:
        voice, mark = self._voice, line.mark
        key = mark.key if line.point is None else f"{mark.key}-{line.point.entry_id}"
        made = LinkRow(
            f"line-{key}",
            words.list_name(line, voice),
            lead=date_lead(words.list_day(line, voice)),
            trailing=Chip(words.list_status(line, voice), _tone(line)),
        )
        for part in made.findChildren(ShortText):
            part.setMinimumWidth(_LEAST_WORDS)
        spoken = (words.when(mark, voice), words.list_name(line, voice))
        made.setAccessibleName(", ".join((*spoken, words.list_status(line, voice))))
        made.clicked.connect(lambda: self._go_to(line))
        return made


def _period(first: date, last: date, voice: Voice) -> str:
    """`November–desember`."""
    names = voice.formats.month_name(first), voice.formats.month_name(last)
    return capital(voice.fill(PERIOD, first=names[0], last=names[1]))


def _tone(line: WheelLine) -> Tone:
    mark: WheelMark = line.mark
    if line.point is None and mark.meeting is not None:
        return STATUS_TONES[mark.meeting.status]
    return "warn" if mark.kind is MarkKind.LACKING else "neutral"
