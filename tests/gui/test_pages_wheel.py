"""Hjul in the window: seen, walked by keys, pointed at, sifted, and taken out (R17–R19)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.domain.drawing import Paper
from app.domain.vocabulary import MeetingStatus
from app.services.house import House
from app.services.wheel.layout import PlacedMark
from app.views.pictures.printing import a4_printer, paint_pages, paper_of
from app.views.shell.workbench import Workbench
from app.views.theme.tokens import Scheme
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.year.page import YearPage
from app.views.year.wheel.cards import RingRow
from app.views.year.wheel.tab import WheelTab
from tests.helpers.council import a_council, a_meeting, the_body, the_institution, writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen

CTRL = Qt.KeyboardModifier.ControlModifier
NR_DEC, RR_DEC, NA_OCT, OFF_MAY = "NR 6", "RR 4", "NA 2", "NR 3"


class Listed(Page):
    """A page that only remembers where in it somebody was sent."""

    def __init__(self, name: str) -> None:
        super().__init__(name, PageHeader(name.title()))
        self.places: list[str] = []

    def go_to(self, place: str) -> None:
        self.places.append(place)


def arrange(house: House) -> None:
    """Meetings of three bodies, one of them cancelled; the profile's fixed points are there."""
    with writing(house.desk) as work:
        session = work.session
        skaun = the_institution(session, "Skaun")
        a_meeting(session)
        a_meeting(session, number=4, held_on=date(2026, 12, 18), body_id=the_body(session, "RR").id)
        a_meeting(
            session,
            number=2,
            held_on=date(2026, 10, 26),
            body_id=the_body(session, "NA").id,
            host_id=skaun.id,
            status=MeetingStatus.HELD,
        )
        a_meeting(
            session,
            number=3,
            held_on=date(2026, 5, 12),
            status=MeetingStatus.CANCELLED,
            status_reason="For få saker.",
        )


class Wheel:
    """The tab in the hands of a test."""

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
        tab = page.tab()
        assert isinstance(tab, WheelTab)
        self.tab, self.canvas = tab, tab.canvas

    def mark(self, wanted: str) -> PlacedMark:
        """`NR 6`: a meeting by its body and number; else a fixed point by a word of its title."""
        layout = self.canvas.layout_now
        assert layout is not None
        body, _space, number = wanted.partition(" ")
        for placed in layout.marks:
            meeting = placed.mark.meeting
            if meeting is not None and (meeting.body, str(meeting.number)) == (body, number):
                return placed
            if meeting is None and wanted in placed.mark.points[0].title:
                return placed
        raise LookupError(wanted)

    def at(self, wanted: str) -> QPoint:
        return self.canvas.place_of(self.mark(wanted)).toPoint()

    def click(self, wanted: str) -> None:
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(wanted))
        self.window.settle()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.canvas, key, modifiers)
        self.window.settle()

    def take_focus(self) -> None:
        self.window.window.activateWindow()
        self.page.take_focus()
        self.window.settle()

    def current(self) -> str:
        found = self.canvas.current
        assert found is not None
        if found.mark.meeting is None:
            return found.mark.points[0].title
        return f"{found.mark.meeting.body} {found.mark.meeting.number}"

    def part(self, name: str) -> Any:
        found = self.window.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        return str(self.part(name).text())

    def rows(self) -> list[str]:
        """The lines of the period at hand, as read aloud."""
        found = self.tab.period._rows
        return [row.accessibleName() for row in found]

    def press_row(self, name: str) -> None:
        row = self.part(name)
        row.click()
        self.window.settle()

    def sent_to(self, page: str) -> list[str]:
        found = self.view.stack._pages[page]
        assert isinstance(found, Listed)
        return found.places

    def meeting_id(self, wanted: str) -> str:
        meeting = self.mark(wanted).mark.meeting
        assert meeting is not None
        return str(meeting.id)


def listed(name: str) -> Callable[[Workbench, House], Page]:
    return lambda _bench, _house: Listed(name)


@pytest.fixture
def desk() -> CouncilDesk:
    return CouncilDesk(
        {"year": YearPage, "meetings": listed("meetings"), "cases": listed("cases")}, arrange
    )


@pytest.fixture
def wheel(open_window: Callable[..., OpenWindow], desk: CouncilDesk, tmp_path: Path) -> Wheel:
    window = open_window(desk)
    window.window.resize(1_440, 900)
    window.open(tmp_path / "råd.rundgang")
    window.settle()
    return Wheel(window, desk)


def test_the_wheel_is_the_first_tab_and_says_what_it_shows(wheel: Wheel) -> None:
    assert wheel.page.strip.key() == "wheel"
    assert wheel.canvas.accessibleName().startswith("Årshjul for 2026: 3 møter i 3 organer.")


