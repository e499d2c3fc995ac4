"""Deputies' use, addresses, and what a person can ask for, on Medlemmer (R4, R33, R52)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.vocabulary import AttendanceRole, AttendanceState
from app.models import Attendance, Person, Term
from app.services.house import House
from app.views.members.lists import DEPUTIES, PEOPLE
from app.views.members.page import MembersPage
from tests.helpers.council import a_meeting, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.leaving import NAME, leave_traces
from tests.helpers.members_page import Members
from tests.helpers.members_page import arrange as arrange_members
from tests.helpers.papers_page import FakeSystem


def arrange(house: House) -> None:
    """Kari's deputy came once, and another Kari has left."""
    arrange_members(house)
    with writing(house.desk) as work:
        session = work.session
        kari = session.scalars(select(Person).where(Person.name == "Kari Berg")).one()
        ola = session.scalars(select(Person).where(Person.name == "Ola Lie")).one()
        seat = session.scalars(select(Term.seat_id).where(Term.person_id == kari.id)).one()
        meeting = a_meeting(session, number=5)
        for person, role, state, reason in (
            (kari, AttendanceRole.MEMBER, AttendanceState.APOLOGY, ""),
            (ola, AttendanceRole.DEPUTY, AttendanceState.PRESENT, "Annet møte"),
        ):
            session.add(
                Attendance(
                    meeting_id=meeting.id,
                    person_id=person.id,
                    seat_id=seat,
                    role=role,
                    state=state,
                    function="",
                    reason=reason,
                )
            )
        meeting.held_on = meeting.held_on.replace(month=3)


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem()


@pytest.fixture
def members(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path, system: FakeSystem
) -> Members:
    desk = CouncilDesk({"members": partial(MembersPage, system=system)}, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    system.folder = tmp_path / "ut"
    system.folder.mkdir()
    return Members(window, qtbot, desk)


def visit(members: Members, place: str) -> None:
    members.view.visit(f"members/{place}")
    members.settle()


def test_the_use_of_deputies_is_counted_by_seat(members: Members) -> None:
    visit(members, DEPUTIES)
    assert members.rows(DEPUTIES)[5] == [
        "Kommunedirektør",
        "Kari Berg",
        "Ola Lie",
        "1",
        "–",
        "1",
        "04.03.2026",
    ]
    check_screen(members.window.window)


def test_each_use_is_told_with_its_reason(members: Members) -> None:
    visit(members, DEPUTIES)
    members.choose(DEPUTIES, "Kommunedirektør")
    members.press(Qt.Key.Key_Return)
    dialog = members.dialog()
    check_screen(dialog)
    said = [line.accessibleName() for line in dialog.findChildren(QAbstractButton)]
    assert "Ola Lie for Kari Berg, NR-5-2026 · Annet møte, 4. mars" in said


def test_a_seat_that_never_used_one_says_so(members: Members) -> None:
    visit(members, DEPUTIES)
    members.choose(DEPUTIES, "Prorektor for nyskaping")
    members.press(Qt.Key.Key_F2)
    assert members.part("dialog-text", members.dialog()).text() == "Plassen har aldri brukt vara."


def test_addresses_of_a_group_are_copied(members: Members) -> None:
    members.page.extras.open_addresses()
    members.settle()
    dialog = members.dialog()
    check_screen(dialog)
    members.part("address-group", dialog).setFocus()
    members.type("Vara")
    members.settle()
    members.click("address-dialog-verb", dialog)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Ola Lie <ola.lie@")
    assert ";" not in copied
    assert members.toast() == "1 adresse er kopiert. Lim dem inn i adressefeltet."


def test_addresses_are_written_as_a_workbook(members: Members, tmp_path: Path) -> None:
    members.page.extras.open_addresses()
    members.settle()
    members.click("address-excel", members.dialog())
    members.dialog().fileSelected.emit(str(tmp_path / "ut" / "liste.xlsx"))  # type: ignore[attr-defined]
    members.window.settle(lambda: not members.page.extras.making.is_busy)
    assert (tmp_path / "ut" / "liste.xlsx").is_file()
    assert members.toast() == "liste.xlsx er laget i ut."


def test_everything_about_a_person_is_shown_and_handed_over(
    members: Members, tmp_path: Path
) -> None:
    leave_traces(members.house)
    members.page._refresh()
    visit(members, PEOPLE)
    members.choose(PEOPLE, NAME)
    members.press(Qt.Key.Key_F4)
    dialog = members.dialog()
    check_screen(dialog)
    assert members.part("life-vote-0", dialog).accessibleName().endswith("for")
    said = [line.accessibleName() for line in dialog.findChildren(QAbstractButton)]
    assert "NR-1-2026 · medlem, Fortrolig forfall, 12.03.2026, til stede" in said
    members.click("person-export", dialog)
    members.window.settle(lambda: not members.page.extras.making.is_busy)
    made = tmp_path / "ut" / f"Opplysninger om {NAME} 2026-11-23.json"
    assert json.loads(made.read_text("utf-8"))["name"] == NAME


def test_a_person_is_erased_once_the_name_is_typed(members: Members) -> None:
    leave_traces(members.house)
    members.page._refresh()
    visit(members, PEOPLE)
    members.choose(PEOPLE, NAME)
    members.press(Qt.Key.Key_Return)
    members.click("person-life", members.dialog())
    members.click("person-erase", members.dialog())
    dialog = members.dialog()
    check_screen(dialog)
    verb = members.part("erase-dialog-verb", dialog)
    members.type("Kari")
    assert (verb.isEnabled(), verb.toolTip()) == (
        False,
        f"Skriv navnet akkurat slik det står: {NAME}.",
    )
    members.part("erase-name", dialog).selectAll()
    members.type(NAME)
    members.click("erase-dialog-verb", dialog)
    members.settle()
    assert NAME not in members.first(PEOPLE)
    assert members.toast().startswith("Personen er slettet for godt.")
    assert not members.part("toast-undo").isVisible()


def test_one_who_sits_today_is_told_why_not(members: Members) -> None:
    visit(members, PEOPLE)
    members.choose(PEOPLE, "Kari Berg")
    members.press(Qt.Key.Key_F4)
    members.click("person-erase", members.dialog())
    dialog = members.dialog()
    check_screen(dialog)
    assert "Kari Berg har en plass" in members.part("erase-blocked", dialog).text()
    assert dialog.findChild(type(dialog), "erase-dialog-verb") is None
