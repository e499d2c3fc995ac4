"""Faste punkter in the window: the rules, and what is settled about one of their years (R19)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.year.facts import YearPoint
from app.views.overview.page import OverviewPage
from app.views.theme.tokens import Scheme
from app.views.year.page import YearPage
from app.views.year.points.tab import PointsTab, turn_key
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import PAGES, Office

BUDGET = "Utviklingsplan med budsjettrammer"
REPORT = "Årsrapport om tiltak og mål i strategisk næringsplan"
EVERY_PAGE = {
    "overview": lambda bench, house: OverviewPage(bench, house.overview.view),
    **PAGES,
    "year": YearPage,
}
TITLE, STATE = 1, 5


def arrange(house: House) -> None:
    """Regionrådet has a meeting in February 2027, and none in December."""
    house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2027, 2, 12)))


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(EVERY_PAGE, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    found = Office(window, qtbot, desk)
    found.go_to("year/2027/points")
    return found


def tab(office: Office) -> PointsTab:
    found = office.page.tab()
    assert isinstance(found, PointsTab)
    return found


def point(office: Office, title: str, year: int = 2027) -> YearPoint:
    return next(one for one in office.house.year.view(year).points if one.title == title)


def choose(office: Office, title: str, year: int = 2027) -> None:
    tab(office).turns.choose(turn_key(point(office, title, year)))
    tab(office).turns.setFocus()
    office.settle()


def choose_rule(office: Office, title: str) -> None:
    key = next(one.id for one in office.house.points.entries() if one.title == title)
    tab(office).entries.choose(key)
    tab(office).entries.setFocus()
    office.settle()


def states(office: Office) -> dict[str, str]:
    names = office.column("points-of-year", TITLE)
    return dict(zip(names, office.column("points-of-year", STATE), strict=True))


def often(office: Office) -> dict[str, str]:
    return dict(zip(office.column("all-points", 0), office.column("all-points", 2), strict=True))


def do(office: Office, name: str) -> None:
    office.action(name).trigger()
    office.settle()


def fill(office: Office, **fields: Any) -> None:
    """Fill the lines and numbers of the dialog on top, by their names without `point-`."""
    for name, value in fields.items():
        part = office.part(f"point-{name.replace('_', '-')}")
        if isinstance(value, int):
            part.setValue(value)
        else:
            part.setText(value)
    office.settle()


def toast(office: Office) -> str:
    return str(office.part("toast").text())


def test_the_year_tells_its_points_and_the_rules_behind_them(office: Office) -> None:
    assert states(office) == {REPORT: "saken er laget", BUDGET: "mangler møte"}
    assert often(office)[BUDGET] == "hver desember"
    assert "annethvert år i desember, neste 2026" in often(office).values()
    side = office.part("card-points-of-year").findChild(QLabel, "side")
    assert side is not None
    assert side.text() == "1 mangler møte"


def test_rows_stay_where_they_are_when_a_button_comes(office: Office) -> None:
    before = tab(office).turns.mapTo(tab(office), QPoint(0, 0))
    choose(office, BUDGET)
    assert office.part("new-turn-meeting").isVisible()
    assert tab(office).turns.mapTo(tab(office), QPoint(0, 0)) == before


def test_the_menu_follows_the_tab(office: Office) -> None:
    menu = office.window.window.menus.actions.page
    assert "new-point" in {act.objectName().removeprefix("action-") for act in menu.actions()}
    office.page.strip.choose("wheel")
    office.settle()
    assert list(menu.actions()) == list(office.page.page_actions())


def test_a_meeting_is_made_for_a_point_that_lacks_one_and_takes_it_up(office: Office) -> None:
    choose(office, BUDGET)
    office.click("new-turn-meeting")
    dialog = office.dialog("new-meeting-dialog")
    assert office.part("meeting-body", dialog).code() == "RR"
    assert office.part("meeting-date", dialog).value == date(2027, 12, 1)
    office.click("new-meeting-dialog-verb")
    assert states(office)[BUDGET] == "saken er laget"
    assert toast(office) == "Møtet er laget."


def test_the_case_is_made_by_hand_for_a_meeting_that_was_there(office: Office) -> None:
    do(office, "new-point")
    fill(office, title="Prosjektstatus {år}", first_year=2027)
    office.part("point-body").show_code("RR")
    office.part("point-month").show_code(2)
    office.click("point-dialog-verb")
    assert states(office)["Prosjektstatus 2027"] == "mangler sak"
    choose(office, "Prosjektstatus 2027")
    office.click("add-turn-case")
    assert states(office)["Prosjektstatus 2027"] == "saken er laget"
    assert not office.action("add-turn-case").isEnabled()
    assert "bare én gang" in office.action("add-turn-case").toolTip()


def test_a_point_is_moved_with_a_reason_and_taken_back(office: Office) -> None:
    choose(office, BUDGET)
    do(office, "move-point")
    verb = office.part("move-point-dialog-verb")
    assert not verb.isEnabled()
    fill(office, to_year=2028, reason="Regionrådet møtes ikke i desember.")
    office.part("point-to-month").show_code(1)
    office.click("move-point-dialog-verb")
    assert BUDGET not in states(office)
    office.go_to("year/2028/points")
    choose(office, BUDGET, 2028)
    remarks = office.column("points-of-year", 6)
    assert "flyttet fra desember 2027: Regionrådet møtes ikke i desember." in remarks
    moved = next(one for one in office.house.year.view(2028).points if one.is_moved)
    tab(office).turns.choose(turn_key(moved))
    office.settle()
    do(office, "restore-turn")
    assert point(office, BUDGET).month_on == date(2027, 12, 1)


def test_a_point_is_dropped_for_a_year_and_undone(office: Office) -> None:
    choose(office, BUDGET)
    office.press(Qt.Key.Key_Delete, on=tab(office).turns)
    fill(office, reason="Planen er ny i 2028.")
    office.click("drop-point-dialog-verb")
    assert states(office)[BUDGET] == "sløyfet"
    assert office.is_shown("restore-turn")
    office.bench.undo()
    office.settle()
    assert states(office)[BUDGET] == "mangler møte"


def test_a_rule_is_changed_and_tells_the_years_that_it_gives(office: Office) -> None:
    choose_rule(office, BUDGET)
    office.press(Qt.Key.Key_F2, on=tab(office).entries)
    dialog = office.dialog("point-dialog")
    office.part("point-often", dialog).show_code(2)
    fill(office, first_year=2027)
    assert "Kommer i 2027, 2029 og 2031." in {label.text() for label in dialog.findChildren(QLabel)}
    office.click("point-dialog-verb")
    assert often(office)[BUDGET] == "annethvert år i desember, neste 2027"


def test_a_rule_that_is_there_twice_is_refused_at_its_title(office: Office) -> None:
    do(office, "new-point")
    fill(office, title=BUDGET)
    office.part("point-body").show_code("RR")
    office.click("point-dialog-verb")
    told = {label.text() for label in office.dialog("point-dialog").findChildren(QLabel)}
    assert any("har alt et fast punkt" in text for text in told)


def test_a_rule_with_cases_is_ended_where_it_would_be_deleted(office: Office) -> None:
    choose_rule(office, REPORT)
    do(office, "delete-point")
    assert "avsluttet og ikke slettet" in toast(office)
    choose_rule(office, BUDGET)
    do(office, "delete-point")
    assert BUDGET not in often(office)


def test_a_rule_gets_its_last_year(office: Office) -> None:
    choose_rule(office, BUDGET)
    do(office, "end-point")
    fill(office, last_year=2026)
    office.click("end-point-dialog-verb")
    assert BUDGET not in states(office)


def test_enter_opens_the_case_and_f4_the_meeting(office: Office) -> None:
    choose(office, REPORT)
    office.press(Qt.Key.Key_F4, on=tab(office).turns)
    meeting, case = point(office, REPORT).meeting_id, point(office, REPORT).case_id
    assert office.view.stack.place().startswith(f"meetings/{meeting}")
    office.go_to("year/2027/points")
    choose(office, REPORT)
    office.press(Qt.Key.Key_Return, on=tab(office).turns)
    assert office.view.stack.place().startswith(f"cases/{case}")
    assert office.part("case-due").text() == "Frist 29. januar"
    office.click("case-wheel")
    assert office.view.stack.place() == "year/2027/points"


def test_the_overview_leads_to_a_point_that_lacks_its_meeting(office: Office) -> None:
    office.go_to("overview")
    rows = office.part("card-ahead").findChildren(object)
    names = {str(part.accessibleName()): part for part in rows if hasattr(part, "accessibleName")}
    row = next(part for name, part in names.items() if BUDGET in name and "mangler møte" in name)
    row.click()
    office.settle()
    assert office.view.stack.place() == "year/2026/points"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1100, 700)], ids=["wide", "narrow"])
def test_the_tab_is_clean(office: Office, size: QSize, scheme: Scheme) -> None:
    office.window.window.resize(size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)
    do(office, "new-point")
    check_screen(office.dialog("point-dialog"))
