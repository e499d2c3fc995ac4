"""Reading a list in as a secretary does it: choose, correct, look, store, take back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.imports.entries import Outcome
from app.domain.imports.fields import Field, Subject
from app.views.members.importing.dialog import ImportDialog
from app.views.members.importing.steps import CHOOSE, COLUMNS, LOOK
from app.views.members.lists import OBSERVERS, SEATS
from app.views.members.page import MembersPage
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.lists import HEAD, TEN_MEMBERS, a_file, xlsx
from tests.helpers.members_page import Members

LIST: tuple[Any, ...] = (HEAD, *TEN_MEMBERS)
WRONG = (10, "NHO Trøndelag", "Tone Vik", "tone", None, None, "01.01.2025", None)


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage})
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Members(window, qtbot, desk)


class Importing:
    """The dialog in the hands of a test."""

    def __init__(self, members: Members) -> None:
        self.members = members
        members.page.take_focus()
        members.press(
            Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        found = members.dialog()
        assert isinstance(found, ImportDialog)
        self.dialog = found

    def take(self, path: Path) -> None:
        self.dialog.choose.file_chosen.emit(path)
        self.settle()

    def press_verb(self) -> str:
        """Press the main button; what stood on it."""
        assert self.dialog.verb is not None
        words = self.dialog.verb.text()
        QTest.mouseClick(self.dialog.verb, Qt.MouseButton.LeftButton)
        self.settle()
        return words

    def look(self, path: Path) -> None:
        self.take(path)
        self.press_verb()
        assert self.dialog.step == LOOK

    def settle(self) -> None:
        work = self.dialog.work
        self.members.window.settle(lambda: not work.is_working)

    def why_not(self) -> str:
        """Why the main button cannot be pressed."""
        verb = self.dialog.verb
        assert verb is not None
        assert not verb.isEnabled()
        return verb.accessibleDescription()

    def rows(self) -> list[list[str]]:
        model = self.dialog.preview.table.model()
        return [
            [str(model.index(row, place).data()) for place in range(4)]
            for row in range(model.rowCount())
        ]

    def problem(self) -> str:
        return str(self.members.part("import-problem", self.dialog).text())


def test_ten_members_go_in_and_are_taken_back(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    assert importing.why_not() == "Velg en fil."
    importing.take(a_file(tmp_path, LIST))
    assert importing.dialog.step == COLUMNS
    assert importing.press_verb() == "Se over radene"
    assert importing.rows()[5] == [
        "7",
        "ny",
        "Siv Li",
        "Melhus kommune, 6. Kommunedirektør",
    ]
    assert members.rows(SEATS)[5][1] != "Siv Li"
    assert importing.press_verb() == "Lagre 10 rader"
    assert members.toast() == "10 nye rader er lagret."
    assert members.rows(SEATS)[5][1] == "Siv Li"
    members.click("toast-undo")
    assert members.side() == "10 plasser · 0 besatt · 0 vara · 0 observatører"


def test_the_whole_way_can_be_walked_by_keyboard(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    assert members.focused().objectName() == "choose-file"
    importing.take(a_file(tmp_path, LIST))
    assert members.focused().objectName() == "match-0"
    importing.dialog.give()
    importing.settle()
    assert members.focused().objectName() == "import-rows"
    members.press(Qt.Key.Key_Down)
    assert "Ny person" in members.part("import-row-words", importing.dialog).text()
    importing.dialog.give()
    importing.settle()
    assert members.toast() == "10 nye rader er lagret."


def test_the_button_opens_a_menu_with_both_ways(members: Members) -> None:
    menu = members.part("import-menu-button").menu()
    assert [act.text() for act in menu.actions()] == [
        "Les inn fra Excel …",
        "Lag en mal for Excel …",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_is_clean(members: Members, tmp_path: Path, scheme: Scheme) -> None:
    members.window.theme.choose(scheme)
    for size in ((1440, 900), (1100, 700)):
        members.window.window.resize(*size)
        members.settle()
        importing = Importing(members)
        check_screen(importing.dialog)
        importing.take(a_file(tmp_path, [*LIST[:10], WRONG]))
        check_screen(importing.dialog)
        importing.press_verb()
        check_screen(importing.dialog)
        importing.dialog.close()
        members.settle()


def test_a_file_is_dropped_on_the_dialog(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, LIST, "liste.csv")))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (
        QDragEnterEvent(QPoint(50, 50), copy, data, left, none),
        QDragMoveEvent(QPoint(60, 60), copy, data, left, none),
        QDropEvent(QPointF(60, 60), copy, data, left, none),
    ):
        QApplication.sendEvent(importing.dialog, event)
        assert event.isAccepted()
    importing.settle()
    assert importing.dialog.step == COLUMNS


def test_the_user_says_what_a_column_is(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    rows = [("Nummer på stolen", *HEAD[1:]), *TEN_MEMBERS]
    importing.take(a_file(tmp_path, rows))
    assert importing.why_not() == "Velg hvilken kolonne som er plass."
    choice = members.part("match-0", importing.dialog)
    choice.setFocus()
    members.press(Qt.Key.Key_Down)
    assert importing.dialog.columns.match[Field.SEAT] == 0
    members.part("match-2", importing.dialog).setFocus()
    members.press(Qt.Key.Key_Home)
    members.press(Qt.Key.Key_Down)
    assert importing.dialog.columns.match[Field.SEAT] == 2
    assert members.part("match-0", importing.dialog).code() is None


def test_wrong_rows_are_sifted_and_left_out_on_purpose(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    importing.look(a_file(tmp_path, [*LIST[:10], WRONG]))
    preview = importing.dialog.preview
    assert preview.strip.key() == Outcome.WRONG
    assert [row[1] for row in importing.rows()] == ["feil"]
    assert "Kolonnen «E-post»" in members.part("import-row-words", preview).text()
    assert importing.why_not() == "Rett radene som er feil, eller la dem stå utenfor."
    preview.strip.choose(Outcome.NEW)
    assert len(importing.rows()) == 9
    preview.strip.choose(Outcome.CHANGED)
    assert importing.rows() == []
    assert preview.leave_out.text() == "La 1 rad med feil stå utenfor"
    preview.leave_out.click()
    assert importing.press_verb() == "Lagre 9 rader"
    assert members.toast() == "9 nye rader er lagret."


def test_a_file_that_is_mended_is_read_again_with_the_same_columns(
    members: Members, tmp_path: Path
) -> None:
    importing = Importing(members)
    rows = [("Nummer på stolen", *HEAD[1:]), *LIST[1:10], WRONG]
    importing.take(a_file(tmp_path, rows))
    members.part("match-0", importing.dialog).setFocus()
    members.press(Qt.Key.Key_Down)
    importing.press_verb()
    assert len(importing.rows()) == 1
    rows[-1] = TEN_MEMBERS[9]
    a_file(tmp_path, rows)
    members.click("import-wrong-act", importing.dialog)
    importing.settle()
    importing.settle()
    assert importing.press_verb() == "Lagre 10 rader"


def test_a_list_that_is_there_already_has_nothing_to_store(
    members: Members, tmp_path: Path
) -> None:
    path = a_file(tmp_path, LIST)
    first = Importing(members)
    first.look(path)
    first.press_verb()
    second = Importing(members)
    second.look(path)
    assert second.why_not().startswith("Alt i listen står i rådsfilen fra før.")
    assert members.part("import-nothing", second.dialog).isVisible()


def test_all_rows_may_be_wrong(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    importing.look(a_file(tmp_path, [HEAD, WRONG]))
    assert importing.why_not().startswith("Alle radene er feil.")
    assert not importing.dialog.preview.leave_out.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("tom.xlsx", xlsx(()), "Det står ingenting i tom.xlsx."),
        ("bilde.png", b"\x89PNG\x00\x01", "bilde.png er verken en Excel-arbeidsbok"),
        ("hode.xlsx", xlsx((HEAD,)), "hode.xlsx har bare overskrifter."),
    ],
)
def test_a_file_that_is_no_list_is_told_where_another_can_be_chosen(
    members: Members, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    importing = Importing(members)
    path = tmp_path / name
    path.write_bytes(data)
    importing.take(path)
    assert importing.problem().startswith(sentence)
    assert importing.dialog.step == CHOOSE
    check_screen(importing.dialog)
    importing.take(a_file(tmp_path, LIST))
    assert (importing.problem(), importing.dialog.step) == ("", COLUMNS)


def test_another_sheet_is_read_when_it_is_chosen(members: Members, tmp_path: Path) -> None:
    def more(book: Any) -> None:
        page = book.create_sheet("Observatører")
        page.append(("Navn", "Institusjon"))
        page.append(("Ola Obs", "Skaun"))

    path = tmp_path / "bok.xlsx"
    path.write_bytes(xlsx(LIST, more))
    members.view.visit(f"members/{OBSERVERS}")
    members.settle()
    importing = Importing(members)
    assert importing.dialog.choose.subject is Subject.OBSERVERS
    importing.take(path)
    sheet = members.part("import-sheet", importing.dialog)
    sheet.setFocus()
    members.press(Qt.Key.Key_Down)
    importing.settle()
    importing.press_verb()
    assert importing.rows() == [["2", "ny", "Ola Obs", "Skaun kommune"]]
    begins = members.part("import-begins", importing.dialog).text()
    assert begins == "Rader uten første dag begynner 23. november 2026."
    members.click("import-back", importing.dialog)
    members.click("import-back", importing.dialog)
    assert importing.dialog.step == CHOOSE
    importing.press_verb()
    assert importing.dialog.step == COLUMNS


def test_escape_stops_the_work_first_and_then_closes(members: Members, tmp_path: Path) -> None:
    importing = Importing(members)
    importing.dialog.choose.file_chosen.emit(a_file(tmp_path, LIST))
    assert importing.dialog.work.is_working
    assert importing.why_not() == "Vent til dette er ferdig, eller avbryt det."
    importing.dialog.reject()
    importing.settle()
    assert importing.dialog.isVisible()
    importing.dialog.reject()
    members.settle()
    assert QApplication.activeModalWidget() is None


def test_a_dialog_that_is_closed_at_work_shows_nothing_more(
    members: Members, tmp_path: Path
) -> None:
    importing = Importing(members)
    work = importing.dialog.work
    importing.dialog.choose.file_chosen.emit(a_file(tmp_path, LIST))
    importing.dialog.done(0)
    members.window.settle(lambda: not work.is_working)
    assert QApplication.activeModalWidget() is None


def test_a_template_is_made(members: Members, tmp_path: Path) -> None:
    members.page.imports.actions[1].trigger()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    out = tmp_path / "Mal for medlemmer.xlsx"
    asked.fileSelected.emit(str(out))
    asked.close()
    members.window.settle(lambda: out.exists() and bool(members.toast()))
    assert members.toast().startswith("Mal for medlemmer.xlsx er laget i")
