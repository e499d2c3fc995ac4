"""The editor with 20 000 words: how long the window cannot answer while one writes and pastes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

from app.domain.rich_text import Cell, Paragraph, RichText, Run, Table, to_plain
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.layout import scrolled
from app.views.widgets.rich_text.editor import RichTextEditor
from app.views.widgets.rich_text.html_reader import read_html
from app.views.widgets.rich_text.limits import MAX_CELLS
from tests.bench.harness import Figure, at_most, bench, best_seconds, times_the_floor

WORDS = 20_000
KEYS = 60
LONGEST_GAP = 50.0
"""Milliseconds in which the window may not answer."""

_SENTENCE = (
    ("Tiltaket skal gi flere bedrifter i regionen tilgang til ", False),
    ("utstyr, kompetanse og marked", True),
    (
        ", og bygger på erfaringene fra forrige periode slik de er beskrevet i sluttrapporten. ",
        False,
    ),
)
_PARAGRAPH = Paragraph(tuple(Run(words, bold=bold) for words, bold in _SENTENCE * 3))
_A_PARAGRAPH_FROM_WORD = (
    "<p class=MsoNormal style='margin-bottom:6.0pt'>"
    + "".join(
        f"<span lang=NO-BOK style='font-size:12.0pt;color:black'>{'<b>' * bold}{words}"
        f"{'</b>' * bold}</span>"
        for words, bold in _SENTENCE * 3
    )
    + "<o:p></o:p></p>\n"
)


@bench
def editor_with_20_000_words() -> Iterator[Figure]:
    """Gaps of the event loop, and what one key costs beside Qt's own editor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, "light")
    text = a_long_text()
    editor = an_editor()
    yield _gap("opening 20 000 words", lambda: _open(editor, text))
    yield from _typing(editor, text)
    yield from _pasting(editor)
    yield _in_a_table(editor)
    yield _undoing(editor)
    yield from _in_a_form(text)
    theme.choose("light")


def a_long_text() -> RichText:
    """Paragraphs with bold words in them."""
    count = WORDS // len(to_plain(RichText((_PARAGRAPH,))).split())
    return RichText((_PARAGRAPH,) * count)


def an_editor() -> RichTextEditor:
    """Shown, with the keyboard in it."""
    editor = RichTextEditor("brief", Voice(), lambda _data: "", lambda _sha256: None)
    editor.resize(720, 600)
    editor.show()
    editor.setFocus()
    QTest.qWaitForWindowExposed(editor)
    return editor


def _typing(editor: RichTextEditor, text: RichText) -> Iterator[Figure]:
    cursor = editor.surface.textCursor()
    cursor.setPosition(editor.surface.document().characterCount() // 2)
    editor.surface.setTextCursor(cursor)
    bare = QTextEdit()
    bare.resize(720, 600)
    bare.setPlainText(to_plain(text))
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    cursor = QTextCursor(bare.document())
    cursor.setPosition(bare.document().characterCount() // 2)
    bare.setTextCursor(cursor)
    editor.setFocus()
    ours, floor = best_seconds(lambda: _type(editor.surface), lambda: _type(bare))
    yield Figure("a key in 20 000 words", ours * 1000, "ms", floor * 1000, times_the_floor(4.0))
    bare.close()
    yield _gap("typing in 20 000 words", lambda: _type(editor.surface, KEYS))
    yield _gap("settling 20 000 words", lambda: _wait(lambda: editor.is_settled))


def _pasting(editor: RichTextEditor) -> Iterator[Figure]:
    html = _A_PARAGRAPH_FROM_WORD * len(a_long_text().blocks)
    _open(editor, RichText())
    started = time.perf_counter()
    yield _gap("pasting 20 000 words from Word", lambda: _paste(editor, html))
    yield Figure("until they are all in", (time.perf_counter() - started) * 1000, "ms")
    assert len(to_plain(editor.text()).split()) >= WORDS - 100
    (read,) = best_seconds(lambda: read_html(html), rounds=3)
    yield Figure("reading them, beside the window", read * 1000, "ms")


def _in_a_table(editor: RichTextEditor) -> Figure:
    cells = tuple(Cell((Run("noen ord i cellen"),)) for _ in range(6))
    _open(editor, RichText((Table((cells,) * (MAX_CELLS // 6)),)))
    editor.surface.moveCursor(QTextCursor.MoveOperation.Down)
    return _gap("typing in the largest table", lambda: _type(editor.surface, 20))


def _undoing(editor: RichTextEditor) -> Figure:
    _open(editor, RichText())
    _paste(editor, _A_PARAGRAPH_FROM_WORD * len(a_long_text().blocks))
    return _gap("undoing a paste of 20 000 words", editor.surface.undo)


def _in_a_form(text: RichText) -> Iterator[Figure]:
    """The same in a form that scrolls, where the sheet is as high as the whole text."""
    editor = RichTextEditor("brief", Voice(), lambda _data: "", lambda _sha256: None)
    editor.grow_on()
    form = QWidget()
    box = QVBoxLayout(form)
    for part in (editor, QTextEdit(), QTextEdit()):
        box.addWidget(part)
    area = scrolled(form, "form")
    area.resize(720, 600)
    area.show()
    editor.setFocus()
    QTest.qWaitForWindowExposed(area)
    yield _gap("opening them in a form", lambda: _open(editor, text))
    cursor = editor.surface.textCursor()
    cursor.setPosition(editor.surface.document().characterCount() // 2)
    editor.surface.setTextCursor(cursor)
    yield _gap("typing in a form", lambda: _type(editor.surface, KEYS))
    yield _gap("new lines in a form", lambda: _type(editor.surface, 10, Qt.Key.Key_Return))
    _open(editor, RichText())
    html = _A_PARAGRAPH_FROM_WORD * len(text.blocks)
    yield _gap("pasting them in a form", lambda: _paste(editor, html))
    area.close()


def _open(editor: RichTextEditor, text: RichText) -> None:
    editor.open_text(text)
    _wait(lambda: not editor.is_loading)


def _paste(editor: RichTextEditor, html: str) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    editor.surface.insertFromMimeData(mime)
    _wait(lambda: not editor.is_pasting)


def _type(where: QTextEdit, times: int = 1, key: Qt.Key = Qt.Key.Key_A) -> None:
    for _ in range(times):
        QTest.keyClick(where, key)
        QApplication.processEvents()


def _wait(ready: Callable[[], bool]) -> None:
    until = time.perf_counter() + 20
    while not ready() and time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.001)


def _gap(what: str, do: Callable[[], object]) -> Figure:
    """The longest time without a beat while `do` runs, and while Qt catches up after it."""
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(1)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    do()
    after = time.perf_counter() + 0.3
    while time.perf_counter() < after:
        QApplication.processEvents()
    timer.stop()
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    return Figure(f"longest gap while {what}", max(gaps) * 1000, "ms", limit=at_most(LONGEST_GAP))
