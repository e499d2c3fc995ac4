"""Settings that only make sense together, each edited and stored as one."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.vocabulary import DayUnit, QuorumRule
from app.i18n.catalogue import _
from app.i18n.typed import Unreadable
from app.i18n.voice import Voice
from app.views.editing.fields import EditedField
from app.views.editing.plain_widgets import Choice
from app.views.settings.form import watch
from app.views.theme.metrics import SMALL
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.typed_field import AmountField, TypedField

NO_NUMBER = _("Dette er ikke et helt tall. Skriv for eksempel 7.")
NO_NUMBERS = _("Dette er ikke dager. Skriv for eksempel 180, 60.")
_SEPARATOR = "|"
_LARGEST = 1_000_000


class WholeNumber(TypedField[int]):
    """A whole number from nought; an empty field is no number."""

    def __init__(self, voice: Voice, name: str, spoken: str) -> None:
        super().__init__(_read_number, str, voice.word(NO_NUMBER), "0000")
        named(self, name, spoken)


class WholeNumbers(TypedField[tuple[int, ...]]):
    """Whole numbers with commas between, `180, 60`."""

    def __init__(self, voice: Voice, name: str) -> None:
        super().__init__(_read_numbers, _write_numbers, voice.word(NO_NUMBERS), "1000, 1000")
        self.setObjectName(name)


class Joined(QWidget):
    """The parts of one setting beside each other."""

    def __init__(self, name: str, *parts: QWidget, grows: int = 0) -> None:
        super().__init__()
        named(self, name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        for place, part in enumerate(parts):
            line.addWidget(part, 1 if place == grows else 0)


class ChoiceAndNumber(EditedField):
    """A choice with a whole number that goes with it; its value is the two."""

    def __init__(self, widget: QWidget, choice: Choice, number: WholeNumber) -> None:
        super().__init__(widget)
        self._choice, self._number = choice, number
        choice.picked.connect(lambda _code: self._picked())
        number.textEdited.connect(lambda _text: self.edited.emit())
        watch(self, choice, number)

    def _picked(self) -> None:
        """A choice is made at once; a number is still being typed."""
        self.edited.emit()
        self.left.emit()

    def is_ready(self) -> bool:
        return self._number.is_valid

    def text(self) -> str:
        return f"{self._choice.code()}{_SEPARATOR}{self._number.text()}"

    def show_draft(self, text: str) -> None:
        code, _bar, typed = text.partition(_SEPARATOR)
        self._choice.show_code(code)
        self._number.show_draft(typed)

    def lock(self, is_locked: bool) -> None:
        self._choice.setEnabled(not is_locked)
        self._number.setReadOnly(is_locked)

    def tell(self, sentence: str) -> None:
        """What cannot be read is told by the number itself."""
        if self._number.is_valid:
            super().tell(sentence)


class QuorumValue(ChoiceAndNumber):
    """How many must take part (R35); the number stands there only where the rule asks for one."""

    def __init__(self, voice: Voice, name: str, spoken: str) -> None:
        self._voice = voice
        choice = named(Choice(f"{name}-rule"), f"{name}-rule", spoken)
        choice.offer([(rule, voice.title_label("quorum_rule", rule)) for rule in QuorumRule])
        self._amount = WholeNumber(voice, f"{name}-number", voice.word(_("Antall")))
        super().__init__(Joined(name, choice, self._amount), choice, self._amount)
        choice.currentIndexChanged.connect(lambda _place: self._fit())
        self._fit()

    def value(self) -> tuple[QuorumRule, int | None]:
        return QuorumRule(str(self._choice.code())), self._number.value

    def show(self, value: Any) -> None:
        rule, number = value
        self._choice.show_code(rule)
        self._number.show_value(number)
        self._fit()

    def _fit(self) -> None:
        self._amount.setVisible(self._choice.code() == QuorumRule.NUMBER)


class DeadlineValue(ChoiceAndNumber):
    """Days before or after a meeting, and how they are counted (R21); no days is no deadline."""

    def __init__(self, voice: Voice, name: str, spoken: str) -> None:
        days = WholeNumber(voice, f"{name}-days", spoken)
        unit = named(Choice(f"{name}-unit"), f"{name}-unit", spoken)
        unit.offer([(one, voice.title_label("day_unit", one)) for one in DayUnit])
        unit.fit()
        super().__init__(Joined(name, days, unit, grows=1), unit, days)

    def value(self) -> tuple[int | None, DayUnit]:
        return self._number.value, DayUnit(str(self._choice.code()))

    def show(self, value: Any) -> None:
        days, unit = value
        self._number.show_value(days)
        self._choice.show_code(unit)


class LimitsValue(EditedField):
    """The two highest amounts of a day, stored together since the second is never the lower."""

    def __init__(
        self, widget: QWidget, parts: tuple[AmountField, AmountField], frame: Field
    ) -> None:
        super().__init__(widget, frame)
        self._parts = parts
        for part in parts:
            part.textEdited.connect(lambda _text: self.edited.emit())
        watch(self, *parts)

    def is_ready(self) -> bool:
        return all(part.is_valid and part.value is not None for part in self._parts)

    def value(self) -> tuple[int, int]:
        administrative, council = (part.value or 0 for part in self._parts)
        return administrative, council

    def text(self) -> str:
        return _SEPARATOR.join(part.text() for part in self._parts)

    def show(self, value: Any) -> None:
        for part, amount in zip(self._parts, value, strict=True):
            part.show_value(amount)

    def show_draft(self, text: str) -> None:
        for part, typed in zip(self._parts, text.split(_SEPARATOR), strict=False):
            part.show_draft(typed)

    def lock(self, is_locked: bool) -> None:
        for part in self._parts:
            part.setReadOnly(is_locked)


def _read_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or int(text) > _LARGEST:
        raise Unreadable(text)
    return int(text)


def _read_numbers(text: str) -> tuple[int, ...]:
    parts = [part for part in re.split(r"[,;\s]+|\bog\b|\band\b", text) if part]
    return tuple(_read_number(part) for part in parts)


def _write_numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