def test_arrows_walk_the_year_by_day_and_say_what_each_mark_is(wheel: Wheel) -> None:
    wheel.take_focus()
    assert wheel.current() == NR_DEC
    assert wheel.text("details-first") == "Næringsrådet 6/2026"
    wheel.press(Qt.Key.Key_Right)
    assert wheel.current() == RR_DEC
    wheel.press(Qt.Key.Key_Right)
    assert wheel.current() == RR_DEC
    wheel.press(Qt.Key.Key_Left)
    wheel.press(Qt.Key.Key_Left)
    assert wheel.current() == NA_OCT
    assert wheel.canvas.accessibleDescription().startswith("Næringsapparatet 2/2026. Mandag 26.")
    wheel.press(Qt.Key.Key_Home)
    assert wheel.current().startswith("Årsrapport")
    wheel.press(Qt.Key.Key_End)
    assert wheel.current() == RR_DEC


def test_arrows_lead_from_ring_to_ring_at_the_same_time_of_year(wheel: Wheel) -> None:
    wheel.take_focus()
    wheel.press(Qt.Key.Key_Down)
    assert wheel.current() == RR_DEC
    wheel.press(Qt.Key.Key_Down)
    assert wheel.current() == NA_OCT
    wheel.press(Qt.Key.Key_Down)
    assert wheel.current() == NA_OCT
    wheel.press(Qt.Key.Key_Up)
    wheel.press(Qt.Key.Key_Up)
    assert wheel.current() == NR_DEC


def test_the_keyboards_mark_is_seen_only_while_it_is_there(wheel: Wheel) -> None:
    wheel.take_focus()
    assert [ink for _mark, ink in wheel.canvas.ringed()] == ["text"]
    wheel.part("export-wheel").setFocus()
    assert wheel.canvas.ringed() == []
    assert wheel.text("details-first").startswith("Pek på et møte")


def test_enter_and_a_click_open_the_meeting(wheel: Wheel) -> None:
    wheel.take_focus()
    wheel.press(Qt.Key.Key_Return)
    assert wheel.view.stack.key == "meetings"
    assert wheel.sent_to("meetings") == [wheel.meeting_id(NR_DEC)]
    wheel.view.visit("year/wheel")
    wheel.window.settle()
    wheel.click(NA_OCT)
    assert wheel.sent_to("meetings")[-1] == wheel.meeting_id(NA_OCT)


def test_a_click_on_a_point_without_a_meeting_says_what_is_missing(wheel: Wheel) -> None:
    wheel.click("Årsrapport")
    assert wheel.view.stack.key == "year"
    assert wheel.text("toast") == "Ingen møter i februar 2026 tar det opp."


