"""Tidslinje in the window: seen, walked by keys, pointed at, zoomed, and taken out (R7, R8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QPageLayout, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from app.services.timeline.facts import SpanKind
from app.services.timeline.layout import Bar
from app.views.members.page import MembersPage
from app.views.members.roster.seat_panel import SeatPanel
from app.views.members.timeline_canvas import LARGEST, TimelineCanvas
from app.views.pictures.printing import a4_printer, paint_pages
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import Heartbeat, OpenWindow, check_screen, put_on_screen
from tests.helpers.members_page import Members
from tests.helpers.timelines import many_seats, some_facts
from tests.helpers.turns import arrange_turns

CTRL = Qt.KeyboardModifier.ControlModifier
BLOCKED = 2_000
"""Milliseconds: far more than drawing takes, far less than waiting for a disk."""


@pytest.fixture
def members(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Members:
    desk = CouncilDesk({"members": MembersPage}, arrange_turns)
    window = open_window(desk)
    window.window.resize(1_440, 900)
    window.open(tmp_path / "råd.rundgang")
    found = Members(window, qtbot, desk)
    found.view.visit("members/timeline")
    found.settle()
    return found


def canvas(members: Members) -> TimelineCanvas:
    return members.page.turns.timeline.canvas


def bar(members: Members, seat: int, place: int) -> Bar:
    layout = canvas(members).layout_now
    assert layout is not None
    return layout.row(seat - 1)[place]


def centre(view: TimelineCanvas, wanted: Bar) -> QPoint:
    return view.place_of(wanted).center().toPoint()


def first_line(members: Members) -> str:
    return str(members.part("details-first").text())


def current(members: Members) -> Bar:
    found = canvas(members).current
    assert found is not None
    return found


def turn_wheel(
    view: TimelineCanvas, at: QPoint, modifiers: Qt.KeyboardModifier, turned: int = 120
) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_all_years_fill_the_width(members: Members) -> None:
    view = canvas(members)
    layout = view.layout_now
    assert layout is not None
    assert view.horizontalScrollBar().maximum() == 0
    room = view.viewport().width() - layout.side_width
    assert room - 4 <= layout.width <= room
    assert view.accessibleName() == "Tidslinje for Næringsrådet, 2018–2028, med 10 plasser."


def test_arrows_walk_from_bar_to_bar_and_say_what_each_is(members: Members) -> None:
    members.page.take_focus()
    assert current(members).row == 0
    for _row in range(5):
        members.press(Qt.Key.Key_Down)
    assert current(members) == bar(members, 6, 2)
    members.press(Qt.Key.Key_Left)
    assert current(members).span.label == "Malvik"
    assert first_line(members) == "Leder Malvik 2023, Malvik kommune"
    assert canvas(members).accessibleDescription().startswith("Leder Malvik 2023, Malvik kommune")
    members.press(Qt.Key.Key_End)
    assert current(members).span.kind is SpanKind.PROPOSAL
    assert first_line(members) == "Forslag fra rotasjonen: Trondheim kommune"
    members.press(Qt.Key.Key_Right)
    assert current(members).span.kind is SpanKind.PROPOSAL
    members.press(Qt.Key.Key_Home)
    assert current(members) == bar(members, 6, 0)
    members.press(Qt.Key.Key_PageDown)
    assert current(members).row == 9
    members.press(Qt.Key.Key_PageUp)
    members.press(Qt.Key.Key_PageUp)
    assert current(members).row == 0


def test_the_mark_is_seen_only_while_the_keyboard_is_there(members: Members) -> None:
    view = canvas(members)
    members.part("all-years").setFocus()
    assert view.ringed() == []
    members.page.take_focus()
    assert [ink for _bar, ink in view.ringed()] == ["accent"]
    members.part("all-years").setFocus()
    assert view.ringed() == []


def test_enter_opens_the_seat_of_a_term_over_the_picture(members: Members) -> None:
    members.page.take_focus()
    canvas(members).mark(bar(members, 6, 0))
    members.press(Qt.Key.Key_Return)
    assert members.page.strip.key() == "timeline"
    panel = members.part("seat-panel")
    assert isinstance(panel, SeatPanel)
    seat = members.house.seat_terms.seat(panel.seat_id)
    chosen = next(term for term in seat.terms if term.id == panel.list.key)
    assert chosen.person is not None
    assert (chosen.person.name, chosen.from_on.year) == ("Leder Melhus 2021", 2021)


def test_a_click_on_a_proposal_leads_to_its_card(members: Members) -> None:
    view = canvas(members)
    at = centre(view, bar(members, 7, -1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    members.settle()
    assert members.page.strip.key() == "rotation"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert members.page.turns.rotation.cards[2].holds(focused)


def test_a_click_beside_the_bars_opens_nothing(members: Members) -> None:
    view = canvas(members)
    place = view.place_of(bar(members, 6, 0))
    for at in (QPoint(10, 10), QPoint(int(place.left()) - 30, int(place.center().y()))):
        assert view.bar_at(at) is None
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert members.page.strip.key() == "timeline"


def test_pointing_tells_what_a_bar_is_and_leaving_forgets_it(members: Members) -> None:
    view = canvas(members)
    hint = first_line(members)
    QTest.mouseMove(view.viewport(), centre(view, bar(members, 10, 0)))
    members.settle()
    assert first_line(members) == "Plassen er ledig"
    assert next(ink for _bar, ink in view.ringed()) == "muted"
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert first_line(members) == hint


def tip_at(view: TimelineCanvas, at: QPoint) -> str:
    where = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    return QToolTip.text()


def test_the_tip_has_everything_and_names_a_seat_in_full(members: Members) -> None:
    view = canvas(members)
    tip = tip_at(view, centre(view, bar(members, 6, -1)))
    assert tip.splitlines()[0] == "Forslag fra rotasjonen: Trondheim kommune"
    row = centre(view, bar(members, 10, 0)).y()
    assert tip_at(view, QPoint(20, row)) == "Representant for de øvrige næringsorganisasjonene"


def test_zoom_by_keys_buttons_and_wheel(members: Members) -> None:
    view = canvas(members)
    least = view.scale
    members.page.take_focus()
    members.press(Qt.Key.Key_Plus, CTRL)
    assert view.scale == pytest.approx(least * 1.25)
    assert view.horizontalScrollBar().maximum() > 0
    members.press(Qt.Key.Key_Minus, CTRL)
    members.press(Qt.Key.Key_Minus)
    assert view.scale == pytest.approx(least)
    members.click("zoom-in")
    members.press(Qt.Key.Key_0, CTRL)
    assert view.scale == pytest.approx(least)
    at = centre(view, bar(members, 6, 1))
    turn_wheel(view, at, CTRL)
    assert view.scale == pytest.approx(least * 1.25)
    assert view.bar_at(at) == bar(members, 6, 1)
    before = view.horizontalScrollBar().value()
    turn_wheel(view, at, Qt.KeyboardModifier.ShiftModifier, -120)
    assert view.horizontalScrollBar().value() > before
    for _step in range(20):
        view.zoom(2)
    assert view.scale == LARGEST


def test_the_marked_bar_comes_into_sight(members: Members) -> None:
    view = canvas(members)
    for _step in range(4):
        view.zoom(2)
    members.page.take_focus()
    canvas(members).mark(bar(members, 6, 0))
    place = view.place_of(bar(members, 6, 0))
    layout = view.layout_now
    assert layout is not None
    assert layout.side_width <= place.left() < view.viewport().width()


def test_another_body_is_shown_with_its_own_seats(members: Members) -> None:
    members.part("body").setFocus()
    members.press(Qt.Key.Key_Down)
    members.settle()
    layout = canvas(members).layout_now
    assert layout is not None
    assert layout.count == len(members.house.timeline.facts("RR").seats)


def test_years_that_are_travelled_come_into_sight(members: Members) -> None:
    view = canvas(members)
    for _step in range(5):
        view.zoom(1.5)
    members.page.travel.step(-8)
    members.settle()
    layout = view.layout_now
    assert layout is not None
    left = view.horizontalScrollBar().value()
    day = layout.today - 8 * view.scale
    assert left <= day <= left + view.viewport().width()


def test_the_tab_teaches_while_there_are_no_seats(members: Members) -> None:
    tab = members.page.turns.timeline
    tab._show(some_facts())
    assert members.part("no-seats").isVisible()
    assert not tab.card.isVisible()


def test_the_picture_is_written_in_the_format_that_was_chosen(
    members: Members, tmp_path: Path
) -> None:
    tab = members.page.turns.timeline
    tab.ask_export()
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "svg"
    dialog.reject()
    for ending in ("svg", "png", "pdf"):
        tab.export.make(tmp_path / f"tidslinje.{ending}", "NR")
        members.window.settle(lambda: not tab.export.is_working)
        assert (tmp_path / f"tidslinje.{ending}").stat().st_size > 1_000
    assert members.toast().startswith("tidslinje.pdf er laget")


def test_an_export_that_fails_is_told(members: Members, tmp_path: Path) -> None:
    tab = members.page.turns.timeline
    tab.export.make(tmp_path / "finnes ikke" / "tidslinje.svg", "NR")
    members.window.settle(lambda: not tab.export.is_working)
    told = members.dialog()
    assert told.objectName() == "error"
    told.close()


def test_printing_asks_for_a_printer(members: Members) -> None:
    members.page.take_focus()
    members.press(Qt.Key.Key_P, CTRL)
    members.window.settle(lambda: QApplication.activeModalWidget() is not None)
    dialog = members.dialog()
    assert isinstance(dialog, QPrintDialog)
    printer = dialog.printer()
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    dialog.reject()


def test_the_pages_are_printed(members: Members, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    from app.i18n.voice import Voice
    from app.services.timeline.paper import pages

    drawn = pages(many_seats(40, 12), Voice())
    paint_pages(printer, drawn)
    from pikepdf import Pdf

    with Pdf.open(tmp_path / "utskrift.pdf") as book:
        assert len(book.pages) == len(drawn) == 3
        _left, _bottom, right, top = map(float, book.pages[0].MediaBox)
        assert right > top


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_is_clean(members: Members, scheme: Scheme) -> None:
    members.window.theme.choose(scheme)
    for size in ((1440, 900), (1100, 700)):
        members.window.window.resize(*size)
        members.settle()
        check_screen(members.window.window)


def test_a_large_picture_answers_all_the_while(
    qtbot: QtBot, voice: object, heartbeat: Heartbeat
) -> None:
    from app.i18n.voice import Voice

    view = put_on_screen(TimelineCanvas(Voice()), qtbot)
    view.resize(1_100, 600)
    view.show_facts(many_seats(60, 40))
    QApplication.processEvents()
    with heartbeat.listening():
        for place in range(0, 100, 5):
            down, across = view.verticalScrollBar(), view.horizontalScrollBar()
            down.setValue(down.maximum() * place // 100)
            across.setValue(across.maximum() * place // 100)
            QApplication.processEvents()
    assert heartbeat.longest < BLOCKED
