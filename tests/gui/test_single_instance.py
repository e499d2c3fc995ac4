"""A second start on the same file brings the first window forward."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.views.shell.single_instance import FileBell, bring_forward
from tests.helpers.gui import OpenWindow

Opener = Callable[..., OpenWindow]

CALL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.views.shell.single_instance import bring_forward
application = QCoreApplication([])
print(bring_forward(Path(sys.argv[1])))
"""

HANG_AND_DIE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.views.shell.single_instance import FileBell
application = QCoreApplication([])
bell = FileBell(lambda: None)
bell.hang_at(Path(sys.argv[1]))
os._exit(9)
"""


def call(path: Path, qtbot: QtBot) -> str:
    """What another start hears."""
    process = QProcess()
    process.start(sys.executable, ["-c", CALL, str(path)])
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=20_000)
    return bytes(process.readAllStandardOutput().data()).decode().strip()


def test_window_that_has_the_file_comes_forward(qtbot: QtBot, tmp_path: Path) -> None:
    rung: list[str] = []
    bell = FileBell(lambda: rung.append("ring"))
    bell.hang_at(tmp_path / "rad.rundgang")
    assert call(tmp_path / "." / "rad.rundgang", qtbot) == "True"
    assert rung == ["ring"]
    bell.take_down()


def test_other_file_has_no_window(qtbot: QtBot, tmp_path: Path) -> None:
    bell = FileBell(lambda: None)
    bell.hang_at(tmp_path / "rad.rundgang")
    assert not bring_forward(tmp_path / "nabo.rundgang")
    bell.hang_at(tmp_path / "nabo.rundgang")
    assert not bring_forward(tmp_path / "rad.rundgang")
    bell.take_down()


def test_what_a_killed_window_left_does_not_stand_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "rad.rundgang"
    died = subprocess.run([sys.executable, "-c", HANG_AND_DIE, str(path)], check=False)
    assert died.returncode == 9
    assert not bring_forward(path)
    rung: list[str] = []
    bell = FileBell(lambda: rung.append("ring"))
    bell.hang_at(path)
    assert call(path, qtbot) == "True"
    assert rung == ["ring"]
    bell.take_down()


def test_open_window_answers_for_its_file_until_it_is_closed(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "rad.rundgang"
    opened = open_window()
    opened.open(path)
    opened.window.showMinimized()
    assert call(path, qtbot) == "True"
    assert not opened.window.isMinimized()
    opened.window.close_council()
    assert call(path, qtbot) == "False"
