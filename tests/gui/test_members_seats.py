"""Seats and terms are kept from Medlemmer, by keyboard and mouse (R2–R7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.members.lists import INSTITUTIONS, OBSERVERS, PEOPLE, SEATS
from app.views.members.page import MembersPage
from app.views.members.roster.seat_panel import SeatPanel
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.members_page import Members, arrange
from tests.helpers.terms import seat_id, terms

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage}, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Members(window, qtbot, desk)


def open_panel(members: Members, number: int) -> SeatPanel:
    """Choose the seat in the list and press Enter."""
    members.page.tab(SEATS).table.choose(seat_id(members.house, number))
    members.page.take_focus()
    members.press(Qt.Key.Key_Return)
    panel = members.page.roster.panel
    assert panel is not None
    members.qtbot.waitUntil(panel.isVisible)
    return panel


def in_panel(
    members: Members,
    panel: SeatPanel,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key in the list of the panel, once that window has the keyboard."""
    with members.qtbot.waitActive(panel):
        panel.activateWindow()
    panel.list.setFocus()
    QTest.keyClick(panel.list, key, held)
    members.settle()


def pick(members: Members, name: str, words: str, dialog: QWidget) -> None:
    """Choose from a list of choices by typing its first letters."""
    members.part(name, dialog).setFocus()
    members.type(words)


def write(members: Members, name: str, text: str, dialog: QWidget) -> None:
    field: Any = members.part(name, dialog)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def here(members: Members, number: int) -> list[tuple[Any, ...]]:
    return terms(members.house, seat_id(members.house, number))


def test_enter_opens_the_seat_with_its_terms_and_what_can_be_done(members: Members) -> None:
    panel = open_panel(members, 6)
    assert panel.windowTitle() == "Kommunedirektør"
    assert "Næringsrådet, plass 6 · medlem · offentlig · roterende, 2 år" in str(
        members.part("seat-facts", panel).text()
    )
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("2025, Kari Berg, Melhus kommune · vara: Ola Lie, 01.01.2025–31.12.2026, nå")
    check_screen(panel)


def test_a_seat_that_nobody_had_says_so(members: Members) -> None:
    panel = open_panel(members, 9)
    assert members.part("seat-no-terms", panel).isVisible()
    follow = members.part("term-follow", panel)
    assert (follow.isEnabled(), follow.toolTip()) == (False, "Velg en periode i listen.")
    check_screen(panel)


