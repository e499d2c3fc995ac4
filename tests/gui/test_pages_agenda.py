"""The tab Saksliste as a secretary uses it: order, times, cases from the queue, publishing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Audience, MeetingStatus
from app.views.theme.tokens import Scheme
from app.views.widgets.card import LinkRow
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, GRUNDER, PAGES, STATUS, WAITING, Office, arrange

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.open_meeting()
    return made


def test_the_first_case_is_chosen_and_its_brief_stands_beside(office: Office) -> None:
    line = office.lines.chosen_line()
    assert line is not None
    assert line.title == ARENA
    assert office.part("case-title").toPlainText() == ARENA
    assert office.part("page-title").text() == "Næringsrådet 1/2026"
    assert office.part("page-side").text() == (
        "fredag 4. desember 2026 kl. 09.00–11.00 · Skaun rådhus"
    )


def test_alt_and_an_arrow_move_the_chosen_line(office: Office) -> None:
    before = office.titles()
    here = before.index(ARENA)
    office.choose(ARENA)
    office.press(Qt.Key.Key_Down, ALT)
    assert office.titles().index(ARENA) == here + 1
    office.press(Qt.Key.Key_Up, ALT)
    assert office.titles() == before
    line = office.lines.chosen_line()
    assert line is not None
    assert line.title == ARENA


def test_the_menu_moves_a_line_too_and_undo_moves_it_back(office: Office) -> None:
    before = office.titles()
    office.choose(STATUS)
    office.action("move-up").trigger()
    office.settle()
    assert office.titles() != before
    office.window.window.menus.actions.undo.trigger()
    office.settle()
    assert office.titles() == before


def test_time_and_presenter_are_written_in_the_line(office: Office) -> None:
    office.choose(ARENA)
    office.press(Qt.Key.Key_F2)
    minutes = office.part("inline-minutes")
    assert isinstance(minutes, QSpinBox)
    office.type("35", on=minutes)
    presenter = office.part("inline-presenter")
    assert isinstance(presenter, QLineEdit)
    office.type("Eva Dahl", on=presenter)
    office.press(Qt.Key.Key_Return, on=presenter)
    line = next(line for line in office.agenda().lines if line.title == ARENA)
    assert (line.minutes, line.presenter) == (35, "Eva Dahl")


def test_escape_leaves_the_line_as_it_was(office: Office) -> None:
    office.choose(ARENA)
    before = office.agenda().lines
    office.press(Qt.Key.Key_F2)
    minutes = office.part("inline-minutes")
    office.type("35", on=minutes)
    office.press(Qt.Key.Key_Escape, on=minutes)
    assert office.agenda().lines == before


def test_times_that_are_too_long_are_told(office: Office) -> None:
    office.choose(ARENA)
    office.press(Qt.Key.Key_F2)
    minutes = office.part("inline-minutes")
    office.type("240", on=minutes)
    office.press(Qt.Key.Key_Return, on=minutes)
    assert "for mye" in office.part("agenda-time").text()


def test_a_case_is_found_in_the_queue_and_added(office: Office) -> None:
    office.click("add-case")
    search = office.part("queue-search", office.dialog("case-picker"))
    office.type("matteknologi", on=search)
    office.wait_for(lambda: office.part("queue").model().rowCount() == 1)
    office.press(Qt.Key.Key_Return, on=search)
    assert WAITING in office.titles()
    assert office.part("case-title").toPlainText() == WAITING
    assert WAITING in office.toast()


def test_what_is_not_in_the_queue_becomes_a_new_case(office: Office) -> None:
    office.action("add-case").trigger()
    office.settle()
    office.type("Nattog til Oslo", on=office.part("queue-search"))
    office.click("picker-new")
    assert "Nattog til Oslo" in office.titles()
    line = office.lines.chosen_line()
    assert line is not None
    assert line.title == "Nattog til Oslo"


def test_a_heading_is_added_over_the_chosen_line_and_renamed(office: Office) -> None:
    office.choose(GRUNDER)
    office.action("add-heading").trigger()
    office.settle()
    assert office.titles().index("Overskrift") == office.titles().index(GRUNDER) - 1
    title = office.part("item-title")
    title.setFocus()
    title.selectAll()
    office.type("Vedtakssaker", on=title)
    office.wait_for(lambda: "Vedtakssaker" in office.titles())


def test_a_standing_item_that_was_taken_off_can_be_added_again(office: Office) -> None:
    office.choose("Eventuelt")
    office.press(Qt.Key.Key_Delete)
    assert "Eventuelt" not in office.titles()
    adding = next(
        act for act in office.menu_of("add-standing").actions() if act.text() == "Eventuelt"
    )
    adding.trigger()
    office.settle()
    assert office.titles()[-1] == "Eventuelt"


def test_a_case_that_is_taken_off_waits_in_the_queue_and_angre_brings_it_back(
    office: Office,
) -> None:
    office.choose(ARENA)
    office.press(Qt.Key.Key_Delete)
    assert ARENA not in office.titles()
    assert [row.title for row in office.house.agendas.queue("NR")] == [ARENA, WAITING]
    assert ARENA in office.toast()
    office.click("toast-undo")
    assert ARENA in office.titles()


def test_delete_in_a_field_deletes_no_line(office: Office) -> None:
    before = office.titles()
    title = office.part("case-title")
    title.setFocus()
    office.press(Qt.Key.Key_Delete, on=title)
    officer = office.part("case-officer")
    officer.setFocus()
    office.press(Qt.Key.Key_Delete, on=officer)
    office.press(Qt.Key.Key_Delete, on=office.part("case-exempt"))
    office.window.settle()
    assert len(office.titles()) == len(before)


def test_publishing_gives_numbers(office: Office) -> None:
    office.click("next-step")
    office.click("publish-dialog-verb")
    view = office.agenda()
    assert view.meeting.status is MeetingStatus.CALLED
    numbers = [line.number for line in view.lines if line.case_id is not None]
    assert numbers == ["NR 1/26", "NR 2/26", "NR 3/26"]
    assert office.part("next-step").text() == "Lag sakspapirer"
    shown = office.lines.lines_model
    assert "1/26" in [shown.entry(shown.index(row)).lead for row in range(shown.rowCount())]


def test_after_publishing_the_papers_are_the_step_until_they_are_made(office: Office) -> None:
    meeting = office.meeting_id()
    office.house.meetings.publish(meeting, reason="Test")
    office.go_to("cases")
    office.open_meeting()
    assert office.part("stepper").accessibleName() == "Steg 3 av 6: Sakspapirer"
    office.go_to(f"meetings/{meeting}/papers")
    office.wait_for(lambda: not office.is_shown("make-papers"))
    assert office.part("next-step").text() == "Lag sakspapirer"
    changes = office.house.papers.note_made(meeting, Audience.MEMBERS)
    office.bench.hub.publish(changes)
    office.settle()
    assert not office.is_shown("next-step")
    assert office.is_shown("make-papers")
    assert office.part("next-words").text() == "Neste: send ut sakspapirene"
    assert office.part("stepper").accessibleName() == "Steg 4 av 6: Avholdt"


def test_what_blocks_cannot_be_passed_by_and_leads_to_its_cure(office: Office) -> None:
    case = office.brief(ARENA)
    office.tell(office.house.edit.cases.set_exempt(case.id, True, None, case.version))
    office.click("next-step")
    verb = office.part("publish-dialog-verb")
    assert not verb.isEnabled()
    assert "må rettes" in verb.toolTip()
    office.click("finding-0")
    neutral = office.part("case-neutral-title")
    office.wait_for(lambda: office.focused() is neutral)


def test_a_warning_takes_a_reason_that_stays_in_the_history(office: Office) -> None:
    arena = office.brief(ARENA)
    cases = office.house.edit.cases
    office.tell(cases.set_nature(arena.id, arena.version, is_controversial=True))
    office.click("next-step")
    assert not office.part("publish-dialog-verb").isEnabled()
    office.type("Haster", on=office.part("publish-reason"))
    office.click("publish-dialog-verb")
    told = office.house.history.latest(1)[0]
    assert (told.verb, told.reason) == ("publish_agenda", "Haster")


def test_a_published_case_is_withdrawn_with_its_number_and_can_be_put_back(
    office: Office,
) -> None:
    office.house.meetings.publish(office.meeting_id(), reason="Test")
    office.go_to("cases")
    office.open_meeting()
    office.choose(ARENA)
    office.press(Qt.Key.Key_Delete)
    line = next(line for line in office.agenda().lines if line.title == ARENA)
    assert line.is_withdrawn
    assert line.number == "NR 1/26"
    assert office.part("next-step").text() == "Publiser endringene"
    office.choose(ARENA)
    office.action("reinstate-line").trigger()
    office.settle()
    assert office.part("next-step").text() == "Lag sakspapirer"


def test_changes_are_listed_before_they_are_published(office: Office) -> None:
    office.house.meetings.publish(office.meeting_id(), reason="Test")
    waiting = office.case_id(WAITING)
    office.house.edit.agenda.add_case(office.meeting_id(), waiting)
    office.go_to("cases")
    office.open_meeting()
    office.click("next-step")
    dialog = office.dialog("publish-dialog")
    assert office.part("difference-0", dialog).isVisible()
    office.click("publish-dialog-verb")
    assert office.agenda().meeting.agenda_version == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_workspace_is_clean(office: Office, size: tuple[int, int], scheme: Scheme) -> None:
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    check_screen(office.window.window)
    office.choose("Eventuelt")
    check_screen(office.window.window)


@pytest.mark.parametrize("name", ["next-step", "add-case"])
def test_dialogs_are_clean(office: Office, name: str) -> None:
    office.click(name)
    dialog = office.part({"next-step": "publish-dialog", "add-case": "case-picker"}[name])
    check_screen(dialog)


def test_enter_leads_from_the_line_into_its_brief(office: Office) -> None:
    office.choose(GRUNDER)
    office.press(Qt.Key.Key_Return, on=office.lines)
    assert office.focused() is office.part("case-title")


def all_actions(actions: Sequence[QAction]) -> list[QAction]:
    """Those within other menus too."""
    found = []
    for act in actions:
        inside = act.menu()
        found.extend(all_actions(inside.actions()) if isinstance(inside, QMenu) else [act])
    return found


def test_the_menu_is_in_groups_and_no_key_stands_twice_in_one(office: Office) -> None:
    menu = office.window.window.menus.actions.page
    groups: list[list[str]] = [[]]
    for act in menu.actions():
        if act.isSeparator():
            groups.append([])
        elif act.isVisible():
            groups[-1].append(act.text())
    assert groups == [
        ["Alle møter"],
        [
            "Publiser sakslisten",
            "Dato, tid og sted …",
            "Møtevarselet er sendt …",
            "Flytt møtet …",
            "Avlys møtet …",
            "Noter at de har fått beskjed …",
            "Lag kalenderinvitasjon …",
            "Historikk …",
            "Slett møtet",
        ],
        ["Legg til sak", "Ny overskrift", "Posten som er valgt"],
        ["Legg ved filer …", "Vedlegget som er valgt"],
    ]
    for group in office.window.window.menus.keyed():
        keys = [keys for _words, keys in group.keyed]
        assert len(keys) == len(set(keys)), group.title
    titles = [group.title for group in office.window.window.menus.keyed()]
    assert {"Posten som er valgt", "Format", "Rediger"} <= set(titles)


def test_every_line_before_publishing_says_where_it_leads(office: Office) -> None:
    case = office.brief(ARENA)
    office.tell(office.house.edit.cases.set_exempt(case.id, True, None, case.version))
    office.click("next-step")
    dialog = office.dialog("publish-dialog")
    rows = [row for row in dialog.findChildren(LinkRow) if row.objectName().startswith("finding-")]
    assert rows
    assert {"Gå til saken", "Endre datoen", "Gå til sakslisten"} >= {
        row.accessibleName().rsplit(", ", 1)[-1] for row in rows
    }
    assert any("Gå til saken" in row.accessibleName() for row in rows)
    check_screen(dialog)


def test_no_key_means_two_things_at_once(office: Office) -> None:
    ours = [act.shortcut().toString() for act in all_actions(office.page.page_actions())]
    text = office.part("section-proposal")
    theirs = [act.shortcut().toString() for act in text.findChildren(QAction)]
    everywhere = [
        act.shortcut().toString()
        for act in all_actions(office.page.page_actions())
        if act.shortcutContext() is Qt.ShortcutContext.WindowShortcut and act.shortcut().count()
    ]
    assert not set(ours) & set(theirs) - {""}
    assert len(everywhere) == len(set(everywhere))
