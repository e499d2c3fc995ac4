"""Letters are chosen, written and made from Medlemmer and from Oversikt (R9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.views.letters.dialog import LettersDialog
from app.views.members.lists import SEATS
from app.views.members.page import MembersPage
from app.views.overview.page import OverviewPage
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.members_page import Members, arrange
from tests.helpers.papers_page import FakeSystem

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
STEM = "Brev om oppnevning – Rådmannsforum 2026-11-23"


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem()


@pytest.fixture
def members(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path, system: FakeSystem
) -> Members:
    def overview(bench: Workbench, house: House) -> OverviewPage:
        return OverviewPage(bench, house.overview.view)

    pages: dict[str, Callable[[Workbench, House], Page]] = {
        "members": partial(MembersPage, system=system),
        "overview": overview,
    }
    desk = CouncilDesk(pages, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    system.folder = tmp_path / "brev"
    system.folder.mkdir()
    return Members(window, qtbot, desk)


def letters(members: Members) -> LettersDialog:
    found = members.dialog()
    assert isinstance(found, LettersDialog)
    return found


def line(members: Members, words: str) -> tuple[QListWidget, QListWidgetItem]:
    choice: QListWidget = members.part("letters", letters(members))
    (item,) = choice.findItems(words, Qt.MatchFlag.MatchStartsWith)
    return choice, item


def only(members: Members, words: str) -> None:
    """Tick one letter alone and go to it."""
    choice, wanted = line(members, words)
    for place in range(choice.count()):
        item = choice.item(place)
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            is_wanted = item is wanted
            item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
    choice.setCurrentItem(wanted)
    members.settle()


def make(members: Members) -> None:
    members.click("letters-dialog-verb", letters(members))
    members.window.settle(lambda: not members.page.extras.making.is_busy)


def test_every_authority_is_ticked_and_its_threshold_told(members: Members) -> None:
    members.press(Qt.Key.Key_B, CONTROL_SHIFT)
    check_screen(letters(members))
    only(members, "Rådmannsforum")
    told = members.part("letter-facts", letters(members)).text()
    assert "Kari Berg, Melhus kommune til 31. desember 2026." in told
    assert "39 dager igjen, varselet på 60 dager er passert." in told


def test_the_verb_waits_for_a_letter_and_a_folder_and_says_so(members: Members) -> None:
    members.page.extras.open_letters()
    members.settle()
    verb = members.part("letters-dialog-verb", letters(members))
    assert (verb.isEnabled(), verb.toolTip()) == (False, "Velg en mappe å lagre brevene i.")
    members.click("letter-choose-folder", letters(members))
    assert verb.isEnabled()
    for box in ("letter-pdf", "letter-docx"):
        members.part(box, letters(members)).setChecked(False)
    assert verb.toolTip() == "Velg PDF, Word eller begge."


def test_own_words_are_made_into_the_letter_and_old_files_asked_about(
    members: Members, system: FakeSystem
) -> None:
    assert system.folder is not None
    for _time in range(2):
        members.page.extras.open_letters()
        members.settle()
        only(members, "Rådmannsforum")
        if members.part("letter-folder", letters(members)).text() == "Ingen mappe er valgt":
            members.click("letter-choose-folder", letters(members))
        words: QPlainTextEdit = members.part("letter-words", letters(members))
        assert "Vi ber om navnene" in words.toPlainText()
        words.setPlainText("Ring oss gjerne.")
        make(members)
    assert members.dialog().windowTitle() == "Filene finnes fra før"
    members.click("answer-replace", members.dialog())
    members.window.settle(lambda: not members.page.extras.making.is_busy)
    assert sorted(each.name for each in system.folder.iterdir()) == [f"{STEM}.docx", f"{STEM}.pdf"]
    assert members.toast() == "1 brev er laget i brev."


def test_own_words_stay_with_their_letter_until_the_standard_is_wanted(members: Members) -> None:
    members.page.extras.open_letters()
    members.settle()
    only(members, "NAT")
    words: QPlainTextEdit = members.part("letter-words", letters(members))
    words.setPlainText("Bare til NAT.")
    only(members, "Rådmannsforum")
    assert "Bare til NAT." not in words.toPlainText()
    only(members, "NAT")
    assert words.toPlainText() == "Bare til NAT."
    members.click("letter-standard", letters(members))
    assert words.toPlainText().startswith("Vi ber om navnet")


def test_another_deadline_is_in_the_standard_words(members: Members) -> None:
    members.page.extras.open_letters()
    members.settle()
    only(members, "NAT")
    due = members.part("letter-due", letters(members))
    due.setFocus()
    due.selectAll()
    members.type("1.2.2027")
    members.press(Qt.Key.Key_Return)
    words: QPlainTextEdit = members.part("letter-words", letters(members))
    assert "Svar innen 1. februar 2027" in words.toPlainText()
    only(members, "Rådmannsforum")
    assert due.value == date(2026, 12, 18)


def test_a_seats_holder_gets_a_letter_of_appointment_by_keyboard(members: Members) -> None:
    members.choose(SEATS, "Kommunedirektør")
    members.press(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    _choice, item = line(members, "Kari Berg")
    assert item.checkState() is Qt.CheckState.Checked
    assert not members.part("letter-due", letters(members)).isEnabled()
    check_screen(letters(members))


def test_the_overview_leads_to_the_letters(members: Members) -> None:
    members.view.visit("overview")
    members.settle()
    members.click("seats-letters")
    assert letters(members).isVisible()
