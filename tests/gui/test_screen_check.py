"""The check finds what a picky reader would, and leaves a clean screen alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.buttons import button
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import Text
from tests.helpers.gui import check_screen, put_on_screen
from tests.helpers.screen_check import (
    MarkingVoice,
    cut_words,
    english_words,
    faint_words,
    nameless_controls,
    untranslated,
)
from tools.gallery.desk import DeskPage
from tools.gallery.meeting import MeetingPage
from tools.gallery.pieces import PiecesPage


@pytest.mark.parametrize("page", [DeskPage, MeetingPage, PiecesPage])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1232, 840), (892, 640)])
def test_gallery_of_all_widgets_is_clean(
    page: Callable[[Voice], QWidget],
    scheme: str,
    size: tuple[int, int],
    theme: Theme,
    voice: Voice,
    qtbot: QtBot,
) -> None:
    theme.choose(scheme)  # type: ignore[arg-type]
    shown = page(voice)
    qtbot.addWidget(shown)
    shown.resize(*size)
    put_on_screen(shown, qtbot)
    check_screen(shown)


@pytest.fixture
def bare(theme: Theme, qtbot: QtBot) -> QWidget:
    """An empty screen that is shown when something stands on it."""
    made = QWidget()
    made.resize(300, 100)
    qtbot.addWidget(made)
    return made


def test_cut_word_is_found(bare: QWidget) -> None:
    label = Text("Sakspapirer til ni medlemmer", parent=bare)
    label.resize(60, 20)
    bare.show()
    assert any("Sakspapirer" in finding for finding in cut_words(bare))


def test_content_that_runs_off_the_edge_is_found(bare: QWidget) -> None:
    wide = QWidget()
    wide.setMinimumWidth(900)
    area = scrolled(wide, "wide")
    area.setParent(bare)
    area.resize(200, 80)
    bare.show()
    assert cut_words(bare) == ["off the edge: QScrollArea(wide) holds 900, shows 200"]


def test_faint_word_is_found(bare: QWidget) -> None:
    label = QLabel("Nesten usynlig", bare)
    label.setStyleSheet("color: #D0D4D8")
    bare.show()
    assert any("Nesten usynlig" in finding for finding in faint_words(bare))


def test_control_without_a_name_is_found(bare: QWidget) -> None:
    QLineEdit(bare)
    named(QPushButton("Send", bare), "send")
    bare.show()
    assert nameless_controls(bare) == [
        "no objectName: QLineEdit(?)",
        "no accessible name: QLineEdit(?)",
    ]


def test_english_word_is_found(bare: QWidget) -> None:
    button("Cancel", "cancel", parent=bare)
    bare.show()
    assert english_words(bare) == [
        "English: 'Cancel' in PressedButton(cancel)",
        "English: 'Cancel' in PressedButton(cancel)",
    ]


def test_word_that_was_never_asked_for_by_its_msgid_is_found(bare: QWidget) -> None:
    Text(MarkingVoice().word("Avbryt"), parent=bare)
    Text("Melhus", parent=bare)
    Text("Glemt", parent=bare)
    bare.show()
    found = untranslated(bare, lambda text: text == "Melhus")
    assert found == ["not translated: 'Glemt' in Text(Glemt)"]
