"""People and institutions are added, changed and deleted from Medlemmer, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import InstitutionKind
from app.views.members.lists import INSTITUTIONS, PEOPLE, SEATS
from app.views.members.page import MembersPage
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.members_page import Members, arrange

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage}, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    found = Members(window, qtbot, desk)
    found.view.visit(f"members/{PEOPLE}")
    found.settle()
    return found


def test_person_is_added_with_a_position_without_the_mouse(members: Members) -> None:
    members.press(Qt.Key.Key_P, CONTROL | SHIFT)
    check_screen(members.dialog())
    members.type("Ida Aas")
    members.press(Qt.Key.Key_Tab)
    members.type("ida.aas@melhus.example")
    members.press(Qt.Key.Key_Tab)
    members.type("72 85 80 00")
    members.press(Qt.Key.Key_Tab)
    members.type("Melhus")
    members.press(Qt.Key.Key_Tab)
    members.type("Næringssjef")
    members.press(Qt.Key.Key_Return)
    row = next(row for row in members.rows(PEOPLE) if row[0] == "Ida Aas")
    assert row == [
        "Ida Aas",
        "Næringssjef",
        "Melhus kommune",
        "",
        "ida.aas@melhus.example",
        "72 85 80 00",
    ]
    assert members.page.tab(PEOPLE).chosen().name == "Ida Aas"
    assert members.toast() == "Ida Aas er lagt til."


def test_verb_waits_for_the_name_and_says_so(members: Members) -> None:
    members.click("new-person")
    dialog = members.dialog()
    verb = members.part("person-dialog-verb", dialog)
    assert not verb.isEnabled()
    assert verb.toolTip() == "Skriv hele navnet."
    members.type("Ida")
    assert verb.isEnabled()


def test_refusal_stands_at_its_field_and_what_was_typed_stays(members: Members) -> None:
    members.click("new-person")
    dialog = members.dialog()
    members.type("Ida Aas")
    members.press(Qt.Key.Key_Tab)
    members.type("ida.aas")
    members.press(Qt.Key.Key_Return)
    email: QLineEdit = members.part("person-email", dialog)
    assert "«ida.aas» er ikke en e-postadresse" in email.accessibleDescription()
    assert (email.text(), dialog.isVisible()) == ("ida.aas", True)
    assert email.hasFocus()
    check_screen(dialog)
    members.type("@melhus.example")
    members.press(Qt.Key.Key_Return)
    assert "Ida Aas" in members.first(PEOPLE)


def test_person_is_changed_and_the_seats_follow(members: Members) -> None:
    members.choose(PEOPLE, "Kari Berg")
    members.press(Qt.Key.Key_F2)
    members.part("person-name", members.dialog()).selectAll()
    members.type("Kari Berg Lie")
    members.press(Qt.Key.Key_Return)
    assert "Kari Berg Lie" in members.first(PEOPLE)
    assert members.rows(SEATS)[5][1] == "Kari Berg Lie"


def test_position_is_added_changed_and_removed_in_the_persons_dialog(members: Members) -> None:
    members.choose(PEOPLE, "Nils Moe")
    members.press(Qt.Key.Key_Return)
    person = members.dialog()
    members.click("new-position", person)
    position = members.dialog()
    assert position is not person
    members.part("position-institution", position).setFocus()
    members.type("Skaun")
    members.part("position-title", position).setFocus()
    members.type("Rådgiver")
    day = members.part("position-from", position)
    day.setFocus()
    day.selectAll()
    members.type("1.1.2025")
    check_screen(position)
    members.press(Qt.Key.Key_Return)
    (one,) = members.house.people.person(_id(members, "Nils Moe")).positions
    assert (one.title, one.institution) == ("Rådgiver", "Skaun kommune")
    members.click(f"position-{one.id}", person)
    members.click("position-remove", members.dialog())
    assert members.house.people.person(_id(members, "Nils Moe")).positions == ()
    assert members.part("no-positions", person).isVisible()


def test_wrong_period_is_told_at_the_last_day(members: Members) -> None:
    members.choose(PEOPLE, "Ola Lie")
    members.press(Qt.Key.Key_Return)
    person = members.house.people.person(_id(members, "Ola Lie"))
    members.click(f"position-{person.positions[0].id}", members.dialog())
    dialog = members.dialog()
    last = members.part("position-to", dialog)
    last.setFocus()
    members.type("31.12.1999")
    members.press(Qt.Key.Key_Return)
    assert "Perioden kan ikke slutte" in last.accessibleDescription()
    last.selectAll()
    members.type("i fjor")
    members.press(Qt.Key.Key_Return)
    assert "Dette er ikke en dato" in last.accessibleDescription()
    assert dialog.isVisible()


def test_position_that_is_over_says_until_when(members: Members) -> None:
    members.choose(PEOPLE, "Ola Lie")
    members.press(Qt.Key.Key_Return)
    person = members.house.people.person(_id(members, "Ola Lie"))
    title = person.positions[0].title
    members.click(f"position-{person.positions[0].id}", members.dialog())
    members.part("position-to", members.dialog()).setFocus()
    members.type("31.12.2025")
    members.press(Qt.Key.Key_Return)
    (row,) = (row for row in members.rows(PEOPLE) if row[0] == "Ola Lie")
    assert row[1] == f"{title} (til 31. des. 2025)"


def test_person_goes_to_the_bin_and_comes_back(members: Members) -> None:
    members.press(Qt.Key.Key_P, CONTROL | SHIFT)
    members.type("Ida Aas")
    members.press(Qt.Key.Key_Return)
    members.choose(PEOPLE, "Ida Aas")
    members.press(Qt.Key.Key_Delete)
    assert "Ida Aas" not in members.first(PEOPLE)
    assert members.toast() == "Ida Aas er lagt i papirkurven."
    members.click("toast-undo")
    assert "Ida Aas" in members.first(PEOPLE)


def test_person_with_a_seat_stays_and_the_reason_is_told(members: Members) -> None:
    members.choose(PEOPLE, "Kari Berg")
    members.press(Qt.Key.Key_Delete)
    told = members.dialog()
    assert "Kari Berg har eller har hatt en plass" in told.accessibleDescription()
    told.close()
    assert "Kari Berg" in members.first(PEOPLE)


def test_seat_of_a_person_leads_to_the_list(members: Members) -> None:
    members.choose(PEOPLE, "Siri Aune")
    members.press(Qt.Key.Key_Return)
    members.click("person-seat-0", members.dialog())
    assert members.page.strip.key() == SEATS
    assert members.page.travel.body == "RR"


def test_institution_is_added_changed_and_deleted(members: Members) -> None:
    members.press(Qt.Key.Key_I, CONTROL | SHIFT)
    check_screen(members.dialog())
    members.type("Havbruk AS")
    members.part("institution-kind", members.dialog()).setFocus()
    members.type("Bedrift")
    members.press(Qt.Key.Key_Return)
    assert members.page.strip.key() == INSTITUTIONS
    added = members.page.tab(INSTITUTIONS).chosen()
    assert (added.name, added.kind) == ("Havbruk AS", InstitutionKind.COMPANY)
    members.page.take_focus()
    members.press(Qt.Key.Key_F2)
    dialog = members.dialog()
    members.part("institution-short", dialog).selectAll()
    members.part("institution-short", dialog).setFocus()
    members.type("Havbruk")
    members.press(Qt.Key.Key_Return)
    assert members.page.tab(INSTITUTIONS).chosen().short_name == "Havbruk"
    members.page.take_focus()
    members.press(Qt.Key.Key_Delete)
    assert "Havbruk AS" not in members.first(INSTITUTIONS)
    members.click("toast-undo")
    assert "Havbruk AS" in members.first(INSTITUTIONS)


def test_institution_in_use_stays(members: Members) -> None:
    members.view.visit(f"members/{INSTITUTIONS}")
    members.settle()
    members.choose(INSTITUTIONS, "Melhus kommune")
    members.press(Qt.Key.Key_Delete)
    assert "er i bruk og kan ikke slettes" in members.dialog().accessibleDescription()
    members.dialog().close()


def test_successor_without_a_last_day_is_told_at_its_field(members: Members) -> None:
    members.view.visit(f"members/{INSTITUTIONS}")
    members.settle()
    members.choose(INSTITUTIONS, "Skaun kommune")
    members.press(Qt.Key.Key_Return)
    dialog = members.dialog()
    successor = members.part("institution-successor", dialog)
    successor.setFocus()
    members.type("Orkland")
    members.press(Qt.Key.Key_Return)
    assert "ingen siste dag" in successor.accessibleDescription()
    check_screen(dialog)


def _id(members: Members, name: str) -> int:
    return next(row.id for row in members.house.people.all() if row.name == name)
