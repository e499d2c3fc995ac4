"""Papirkurv as a secretary uses it: see what was deleted, find it, take it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.services.editing.people import PersonFields
from app.services.house import House
from app.views.bin.page import BinPage
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import GRUNDER, PAGES, WAITING, Office, arrange

FILE = "Tilbud fra NTNU"


def with_deleted(house: House) -> None:
    """One of each kind lies in the bin, but for a meeting."""
    arrange(house)
    edit = house.edit
    case = next(row.id for row in house.cases.all() if row.title == GRUNDER)
    waiting = next(row.id for row in house.cases.all() if row.title == WAITING)
    attachment = edit.attachments.add(case, f"{FILE}.pdf", b"%PDF-1.7").id
    person = edit.people.add_person(PersonFields(name="Kari Berg")).id
    edit.attachments.remove(attachment)
    edit.cases.delete(waiting)
    edit.people.delete_person(person)


def make_office(
    open_window: Callable[..., OpenWindow],
    qtbot: QtBot,
    tmp_path: Path,
    arranged: Callable[[House], object],
) -> Office:
    desk = CouncilDesk({**PAGES, "bin": BinPage}, arranged)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.go_to("bin")
    return made


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    return make_office(open_window, qtbot, tmp_path, with_deleted)


def names(office: Office) -> list[str]:
    return office.column("bin-table", 1)


def choose(office: Office, name: str) -> None:
    office.page.table.selectRow(names(office).index(name))
    office.settle()


def test_everything_that_was_deleted_is_listed(office: Office) -> None:
    assert names(office) == [WAITING, FILE, "Kari Berg"]
    assert office.column("bin-table", 0) == ["Sak", "Vedlegg", "Person"]
    assert office.column("bin-table", 2) == ["Næringsrådet", GRUNDER, "–"]
    assert office.part("page-side").text() == "3 ting som kan hentes tilbake"


def test_enter_takes_a_case_back_and_angre_puts_it_in_the_bin_again(office: Office) -> None:
    choose(office, WAITING)
    office.press(Qt.Key.Key_Return, on=office.page.table)
    office.wait_for(lambda: names(office) == [FILE, "Kari Berg"])
    assert WAITING in office.all_titles()
    assert office.toast() == f"«{WAITING}» er hentet tilbake."
    office.click("toast-undo")
    office.wait_for(lambda: WAITING in names(office))
    assert WAITING not in office.all_titles()


def test_one_after_the_other_comes_back(office: Office) -> None:
    choose(office, "Kari Berg")
    for left in range(2, -1, -1):
        office.click("restore-chosen")
        office.settle()
        assert len(names(office)) == left
    assert [one.title for one in office.brief(GRUNDER).attachments] == [FILE]
    assert not office.part("restore-chosen").isEnabled()
    assert office.part("restore-chosen").toolTip() == "Velg det du vil hente tilbake."
    assert "Papirkurven er tom." in office.part("empty-bin").accessibleName()


def test_words_find_what_lies_there(office: Office) -> None:
    office.type("tilbud vedlegg", on=office.part("bin-search"))
    office.wait_for(lambda: names(office) == [FILE])
    office.part("bin-search").clear()
    office.type("finnes ikke", on=office.part("bin-search"))
    office.wait_for(lambda: names(office) == [])
    assert office.part("empty-bin").accessibleName().startswith("Ingenting i papirkurven passer")


def test_headings_sort(office: Office) -> None:
    header = office.page.table.horizontalHeader()
    header.sectionClicked.emit(1)
    assert names(office) == ["Kari Berg", WAITING, FILE]
    header.sectionClicked.emit(1)
    assert names(office) == [FILE, WAITING, "Kari Berg"]
    header.sectionClicked.emit(3)
    assert len(names(office)) == 3


def test_what_is_deleted_elsewhere_comes_in(office: Office) -> None:
    office.go_to("meetings")
    office.page.list.table.choose(office.meeting_id())
    office.action("delete-chosen").trigger()
    office.settle()
    office.go_to("bin")
    assert names(office)[0] == "Næringsrådet 1/2026"
    assert office.column("bin-table", 2)[0] == "Næringsrådet, 4. des. 2026"
    choose(office, "Næringsrådet 1/2026")
    office.press(Qt.Key.Key_Enter, on=office.page.table)
    office.wait_for(lambda: "Næringsrådet 1/2026" not in names(office))
    assert len(office.titles()) == 8


def test_row_has_its_menu(office: Office) -> None:
    choose(office, FILE)
    table = office.page.table
    where = table.visualRect(table.model().index(1, 1)).center()
    table.customContextMenuRequested.emit(where)
    menu = next(each for each in office.page.findChildren(QMenu) if each.isVisible())
    assert [act.text() for act in menu.actions()] == ["Hent tilbake"]
    menu.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_bin_is_clean(office: Office, size: tuple[int, int], scheme: Scheme) -> None:
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)


def test_an_empty_bin_teaches(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    office = make_office(open_window, qtbot, tmp_path, arrange)
    assert "kan hentes tilbake når som helst" in office.part("empty-bin").accessibleName()
    assert office.part("page-side").text() == ""
    check_screen(office.window.window)
