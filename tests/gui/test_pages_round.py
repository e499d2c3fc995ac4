"""Rundgangen in the window: read, accepted, swapped, passed, chosen, drawn and taken out (R18)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
    QWidget,
)

from app.models import Body
from app.services.editing.mergers import MergerFields
from app.services.house import House
from app.views.editing.plain_widgets import Choice
from app.views.theme.tokens import Scheme
from app.views.widgets.table_model import WindowedModel
from app.views.year.page import YearPage
from app.views.year.round_tab import RoundTab
from tests.helpers.council import writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.hosting import AUTUMN, SPRING, arrange_round, key_of, meeting_of, seen
from tests.helpers.meeting_pages import meetings_page

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WHY = "Rådhuset bygges om"


class Round:
    """The tab in the hands of a test."""

    def __init__(self, window: OpenWindow, desk: CouncilDesk) -> None:
        assert desk.opened is not None
        self.window, self.house = window, desk.opened.house
        view = window.window.view
        assert view is not None
        view.visit("year/2027/round")
        self.settle()
        page = view.stack.page
        assert isinstance(page, YearPage)
        self.page, tab = page, page.tab()
        assert isinstance(tab, RoundTab)
        self.tab = tab

    def settle(self) -> None:
        self.window.settle()

    def rows(self) -> dict[str, list[str]]:
        """The cells of each turn, by its season."""
        model = self.tab.table.model()
        found = [
            [str(model.index(row, place).data()) for place in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return {row[0]: row[1:] for row in found}

    def hosts(self) -> list[str]:
        """Who hosts in 2027, spring before autumn."""
        rows = self.rows()
        return [rows[season][1] for season in ("Vår 2027", "Høst 2027")]

    def choose(self, on: date, *also: date) -> None:
        """Click a turn, and others with Ctrl."""
        table = self.tab.table
        table.choose(meeting_of(self.house, on).id)
        for other in also:
            model = table.model()
            assert isinstance(model, WindowedModel)
            row = model.row_of(meeting_of(self.house, other).id)
            assert row is not None
            table.selectionModel().select(
                model.index(row, 0),
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
            )
        self.settle()

    def part(self, name: str, inside: QWidget | None = None) -> Any:
        found = (inside or self.window.window).findChild(QWidget, name)
        assert found is not None, name
        return found

    def act(self, name: str) -> QAction:
        return next(one for one in self.page.page_actions() if one.objectName() == name)

    def click(self, name: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.part(name, inside), Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self.tab.take_focus()
        QTest.keyClick(QApplication.focusWidget() or self.tab.table, key, modifiers)
        self.settle()

    def dialog(self) -> QWidget:
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    def fill(self, name: str, code: object, why: str) -> None:
        """Choose and write in the dialog on top, and let its verb be done."""
        dialog = self.dialog()
        who, reason = self.part("round-choice", dialog), self.part("round-reason", dialog)
        assert isinstance(who, Choice)
        assert isinstance(reason, QPlainTextEdit)
        check_screen(dialog)
        who.show_code(code)
        reason.setPlainText(why)
        self.click(f"{name}-verb", dialog)

    def toast(self) -> str:
        return str(self.part("toast").text())

    def undo(self) -> None:
        self.click("toast-undo")


@pytest.fixture
def desk() -> CouncilDesk:
    return CouncilDesk({"year": YearPage, "meetings": meetings_page}, arrange_round)


@pytest.fixture
def rounds(open_window: Callable[..., OpenWindow], desk: CouncilDesk, tmp_path: Path) -> Round:
    window = open_window(desk)
    window.window.resize(1_440, 900)
    window.open(tmp_path / "råd.rundgang")
    return Round(window, desk)


def test_each_turn_stands_with_day_host_state_and_why(rounds: Round) -> None:
    rows = rounds.rows()
    assert rows["Høst 2026"][:3] == ["26. okt. 2026", "Skaun kommune", "avholdt"]
    assert rows["Vår 2027"][:3] == ["26. apr. 2027", "Orkland kommune", "forslag"]
    assert rows["Vår 2027"][3].startswith("Det er lengst siden Orkland kommune hadde tur")
    assert rows["Vår 2028"][1:3] == ["Midtre Gauldal kommune", "uten møte"]
    assert rounds.part("round-first").text() == "Vår 2027: Orkland kommune"
    assert "Næringsapparatet 1/2027" in rounds.part("round-rest").text()


def test_the_proposal_is_accepted_and_taken_back(rounds: Round) -> None:
    rounds.click("accept-host")
    assert rounds.toast() == "Orkland er vert 26. april 2027."
    assert rounds.rows()["Vår 2027"][2] == "avtalt"
    assert meeting_of(rounds.house, SPRING).place == "Orkland rådhus"
    button = rounds.part("accept-host")
    assert isinstance(button, QPushButton)
    assert (button.isEnabled(), button.toolTip()) == (False, "Møtet har vert allerede.")
    rounds.undo()
    assert rounds.rows()["Vår 2027"][2] == "forslag"


def test_all_are_accepted_by_keys(rounds: Round) -> None:
    rounds.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert rounds.toast() == "2 møter har fått vert."
    assert [rounds.rows()[season][2] for season in ("Vår 2027", "Høst 2027")] == ["avtalt"] * 2
    assert rounds.act("action-accept-hosts").toolTip() == "Ingen kommende møter mangler vert."


def test_several_chosen_turns_are_accepted_together(rounds: Round) -> None:
    rounds.choose(SPRING, AUTUMN)
    rounds.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert rounds.toast() == "2 møter har fått vert."


def test_two_swap_with_a_reason_and_take_it_back(rounds: Round) -> None:
    rounds.choose(SPRING, AUTUMN)
    rounds.click("swap-hosts")
    dialog = rounds.dialog()
    assert rounds.part("swap-hosts-dialog-verb", dialog).toolTip() == "Skriv en begrunnelse."
    rounds.fill("swap-hosts-dialog", meeting_of(rounds.house, AUTUMN).id, WHY)
    assert rounds.toast() == "Orkland og Trondheim har byttet."
    assert rounds.hosts() == ["Trondheim kommune", "Orkland kommune"]
    assert rounds.rows()["Vår 2027"][3].startswith(f"Begrunnelse: {WHY}.")
    rounds.undo()
    assert rounds.hosts() == ["Orkland kommune", "Trondheim kommune"]


def test_one_stands_over_and_is_first_in_line_for_the_next(rounds: Round) -> None:
    orkland = key_of(rounds.house, "Orkland")
    rounds.press(Qt.Key.Key_U, CTRL | SHIFT)
    rounds.fill("pass-host-dialog", orkland, WHY)
    assert rounds.toast() == "Orkland står over 26. april 2027."
    assert rounds.hosts() == ["Trondheim kommune", "Orkland kommune"]
    assert f"Orkland kommune står over: {WHY}." in rounds.rows()["Vår 2027"][3]
    rounds.act("action-take-back-pass").trigger()
    rounds.settle()
    assert rounds.toast() == "Orkland står ikke lenger over 26. april 2027."
    assert rounds.hosts() == ["Orkland kommune", "Trondheim kommune"]


def test_of_several_who_stand_over_one_is_taken_back(rounds: Round) -> None:
    for short in ("Orkland", "Trondheim"):
        rounds.house.edit.hosting.pass_turn(
            seen(rounds.house, SPRING), key_of(rounds.house, short), WHY
        )
    rounds.page.go_to("2026")
    rounds.settle()
    rounds.choose(SPRING)
    rounds.act("action-take-back-pass").trigger()
    rounds.settle()
    dialog = rounds.dialog()
    check_screen(dialog)
    rounds.click("take-back-pass-dialog-verb", dialog)
    assert rounds.hosts() == ["Orkland kommune", "Trondheim kommune"]


def test_another_is_chosen_with_a_reason(rounds: Round) -> None:
    rounds.click("choose-host")
    dialog = rounds.dialog()
    who = rounds.part("round-choice", dialog)
    assert isinstance(who, Choice)
    assert who.itemText(0) == "Orkland kommune, sist 24. april 2023"
    verb = rounds.part("choose-host-dialog-verb", dialog)
    assert verb.toolTip() == "Velg en kommune."
    who.show_code(key_of(rounds.house, "Orkland"))
    assert verb.isEnabled()
    rounds.fill("choose-host-dialog", key_of(rounds.house, "Malvik"), "Jubileum")
    assert rounds.toast() == "Malvik er vert 26. april 2027."
    assert rounds.hosts() == ["Malvik kommune", "Orkland kommune"]


def test_what_cannot_be_done_says_why(rounds: Round) -> None:
    tips = {
        "accept-host": "Møtet er avholdt, så verten kan ikke endres.",
        "swap-hosts": "Møtet er avholdt, så verten kan ikke endres.",
        "pass-host": "Møtet er avholdt, så verten kan ikke endres.",
    }
    rounds.choose(date(2026, 10, 26))
    assert {name: rounds.part(name).toolTip() for name in tips} == tips
    key = next(turn.key for turn in rounds.house.hosting.view().coming if turn.meeting_id is None)
    rounds.tab.table.choose(key)
    assert rounds.part("choose-host").toolTip().startswith("Det er ikke laget noe møte")
    assert not rounds.act("action-open-round-meeting").isEnabled()
    rounds.choose(SPRING)
    assert rounds.act("action-take-back-pass").toolTip() == "Ingen står over dette møtet."


def test_a_turn_that_changed_meanwhile_is_told(rounds: Round) -> None:
    orkland = key_of(rounds.house, "Orkland")
    rounds.house.edit.hosting.pass_turn(seen(rounds.house, SPRING), orkland, WHY)
    rounds.click("accept-host")
    told = rounds.dialog()
    assert "en annen enn den du så" in told.accessibleDescription()
    QTest.keyClick(told, Qt.Key.Key_Escape)
    rounds.settle()
    assert rounds.hosts()[0] == "Trondheim kommune"


def test_table_and_picture_follow_a_swap_and_a_merger(rounds: Round) -> None:
    edit = rounds.house.edit
    edit.hosting.swap(seen(rounds.house, SPRING), seen(rounds.house, AUTUMN), WHY)
    ended, heir = key_of(rounds.house, "Trondheim"), key_of(rounds.house, "Stjørdal")
    done = edit.mergers.merge(MergerFields(ended=(ended,), on=date(2027, 1, 1), successor_id=heir))
    rounds.page.refresh_if(done.changes)
    rounds.settle()
    assert rounds.hosts() == ["Stjørdal kommune", "Orkland kommune"]
    picture = rounds.tab.canvas.picture
    assert picture is not None
    spring = meeting_of(rounds.house, SPRING).id
    told = next(mark.told for mark in picture.marks if mark.key == spring)
    assert told[0] == "Vår 2027: Stjørdal kommune"


def test_a_mark_of_the_picture_chooses_its_turn_and_tells_about_it(rounds: Round) -> None:
    canvas, key = rounds.tab.canvas, meeting_of(rounds.house, AUTUMN).id
    place: QPoint = canvas.place_of(key).center().toPoint()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rounds.tab.table.key == key
    at = canvas.viewport().mapToGlobal(place)
    QApplication.sendEvent(canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, at))
    assert "Høst 2027: Trondheim kommune" in QToolTip.text()
    name = QPoint(40, 40)
    over = canvas.viewport().mapToGlobal(name)
    QApplication.sendEvent(canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, name, over))
    assert "nr. 1 i køen" in QToolTip.text()
    assert "Neste vert er Orkland kommune." in canvas.accessibleName()


def test_enter_opens_the_meeting(rounds: Round) -> None:
    rounds.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    view = rounds.window.window.view
    assert view is not None
    assert view.stack.place().startswith(f"meetings/{meeting_of(rounds.house, SPRING).id}")


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_picture_becomes_a_file(rounds: Round, tmp_path: Path, ending: str) -> None:
    rounds.tab.export.make(tmp_path / f"rundgang.{ending}")
    rounds.window.settle(lambda: not rounds.tab.export.is_working)
    assert (tmp_path / f"rundgang.{ending}").stat().st_size > 1_000
    assert f"rundgang.{ending}" in rounds.toast()


def test_export_asks_for_a_file(rounds: Round) -> None:
    rounds.click("export-round")
    dialog = rounds.part("export-round-dialog")
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_printing_asks_for_a_printer(rounds: Round) -> None:
    rounds.press(Qt.Key.Key_P, CTRL)
    rounds.window.settle(lambda: QApplication.activeModalWidget() is not None)
    asked = rounds.dialog()
    assert isinstance(asked, QPrintDialog)
    asked.reject()


def test_a_council_without_a_round_is_taught(
    open_window: Callable[..., OpenWindow], tmp_path: Path
) -> None:
    def without(house: House) -> None:
        with writing(house.desk) as work:
            for body in work.session.query(Body):
                body.is_hosted_in_turns = False

    bare = CouncilDesk({"year": YearPage}, without)
    window = open_window(bare)
    window.open(tmp_path / "råd.rundgang")
    rounds = Round(window, bare)
    assert rounds.part("no-round").isVisible()
    check_screen(window.window)


def test_a_file_for_reading_lets_nothing_be_settled(
    open_window: Callable[..., OpenWindow], tmp_path: Path
) -> None:
    bare = CouncilDesk({"year": YearPage}, arrange_round, "Kari Berg har filen åpen.")
    window = open_window(bare)
    window.open(tmp_path / "råd.rundgang")
    rounds = Round(window, bare)
    for name in ("accept-host", "swap-hosts", "pass-host", "choose-host"):
        assert not rounds.part(name).isEnabled()
    assert rounds.part("export-round").isEnabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_is_clean(rounds: Round, scheme: Scheme) -> None:
    rounds.window.theme.choose(scheme)
    for size in ((1440, 900), (1100, 700)):
        rounds.window.window.resize(*size)
        rounds.settle()
        check_screen(rounds.window.window)


def test_the_meetings_own_facts_offer_the_one_in_turn_first(rounds: Round) -> None:
    view = rounds.window.window.view
    assert view is not None
    view.visit(f"meetings/{meeting_of(rounds.house, SPRING).id}/agenda")
    rounds.settle()
    rounds.click("edit-meeting")
    dialog = rounds.dialog()
    check_screen(dialog)
    host = rounds.part("meeting-host", dialog)
    assert isinstance(host, Choice)
    assert [host.itemText(place) for place in range(3)] == [
        "Ingen",
        "Orkland kommune – står for tur",
        "Trondheim kommune",
    ]
    assert rounds.part("meeting-turn", dialog).text().startswith("Orkland kommune står for tur.")
    host.setFocus()
    QTest.keyClick(host, Qt.Key.Key_Down)
    host.picked.emit(host.code())
    rounds.settle()
    reason = rounds.part("meeting-host-reason", dialog)
    assert isinstance(reason, QLineEdit)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    rounds.settle()
    assert meeting_of(rounds.house, SPRING).host_id == key_of(rounds.house, "Orkland")
    assert meeting_of(rounds.house, SPRING).place == "Orkland rådhus"
