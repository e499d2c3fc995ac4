"""Writing with keys: lists, headings, tables, links, pictures, undo, and the way out by Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rich_text import Cell, Paragraph, Picture, RichText, Run, Table
from tests.helpers.rich_text_desk import Desk, a_desk
from tests.helpers.rich_texts import bullets, heading, item, numbers, paragraph, table, text_of

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return a_desk(qtbot)


def test_words_are_a_paragraph_and_enter_begins_another(desk: Desk) -> None:
    desk.write("Testarenaen")
    desk.press(Key.Key_Return)
    desk.write("ble etablert")
    assert desk.text() == text_of("Testarenaen", "ble etablert")


def test_shift_enter_is_a_line_break(desk: Desk) -> None:
    desk.write("Melhus")
    desk.press(Key.Key_Return, Shift)
    desk.write("Skaun")
    assert desk.text() == text_of("Melhus\nSkaun")


@pytest.mark.parametrize(
    ("key", "style"), [(Key.Key_B, "bold"), (Key.Key_I, "italic"), (Key.Key_U, "underline")]
)
def test_a_style_is_switched_on_and_off(desk: Desk, key: Qt.Key, style: str) -> None:
    desk.write("a")
    desk.press(key, Ctrl)
    assert desk.is_checked(style)
    desk.write("b")
    desk.press(key, Ctrl)
    assert not desk.is_checked(style)
    desk.write("c")
    styled = Run("b", **{style: True})  # type: ignore[arg-type]
    assert desk.text() == RichText((Paragraph((Run("a"), styled, Run("c"))),))


def test_the_tools_follow_the_cursor(desk: Desk) -> None:
    desk.open(text_of(paragraph("fet", bold=True), heading(2, "Mål"), bullets("punkt"), "a"))
    desk.editor.surface.moveCursor(QTextCursor.MoveOperation.Start)
    found = []
    for _ in range(4):
        found.append([desk.is_checked(each) for each in ("bold", "heading", "bullets", "numbers")])
        desk.press(Key.Key_Down)
    assert found == [
        [True, False, False, False],
        [False, True, False, False],
        [False, False, True, False],
        [False, False, False, False],
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- Melhus", text_of(bullets("Melhus"))),
        ("* Melhus", text_of(bullets("Melhus"))),
        ("1. Melhus", text_of(numbers("Melhus"))),
        ("1) Melhus", text_of(numbers("Melhus"))),
        ("2. Melhus", text_of("2. Melhus")),
        ("-Melhus", text_of("-Melhus")),
        ("a - b", text_of("a - b")),
    ],
)
def test_a_sign_at_the_start_begins_a_list(desk: Desk, typed: str, expected: RichText) -> None:
    desk.write(typed)
    assert desk.text() == expected


def test_one_undo_gives_the_sign_as_it_was_typed(desk: Desk) -> None:
    desk.write("- ")
    desk.press(Key.Key_Z, Ctrl)
    desk.write("x")
    assert desk.text() == text_of("- x")


def test_enter_goes_on_with_the_list_and_twice_leaves_it(desk: Desk) -> None:
    desk.write("1. en")
    desk.press(Key.Key_Return)
    desk.write("to")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    desk.write("etter")
    assert desk.text() == text_of(numbers("en", "to"), "etter")


def test_tab_nests_a_point_and_shift_tab_lifts_it(desk: Desk) -> None:
    desk.write("1. en")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Tab)
    desk.write("a")
    desk.press(Key.Key_Return)
    desk.write("b")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Backtab, Shift)
    desk.write("to")
    assert desk.text() == text_of(numbers(item("en", numbers("a", "b")), "to"))


def test_a_point_takes_those_below_it_along(desk: Desk) -> None:
    desk.open(text_of(numbers("en", item("to", bullets("under")), "tre")))
    desk.go_to("to")
    desk.press(Key.Key_Tab)
    nested = text_of(numbers(item("en", numbers(item("to", bullets("under")))), "tre"))
    assert desk.text() == nested
    desk.press(Key.Key_Backtab, Shift)
    assert desk.text() == text_of(numbers("en", item("to", bullets("under")), "tre"))


def test_the_first_point_cannot_be_nested_and_the_tool_says_why(desk: Desk) -> None:
    desk.open(text_of(bullets("en", "to")))
    desk.go_to("en")
    assert not desk.action("indent").isEnabled()
    assert "under et annet" in desk.action("indent").toolTip()
    desk.press(Key.Key_Tab)
    assert desk.text() == text_of(bullets("en", "to"))
    desk.go_to("to")
    assert desk.action("indent").isEnabled()


def test_lists_nest_to_five_levels_and_no_deeper(desk: Desk) -> None:
    desk.write("- 1")
    for depth in range(2, 8):
        desk.press(Key.Key_Return)
        desk.press(Key.Key_Tab)
        desk.write(str(depth))
    inner = bullets("5", "6", "7")
    for depth in (4, 3, 2, 1):
        inner = bullets(item(str(depth), inner))
    assert desk.text() == text_of(inner)


def test_a_list_parted_by_a_paragraph_begins_anew(desk: Desk) -> None:
    desk.open(text_of(numbers("en", "to", "tre")))
    desk.go_to("to", at_end=False)
    desk.press(Key.Key_Backspace)
    assert desk.text() == text_of(numbers("en"), "to", numbers("tre"))
    assert desk.marker_of("tre") == "1."
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of(numbers("en", "to", "tre"))
    assert desk.marker_of("tre") == "3."


def test_a_lifted_point_takes_the_ones_after_it_below_itself(desk: Desk) -> None:
    desk.open(text_of(numbers(item("en", numbers("a", "b", "c")))))
    desk.go_to("b")
    desk.press(Key.Key_Backtab, Shift)
    assert desk.text() == text_of(numbers(item("en", numbers("a")), item("b", numbers("c"))))
    assert desk.marker_of("c") == "a)"


def test_the_tool_makes_one_list_of_neighbours(desk: Desk) -> None:
    desk.open(text_of(numbers("en"), "to", numbers("tre")))
    desk.go_to("to")
    desk.press(Key.Key_R, Ctrl | Shift)
    assert desk.text() == text_of(numbers("en", "to", "tre"))


def test_a_list_changes_its_kind_as_a_whole(desk: Desk) -> None:
    desk.open(text_of(numbers("en", "to")))
    desk.go_to("to")
    desk.press(Key.Key_L, Ctrl | Shift)
    assert desk.text() == text_of(bullets("en", "to"))
    desk.select_all()
    desk.press(Key.Key_L, Ctrl | Shift)
    assert desk.text() == text_of("en", "to")


def test_a_heading_ends_with_enter(desk: Desk) -> None:
    desk.press(Key.Key_H, Ctrl | Shift)
    desk.write("Bakgrunn")
    desk.press(Key.Key_Return)
    desk.write("Fase 1")
    assert desk.text() == text_of(heading(1, "Bakgrunn"), "Fase 1")


def test_the_key_of_headings_goes_through_the_levels(desk: Desk) -> None:
    desk.write("Mål")
    found = []
    for _ in range(4):
        desk.press(Key.Key_H, Ctrl | Shift)
        found.append(desk.text())
    assert found == [text_of(heading(level, "Mål")) for level in (1, 2, 3)] + [text_of("Mål")]


def test_a_point_cannot_be_a_heading_and_the_tool_says_why(desk: Desk) -> None:
    desk.open(text_of(bullets("punkt")))
    desk.go_to("punkt")
    assert not desk.action("heading").isEnabled()
    assert "liste" in desk.action("heading").toolTip()


def test_tab_goes_through_the_cells_and_makes_a_row_at_the_end(desk: Desk) -> None:
    desk.open(text_of(table("Kilde|2027", "Fylket|240", numeric=(1,))))
    desk.go_to("240")
    desk.press(Key.Key_Tab)
    desk.write("Stat")
    desk.press(Key.Key_Tab)
    desk.write("12")
    assert desk.text() == text_of(table("Kilde|2027", "Fylket|240", "Stat|12", numeric=(1,)))
    for _ in range(3):
        desk.press(Key.Key_Backtab, Shift)
    desk.write("!")
    assert desk.cell(1, 0) == "Fylket!"


def test_enter_in_a_cell_is_a_line(desk: Desk) -> None:
    desk.open(text_of(table("a|b")))
    desk.go_to("a")
    desk.press(Key.Key_Return)
    desk.write("c")
    assert desk.cell(0, 0) == "a\nc"


def test_rows_and_columns_come_and_go(desk: Desk) -> None:
    desk.open(text_of(table("a|b", "c|d")))
    desk.go_to("c")
    desk.do("row-above")
    desk.write("ny")
    desk.do("column-after")
    desk.write("rad")
    assert desk.text() == text_of(table("a||b", "ny|rad|", "c||d"))
    desk.do("remove-row")
    desk.go_to("a")
    desk.press(Key.Key_Tab)
    desk.do("remove-column")
    assert desk.text() == text_of(table("a|b", "c|d"))
    desk.do("numeric")
    desk.do("header")
    assert desk.text() == text_of(table("a|b", "c|d", header=False, numeric=(1,)))
    desk.do("remove-table")
    assert desk.text() == RichText()


def test_a_new_table_has_a_heading_and_waits_in_its_first_cell(desk: Desk) -> None:
    desk.write("Før")
    desk.press(Key.Key_Return)
    desk.do("new-table-2")
    desk.write("Kilde")
    assert desk.text() == text_of("Før", table("Kilde|", "|", "|"))
    assert desk.editor.surface.document().blockCount() == 1 + 6 + 1


def test_a_table_grows_to_its_limit_and_the_menu_says_so(desk: Desk) -> None:
    row = tuple(Cell((Run("x"),)) for _ in range(10))
    desk.open(text_of(Table((row,) * 23)))
    desk.go_to("x")
    assert desk.action("row-below").isEnabled()
    desk.do("row-below")
    assert not desk.action("row-below").isEnabled()
    assert "vedlegg" in desk.action("row-below").toolTip()
    assert not desk.action("column-after").isEnabled()


def test_a_table_is_chosen_before_it_is_deleted(desk: Desk) -> None:
    desk.open(text_of("før", table("a|b"), "etter"))
    desk.go_to("etter", at_end=False)
    desk.press(Key.Key_Backspace)
    assert desk.text() == text_of("før", table("a|b"), "etter")
    desk.press(Key.Key_Backspace)
    assert desk.text() == text_of("før", "etter")
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == text_of("før", table("a|b"), "etter")


def test_a_picture_is_chosen_before_it_is_deleted(desk: Desk) -> None:
    boat = Picture("ab" * 32, "En båt", 40)
    desk.open(text_of("før", boat, "etter"))
    desk.go_to("etter", at_end=False)
    desk.press(Key.Key_Backspace)
    assert desk.text() == text_of("før", boat, "etter")
    desk.press(Key.Key_Delete)
    assert desk.text() == text_of("før", "etter")
    desk.open(text_of("før", boat))
    desk.go_to("før")
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Delete)
    assert desk.text() == text_of("før")


def test_what_is_typed_beside_a_picture_stands_below_it(desk: Desk) -> None:
    boat = Picture("ab" * 32, "En båt", 40)
    desk.open(text_of(boat))
    desk.press(Key.Key_End, Ctrl)
    desk.write("under")
    desk.press(Key.Key_Home, Ctrl)
    desk.write("over")
    assert desk.text() == text_of("over", boat, "under")


def test_a_link_does_not_grow_when_one_writes_after_it(desk: Desk) -> None:
    link = paragraph("rapporten", link="https://a.no")
    desk.open(RichText((link,)))
    desk.go_to("rapporten")
    desk.write(" viser")
    assert desk.text() == RichText((Paragraph((*link.runs, Run(" viser"))),))
    desk.press(Key.Key_Home)
    desk.write("Se ")
    assert desk.text() == RichText((Paragraph((Run("Se "), *link.runs, Run(" viser"))),))


def test_clearing_leaves_plain_words_and_links(desk: Desk) -> None:
    desk.open(
        RichText((Paragraph((Run("a", bold=True), Run("b", italic=True, link="https://a.no"))),))
    )
    desk.press(Key.Key_Space, Ctrl)
    assert desk.text() == RichText((Paragraph((Run("a"), Run("b", link="https://a.no"))),))
    desk.open(text_of(heading(2, "Mål")))
    desk.press(Key.Key_Space, Ctrl)
    assert desk.text() == text_of("Mål")


def test_undo_and_redo_are_qts_own(desk: Desk) -> None:
    desk.write("en")
    desk.press(Key.Key_Return)
    desk.write("to")
    while desk.editor.surface.document().isUndoAvailable():
        desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == RichText()
    while desk.editor.surface.document().isRedoAvailable():
        desk.press(Key.Key_Z, Ctrl | Shift)
    assert desk.text() == text_of("en", "to")


@pytest.fixture
def form(qtbot: QtBot) -> tuple[Desk, QLineEdit]:
    """An editor with a field after it."""
    holder, desk, after = QWidget(), a_desk(qtbot, is_shown=False), QLineEdit()
    box = QVBoxLayout(holder)
    box.addWidget(desk.editor)
    box.addWidget(after)
    qtbot.addWidget(holder)
    desk.holder = holder
    with qtbot.waitExposed(holder):
        holder.show()
    desk.editor.setFocus()
    qtbot.waitUntil(desk.editor.surface.hasFocus)
    return desk, after


def test_tab_leaves_the_editor(form: tuple[Desk, QLineEdit]) -> None:
    desk, after = form
    desk.press(Key.Key_Tab)
    assert after.hasFocus()


def test_escape_and_tab_leave_from_a_list(form: tuple[Desk, QLineEdit]) -> None:
    desk, after = form
    desk.open(text_of(bullets("en", "to")))
    desk.press(Key.Key_Tab)
    assert desk.editor.surface.hasFocus()
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Tab)
    assert after.hasFocus()
    assert desk.text() == text_of(bullets("en", "to"))
