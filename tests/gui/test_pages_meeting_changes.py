"""Moving and cancelling a meeting in the window, whom to tell, and its deadlines (R21, R23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import MeetingStatus
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.meetings.move_dialog import open_move
from app.views.settings.page import SettingsPage
from app.views.theme.tokens import Scheme
from tests.helpers.called import version_of, with_people
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, MEETING_DAY, PAGES, Office, arrange

LOOKS: list[tuple[tuple[int, int], Scheme]] = [((1440, 900), "light"), ((1100, 700), "dark")]
NEXT = date(2027, 1, 22)


def with_called(house: House) -> None:
    """A meeting that three people are called to, and one after it."""
    with_people(house)
    arrange(house)
    house.meetings.publish(house.meetings.find("next"), reason="Klar.")
    house.edit.meetings.create(NewMeeting(body="NR", held_on=NEXT, place="Malvik"))


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk({**PAGES, "settings": SettingsPage}, with_called)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.open_meeting()
    return made


@pytest.fixture
def meeting(office: Office) -> int:
    return office.meeting_id()


def write(office: Office, name: str, words: str, dialog: QDialog) -> None:
    """Instead of what stands there."""
    field = office.part(name, dialog)
    field.setFocus()
    field.selectAll()
    office.type(words, on=field)
    office.settle()


def give(office: Office, name: str) -> QDialog:
    """What the menu does, as far as its dialog."""
    office.action(name).trigger()
    office.settle()
    return office.dialog(
        {
            "move-meeting": "move-meeting-dialog",
            "cancel-meeting": "cancel-meeting-dialog",
            "mark-told": "told-dialog",
            "edit-meeting": "meeting-facts",
        }[name]
    )


def missing(office: Office, dialog: QDialog) -> str:
    return str(office.part("verb-missing", dialog).text())


def banner(office: Office) -> str:
    return str(office.part("meeting-change").accessibleName())


def move(office: Office, on: str = "11.12.2026") -> None:
    dialog = give(office, "move-meeting")
    write(office, "move-on", on, dialog)
    write(office, "move-reason", "Salen er opptatt", dialog)
    office.click("move-meeting-dialog-verb", dialog)


# Moving


def test_a_called_meeting_is_moved_with_a_reason_and_says_who_must_hear(
    office: Office, meeting: int
) -> None:
    dialog = give(office, "move-meeting")
    assert missing(office, dialog) == "Velg en annen dag, tid eller et annet sted."
    people = office.part("called-people", dialog)
    assert people.toPlainText().splitlines() == [
        "Kari Berg, Melhus kommune (medlem)",
        "Ola Lie, Skaun kommune (medlem)",
        "Siri Næss, Malvik kommune (observatør)",
    ]
    assert people.accessibleName() == "Disse er innkalt og må få vite det"
    write(office, "move-on", "11.12.2026", dialog)
    assert missing(office, dialog) == "Skriv hvorfor møtet flyttes."
    write(office, "move-reason", "Salen er opptatt", dialog)
    office.click("move-meeting-dialog-verb", dialog)
    assert office.agenda().meeting.held_on == date(2026, 12, 11)
    assert banner(office) == (
        "Flyttet 23. november 2026 fra fredag 4. desember 2026 til fredag 11. desember 2026. Salen "
        "er opptatt. 3 personer hadde fått vite om møtet og må få beskjed."
    )
    assert office.part("next-step").text() == "Publiser endringene"
    office.click("toast-undo")
    assert office.agenda().meeting.held_on == MEETING_DAY
    assert not office.is_shown("meeting-change")


def test_what_is_odd_and_what_is_wrong_is_said_while_it_is_typed(office: Office) -> None:
    dialog = give(office, "move-meeting")
    write(office, "move-on", "17.5.2027", dialog)
    assert "offentlig fridag (17. mai)" in office.part("meeting-odd", dialog).text()
    write(office, "move-on", "28.3.2027", dialog)
    write(office, "move-start", "02.30", dialog)
    assert "finnes ikke søndag 28. mars 2027" in office.part("meeting-wrong", dialog).text()
    assert missing(office, dialog) == "Rett feltene som er merket, først."
    write(office, "move-on", "20.11.2026", dialog)
    write(office, "move-start", "09.00", dialog)
    assert "kan ikke være før det" in office.part("meeting-wrong", dialog).text()
    write(office, "move-on", "29.2.2027", dialog)
    office.part("move-place", dialog).setFocus()
    assert office.part("move-on", dialog).problem == (
        "29. februar 2027 finnes ikke. Måneden har 28 dager."
    )
    assert not office.part("move-meeting-dialog-verb", dialog).isEnabled()


def test_a_drag_opens_the_same_dialog_with_its_day(office: Office, meeting: int) -> None:
    open_move(office.page, office.bench, office.house, meeting, date(2026, 12, 18))
    office.settle()
    dialog = office.dialog("move-meeting-dialog")
    assert office.part("move-on", dialog).value == date(2026, 12, 18)
    assert office.focused() is office.part("move-reason", dialog)


def test_the_date_of_a_called_meeting_is_not_typed_over_among_its_facts(office: Office) -> None:
    dialog = give(office, "edit-meeting")
    assert office.part("meeting-date", dialog).isReadOnly()
    assert not office.part("meeting-place", dialog).isReadOnly()
    office.click("move-meeting", dialog)
    assert office.dialog("move-meeting-dialog").isVisible()


def test_the_addresses_are_copied(office: Office) -> None:
    dialog = give(office, "move-meeting")
    office.click("called-copy", dialog)
    copied = QApplication.clipboard().text()
    assert copied.count("@") == 3
    assert copied.startswith("Kari Berg <kari.berg@")
    dialog.reject()


# Telling


def test_that_they_were_told_is_noted_from_the_banner(office: Office, meeting: int) -> None:
    act = office.action("mark-told")
    assert not act.isEnabled()
    assert act.toolTip() == "Møtet er ikke flyttet eller avlyst etter at noen fikk vite om det."
    move(office)
    office.click("mark-told")
    office.click("told-dialog-verb")
    assert banner(office).endswith("og fikk beskjed 23. november 2026.")
    assert not office.is_shown("mark-told")
    assert office.action("mark-told").toolTip() == (
        "Det er notert at de fikk beskjed 23. november 2026."
    )


def test_every_change_is_listed_with_who_had_been_called(office: Office, meeting: int) -> None:
    move(office)
    move(office, "18.12.2026")
    office.click("meeting-change-details")
    dialog = office.dialog("changes-dialog")
    first, second = office.house.meeting_changes.of(meeting)
    assert "til fredag 18. desember" in office.part(f"change-{first.id}", dialog).text()
    assert "til fredag 11. desember" in office.part(f"change-{second.id}", dialog).text()


# Cancelling


def test_a_cancelled_meeting_keeps_its_agenda_and_its_cases_wait(
    office: Office, meeting: int
) -> None:
    dialog = give(office, "cancel-meeting")
    assert "3 saker går tilbake til køen." in office.part("dialog-text", dialog).text()
    assert missing(office, dialog) == "Skriv hvorfor møtet avlyses."
    write(office, "cancel-reason", "For få kan møte", dialog)
    office.click("cancel-meeting-dialog-verb", dialog)
    assert banner(office).startswith("Avlyst 23. november 2026. For få kan møte.")
    assert ARENA in [row.title for row in office.house.agendas.queue("NR")]
    assert ARENA in [line.title for line in office.house.agendas.view(meeting).lines]
    assert not office.is_shown("stepper")
    office.go_to("meetings")
    assert office.column("meetings-table", 5)[0] == "avlyst"


def test_its_cases_can_go_onto_the_next_agenda(office: Office, meeting: int) -> None:
    dialog = give(office, "cancel-meeting")
    write(office, "cancel-reason", "For få kan møte", dialog)
    onward = office.part("cancel-onward", dialog)
    assert onward.text() == "Sett sakene på sakslisten til Næringsrådet 1/2027, 22. januar 2027"
    onward.click()
    office.click("cancel-meeting-dialog-verb", dialog)
    then = next(row.id for row in office.house.meetings.all() if row.held_on == NEXT)
    assert ARENA in [line.title for line in office.house.agendas.view(then).lines]


def test_a_meeting_that_was_cancelled_long_ago_says_so_too(office: Office, meeting: int) -> None:
    from app.models import Meeting
    from tests.helpers.council import writing

    with writing(office.house.desk) as work:
        row = work.session.get_one(Meeting, meeting)
        row.status, row.status_reason = MeetingStatus.CANCELLED, "Pandemien."
    office.go_to("meetings")
    office.go_to(f"meetings/{meeting}/agenda")
    assert banner(office) == "Møtet er avlyst. Pandemien."


def test_steps_that_cannot_be_taken_say_why_not(office: Office, meeting: int) -> None:
    house = office.house
    said = {
        name: str(office.action(name).toolTip())
        for name in ("mark-notified", "delete-meeting")
        if not office.action(name).isEnabled()
    }
    assert said == {
        "mark-notified": "Møtet er «innkalt», og da går det ikke an å sende møtevarsel.",
        "delete-meeting": "Sakslisten er publisert, så møtet kan ikke slettes. Det kan avlyses.",
    }
    office.tell_all(house.edit.meeting_changes.cancel(meeting, "Så.", version_of(house, meeting)))
    for name, words in (
        ("move-meeting", "Møtet er «avlyst», og da går det ikke an å flytte møtet."),
        ("cancel-meeting", "Møtet er «avlyst», og da går det ikke an å avlyse møtet."),
    ):
        act: QAction = office.action(name)
        assert (act.isEnabled(), act.toolTip()) == (False, words)


# Deadlines


def test_deadlines_have_a_tab_with_the_late_ones_told(office: Office, meeting: int) -> None:
    office.go_to(f"meetings/{meeting}/deadlines")
    rows = [
        widget.accessibleName()
        for widget in office.part("meeting-deadlines").findChildren(QWidget)
        if widget.objectName().startswith("deadline-")
    ]
    assert rows[0] == "Møtevarsel sendt, ikke aktuelt, fredag 6. november 2026, for 17 dager siden"
    assert any(row.startswith("Sakspapirer ut, ") for row in rows)
    office.click("meeting-deadline-rules")
    assert office.view.stack.place() == "settings/NR"


def test_a_late_deadline_stands_out(office: Office, meeting: int) -> None:
    then = next(row.id for row in office.house.meetings.all() if row.held_on == NEXT)
    version = version_of(office.house, then)
    done = office.house.edit.meeting_changes.move(
        then, date(2026, 12, 11), None, None, None, "", version
    )
    office.tell_all(done)
    office.go_to(f"meetings/{then}/deadlines")
    assert office.part("meeting-deadlines").isVisible()
    tabs = office.part("meeting-tabs")
    assert "1 over fristen" in tabs.accessibleTabName(tabs.tab_keys.index("deadlines"))


# How it looks


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_everything_is_clean(
    office: Office, meeting: int, size: tuple[int, int], scheme: Scheme
) -> None:
    window = office.window.window
    window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    for name in ("move-meeting", "cancel-meeting", "edit-meeting"):
        dialog = give(office, name)
        check_screen(dialog)
        dialog.reject()
        office.settle()
    move(office)
    check_screen(window)
    dialog = give(office, "mark-told")
    check_screen(dialog)
    dialog.reject()
    office.click("meeting-change-details")
    dialog = office.dialog("changes-dialog")
    check_screen(dialog)
    dialog.reject()
    office.go_to(f"meetings/{meeting}/deadlines")
    check_screen(window)
    office.tell_all(
        office.house.edit.meeting_changes.cancel(meeting, "Så.", version_of(office.house, meeting))
    )
    check_screen(window)
    office.go_to("meetings")
    check_screen(window)
