"""Møter and Saker in the hands of a test, over a council that prepares a meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rich_text import RichText, from_plain
from app.domain.vocabulary import CaseKind
from app.services.agendas import AgendaView
from app.services.briefs import BriefView
from app.services.editing.done import Done
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.agenda.agenda_list import AgendaList
from app.views.brief.editor import BriefEditor
from app.views.cases.page import CasesPage
from app.views.meetings.page import MeetingsPage
from app.views.meetings.workspace import Workspace
from app.views.papers.tab import PapersTab
from app.views.shell.workbench import Workbench
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow

MEETING_DAY = date(2026, 12, 4)
ARENA, GRUNDER, STATUS = (
    "Testarena for havteknologi – fase 2",
    "Felles gründerprogram for regionen",
    "Status: kommunenes tiltaksplaner",
)
WAITING = "Klynge for matteknologi"
PATIENCE = 10_000


def arrange(house: House) -> None:
    """A meeting of Næringsrådet with two cases for decision and one for information."""
    edit = house.edit
    place = "Skaun rådhus"
    meeting = edit.meetings.create(NewMeeting(body="NR", held_on=MEETING_DAY, place=place)).id
    for title, kind, amount in (
        (ARENA, CaseKind.DECISION, 480_000),
        (GRUNDER, CaseKind.RECOMMENDATION, 1_200_000),
        (STATUS, CaseKind.INFORMATION, None),
    ):
        case = a_written_case(house, title, kind, amount)
        edit.agenda.add_case(meeting, case)
    a_written_case(house, WAITING, CaseKind.DECISION, 400_000)


def a_written_case(house: House, title: str, kind: CaseKind, amount: int | None) -> int:
    """A case with everything that publishing asks for."""
    edit = house.edit
    case = edit.cases.create("NR", title, kind)
    edit.cases.set_amount(case.id, amount, case.version)
    for key, text in (
        ("proposal", "Rådet bevilger pengene."),
        ("background", "Arenaen har vært i drift i ett år."),
        ("assessment", "Arenaen brukes av flere enn ventet."),
        ("plan_assessment", "Tiltaket er i tråd med planen."),
    ):
        edit.texts.write_section(case.id, key, from_plain(text), 0)
    return case.id


class NoPreviews:
    """Shows no document; the papers have tests of their own."""

    def show_content(self, content: Any, shown: Any, failed: Any) -> NoPreviews:
        return self

    def show_attachment(self, attachment: Any, shown: Any, failed: Any) -> NoPreviews:
        return self

    def close(self) -> None:
        """Nothing is open."""


def meetings_page(bench: Workbench, house: House) -> MeetingsPage:
    """The page with a tab of papers that shows nothing."""
    return MeetingsPage(
        bench, house, lambda: PapersTab(bench, house.papers, NoPreviews(), primary=False)
    )


PAGES = {"meetings": meetings_page, "cases": CasesPage}


class Office:
    """The window with both pages, in the hands of a test."""

    def __init__(self, window: OpenWindow, qtbot: QtBot, desk: CouncilDesk) -> None:
        assert desk.opened is not None
        self.window, self.qtbot, self.house = window, qtbot, desk.opened.house
        view = window.window.view
        assert view is not None
        self.view = view

    # Places

    def go_to(self, place: str) -> None:
        self.window.window.go_to(place)
        self.settle()

    def open_meeting(self) -> Workspace:
        self.go_to(f"meetings/{self.meeting_id()}/agenda")
        return self.workspace

    def open_case(self, title: str) -> None:
        self.go_to(f"cases/{self.case_id(title)}")
        self.wait_for(lambda: not self.editor.is_busy)

    @property
    def editor(self) -> BriefEditor:
        """The brief that is on screen."""
        found = self.part("brief-editor")
        assert isinstance(found, BriefEditor)
        return found

    @property
    def bench(self) -> Workbench:
        """What the pages were given."""
        return self.view._bench

    @property
    def page(self) -> Any:
        return self.view.stack.page

    @property
    def workspace(self) -> Workspace:
        assert isinstance(self.page, MeetingsPage)
        assert self.page.workspace is not None
        return self.page.workspace

    @property
    def lines(self) -> AgendaList:
        return self.workspace.agenda.list

    # What the file says

    def meeting_id(self) -> int:
        return self.house.meetings.find("next")

    def agenda(self) -> AgendaView:
        return self.house.agendas.view(self.meeting_id())

    def titles(self) -> list[str]:
        return [line.title for line in self.agenda().lines]

    def all_titles(self) -> list[str]:
        return [row.title for row in self.house.cases.all()]

    def case_id(self, title: str) -> int:
        return next(row.id for row in self.house.cases.all() if row.title == title)

    def brief(self, title: str) -> BriefView:
        return self.house.briefs.view(self.case_id(title))

    def text_of(self, title: str, key: str) -> RichText:
        sections = self.brief(title).sections
        return next(section.text for section in sections if section.key == key)

    def tell(self, done: Done) -> None:
        """Something was done elsewhere in the window: everyone hears of it."""
        self.editor.bench.hub.publish(done.changes)
        self.settle()

    def tell_all(self, done: Done) -> None:
        """The same where no brief is on screen."""
        self.bench.hub.publish(done.changes)
        self.settle()

    # Hands and eyes

    def settle(self) -> None:
        """Until nothing is on its way any more: to the file, from it, or to the screen."""
        self.window.settle()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)
        self.settle()

    def choose(self, title: str) -> None:
        """Choose a line of the agenda with the mouse."""
        line = next(line for line in self.agenda().lines if line.title == title)
        place = self.lines.lines_model.place_of(line.id)
        assert place is not None
        where = self.lines.visualRect(self.lines.lines_model.index(place)).center()
        QTest.mouseClick(self.lines.viewport(), Qt.MouseButton.LeftButton, pos=where)
        self.lines.setFocus()
        self.settle()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        QTest.keyClick(on or self.focused(), key, modifiers)
        self.settle()

    def type(self, words: str, on: QWidget | None = None) -> None:
        QTest.keyClicks(on or self.focused(), words)

    def click(self, name: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.part(name, inside), Qt.MouseButton.LeftButton)
        self.settle()

    def tick(self, name: str) -> None:
        """Turn a tick with the space bar."""
        self.part(name).setFocus()
        self.press(Qt.Key.Key_Space, on=self.part(name))

    def focused(self) -> QWidget:
        """Where the keyboard is; offscreen forgets to give it back to the window."""
        found = QApplication.focusWidget() or self.window.window.focusWidget()
        assert found is not None
        return found

    def part(self, name: str, inside: QWidget | None = None) -> Any:
        """A widget by its name that is on screen, on the page or in a dialog."""
        found = [
            widget
            for widget in (inside or self.window.window).findChildren(QWidget, name)
            if widget.isVisible()
        ]
        assert found, name
        return found[-1]

    def is_shown(self, name: str) -> bool:
        """Whether a widget of that name is on screen."""
        found = self.window.window.findChildren(QWidget, name)
        return any(widget.isVisible() for widget in found)

    def dialog(self, name: str) -> QDialog:
        found = self.part(name)
        assert isinstance(found, QDialog)
        return found

    def action(self, name: str) -> QAction:
        found = self.page.findChild(QAction, f"action-{name}")
        assert isinstance(found, QAction), name
        return found

    def menu_of(self, name: str) -> QMenu:
        menu = self.part(name).menu()
        assert isinstance(menu, QMenu)
        return menu

    def column(self, table: str, place: int) -> list[str]:
        """What stands in a column of a table, from the top."""
        model = self.part(table).model()
        return [str(model.index(row, place).data()) for row in range(model.rowCount())]

    def corner(self) -> str:
        return str(self.part("saved-words").text())

    def is_stored(self) -> bool:
        """Whether the corner says when everything was stored."""
        return re.match(r"Lagret \d\d\.\d\d($| · S| · I)", self.corner()) is not None

    def toast(self) -> str:
        return str(self.part("toast-text").text())

    def drop(self, on: QWidget, *paths: str) -> None:
        """Drop files from outside."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(on, QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
        QApplication.sendEvent(on, QDropEvent(QPointF(50, 50), copy, data, left, none))
        self.settle()
