"""Observers, mergers and elections are kept from Medlemmer (R2, R5, R18)."""

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

from app.views.members.lists import INSTITUTIONS, OBSERVERS, SEATS
from app.views.members.page import MembersPage
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.members_page import Members, arrange
from tests.helpers.terms import institution_id, seat_id, terms

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage}, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Members(window, qtbot, desk)


def go_to(members: Members, key: str) -> None:
    members.view.visit(f"members/{key}")
    members.settle()


def pick(members: Members, name: str, words: str, dialog: QWidget) -> None:
    members.part(name, dialog).setFocus()
    members.type(words)


def write(members: Members, name: str, text: str, dialog: QWidget) -> None:
    field: Any = members.part(name, dialog)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_observer_is_added_edited_ended_and_removed(members: Members) -> None:
    go_to(members, OBSERVERS)
    members.click("new-observer")
    dialog = members.dialog()
    assert dialog.windowTitle() == "Ny observatør i Næringsrådet"
    check_screen(dialog)
    assert not members.part("observer-dialog-verb", dialog).isEnabled()
    pick(members, "observer-person", "Ola", dialog)
    assert members.part("observer-institution", dialog).currentText() == "Melhus kommune"
    members.click("observer-dialog-verb", dialog)
    assert members.first(OBSERVERS) == ["Nils Moe", "Ola Lie"]
    members.choose(OBSERVERS, "Ola Lie")
    members.press(Qt.Key.Key_Return)
    dialog = members.dialog()
    check_screen(dialog)
    write(members, "observer-from", "1.1.2026", dialog)
    members.click("observer-dialog-verb", dialog)
    assert members.rows(OBSERVERS)[1][-1] == "fra 01.01.2026"
    members.choose(OBSERVERS, "Ola Lie")
    members.press(Qt.Key.Key_A, CONTROL | SHIFT)
    check_screen(members.dialog())
    members.press(Qt.Key.Key_Return)
    assert members.toast() == "Ola Lie er observatør til og med 23. november 2026."
    assert members.rows(OBSERVERS)[1][-1] == "01.01.2026–23.11.2026"
    members.choose(OBSERVERS, "Nils Moe")
    members.press(Qt.Key.Key_Delete)
    assert members.first(OBSERVERS) == ["Ola Lie"]
    members.click("toast-undo")
    assert members.first(OBSERVERS) == ["Nils Moe", "Ola Lie"]


def test_observer_twice_is_told_at_the_person(members: Members) -> None:
    go_to(members, OBSERVERS)
    members.press(Qt.Key.Key_O, CONTROL | SHIFT)
    dialog = members.dialog()
    pick(members, "observer-person", "Nils", dialog)
    pick(members, "observer-institution", "Skaun", dialog)
    members.click("observer-dialog-verb", dialog)
    person = members.part("observer-person", dialog)
    assert "Nils Moe er allerede observatør i Næringsrådet" in person.accessibleDescription()


def test_a_member_who_observes_is_told_and_stored(members: Members) -> None:
    members.press(Qt.Key.Key_O, CONTROL | SHIFT)
    dialog = members.dialog()
    pick(members, "observer-person", "Kari", dialog)
    members.click("observer-dialog-verb", dialog)
    assert members.toast() == (
        "Kari Berg er lagt til som observatør. Kari Berg er samtidig medlem av organet."
    )
    assert members.first(OBSERVERS) == ["Kari Berg", "Nils Moe"]


def shown(dialog: QWidget) -> list[str]:
    """The sentences of what a merger will change."""
    area = dialog.findChild(QWidget, "merger-changes")
    assert area is not None
    return [
        child.text()
        for child in area.findChildren(QWidget)
        if hasattr(child, "text") and child.isVisible()
    ]


def test_a_merger_is_shown_before_it_is_stored_and_taken_back_in_one(members: Members) -> None:
    go_to(members, INSTITUTIONS)
    members.click("merge-institutions")
    dialog: Any = members.dialog()
    check_screen(dialog)
    verb = members.part("merger-dialog-verb", dialog)
    assert verb.toolTip() == "Kryss av for dem som slutter."
    ended = members.part("merger-ended", dialog)
    row = next(
        place for place in range(ended.count()) if ended.item(place).text() == "Melhus kommune"
    )
    ended.setFocus()
    ended.setCurrentRow(row)
    QTest.keyClick(ended, Qt.Key.Key_Space)
    assert verb.toolTip() == "Velg etterfølger."
    pick(members, "merger-successor", "Ny kommune", dialog)
    assert verb.toolTip() == "Skriv navnet på den nye kommunen."
    members.part("merger-name", dialog).setFocus()
    members.type("Gauldal kommune")
    six = "Kommunedirektør: Gauldal kommune overtar etter Kari Berg"
    write(members, "merger-on", "1.7.2026", dialog)
    members.qtbot.waitUntil(lambda: six in shown(dialog))
    members.settle()
    assert (
        "Melhus kommune slutter 30. juni 2026. Gauldal kommune tar over fra dagen etter."
        in shown(dialog)
    )
    check_screen(dialog)
    seat = seat_id(members.house, 6)
    (old,) = members.house.seat_terms.seat(seat).terms
    pick(members, f"merger-person-{old.id}", "Kari", dialog)
    members.click("merger-dialog-verb", dialog)
    assert members.toast() == "Melhus kommune er slått sammen med Gauldal kommune."
    assert [row[0] for row in terms(members.house, seat)] == ["Kari Berg", "Kari Berg"]
    assert "Gauldal kommune" in members.first(INSTITUTIONS)
    members.click("toast-undo")
    assert "Gauldal kommune" not in members.first(INSTITUTIONS)
    assert len(terms(members.house, seat)) == 1


