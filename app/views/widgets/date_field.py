"""A date: typed in any usual form, stepped with the arrows, or picked in a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.icons import set_icon
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named
from app.views.widgets.typed_field import TypedField, date_complaint, date_reader

PICK = _("Velg dato i kalenderen")
CALENDAR = _("Kalender")

_LONGEST = datetime.date(2026, 9, 30)
_ROOM_FOR_ICON = "0000"

_STEPS = {
    (Qt.Key.Key_Up, False): 1,
    (Qt.Key.Key_Down, False): -1,
    (Qt.Key.Key_PageUp, False): 7,
    (Qt.Key.Key_PageDown, False): -7,
}


class DateField(TypedField[datetime.date]):
    """Up and down change the day, page up and down the week, Alt+down opens the calendar."""

    def __init__(
        self, voice: Voice, today: Callable[[], datetime.date], parent: QWidget | None = None
    ) -> None:
        longest = voice.formats.date(_LONGEST) + _ROOM_FOR_ICON
        super().__init__(
            date_reader(voice, today), voice.formats.date, date_complaint(voice), longest, parent
        )
        self._voice, self._today = voice, today
        self._popup: Floating | None = None
        opener = QAction(voice.word(PICK), self)
        opener.setToolTip(voice.word(PICK))
        set_icon(opener, "calendar")
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def popup(self) -> Floating | None:
        """The calendar, once it has been opened."""
        return self._popup

    def open_calendar(self) -> None:
        """Show the calendar under the field, at its date, when another can be chosen."""
        if self.isReadOnly():
            return
        if self._popup is None:
            self._popup = Floating(self._voice, self)
            self._popup.calendar.activated.connect(self._pick)
            self._popup.calendar.clicked.connect(self._pick)
        self._popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), self._shown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return
        step = _STEPS.get((Qt.Key(event.key()), alt))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self._set(self._shown() + datetime.timedelta(days=step))

    def _shown(self) -> datetime.date:
        return self.value or self._today()

    def _pick(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self._set(datetime.date(picked.year(), picked.month(), picked.day()))
        self.setFocus()

    def _set(self, on: datetime.date) -> None:
        """As if it had been typed."""
        self.setText(self._voice.formats.date(on))
        self.textEdited.emit(self.text())


class Floating(QFrame):
    """A month to pick a day from, in the window's language, with the week's number."""

    def __init__(self, voice: Voice, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setObjectName("calendar-popup")
        self.calendar = named(QCalendarWidget(self), "calendar", voice.word(CALENDAR))
        self.calendar.setLocale(QLocale(voice.tag))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self.calendar)

    def open_at(self, corner: QPoint, on: datetime.date) -> None:
        """Show the month of `on` with that day chosen."""
        self._dress()
        self.calendar.setSelectedDate(QDate(on.year, on.month, on.day))
        self.move(corner)
        self.show()
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Qt paints weekends in a red of its own: ours is the theme's, and only for Sundays."""
        tokens = current_tokens()
        inks = dict.fromkeys(Qt.DayOfWeek, tokens.text) | {Qt.DayOfWeek.Sunday: tokens.bad}
        for day, ink in inks.items():
            written = QTextCharFormat()
            written.setForeground(QColor(ink))
            self.calendar.setWeekdayTextFormat(day, written)
        heading = QTextCharFormat()
        heading.setForeground(QColor(tokens.muted))
        heading.setBackground(QColor(tokens.surface))
        self.calendar.setHeaderTextFormat(heading)
