"""Links and pictures: asked for, described, painted, refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.rich_text import Paragraph, Picture, RichText, Run
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.asking import address_meant
from app.views.widgets.rich_text.editor import RichTextEditor
from tests.helpers.rich_text_desk import Desk, a_desk, a_picture
from tests.helpers.rich_texts import bullets, paragraph, table, text_of

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOAT = Picture("ab" * 32, "En båt", 40)
LONG = text_of(*(f"Avsnitt {number} med noen ord i." for number in range(2_000)))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return a_desk(qtbot)


def dialog(desk: Desk, name: str) -> QDialog:
    found = [each for each in desk.editor.findChildren(QDialog, name) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press(within: QWidget, name: str) -> None:
    button = within.findChild(QWidget, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def line(within: QWidget, name: str) -> QLineEdit:
    found = within.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_a_link_is_asked_for_set_changed_and_taken_off(desk: Desk) -> None:
    desk.open(text_of("Se rapporten her"))
    cursor = desk.editor.surface.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    desk.editor.surface.setTextCursor(cursor)
    desk.press(Key.Key_K, Ctrl | Shift)
    asked = dialog(desk, "link-dialog")
    assert line(asked, "link-words").text() == "rapporten"
    line(asked, "link-address").setText("javascript:alert(1)")
    press(asked, "link-set")
    assert asked.isVisible()
    line(asked, "link-address").setText("a.no/rapport")
    press(asked, "link-set")
    linked = Run("rapporten", link="https://a.no/rapport")
    assert desk.text() == RichText((Paragraph((Run("Se "), linked, Run(" her"))),))
    assert desk.is_checked("link")
    desk.do("link")
    asked = dialog(desk, "link-dialog")
    assert line(asked, "link-address").text() == "https://a.no/rapport"
    line(asked, "link-words").setText("notatet")
    press(asked, "link-set")
    changed = Run("notatet", link="https://a.no/rapport")
    assert desk.text() == RichText((Paragraph((Run("Se "), changed, Run(" her"))),))
    desk.do("link")
    press(dialog(desk, "link-dialog"), "link-remove")
    assert desk.text() == text_of("Se notatet her")
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == RichText((Paragraph((Run("Se "), changed, Run(" her"))),))


def test_a_link_without_words_shows_its_address(desk: Desk) -> None:
    desk.do("link")
    asked = dialog(desk, "link-dialog")
    line(asked, "link-address").setText("post@skaun.no")
    press(asked, "link-set")
    assert desk.text() == text_of(paragraph("post@skaun.no", link="mailto:post@skaun.no"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.melhus.no", "https://www.melhus.no"),
        (" https://a.no ", "https://a.no"),
        ("post@skaun.no", "mailto:post@skaun.no"),
        ("MAILTO:post@skaun.no", "mailto:post@skaun.no"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("ikke en adresse.", None),
        ("melhus", None),
        ("", None),
    ],
)
def test_an_address_is_what_the_writer_means(typed: str, meant: str | None) -> None:
    assert address_meant(typed) == meant


def test_a_picture_gets_its_description_and_width(desk: Desk) -> None:
    desk.open(text_of("a", BOAT))
    desk.press(Key.Key_End, Ctrl)
    desk.do("picture")
    asked = dialog(desk, "picture-dialog")
    assert line(asked, "picture-description").text() == "En båt"
    line(asked, "picture-description").setText("  En båt  ved kai ")
    width = asked.findChild(QSpinBox, "picture-width")
    assert isinstance(width, QSpinBox)
    width.setValue(75)
    press(asked, "picture-save")
    assert desk.text() == text_of("a", Picture("ab" * 32, "En båt ved kai", 75))
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("a", BOAT)


def test_a_picture_is_painted_at_its_share_of_the_width(qtbot: QtBot, desk: Desk) -> None:
    desk.open(text_of(BOAT))
    shown = desk.editor.surface.viewport()
    at = QPoint(40, 40)
    qtbot.waitUntil(lambda: _colour(shown, at) == QColor("#3B6FB5"), timeout=5_000)
    inside = 0.4 * desk.editor.surface.document().pageSize().width()
    assert _colour(shown, QPoint(int(inside) - 10, 40)) == QColor("#3B6FB5")
    assert _colour(shown, QPoint(int(inside) + 10, 40)) != QColor("#3B6FB5")


def _colour(widget: QWidget, at: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(at)


def test_a_file_with_a_picture_is_put_in(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "båt.png"
    path.write_bytes(a_picture())
    desk.editor.commands.add_file(str(path))
    qtbot.waitUntil(lambda: not desk.editor.is_pasting)
    (found,) = desk.text().blocks
    assert isinstance(found, Picture)
    assert desk.kept[found.sha256] == a_picture()


def test_a_file_that_is_no_picture_is_told_of(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    broken, missing, huge = tmp_path / "x.png", tmp_path / "y.png", tmp_path / "z.png"
    broken.write_bytes(b"ikke et bilde")
    with huge.open("wb") as file:
        file.truncate(2_000_000_000)
    for path in (broken, missing, huge):
        desk.editor.commands.add_file(str(path))
        qtbot.waitUntil(lambda: not desk.editor.is_pasting)
    assert desk.codes() == [
        "text_picture_unreadable",
        "text_picture_unreadable",
        "text_picture_too_large",
    ]
    assert desk.text() == RichText()


def test_a_picture_that_cannot_be_kept_is_told_of(qtbot: QtBot, theme: Theme) -> None:
    def full(_data: bytes) -> str:
        raise UserError("text_picture_unreadable")

    editor = RichTextEditor("brief", Voice(), full, lambda _sha256: None)
    qtbot.addWidget(editor)
    told: list[Reason] = []
    editor.noticed.connect(told.extend)
    editor.commands.add_picture(a_picture())
    qtbot.waitUntil(lambda: not editor.is_pasting)
    assert [reason.code for reason in told] == ["text_picture_unreadable"]
    assert editor.text() == RichText()


def test_pictures_do_not_get_lost_where_they_cannot_stand(desk: Desk) -> None:
    document = desk.editor.surface.document()
    desk.open(text_of(bullets("en", "to"), table("a|b"), "slutt"))
    for words in ("en", "b", "slutt"):
        QTextCursor(desk.block(words)).insertText(formats.OBJECT, formats.picture_format(BOAT))
    assert document.blockCount() == 5
    assert desk.text() == text_of(bullets("en", "to"), BOAT, table("a|b"), BOAT, BOAT, "slutt")
