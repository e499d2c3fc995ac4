"""Dialogs with fields: what is wrong or missing is said, and gets the room that it needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import PAGES, Office, arrange


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def test_a_dialog_grows_with_what_is_wrong_in_it(office: Office) -> None:
    office.go_to("meetings")
    office.click("new-meeting")
    dialog = office.dialog("new-meeting-dialog")
    low = dialog.height()
    for name, after in (("meeting-date", "meeting-start"), ("meeting-start", "meeting-place")):
        office.type("hei", on=office.part(name, dialog))
        office.press(Qt.Key.Key_Return, on=office.part(name, dialog))
        office.part(after, dialog).setFocus()
    office.settle()
    told = complaints(dialog)
    assert len(told) == 2
    for words in told:
        assert words.height() >= words.heightForWidth(words.width())
        assert not any(overlap(words, line) for line in dialog.findChildren(QLineEdit))
    assert dialog.height() > low
    check_screen(dialog)


def test_a_verb_that_waits_says_beside_it_what_is_missing(office: Office) -> None:
    office.go_to("meetings")
    office.click("new-meeting")
    dialog = office.dialog("new-meeting-dialog")
    missing = office.part("verb-missing", dialog)
    assert missing.text() == "Skriv datoen for møtet først."
    assert len([mark for mark in marks(dialog) if mark.isVisible()]) == 1
    office.type("22.1.2027", on=office.part("meeting-date", dialog))
    assert missing.text() == ""
    assert not any(mark.isVisible() for mark in marks(dialog))


def test_a_case_without_a_title_says_so_beside_the_verb(office: Office) -> None:
    office.go_to("cases")
    office.click("new-case")
    dialog = office.dialog("new-case-dialog")
    assert office.part("verb-missing", dialog).text() == "Skriv hva saken gjelder, først."
    assert any(mark.isVisible() for mark in marks(dialog))
    office.type("Nattog", on=office.part("new-case-title", dialog))
    assert office.part("verb-missing", dialog).text() == ""


def complaints(dialog: QDialog) -> list[QWidget]:
    """The sentences under fields about what cannot be read."""
    return [
        words
        for words in dialog.findChildren(QWidget, "message")
        if words.isVisible() and words.property("ink") == "bad"
    ]


def marks(dialog: QDialog) -> list[QWidget]:
    """The marks beside labels of what must be filled."""
    return dialog.findChildren(QWidget, "missing")


def overlap(one: QWidget, other: QWidget) -> bool:
    """Whether two widgets lie over each other on screen."""
    window = one.window()
    first, second = (
        each.rect().translated(each.mapTo(window, each.rect().topLeft())) for each in (one, other)
    )
    return first.intersects(second)
