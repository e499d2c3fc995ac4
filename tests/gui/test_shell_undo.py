"""Ctrl+Z and Ctrl+Y: the field that is typed in comes first, then the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.changes import Kind, changed
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow
from tests.helpers.meeting_pages import ARENA, GRUNDER, PAGES, Office, arrange
from tools.gallery.council import GalleryCouncil, GalleryDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(open_window: Callable[..., OpenWindow], tmp_path: Path) -> OpenWindow:
    """A window in whose file a case was moved."""
    made = open_window(GalleryDesk())
    made.open(tmp_path / "råd.rundgang")
    council(made).done.append("flyttet sak 21/26")
    bench = made.window.bench
    assert bench is not None
    bench.hub.publish(changed(Kind.CASE, 7))
    made.settle(made.window.menus.actions.undo.isEnabled)
    return made


def council(opened: OpenWindow) -> GalleryCouncil:
    found = opened.window.council
    assert isinstance(found, GalleryCouncil)
    return found


def an_editable_list() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    return made


FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "title": QPlainTextEdit,
    "rich text": QTextEdit,
    "number": QSpinBox,
    "list": an_editable_list,
}


def put_in(opened: OpenWindow, name: str) -> QWidget:
    """A field of this kind on the page, with the keyboard in it."""
    view = opened.window.view
    assert view is not None
    field = FIELDS[name]()
    field.setParent(view.stack.page)
    field.show()
    field.setFocus()
    return field


@pytest.mark.parametrize("name", FIELDS)
def test_field_with_nothing_left_to_undo_leaves_it_to_the_window(
    opened: OpenWindow, name: str
) -> None:
    field = put_in(opened, name)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    opened.settle(lambda: not council(opened).done)
    redo = opened.window.menus.actions.redo
    opened.settle(redo.isEnabled)
    assert redo.text() == "Gjør om: flyttet sak 21/26"
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    opened.settle(lambda: council(opened).done == ["flyttet sak 21/26"])
    assert opened.window.teller.toast.text() == "Gjort om igjen: flyttet sak 21/26"


@pytest.mark.parametrize("name", ["line", "title", "rich text"])
@pytest.mark.parametrize(("again", "held"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)])
def test_field_undoes_and_does_again_its_own_typing_first(
    opened: OpenWindow, name: str, again: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    field = put_in(opened, name)
    QTest.keyClicks(field, "hav")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert words_in(field) == ""
    QTest.keyClick(field, again, held)
    opened.settle()
    assert words_in(field) == "hav"
    assert council(opened).done == ["flyttet sak 21/26"]


def words_in(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    return field.toPlainText()


def test_field_that_can_only_be_read_undoes_nothing_of_its_own(opened: OpenWindow) -> None:
    field = put_in(opened, "title")
    assert isinstance(field, QPlainTextEdit)
    QTextCursor(field.document()).insertText("hav")
    field.setReadOnly(True)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    opened.settle(lambda: not council(opened).done)
    assert field.toPlainText() == "hav"


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def test_title_gives_the_window_its_undo(office: Office) -> None:
    office.open_meeting()
    line = office.agenda().lines[0]
    office.tell(office.house.edit.agenda.set_minutes(line.id, 25, line.version))
    office.choose(ARENA)
    office.part("case-title").setFocus()
    office.press(Qt.Key.Key_Z, CTRL, on=office.part("case-title"))
    office.wait_for(lambda: office.agenda().lines[0].minutes == line.minutes)


@pytest.mark.parametrize("field", ["case-title", "case-officer", "item-title", "section-proposal"])
def test_heading_that_was_just_added_goes_with_the_first_undo(office: Office, field: str) -> None:
    office.open_meeting()
    before = office.titles()
    if field == "item-title":
        office.choose(before[0])
    else:
        office.choose(GRUNDER)
    office.part(field).setFocus()
    office.press(Qt.Key.Key_O, CTRL | SHIFT)
    office.wait_for(lambda: len(office.titles()) == len(before) + 1)
    office.press(Qt.Key.Key_Z, CTRL)
    office.wait_for(lambda: office.titles() == before)
