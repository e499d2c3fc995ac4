"""The window: how soon it stands there, what it takes, and how soon each page is on screen."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import clock
from app.bootstrap.window import Desks
from app.services.upkeep import Upkeep
from app.tasks.collector import Collector
from tests.bench.harness import Figure, at_most, bench, times_the_floor
from tools.screens import Stage

TODAY = date(2026, 11, 23)
STARTS = 7
FIRST, AGAIN = 100.0, 50.0
"""Milliseconds in which a page is to be on screen: made anew, and when it was there before."""
IMPORTED_AHEAD = 5_000
"""Milliseconds after which the window has fetched what its other pages are made of."""


@bench
def window_start() -> Iterator[Figure]:
    """A start on a ten-year demo against a bare window of Qt's, the best of several in turns."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "råd.rundgang"
        Upkeep(clock).demo(path, 10, TODAY)
        starts = [(_start("bare"), _start(str(path))) for _ in range(STARTS)]
    floor, ours = (_best([pair[which] for pair in starts]) for which in (0, 1))
    twice = times_the_floor(2)
    bare_seconds, bare_memory = floor["window"]
    seconds, memory = ours["window"]
    yield Figure("the window answers", seconds * 1_000, "ms", bare_seconds * 1_000, twice)
    yield Figure("… and its memory", memory, "MB", bare_memory, twice)
    seconds, memory = ours["page"]
    yield Figure("ten years' overview is on screen", seconds * 1_000, "ms", bare_seconds * 1_000)
    yield Figure("… and the memory then", memory, "MB", bare_memory)


@bench
def window_pages() -> Iterator[Figure]:
    """Each page of a twenty-year file, from the click until all of it stands there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    collector = Collector(application)  # as in the program: no page waits for Python's garbage
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "råd.rundgang"
        Upkeep(clock).demo(path, 20, TODAY)
        stage = Stage(application, Desks(clock, folder), folder)
        stage.window.open_file(path)
        stage.settle(lambda: stage.window.view is not None)
        _wait(IMPORTED_AHEAD)
        view = stage.window.view
        assert view is not None
        for what, most in (("first", FIRST), ("again", AGAIN)):
            for entry in view.entries:
                started = time.perf_counter()
                view.visit(entry.key)
                stage.settle()
                taken = (time.perf_counter() - started) * 1_000
                yield Figure(f"{entry.title}, {what}", taken, "ms", limit=at_most(most))
        stage.close()
    collector.stop()


def _wait(milliseconds: int) -> None:
    """Let the loop run as the program does; `QTest.qWait` would let no other thread on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _start(what: str) -> dict[str, tuple[float, float]]:
    """By event, the seconds from the start of a process until it tells, and its megabytes."""
    environment = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.bench.start_probe", what]
    told = {}
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            event, megabytes = line.split()
            told[event] = (time.perf_counter() - started, float(megabytes))
    if process.returncode != 0:
        raise RuntimeError(f"the start ended with {process.returncode}")
    return told


NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Whoever sets this has every start compile the program anew, which no user's machine does."""


def _best(starts: list[dict[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    return {
        event: (min(one[event][0] for one in starts), min(one[event][1] for one in starts))
        for event in starts[0]
    }
