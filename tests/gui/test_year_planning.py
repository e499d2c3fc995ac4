"""Planning a year in the window: look, change, take, take back (R22)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.services.year.facts import YearView
from app.views.editing.plain_widgets import Choice
from app.views.theme.tokens import Scheme
from app.views.year import page as year_page
from app.views.year.page import YearPage
from app.views.year.planning.blocked import BlockedDialog
from app.views.year.planning.dialog import PlanDialog
from app.views.year.planning.usual import UsualDialog
from app.views.year.tab import TabEntry, YearTab
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.year_plans import arrange_last_year

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
COUNCIL_JUNE, REGION_JUNE = "NR-2027-06-10", "RR-2027-06-18"
REGION_DECEMBER, AUTUMN = "RR-2027-12-17", "NA-2027-10-25"
WHY = "Kari Berg har filen åpen, så den er åpnet bare for lesing."


class OneTab(YearTab):
    """A tab with nothing in it: the plan is made from the page's head."""

    def show_year(self, view: YearView) -> None:
        """Nothing to show."""


class Planning:
    """The page and the dialog in the hands of a test."""

    def __init__(self, window: OpenWindow, desk: CouncilDesk) -> None:
        self.window = window
        assert desk.opened is not None
        self.house = desk.opened.house
        view = window.window.view
        assert view is not None
        self.view = view
        page = view.stack.page
        assert isinstance(page, YearPage)
        self.page = page

    def open(self) -> PlanDialog:
        self.click("plan-year")
        return self.plan()

    def plan(self) -> PlanDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, PlanDialog)
        return found

    def settle(self) -> None:
        self.window.settle()

    def part(self, name: str, inside: QWidget | None = None) -> Any:
        found = (inside or self.window.window).findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.part(name, inside), Qt.MouseButton.LeftButton)
        self.settle()

    def write_day(self, text: str) -> None:
        """Type a day for the chosen meeting."""
        day = self.part("plan-date", self.plan())
        day.setFocus()
        day.selectAll()
        QTest.keyClicks(day, text)
        self.settle()

    def verdict(self) -> str:
        return str(self.part("plan-verdict", self.plan()).text())

    def verb(self) -> str:
        return str(self.part("plan-dialog-verb", self.plan()).text())

    def missing(self) -> str:
        return str(self.part("verb-missing", self.plan()).text())

    def stored(self) -> list[tuple[str, date]]:
        return [(one.body, one.held_on) for one in self.house.year.view(2027).meetings]

    def toast(self) -> str:
        return str(self.part("toast-text").text())


MakePlanning = Callable[..., Planning]


