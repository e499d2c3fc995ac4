"""The reader: pages come late and in the right order, and the reader stays where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.pdf_view import pictures
from app.views.widgets.pdf_view.source import Strip
from app.views.widgets.pdf_view.view import PdfView
from tests.helpers.gui import check_screen, put_on_screen
from tests.helpers.pages import GREEN, RED, AChapter, FakeSource
from tests.helpers.reader import CONTROL, HEIGHT, PLAIN, SHIFT, WIDTH, Reader


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme, voice: Voice) -> Reader:
    view = PdfView(voice)
    view.resize(WIDTH, HEIGHT)
    return Reader(put_on_screen(view, qtbot), qtbot)


def test_only_what_is_seen_and_the_next_screenful_is_asked_for(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=500))
    assert source.wanted[0].page == 0
    assert {strip.page for strip in source.wanted} <= {0, 1, 2}


def test_page_that_is_seen_comes_before_those_around_it(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=500))
    reader.view.go_to_page(200)
    reader.qtbot.waitUntil(lambda: source.wanted[0].page == 200)
    assert {strip.page for strip in source.wanted} <= {199, 200, 201}


def test_what_is_scrolled_past_is_not_wanted_any_more(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=500))
    for page in (50, 300, 100):
        reader.view.go_to_page(page)
    reader.qtbot.waitUntil(lambda: source.wanted[0].page == 100)
    assert all(99 <= strip.page <= 101 for strip in source.wanted)


def test_page_is_painted_when_its_picture_comes(reader: Reader) -> None:
    source = reader.show(FakeSource())
    assert reader.colour(WIDTH // 2, 200) == QColor("white")
    source.draw()
    assert reader.colour(WIDTH // 2, 200) == QColor(0x20, 0x80, 0x40)


def test_what_was_drawn_is_not_asked_for_again(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=2))
    source.draw()
    reader.press(Qt.Key.Key_Down)
    reader.qtbot.waitUntil(lambda: len(source.asked) > 1)
    source.draw()
    reader.press(Qt.Key.Key_Up)
    reader.qtbot.waitUntil(lambda: source.asked[-1] == [])


def test_pictures_stay_within_their_memory(qtbot: QtBot) -> None:
    kept = pictures.Pictures(memory=1_000_000)
    source = FakeSource()
    for page in range(50):
        strip = Strip(page, 300, 0, 100)
        kept.put(strip, source.picture(strip))
    assert kept.used <= 1_000_000
    assert kept.get(Strip(0, 300, 0, 100)) is None
    assert kept.get(Strip(49, 300, 0, 100)) is not None


def test_keys_move_through_the_document(reader: Reader) -> None:
    reader.show(FakeSource(pages=9))
    reader.press(Qt.Key.Key_PageDown)
    assert 0 < reader.top() < reader.canvas.viewport().height()
    reader.press(Qt.Key.Key_PageUp)
    assert reader.top() == 0
    reader.press(Qt.Key.Key_PageDown, CONTROL)
    assert reader.view.page == 1
    reader.press(Qt.Key.Key_Right)
    assert reader.view.page == 2
    reader.press(Qt.Key.Key_Left)
    reader.press(Qt.Key.Key_PageUp, CONTROL)
    assert reader.view.page == 0
    reader.press(Qt.Key.Key_End)
    assert reader.view.page == 8
    reader.press(Qt.Key.Key_Home)
    assert (reader.view.page, reader.top()) == (0, 0)
    reader.press(Qt.Key.Key_Space)
    first = reader.top()
    reader.press(Qt.Key.Key_Space, SHIFT)
    assert first > 0 == reader.top()


def test_page_keys_turn_whole_pages_when_a_page_fits(reader: Reader) -> None:
    reader.show(FakeSource(pages=9))
    reader.press(Qt.Key.Key_0, CONTROL | SHIFT)
    reader.press(Qt.Key.Key_PageDown)
    assert reader.view.page == 1
    reader.press(Qt.Key.Key_PageDown)
    assert reader.view.page == 2


def test_page_number_tells_and_leads(reader: Reader) -> None:
    reader.show(FakeSource(pages=24))
    assert (reader.field().text(), reader.label("page-count")) == ("1", "av 24")
    reader.view.go_to_page(2)
    assert reader.field().text() == "3"
    reader.press(Qt.Key.Key_G, CONTROL)
    assert reader.field().hasFocus()
    QTest.keyClicks(reader.field(), "20")
    assert reader.view.page == 2
    QTest.keyClick(reader.field(), Qt.Key.Key_Return)
    assert reader.view.page == 19
    assert reader.canvas.hasFocus()


def test_page_number_that_does_not_exist_leads_to_the_last(reader: Reader) -> None:
    reader.show(FakeSource(pages=24))
    reader.press(Qt.Key.Key_G, CONTROL)
    QTest.keyClicks(reader.field(), "999")
    QTest.keyClick(reader.field(), Qt.Key.Key_Return)
    assert (reader.view.page, reader.field().text()) == (23, "24")


def test_page_number_that_was_only_typed_is_given_up_with_escape(reader: Reader) -> None:
    reader.show(FakeSource(pages=24))
    reader.press(Qt.Key.Key_G, CONTROL)
    QTest.keyClicks(reader.field(), "7")
    QTest.keyClick(reader.field(), Qt.Key.Key_Escape)
    assert (reader.view.page, reader.field().text()) == (0, "1")


def test_frame_shows_the_keyboard_only_to_those_who_tab(reader: Reader) -> None:
    reader.show(FakeSource())
    reader.field().setFocus()
    reader.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with_frame = reader.colour(1, 300)
    reader.find("havn")
    QTest.keyClick(reader.part("find-words"), Qt.Key.Key_Escape)
    assert reader.canvas.hasFocus()
    assert reader.colour(1, 300) != with_frame


def test_steps_at_the_ends_cannot_be_taken(reader: Reader) -> None:
    reader.show(FakeSource(pages=2))
    assert not reader.part("previous-page").isEnabled()
    reader.click("next-page")
    assert reader.view.page == 1
    assert not reader.part("next-page").isEnabled()


def test_zoom_by_keys_goes_in_steps_and_back_to_the_width(reader: Reader) -> None:
    source = reader.show(FakeSource())
    fitting = source.wanted[0].width
    size = reader.label("pdf-size")
    reader.press(Qt.Key.Key_Plus, CONTROL)
    assert reader.canvas.percent in (90, 100, 110, 125)
    reader.qtbot.waitUntil(lambda: source.wanted[0].width > fitting)
    for _ in range(20):
        reader.press(Qt.Key.Key_Plus, CONTROL)
    assert reader.label("pdf-size") == "400\N{NO-BREAK SPACE}%"
    for _ in range(20):
        reader.press(Qt.Key.Key_Minus, CONTROL)
    assert reader.label("pdf-size") == "50\N{NO-BREAK SPACE}%"
    reader.press(Qt.Key.Key_0, CONTROL)
    assert reader.label("pdf-size") == size


def test_wheel_with_control_zooms_where_it_points(reader: Reader) -> None:
    reader.show(FakeSource(pages=5))
    reader.view.go_to_page(1)
    at = QPointF(300, 250)
    before = reader.under(at)
    reader.canvas.viewport().setFocus()
    reader.wheel(at, 120)
    reader.wheel(at, 120)
    after = reader.under(at)
    assert reader.canvas.percent > 100
    assert after.page == before.page
    assert after.down == pytest.approx(before.down, abs=0.004)
    assert after.across == pytest.approx(before.across, abs=0.004)


def test_wheel_alone_scrolls(reader: Reader) -> None:
    reader.show(FakeSource(pages=5))
    size = reader.canvas.percent
    reader.wheel(QPointF(300, 250), -120, PLAIN)
    assert reader.top() > 0
    assert reader.canvas.percent == size


def test_pages_follow_the_width_of_the_view_but_never_grow_too_large_to_read(
    reader: Reader,
) -> None:
    reader.show(FakeSource())
    before = reader.canvas.percent
    reader.view.resize(500, HEIGHT)
    reader.qtbot.waitUntil(lambda: reader.canvas.percent < before)
    reader.view.resize(2_500, HEIGHT)
    reader.qtbot.waitUntil(lambda: reader.canvas.percent == 125)
    reader.press(Qt.Key.Key_0, CONTROL)
    assert reader.canvas.percent > 200


def test_very_large_pages_come_in_strips(reader: Reader) -> None:
    source = reader.show(FakeSource(size=(2_000.0, 3_000.0)))
    for _ in range(20):
        reader.press(Qt.Key.Key_Plus, CONTROL)
    reader.qtbot.waitUntil(lambda: source.wanted[0].width > 10_000)
    assert all(strip.width * strip.height <= 4_000_000 for strip in source.wanted)
    assert len({strip.top for strip in source.wanted}) > 1


def test_mouse_drags_the_pages(reader: Reader) -> None:
    reader.show(FakeSource(pages=5))
    port = reader.canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, PLAIN, QPoint(300, 400))
    QTest.mouseMove(port, QPoint(300, 250))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, PLAIN, QPoint(300, 250))
    assert reader.top() == 150


def test_same_document_made_anew_keeps_the_place_and_does_not_flicker(reader: Reader) -> None:
    first = reader.show(FakeSource(pages=9, colour=GREEN))
    reader.view.go_to_page(4)
    reader.press(Qt.Key.Key_Down)
    reader.qtbot.waitUntil(lambda: first.wanted[0].page in (3, 4))
    first.draw()
    place = reader.view.place()
    second = reader.show(FakeSource(pages=10, colour=RED), keep_place=True)
    assert first.is_closed
    assert reader.view.place() == place
    assert reader.colour(WIDTH // 2, 300) == QColor(0x20, 0x80, 0x40)
    assert second.wanted
    second.draw()
    assert reader.colour(WIDTH // 2, 300) == QColor(0xC0, 0x20, 0x20)


def test_document_that_became_shorter_is_shown_from_its_last_page(reader: Reader) -> None:
    reader.show(FakeSource(pages=9))
    reader.view.go_to_page(8)
    reader.show(FakeSource(pages=2), keep_place=True)
    assert (reader.view.page, reader.label("page-count")) == (1, "av 2")


def test_other_document_begins_at_its_beginning(reader: Reader) -> None:
    first = reader.show(FakeSource(pages=9))
    first.draw()
    reader.view.go_to_page(8)
    reader.show(FakeSource(pages=9))
    assert (reader.view.page, reader.top()) == (0, 0)
    assert reader.colour(WIDTH // 2, 300) == QColor("white")


def test_contents_lead_to_their_places(reader: Reader) -> None:
    chapters = [AChapter("Innkalling", 0), AChapter("Testarena & hav", 3, 400.0, level=1)]
    reader.show(FakeSource(pages=9, chapters=chapters))
    titles = [action.text().strip() for action in reader.view._bar._contents_menu.actions()]
    assert titles == ["Innkalling", "Testarena && hav"]
    reader.view._bar._contents_menu.actions()[1].trigger()
    assert reader.view.page == 3
    assert reader.view.place().down == pytest.approx(0.45, abs=0.02)
    reader.show(FakeSource())
    assert not reader.part("pdf-contents").isVisible()


def test_page_that_cannot_be_drawn_says_why_and_is_tried_again(reader: Reader) -> None:
    source = reader.show(FakeSource())
    source.heard().not_drawn(0, UserError("preview_page_too_slow", page=1))
    assert "Det tok for lang tid å tegne side 1" in reader.label("notice-text")
    reader.view.go_to_page(0)
    reader.press(Qt.Key.Key_Down)
    reader.qtbot.waitUntil(lambda: all(strip.page for strip in source.asked[-1]))
    reader.click("reader-notice-act")
    assert source.retried == [0]
    reader.qtbot.waitUntil(lambda: any(strip.page == 0 for strip in source.asked[-1]))


def test_interruption_is_told_and_the_pages_stay(reader: Reader) -> None:
    source = reader.show(FakeSource())
    source.draw()
    source.heard().restarted(Reason("preview_restarted"))
    assert "startet på nytt" in reader.label("notice-text")
    assert reader.colour(WIDTH // 2, 300) == QColor(0x20, 0x80, 0x40)
    reader.click("reader-notice-close")
    assert not reader.part("reader-notice").isVisible()


def test_lost_document_is_told_to_the_owner(reader: Reader) -> None:
    source = reader.show(FakeSource())
    with reader.qtbot.waitSignal(reader.view.document_lost) as told:
        source.heard().lost(UserError("preview_fell"))
    assert isinstance(told.args[0], UserError)


def test_place_without_a_document_says_what_belongs_there(reader: Reader) -> None:
    reader.view.show_empty("Ingen møter ennå.")
    assert reader.label("sentence") == "Ingen møter ennå."
    assert not reader.part("open-find").isEnabled()
    assert reader.field().text() == ""
    check_screen(reader.view)


def test_problem_has_a_way_to_try_again(reader: Reader) -> None:
    tried: list[bool] = []
    reader.view.show_problem("Det gikk ikke.", lambda: tried.append(True))
    check_screen(reader.view)
    reader.click("reader-problem-start")
    assert tried == [True]


def test_what_takes_a_moment_is_said_and_what_is_quick_is_not(reader: Reader) -> None:
    reader.view.show_loading("Lager forhåndsvisningen …")
    reader.qtbot.waitUntil(lambda: reader.view.findChild(QWidget, "reader-waiting") is not None)
    reader.show(FakeSource())
    assert reader.canvas.isVisible()
    reader.view.show_busy()
    assert reader.label("pdf-busy") == ""
    reader.qtbot.waitUntil(lambda: reader.label("pdf-busy") == "Oppdaterer …")
    reader.show(FakeSource(), keep_place=True)
    assert reader.label("pdf-busy") == ""


def test_words_of_a_page_are_copied(reader: Reader) -> None:
    reader.show(FakeSource(pages=2, texts=["Innkalling til møte", ""]))
    with reader.qtbot.waitSignal(reader.view.told) as told:
        reader.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert told.args == ["Teksten på side 1 er kopiert."]
    assert QGuiApplication.clipboard().text() == "Innkalling til møte"
    reader.view.go_to_page(1)
    with reader.qtbot.waitSignal(reader.view.told) as told:
        reader.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert told.args == ["Side 2 har ingen tekst som kan kopieres."]


def test_page_is_named_for_those_who_cannot_see_it(reader: Reader) -> None:
    reader.show(FakeSource(pages=24))
    assert reader.canvas.accessibleName() == "Side 1 av 24"
    reader.view.go_to_page(2)
    assert reader.canvas.accessibleName() == "Side 3 av 24"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [420, 900])
def test_everything_is_readable_and_named(
    reader: Reader, theme: Theme, scheme: str, width: int
) -> None:
    theme.choose(scheme)  # type: ignore[arg-type]
    reader.view.resize(width, 500)
    source = reader.show(FakeSource(pages=24, chapters=[AChapter("Innkalling", 0)]))
    source.heard().restarted(Reason("preview_restarted"))
    reader.find("sak")
    reader.wait_for_count("Ingen treff")
    check_screen(reader.view)
