"""What is asked when a meeting is taken to another day in the year's pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.calendars import a_calendar
from tests.helpers.gui import OpenWindow

NAME = "Næringsrådet 2/2026"


def test_the_new_day_is_filled_in(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    calendar = a_calendar(open_window, qtbot, tmp_path / "råd.rundgang")
    calendar.go_to_day(date(2026, 12, 4))
    calendar.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, on=calendar.grid)
    calendar.wait_for(lambda: calendar.is_shown("meeting-facts"))
    dialog = calendar.dialog("meeting-facts")
    assert calendar.part("meeting-date", dialog).value == date(2026, 12, 11)
    meeting = next(row.id for row in calendar.house.meetings.all() if row.name == NAME)
    calendar.wait_for(
        lambda: calendar.house.agendas.view(meeting).meeting.held_on == date(2026, 12, 11)
    )
    dialog.close()
    calendar.settle()