@pytest.fixture
def make(
    open_window: Callable[..., OpenWindow],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MakePlanning:
    monkeypatch.setattr(
        year_page, "year_tabs", lambda _bench, _house: (TabEntry("wheel", "Hjulet", OneTab),)
    )

    def build(arrange: Callable[[House], object] = arrange_last_year, why: str = "") -> Planning:
        desk = CouncilDesk({"year": YearPage}, arrange, why)
        window = open_window(desk)
        window.open(tmp_path / "råd.rundgang")
        return Planning(window, desk)

    return build


@pytest.fixture
def planning(make: MakePlanning) -> Planning:
    return make()


def test_button_plans_the_year_after_this_one_or_the_one_on_screen(planning: Planning) -> None:
    button = planning.part("plan-year")
    assert button.text() == "Planlegg 2027"
    planning.page.show_year(2028)
    assert button.text() == "Planlegg 2028"
    planning.page.show_year(2025)
    assert button.text() == "Planlegg 2027"


def test_plan_is_opened_by_its_keys_and_stands_in_the_menu(planning: Planning) -> None:
    act = planning.page.planning.action
    assert act.text() == "Planlegg 2027"
    assert act in planning.page.page_actions()
    planning.page.take_focus()
    QTest.keyClick(planning.page, Qt.Key.Key_P, CTRL_SHIFT)
    planning.settle()
    assert planning.plan().plan.year == 2027


def test_line_tells_day_body_time_host_deadlines_and_why(planning: Planning) -> None:
    lines = {line.key: line for line in planning.open().list.lines}
    june, autumn = lines[REGION_JUNE], lines[AUTUMN]
    assert (june.day, june.weekday, june.title) == ("25. juni", "fredag", "Regionrådet")
    assert june.below == "10.00–13.00 · Trondheim rådhus"
    assert june.deadlines[-1] == "Sakspapirer ut 18. juni"
    assert june.remarks[0].text.startswith("Flyttet fra fredag 18. juni: protokollen")
    assert (bool(autumn.host), autumn.host_below) == (True, "vertskommune")
    assert june.remarks[0].text in june.spoken()
    points = [remark.text for remark in lines[REGION_DECEMBER].remarks]
    assert "Utviklingsplan med budsjettrammer" in points


def test_whole_year_is_taken_and_taken_back(planning: Planning) -> None:
    dialog = planning.open()
    assert planning.verb() == "Legg inn 9 møter"
    planning.click("plan-dialog-verb", dialog)
    assert len(planning.stored()) == 9
    assert planning.toast() == "9 møter er lagt inn i 2027."
    planning.click("toast-undo")
    assert planning.stored() == []


def test_meeting_is_left_out_with_the_space_bar_and_by_its_mark(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(COUNCIL_JUNE)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert planning.verb() == "Legg inn 8 møter"
    dialog.list.choose(REGION_DECEMBER)
    place = dialog.list.tick_rect(REGION_DECEMBER).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert planning.verb() == "Legg inn 7 møter"
    assert "Utviklingsplan med budsjettrammer" in str(
        planning.part("notice-text", planning.part("plan-lacking", dialog)).text()
    )
    planning.click("plan-dialog-verb", dialog)
    assert ("NR", date(2027, 6, 10)) not in planning.stored()
    assert len(planning.stored()) == 7


def test_day_is_judged_while_it_is_typed(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(COUNCIL_JUNE)
    assert planning.verdict() == "Ingenting taler mot torsdag 10. juni."
    planning.write_day("17.5.2027")
    assert planning.verdict() == "17. mai er en offentlig fridag."
    planning.write_day("25. juni")
    assert "Regionrådet har møte samme dag" in planning.verdict()
    planning.write_day("4.6.2027")
    assert planning.verdict() == "Ingenting taler mot fredag 4. juni."
    changed = dialog.plan.row(COUNCIL_JUNE)
    assert changed is not None
    assert changed.on == date(2027, 6, 4)
    planning.click("plan-reset", dialog)
    assert planning.part("plan-date", dialog).text() == "10. juni 2027"


def test_day_in_another_year_is_told_and_nothing_is_stored(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(COUNCIL_JUNE)
    planning.write_day("9.6.2028")
    assert planning.missing() == "Rett datoen for Næringsrådet først."
    assert not planning.part("plan-dialog-verb", dialog).isEnabled()
    planning.write_day("tull")
    assert not planning.part("plan-dialog-verb", dialog).isEnabled()
    planning.write_day("11.6.2027")
    assert planning.part("plan-dialog-verb", dialog).isEnabled()


def test_chosen_day_and_host_are_what_is_stored(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(AUTUMN)
    host = planning.part("plan-host", dialog)
    assert isinstance(host, Choice)
    host.setFocus()
    host.setCurrentText("Melhus kommune")
    host.picked.emit(host.code())
    planning.write_day("1.11.2027")
    planning.click("accept-proposal", dialog)
    assert planning.stored() == [("NA", date(2027, 11, 1))]
    meeting = planning.house.year.view(2027).meetings[0]
    assert (meeting.host, meeting.place) == ("Melhus", "Melhus rådhus")


def test_one_meeting_is_taken_while_the_others_stay(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(COUNCIL_JUNE)
    assert planning.part("plan-dialog-cancel", dialog).text() == "Avbryt"
    planning.click("accept-proposal", dialog)
    assert planning.stored() == [("NR", date(2027, 6, 10))]
    assert planning.verb() == "Legg inn 8 møter"
    there = [line for line in dialog.list.lines if line.is_there]
    assert [(line.title, line.mark) for line in there] == [("Næringsrådet 1/2027", "ligger inne")]
    said = planning.part("plan-stored", dialog)
    assert said.accessibleName() == "1 møte er lagt inn i 2027."
    assert planning.part("plan-dialog-cancel", dialog).text() == "Lukk"
    planning.click("plan-stored-act", dialog)
    assert planning.stored() == []
    assert planning.verb() == "Legg inn 9 møter"


def test_refusal_is_told_in_the_dialog_and_nothing_is_lost(planning: Planning) -> None:
    dialog = planning.open()
    dialog.list.choose(COUNCIL_JUNE)
    planning.write_day("3.12.2027")
    planning.click("plan-dialog-verb", dialog)
    assert planning.part("plan-problem", dialog).text().startswith("Næringsrådet står med to møter")
    assert planning.stored() == []


def test_days_are_kept_free_from_the_dialog(planning: Planning) -> None:
    dialog = planning.open()
    dialog.strip.choose("blocked")
    planning.settle()
    check_screen(dialog)
    planning.click("empty-blocked-start", dialog)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, BlockedDialog)
    check_screen(asked)
    for name, text in (
        ("blocked-name", "Junidager"),
        ("blocked-from", "9.6.2027"),
        ("blocked-to", "7.6.2027"),
    ):
        field = planning.part(name, asked)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        QTest.keyClicks(field, text)
    planning.click("blocked-dialog-verb", asked)
    assert asked.isVisible(), "it ends before it starts"
    last = planning.part("blocked-to", asked)
    assert last.accessibleDescription().startswith("Perioden kan ikke slutte 7. juni")
    last.selectAll()
    QTest.keyClicks(last, "11.6.2027")
    planning.click("blocked-dialog-verb", asked)
    moved = dialog.plan.row(COUNCIL_JUNE)
    assert moved is not None
    assert moved.on == date(2027, 6, 3)
    dialog.blocked.list.choose(dialog.blocked.spans[0].id)
    planning.click("blocked-remove", dialog)
    kept = dialog.plan.row(COUNCIL_JUNE)
    assert kept is not None
    assert kept.on == date(2027, 6, 10)


def test_usual_days_are_seen_and_changed(planning: Planning) -> None:
    dialog = planning.open()
    dialog.strip.choose("usual")
    planning.settle()
    check_screen(dialog)
    assert planning.part("usual-RR-days", dialog).text() == (
        "Andre fredag i februar, tredje fredag i juni og tredje fredag i desember"
    )
    planning.click("usual-RR-edit", dialog)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, UsualDialog)
    check_screen(asked)
    planning.part("usual-month", asked).show_code(9)
    planning.click("add-usual-day", asked)
    planning.click("usual-dialog-verb", asked)
    assert [row.on for row in dialog.plan.rows if row.body == "RR"][-2:] == [
        date(2027, 9, 3),
        date(2027, 12, 17),
    ]
    planning.click("usual-RR-edit", dialog)
    again = QApplication.activeModalWidget()
    assert isinstance(again, UsualDialog)
    planning.click("take-another", again)
    assert len([row for row in dialog.plan.rows if row.body == "RR"]) == 3


def test_council_without_meetings_is_taught_what_to_do(make: MakePlanning) -> None:
    planning = make(lambda _house: None)
    dialog = planning.open()
    assert planning.missing().startswith("Ingen organer har møtedager å gå ut fra.")
    check_screen(dialog)
    planning.click("no-plan-start", dialog)
    assert dialog.strip.key() == "usual"


def test_year_that_is_planned_says_so(planning: Planning) -> None:
    planning.house.edit.planning.accept_all(2027)
    dialog = planning.open()
    assert planning.missing() == "Møtene i 2027 ligger inne."
    assert all(line.is_there for line in dialog.list.lines)
    assert planning.part("plan-there", dialog).text() == "Næringsrådet 1/2027"


def test_file_that_is_only_read_shows_the_plan_and_stores_nothing(make: MakePlanning) -> None:
    planning = make(why=WHY)
    dialog = planning.open()
    assert not planning.part("plan-dialog-verb", dialog).isEnabled()
    assert not planning.part("accept-proposal", dialog).isEnabled()
    assert planning.part("plan-date", dialog).isReadOnly()
    dialog.strip.choose("usual")
    planning.settle()
    planning.click("usual-RR-edit", dialog)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, UsualDialog)
    assert not planning.part("usual-dialog-verb", asked).isEnabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_plan_is_clean(planning: Planning, scheme: Scheme, size: tuple[int, int]) -> None:
    planning.window.window.resize(*size)
    planning.window.theme.choose(scheme)
    dialog = planning.open()
    dialog.list.choose(REGION_JUNE)
    planning.settle()
    check_screen(dialog)
    assert dialog.height() <= size[1]