def test_a_click_beside_the_marks_opens_nothing(wheel: Wheel) -> None:
    for at in (QPoint(3, 3), wheel.canvas.rect().center()):
        assert wheel.canvas.mark_at(QPointF(at)) is None
        QTest.mouseClick(wheel.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert wheel.view.stack.key == "year"


def test_pointing_tells_what_a_mark_is_and_leaving_forgets_it(wheel: Wheel) -> None:
    wheel.part("export-wheel").setFocus()
    QTest.mouseMove(wheel.canvas, wheel.at(OFF_MAY))
    wheel.window.settle()
    assert wheel.text("details-first") == "Næringsrådet 3/2026"
    assert "avlyst" in wheel.text("details-rest")
    assert [ink for _mark, ink in wheel.canvas.ringed()] == ["muted"]
    QApplication.sendEvent(wheel.canvas, QEvent(QEvent.Type.Leave))
    assert wheel.text("details-first").startswith("Pek på et møte")


def test_the_tip_has_everything(wheel: Wheel) -> None:
    at = wheel.at(NA_OCT)
    where = wheel.canvas.mapToGlobal(at)
    QApplication.sendEvent(wheel.canvas, QHelpEvent(QEvent.Type.ToolTip, at, where))
    lines = QToolTip.text().splitlines()
    assert lines[0] == "Næringsapparatet 2/2026"
    assert lines[1].startswith("Mandag 26. oktober 2026 kl. 09.00–11.30 · avholdt")


def test_the_wheel_grows_with_the_window_and_keeps_its_mark(wheel: Wheel) -> None:
    wheel.take_focus()
    before = wheel.canvas.layout_now
    wheel.window.window.resize(1_100, 700)
    wheel.window.settle()
    after = wheel.canvas.layout_now
    assert before is not None
    assert after is not None
    assert after.size < before.size
    assert wheel.current() == NR_DEC


def test_a_ring_is_hidden_and_shown_again(wheel: Wheel) -> None:
    row = wheel.part("ring-NR")
    assert isinstance(row, RingRow)
    assert row.accessibleName().endswith(", 1 møte")
    wheel.press_row("ring-NR")
    layout = wheel.canvas.layout_now
    assert layout is not None
    assert [ring.ring.body.code for ring in layout.rings] == ["RR", "NA"]
    assert row.accessibleDescription() == "Vises ikke i hjulet"
    assert not any("Næringsrådet" in said for said in wheel.rows())
    wheel.press_row("ring-NR")
    layout = wheel.canvas.layout_now
    assert layout is not None
    assert [ring.ring.body.code for ring in layout.rings] == ["NR", "RR", "NA"]


def test_the_period_at_hand_can_be_the_whole_year(wheel: Wheel) -> None:
    assert wheel.tab.period.accessibleName() == "November–desember"
    first, second, *points = wheel.rows()
    assert first == "fredag 4. desember 2026, Næringsrådet 6/2026, planlagt"
    assert second == "fredag 18. desember 2026, Regionrådet 4/2026, planlagt"
    assert points
    assert all(said.endswith("fast punkt") for said in points)
    wheel.press_row("whole-year")
    assert wheel.tab.period.accessibleName() == "Hele 2026"
    assert any(said.endswith("mangler møte") for said in wheel.rows())
    assert any(said.endswith("avlyst") for said in wheel.rows())
    wheel.press_row("whole-year")
    assert len(wheel.rows()) == 2 + len(points)


def test_a_row_leads_to_its_meeting(wheel: Wheel) -> None:
    number = wheel.meeting_id(RR_DEC)
    wheel.press_row(f"line-meeting-{number}")
    assert wheel.sent_to("meetings") == [number]


def test_another_year_is_listed_whole(wheel: Wheel) -> None:
    wheel.page.show_year(2027)
    wheel.window.settle()
    assert wheel.tab.period.accessibleName() == "Hele 2027"
    layout = wheel.canvas.layout_now
    assert layout is not None
    assert layout.facts.today is None


def test_a_year_with_nothing_teaches(wheel: Wheel) -> None:
    wheel.page.show_year(1995)
    wheel.window.settle()
    empty = wheel.part("empty-wheel")
    assert empty.isVisible()
    assert empty.accessibleName().startswith("Ingen møter i 1995 ennå.")
    wheel.press_row("empty-wheel-start")
    assert wheel.sent_to("meetings") == ["new"]


def test_the_picture_is_written_as_the_kind_that_was_chosen(wheel: Wheel, tmp_path: Path) -> None:
    wheel.take_focus()
    wheel.press(Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = wheel.tab.findChild(QFileDialog, "export-wheel-dialog")
    assert dialog is not None
    assert dialog.defaultSuffix() == "pdf"
    kinds = dialog.nameFilters()
    assert [kind.split(" (")[0] for kind in kinds[:4]] == [
        "PDF på A4, liggende",
        "PDF på A4, stående",
        "PDF på A3, liggende",
        "PDF på A3, stående",
    ]
    dialog.selectNameFilter(kinds[3])
    out = tmp_path / "hjul.pdf"
    dialog.fileSelected.emit(str(out))
    wheel.window.settle(lambda: not wheel.tab.export.is_working)
    dialog.reject()
    with Pdf.open(out) as book:
        _left, _bottom, right, top = map(float, book.pages[0].MediaBox)
        assert (right, top) == pytest.approx((842, 1191), abs=1)
    assert wheel.text("toast").startswith("hjul.pdf er laget")


def test_hidden_rings_are_not_exported(wheel: Wheel, tmp_path: Path) -> None:
    wheel.press_row("ring-RR")
    out = tmp_path / "hjul.svg"
    wheel.tab.export.make(out, 2026, without=wheel.tab.rings.hidden)
    wheel.window.settle(lambda: not wheel.tab.export.is_working)
    assert "Regionrådet" not in out.read_text(encoding="utf-8")


def test_printing_follows_the_printers_paper(wheel: Wheel) -> None:
    wheel.take_focus()
    wheel.press(Qt.Key.Key_P, CTRL)
    wheel.window.settle(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.reject()


def test_paper_is_known_by_its_size_and_way_up(theme: object) -> None:
    printer = a4_printer()
    assert paper_of(printer) == Paper()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    assert paper_of(printer) == Paper(is_large=True, is_upright=True)


def test_the_pages_are_printed_on_the_paper_that_was_chosen(theme: object, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange(house)
        pages = house.wheel.book(2026, paper_of(printer)).pages
    paint_pages(printer, pages)
    with Pdf.open(tmp_path / "utskrift.pdf") as book:
        _left, _bottom, right, top = map(float, book.pages[0].MediaBox)
        assert len(book.pages) == len(pages)
        assert (right, top) == pytest.approx((842, 1191), abs=2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_is_clean(wheel: Wheel, scheme: Scheme) -> None:
    wheel.window.theme.choose(scheme)
    for size in ((1440, 900), (1100, 700)):
        wheel.window.window.resize(*size)
        wheel.window.settle()
        check_screen(wheel.window.window)


def test_looking_is_all_that_a_file_that_is_only_read_needs(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = CouncilDesk({"year": YearPage}, arrange, "Filen er åpnet bare for lesing.")
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    window.settle()
    wheel = Wheel(window, desk)
    for name in ("ring-NR", "whole-year", "export-wheel", "print-wheel"):
        assert wheel.part(name).isEnabled()
    wheel.page.show_year(1995)
    window.settle()
    assert not wheel.part("empty-wheel-start").isEnabled()
