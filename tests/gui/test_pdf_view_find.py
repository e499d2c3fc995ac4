"""Words are found, counted and leafed through, and the marks follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.pdf_view.findings import MOST, Findings
from app.views.widgets.pdf_view.view import PdfView
from tests.helpers.gui import put_on_screen
from tests.helpers.pages import WHITE, FakeSource, a_hit
from tests.helpers.reader import HEIGHT, SHIFT, WIDTH, Reader

HITS = [a_hit(0), a_hit(0, 300), a_hit(4), a_hit(8)]
RETURN, ESCAPE, F3 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F3


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme, voice: Voice) -> Reader:
    view = PdfView(voice)
    view.resize(WIDTH, HEIGHT)
    return Reader(put_on_screen(view, qtbot), qtbot)


def test_words_are_counted_and_leafed_through_round_the_ends(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=9, hits=HITS))
    reader.find("havn")
    reader.wait_for_count("1 av 4")
    assert source.searched[-1] == "havn"
    field = reader.part("find-words")
    for count, page in (("2 av 4", 0), ("3 av 4", 4), ("4 av 4", 8), ("1 av 4", 0)):
        QTest.keyClick(field, RETURN)
        assert (reader.label("find-count"), reader.view.page) == (count, page)
    QTest.keyClick(field, RETURN, SHIFT)
    assert reader.label("find-count") == "4 av 4"
    reader.click("find-next")
    reader.click("find-previous")
    reader.press(F3)
    assert reader.label("find-count") == "1 av 4"
    reader.press(F3, SHIFT)
    assert reader.label("find-count") == "4 av 4"


def test_search_begins_where_the_reader_is(reader: Reader) -> None:
    reader.show(FakeSource(pages=9, hits=HITS))
    reader.view.go_to_page(3)
    reader.find("havn")
    reader.wait_for_count("3 av 4")
    assert reader.view.page == 4


def test_words_that_are_not_there_are_told(reader: Reader) -> None:
    reader.show(FakeSource(pages=9))
    reader.find("finnes ikke")
    reader.wait_for_count("Ingen treff")
    assert not reader.part("find-next").isEnabled()


def test_place_that_is_found_is_marked_and_the_marks_go_with_the_search(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=1, hits=[a_hit(0, 40)], colour=WHITE))
    source.draw()
    box, scale = HITS[0].boxes[0], reader.canvas._layout.scale
    x = round(reader.canvas._layout.lefts[0] + (box.left + 30) * scale)
    y = round(reader.canvas._layout.tops[0] + 46 * scale)
    assert reader.colour(x, y) == QColor("white")
    reader.find("havn")
    reader.wait_for_count("1 av 1")
    assert reader.colour(x, y) == QColor("#FFB64D")
    QTest.keyClick(reader.part("find-words"), ESCAPE)
    assert reader.colour(x, y) == QColor("white")
    assert source.searched[-1] == ""
    assert not reader.part("find-bar").isVisible()
    assert reader.canvas.hasFocus()


def test_same_words_are_found_in_the_document_made_anew_without_moving_the_reader(
    reader: Reader,
) -> None:
    reader.show(FakeSource(pages=9, hits=HITS))
    reader.find("havn")
    reader.wait_for_count("1 av 4")
    reader.click("find-next")
    reader.click("find-next")
    reader.view.go_to_page(6)
    again = reader.show(FakeSource(pages=9, hits=[a_hit(1), *HITS[2:]]), keep_place=True)
    assert again.searched == ["havn"]
    reader.wait_for_count("2 av 3")
    assert reader.view.page == 6


def test_answers_to_an_earlier_search_are_passed_by(reader: Reader) -> None:
    source = reader.show(FakeSource(pages=9, hits=HITS))
    reader.find("havn")
    reader.wait_for_count("1 av 4")
    source.heard().found("hav", [a_hit(2)], True)
    assert reader.label("find-count") == "1 av 4"


def test_more_than_anyone_leafs_through_is_told_so(reader: Reader) -> None:
    reader.show(FakeSource(pages=2, hits=[a_hit(0)] * MOST))
    reader.find("e")
    reader.wait_for_count("1 av over 1\N{NO-BREAK SPACE}000")


def test_find_without_a_document_opens_nothing(reader: Reader) -> None:
    reader.view.show_empty("Ingen møter ennå.")
    reader.view._finder.open()
    assert not reader.part("find-bar").isVisible()


def test_hits_come_in_parts_and_the_first_after_the_reader_is_taken() -> None:
    findings = Findings("havn", (3, 0.0))
    assert not findings.add([a_hit(0), a_hit(1)], False)
    assert findings.current is None
    assert findings.add([a_hit(4)], False)
    assert findings.place == 2
    assert not findings.add([a_hit(5)], True)
    assert findings.count == 4


def test_search_that_ends_before_the_reader_begins_from_the_top() -> None:
    findings = Findings("havn", (30, 0.0))
    assert findings.add([a_hit(0), a_hit(1)], True)
    assert findings.place == 0


def test_only_the_current_place_is_marked_as_such() -> None:
    findings = Findings("havn", (0, 0.0))
    findings.add(HITS, True)
    findings.step(1)
    marks = findings.marks()
    assert [is_current for _box, is_current in marks[0]] == [False, True]
    assert [is_current for _box, is_current in marks[4]] == [False]