def test_a_merger_that_cannot_be_says_why(members: Members) -> None:
    go_to(members, INSTITUTIONS)
    members.press(Qt.Key.Key_M, CONTROL | SHIFT)
    dialog = members.dialog()
    ended = members.part("merger-ended", dialog)
    ended.setCurrentRow(0)
    ended.setFocus()
    QTest.keyClick(ended, Qt.Key.Key_Space)
    name = ended.item(0).text()
    pick(members, "merger-successor", name, dialog)
    members.qtbot.waitUntil(lambda: any("sin egen etterfølger" in one for one in shown(dialog)))
    members.click("merger-dialog-verb", dialog)
    successor = members.part("merger-successor", dialog)
    assert "kan ikke være sin egen etterfølger" in successor.accessibleDescription()
    assert institution_id(members.house, "Melhus")


def test_a_body_is_renewed_after_an_election_and_taken_back_in_one(members: Members) -> None:
    members.part("body").setFocus()
    members.press(Qt.Key.Key_Down)
    members.press(Qt.Key.Key_V, CONTROL | SHIFT)
    dialog = members.dialog()
    members.settle()
    assert dialog.windowTitle() == "Ny sammensetning etter valg – Regionrådet"
    check_screen(dialog)
    assert members.part("renewal-from", dialog).text() == "1. oktober 2027"
    mayor, leader = seat_id(members.house, 1, "RR"), seat_id(members.house, 2, "RR")
    assert members.part(f"holder-{mayor}", dialog).currentText() == "Fortsetter"
    assert members.part(f"holder-{leader}", dialog).currentText() == "Åpen"
    chief = seat_id(members.house, 3, "RR")
    ticks = [members.part(f"renew-{seat}", dialog).isChecked() for seat in (mayor, leader, chief)]
    assert ticks == [True, True, False]
    members.click("renewal-none", dialog)
    verb = members.part("renewal-dialog-verb", dialog)
    assert verb.toolTip() == "Kryss av for minst én plass."
    for seat in (mayor, leader):
        tick = members.part(f"renew-{seat}", dialog)
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
    pick(members, f"holder-{leader}", "En annen", dialog)
    assert verb.toolTip() == "Velg hvem som får «Opposisjonsleder i Trondheim»."
    check_screen(dialog)
    pick(members, f"new-{leader}", "Nils", dialog)
    members.click("renewal-dialog-verb", dialog)
    assert members.toast() == "2 nye perioder er lagt inn."
    start = date(2027, 10, 1)
    assert terms(members.house, mayor)[0][:2] == ("Siri Aune", start)
    assert terms(members.house, leader)[0][:2] == ("Nils Moe", start)
    members.click("toast-undo")
    assert terms(members.house, leader) == []
    assert len(terms(members.house, mayor)) == 1


def test_a_seat_with_a_term_in_the_new_days_is_left_out_and_says_why(members: Members) -> None:
    members.press(Qt.Key.Key_V, CONTROL | SHIFT)
    dialog = members.dialog()
    members.settle()
    assert members.part("renewal-to", dialog).text() == "30. september 2031"
    write(members, "renewal-from", "1.1.2024", dialog)
    assert members.part("renewal-to", dialog).text() == "31. desember 2027"
    members.settle()
    six, ten = seat_id(members.house, 6), seat_id(members.house, 10)
    tick = members.part(f"renew-{six}", dialog)
    assert not tick.isEnabled()
    assert "har allerede en periode" in tick.toolTip()
    assert "det er ikke sagt hvem" in members.part(f"renew-{ten}", dialog).toolTip()
    assert members.part("renewal-problem", dialog).isVisible()


def test_regionradet_is_kept_like_the_others(members: Members) -> None:
    members.part("body").setFocus()
    members.press(Qt.Key.Key_Down)
    table = members.page.tab(SEATS).table
    table.choose(seat_id(members.house, 3, "RR"))
    members.page.take_focus()
    members.press(Qt.Key.Key_N, CONTROL | SHIFT)
    dialog = members.dialog()
    assert members.part("term-institution", dialog).currentText() == "Trondheim kommune"
    pick(members, "term-person", "Eva", dialog)
    members.click("term-dialog-verb", dialog)
    assert members.rows(SEATS)[2][1] == "Eva Dahl"
