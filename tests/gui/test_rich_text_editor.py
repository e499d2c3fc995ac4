"""The editor as its owner meets it: what it tells, what it shows, and what it leaves alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.reasons import Reason
from app.domain.rich_text import Paragraph, Picture, RichText, Run
from app.i18n.voice import Voice
from app.views.theme.theme import Theme
from app.views.widgets.field import Field
from app.views.widgets.rich_text.surface import MOST_PIXELS
from tests.helpers.rich_text_desk import Desk, a_desk
from tests.helpers.rich_texts import bullets, heading, numbers, paragraph, table, text_of
from tests.helpers.screen_check import screen_findings

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOAT = Picture("ab" * 32, "En båt", 40)
LONG = text_of(*(f"Avsnitt {number} med noen ord i." for number in range(2_000)))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return a_desk(qtbot)


# What it tells


def test_it_tells_at_once_that_it_was_edited_and_once_what_it_holds(
    qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.editor.edited):
        desk.write("a")
    desk.write("b")
    assert desk.settled == []
    assert not desk.editor.is_settled
    with qtbot.waitSignal(desk.editor.settled, timeout=5_000):
        desk.write("c")
    assert desk.settled == [text_of("abc")]
    assert desk.editor.is_settled


def test_what_comes_back_to_the_same_is_not_told(qtbot: QtBot, desk: Desk) -> None:
    desk.open(text_of("a"))
    desk.write("b")
    desk.press(Key.Key_Backspace)
    qtbot.waitUntil(lambda: desk.editor.is_settled, timeout=5_000)
    assert desk.settled == []


def test_a_shown_text_is_not_told_as_edited(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.assertNotEmitted(desk.editor.edited):
        desk.editor.open_text(LONG)
        assert desk.editor.text() == LONG
        desk.editor.set_text(text_of("annet"))
    assert desk.settled == []


def test_what_was_written_is_told_when_the_keyboard_leaves(qtbot: QtBot, desk: Desk) -> None:
    desk.write("a")
    with qtbot.waitSignal(desk.editor.settled, timeout=300):
        desk.editor.surface.clearFocus()
    assert desk.settled == [text_of("a")]


def test_what_was_written_is_told_before_another_text_opens(desk: Desk) -> None:
    desk.open(text_of("første sak"))
    desk.write("x")
    desk.editor.open_text(text_of("andre sak"))
    assert desk.settled == [text_of("xførste sak")]
    assert desk.text() == text_of("andre sak")


def test_undo_never_reaches_back_into_another_text(desk: Desk) -> None:
    desk.open(text_of("første sak"))
    desk.write("x")
    desk.open(text_of("andre sak"))
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("andre sak")


# What it leaves alone


def test_an_equal_text_leaves_cursor_and_undo_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.open(text_of("en", "to"))
    desk.go_to("to")
    desk.write("!")
    qtbot.waitUntil(lambda: desk.editor.is_settled, timeout=5_000)
    place = desk.editor.surface.textCursor().position()
    assert desk.editor.set_text(text_of("en", "to!"))
    assert desk.editor.surface.textCursor().position() == place
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("en", "to")


def test_a_text_that_is_being_written_is_not_replaced(desk: Desk) -> None:
    desk.open(text_of("en"))
    desk.write("x")
    assert not desk.editor.set_text(text_of("fra et annet vindu"))
    assert desk.text() == text_of("xen")


def test_another_text_is_one_step_of_undo_and_the_cursor_stays(desk: Desk) -> None:
    desk.open(text_of("en", bullets("to"), table("a|b")))
    desk.go_to("to")
    place = desk.editor.surface.textCursor().position()
    assert desk.editor.set_text(text_of("en", bullets("tre"), "slutt"))
    assert desk.editor.surface.textCursor().position() == place
    assert desk.text() == text_of("en", bullets("tre"), "slutt")
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("en", bullets("to"), table("a|b"))


def test_a_text_that_is_only_read_cannot_be_changed(desk: Desk) -> None:
    desk.open(text_of(bullets("en", "to"), table("a|b")))
    desk.editor.lock(True)
    desk.go_to("to")
    desk.write("x")
    for key, modifiers in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Key.Key_B, Ctrl),
        (Key.Key_L, Ctrl | Shift),
        (Key.Key_V, Ctrl | Shift),
    ):
        desk.editor.setFocus()
        desk.press(key, modifiers)
    assert desk.text() == text_of(bullets("en", "to"), table("a|b"))
    assert not desk.editor.tools.isVisible()


def test_the_windows_own_keys_are_let_through(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    box.addWidget(desk.editor)
    desk.holder = window
    found = desk.editor.actions_of_text["undo"]
    seen: list[str] = []
    for keys in ("Ctrl+K", "Ctrl+Z"):
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: seen.append(keys))
        window.addAction(action)
    with qtbot.waitExposed(window):
        window.show()
    desk.editor.setFocus()
    qtbot.waitUntil(desk.editor.surface.hasFocus)
    desk.write("ab")
    desk.press(Key.Key_Home)
    desk.press(Key.Key_K, Ctrl)
    assert (seen, desk.text()) == (["Ctrl+K"], text_of("ab"))
    desk.press(Key.Key_Z, Ctrl)
    assert (seen, desk.text()) == (["Ctrl+K"], RichText())
    desk.press(Key.Key_Z, Ctrl)
    assert seen == ["Ctrl+K", "Ctrl+Z"]
    assert found.isEnabled()
    qtbot.addWidget(window)


# What it shows


def test_it_grows_with_the_text_up_to_most_of_a_screen(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    box.addWidget(desk.editor)
    box.addStretch(1)
    window.resize(600, 900)
    desk.holder = window
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    surface = desk.editor.surface
    empty = surface.height()
    desk.open(text_of(*["avsnitt"] * 8))
    qtbot.waitUntil(lambda: surface.height() > empty + 60)
    assert surface.verticalScrollBar().maximum() == 0
    desk.open(LONG)
    qtbot.waitUntil(lambda: surface.verticalScrollBar().maximum() > 10_000, timeout=10_000)
    qtbot.waitUntil(lambda: MOST_PIXELS <= surface.height() < MOST_PIXELS + 40)
    desk.open(RichText())
    qtbot.waitUntil(lambda: surface.height() == empty)


def test_the_form_scrolls_along_with_the_cursor(qtbot: QtBot, desk: Desk) -> None:
    content, area = QWidget(), QScrollArea()
    box = QVBoxLayout(content)
    box.addSpacing(300)
    box.addWidget(desk.editor)
    box.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(600, 420)
    desk.holder = area
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    desk.editor.setFocus()
    qtbot.waitUntil(desk.editor.surface.hasFocus)
    for _ in range(14):
        desk.write("linje")
        desk.press(Key.Key_Return)
    surface = desk.editor.surface

    def is_in_sight() -> bool:
        at = surface.viewport().mapTo(area.viewport(), surface.cursorRect().center())
        return area.viewport().rect().contains(at)

    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    qtbot.waitUntil(is_in_sight)


def test_a_change_of_theme_changes_neither_text_nor_undo(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    desk.open(RichText((Paragraph((Run("her", link="https://a.no"),)),)))
    with qtbot.assertNotEmitted(desk.editor.edited):
        theme.choose("dark")
    block = desk.editor.surface.document().firstBlock()
    (shown,) = block.layout().formats()
    assert shown.format.foreground().color() == QColor(theme.tokens.accent)
    assert not desk.editor.surface.document().isUndoAvailable()
    theme.choose("light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_faint_nameless_or_english(
    qtbot: QtBot, desk: Desk, theme: Theme, scheme: str
) -> None:
    theme.choose("dark" if scheme == "dark" else "light")
    desk.open(text_of(heading(1, "Mål"), "tekst", numbers("en"), table("a|b"), BOAT))
    desk.editor.say((Reason("paste_cells_split"), Reason("paste_pictures_left", pictures=2)))
    desk.editor.resize(640, 420)
    qtbot.waitUntil(lambda: desk.editor.tools.isVisible())
    assert screen_findings(desk.editor) == []
    theme.choose("light")


def test_the_tools_stand_in_the_row_of_the_label_while_one_writes(
    qtbot: QtBot, desk: Desk, voice: Voice
) -> None:
    holder = QWidget()
    field = Field(voice, "Saksopplysninger", desk.editor)
    other = QLineEdit()
    box = QVBoxLayout(holder)
    box.addWidget(field)
    box.addWidget(other)
    desk.holder = holder
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    other.setFocus()
    qtbot.waitUntil(lambda: not desk.editor.tools.isVisible())
    height = field.height()
    desk.editor.setFocus()
    qtbot.waitUntil(lambda: desk.editor.tools.isVisible())
    assert field.height() == height
    assert desk.editor.tools.y() < desk.editor.y()
    assert desk.editor.surface.accessibleName() == "Saksopplysninger"
    desk.press(Key.Key_Backtab, Shift)
    assert desk.editor.tools.buttons["bold"].hasFocus()
    QTest.keyClick(desk.editor.tools.buttons["bold"], Key.Key_Right)
    assert desk.editor.tools.buttons["italic"].hasFocus()
    QTest.keyClick(desk.editor.tools.buttons["italic"], Key.Key_Tab)
    assert desk.editor.surface.hasFocus()


def test_a_key_leads_to_the_tools_and_escape_back_to_the_text(desk: Desk) -> None:
    desk.open(text_of("fet"))
    desk.select_all()
    desk.press(Key.Key_F10, Qt.KeyboardModifier.AltModifier)
    bold = desk.editor.tools.buttons["bold"]
    assert bold.hasFocus()
    QTest.keyClick(bold, Key.Key_Return)
    assert desk.text() == text_of(paragraph("fet", bold=True))
    desk.press(Key.Key_F10, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(bold, Key.Key_Escape)
    assert desk.editor.surface.hasFocus()


def test_every_tool_says_its_name_and_keys(desk: Desk) -> None:
    for key, made in desk.editor.tools.buttons.items():
        assert made.objectName() == f"brief-{key}-button"
        assert made.accessibleName()
        assert made.defaultAction().shortcut().toString() in made.defaultAction().toolTip()


def test_a_click_on_a_tool_keeps_the_selection(qtbot: QtBot, desk: Desk) -> None:
    desk.open(text_of("fet"))
    desk.select_all()
    button = desk.editor.tools.buttons["bold"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.text() == text_of(paragraph("fet", bold=True))
    assert desk.editor.surface.hasFocus()


def test_the_menu_of_the_sheet_offers_what_can_be_done(qtbot: QtBot, desk: Desk) -> None:
    desk.open(text_of(table("a|b")))
    desk.go_to("a")
    desk.editor.commands.show_menu(QPoint(10, 10))
    (menu,) = [
        each for each in desk.editor.findChildren(QMenu) if each.objectName() == "brief-menu"
    ]
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Lim inn som ren tekst",
        "Merk alt", "Format", "Lenke", "Tabell",
    ]  # fmt: skip
    assert not desk.action("undo").isEnabled()
    assert not desk.action("cut").isEnabled()
    menu.close()


@pytest.mark.parametrize(("in_table", "count"), [(False, 4), (True, 9)])
def test_the_table_menu_fits_the_place(desk: Desk, in_table: bool, count: int) -> None:
    desk.open(text_of(table("a|b"), "utenfor"))
    desk.go_to("a" if in_table else "utenfor")
    menu = desk.editor.commands.table_menu
    menu.aboutToShow.emit()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == count
