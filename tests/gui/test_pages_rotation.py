"""Rotasjon in the window: take the proposal, take another with a reason, or let it stand (R8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services.rotation import CandidateRow
from app.views.editing.plain_widgets import Choice
from app.views.members.page import MembersPage
from app.views.members.rotation_card import RotationCard
from app.views.members.rotation_dialog import AnotherDialog
from app.views.members.rotation_tab import RotationTab
from app.views.overview.page import OverviewPage
from app.views.theme.tokens import Scheme
from tests.helpers.council import TODAY
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.members_page import Members
from tests.helpers.turns import arrange_turns, proposal, terms_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    pages = {
        "members": lambda bench, house: MembersPage(bench, house),
        "overview": lambda bench, house: OverviewPage(bench, house.overview.view),
    }
    desk = CouncilDesk(pages, arrange_turns)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    found = Members(window, qtbot, desk)
    found.view.visit("members/rotation")
    found.settle()
    return found


def tab(members: Members) -> RotationTab:
    return members.page.turns.rotation


def card(members: Members, number: int) -> RotationCard:
    return next(one for one in tab(members).cards if one.seat.number == number)


def numbers(members: Members) -> list[int]:
    return [one.seat.number for one in tab(members).cards]


def said(members: Members, number: int, part: str) -> str:
    return str(members.part(part, card(members, number)).text())


def undo(members: Members) -> None:
    members.click("toast-undo")


def candidates(members: Members, number: int) -> list[CandidateRow]:
    return list(card(members, number).seat.candidates)


def test_each_open_seat_has_a_card_with_proposal_period_and_reason(members: Members) -> None:
    assert numbers(members) == [10, 6, 7]
    assert said(members, 6, "title") == "Plass 6: Kommunedirektør"
    assert said(members, 6, "below") == (
        "Skaun har plassen til og med 31. desember 2026. Oppnevnes av Rådmannsforum."
    )
    assert said(members, 6, "proposed-name") == "Forslag: Trondheim"
    assert said(members, 6, "days") == "01.01.2027–31.12.2028"
    assert said(members, 6, "why").startswith("Det er lengst siden Trondheim kommune hadde tur")


def test_candidates_are_compared_in_a_table(members: Members) -> None:
    table = members.part("candidates", card(members, 6))
    model = table.model()
    rows = [
        [str(model.index(row, place).data()) for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[0] == [
        "Trondheim kommune",
        "foreslått",
        "31. des. 2022",
        "4 år",
        "Klæbu",
        "",
    ]
    by_name = {row[0]: row for row in rows}
    assert by_name["Malvik kommune"][5] == "mars 2026"
    assert by_name["Stjørdal kommune"][1] == "opptatt"
    assert by_name["Skaun kommune"][1] == "sitter nå"
    assert by_name["Orkland kommune"][1] == "kan velges"


def test_proposal_is_taken_with_its_person_and_taken_back(members: Members) -> None:
    person = members.part("person", card(members, 6))
    assert isinstance(person, Choice)
    assert person.currentText() == "Tora Tangen, Kommunedirektør"
    seat_id, tora = card(members, 6).seat.seat_id, person.code()
    members.click("accept-proposal", card(members, 6))
    assert members.toast() == "Trondheim er ført opp på plass 6."
    assert numbers(members) == [10, 7]
    term = terms_of(members.house, seat_id)[-1]
    assert (term.start_on, term.person_id) == (date(2027, 1, 1), tora)
    undo(members)
    members.settle()
    assert numbers(members) == [10, 6, 7]


def test_proposal_is_taken_by_keys_alone(members: Members) -> None:
    card(members, 7).take_focus()
    members.press(Qt.Key.Key_G, CTRL_SHIFT)
    assert numbers(members) == [10, 6]


def test_nothing_is_taken_from_another_tab(members: Members) -> None:
    members.view.visit("members/people")
    members.settle()
    members.page.take_focus()
    members.press(Qt.Key.Key_G, CTRL_SHIFT)
    assert members.page.strip.key() == "rotation"
    assert numbers(members) == [10, 6, 7]


def test_another_needs_a_candidate_and_a_reason(members: Members) -> None:
    members.click("take-another", card(members, 6))
    dialog = members.dialog()
    assert isinstance(dialog, AnotherDialog)
    check_screen(dialog)
    verb = members.part("take-another-dialog-verb", dialog)
    who, why = members.part("candidate", dialog), members.part("override-reason", dialog)
    assert isinstance(who, Choice)
    assert isinstance(why, QPlainTextEdit)
    offered = [who.itemText(place) for place in range(who.count())]
    assert "Trondheim kommune" not in offered
    assert "Stjørdal kommune" not in offered
    assert verb.toolTip() == "Velg en kandidat."
    who.setFocus()
    members.press(Qt.Key.Key_Down)
    assert verb.toolTip() == "Skriv hvorfor forslaget ikke følges."
    assert not verb.isEnabled()
    why.setFocus()
    members.type("De ba om å vente.")
    assert verb.isEnabled()
    members.click("take-another-dialog-verb", dialog)
    assert "er ført opp på plass 6" in members.toast()
    assert numbers(members) == [10, 7]
    seat = members.house.roster.view().seats[5].seat_id
    assert terms_of(members.house, seat)[-1].override_reason == "De ba om å vente."


def test_a_seat_that_is_chosen_freely_needs_no_reason(members: Members) -> None:
    assert not members.part("accept-proposal", card(members, 10)).isVisible()
    members.click("take-another", card(members, 10))
    dialog = members.dialog()
    who = members.part("candidate", dialog)
    who.setFocus()
    members.press(Qt.Key.Key_Down)
    members.click("take-another-dialog-verb", dialog)
    assert numbers(members) == [6, 7]


def test_what_is_let_stand_is_folded_and_shown_again(members: Members) -> None:
    members.click("leave-proposal", card(members, 6))
    assert card(members, 6).is_folded
    assert members.toast().startswith("Plassen står som den er")
    members.page.travel.step(-1)
    members.page.travel.step(1)
    members.settle()
    assert card(members, 6).is_folded
    members.click("show-again", card(members, 6))
    assert not card(members, 6).is_folded
    card(members, 7).take_focus()
    members.press(Qt.Key.Key_U, CTRL_SHIFT)
    assert card(members, 7).is_folded


def test_a_proposal_that_changed_meanwhile_is_told_and_shown_anew(members: Members) -> None:
    other = proposal(members.house, 6)
    members.house.edit.rotation.accept(other.seen(TODAY))
    members.click("accept-proposal", card(members, 6))
    told = members.dialog()
    assert told.objectName() == "error"
    assert "Forslaget er et annet enn det du så" in told.accessibleDescription()
    members.press(Qt.Key.Key_Escape)
    assert numbers(members) == [10, 7]


def test_a_refused_choice_keeps_what_was_typed(members: Members) -> None:
    members.click("take-another", card(members, 6))
    dialog = members.dialog()
    who, why = members.part("candidate", dialog), members.part("override-reason", dialog)
    who.setFocus()
    members.press(Qt.Key.Key_Down)
    why.setPlainText("De ba om å vente.")
    members.house.edit.rotation.accept(proposal(members.house, 6).seen(TODAY))
    members.click("take-another-dialog-verb", dialog)
    assert dialog.isVisible()
    assert "Forslaget er et annet" in members.part("refusal", dialog).text()
    assert why.toPlainText() == "De ba om å vente."
    members.press(Qt.Key.Key_Escape)


def test_an_empty_tab_teaches(members: Members) -> None:
    members.part("body").setFocus()
    members.press(Qt.Key.Key_Down)
    members.settle()
    empty = members.part("no-proposals")
    assert empty.isVisible()
    assert empty.accessibleName().startswith("Ingen roterende plasser i Regionrådet er ledige")
    members.press(Qt.Key.Key_G, CTRL_SHIFT)
    assert members.toast() == "Ingen plasser venter på forslag."


def test_the_line_of_the_overview_leads_here(members: Members) -> None:
    members.view.visit("overview")
    members.settle()
    row = members.part("proposal")
    assert row.accessibleName() == "Forslag fra rotasjonen: Trondheim og Midtre Gauldal"
    row.setFocus()
    members.press(Qt.Key.Key_Return)
    assert members.page.isVisible()
    assert members.page.strip.key() == "rotation"
    assert isinstance(QApplication.focusWidget(), QPushButton)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_is_clean(members: Members, scheme: Scheme) -> None:
    members.window.theme.choose(scheme)
    for size in ((1440, 900), (1100, 700)):
        members.window.window.resize(*size)
        members.settle()
        check_screen(members.window.window)
    members.click("leave-proposal", card(members, 10))
    check_screen(members.window.window)
