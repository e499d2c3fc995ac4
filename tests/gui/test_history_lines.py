"""The history of a case that much was done to: a few lines first, and more when asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.house import House
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, PAGES, Office, arrange

FILES = 80


def with_many_files(house: House) -> None:
    arrange(house)
    case = next(row.id for row in house.cases.all() if row.title == ARENA)
    for number in range(FILES):
        house.edit.attachments.add(case, f"Plan {number}.pdf", b"%PDF-1.7")


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, with_many_files)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.open_case(ARENA)
    return made


def lines(dialog: QWidget) -> int:
    named = [widget.objectName() for widget in dialog.findChildren(QWidget) if widget.isVisible()]
    return sum(name.removeprefix("history-").isdigit() for name in named)


def test_twenty_lines_come_first_and_fifty_more_for_each_time_they_are_asked_for(
    office: Office,
) -> None:
    office.action("case-history").trigger()
    office.settle()
    dialog = office.dialog("history-dialog")
    assert lines(dialog) == 20
    check_screen(dialog)
    more = office.part("history-more", dialog)
    more.click()
    office.settle()
    assert lines(dialog) == 70
    office.window.window.menus.actions.undo.trigger()
    office.settle()
    assert "Plan 79.pdf" in office.toast()
