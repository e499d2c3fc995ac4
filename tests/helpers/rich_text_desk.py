"""An editor on the desk of a test: shown, with the keyboard in it, and its pictures in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QColor, QImage, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.reasons import Reason
from app.domain.rich_text import RichText, Table
from app.i18n.voice import Voice
from app.views.widgets.rich_text.bitmap import bitmap_of
from app.views.widgets.rich_text.editor import RichTextEditor
from app.views.widgets.rich_text.picture_data import prepare


@dataclass
class Desk:
    """What a writer can do, and see."""

    qtbot: QtBot
    editor: RichTextEditor
    kept: dict[str, bytes] = field(default_factory=dict)
    told: list[Reason] = field(default_factory=list)
    settled: list[RichText] = field(default_factory=list)
    holder: QWidget | None = None
    """Kept alive as long as the desk."""

    def write(self, words: str) -> None:
        QTest.keyClicks(self.editor.surface, words)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.editor.surface, key, modifiers)

    def open(self, text: RichText) -> None:
        self.editor.open_text(text)
        self.editor.text()

    def text(self) -> RichText:
        return self.editor.text()

    def action(self, key: str) -> QAction:
        return self.editor.actions_of_text[key]

    def do(self, key: str) -> None:
        self.action(key).trigger()

    def is_checked(self, key: str) -> bool:
        return self.action(key).isChecked()

    def block(self, words: str) -> QTextBlock:
        block = self.editor.surface.document().begin()
        while block.text() != words:
            block = block.next()
            assert block.isValid(), f"no block says {words!r}"
        return block

    def go_to(self, words: str, *, at_end: bool = True) -> None:
        block = self.block(words)
        cursor = QTextCursor(block)
        if at_end:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.editor.surface.setTextCursor(cursor)

    def select_all(self) -> None:
        self.editor.surface.selectAll()

    def marker_of(self, words: str) -> str:
        block = self.block(words)
        return block.textList().itemText(block)

    def cell(self, row: int, column: int) -> str:
        (table,) = (block for block in self.text().blocks if isinstance(block, Table))
        return "".join(run.text for run in table.rows[row][column].runs)

    def copy(self, mime: QMimeData) -> None:
        QApplication.clipboard().setMimeData(mime)

    def paste(self, mime: QMimeData) -> None:
        """Paste and wait until all is in."""
        self.copy(mime)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: not self.editor.is_pasting, timeout=20_000)

    def paste_html(self, html: str, text: str = "") -> RichText:
        mime = QMimeData()
        mime.setHtml(html)
        if text:
            mime.setText(text)
        self.paste(mime)
        return self.text()

    def codes(self) -> list[str]:
        return [reason.code for reason in self.told]


def a_desk(qtbot: QtBot, *, is_shown: bool = True) -> Desk:
    """An empty editor; not shown when a test puts it into a form first."""
    kept: dict[str, bytes] = {"ab" * 32: a_picture()}

    def keep(data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        kept[sha256] = data
        return sha256

    editor = RichTextEditor("brief", Voice(), keep, kept.get, label="Saksopplysninger")
    desk = Desk(qtbot, editor, kept)
    editor.noticed.connect(desk.told.extend)
    editor.settled.connect(desk.settled.append)
    if is_shown:
        # What a test made must not lie on the clipboard until after Python is gone.
        qtbot.addWidget(editor, before_close_func=lambda _: QApplication.clipboard().clear())
        editor.resize(640, 300)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.setFocus()
        qtbot.waitUntil(editor.surface.hasFocus)
    return desk


def a_picture(width: int = 64, height: int = 32) -> bytes:
    """A small PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#3B6FB5"))
    return prepare(bitmap_of(image)).data
