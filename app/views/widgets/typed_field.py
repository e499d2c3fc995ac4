"""Fields for dates, clock times and amounts: what is typed stays as typed until it can be read."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.catalogue import _
from app.i18n.typed import NoSuchDay, Unreadable, read_amount, read_clock, read_date
from app.i18n.voice import Voice
from app.views.theme.fonts import font
from app.views.widgets.naming import restyle

Value = TypeVar("Value")

_AIR = 26
"""Pixels of frame and air at both ends of a line."""

_LEAP_YEAR = 2024
"""For a month whose year was not typed: then 29 February waits for one."""

NO_DATE = _("Dette er ikke en dato. Skriv for eksempel 4.12.2026 eller 4. desember.")
NO_SUCH_DAY = _("{day:tall}. {month} finnes ikke. Måneden har {last:tall} dager.")
NO_CLOCK = _("Dette er ikke et klokkeslett. Skriv for eksempel 9.30.")
NO_AMOUNT = _("Dette er ikke et beløp i hele kroner. Skriv for eksempel 480\N{NO-BREAK SPACE}000.")


class TypedField(QLineEdit, Generic[Value]):
    """A line that reads what is typed; `text()` is always what stands there, valid or not."""

    value_changed = Signal(object)
    """The value, or `None` for an empty field, as soon as the text can be read."""
    problem_changed = Signal(str)
    """The sentence about what cannot be read, told on leaving; empty as soon as it can."""

    def __init__(
        self,
        read: Callable[[str], Value],
        write: Callable[[Value], str],
        complaint: str | Callable[[Unreadable], str],
        longest: str,
        parent: QWidget | None = None,
    ) -> None:
        """`complaint` says what is wrong, of anything or by the reader's own error.

        `longest` is the longest usual value: the field never gets narrower than that.
        """
        super().__init__(parent)
        self.setFont(font())
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + _AIR)
        self._read, self._write, self._complaint = read, write, complaint
        self._value: Value | None = None
        self._problem = ""
        self.textEdited.connect(self._take)

    @property
    def value(self) -> Value | None:
        """The last value that could be read; `None` when the field was emptied."""
        return self._value

    @property
    def problem(self) -> str:
        """The sentence that is told; empty when nothing is wrong."""
        return self._problem

    @property
    def is_valid(self) -> bool:
        """Whether what stands there is a value, or nothing."""
        return not isinstance(self._readable(), Unreadable)

    def show_value(self, value: Value | None) -> None:
        """Show a stored value, in its usual form."""
        self._value = value
        self.setText("" if value is None else self._write(value))
        self._tell("")

    def show_draft(self, text: str) -> None:
        """Show text that was typed before and could not be read (reliability 3)."""
        self.setText(text)
        self._take()
        self._judge()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._judge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._judge()

    def _take(self) -> None:
        found = self._readable()
        if isinstance(found, Unreadable):
            return
        self._tell("")
        if found != self._value:
            # Each field reads values of its own type.
            self._value = found  # type: ignore[assignment]
            self.value_changed.emit(found)

    def _judge(self) -> None:
        """Write a value in its usual form, or tell that there is none."""
        found = self._readable()
        if isinstance(found, Unreadable):
            complaint = self._complaint
            self._tell(complaint if isinstance(complaint, str) else complaint(found))
        elif found is not None:
            # As above: what it reads it can write.
            self.setText(self._write(found))  # type: ignore[arg-type]

    def _readable(self) -> object:
        text = self.text().strip()
        if not text:
            return None
        try:
            return self._read(text)
        except Unreadable as error:
            return error

    def _tell(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self.setProperty("invalid", "true" if problem else "false")
        restyle(self)
        self.problem_changed.emit(problem)


class TimeField(TypedField[datetime.time]):
    """A clock time on the wall, `09.30`."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(read_clock, voice.formats.clock, voice.word(NO_CLOCK), "00.00", parent)


class AmountField(TypedField[int]):
    """Whole kroner, `480 000 kr`."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        write = voice.formats.amount
        super().__init__(read_amount, write, voice.word(NO_AMOUNT), write(99_000_000), parent)


def date_reader(voice: Voice, today: Callable[[], datetime.date]) -> Callable[[str], datetime.date]:
    """Reads a date in the window's language; a day without a year is the next one."""
    return lambda text: read_date(text, today=today(), language=voice.language)


def date_complaint(voice: Voice) -> Callable[[Unreadable], str]:
    """What a field of dates says: that the day does not exist, or that it is no date at all."""

    def complain(error: Unreadable) -> str:
        if not isinstance(error, NoSuchDay):
            return voice.word(NO_DATE)
        year = error.year or _LEAP_YEAR
        first, formats = datetime.date(year, error.month, 1), voice.formats
        month = formats.month_name(first) if error.year is None else formats.month(first)
        last = calendar.monthrange(year, error.month)[1]
        return voice.fill(NO_SUCH_DAY, day=error.day, month=month, last=last)

    return complain
