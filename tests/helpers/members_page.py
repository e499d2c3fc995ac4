"""Medlemmer in the hands of a test, over a council with some members."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models import TermDeputy
from app.services.house import House
from app.views.members.page import MembersPage
from tests.helpers.council import a_member, a_person, an_observer, the_institution, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow


def arrange(house: House) -> None:
    with writing(house.desk) as work:
        melhus = the_institution(work.session, "Melhus")
        kari = a_member(
            work.session, 6, "Kari Berg", "Melhus", title="Rådmann", end_on=date(2027, 1, 1)
        )
        ola = a_person(work.session, "Ola Lie", melhus, "Økonomisjef")
        work.session.add(TermDeputy(term_id=kari.id, person_id=ola.id))
        a_member(work.session, 2, "Eva Dahl", "NTNU", start_on=date(2019, 6, 1))
        an_observer(work.session, "Nils Moe", "Skaun")
        a_member(work.session, 1, "Siri Aune", "Trondheim", body="RR")


class Members:
    """The page in the hands of a test."""

    def __init__(self, window: OpenWindow, qtbot: QtBot, desk: CouncilDesk) -> None:
        self.window, self.qtbot = window, qtbot
        assert desk.opened is not None
        self.house = desk.opened.house
        view = window.window.view
        assert view is not None
        self.view = view
        page = view.stack.page
        assert isinstance(page, MembersPage)
        self.page = page

    def rows(self, key: str) -> list[list[str]]:
        table = self.page.tab(key).table
        model = table.model()
        return [
            [str(model.index(row, place).data()) for place in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def first(self, key: str) -> list[str]:
        return [row[0] for row in self.rows(key)]

    def side(self) -> str:
        return str(self.part("page-side").text())

    def settle(self) -> None:
        self.window.settle()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focused(), key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focused(), words)

    def focused(self) -> QWidget:
        """Where the keyboard is; offscreen forgets to give it back to the window."""
        if QApplication.focusWidget() is None:
            self.window.window.activateWindow()
            self.settle()
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def part(self, name: str, inside: QWidget | None = None) -> Any:
        """A widget by its name, on the page or in a dialog."""
        found = (inside or self.window.window).findChild(QWidget, name)
        assert found is not None, name
        return found

    def dialog(self) -> QWidget:
        """The dialog on top."""
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    def toast(self) -> str:
        """What was said in passing."""
        return str(self.part("toast").text())

    def click(self, name: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.part(name, inside), Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, key: str, words: str) -> None:
        """Click the row whose first cell is `words`."""
        table = self.page.tab(key).table
        row = self.first(key).index(words)
        place = table.visualRect(table.model().index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
