"""Qt's own print dialog speaks the window's language."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from app.views.pictures.printing import a4_printer
from app.views.shell.qt_print_words import PRINT_WORDS
from app.views.shell.qt_words import WORDS
from tests.helpers.gui import OpenWindow, put_on_screen
from tests.helpers.screen_check import english_words


def test_print_dialog_is_in_bokmal(open_window: object, qtbot: QtBot) -> None:
    assert callable(open_window)
    window = open_window()
    assert isinstance(window, OpenWindow)
    printer = a4_printer()  # the dialog only points at it
    dialog = put_on_screen(QPrintDialog(printer), qtbot)
    assert english_words(dialog) == []


def test_no_word_of_qt_is_translated_twice() -> None:
    assert {word for word in PRINT_WORDS if word in WORDS} == set()
