"""Medlemmer as a secretary uses it: look, travel through the years, find, open a seat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.members.lists import INSTITUTIONS, OBSERVERS, PEOPLE, SEATS
from app.views.members.page import MembersPage
from app.views.members.person_dialog import PersonDialog
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import Heartbeat, OpenWindow, check_screen
from tests.helpers.members_page import Members, arrange

BLOCKED = 2_000
"""Milliseconds: far more than drawing takes, far less than waiting for a disk."""


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage}, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Members(window, qtbot, desk)


def test_seats_are_listed_with_holder_deputy_term_and_state(members: Members) -> None:
    assert members.side() == "10 plasser · 2 besatt · 1 vara · 1 observatør"
    assert members.rows(SEATS)[1] == [
        "Prorektor for nyskaping",
        "Eva Dahl",
        "NTNU",
        "",
        "FoU",
        "fra 01.06.2019",
        "besatt",
    ]
    assert members.rows(SEATS)[5] == [
        "Kommunedirektør",
        "Kari Berg",
        "Melhus",
        "Ola Lie",
        "Offentlig",
        "01.01.2025–31.12.2026",
        "løper ut",
    ]
    assert members.rows(SEATS)[9][-1] == "ledig"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_list_is_clean(members: Members, scheme: Scheme) -> None:
    members.window.theme.choose(scheme)
    for key in (SEATS, OBSERVERS, INSTITUTIONS, PEOPLE):
        members.view.visit(f"members/{key}")
        for size in ((1440, 900), (1100, 700)):
            members.window.window.resize(*size)
            members.settle()
            check_screen(members.window.window)


def test_years_are_travelled_by_keys_and_the_way_back_is_shown(members: Members) -> None:
    members.page.take_focus()
    for _year in range(3):
        members.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert members.page.travel.on == date(2023, 11, 23)
    assert members.side() == "10 plasser · 1 besatt · 0 vara · 0 observatører"
    notice = members.part("other-day")
    assert notice.isVisible()
    assert "torsdag 23. november 2023" in notice.accessibleName()
    members.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert members.page.travel.is_today
    assert not notice.isVisible()


def test_day_is_typed_and_titles_are_those_of_the_day(members: Members) -> None:
    day = members.page.travel.day
    day.setFocus()
    day.selectAll()
    members.type("31.12.2019")
    members.settle()
    assert "Rådmann" in members.first(SEATS)
    day.selectAll()
    members.type("1.1.2020")
    members.settle()
    assert "Rådmann" not in members.first(SEATS)
    assert "Kommunedirektør" in members.first(SEATS)


def test_institutions_say_whether_they_take_part_on_the_day(members: Members) -> None:
    members.view.visit(f"members/{INSTITUTIONS}")
    members.settle()

    def state(name: str) -> str:
        return next(row[-1] for row in members.rows(INSTITUTIONS) if row[0] == name)

    assert (state("Orkland kommune"), state("Orkdal kommune")) == ("deltar", "tidligere")
    for _year in range(7):
        members.click("year-back")
    assert (state("Orkland kommune"), state("Orkdal kommune")) == ("kommer", "deltar")
    states = [row[-1] for row in members.rows(INSTITUTIONS)]
    assert states == sorted(states, key=["deltar", "kommer", "tidligere"].index)


def test_body_is_chosen_by_keyboard(members: Members) -> None:
    members.part("body").setFocus()
    members.press(Qt.Key.Key_Down)
    assert members.page.travel.body == "RR"
    assert members.rows(SEATS)[0][1] == "Siri Aune"


def test_search_sifts_and_escape_shows_all_again(members: Members) -> None:
    members.page.take_focus()
    members.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    tab = members.page.tab(SEATS)
    with members.qtbot.waitSignal(tab.search.searched):
        members.type("kari løper")
    assert [row[1] for row in members.rows(SEATS)] == ["Kari Berg"]
    with members.qtbot.waitSignal(tab.search.searched):
        members.type("xyz")
    assert members.part("no-hits-seats").isVisible()
    with members.qtbot.waitSignal(tab.search.searched):
        members.press(Qt.Key.Key_Escape)
    assert len(members.rows(SEATS)) == 10


def test_columns_sort_as_norwegians_do(members: Members) -> None:
    members.view.visit(f"members/{PEOPLE}")
    members.settle()
    header = members.page.tab(PEOPLE).table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    for _click in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert members.first(PEOPLE) == ["Siri Aune", "Ola Lie", "Nils Moe", "Kari Berg", "Eva Dahl"]


def test_place_of_a_seat_selects_it_in_its_own_body(members: Members) -> None:
    seat = members.house.roster.view(body="RR").seats[0].seat_id
    members.page.travel.step(-10)
    members.settle()
    members.view.visit(f"members/{seat}")
    members.settle()
    assert (members.page.travel.body, members.page.travel.on) == ("RR", date(2026, 11, 23))
    assert members.page.tab(SEATS).table.key == seat
    assert members.page.place() == str(seat)


def test_f4_opens_who_sits_there(members: Members) -> None:
    members.choose(SEATS, "Prorektor for nyskaping")
    members.press(Qt.Key.Key_F4)
    dialog = members.dialog()
    assert isinstance(dialog, PersonDialog)
    assert dialog.windowTitle() == "Eva Dahl"
    check_screen(dialog)


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_names_of_people_and_institutions_are_never_cut(
    members: Members, size: tuple[int, int]
) -> None:
    members.window.window.resize(*size)
    members.settle()
    table = members.page.tab(SEATS).table
    model, metrics = table.model(), table.fontMetrics()
    keys = [column.key for column in model.columns]  # type: ignore[attr-defined]
    for place in (keys.index(key) for key in ("holder", "institution", "deputies")):
        widest = max(
            metrics.horizontalAdvance(str(model.index(row, place).data()))
            for row in range(model.rowCount())
            if members.rows(SEATS)[row][2]
        )
        assert table.columnWidth(place) >= widest
    assert table.horizontalScrollBar().maximum() == 0


def test_window_answers_all_the_while(members: Members, heartbeat: Heartbeat) -> None:
    for key in (OBSERVERS, INSTITUTIONS, PEOPLE, SEATS):
        members.view.visit(f"members/{key}")
        members.settle()
    with heartbeat.listening():
        for key in (OBSERVERS, INSTITUTIONS, PEOPLE, SEATS):
            members.view.visit(f"members/{key}")
            members.page.travel.step(-1)
            members.settle()
    assert heartbeat.longest < BLOCKED


def test_roster_is_written_as_a_workbook(members: Members, tmp_path: Path) -> None:
    out = tmp_path / "Medlemmer 2026.xlsx"
    members.page.roster_export.make(out, "NR", date(2026, 11, 23))
    members.window.settle(lambda: not members.page.roster_export.is_working)
    assert members.toast().startswith("Medlemmer 2026.xlsx er laget")
    from openpyxl import load_workbook

    book = load_workbook(out)
    assert book.sheetnames == [
        "Medlemmer",
        "Perioder",
        "Rotasjon",
        "Vara",
        "Bruk av vara per år",
        "Bruk av vara",
        "Observatører",
    ]


def test_export_that_fails_is_told_in_words(members: Members, tmp_path: Path) -> None:
    members.page.roster_export.make(tmp_path / "finnes ikke" / "x.xlsx", "NR", date(2026, 11, 23))
    members.window.settle(lambda: not members.page.roster_export.is_working)
    told = members.dialog()
    assert told.objectName() == "error"
    told.close()
