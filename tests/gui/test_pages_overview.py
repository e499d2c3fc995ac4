"""Oversikt as a secretary reads it: every line leads on, and nothing is cut where room is short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import ActionStatus
from app.models import ActionItem
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.overview.page import OverviewPage
from app.views.shell.workbench import Workbench
from app.views.theme.tokens import Scheme
from tests.helpers.council import a_case, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import PAGES, Office, arrange

TASK = "Søke regionalt utviklingsprogram om delfinansiering"


def overview_page(bench: Workbench, house: House) -> OverviewPage:
    return OverviewPage(bench, house.overview.view)


def with_a_task(house: House) -> None:
    arrange(house)
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2027, 1, 22)))
    with writing(house.desk) as work:
        case = a_case(work.session, title="Delfinansiering", number=18, number_year=2026)
        work.session.add(
            ActionItem(
                case_id=case.id,
                task=TASK,
                responsible="Prosjektleder SNP",
                due_on=date(2026, 11, 18),
                status=ActionStatus.OPEN,
            )
        )


@pytest.fixture
def opened(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> Callable[[Callable[[House], object]], Office]:
    def make(prepare: Callable[[House], object]) -> Office:
        desk = CouncilDesk({"overview": overview_page, **PAGES}, prepare)
        window = open_window(desk)
        window.open(tmp_path / "råd.rundgang")
        made = Office(window, qtbot, desk)
        made.settle()
        return made

    return make


Opened = Callable[[Callable[[House], object]], Office]


def test_one_click_on_a_task_opens_the_case_that_it_follows_from(opened: Opened) -> None:
    office = opened(with_a_task)
    table = office.part("actions")
    where = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    office.settle()
    assert office.view.stack.place() == f"cases/{office.case_id('Delfinansiering')}"


def test_an_empty_council_is_told_how_to_begin(opened: Opened) -> None:
    office = opened(lambda _house: None)
    assert "Ingen åpne oppgaver" in office.part("no-actions").accessibleName()
    check_screen(office.window.window)
    office.click("new-first-meeting")
    assert office.dialog("new-meeting-dialog").isVisible()


def test_what_is_published_is_not_called_sent(opened: Opened) -> None:
    def publish(house: House) -> None:
        arrange(house)
        house.meetings.publish(house.meetings.find("next"), reason="Prøve")

    office = opened(publish)
    assert not office.is_shown("step-notice")
    assert "ferdig" not in office.part("step-papers").accessibleName()


def test_other_meetings_are_called_by_name(opened: Opened) -> None:
    office = opened(with_a_task)
    spoken = [
        widget.accessibleName()
        for widget in office.part("card-ahead").findChildren(QWidget)
        if widget.objectName().startswith("ahead-")
    ]
    assert any("Næringsrådet 1/2027" in words for words in spoken)
    assert not any("NR-" in words for words in spoken)


def test_where_room_is_short_the_cards_stand_under_each_other(opened: Opened) -> None:
    office = opened(with_a_task)
    office.window.window.resize(1440, 900)
    office.settle()
    actions, seats = office.part("card-actions"), office.part("card-seats")
    assert seats.x() > actions.x()
    office.window.window.resize(1100, 700)
    office.settle()
    assert seats.x() == actions.x()
    table = office.part("actions")
    needed = table.fontMetrics().horizontalAdvance(TASK)
    assert table.columnWidth(1) > needed


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_overview_is_clean(opened: Opened, size: tuple[int, int], scheme: Scheme) -> None:
    office = opened(with_a_task)
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)
