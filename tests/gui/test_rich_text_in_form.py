"""A text in a form that scrolls: the sheet is as high as it, and the cursor stays in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rich_text import ListBlock, ListItem, Paragraph, RichText, Run, from_plain
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.layout import scrolled
from app.views.widgets.rich_text.editor import RichTextEditor
from tests.helpers.gui import put_on_screen

LONG = RichText(tuple(Paragraph((Run(f"Avsnitt {number} i saken."),)) for number in range(200)))


class Form:
    """An editor between two fields."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.editor = RichTextEditor("brief", Voice(), lambda _data: "", lambda _sha256: None)
        self.editor.grow_on()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.addWidget(QLineEdit())
        box.addWidget(self.editor)
        box.addWidget(QLineEdit())
        self.area: QScrollArea = scrolled(inside, "form")
        self.area.resize(600, 400)
        put_on_screen(self.area, qtbot)
        self.editor.surface.setFocus()

    def open(self, text: RichText) -> None:
        self.editor.open_text(text)
        self.qtbot.waitUntil(lambda: not self.editor.is_loading)
        self.qtbot.waitUntil(self.is_whole)

    def is_whole(self) -> bool:
        """Whether nothing of the text is hidden within the sheet."""
        surface = self.editor.surface
        written = surface.document().size().height()
        return abs(surface.viewport().height() - max(written, surface.sizeHint().height())) < 30

    def sees_cursor(self) -> bool:
        surface = self.editor.surface
        place = surface.viewport().mapTo(self.area.viewport(), surface.cursorRect().center())
        return self.area.viewport().rect().contains(place)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    return Form(qtbot)


def test_the_sheet_is_as_high_as_the_text(form: Form) -> None:
    form.open(LONG)
    assert form.editor.surface.height() > 10 * form.area.height()
    assert form.editor.surface.verticalScrollBar().maximum() == 0


def test_what_is_pasted_is_followed_to_its_end(form: Form) -> None:
    form.open(from_plain("Før."))
    html = QMimeData()
    html.setHtml("".join(f"<p>Avsnitt {number} fra Word.</p>" for number in range(400)))
    form.editor.surface.insertFromMimeData(html)
    form.qtbot.waitUntil(lambda: not form.editor.is_pasting)
    form.qtbot.waitUntil(lambda: form.is_whole() and form.sees_cursor())
    assert form.editor.surface.textCursor().block().text().startswith("Avsnitt 399")


def test_a_paste_that_is_undone_leads_back_to_where_it_was(form: Form) -> None:
    form.open(from_plain("Før."))
    html = QMimeData()
    html.setHtml("".join(f"<p>Avsnitt {number} fra Word.</p>" for number in range(400)))
    form.editor.surface.insertFromMimeData(html)
    form.qtbot.waitUntil(lambda: not form.editor.is_pasting and form.is_whole())
    form.editor.surface.undo()
    form.qtbot.waitUntil(lambda: form.editor.surface.height() < form.area.height())
    form.qtbot.waitUntil(form.sees_cursor)


def test_the_cursor_is_followed_through_a_long_text(form: Form) -> None:
    form.open(LONG)
    end = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(form.editor.surface, Qt.Key.Key_End, end)
    assert form.sees_cursor()
    QTest.keyClick(form.editor.surface, Qt.Key.Key_Return)
    form.qtbot.waitUntil(lambda: form.is_whole() and form.sees_cursor())
    QTest.keyClick(form.editor.surface, Qt.Key.Key_Home, end)
    assert form.sees_cursor()


def test_the_wheel_is_left_to_the_form(form: Form) -> None:
    form.open(LONG)
    where = QPointF(form.area.viewport().rect().center())
    turned = QWheelEvent(
        where,
        QPointF(form.area.viewport().mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(form.editor.surface.viewport(), turned)
    assert not turned.isAccepted()


def test_the_numbers_of_a_list_stand_on_their_lines(form: Form) -> None:
    points = tuple(ListItem((Run(f"Punkt {number}"),)) for number in range(5))
    form.open(RichText((ListBlock(True, points),)))
    document = form.editor.surface.document()
    layout, block, tops = document.documentLayout(), document.begin(), []
    while block.isValid():
        tops.append(layout.blockBoundingRect(block).top())
        block = block.next()
    assert [top % 1 for top in tops] == [0] * 5
