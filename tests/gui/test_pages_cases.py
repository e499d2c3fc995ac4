"""Saker as a secretary uses it: find a case among many, make one, put one away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.vocabulary import CaseKind
from app.services.house import House
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, GRUNDER, PAGES, STATUS, WAITING, Office, arrange

FERRY = "Ferje mellom Brekstad og Valset"


def with_other_bodies(house: House) -> None:
    arrange(house)
    house.edit.cases.create("RR", FERRY, CaseKind.INFORMATION)


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, with_other_bodies)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.go_to("cases")
    return made


def pick(office: Office, name: str, words: str) -> None:
    """Choose in a list with the keyboard."""
    choice = office.part(name)
    assert isinstance(choice, QComboBox)
    choice.setFocus()
    while choice.currentText() != words:
        here = choice.currentIndex()
        office.press(Qt.Key.Key_Down, on=choice)
        assert choice.currentIndex() != here, words


def test_every_case_is_listed_and_counted(office: Office) -> None:
    assert set(office.column("cases-table", 1)) == {ARENA, GRUNDER, STATUS, WAITING, FERRY}
    assert office.part("page-side").text() == "5 saker"


def test_words_body_and_status_leave_fewer(office: Office) -> None:
    office.type("program", on=office.part("case-search"))
    office.wait_for(lambda: office.column("cases-table", 1) == [GRUNDER])
    office.press(Qt.Key.Key_Escape, on=office.part("case-search"))
    office.wait_for(lambda: len(office.column("cases-table", 1)) == 5)
    pick(office, "filter-body", "Regionrådet")
    assert office.column("cases-table", 1) == [FERRY]
    pick(office, "filter-status", "Venter på saksliste")
    assert office.column("cases-table", 1) == [FERRY]
    assert office.part("page-side").text() == "1 sak"


def test_the_file_sorts_by_the_heading_that_is_clicked(office: Office) -> None:
    header = office.part("cases-table").horizontalHeader()
    header.sectionClicked.emit(1)
    office.settle()
    assert office.column("cases-table", 1) == [GRUNDER, FERRY, WAITING, STATUS, ARENA]
    header.sectionClicked.emit(1)
    office.settle()
    assert office.column("cases-table", 1)[0] == ARENA


def test_the_columns_are_remembered(office: Office) -> None:
    office.part("cases-table").setColumnWidth(2, 211)
    memory = office.window.tools.memory
    office.wait_for(lambda: bool(memory.columns("cases-table")))
    widths = memory.columns("cases-table")["widths"]
    assert isinstance(widths, dict)
    assert widths["body"] == 211


def test_enter_opens_the_brief_and_the_arrow_leads_back(office: Office) -> None:
    table = office.part("cases-table")
    table.setFocus()
    table.choose(office.case_id(GRUNDER))
    office.press(Qt.Key.Key_Return, on=table)
    assert office.part("page-title").text() == GRUNDER
    assert office.part("case-title").toPlainText() == GRUNDER
    office.click("all-cases")
    assert office.part("page-title").text() == "Saker"


def test_a_new_case_is_made_and_its_title_is_ready_to_be_written(office: Office) -> None:
    office.action("new-case").trigger()
    office.settle()
    dialog = office.dialog("new-case-dialog")
    assert (
        office.part("new-case-dialog-verb", dialog).toolTip() == "Skriv hva saken gjelder, først."
    )
    office.type("Nattog til Oslo", on=office.part("new-case-title", dialog))
    office.press(Qt.Key.Key_Return, on=office.part("new-case-title", dialog))
    assert office.part("page-title").text() == "Nattog til Oslo"
    assert office.brief("Nattog til Oslo").body == "NR"


def test_a_case_is_put_in_the_bin_and_angre_brings_it_back(office: Office) -> None:
    table = office.part("cases-table")
    table.choose(office.case_id(WAITING))
    office.action("delete-chosen").trigger()
    office.settle()
    assert WAITING not in office.column("cases-table", 1)
    office.click("toast-undo")
    assert WAITING in office.column("cases-table", 1)


def test_an_open_case_is_put_away_from_its_menu(office: Office) -> None:
    office.open_case(WAITING)
    deleting = office.menu_of("case-more").actions()[-1]
    assert isinstance(deleting, QAction)
    deleting.trigger()
    office.settle()
    assert office.part("page-title").text() == "Saker"
    assert WAITING not in office.column("cases-table", 1)


def test_a_case_that_is_deleted_while_it_is_shown_says_so(office: Office) -> None:
    office.open_case(WAITING)
    office.tell(office.house.edit.cases.delete(office.case_id(WAITING)))
    assert office.part("brief-gone").isVisible()


def test_a_case_with_a_number_says_why_it_stays(office: Office) -> None:
    office.house.meetings.publish(office.meeting_id(), reason="Test")
    office.open_case(ARENA)
    deleting = office.menu_of("case-more").actions()[-1]
    assert not deleting.isEnabled()
    assert "har fått nummer" in deleting.toolTip()


def test_the_row_menu_has_what_can_be_done(office: Office) -> None:
    table = office.part("cases-table")
    where = table.visualRect(table.model().index(0, 1)).center()
    table.customContextMenuRequested.emit(where)
    office.settle()
    menu = office.part("case-row-menu")
    assert isinstance(menu, QMenu)
    words = [act.text() for act in menu.actions()]
    assert words == ["Åpne saken", "Sett på saksliste …", "Slett saken"]
    menu.close()


def test_a_history_that_was_closed_hears_of_nothing_any_more(office: Office) -> None:
    office.open_case(WAITING)
    office.action("case-history").trigger()
    office.settle()
    dialog = office.dialog("history-dialog")
    office.press(Qt.Key.Key_Escape, on=dialog)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    case = office.brief(WAITING)
    office.tell(office.house.edit.cases.set_title(case.id, "Klynge", case.version))
    office.wait_for(lambda: "Klynge" in office.all_titles())


def test_a_history_that_is_closed_before_it_was_read_shows_nothing(office: Office) -> None:
    office.open_case(WAITING)
    office.action("case-history").trigger()
    dialog = office.dialog("history-dialog")
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    office.settle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_table_is_clean(office: Office, size: tuple[int, int], scheme: Scheme) -> None:
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)
    office.type("ingenting", on=office.part("case-search"))
    office.wait_for(lambda: office.column("cases-table", 1) == [])
    check_screen(office.window.window)


def test_the_new_case_dialog_is_clean(office: Office) -> None:
    office.click("new-case")
    check_screen(office.dialog("new-case-dialog"))
