"""The tab "Samling" as a secretary uses it: answers, reports, guests, tasks, documents (R17)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import ActionStatus, AttendanceState
from app.services.editing.gatherings import PointFields
from app.services.editing.new_meetings import NewMeeting
from app.services.gatherings.facts import GatheringView
from app.services.house import House
from app.views.meetings.gathering.tab import GatheringTab
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gatherings import GATHERING_DAY, HOSTILE, a_gathering, person, town
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import MEETING_DAY, PAGES, Office
from tests.helpers.papers_page import FakeSystem

WHY = "Kari Berg har filen åpen, så den er åpnet bare for lesing."


def arrange(house: House) -> None:
    a_gathering(house)
    house.edit.meetings.create(NewMeeting(body="NR", held_on=MEETING_DAY))


class Gathering(Office):
    """The tab with its gathering."""

    @property
    def meeting(self) -> int:
        return next(row.id for row in self.house.meetings.all() if row.held_on == GATHERING_DAY)

    @property
    def now(self) -> GatheringView:
        """What the file says."""
        return self.house.gatherings.view(self.meeting)

    @property
    def tab(self) -> GatheringTab:
        found = self.part("gathering-tab")
        assert isinstance(found, GatheringTab)
        return found

    def status_of(self, name: str) -> Any:
        return self.part(f"status-{town(self.now, name).id}")

    def answer_of(self, name: str) -> Any:
        return self.part(f"answer-{person(self.now, name).person_id}")


def opened(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path, read_only: str = ""
) -> Gathering:
    desk = CouncilDesk(PAGES, arrange, read_only)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Gathering(window, qtbot, desk)
    made.go_to(f"meetings/{made.meeting}/gathering")
    return made


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Gathering:
    return opened(open_window, qtbot, tmp_path)


def test_only_a_gathering_has_the_tab(office: Gathering) -> None:
    strip = office.part("meeting-tabs")
    assert strip.key() == "gathering"
    assert strip.isTabVisible(2)
    council = next(row.id for row in office.house.meetings.all() if row.body == "NR")
    office.go_to(f"meetings/{council}/gathering")
    assert strip.key() == "agenda"
    assert not strip.isTabVisible(2)
    assert not office.is_shown("gathering-tab")


def test_the_tab_is_walked_to_and_is_where_one_left_it(office: Gathering) -> None:
    office.part("meeting-tabs").choose("agenda")
    office.settle()
    assert not office.is_shown("gathering-tab")
    office.part("meeting-tabs").choose("gathering")
    office.settle()
    assert office.view.stack.place() == f"meetings/{office.meeting}/gathering"
    assert office.is_shown("gathering-tab")


def test_the_keyboard_begins_at_the_first_municipality(office: Gathering) -> None:
    first = office.now.municipalities[0]
    assert office.part(f"town-{first.id}").isAncestorOf(office.focused())


def test_an_answer_is_given_with_the_keyboard(office: Gathering) -> None:
    answer = office.answer_of("Berit Gjelstad")
    answer.setFocus()
    assert answer.currentText() == "Har ikke svart"
    office.press(Qt.Key.Key_Home, on=answer)
    answer.activated.emit(answer.currentIndex())
    office.settle()
    assert person(office.now, "Berit Gjelstad").state is AttendanceState.PRESENT
    assert office.part("answer-line").text() == "Kommer: 1 · Har ikke svart: 1"


def test_a_report_is_stored_while_it_is_typed_and_comes_back_by_undo(office: Gathering) -> None:
    field = office.status_of("Malvik")
    field.setFocus()
    office.type("Tiltaksplanen er vedtatt.", on=field)
    office.wait_for(lambda: town(office.now, "Malvik").status == "Tiltaksplanen er vedtatt.")
    assert office.part("reported-line").text().startswith("1 av ")
    office.wait_for(office.is_stored)
    office.house.history.undo_last()
    assert town(office.now, "Malvik").status == ""


def test_hostile_text_stands_as_it_was_typed(office: Gathering) -> None:
    field = office.status_of("Skaun")
    field.setFocus()
    field.insertPlainText(HOSTILE)
    office.wait_for(lambda: town(office.now, "Skaun").status == HOSTILE)
    office.go_to("meetings")
    office.go_to(f"meetings/{office.meeting}/gathering")
    assert office.status_of("Skaun").toPlainText() == HOSTILE


def test_what_is_typed_is_stored_when_one_goes_elsewhere(office: Gathering) -> None:
    field = office.status_of("Malvik")
    field.setFocus()
    office.type("Halv", on=field)
    office.part("meeting-tabs").choose("agenda")
    office.settle()
    office.wait_for(lambda: town(office.now, "Malvik").status == "Halv")


def test_two_that_write_in_the_same_field_choose(office: Gathering) -> None:
    malvik = town(office.now, "Malvik").id
    field = office.status_of("Malvik")
    field.setFocus()
    office.type("Mitt", on=field)
    done = office.house.edit.gatherings.write_status(office.meeting, malvik, "Deres", 0)
    office.bench.hub.publish(done.changes)
    office.wait_for(lambda: office.is_shown("clash"))
    assert "Status fra Malvik" in office.part("clash-text").text()
    office.click("clash-mine")
    office.wait_for(lambda: town(office.now, "Malvik").status == "Mitt")


def test_a_new_guest_is_added_from_a_municipality(office: Gathering) -> None:
    skaun = town(office.now, "Skaun").id
    office.click(f"add-from-{skaun}")
    dialog = office.dialog("guest-dialog")
    assert not office.part("guest-dialog-verb").isEnabled()
    office.type("Åse Ødegård", on=office.part("guest-name"))
    office.type("ordfører", on=office.part("guest-title"))
    office.click("guest-dialog-verb")
    office.wait_for(lambda: not dialog.isVisible() if office.is_shown("guest-dialog") else True)
    guest = person(office.now, "Åse Ødegård")
    assert guest in town(office.now, "Skaun").participants
    assert guest.state is AttendanceState.PRESENT
    assert office.is_shown(f"participant-{guest.person_id}")


def test_a_task_is_added_marked_as_done_and_deleted(office: Gathering) -> None:
    office.action("new-point").trigger()
    office.settle()
    office.type("Lage en mal", on=office.part("point-task"))
    office.type("31.12.2026", on=office.part("point-due"))
    office.click("point-dialog-verb")
    office.wait_for(lambda: len(office.now.points) == 1)
    point = office.now.points[0]
    assert (point.task, point.due_on is not None) == ("Lage en mal", True)
    office.part("points").choose(point.id)
    office.settle()
    office.click("mark-point-done")
    office.wait_for(lambda: office.now.points[0].status is ActionStatus.DONE)
    assert office.part("mark-point-done").text() == "Åpne oppgaven igjen"
    office.click("remove-point")
    office.wait_for(lambda: office.now.points == ())
    assert office.toast() == "Oppgaven ligger i papirkurven."
    assert office.is_shown("no-points")


def test_a_task_is_changed_where_it_stands(office: Gathering) -> None:
    malvik = town(office.now, "Malvik").id
    done = office.house.edit.gatherings.add_point(
        office.meeting, PointFields(task="Ring", institution_id=malvik)
    )
    office.bench.hub.publish(done.changes)
    office.settle()
    office.part("points").choose(done.id)
    office.part("points").setFocus()
    office.press(Qt.Key.Key_F2, on=office.part("points"))
    task = office.part("point-task")
    assert (task.text(), office.part("point-other").text()) == ("Ring", "")
    task.selectAll()
    office.type("Ring alle", on=task)
    office.click("point-dialog-verb")
    office.wait_for(lambda: office.now.points[0].task == "Ring alle")
    assert office.now.points[0].institution_id == malvik


def test_the_programme_is_made_in_both_formats(office: Gathering, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    office.tab._system = FakeSystem(out)
    office.action("make-programme").trigger()
    office.wait_for(lambda: office.is_shown("toast-text"))
    assert office.toast() == "Programmet er lagret i ut."
    assert sorted(path.name for path in out.iterdir()) == [
        "Program NA-1-2026.docx",
        "Program NA-1-2026.pdf",
    ]


def test_a_report_before_the_day_says_why_not(office: Gathering) -> None:
    assert not office.action("make-report").isEnabled()
    assert not office.part("make-report").isEnabled()
    assert office.part("make-report").toolTip().startswith("Rapporten kan lages på møtedagen")
    assert office.part("make-host_letter").isEnabled()


def test_everything_is_in_the_menu_and_no_keys_clash(office: Gathering) -> None:
    acts = office.window.window.menus.actions.page.actions()
    names = {act.objectName() for act in acts}
    assert {
        "action-make-programme",
        "action-make-report",
        "action-make-host_letter",
        "action-make-attendees",
        "action-add-participant",
        "action-new-point",
    } <= names
    keys = [act.shortcut().toString() for act in acts if not act.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_on_the_tab_is_cut_faint_or_nameless(
    office: Gathering, scheme: Scheme, size: tuple[int, int]
) -> None:
    edit = office.house.edit.gatherings
    done = edit.add_point(office.meeting, PointFields(task="Lage en felles mal " * 9))
    office.bench.hub.publish(done.changes)
    office.window.theme.choose(scheme)
    office.window.window.resize(*size)
    office.settle()
    check_screen(office.tab)


def test_a_file_that_can_only_be_read_offers_no_work(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    office = opened(open_window, qtbot, tmp_path, WHY)
    assert not office.answer_of("Berit Gjelstad").isEnabled()
    assert office.status_of("Malvik").isReadOnly()
    skaun = town(office.now, "Skaun").id
    for name in (f"add-from-{skaun}", "new-point"):
        assert not office.part(name).isEnabled()
        assert WHY in office.part(name).toolTip()
    assert not office.action("add-participant").isEnabled()
    assert office.part("make-programme").isEnabled()
