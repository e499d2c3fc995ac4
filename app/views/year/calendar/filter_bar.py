"""What the calendar shows: a button for each body with its colour, and whether deadlines show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from app.i18n.catalogue import _
from app.services.year.days import bodies_of
from app.services.year.facts import YearView
from app.services.year.inks import body_inks
from app.views.theme.fonts import font
from app.views.theme.metrics import CONTROL_HEIGHT, RADIUS_CONTROL, SMALL
from app.views.theme.palette import current_tokens
from app.views.widgets.buttons import is_enter
from app.views.widgets.layout import FlowLayout
from app.views.widgets.naming import named, reading
from app.views.widgets.text import plain_tooltip
from app.views.year.calendar.desk import CalendarDesk
from app.views.year.calendar.inks import strong

SHOW_DEADLINES = _("Vis frister")
BODIES = _("Organer i kalenderen")
HIDE_BODY, SHOW_BODY = (
    _("{body} vises. Trykk for å skjule."),
    _("{body} er skjult. Trykk for å vise."),
)
_DOT, _AIR, _GAP = 10, 10, SMALL - 2
_NARROW = 850
"""Pixels under which the bodies get one line only."""


class BodyChip(QAbstractButton):
    """A body by its colour and name; a full dot while it is shown, a ring when it is not."""

    def __init__(self, name: str, text: str, short: str, ink: str) -> None:
        super().__init__()
        named(self, name, text)
        self._ink, self._short = ink, short
        self._is_short = False
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def be_short(self, is_short: bool) -> None:
        """Show the body's code alone, where names have no room; its name is told all the same."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    @property
    def full_width(self) -> int:
        """Pixels that the whole name takes."""
        return self._width_of(self.text())

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self._words()), CONTROL_HEIGHT)

    def _words(self) -> str:
        return self._short if self._is_short else self.text()

    def _width_of(self, words: str) -> int:
        width = QFontMetrics(font("medium")).horizontalAdvance(words)
        return width + _DOT + SMALL + 2 * _AIR + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = tokens.hover if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground if self.isChecked() else tokens.background))
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.field_line), 1))
        painter.drawRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
        dot = QRectF(_AIR, (self.height() - _DOT) / 2, _DOT, _DOT)
        colour = strong(self._ink, tokens)
        painter.setPen(QPen(colour if self.isChecked() else QColor(tokens.muted), 1.5))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        words = font("medium")
        words.setStrikeOut(not self.isChecked())
        painter.setFont(words)
        painter.setPen(QColor(tokens.text if self.isChecked() else tokens.muted))
        room = self.rect().adjusted(_AIR + _DOT + SMALL, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words())


class FilterBar(QWidget):
    """The bodies that have something in the year, on as many lines as they need."""

    def __init__(self, desk: CalendarDesk) -> None:
        super().__init__()
        voice = desk.bench.voice
        reading(named(self, "calendar-filter", voice.word(BODIES)))
        self._desk = desk
        self._view: YearView | None = None
        self._chips: dict[str, BodyChip] = {}
        self._flow = FlowLayout(self, gap=_GAP)
        self._deadlines = named(
            QCheckBox(voice.word(SHOW_DEADLINES)), "calendar-deadlines", voice.word(SHOW_DEADLINES)
        )
        self._deadlines.toggled.connect(desk.show_deadlines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow.addWidget(self._deadlines)
        desk.sifted.connect(self._show)
        self._show()

    def offer(self, view: YearView) -> None:
        """The bodies of a year."""
        codes = bodies_of(view)
        if self._view is None or codes != list(self._chips) or view.bodies != self._view.bodies:
            self._view = view
            self._make(codes, view)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names while they fit on the lines that there are, codes when they do not."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        parts = [chip.full_width + _GAP for chip in self._chips.values()]
        parts.append(self._deadlines.sizeHint().width())
        lines, left = 1, 0
        for part in parts:
            if left + part > self.width():
                lines, left = lines + 1, 0
            left += part
        most = 1 if self.width() < _NARROW else 2
        for chip in self._chips.values():
            chip.be_short(lines > most)

    def _make(self, codes: list[str], view: YearView) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for old in self._chips.values():
            old.hide()
            old.deleteLater()
        inks = body_inks(view.bodies)
        names = {body.code: body.short_name for body in view.bodies}
        self._chips = {}
        for code in codes:
            chip = BodyChip(f"calendar-body-{code}", names[code], code, inks[code])
            chip.toggled.connect(lambda is_on, code=code: self._desk.show_body(code, is_on))
            self._chips[code] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._deadlines)
        self._share_room()
        self.updateGeometry()

    def _show(self) -> None:
        """What is on and what is off, from wherever it was chosen."""
        voice = self._desk.bench.voice
        self._deadlines.blockSignals(True)
        self._deadlines.setChecked(self._desk.with_deadlines)
        self._deadlines.blockSignals(False)
        for code, chip in self._chips.items():
            is_on = code not in self._desk.hidden
            chip.blockSignals(True)
            chip.setChecked(is_on)
            chip.blockSignals(False)
            said = voice.fill(HIDE_BODY if is_on else SHOW_BODY, body=chip.text())
            chip.setToolTip(plain_tooltip(said))
            chip.setAccessibleDescription(said)
            chip.update()
