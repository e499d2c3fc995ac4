"""Two-line lists: chosen and moved by keys or by hand, sifted, steady when their rows change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.theme.fonts import font
from app.views.theme.theme import Theme
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList, wrapped
from app.views.widgets.search_field import SearchField
from tests.helpers.gui import put_on_screen
from tools.gallery.meeting import AGENDA

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def model() -> EntryModel:
    made = EntryModel()
    made.allow_moves(True)
    return made


@pytest.fixture
def agenda(theme: Theme, model: EntryModel, qtbot: QtBot) -> EntryList:
    made = EntryList("agenda", "Saksliste", model)
    made.resize(400, 600)
    made.show_entries(AGENDA)
    put_on_screen(made, qtbot)
    return made


def test_arrows_choose_the_next_entry(agenda: EntryList) -> None:
    heard: list[int] = []
    agenda.choose(2)
    agenda.chosen.connect(heard.append)
    QTest.keyClick(agenda, Qt.Key.Key_Down)
    assert heard == [3]
    assert agenda.key == 3


def test_enter_opens_the_chosen_entry(agenda: EntryList) -> None:
    heard: list[int] = []
    agenda.opened.connect(heard.append)
    agenda.choose(3)
    QTest.keyClick(agenda, Qt.Key.Key_Return)
    assert heard == [3]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, len(AGENDA) - 1),
    ],
)
def test_alt_with_arrows_asks_to_move(
    agenda: EntryList, model: EntryModel, key: Qt.Key, place: int
) -> None:
    wanted: list[tuple[int, int]] = []
    model.move_wanted.connect(lambda *move: wanted.append(move))
    agenda.choose(3)
    QTest.keyClick(agenda, key, ALT)
    assert wanted == [(3, place)]
    assert model.place_of(3) == 2, "nothing moves before it is stored"


def test_first_entry_does_not_move_up(agenda: EntryList, model: EntryModel) -> None:
    wanted: list[object] = []
    model.move_wanted.connect(lambda *move: wanted.append(move))
    agenda.choose(1)
    QTest.keyClick(agenda, Qt.Key.Key_Up, ALT)
    assert wanted == []


@pytest.mark.parametrize(("gap", "place"), [(0, 0), (2, None), (3, None), (5, 4), (-1, 7)])
def test_drop_between_entries_asks_for_the_place_after_the_move(
    agenda: EntryList, model: EntryModel, gap: int, place: int | None
) -> None:
    wanted: list[tuple[int, int]] = []
    model.move_wanted.connect(lambda *move: wanted.append(move))
    dragged = model.mimeData([model.index(2)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, gap, 0, QModelIndex())
    assert wanted == ([] if place is None else [(3, place)])


def test_nothing_moves_while_a_search_hides_entries(agenda: EntryList, model: EntryModel) -> None:
    wanted: list[object] = []
    model.move_wanted.connect(lambda *move: wanted.append(move))
    model.search("orientering")
    agenda.choose(6)
    QTest.keyClick(agenda, Qt.Key.Key_Down, ALT)
    assert wanted == []
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_search_finds_every_word_in_any_part(model: EntryModel) -> None:
    model.show_entries(AGENDA)
    model.search("innstilling 1 200")
    assert [model.entry(model.index(row)).key for row in range(model.rowCount())] == [4]
    model.search("")
    assert model.rowCount() == model.total() == len(AGENDA)


def test_new_order_keeps_what_was_chosen(agenda: EntryList) -> None:
    agenda.choose(3)
    heard: list[int] = []
    agenda.chosen.connect(heard.append)
    agenda.show_entries([AGENDA[2], *AGENDA[:2], *AGENDA[3:]])
    assert agenda.key == 3
    assert agenda.currentIndex().row() == 0
    assert heard == []


def test_entry_that_goes_leaves_its_neighbour_chosen(agenda: EntryList) -> None:
    agenda.choose(3)
    agenda.show_entries([entry for entry in AGENDA if entry.key != 3])
    assert agenda.key == 4


def test_changed_words_do_not_lose_the_place(agenda: EntryList, model: EntryModel) -> None:
    agenda.choose(3)
    changed = [Entry(3, "Nytt navn") if entry.key == 3 else entry for entry in AGENDA]
    agenda.show_entries(changed)
    assert agenda.currentIndex().data() == "Nytt navn"


def test_entry_is_read_aloud_as_a_whole(model: EntryModel) -> None:
    model.show_entries(AGENDA)
    spoken = model.data(model.index(6), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert spoken.startswith("25/26, Delegert vedtak")
    assert spoken.endswith("mangler framlegg")


def test_long_title_takes_two_lines_and_then_an_ellipsis(theme: Theme) -> None:
    metrics = QFontMetrics(font("medium"))
    lines = wrapped("Godkjenning av innkalling og saksliste " * 5, metrics, 200)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("Eventuelt", metrics, 200) == ["Eventuelt"]
    assert wrapped("Ø" * 80, metrics, 100)[0].endswith("…")


def test_search_comes_after_a_pause_and_escape_empties_it(
    theme: Theme, agenda: EntryList, qtbot: QtBot
) -> None:
    field = SearchField("search", "Søk i saker", agenda)
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.searched.connect(heard.append)
    QTest.keyClicks(field, "hav ")
    qtbot.waitUntil(lambda: bool(heard))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["hav", ""]
