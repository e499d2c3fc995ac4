"""The window comes back as it was left, and forgets without a fuss what it cannot read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.views.shell.memory import WindowMemory
from tests.helpers.gui import OpenWindow

Opener = Callable[..., OpenWindow]

pytestmark = pytest.mark.usefixtures("qapp")


def a_file(folder: Path, name: str = "rad.rundgang") -> Path:
    path = folder / name
    path.write_bytes(b"")
    return path


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    memory = WindowMemory(tmp_path / "deep" / "window.json")
    memory.theme, memory.language, memory.last_file = "dark", "en", path
    memory.keep_place(path, "meetings/12")
    memory.keep_columns("cases", {"order": ["title", "case"]})
    memory.keep_sizes("agenda", (300, 700))
    memory.add_recent(path)
    memory.write()
    again = WindowMemory(tmp_path / "deep" / "window.json")
    assert (again.theme, again.language, again.last_file) == ("dark", "en", path)
    assert again.place(path) == "meetings/12"
    assert again.columns("cases") == {"order": ["title", "case"]}
    assert again.sizes("agenda") == (300, 700)
    assert again.recent_files == [path]


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "not json",
        "[1, 2]",
        '{"theme": 7, "recent": "x", "places": [], "tables": {"cases": 3}, "geometry": "æ",'
        ' "last_file": 9, "splits": {"agenda": ["a", -4]}}',
    ],
)
def test_memory_that_cannot_be_read_is_forgotten(kept: str, tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    file.write_text(kept, encoding="utf-8")
    memory = WindowMemory(file)
    assert (memory.theme, memory.language, memory.last_file) == ("system", "nb", None)
    assert memory.recent_files == []
    assert memory.place(tmp_path) == ""
    assert memory.columns("cases") == {}
    assert memory.sizes("agenda") == ()


def test_latest_files_come_first_and_those_that_are_gone_do_not(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.json")
    paths = [a_file(tmp_path, f"{number}.rundgang") for number in range(12)]
    for path in (*paths, paths[5]):
        memory.add_recent(path)
    assert memory.recent_files[:2] == [paths[5], paths[11]]
    assert len(memory.recent_files) == 8
    paths[11].unlink()
    assert paths[11] not in memory.recent_files


def test_places_of_old_files_are_forgotten(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.json")
    for number in range(60):
        memory.keep_place(tmp_path / str(number), "cases")
    assert memory.place(tmp_path / "59") == "cases"
    assert memory.place(tmp_path / "0") == ""


def test_place_where_nothing_can_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    blocked = a_file(tmp_path, "blocked")
    memory = WindowMemory(blocked / "window.json")
    memory.theme = "dark"
    memory.write()
    assert memory.theme == "dark"


def test_window_starts_again_where_it_was(open_window: Opener, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    first = open_window(folder=tmp_path)
    first.open(path)
    first.window.resize(960, 650)
    first.window.choose_theme("dark")
    view = first.window.view
    assert view is not None
    view.visit("pieces")
    first.close()
    memory = WindowMemory(tmp_path / "window.json")
    assert memory.last_file == path
    again = open_window(folder=tmp_path)
    again.open(path)
    view = again.window.view
    assert view is not None
    assert view.stack.key == "pieces"
    assert (again.window.width(), again.window.height()) == (960, 650)
    dark = again.window.menus.bar.findChild(QAction, "action-theme-dark")
    assert isinstance(dark, QAction)
    assert dark.isChecked()


def test_closing_the_file_forgets_it_as_the_last_one(open_window: Opener, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    opened = open_window(folder=tmp_path)
    opened.open(path)
    opened.window.close_council()
    opened.close()
    memory = WindowMemory(tmp_path / "window.json")
    assert memory.last_file is None
    assert memory.recent_files == [path]


def test_window_is_never_larger_than_the_screen(open_window: Opener) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    window = open_window().window
    assert window.width() <= max(room.width(), window.minimumWidth())
    assert window.height() <= max(room.height(), window.minimumHeight())
