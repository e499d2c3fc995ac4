"""What tests of the window share: an open window, a heartbeat, and a check of the screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.views.shell.protocols import FileDesk
from tests.helpers.screen_check import screen_findings
from tools.screens import Stage

Shown = TypeVar("Shown", bound=QWidget)


class Heartbeat:
    """Measures the longest time in which the window could not have answered, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.beats = 0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def listening(self) -> Iterator[Heartbeat]:
        """Measure while the body runs; the gap that is open at its end counts too."""
        self.longest, self.beats, self._last = 0.0, 0, time.perf_counter()
        self._timer.start()
        try:
            yield self
        finally:
            self._beat()
            self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1_000)
        self._last = now
        self.beats += 1


class OpenWindow(Stage):
    """The real window over a desk, in the hands of a test."""

    def __init__(self, qtbot: QtBot, desk: FileDesk, folder: Path) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        super().__init__(application, desk, folder)
        self._qtbot = qtbot
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def open(self, path: Path) -> None:
        """Open a file and wait until it is on screen."""
        with self._qtbot.waitSignal(self.window.council_shown):
            self.window.open_file(path)
        self.settle()

    def end(self) -> None:
        """Close it, unless the test has."""
        if not self.is_closed:
            self.close()
        self.window.deleteLater()


def put_on_screen(widget: Shown, qtbot: QtBot) -> Shown:
    """Show `widget` in a window that has the keyboard; it is closed when the test ends."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def check_screen(root: QWidget) -> None:
    """Nothing is cut, faint, nameless or English on what `root` shows."""
    findings = screen_findings(root)
    assert not findings, "\n".join(findings)
