"""The calendar in the hands of a test, over a council with meetings on telling days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import MeetingStatus
from app.models import Meeting
from app.models.year import BlockedPeriod
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.year.calendar.list_tab import ListTab
from app.views.year.calendar.month_grid import MonthGrid
from app.views.year.calendar.sheet import YearSheet
from app.views.year.page import YearPage
from tests.helpers.council import writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow
from tests.helpers.meeting_pages import PAGES, Office

FULL_DAY = date(2026, 12, 10)
HELD_ON = date(2026, 11, 6)
CANCELLED_ON = date(2026, 11, 12)
LEFT = Qt.MouseButton.LeftButton

_MEETINGS = (
    ("NR", HELD_ON),
    ("RR", CANCELLED_ON),
    ("NR", date(2026, 12, 4)),
    ("RR", date(2026, 12, 18)),
    ("NR", date(2027, 2, 24)),
    ("NR", date(2027, 5, 17)),
)


def arrange_calendar(house: House) -> None:
    """Held, cancelled and coming meetings, eight on one day, and a week that is kept free."""
    made = {}
    for body, held_on in _MEETINGS:
        new = NewMeeting(body=body, held_on=held_on, place="Skaun rådhus")
        made[held_on] = house.edit.meetings.create(new).id
    for _time in range(4):
        for body in ("AU", "KDF"):
            house.edit.meetings.create(NewMeeting(body=body, held_on=FULL_DAY, place="Malvik"))
    with writing(house.desk) as work:
        for on, status in (
            (HELD_ON, MeetingStatus.HELD),
            (CANCELLED_ON, MeetingStatus.CANCELLED),
        ):
            meeting = work.session.get(Meeting, made[on])
            assert meeting is not None
            meeting.status = status
        work.session.add(
            BlockedPeriod(name="Vinterferie", from_on=date(2027, 2, 22), to_on=date(2027, 2, 27))
        )


class Calendar(Office):
    """The page with its three tabs."""

    def show(self, tab: str, year: int = 2026) -> None:
        """A tab, with the keyboard in it."""
        self.go_to(f"year/{year}/{tab}")
        self.page.take_focus()

    @property
    def grid(self) -> MonthGrid:
        found = self.part("month-grid")
        assert isinstance(found, MonthGrid)
        return found

    @property
    def sheet(self) -> YearSheet:
        found = self.part("year-sheet")
        assert isinstance(found, YearSheet)
        return found

    # Of the office it is the agenda of a meeting; here it is the list of the year.
    @property
    def agenda(self) -> ListTab:  # type: ignore[override]
        found = self.part("list-tab")
        assert isinstance(found, ListTab)
        return found

    def title(self) -> str:
        return str(self.part("month-title").text())

    def said(self) -> str:
        """What a screen reader says of the current day."""
        return self.grid.accessibleDescription()

    def rows(self) -> list[str]:
        """The first three cells of each row of the list."""
        model = self.agenda.model
        return [
            " ".join(
                text for place in range(3) if (text := str(model.index(row, place).data())).strip()
            )
            for row in range(model.rowCount())
        ]

    def go_to_day(self, on: date) -> None:
        """Click the day's number, once its month is shown."""
        while self.grid.place_of(on).isEmpty() or self.grid.day.on.month != on.month:
            self.press(Qt.Key.Key_PageDown if on > self.grid.day.on else Qt.Key.Key_PageUp)
        self.click_at(corner_of(self.grid.place_of(on)))

    def click_at(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self.grid.viewport(), button, pos=at)
        self.settle()

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.grid.viewport(), LEFT, pos=at)
        self.settle()

    def block(self, on: date, place: int = 0) -> QPoint:
        """The middle of a line of a day."""
        return self.grid.placed(on)[place].place.center()

    def take(self, start: QPoint, *through: QPoint) -> None:
        """Press on something and carry it, without letting go."""
        view = self.grid.viewport()
        QTest.mousePress(view, LEFT, pos=start)
        for at in through:
            QTest.mouseMove(view, at)
            self.settle()

    # Of the office it drops files; here a meeting that is carried.
    def drop(self, at: QPoint) -> None:  # type: ignore[override]
        QTest.mouseRelease(self.grid.viewport(), LEFT, pos=at)
        self.settle()

    def action(self, name: str) -> QAction:
        """That of the tab on screen; the tabs share the names of theirs."""
        found = self.page.tab().findChild(QAction, f"action-{name}")
        assert isinstance(found, QAction), name
        return found

    def labels(self, name: str) -> list[str]:
        """The words of a list of entries."""
        model: Any = self.part(name).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def corner_of(cell: QRect) -> QPoint:
    """Where a day has its number, and no line."""
    return cell.topLeft() + QPoint(12, 10)


def foot_of(cell: QRect) -> QPoint:
    """Where a day that is not full has nothing."""
    return cell.bottomRight() - QPoint(6, 3)


def a_calendar(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, path: Path, read_only: str = ""
) -> Calendar:
    """The window on the month of today."""
    desk = CouncilDesk({**PAGES, "year": YearPage}, arrange_calendar, read_only)
    window = open_window(desk)
    window.window.resize(1_440, 900)
    window.open(path)
    made = Calendar(window, qtbot, desk)
    made.show("month")
    return made