def test_new_term_is_the_primary_button_and_begins_after_the_last(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.click("new-term")
    dialog = members.dialog()
    assert members.part("term-from", dialog).text() == "1. januar 2027"
    assert members.part("term-to", dialog).text() == "31. desember 2028"
    pick(members, "term-institution", "Skaun", dialog)
    pick(members, "term-person", "Nils", dialog)
    members.click("term-dialog-verb", dialog)
    assert members.toast() == "Perioden er lagt inn."
    assert here(members, 6)[0] == ("Nils Moe", date(2027, 1, 1), date(2028, 12, 31), None)
    members.click("toast-undo")
    assert len(here(members, 6)) == 1


def test_new_term_asks_for_the_seat_where_none_is_chosen(members: Members) -> None:
    members.view.visit(f"members/{PEOPLE}")
    members.settle()
    members.press(Qt.Key.Key_N, CONTROL | SHIFT)
    dialog = members.dialog()
    verb = members.part("term-dialog-verb", dialog)
    assert verb.toolTip() == "Velg en plass."
    pick(members, "term-seat", "8.", dialog)
    members.settle()
    assert members.part("term-from", dialog).text() == "23. november 2026"
    assert verb.toolTip() == "Velg en institusjon."


def test_two_holders_at_a_time_are_told_at_the_day_and_nothing_is_lost(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.click("new-term")
    dialog = members.dialog()
    pick(members, "term-institution", "Skaun", dialog)
    write(members, "term-from", "1.6.2026", dialog)
    members.click("term-dialog-verb", dialog)
    first = members.part("term-from", dialog)
    assert "Kari Berg har plassen fra 1. januar 2025" in first.accessibleDescription()
    assert dialog.isVisible()
    check_screen(dialog)


def test_what_is_odd_is_said_while_one_chooses(members: Members) -> None:
    members.page.tab(SEATS).table.choose(seat_id(members.house, 7))
    members.click("new-term")
    dialog = members.dialog()
    pick(members, "term-institution", "Melhus", dialog)
    odd = members.part("term-odd", dialog)
    members.qtbot.waitUntil(lambda: odd.isVisible())
    assert "Melhus kommune har samtidig en annen av plassene" in odd.text()
    check_screen(dialog)
    members.click("term-dialog-verb", dialog)
    assert here(members, 7)[0][0] == "Melhus kommune"


def test_another_takes_over_and_ctrl_z_in_the_panel_takes_it_back(members: Members) -> None:
    panel = open_panel(members, 6)
    in_panel(members, panel, Qt.Key.Key_F, CONTROL | SHIFT)
    dialog = members.dialog()
    assert "Kari Berg har plassen «Kommunedirektør»" in dialog.accessibleDescription()
    check_screen(dialog)
    pick(members, "follow-person", "Nils", dialog)
    write(members, "follow-from", "1.9.2026", dialog)
    members.click("follow-dialog-verb", dialog)
    assert [row[0] for row in here(members, 6)] == ["Nils Moe", "Kari Berg"]
    members.qtbot.waitUntil(lambda: panel.list.model().rowCount() == 2)
    in_panel(members, panel, Qt.Key.Key_Z, CONTROL)
    assert [row[0] for row in here(members, 6)] == ["Kari Berg"]


def test_a_term_ends_early_and_the_seat_is_vacant(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.press(Qt.Key.Key_A, CONTROL | SHIFT)
    dialog = members.dialog()
    write(members, "end-last", "1.1.2024", dialog)
    members.press(Qt.Key.Key_Return)
    assert "er ikke i perioden" in members.part("end-last", dialog).accessibleDescription()
    write(members, "end-last", "30.9.2026", dialog)
    members.press(Qt.Key.Key_Return)
    assert members.toast() == "Perioden til Kari Berg er avsluttet."
    assert members.rows(SEATS)[5][-1] == "ledig"


def test_deputies_are_added_and_ranked_by_keys(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.press(Qt.Key.Key_R, CONTROL | SHIFT)
    dialog = members.dialog()
    pick(members, "deputy-person", "Nils", dialog)
    members.click("deputy-add", dialog)
    check_screen(dialog)
    listed = members.part("deputy-list", dialog)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    members.click("deputies-dialog-verb", dialog)
    assert members.rows(SEATS)[5][3] == "Nils Moe og Ola Lie"
    members.press(Qt.Key.Key_R, CONTROL | SHIFT)
    dialog = members.dialog()
    listed = members.part("deputy-list", dialog)
    listed.choose(listed.model().entry(listed.model().index(0, 0)).key)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    members.click("deputies-dialog-verb", dialog)
    assert members.rows(SEATS)[5][3] == "Ola Lie"


def test_a_term_is_edited_and_a_mistake_removed(members: Members) -> None:
    panel = open_panel(members, 6)
    members.click("term-edit", panel)
    dialog = members.dialog()
    check_screen(dialog)
    pick(members, "term-person", "Nils", dialog)
    members.click("term-dialog-verb", dialog)
    assert here(members, 6)[0][0] == "Nils Moe"
    in_panel(members, panel, Qt.Key.Key_Delete)
    assert here(members, 6) == []
    assert members.toast() == "Perioden til Nils Moe er tatt bort."
    assert members.part("seat-no-terms", panel).isVisible()


def test_somebody_new_is_added_on_the_way(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.press(Qt.Key.Key_F, CONTROL | SHIFT)
    follow = members.dialog()
    members.click("follow-new-person", follow)
    members.type("Ida Aas")
    members.press(Qt.Key.Key_Return)
    assert members.part("follow-person", follow).currentText() == "Ida Aas"
    members.click("follow-dialog-verb", follow)
    assert here(members, 6)[0][0] == "Ida Aas"


def test_a_seat_is_added_and_renamed_from_a_day(members: Members) -> None:
    members.press(Qt.Key.Key_L, CONTROL | SHIFT)
    dialog = members.dialog()
    check_screen(dialog)
    assert members.part("seat-number", dialog).value() == 11
    members.type("Representant for reiselivet")
    members.click("seat-dialog-verb", dialog)
    assert members.first(SEATS)[-1] == "Representant for reiselivet"
    members.press(Qt.Key.Key_D, CONTROL | SHIFT)
    dialog = members.dialog()
    check_screen(dialog)
    write(members, "seat-title", "Representant for opplevelser", dialog)
    write(members, "seat-title-from", "1.1.2027", dialog)
    members.click("seat-dialog-verb", dialog)
    assert members.first(SEATS)[-1] == "Representant for reiselivet"
    members.page.travel.step(1)
    members.settle()
    assert members.first(SEATS)[-1] == "Representant for opplevelser"


def test_every_list_has_its_own_primary_button(members: Members) -> None:
    for key, name in (
        (SEATS, "new-term"),
        (OBSERVERS, "new-observer"),
        (INSTITUTIONS, "new-institution"),
        (PEOPLE, "new-person"),
    ):
        members.view.visit(f"members/{key}")
        members.settle()
        primary = members.part("primary")
        shown = [
            child.objectName()
            for child in primary.findChildren(QWidget)
            if child.isVisible() and child.property("kind") == "primary"
        ]
        assert shown == [name]


def test_every_deed_has_a_menu_entry_and_keys_of_its_own(members: Members) -> None:
    deeds = members.page.page_actions()
    keys = [deed.shortcut().toString() for deed in deeds]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    words = [deed.text() for deed in deeds]
    assert {"Ny periode", "Ny sammensetning etter valg …", "Slå sammen kommuner …"} <= set(words)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_is_clean_in_both_themes(members: Members, scheme: Scheme) -> None:
    members.window.theme.choose(scheme)
    check_screen(open_panel(members, 6))


def test_a_body_without_seats_offers_to_add_one(members: Members) -> None:
    members.page.travel.show_body("ADM")
    members.page.travel.moved.emit()
    members.settle()
    assert members.rows(SEATS) == []
    empty = members.part("empty-seats")
    check_screen(members.window.window)
    (start,) = [one for one in empty.findChildren(QWidget) if one.property("kind")]
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    members.settle()
    assert members.dialog().windowTitle().startswith("Ny plass i ")
