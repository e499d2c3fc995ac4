"""A file that can only be read: nothing offers work that could not be stored, and each says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.services.editing.people import PersonFields
from app.services.house import House
from app.views.bin.page import BinPage
from app.views.members.page import MembersPage
from app.views.overview.page import OverviewPage
from app.views.settings.page import SettingsPage
from app.views.theme.tokens import Scheme
from app.views.year.page import YearPage
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, PAGES, Office, arrange

WHY = "Kari Berg har filen åpen, så den er åpnet bare for lesing."
CTRL = Qt.KeyboardModifier.ControlModifier
LOOKING = re.compile(
    "|".join(
        (
            r"(?:ahead|seat|step|action-item|meeting)-[\w-]+",
            r"open-next-meeting|case-more|case-place|all-(?:meetings|cases)",
            r"action-(?:all-(?:meetings|cases)|(?:meeting|case)-history|open-(?:meeting|case))",
            r"action-(?:search-list|show-today|year-back|year-on|export-roster)",
            r"action-(?:open|save)-attachment",
            r"(?:action-)?(?:zoom-in|zoom-out|all-years|(?:export|print)-timeline|leave-proposal)",
            r"action-calendar-(?:invitation|cancellation)|(?:action-)?export-calendar(?:-table)?",
            r"action-(?:addresses|letters|import-template)|seats-letters|proposal",
            r"members-more|import-menu-button",
            r"(?:action-)?(?:(?:month|year)-(?:before|after)|calendar-today)|calendar-(?:body-\w+|deadlines)",
            r"action-(?:this-year|show-(?:day|month|deadlines)|open-line)",
            r"(?:meeting|case|bin)-search|search-\w+|filter-\w+",
            r"body|day|year-back|year-on|export-roster|rules-from|go-[\w]+",
            r"(?:action-)?plan-year|ring-\w+|line-[\w-]+|whole-year|round-\d+",
            r"(?:action-)?(?:export|print)-(?:wheel|round)|(?:action-)?open-(?:turn|host)[\w-]*",
            r"Scroll(?:Left|Right)Button",
        )
    )
)
"""What only leads somewhere, finds, shows, copies or exports."""
EVERY_PAGE = {
    "overview": lambda bench, house: OverviewPage(bench, house.overview.view),
    **PAGES,
    "members": MembersPage,
    "year": YearPage,
    "settings": SettingsPage,
    "bin": BinPage,
}


def with_all(house: House) -> None:
    arrange(house)
    edit = house.edit
    case = next(row.id for row in house.cases.all() if row.title == ARENA)
    edit.attachments.add(case, "Tilbud.pdf", b"%PDF-1.7")
    edit.people.delete_person(edit.people.add_person(PersonFields(name="Kari Berg")).id)
    edit.people.add_person(PersonFields(name="Ola Lie"))


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(EVERY_PAGE, with_all, WHY)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def go_to(office: Office, place: str) -> None:
    places = {
        "meeting": f"meetings/{office.meeting_id()}/agenda",
        "case": f"cases/{office.case_id(ARENA)}",
    }
    office.go_to(places.get(place, place))


def live_controls(office: Office) -> Iterator[str]:
    """The names of what can be used on the page that is on screen, and in its menu."""
    page = office.page
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not widget.objectName():
            continue
        is_open = widget.isEnabled()
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            is_open = is_open and not widget.isReadOnly()
        elif not isinstance(widget, QAbstractButton | QComboBox):
            continue
        if is_open and not widget.objectName().startswith("qt_"):
            yield widget.objectName()
    for act in _all(office.window.window.menus.actions.page.actions()):
        if act.isEnabled() and act.isVisible() and not act.isSeparator():
            yield act.objectName()


def _all(actions: list[QAction]) -> Iterator[QAction]:
    for act in actions:
        inside = act.menu()
        if isinstance(inside, QMenu):
            yield from _all(inside.actions())
        else:
            yield act


@pytest.mark.parametrize(
    "place",
    ["overview", "meetings", "meeting", "cases", "case", "members", "members/people",
     "members/institutions", "members/observers", "settings", "settings/limits", "settings/NR",
     "settings/backup", "settings/language", "year/2026/wheel", "year/2026/month",
     "year/2026/year", "year/2026/list", "year/2026/round", "year/2026/points", "bin"],
)  # fmt: skip
def test_nothing_on_a_page_offers_work(office: Office, place: str) -> None:
    go_to(office, place)
    unknown = {name for name in live_controls(office) if LOOKING.fullmatch(name) is None}
    assert unknown == set()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("overview", "new-meeting"),
        ("meetings", "new-meeting"),
        ("cases", "new-case"),
        ("members/people", "new-person"),
        ("settings/limits", "new-limits"),
        ("bin", "restore-chosen"),
        ("year/2026/points", "new-point"),
        ("meeting", "next-step"),
        ("meeting", "edit-meeting"),
        ("meeting", "add-case"),
        ("case", "case-status"),
        ("case", "choose-strategies"),
        ("case", "case-title"),
        ("case", "add-attachment"),
        ("settings", "setting-officer_name"),
    ],
)
def test_what_is_off_says_why(office: Office, place: str, name: str) -> None:
    go_to(office, place)
    part = office.part(name)
    assert WHY in part.toolTip()
    if isinstance(part, QAbstractButton):
        assert part.accessibleDescription() == WHY


def test_actions_of_the_menu_say_why_too(office: Office) -> None:
    go_to(office, "meeting")
    for name in ("add-heading", "delete-meeting", "remove-line", "rename-attachment"):
        act = office.action(name)
        assert not act.isEnabled()
        assert act.toolTip() == WHY


def test_lines_stay_where_they_are_and_as_they_are(office: Office) -> None:
    go_to(office, "meeting")
    before = office.titles()
    office.choose(ARENA)
    office.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=office.lines)
    office.press(Qt.Key.Key_F2, on=office.lines)
    office.press(Qt.Key.Key_Delete, on=office.lines)
    office.press(Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert office.titles() == before
    assert not office.lines.findChildren(QLineEdit)


def test_text_can_be_copied_but_not_written(office: Office) -> None:
    go_to(office, "case")
    title = office.part("case-title")
    title.setFocus()
    office.type("x", on=title)
    assert title.toPlainText() == ARENA
    title.selectAll()
    office.press(Qt.Key.Key_C, CTRL, on=title)
    assert QApplication.clipboard().text() == ARENA
    menu = office.window.window.findChild(QMenu, "menu-format")
    assert isinstance(menu, QMenu)
    office.part("section-proposal-text").setFocus()
    menu.aboutToShow.emit()
    assert not any(act.isEnabled() for act in menu.actions() if act.text())


def test_files_that_are_dropped_are_not_taken(office: Office, tmp_path: Path) -> None:
    go_to(office, "case")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.pdf"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(50, 50), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(office.editor, entering)
    assert not entering.isAccepted()


def test_a_person_can_be_looked_at(office: Office) -> None:
    office.go_to("members/people")
    office.page.tab("people").table.selectRow(0)
    office.press(Qt.Key.Key_Return, on=office.page.tab("people").table)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for button in dialog.findChildren(QPushButton):
        name = button.objectName()
        is_way_out = name.endswith("-cancel") or name == "person-life"
        assert button.isEnabled() == is_way_out, name
    assert all(line.isReadOnly() for line in dialog.findChildren(QLineEdit))
    check_screen(dialog)
    dialog.close()


def test_history_is_read_without_a_way_back(office: Office) -> None:
    go_to(office, "case")
    office.action("case-history").trigger()
    office.settle()
    dialog = office.dialog("history-dialog")
    undo = [one for one in dialog.findChildren(QPushButton) if one.text() == "Angre"]
    assert undo
    assert not any(one.isEnabled() for one in undo)
    dialog.close()


def test_papers_are_still_made(office: Office) -> None:
    office.go_to(f"meetings/{office.meeting_id()}/papers")
    assert office.action("make-papers").isEnabled()
    assert office.part("make-papers").isEnabled()


def test_next_file_can_be_worked_in(office: Office, tmp_path: Path) -> None:
    desk = office.window.window._desk
    assert isinstance(desk, CouncilDesk)
    desk._read_only = ""
    office.window.open(tmp_path / "annet.rundgang")
    view = office.window.window.view
    assert view is not None
    office.view = view
    office.go_to("cases")
    assert office.part("new-case").isEnabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["meeting", "case", "settings"])
def test_pages_are_clean_when_they_are_only_read(
    office: Office, place: str, scheme: Scheme
) -> None:
    office.window.window.resize(1100, 700)
    office.window.theme.choose(scheme)
    go_to(office, place)
    check_screen(office.window.window)
