"""Meetings taken to other days in the month, by mouse and by keys, and what is asked then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.helpers.calendars import CANCELLED_ON, HELD_ON, Calendar, a_calendar, foot_of
from tests.helpers.gui import OpenWindow, check_screen

ALT = Qt.KeyboardModifier.AltModifier
FOURTH, FREE = date(2026, 12, 4), date(2026, 12, 7)
Moves = list[tuple[int, date]]


@pytest.fixture
def calendar(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Calendar:
    return a_calendar(open_window, qtbot, tmp_path / "råd.rundgang")


@pytest.fixture
def moves(monkeypatch: pytest.MonkeyPatch) -> Moves:
    """What is asked to be moved, and to which day; the dialog has tests of its own."""
    asked: Moves = []
    monkeypatch.setattr(
        "app.views.year.calendar.desk.open_move",
        lambda _parent, _bench, _house, key, to_on, _moved: asked.append((key, to_on)),
    )
    return asked


def meeting_on(calendar: Calendar, on: date) -> int:
    return next(row.id for row in calendar.house.meetings.all() if row.held_on == on)


def test_a_meeting_that_is_dropped_on_another_day_asks_to_move(
    calendar: Calendar, moves: Moves
) -> None:
    calendar.go_to_day(FREE)
    start, end = calendar.block(FOURTH), calendar.grid.place_of(FREE).center()
    calendar.take(start, start + QPoint(2, 2))
    assert not calendar.grid.is_dragging
    calendar.drop(start + QPoint(2, 2))
    assert moves == []
    calendar.take(start, start + QPoint(0, 40), end)
    check_screen(calendar.window.window)
    calendar.drop(end)
    assert moves == [(meeting_on(calendar, FOURTH), FREE)]


def test_escape_lets_a_meeting_stay_where_it_is(calendar: Calendar, moves: Moves) -> None:
    calendar.go_to_day(FREE)
    start, end = calendar.block(FOURTH), calendar.grid.place_of(FREE).center()
    calendar.take(start, end)
    calendar.press(Qt.Key.Key_Escape, on=calendar.grid)
    assert not calendar.grid.is_dragging
    calendar.drop(end)
    calendar.take(start, end, start)
    calendar.drop(start)
    assert moves == []


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (HELD_ON, "Næringsrådet 1/2026 er avholdt og kan ikke flyttes."),
        (CANCELLED_ON, "Regionrådet 1/2026 er avlyst og kan ikke flyttes."),
    ],
)
def test_what_cannot_be_moved_says_why(
    calendar: Calendar, moves: Moves, on: date, why: str
) -> None:
    calendar.take(calendar.block(on), calendar.grid.place_of(date(2026, 11, 18)).center())
    assert calendar.toast() == why
    assert not calendar.grid.is_dragging
    calendar.drop(calendar.grid.place_of(date(2026, 11, 18)).center())
    calendar.press(Qt.Key.Key_Right, ALT, on=calendar.grid)
    assert moves == []
    act = calendar.action("move-week-on")
    assert not act.isEnabled()
    assert act.toolTip() == why


def test_alt_with_the_arrows_moves_the_chosen_meeting_by_day_and_week(
    calendar: Calendar, moves: Moves
) -> None:
    calendar.go_to_day(FOURTH)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        calendar.press(key, ALT, on=calendar.grid)
    days = [on.isoformat() for _meeting, on in moves]
    assert days == ["2026-12-05", "2026-12-03", "2026-12-11", "2026-11-27"]
    calendar.action("move-week-on").trigger()
    assert moves[-1] == (meeting_on(calendar, FOURTH), date(2026, 12, 11))


def test_alt_left_leads_back_where_no_meeting_is_chosen(calendar: Calendar, moves: Moves) -> None:
    calendar.go_to("meetings")
    calendar.show("month")
    calendar.press(Qt.Key.Key_Left, ALT, on=calendar.grid)
    assert calendar.view.stack.key == "meetings"
    assert moves == []


def test_nothing_is_made_or_moved_in_a_file_that_is_only_read(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path, moves: Moves
) -> None:
    made = a_calendar(open_window, qtbot, tmp_path / "råd.rundgang", "Bare for lesing.")
    made.go_to_day(FREE)
    made.take(made.block(FOURTH), made.grid.place_of(FREE).center())
    assert not made.grid.is_dragging
    made.drop(made.grid.place_of(FREE).center())
    made.click_at(made.block(FOURTH))
    made.press(Qt.Key.Key_Right, ALT, on=made.grid)
    assert moves == []
    made.double_click(foot_of(made.grid.place_of(FREE)))
    assert not made.is_shown("new-meeting-dialog")
    made.press(Qt.Key.Key_Insert, on=made.grid)
    assert not made.is_shown("new-meeting-dialog")
    for name in ("new-meeting", "delete-chosen", "move-day-on"):
        assert not made.action(name).isEnabled()
    assert made.part("calendar-deadlines").isEnabled()
    made.click("calendar-body-NR")
    assert not made.part("calendar-body-NR").isChecked()


def test_the_new_day_is_asked_for_before_anything_is_stored(calendar: Calendar) -> None:
    meeting = meeting_on(calendar, FOURTH)
    calendar.go_to_day(FOURTH)
    calendar.press(Qt.Key.Key_Down, ALT, on=calendar.grid)
    calendar.wait_for(lambda: calendar.is_shown("move-meeting-dialog"))
    dialog = calendar.dialog("move-meeting-dialog")
    assert calendar.part("move-on", dialog).value == date(2026, 12, 11)
    assert calendar.house.agendas.view(meeting).meeting.held_on == FOURTH
    calendar.click("move-meeting-dialog-verb", dialog)
    calendar.wait_for(
        lambda: calendar.house.agendas.view(meeting).meeting.held_on == date(2026, 12, 11)
    )
    calendar.settle()
