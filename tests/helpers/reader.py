"""The reader in the hands of a test."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.pdf_view.canvas import PageCanvas
from app.views.widgets.pdf_view.page_layout import Place
from app.views.widgets.pdf_view.view import PdfView
from tests.helpers.pages import FakeSource

WIDTH, HEIGHT = 700, 600
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Reader:
    """Presses, clicks and looks; the words on buttons are as they are read."""

    def __init__(self, view: PdfView, qtbot: QtBot) -> None:
        self.view, self.qtbot = view, qtbot
        canvas = view.findChild(PageCanvas)
        assert isinstance(canvas, PageCanvas)
        self.canvas: PageCanvas = canvas

    def show(self, source: FakeSource, *, keep_place: bool = False) -> FakeSource:
        self.view.show_document(source, keep_place=keep_place)
        self.qtbot.waitUntil(lambda: bool(source.asked))
        return source

    def part(self, name: str) -> QWidget:
        found = self.view.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def label(self, name: str) -> str:
        part = self.part(name)
        assert isinstance(part, QLabel | QPushButton)
        return part.text().strip()

    def field(self) -> QLineEdit:
        part = self.part("page-number")
        assert isinstance(part, QLineEdit)
        return part

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, key, modifiers)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.part(name), Qt.MouseButton.LeftButton)

    def colour(self, x: int, y: int) -> QColor:
        return self.canvas.viewport().grab().toImage().pixelColor(x, y)

    def top(self) -> int:
        return self.canvas.verticalScrollBar().value()

    def find(self, words: str) -> None:
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, Qt.Key.Key_F, CONTROL)
        field = self.part("find-words")
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, words)

    def wait_for_count(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.label("find-count") == words)

    def wheel(self, at: QPointF, turned: int, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        """Turn the wheel with the mouse at a point of the view."""
        port = self.canvas.viewport()
        event = QWheelEvent(
            at,
            port.mapToGlobal(at),
            QPoint(0, 0),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    def under(self, at: QPointF) -> Place:
        """The point of the document at a point of the view."""
        canvas = self.canvas
        return canvas._layout.place_at(
            at.x() + canvas.horizontalScrollBar().value(),
            at.y() + canvas.verticalScrollBar().value(),
        )
