"""Tables of any length: rows come by the page, sorting and sifting are the source's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.theme.theme import Theme
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import Cell, Column, Order, WindowedModel
from tests.helpers.gui import put_on_screen

COLUMNS = (
    Column("case", "Sak", 90),
    Column("title", "Tittel", 200, grows=True),
    Column("amount", "Beløp", 110, align="right"),
    Column("note", "Merknad", 90, sorts=False),
)


class Numbers:
    """As many rows as asked for; remembers what was fetched."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.fetched: list[int] = []
        self.asked: list[tuple[Order | None, str]] = []

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        self.asked.append((order, search))
        numbers = [n for n in range(1, self.count + 1) if search in str(n)]
        return list(reversed(numbers)) if order is not None and order.descending else numbers

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        self.fetched.extend(keys)
        return {
            key: (Cell(f"{key}/26"), Cell(f"Sak {key}"), Cell("480 000 kr"), Cell("", tone="warn"))
            for key in keys
            if key <= self.count
        }


class Memory:
    """Remembers in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, object]] = {}

    def columns(self, table: str) -> Mapping[str, object]:
        return self.kept.get(table, {})

    def keep_columns(self, table: str, arrangement: Mapping[str, object]) -> None:
        self.kept[table] = arrangement


def a_table(source: Numbers, qtbot: QtBot, memory: Memory | None = None) -> DataTable:
    model = WindowedModel(COLUMNS, source)
    table = DataTable("cases", "Saker", model, memory)
    table.resize(700, 400)
    qtbot.addWidget(table)
    model.refresh()
    put_on_screen(table, qtbot)
    table.grab()
    return table


def model_of(table: DataTable) -> WindowedModel:
    model = table.model()
    assert isinstance(model, WindowedModel)
    return model


def test_only_the_pages_on_screen_are_fetched(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(100_000)
    table = a_table(source, qtbot)
    assert model_of(table).rowCount() == 100_000
    assert set(source.fetched) == set(range(1, 101))
    table.choose(50_000)
    table.grab()
    assert len(source.fetched) <= 400


def test_page_is_fetched_once(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(1_000)
    table = a_table(source, qtbot)
    before = len(source.fetched)
    table.grab()
    assert len(source.fetched) == before


def test_heading_sorts_up_then_down_then_not(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(10)
    table = a_table(source, qtbot)
    source.asked.clear()
    for _ in range(3):
        table.horizontalHeader().sectionClicked.emit(0)
    assert [order for order, _search in source.asked] == [Order("case"), Order("case", True), None]
    assert not table.horizontalHeader().isSortIndicatorShown()


def test_column_without_an_order_is_not_sorted(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(10)
    table = a_table(source, qtbot)
    source.asked.clear()
    table.horizontalHeader().sectionClicked.emit(3)
    assert source.asked == []


def test_chosen_row_stays_chosen_in_another_order(theme: Theme, qtbot: QtBot) -> None:
    table = a_table(Numbers(10), qtbot)
    table.choose(2)
    heard: list[int] = []
    table.chosen.connect(heard.append)
    model_of(table).sort_by(Order("case", descending=True))
    assert table.key == 2
    assert table.currentIndex().row() == 8
    assert heard == []


def test_search_leaves_the_rows_that_the_source_finds(theme: Theme, qtbot: QtBot) -> None:
    table = a_table(Numbers(100), qtbot)
    model_of(table).search("9")
    assert model_of(table).rowCount() == 19


def test_row_that_is_gone_meanwhile_is_shown_empty(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(150)
    table = a_table(source, qtbot)
    source.count = 120
    assert model_of(table).cell(model_of(table).index(149, 0)) == Cell("")


def test_enter_opens_the_chosen_row(theme: Theme, qtbot: QtBot) -> None:
    table = a_table(Numbers(10), qtbot)
    heard: list[int] = []
    table.opened.connect(heard.append)
    table.choose(4)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard == [4]


def test_copying_takes_the_row_as_it_stands(theme: Theme, qtbot: QtBot) -> None:
    table = a_table(Numbers(10), qtbot)
    table.horizontalHeader().moveSection(1, 0)
    table.choose(4)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Sak 4\t4/26\t480 000 kr\t"


def test_widths_and_order_are_remembered(theme: Theme, qtbot: QtBot) -> None:
    memory = Memory()
    table = a_table(Numbers(10), qtbot, memory)
    table.setColumnWidth(0, 140)
    table.horizontalHeader().moveSection(2, 0)
    table.horizontalHeader().sectionClicked.emit(0)
    qtbot.waitUntil(lambda: "cases" in memory.kept)
    again = a_table(Numbers(10), qtbot, memory)
    assert again.columnWidth(0) == 140
    assert again.horizontalHeader().visualIndex(2) == 0
    assert model_of(again).order == Order("case")


@pytest.mark.parametrize(
    "kept",
    [
        {"order": ["gone"], "widths": {"case": "wide"}, "sorted": ["gone", False]},
        {"order": 7, "widths": 7, "sorted": 7},
        {"widths": {"case": -50, "amount": 99_999}},
    ],
)
def test_memory_that_does_not_fit_is_passed_by(
    theme: Theme, qtbot: QtBot, kept: Mapping[str, object]
) -> None:
    memory = Memory()
    memory.kept["cases"] = kept
    table = a_table(Numbers(10), qtbot, memory)
    assert 48 <= table.columnWidth(0) <= 2_000
    assert model_of(table).order is None


def test_empty_table_teaches(theme: Theme, qtbot: QtBot) -> None:
    source = Numbers(0)
    table = a_table(source, qtbot)
    teaching = EmptyState("none", "Ingen saker ennå.", icon="file-text")
    table.show_when_empty(teaching)
    assert teaching.isVisible()
    source.count = 3
    model_of(table).refresh()
    assert not teaching.isVisible()


def test_tab_leaves_the_table(theme: Theme, qtbot: QtBot) -> None:
    assert not a_table(Numbers(3), qtbot).tabKeyNavigation()
