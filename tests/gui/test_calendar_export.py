"""The calendar taken out of the window: a year, and one meeting for the calendars of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import MeetingStatus
from app.models import Meeting
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.year.facts import YearView
from app.store.queries.council import the_council
from app.views.shell.file_export import FileExport
from app.views.theme.tokens import Scheme
from app.views.year.page import YearPage
from app.views.year.tab import TabEntry, YearTab
from tests.helpers.calendar_files import READERS
from tests.helpers.council import a_member, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import PAGES, Office, arrange

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WHY = "Kari Berg har filen åpen, så den er åpnet bare for lesing."


class NoPicture(YearTab):
    """The year's pictures have tests of their own."""

    def show_year(self, view: YearView) -> None:
        """Shows nothing."""


def no_pictures(*_given: object) -> Sequence[TabEntry]:
    return (TabEntry("empty", "Bilde", NoPicture),)


def with_people(house: House) -> None:
    arrange(house)
    house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2027, 2, 5)))
    with writing(house.desk) as work:
        a_member(work.session, 6, "Kari Li", "Melhus")
        council = the_council(work.session)
        council.officer_name, council.officer_email = "Siri Moe", "siri@rådet.example"


Open = Callable[[str], Office]


@pytest.fixture
def open_office(
    open_window: Callable[..., OpenWindow],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Open:
    monkeypatch.setattr("app.views.year.page.year_tabs", no_pictures)

    def opened(why_read_only: str = "") -> Office:
        desk = CouncilDesk({**PAGES, "year": YearPage}, with_people, why_read_only)
        window = open_window(desk)
        window.open(tmp_path / "råd.rundgang")
        return Office(window, qtbot, desk)

    return opened


@pytest.fixture
def office(open_office: Open) -> Office:
    return open_office("")


def choose_file(office: Office, path: Path) -> None:
    """Take a name in the dialog that is open."""
    office.settle()
    dialog = office.dialog("export-file-dialog")
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == path.suffix.removeprefix(".")
    dialog.reject()
    dialog.fileSelected.emit(str(path))


def finish(office: Office, files: FileExport) -> None:
    office.settle()
    office.window.settle(lambda: not files.is_working)


def year_files(office: Office) -> FileExport:
    files: FileExport = office.page.export.files
    return files


def titles(path: Path) -> set[str]:
    return {event.title for event in READERS[1](path.read_bytes()).events}


def test_the_year_on_screen_is_exported(office: Office, tmp_path: Path) -> None:
    office.go_to("year/2026")
    office.click("export-calendar")
    dialog = office.dialog("calendar-export")
    check_screen(dialog)
    assert office.part("calendar-one-year").text() == "Bare 2026"
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.ics")
    finish(office, year_files(office))
    assert titles(tmp_path / "møter.ics") == {"Næringsrådet 1/2026"}
    assert office.toast() == f"møter.ics er laget i {tmp_path.name}."


def test_the_note_opens_the_folder(office: Office, tmp_path: Path) -> None:
    office.go_to("year/2026")
    opened: list[Path] = []
    year_files(office)._open_folder = opened.append
    office.page.export.ask()
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.ics")
    finish(office, year_files(office))
    button = office.part("toast-undo")
    assert isinstance(button, QPushButton)
    assert (button.text(), button.accessibleName()) == ("Åpne mappen", "Åpne mappen")
    office.click("toast-undo")
    assert opened == [tmp_path]
    office.bench.teller.say("Flyttet.", lambda: None)
    assert button.text() == "Angre"


def test_bodies_all_years_and_deadlines_are_a_choice(office: Office, tmp_path: Path) -> None:
    office.go_to("year/2026")
    office.press(Qt.Key.Key_C, CTRL_SHIFT)
    for tick in ("calendar-body-NR", "calendar-all-years", "calendar-deadlines"):
        office.tick(tick)
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.ics")
    finish(office, year_files(office))
    found = titles(tmp_path / "møter.ics")
    assert "Regionrådet 1/2027" in found
    assert "Sakspapirer ut, Regionrådet 1/2027" in found
    assert not any("Næringsrådet" in title for title in found)


def test_no_body_is_not_a_choice(office: Office) -> None:
    office.go_to("year/2026")
    office.page.export.ask()
    office.settle()
    for body in office.house.year.view(2026).bodies:
        office.tick(f"calendar-body-{body.code}")
    verb = office.part("calendar-export-verb")
    assert not verb.isEnabled()
    assert office.part("verb-missing").text() == "Velg minst ett organ."


def test_the_calendar_goes_to_excel(office: Office, tmp_path: Path) -> None:
    office.go_to("year/2027")
    office.press(Qt.Key.Key_E, CTRL_SHIFT)
    assert not office.is_shown("calendar-deadlines")
    check_screen(office.dialog("calendar-export"))
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.xlsx")
    finish(office, year_files(office))
    assert (tmp_path / "møter.xlsx").read_bytes().startswith(b"PK")


def test_a_body_without_meetings_says_so(office: Office, tmp_path: Path) -> None:
    office.go_to("year/2026")
    office.page.export.ask()
    office.settle()
    for body in office.house.year.view(2026).bodies:
        if body.code != "RR":
            office.tick(f"calendar-body-{body.code}")
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.ics")
    finish(office, year_files(office))
    said = office.part("dialog-text", office.dialog("error")).text()
    assert said.startswith("Regionrådet har ingen møter i 2026.")
    assert not (tmp_path / "møter.ics").exists()


def test_a_meeting_is_made_an_invitation(office: Office, tmp_path: Path) -> None:
    workspace = office.open_meeting()
    office.press(Qt.Key.Key_I, CTRL_SHIFT)
    choose_file(office, tmp_path / "møte.ics")
    finish(office, workspace.calendar.files)
    found = READERS[1]((tmp_path / "møte.ics").read_bytes())
    assert found.method == "REQUEST"
    assert [one.name for one in found.events[0].invited] == ["Kari Li"]
    assert "møte.ics er laget" in office.toast()
    assert not workspace.deeds.call_off.isVisible()


def test_whom_an_invitation_does_not_reach_is_said_until_it_is_read(
    office: Office, tmp_path: Path
) -> None:
    with writing(office.house.desk) as work:
        the_council(work.session).officer_email = ""
    workspace = office.open_meeting()
    workspace.deeds.invite.trigger()
    choose_file(office, tmp_path / "møte.ics")
    finish(office, workspace.calendar.files)
    dialog = office.dialog("export-made")
    assert "Saksbehandleren har ingen e-postadresse" in office.part("dialog-text", dialog).text()
    check_screen(dialog)
    office.click("answer-close", dialog)
    assert (tmp_path / "møte.ics").exists()


def test_a_cancelled_meeting_is_called_off_instead(office: Office, tmp_path: Path) -> None:
    meeting = office.meeting_id()
    with writing(office.house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.CANCELLED
    office.go_to(f"meetings/{meeting}/agenda")
    workspace = office.workspace
    assert not workspace.deeds.invite.isVisible()
    workspace.deeds.call_off.trigger()
    choose_file(office, tmp_path / "avlyst.ics")
    finish(office, workspace.calendar.files)
    found = READERS[1]((tmp_path / "avlyst.ics").read_bytes())
    assert (found.method, found.events[0].status) == ("CANCEL", "CANCELLED")


def test_nobody_is_invited_to_what_was_held(office: Office) -> None:
    meeting = office.meeting_id()
    with writing(office.house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.HELD
    office.go_to(f"meetings/{meeting}/agenda")
    invite = office.workspace.deeds.invite
    assert not invite.isEnabled()
    assert invite.toolTip() == "Møtet er holdt, så ingen kan inviteres lenger."


def test_all_of_it_works_in_a_file_that_is_only_read(open_office: Open, tmp_path: Path) -> None:
    office = open_office(WHY)
    office.go_to("year/2026")
    office.click("export-calendar")
    office.tick("calendar-deadlines")
    assert office.part("calendar-deadlines").isChecked()
    office.click("calendar-export-verb")
    choose_file(office, tmp_path / "møter.ics")
    finish(office, year_files(office))
    assert len(titles(tmp_path / "møter.ics")) > 1
    assert office.action("export-calendar-table").isEnabled()
    assert office.open_meeting().deeds.invite.isEnabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_and_the_dialog_are_clean(office: Office, scheme: Scheme) -> None:
    office.window.window.resize(1100, 700)
    office.window.theme.choose(scheme)
    office.go_to("year/2026")
    check_screen(office.window.window)
    office.page.export.ask()
    office.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    check_screen(dialog)
