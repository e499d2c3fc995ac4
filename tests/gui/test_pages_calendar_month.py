"""Måned as a secretary uses it: leaf, look, sift, make a meeting and take it to another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import MeetingStatus
from app.views.theme.tokens import Scheme
from tests.helpers.calendars import (
    FULL_DAY,
    HELD_ON,
    Calendar,
    a_calendar,
    corner_of,
    foot_of,
)
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.moving import move_day

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FOURTH, FREE = date(2026, 12, 4), date(2026, 12, 7)


@pytest.fixture
def calendar(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Calendar:
    return a_calendar(open_window, qtbot, tmp_path / "råd.rundgang")


def meeting_on(calendar: Calendar, on: date) -> int:
    return next(row.id for row in calendar.house.meetings.all() if row.held_on == on)


def test_the_month_of_today_is_shown_with_today_marked(calendar: Calendar) -> None:
    assert calendar.title() == "November 2026"
    assert calendar.said() == "mandag 23. november 2026, i dag: ingenting denne dagen"
    model = calendar.grid.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(day, across) for day in (0, 6)] == ["man.", "søn."]
    assert [model.headerData(week, down) for week in range(6)] == list(map(str, range(44, 50)))


def test_a_day_is_told_with_all_that_is_on_it(calendar: Calendar) -> None:
    calendar.go_to_day(FOURTH)
    assert calendar.said().startswith(
        "fredag 4. desember 2026: Næringsrådet 2/2026 kl. 09.00–11.00, Skaun rådhus, planlagt"
    )
    assert "frist: Saksframlegg: Regionrådet 2/2026" in calendar.said()
    assert calendar.part("day-first").text() == "Fredag 4. desember 2026"
    index = calendar.grid.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == calendar.said()


def test_months_are_leafed_by_keys_and_buttons_over_the_edge_of_the_year(
    calendar: Calendar,
) -> None:
    calendar.press(Qt.Key.Key_PageDown)
    assert calendar.title() == "Desember 2026"
    calendar.click("month-after")
    assert calendar.title() == "Januar 2027"
    assert calendar.part("year").text() == "2027"
    calendar.click("month-before")
    assert (calendar.title(), calendar.part("year").text()) == ("Desember 2026", "2026")
    calendar.press(Qt.Key.Key_PageUp, on=calendar.grid)
    calendar.click("calendar-today")
    assert calendar.grid.day.on == date(2026, 11, 23)


def test_today_is_found_from_another_year(calendar: Calendar) -> None:
    calendar.go_to("year/2027/month")
    assert calendar.title() == "November 2027"
    calendar.press(Qt.Key.Key_Home, CTRL, on=calendar.grid)
    assert calendar.title() == "November 2026"
    assert calendar.grid.day.on == date(2026, 11, 23)


def test_arrows_walk_the_days_from_month_to_month_and_year_to_year(calendar: Calendar) -> None:
    calendar.press(Qt.Key.Key_Down)
    calendar.press(Qt.Key.Key_Right)
    assert calendar.grid.day.on == date(2026, 12, 1)
    calendar.press(Qt.Key.Key_End)
    assert calendar.grid.day.on == date(2026, 12, 31)
    calendar.press(Qt.Key.Key_Right)
    assert calendar.title() == "Januar 2027"
    assert calendar.said().startswith("fredag 1. januar 2027, 1. nyttårsdag:")
    calendar.press(Qt.Key.Key_Left)
    assert calendar.grid.day.on == date(2026, 12, 31)
    calendar.press(Qt.Key.Key_Home)
    calendar.press(Qt.Key.Key_Up)
    assert calendar.grid.day.on == date(2026, 11, 24)


def test_a_day_of_another_month_leads_there(calendar: Calendar) -> None:
    calendar.click_at(calendar.grid.place_of(date(2026, 12, 3)).center())
    assert calendar.title() == "Desember 2026"
    assert calendar.grid.day.on == date(2026, 12, 3)


def test_days_around_the_month_show_their_meetings_and_a_double_click_leads_there_once(
    calendar: Calendar,
) -> None:
    assert calendar.title() == "November 2026"
    at = calendar.block(FOURTH)
    view = calendar.grid.viewport()
    # As the system tells of it: a click, then a double click in the same spot.
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    calendar.settle()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    calendar.settle()
    assert calendar.title() == "Desember 2026"
    assert not calendar.is_shown("new-meeting-dialog")


def test_week_53_and_leap_day_have_their_places(calendar: Calendar) -> None:
    calendar.press(Qt.Key.Key_PageDown)
    model = calendar.grid.model()
    weeks = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert weeks == ["49", "50", "51", "52", "53"]
    calendar.go_to("year/2028/month")
    for _month in range(10):
        calendar.press(Qt.Key.Key_PageUp, on=calendar.grid)
    calendar.press(Qt.Key.Key_End, on=calendar.grid)
    assert calendar.said().startswith("tirsdag 29. februar 2028")
    calendar.click("year-before")
    assert calendar.grid.day.on == date(2027, 2, 28)


def test_a_month_of_four_weeks_is_shown_whole(calendar: Calendar) -> None:
    calendar.go_to("year/2027/month")
    calendar.go_to_day(date(2027, 2, 1))
    assert calendar.grid.model().rowCount() == 4


def test_holidays_are_named_and_a_meeting_there_is_warned_of(calendar: Calendar) -> None:
    calendar.go_to("year/2027/month")
    calendar.go_to_day(date(2027, 5, 17))
    assert calendar.said().startswith("mandag 17. mai 2027, 17. mai: ")
    assert "Møtet er på en offentlig fridag: 17. mai." in calendar.said()
    assert calendar.part("day-rest").text().startswith("Møtet er på en offentlig fridag: 17. mai.")


def test_days_kept_free_are_named_and_a_meeting_there_is_warned_of(calendar: Calendar) -> None:
    calendar.go_to("year/2027/month")
    calendar.go_to_day(date(2027, 2, 24))
    assert "holdt fri: Vinterferie" in calendar.said()
    assert "Møtet er på en dag som er holdt fri: Vinterferie." in calendar.said()
    calendar.press(Qt.Key.Key_Right)
    calendar.press(Qt.Key.Key_Right)
    calendar.press(Qt.Key.Key_Right)
    assert "Vinterferie" not in calendar.said()


def test_bodies_are_sifted_out_and_stay_so_in_every_tab(calendar: Calendar) -> None:
    calendar.press(Qt.Key.Key_PageDown)
    assert len(calendar.grid.placed(FOURTH)) >= 2
    calendar.click("calendar-body-NR")
    assert "Næringsrådet" not in " ".join(
        str(placed.line) for placed in calendar.grid.placed(FOURTH)
    )
    assert calendar.bench.council_memory.of("calendar")["hidden"] == ["NR"]
    calendar.show("list")
    assert not any("Næringsrådet" in row for row in calendar.rows())
    assert not calendar.part("calendar-body-NR").isChecked()
    chip = calendar.part("calendar-body-NR")
    chip.setFocus()
    calendar.press(Qt.Key.Key_Return, on=chip)
    assert any("Næringsrådet" in row for row in calendar.rows())


def test_the_filter_stands_in_a_row(calendar: Calendar) -> None:
    parts = [f"calendar-body-{code}" for code in ("NR", "RR", "AU", "KDF")]
    places = [calendar.part(name).geometry() for name in (*parts, "calendar-deadlines")]
    for before, after in pairwise(places):
        assert before.right() < after.left()


def test_deadlines_can_be_left_out(calendar: Calendar) -> None:
    calendar.go_to_day(FOURTH)
    calendar.press(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier, on=calendar.grid)
    assert "frist" not in calendar.said()
    assert not calendar.part("calendar-deadlines").isChecked()
    assert not calendar.action("show-deadlines").isChecked()
    calendar.tick("calendar-deadlines")
    assert "frist" in calendar.said()


def test_a_late_deadline_says_so(calendar: Calendar) -> None:
    calendar.go_to_day(date(2026, 11, 20))
    assert "over fristen" in calendar.said()


def test_a_double_click_on_a_free_day_asks_for_a_meeting_that_day(calendar: Calendar) -> None:
    calendar.go_to_day(FREE)
    calendar.double_click(foot_of(calendar.grid.place_of(FREE)))
    dialog = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", dialog).value == FREE
    calendar.type("Orkland rådhus", on=calendar.part("meeting-place", dialog))
    calendar.click("new-meeting-dialog-verb", dialog)
    calendar.settle()
    assert "Næringsrådet 3/2026 kl. 09.00–11.00, Orkland rådhus" in calendar.said()
    assert calendar.toast().startswith("Næringsrådet 3/2026 er laget.")
    assert calendar.title() == "Desember 2026"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_ask_for_a_meeting_on_the_day(
    calendar: Calendar, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    calendar.press(Qt.Key.Key_Right)
    calendar.press(key, held)
    dialog = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", dialog).value == date(2026, 11, 24)
    dialog.close()


def test_a_meeting_is_opened_by_enter_and_by_double_click(calendar: Calendar) -> None:
    calendar.go_to_day(FOURTH)
    calendar.press(Qt.Key.Key_Return, on=calendar.grid)
    wanted = f"meetings/{meeting_on(calendar, FOURTH)}"
    assert calendar.view.stack.place().startswith(wanted)
    calendar.go_to("year/2026/month")
    calendar.double_click(calendar.block(FOURTH))
    assert calendar.view.stack.place().startswith(wanted)


def test_delete_puts_a_planned_meeting_in_the_bin(calendar: Calendar) -> None:
    calendar.go_to_day(FOURTH)
    calendar.press(Qt.Key.Key_Delete, on=calendar.grid)
    assert "ligger i papirkurven" in calendar.toast()
    assert "Næringsrådet 2/2026" not in calendar.said()
    calendar.bench.undo()
    calendar.settle()
    assert "Næringsrådet 2/2026" in calendar.said()


def test_a_held_meeting_is_not_deleted_and_says_why(calendar: Calendar) -> None:
    calendar.go_to_day(HELD_ON)
    act = calendar.action("delete-chosen")
    assert not act.isEnabled()
    assert act.toolTip() == "Næringsrådet 1/2026 er avholdt og kan ikke slettes."


def test_a_full_day_tells_how_many_more_and_opens(calendar: Calendar) -> None:
    calendar.go_to_day(FULL_DAY)
    shown = len(calendar.grid.placed(FULL_DAY))
    assert 0 < shown < 8
    calendar.click_at(calendar.grid.more_place(FULL_DAY).center())
    dialog = calendar.dialog("day-dialog")
    assert dialog.windowTitle() == "Torsdag 10. desember 2026"
    lines = calendar.labels("day-lines")
    assert sum("Arbeidsutvalget" in line or "forum" in line for line in lines) >= 8
    check_screen(dialog)
    entries = calendar.part("day-lines", dialog)
    calendar.press(Qt.Key.Key_Down, on=entries)
    calendar.press(Qt.Key.Key_Return, on=entries)
    assert calendar.view.stack.key == "meetings"


def test_lines_of_a_day_are_chosen_by_keys_and_clicks(calendar: Calendar) -> None:
    calendar.go_to_day(FULL_DAY)
    first = calendar.grid.line
    calendar.press(Qt.Key.Key_Down, CTRL, on=calendar.grid)
    second = calendar.grid.line
    assert second != first
    calendar.press(Qt.Key.Key_Up, CTRL, on=calendar.grid)
    assert calendar.grid.line == first
    calendar.click_at(calendar.block(FULL_DAY, 1))
    assert calendar.grid.line == second
    calendar.press(Qt.Key.Key_Space, on=calendar.grid)
    dialog = calendar.dialog("day-dialog")
    calendar.click("day-dialog-verb", dialog)
    made = calendar.dialog("new-meeting-dialog")
    assert calendar.part("meeting-date", made).value == FULL_DAY
    made.close()


def test_the_right_button_offers_what_can_be_done_there(calendar: Calendar) -> None:
    calendar.go_to_day(FREE)
    calendar.click_at(calendar.block(FOURTH), Qt.MouseButton.RightButton)
    calendar.grid.customContextMenuRequested.emit(calendar.block(FOURTH))
    menu = calendar.part("calendar-menu")
    assert isinstance(menu, QMenu)
    words = [act.text() for act in menu.actions() if act.text()]
    assert words == ["Nytt møte …", "Åpne møtet", "Flytt møtet", "Avlys møtet …", "Slett møtet"]
    assert calendar.grid.day.on == FOURTH
    menu.close()


def test_what_is_pointed_at_is_told_whole(calendar: Calendar) -> None:
    calendar.go_to_day(FOURTH)
    view, at = calendar.grid.viewport(), calendar.block(FOURTH)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    assert QToolTip.text() == "Næringsrådet 2/2026 kl. 09.00–11.00, Skaun rådhus, planlagt"
    at = corner_of(calendar.grid.place_of(FOURTH))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text().startswith("fredag 4. desember 2026\nNæringsrådet 2/2026")


def test_a_meeting_moved_elsewhere_shows_on_its_new_day(calendar: Calendar) -> None:
    calendar.go_to_day(FREE)
    meeting = calendar.house.agendas.view(meeting_on(calendar, FOURTH)).meeting
    done = move_day(calendar.house, meeting.id, FREE, meeting.version)
    calendar.bench.hub.publish(done.changes)
    calendar.settle()
    assert "Næringsrådet 2/2026" in calendar.said()
    assert meeting.status is MeetingStatus.PLANNED


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1_440, 900), (1_100, 700)])
def test_the_month_is_clean(calendar: Calendar, size: tuple[int, int], scheme: Scheme) -> None:
    calendar.window.window.resize(*size)
    calendar.window.theme.choose(scheme)
    calendar.go_to_day(FULL_DAY)
    check_screen(calendar.window.window)
