"""What is typed stays as typed until it can be read, and what cannot be read is told."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.number_field import NumberField
from app.views.widgets.typed_field import AmountField, TimeField
from tests.helpers.gui import put_on_screen

TODAY = datetime.date(2026, 11, 23)
DECEMBER = datetime.date(2026, 12, 4)


class Form(QWidget):
    """An amount, a date and a time under each other."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.amount = named(AmountField(voice), "amount")
        self.on = named(DateField(voice, lambda: TODAY), "on")
        self.at = named(TimeField(voice), "at")
        self.amount_field = Field(voice, "Beløp", self.amount, help_text="I hele kroner")
        box = QVBoxLayout(self)
        box.addWidget(self.amount_field)
        box.addWidget(Field(voice, "Dato", self.on))
        box.addWidget(Field(voice, "Klokkeslett", self.at))


@pytest.fixture
def form(theme: Theme, voice: Voice, qtbot: QtBot) -> Form:
    made = Form(voice)
    put_on_screen(made, qtbot)
    made.amount.setFocus()
    return made


def test_amount_is_told_as_soon_as_it_can_be_read(form: Form) -> None:
    heard: list[object] = []
    form.amount.value_changed.connect(heard.append)
    QTest.keyClicks(form.amount, "480000")
    assert heard[-1] == 480_000
    assert form.amount.text() == "480000"


def test_amount_takes_its_usual_form_on_leaving(form: Form) -> None:
    QTest.keyClicks(form.amount, "480000")
    form.on.setFocus()
    assert form.amount.text() == "480\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr"


def test_what_cannot_be_read_stays_and_is_told_on_leaving(form: Form) -> None:
    form.amount.show_value(5)
    heard: list[object] = []
    form.amount.value_changed.connect(heard.append)
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "en halv million")
    assert form.amount_field.problem == ""
    form.on.setFocus()
    assert form.amount.text() == "en halv million"
    assert not form.amount.is_valid
    assert "hele kroner" in form.amount_field.problem
    assert "hele kroner" in form.amount.accessibleDescription()
    assert heard == []
    assert form.amount.value == 5


def test_the_problem_goes_as_soon_as_the_text_can_be_read(form: Form) -> None:
    form.amount.show_draft("tull")
    assert form.amount_field.problem
    form.amount.setFocus()
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "7")
    assert form.amount_field.problem == ""
    assert form.amount.accessibleDescription() == "I hele kroner"


def test_emptied_field_has_no_value(form: Form) -> None:
    form.at.show_value(datetime.time(9, 30))
    heard: list[object] = []
    form.at.value_changed.connect(heard.append)
    form.at.setFocus()
    form.at.selectAll()
    QTest.keyClick(form.at, Qt.Key.Key_Delete)
    assert heard == [None]
    assert form.at.is_valid


def test_stored_value_is_shown_in_its_usual_form(form: Form) -> None:
    form.on.show_value(DECEMBER)
    form.at.show_value(datetime.time(9, 30))
    assert (form.on.text(), form.at.text()) == ("4. desember 2026", "09.30")


def test_arrows_step_the_day_and_pages_the_week(form: Form) -> None:
    form.on.show_value(DECEMBER)
    heard: list[object] = []
    form.on.value_changed.connect(heard.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(form.on, key)
    assert heard == [datetime.date(2026, 12, day) for day in (5, 12, 11, 4)]
    assert form.on.text() == "4. desember 2026"


def test_empty_date_steps_from_today(form: Form) -> None:
    QTest.keyClick(form.on, Qt.Key.Key_Up)
    assert form.on.value == datetime.date(2026, 11, 24)


def test_day_is_picked_in_a_calendar_that_speaks_norwegian(form: Form) -> None:
    form.on.show_value(DECEMBER)
    QTest.keyClick(form.on, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = form.on.popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 12, 4)
    assert popup.calendar.locale().monthName(12) == "desember"
    popup.calendar.clicked.emit(QDate(2026, 12, 18))
    assert not popup.isVisible()
    assert form.on.value == datetime.date(2026, 12, 18)


def test_read_only_date_is_not_stepped(form: Form) -> None:
    form.on.show_value(DECEMBER)
    form.on.setReadOnly(True)
    QTest.keyClick(form.on, Qt.Key.Key_Up)
    assert form.on.value == DECEMBER


def test_fields_never_get_narrower_than_their_usual_values(form: Form) -> None:
    form.resize(10, 200)
    form.on.show_value(datetime.date(2026, 9, 30))
    needed = form.on.fontMetrics().horizontalAdvance(form.on.text())
    assert form.on.width() > needed


def test_missing_field_says_so(form: Form, voice: Voice) -> None:
    form.amount_field.mark_missing(True)
    assert form.amount_field.is_missing
    form.amount_field.mark_missing(False)
    assert not form.amount_field.is_missing


def test_label_names_the_field_for_screen_readers(form: Form) -> None:
    assert form.on.accessibleName() == "Dato"


def test_wheel_does_not_change_a_number_in_passing(theme: Theme, qtbot: QtBot) -> None:
    number = NumberField()
    number.setValue(25)
    put_on_screen(number, qtbot)
    number.clearFocus()
    _turn(number)
    assert number.value() == 25


def _turn(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
