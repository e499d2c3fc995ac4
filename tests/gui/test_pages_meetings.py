"""Møter as a secretary uses it: years and bodies, making and moving a meeting, the bin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import AttendanceMode, MeetingStatus
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import Heartbeat, OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, PAGES, Office, arrange

BLOCKED = 2_000
"""Milliseconds: far more than building takes, far less than waiting for a disk."""


def with_more_meetings(house: House) -> None:
    arrange(house)
    for body, held_on in (("RR", date(2026, 12, 18)), ("NR", date(2025, 10, 3))):
        house.edit.meetings.create(NewMeeting(body=body, held_on=held_on, place="Malvik"))


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, with_more_meetings)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.go_to("meetings")
    return made


def test_the_meetings_of_the_year_are_listed_and_the_next_one_is_chosen(office: Office) -> None:
    assert office.column("meetings-table", 0) == ["Næringsrådet 1/2026", "Regionrådet 1/2026"]
    assert office.part("meetings-table").key == office.meeting_id()
    assert office.part("year").text() == "2026"


def test_years_are_leafed_through_and_bodies_chosen(office: Office) -> None:
    office.click("year-before")
    assert office.column("meetings-table", 0) == ["Næringsrådet 1/2025"]
    office.click("year-after")
    office.part("meeting-bodies").choose("RR")
    office.settle()
    assert office.column("meetings-table", 0) == ["Regionrådet 1/2026"]


def test_words_leave_only_the_meetings_that_they_speak_of(office: Office) -> None:
    office.type("malvik", on=office.part("meeting-search"))
    office.wait_for(lambda: office.column("meetings-table", 0) == ["Regionrådet 1/2026"])


def test_enter_opens_the_chosen_meeting_and_the_arrow_leads_back(office: Office) -> None:
    table = office.part("meetings-table")
    table.setFocus()
    office.press(Qt.Key.Key_Return, on=table)
    assert office.view.stack.place().startswith(f"meetings/{office.meeting_id()}/agenda")
    assert office.part("page-title").text() == "Næringsrådet 1/2026"
    office.click("all-meetings")
    assert office.part("page-title").text() == "Møter"


def test_a_new_meeting_gets_the_standing_items_and_is_opened(office: Office) -> None:
    office.click("new-meeting")
    dialog = office.dialog("new-meeting-dialog")
    verb = office.part("new-meeting-dialog-verb", dialog)
    assert not verb.isEnabled()
    assert verb.toolTip() == "Skriv datoen for møtet først."
    office.type("22.1.2027", on=office.part("meeting-date", dialog))
    office.type("Trondheim rådhus", on=office.part("meeting-place", dialog))
    office.click("new-meeting-dialog-verb", dialog)
    assert office.part("page-title").text() == "Næringsrådet 1/2027"
    made = office.workspace.meeting_id
    assert made is not None
    view = office.house.agendas.view(made)
    assert view.meeting.place == "Trondheim rådhus"
    assert [line.title for line in view.lines][-1] == "Eventuelt"


def test_what_is_odd_about_the_day_of_a_new_meeting_is_told(office: Office) -> None:
    office.click("new-meeting")
    dialog = office.dialog("new-meeting-dialog")
    office.type("5.12.2026", on=office.part("meeting-date", dialog))
    office.click("new-meeting-dialog-verb", dialog)
    assert "helg" in office.toast()


def test_an_end_before_the_start_is_refused_in_words(office: Office) -> None:
    office.click("new-meeting")
    dialog = office.dialog("new-meeting-dialog")
    office.type("22.1.2027", on=office.part("meeting-date", dialog))
    office.type("12", on=office.part("meeting-start", dialog))
    office.type("11", on=office.part("meeting-end", dialog))
    office.settle()
    assert "kan ikke slutte" in office.part("meeting-wrong", dialog).text()
    assert not office.part("new-meeting-dialog-verb", dialog).isEnabled()


def test_the_facts_of_a_meeting_are_stored_as_they_are_typed(office: Office) -> None:
    office.open_meeting()
    office.click("edit-meeting")
    dialog = office.dialog("meeting-facts")
    place = office.part("meeting-place", dialog)
    place.setFocus()
    place.selectAll()
    office.type("Malvik rådhus", on=place)
    office.wait_for(lambda: office.agenda().meeting.place == "Malvik rådhus")
    on = office.part("meeting-date", dialog)
    on.setFocus()
    on.selectAll()
    office.type("12.12.2026", on=on)
    office.wait_for(lambda: office.agenda().meeting.held_on == date(2026, 12, 12))
    assert "helg" in office.part("meeting-odd", dialog).text()
    mode = office.part("meeting-mode", dialog)
    mode.setFocus()
    office.press(Qt.Key.Key_Down, on=mode)
    office.wait_for(lambda: office.agenda().meeting.mode is AttendanceMode.REMOTE)
    check_screen(dialog)
    office.press(Qt.Key.Key_Escape, on=dialog)
    assert "12. desember 2026" in office.part("page-side").text()


def test_times_that_cannot_be_are_kept_as_typed_and_told_under_the_field(office: Office) -> None:
    office.open_meeting()
    office.click("edit-meeting")
    dialog = office.dialog("meeting-facts")
    end = office.part("meeting-end", dialog)
    end.setFocus()
    end.selectAll()
    office.type("08.00", on=end)
    office.wait_for(lambda: "mangler tidsrom" in office.corner())
    assert office.agenda().meeting.end == "11:00"


def test_that_the_notice_was_sent_is_recorded_and_the_stepper_follows(office: Office) -> None:
    office.open_meeting()
    office.action("mark-notified").trigger()
    office.settle()
    office.click("notify-dialog-verb")
    assert office.agenda().meeting.status is MeetingStatus.NOTIFIED
    assert office.part("stepper").accessibleName() == "Steg 3 av 6: Sakspapirer"


def test_a_deleted_meeting_lies_in_the_bin_and_angre_brings_it_back(office: Office) -> None:
    office.open_meeting()
    meeting = office.meeting_id()
    office.action("delete-meeting").trigger()
    office.settle()
    assert office.part("page-title").text() == "Møter"
    assert office.column("meetings-table", 0) == ["Regionrådet 1/2026"]
    assert ARENA in [row.title for row in office.house.agendas.queue("NR")]
    office.click("toast-undo")
    assert office.house.agendas.view(meeting).lines
    assert len(office.column("meetings-table", 0)) == 2


def test_the_history_tells_what_was_done_and_takes_it_back(office: Office) -> None:
    office.open_meeting()
    facts = office.agenda().meeting
    office.tell(office.house.edit.meetings.set_place(facts.id, "Melhus", facts.version))
    office.action("meeting-history").trigger()
    office.settle()
    dialog = office.dialog("history-dialog")
    entry = office.house.history.latest(1)[0].entry
    line = office.part(f"history-{entry}", dialog)
    assert line is not None
    office.click(f"undo-{entry}", dialog)
    assert office.agenda().meeting.place == "Skaun rådhus"
    check_screen(dialog)


def test_the_papers_are_a_tab_of_the_meeting_and_the_way_back_remembers(office: Office) -> None:
    office.open_meeting()
    office.part("meeting-tabs").setFocus()
    office.press(Qt.Key.Key_Right, on=office.part("meeting-tabs"))
    assert office.view.stack.place() == f"meetings/{office.meeting_id()}/papers"
    assert office.part("papers-tab").isVisible()
    office.window.window.menus.actions.back.trigger()
    office.settle()
    assert office.view.stack.place().startswith(f"meetings/{office.meeting_id()}/agenda")


def test_choosing_the_page_again_leads_to_the_list(office: Office) -> None:
    office.open_meeting()
    office.click("go-meetings")
    assert office.part("page-title").text() == "Møter"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_list_is_clean(office: Office, size: tuple[int, int], scheme: Scheme) -> None:
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)
    office.type("ingenting", on=office.part("meeting-search"))
    office.wait_for(lambda: office.column("meetings-table", 0) == [])
    check_screen(office.window.window)


def test_the_new_meeting_dialog_is_clean(office: Office) -> None:
    office.click("new-meeting")
    check_screen(office.dialog("new-meeting-dialog"))


def test_the_window_answers_while_a_meeting_is_opened_and_walked(
    office: Office, heartbeat: Heartbeat
) -> None:
    with heartbeat.listening():
        office.open_meeting()
        for _line in range(4):
            QTest.keyClick(office.lines, Qt.Key.Key_Down)
            office.settle()
    assert heartbeat.longest < 4 * BLOCKED
