"""Where a paste or drop goes: words, lists, cells, pictures, files, and between our editors."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.rich_text import (
    Paragraph,
    Picture,
    RichText,
    Run,
    to_plain,
)
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.rich_text.editor import RichTextEditor
from app.views.widgets.rich_text.paste import OWN_TYPE, can_take, mime_of
from app.views.widgets.rich_text.picture_data import measure
from tests.helpers.rich_text_desk import Desk, a_desk, a_picture
from tests.helpers.rich_texts import bullets, heading, item, numbers, paragraph, table, text_of

OUTSIDE = {"open", "socket", "urllib", "os", "subprocess", "ctypes"}

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return a_desk(qtbot)


# Where it goes


def test_words_go_into_the_running_text(desk: Desk) -> None:
    desk.open(text_of("før etter"))
    desk.press(Key.Key_Home)
    for _ in "før ":
        desk.press(Key.Key_Right)
    assert desk.paste_html("<p>midt <b>i</b></p>") == text_of(
        Paragraph((Run("før midt "), Run("i", bold=True), Run("etter")))
    )


def test_blocks_part_the_text_and_its_ends_join_them(desk: Desk) -> None:
    desk.open(text_of("før etter"))
    desk.press(Key.Key_Home)
    for _ in "før ":
        desk.press(Key.Key_Right)
    assert desk.paste_html("<p>en</p><ul><li>to</ul><p>tre</p>") == text_of(
        "før en", bullets("to"), "treetter"
    )
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("før etter")


def test_a_list_pasted_into_a_list_is_part_of_it(desk: Desk) -> None:
    desk.open(text_of(numbers("en", "fire")))
    desk.go_to("en")
    assert desk.paste_html("<ul><li>to<li>tre</ul>") == text_of(numbers("en", "to", "tre", "fire"))


def test_lines_pasted_into_a_list_are_points(desk: Desk) -> None:
    desk.open(text_of(numbers("en", "")))
    desk.press(Key.Key_End, Ctrl)
    assert desk.paste_html("<p>to</p><p>tre</p>") == text_of(numbers("en", "to", "tre"))


def test_a_cell_takes_lines_only(desk: Desk) -> None:
    desk.open(text_of(table("a|b")))
    desk.go_to("b")
    desk.paste_html("<h1>c</h1><ul><li>d</ul><table><tr><td>e<td>f</table>")
    assert desk.cell(0, 1) == "bc\n– d\ne\tf"


def test_a_selection_is_replaced(desk: Desk) -> None:
    desk.open(text_of(heading(1, "bort"), "også"))
    desk.select_all()
    assert desk.paste_html("<p>nytt</p><p>her</p>") == text_of("nytt", "her")


def test_plain_text_is_pasted_as_it_is_written(qtbot: QtBot, desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>- en</b><br>- to")
    mime.setText("- en\n- to")
    desk.copy(mime)
    desk.press(Key.Key_V, Ctrl | Shift)
    qtbot.waitUntil(lambda: not desk.editor.is_pasting)
    assert desk.text() == text_of("- en", "- to")


def test_what_holds_nothing_is_told_of(desk: Desk) -> None:
    desk.paste_html("<script>x</script>")
    assert desk.text() == RichText()
    assert desk.codes() == ["paste_empty"]


# Between our own editors


EVERYTHING = text_of(
    heading(2, "Mål"),
    Paragraph((Run("a", bold=True), Run("b", link="https://a.no", underline=True), Run("\nc"))),
    numbers(item("en", bullets("u"), numbers("v")), "to"),
    table("Kilde|2027", "Fylket|240", numeric=(1,)),
    Picture("ab" * 32, "En båt", 40),
    "slutt",
)


@pytest.mark.parametrize("take", [Key.Key_C, Key.Key_X])
def test_a_copy_between_our_editors_is_whole(desk: Desk, take: Qt.Key) -> None:
    desk.open(EVERYTHING)
    desk.select_all()
    desk.press(take, Ctrl)
    desk.open(RichText())
    desk.press(Key.Key_V, Ctrl)
    assert desk.text() == EVERYTHING


def test_a_copy_tells_others_no_colours_and_no_bytes(desk: Desk) -> None:
    mime = mime_of(EVERYTHING)
    assert mime.text() == to_plain(EVERYTHING)
    assert not {"style=", "font", "color", "ab" * 32} & set(mime.html().split('"'))
    assert "<ol><li>en<ul><li>u</li></ul><ol><li>v</li></ol></li><li>to</li></ol>" in mime.html()
    assert '<th align="right">2027</th>' in mime.html()


def test_a_picture_of_another_file_is_left_behind(desk: Desk) -> None:
    desk.paste(mime_of(text_of("a", Picture("99" * 32, "Ukjent", 40))))
    assert desk.text() == text_of("a")
    assert desk.codes() == ["paste_pictures_left"]


@pytest.mark.parametrize("own", ["{", "[]", '{"v":9,"blocks":[]}', "[" * 100_000, '{"v":1}'])
def test_a_false_copy_of_ours_is_not_believed(desk: Desk, own: str) -> None:
    mime = QMimeData()
    mime.setData(OWN_TYPE, own.encode())
    mime.setText("ren tekst")
    desk.paste(mime)
    assert desk.text() == text_of("ren tekst")


# Pictures and files


def as_image(mime: QMimeData, data: bytes) -> None:
    mime.setImageData(QImage.fromData(data))


def as_bytes(mime: QMimeData, data: bytes) -> None:
    mime.setData("image/png", data)


def as_copied_from_a_page(mime: QMimeData, data: bytes) -> None:
    mime.setHtml('<img src="https://a.no/x.png">')
    mime.setData("image/png", data)


def as_data_in_a_page(mime: QMimeData, data: bytes) -> None:
    coded = base64.b64encode(data).decode()
    mime.setHtml(f'<p><img alt="" src="data:image/png;base64,{coded}"></p>')


@pytest.mark.parametrize(
    "put", [as_image, as_bytes, as_copied_from_a_page, as_data_in_a_page], ids=lambda f: f.__name__
)
def test_a_bitmap_is_kept_and_its_description_asked_for(
    desk: Desk, put: Callable[[QMimeData, bytes], None]
) -> None:
    mime = QMimeData()
    put(mime, a_picture(320, 100))
    desk.paste(mime)
    (found,) = desk.text().blocks
    assert isinstance(found, Picture)
    assert (found.description, found.width) == ("", 50)
    assert measure(desk.kept[found.sha256]) == (320, 100)
    assert desk.codes() == ["pictures_lack_description"]


def test_the_words_around_pictures_keep_their_place(desk: Desk) -> None:
    coded = base64.b64encode(a_picture()).decode()
    desk.paste_html(f'<p>før<img alt="En  båt" src="data:image/png;base64,{coded}">etter</p>')
    before, picture, after = desk.text().blocks
    assert (before, after) == (paragraph("før"), paragraph("etter"))
    assert isinstance(picture, Picture)
    assert picture.description == "En båt"
    assert desk.told == []


@pytest.mark.parametrize(
    "data",
    [b"ikke et bilde", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, a_picture.__doc__.encode()],  # type: ignore[union-attr]
)
def test_a_broken_picture_is_told_of(desk: Desk, data: bytes) -> None:
    coded = base64.b64encode(data).decode()
    text = desk.paste_html(f'<p>a</p><img src="data:image/png;base64,{coded}">')
    assert text == text_of("a")
    assert desk.codes() == ["text_picture_unreadable"]


def test_files_are_for_the_form_around_the_editor(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/rapport.pdf")])
    mime.setText("file:///tmp/rapport.pdf")
    assert not can_take(mime)
    desk.copy(mime)
    desk.press(Key.Key_V, Ctrl)
    assert desk.text() == RichText()


# Dropped


def dragged(desk: Desk, mime: QMimeData) -> bool:
    """Carry `mime` over the sheet; whether the sheet would take it."""
    viewport = desk.editor.surface.viewport()
    actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(20, 10), actions, mime, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_text_is_dropped_where_it_is_let_go(qtbot: QtBot, desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<ul><li>sluppet</ul>")
    assert dragged(desk, mime)
    drop = QDropEvent(
        QPointF(20, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.editor.surface.viewport(), drop)
    assert desk.text() == text_of(bullets("sluppet"))
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == RichText()


def test_dropped_files_pass_to_the_form_around_the_editor(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/rapport.pdf")])
    assert not dragged(desk, mime)


def test_a_bug_while_pictures_are_kept_does_not_hold_the_keys(qtbot: QtBot, theme: Theme) -> None:
    def broken(_data: bytes) -> str:
        raise RuntimeError("the store is gone")

    editor = RichTextEditor("brief", Voice(), broken, lambda _sha256: None)
    qtbot.addWidget(editor)
    with qtbot.captureExceptions() as raised:
        editor.commands.add_picture(a_picture())
        qtbot.waitUntil(lambda: not editor.is_pasting)
    assert [str(error) for _, error, _ in raised] == ["the store is gone"]
    QTest.keyClicks(editor.surface, "videre")
    assert editor.text() == text_of("videre")
