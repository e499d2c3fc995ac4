"""The first minutes: the start page, the demo, a new council, and the way in from outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.tasks.long_work import Work
from app.views.shell.memory import WindowMemory
from app.views.shell.start import has_display
from app.views.widgets.card import LinkRow
from app.views.widgets.dialogs import WordsDialog
from tests.helpers.gui import Heartbeat, OpenWindow
from tools.gallery.council import GalleryDesk
from tools.screens import SIZES, Show, draw_all

Opener = Callable[..., OpenWindow]

SESSION = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.views.shell.about import Program
from app.views.shell.start import Folders, start
from tools.gallery.council import GalleryDesk

folder = Path(sys.argv[1])
application = QApplication([])
desk = GalleryDesk()

def look():
    there = application.activeWindow()
    if not desk.opened or not there or there.windowTitle() == "Rundgang":
        QTimer.singleShot(20, look)
        return
    window = application.activeWindow()
    print(window.windowTitle())
    window.close()

QTimer.singleShot(0, look)
status = start(
    desk,
    path=Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    program=Program("1"),
    clock=lambda: datetime.now().astimezone(),
    folders=Folders(folder, folder / "logs"),
)
print(status, all(council.is_closed for council in desk.opened))
"""


class SlowDemo(GalleryDesk):
    """A demo that takes for ever, until it is cancelled."""

    def demo(self) -> Work[Path]:
        while True:
            yield from _first_step(super().demo())


def _first_step(work: Work[Path]) -> Work[None]:
    yield next(work)


def press(opened: OpenWindow, name: str) -> None:
    found = opened.window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def test_demo_is_made_with_progress_and_opened(open_window: Opener, qtbot: QtBot) -> None:
    opened = open_window()
    with qtbot.waitSignal(opened.window.council_shown):
        press(opened, "start-demo")
    opened.settle()
    assert "Trondheimsregionen.rundgang" in opened.window.windowTitle()


@pytest.mark.parametrize("name", ["start-open", "start-new"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(
    open_window: Opener, name: str, key: Qt.Key
) -> None:
    opened = open_window()
    opened.settle()
    start = opened.window.findChild(QPushButton, name)
    assert start is not None
    pressed: list[str] = []
    start.clicked.disconnect()
    start.clicked.connect(lambda: pressed.append(name))
    start.setFocus()
    QTest.keyClick(start, key)
    assert pressed == [name]


def test_demo_can_be_given_up(open_window: Opener, qtbot: QtBot) -> None:
    opened = open_window(SlowDemo())
    press(opened, "start-demo")
    cancel = opened.window.findChild(QPushButton, "progress-cancel")
    assert isinstance(cancel, QPushButton)
    qtbot.waitUntil(cancel.isVisible)
    cancel.click()
    qtbot.waitUntil(lambda: not cancel.isVisible())
    start = opened.window.findChild(QPushButton, "start-demo")
    assert isinstance(start, QPushButton)
    assert start.isEnabled()


def test_window_that_is_closed_while_the_demo_is_made_ends(open_window: Opener) -> None:
    opened = open_window(SlowDemo())
    press(opened, "start-demo")
    opened.close()
    assert opened.is_closed


def test_new_council_is_made_from_the_chosen_profile(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window()
    opened.settle()
    choice = opened.window.findChild(QComboBox, "profile")
    assert isinstance(choice, QComboBox)
    assert [choice.itemText(place) for place in range(choice.count())] == [
        "Trondheimsregionen",
        "Enkelt råd",
    ]
    choice.setCurrentIndex(1)
    press(opened, "start-new")
    asked = opened.window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    with qtbot.waitSignal(opened.window.council_shown):
        asked.fileSelected.emit(str(tmp_path / "nytt.rundgang"))
    asked.close()
    assert "nytt.rundgang" in opened.window.windowTitle()


def test_new_council_from_the_menu_asks_for_the_profile(open_window: Opener) -> None:
    opened = open_window()
    opened.settle()
    opened.window.new_council()
    asked = opened.window.findChild(WordsDialog, "new-council")
    assert isinstance(asked, WordsDialog)
    choice = asked.findChild(QComboBox, "new-profile")
    assert isinstance(choice, QComboBox)
    assert choice.accessibleName() == "Profil"
    asked.close()


def test_file_dialog_speaks_norwegian(open_window: Opener, qtbot: QtBot) -> None:
    opened = open_window()
    opened.window.ask_for_file()
    asked = opened.window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    words = {label.text() for label in asked.findChildren(QLabel)}
    words |= {each.text() for each in asked.findChildren(QPushButton)}
    words |= {each.toolTip() for each in asked.findChildren(QToolButton)}
    assert {"Mappe:", "Filnavn:", "Filtype:", "Åpne", "Avbryt", "Ny mappe"} <= words
    asked.close()


def test_last_files_are_one_click_away(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "rad.rundgang"
    path.write_bytes(b"")
    memory = WindowMemory(tmp_path / "window.json")
    memory.add_recent(path)
    memory.write()
    opened = open_window(folder=tmp_path)
    row = opened.window.findChild(LinkRow, "recent-0")
    assert isinstance(row, LinkRow)
    with qtbot.waitSignal(opened.window.council_shown):
        row.click()


@pytest.mark.parametrize("given", [True, False])
def test_session_from_start_to_end(given: bool, tmp_path: Path) -> None:
    path = tmp_path / "rad.rundgang"
    path.write_bytes(b"")
    memory = WindowMemory(tmp_path / "window.json")
    memory.last_file = path
    memory.write()
    arguments = [str(tmp_path), *([str(path)] if given else [])]
    done = subprocess.run(
        [sys.executable, "-c", SESSION, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.splitlines() == [
        "Næringsrådet – rad.rundgang – Rundgang",
        "0 True",
    ], done.stderr


def test_linux_without_a_display_has_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert has_display()


def test_heart_misses_beats_while_the_loop_is_held(heartbeat: Heartbeat, qtbot: QtBot) -> None:
    with heartbeat.listening():
        QTest.qSleep(200)
    assert heartbeat.longest >= 200
    with heartbeat.listening():
        qtbot.waitUntil(lambda: heartbeat.beats > 20)
    assert heartbeat.longest > 0


def test_every_page_is_drawn_in_both_themes_and_sizes(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = Show("gallery", lambda folder: (GalleryDesk(), folder / "rad.rundgang"))
    drawn = draw_all(qapp, [show], tmp_path)  # type: ignore[arg-type]
    assert len(drawn) == 4 * (1 + 3)
    assert all(path.stat().st_size > 5_000 for path in drawn)
    assert {f"{size.width()}x{size.height()}" for size in SIZES} == {"1440x900", "1100x700"}
