"""The menus in the hands of a secretary: formatting, keys, and what Enter and Delete do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.domain.rich_text import Paragraph
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, PAGES, WAITING, Office, arrange

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def format_menu(office: Office) -> QMenu:
    """As it is when it has been opened."""
    menu = office.window.window.findChild(QMenu, "menu-format")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def line(menu: QMenu, words: str) -> QAction:
    return next(act for act in menu.actions() if act.text() == words)


def test_formatting_is_in_the_menu_with_its_keys_and_waits_for_a_text(office: Office) -> None:
    office.go_to("cases")
    menu = format_menu(office)
    told = {act.text(): act.shortcut().toString() for act in menu.actions() if act.text()}
    assert told == {
        "Fet": "Ctrl+B",
        "Kursiv": "Ctrl+I",
        "Understreket": "Ctrl+U",
        "Overskrift": "Ctrl+Shift+H",
        "Punktliste": "Ctrl+Shift+L",
        "Nummerert liste": "Ctrl+Shift+R",
        "Et nivå ut": "Ctrl+Shift+M",
        "Et nivå inn": "Ctrl+M",
        "Tabell": "Ctrl+Shift+T",
        "Lenke": "Ctrl+Shift+K",
        "Bilde": "Ctrl+Shift+B",
        "Fjern formatering": "Ctrl+Space",
        "Til knappene for formatering": "Alt+F10",
    }
    assert not any(act.isEnabled() for act in menu.actions() if act.text())
    assert line(menu, "Fet").toolTip() == "Sett markøren i en tekst som kan endres, først."


def test_menu_formats_the_text_that_has_the_keyboard(office: Office) -> None:
    office.open_case(ARENA)
    text = office.part("section-background-text")
    text.setFocus()
    text.selectAll()
    line(format_menu(office), "Fet").trigger()
    office.editor.leave()
    office.settle()
    (block,) = office.text_of(ARENA, "background").blocks
    assert isinstance(block, Paragraph)
    assert all(run.bold for run in block.runs)
    office.part("case-officer").setFocus()
    assert not line(format_menu(office), "Fet").isEnabled()


def test_f1_lists_formatting_under_its_menu(office: Office) -> None:
    office.go_to("cases")
    office.window.window.show_shortcuts()
    dialog = office.dialog("shortcuts")
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told.index("Format") < told.index("Fet") < told.index("Ctrl+B")
    assert {"Gjør om", "Ctrl+Y", "Slett saken", "Åpne saken"} <= set(told)
    check_screen(dialog)
    dialog.close()


def test_enter_opens_and_delete_puts_in_the_bin_in_the_tables(office: Office) -> None:
    office.go_to("cases")
    table = office.part("cases-table")
    table.choose(office.case_id(WAITING))
    office.press(Qt.Key.Key_Delete, on=table)
    office.wait_for(lambda: WAITING not in office.all_titles())
    table.choose(office.case_id(ARENA))
    office.press(Qt.Key.Key_Enter, on=table)
    office.wait_for(lambda: office.view.stack.place() == f"cases/{office.case_id(ARENA)}")


def test_delete_in_the_search_deletes_no_case(office: Office) -> None:
    office.go_to("cases")
    office.part("cases-table").choose(office.case_id(WAITING))
    office.part("case-search").setFocus()
    office.press(Qt.Key.Key_Delete, on=office.part("case-search"))
    assert WAITING in office.all_titles()


def test_a_key_puts_the_open_case_in_the_bin(office: Office) -> None:
    office.open_case(WAITING)
    office.part("case-title").setFocus()
    office.press(Qt.Key.Key_Delete, CTRL | SHIFT, on=office.part("case-title"))
    office.wait_for(lambda: WAITING not in office.all_titles())


def test_meetings_have_the_same_keys(office: Office) -> None:
    office.go_to("meetings")
    told = {
        act.text(): act.shortcut().toString(act.shortcut().SequenceFormat.PortableText)
        for act in office.page.page_actions()
        if act.text()
    }
    assert told == {
        "Nytt møte …": "Ctrl+Shift+N",
        "Åpne møtet": "Return",
        "Slett møtet": "Del",
    }
