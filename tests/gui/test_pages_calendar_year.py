"""År and Liste as a secretary uses them: look over the year, and go on from there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.views.theme.tokens import Scheme
from tests.helpers.calendars import FULL_DAY, HELD_ON, LEFT, Calendar, a_calendar
from tests.helpers.gui import OpenWindow, check_screen

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FOURTH = date(2026, 12, 4)


@pytest.fixture
def calendar(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Calendar:
    return a_calendar(open_window, qtbot, tmp_path / "råd.rundgang")


def click(calendar: Calendar, at: QPointF) -> None:
    QTest.mouseClick(calendar.sheet, LEFT, pos=at.toPoint())
    calendar.settle()


def choose(calendar: Calendar, words: str) -> None:
    """Click the row of the list that begins with `words`."""
    table = calendar.agenda.table
    row = next(place for place, text in enumerate(calendar.rows()) if text.startswith(words))
    index = calendar.agenda.model.index(row, 1)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    calendar.settle()


# The year


def test_a_day_of_the_year_leads_to_its_month(calendar: Calendar) -> None:
    calendar.show("year")
    click(calendar, calendar.sheet.place_of(FULL_DAY).center())
    assert calendar.title() == "Desember 2026"
    assert calendar.grid.day.on == FULL_DAY


def test_the_name_of_a_month_leads_there_too(calendar: Calendar) -> None:
    calendar.show("year")
    click(calendar, calendar.sheet.title_of(3).center())
    assert calendar.title() == "Mars 2026"


def test_days_of_the_year_are_walked_by_keys_and_told(calendar: Calendar) -> None:
    calendar.show("year")
    sheet = calendar.sheet
    assert sheet.accessibleName() == "År 2026 dag for dag"
    assert sheet.accessibleDescription().startswith("mandag 23. november 2026, i dag")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Right):
        calendar.press(key, on=sheet)
    assert sheet.on == date(2026, 12, 17)
    calendar.press(Qt.Key.Key_End, on=sheet)
    calendar.press(Qt.Key.Key_Right, on=sheet)
    assert calendar.part("year").text() == "2027"
    assert sheet.accessibleDescription().startswith("fredag 1. januar 2027, 1. nyttårsdag")
    calendar.press(Qt.Key.Key_PageUp, on=sheet)
    assert sheet.on == date(2026, 12, 1)
    calendar.press(Qt.Key.Key_Home, on=sheet)
    assert sheet.on == date(2026, 1, 1)
    calendar.press(Qt.Key.Key_Home, CTRL, on=sheet)
    calendar.press(Qt.Key.Key_Return, on=sheet)
    assert calendar.grid.day.on == date(2026, 11, 23)


def test_a_meeting_is_made_from_the_year(calendar: Calendar) -> None:
    calendar.show("year")
    calendar.press(Qt.Key.Key_Insert, on=calendar.sheet)
    dialog = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", dialog).value == date(2026, 11, 23)
    dialog.close()


def test_a_day_that_is_pointed_at_tells_what_it_is(calendar: Calendar) -> None:
    calendar.show("year", 2027)
    sheet = calendar.sheet
    at = sheet.place_of(date(2027, 5, 17)).center().toPoint()
    QApplication.sendEvent(sheet, QHelpEvent(QEvent.Type.ToolTip, at, sheet.mapToGlobal(at)))
    first, *rest = QToolTip.text().split("\n")
    assert first == "mandag 17. mai 2027, 17. mai"
    assert rest[0].startswith("Næringsrådet 2/2027 kl. 09.00–11.00")
    assert "Møtet er på en offentlig fridag: 17. mai." in rest
    QTest.mouseMove(sheet, at)
    assert sheet.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(sheet, QPoint(3, 3))
    assert sheet.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_every_day_has_a_place_of_its_own(calendar: Calendar, year: int) -> None:
    calendar.show("year", year)
    plan = calendar.sheet.plan()
    for month in range(1, 13):
        days = [date(year, month, 1), date(year, month, 28)]
        assert [plan.day_at(plan.day(on).center()) for on in days] == days
    assert (plan.day_at(plan.title(2).center()), plan.month_at(QPointF(-5, -5))) == (None, None)


# The list


def test_the_list_has_months_and_the_next_line_from_today_is_chosen(calendar: Calendar) -> None:
    calendar.show("list")
    rows = calendar.rows()
    months = [row for row in rows if row.endswith(" 2026") and row[0].isupper() and "/" not in row]
    assert months[-2:] == ["November 2026", "Desember 2026"]
    assert "Fre. 4. 09.00–11.00 Næringsrådet 2/2026" in rows
    line = calendar.agenda.line()
    assert line is not None
    assert "Tor. 26." in rows[calendar.agenda.table.currentIndex().row()]


def test_months_are_passed_by_when_the_list_is_walked(calendar: Calendar) -> None:
    calendar.show("list")
    table, model = calendar.agenda.table, calendar.agenda.model
    calendar.press(Qt.Key.Key_Home, CTRL, on=table)
    seen = set()
    for _row in range(model.rowCount()):
        row = table.currentIndex().row()
        seen.add(row)
        assert not model.is_heading(row)
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert any(model.is_heading(row) for row in range(min(seen), max(seen)))


def test_a_line_of_the_list_is_opened(calendar: Calendar) -> None:
    calendar.show("list")
    choose(calendar, "Fre. 4. 09.00")
    calendar.press(Qt.Key.Key_Return, on=calendar.agenda.table)
    assert calendar.view.stack.key == "meetings"


def test_a_line_of_the_list_is_shown_in_its_month(calendar: Calendar) -> None:
    calendar.show("list")
    choose(calendar, "Fre. 4. 09.00")
    calendar.press(Qt.Key.Key_Return, CTRL, on=calendar.agenda.table)
    assert calendar.grid.day.on == FOURTH


def test_meetings_are_moved_deleted_and_made_from_the_list(
    calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []
    monkeypatch.setattr(
        "app.views.year.calendar.desk.open_move", lambda *facts: asked.append(facts[-2])
    )
    calendar.show("list")
    table = calendar.agenda.table
    choose(calendar, "Fre. 4. 09.00")
    calendar.press(Qt.Key.Key_Down, ALT, on=table)
    assert asked == [date(2026, 12, 11)]
    calendar.press(Qt.Key.Key_Delete, on=table)
    assert "Næringsrådet 2/2026" not in " ".join(calendar.rows())
    choose(calendar, f"Fre. {HELD_ON.day}. 09.00")
    assert not calendar.action("delete-chosen").isEnabled()
    calendar.press(Qt.Key.Key_Insert, on=table)
    dialog = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", dialog).value == HELD_ON
    dialog.close()


def test_a_year_without_anything_teaches(calendar: Calendar) -> None:
    calendar.show("list", 2025)
    calendar.click("calendar-body-RR")
    assert calendar.is_shown("empty-calendar")
    check_screen(calendar.window.window)
    calendar.click("empty-calendar-start")
    dialog = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", dialog).value is None
    dialog.close()


def test_a_meeting_on_a_day_off_is_warned_of_in_the_list(calendar: Calendar) -> None:
    calendar.show("list", 2027)
    assert any(
        "Næringsrådet 2/2027. Møtet er på en offentlig fridag: 17. mai." in row
        for row in calendar.rows()
    )


def test_the_tabs_share_the_year_and_are_come_back_to(calendar: Calendar) -> None:
    calendar.show("list", 2027)
    assert calendar.view.stack.place() == "year/2027/list"
    calendar.go_to("meetings")
    calendar.go_to("year/2026/year")
    assert calendar.sheet.accessibleName() == "År 2026 dag for dag"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1_440, 900), (1_100, 700)])
@pytest.mark.parametrize("tab", ["year", "list"])
def test_year_and_list_are_clean(
    calendar: Calendar, tab: str, size: tuple[int, int], scheme: Scheme
) -> None:
    calendar.window.window.resize(*size)
    calendar.window.theme.choose(scheme)
    calendar.show(tab)
    check_screen(calendar.window.window)
