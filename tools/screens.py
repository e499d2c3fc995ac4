"""Draws every page, light and dark, in two sizes, into `build/screens/`, for people to look at."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n.voice import Voice
from app.tasks.bridge import Bridge
from app.tasks.long_work import LongWork
from app.tasks.store_threads import StoreThreads
from app.views.shell.about import Program
from app.views.shell.memory import WindowMemory
from app.views.shell.protocols import FileDesk
from app.views.shell.qt_words import QtWords
from app.views.shell.tools import WindowTools
from app.views.shell.window import MainWindow
from app.views.theme.theme import Theme
from app.views.theme.tokens import Scheme
from tools.gallery.council import GalleryDesk
from tools.places import ROOT, say

SIZES = (QSize(1440, 900), QSize(1100, 700))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
OUT = ROOT / "build" / "screens"
_PATIENCE = 20_000


@dataclass(frozen=True, slots=True)
class Show:
    """A desk whose pages are drawn, with the file that it opens; `make` gets an empty folder."""

    name: str
    make: Callable[[Path], tuple[FileDesk, Path]]


SHOWS = (Show("gallery", lambda folder: (GalleryDesk(), folder / "Trondheimsregionen.rundgang")),)
"""What is drawn, in order; the window's own pages stand beside the gallery of all widgets."""


class Stage:
    """One window on the offscreen platform, with everything it needs."""

    def __init__(self, application: QApplication, desk: FileDesk, folder: Path) -> None:
        self.theme = Theme(application, "light")
        bridge = Bridge()
        self.tools = WindowTools(
            bridge=bridge,
            threads=StoreThreads(bridge),
            long_work=LongWork(bridge),
            memory=WindowMemory(folder / "window.json"),
            theme=self.theme,
            qt_words=QtWords(application, Voice()),
            program=Program("0"),
            clock=lambda: datetime.now().astimezone(),
            logs=folder,
            crashed=_give_up,
        )
        self.window = MainWindow(desk, self.tools, Voice())
        self.is_closed = False
        self.window.closed.connect(self._note_closed)
        self.window.show()

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Let everything arrive that was asked for, and `until` come true."""
        deadline = QDeadlineTimer(_PATIENCE)
        while not deadline.hasExpired():
            _events()
            if not self.tools.threads.is_busy and until():
                _events()
                return
        raise TimeoutError("the window did not come to rest")

    def close(self) -> None:
        """Close the window, and wait until it is."""
        self.window.close()
        while not self.is_closed:
            _events()

    def _note_closed(self) -> None:
        self.is_closed = True

    def draw(self, widget: QWidget, size: QSize, scheme: Scheme, path: Path) -> None:
        """Write a picture of `widget` in this size and theme."""
        self.window.resize(size)
        self.theme.choose(scheme)
        self.settle()
        path.parent.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(path))


def draw_all(application: QApplication, shows: Sequence[Show], out: Path) -> list[Path]:
    """Draw the start and every page of every show; returns the pictures."""
    drawn: list[Path] = []
    for show in shows:
        with tempfile.TemporaryDirectory() as name:
            drawn += _draw(application, show, Path(name), out)
    return drawn


def _draw(application: QApplication, show: Show, folder: Path, out: Path) -> list[Path]:
    desk, path = show.make(folder)
    stage = Stage(application, desk, folder)
    stage.settle()
    drawn = _in_all_forms(stage, out, f"{show.name}-start")
    stage.window.open_file(path)
    stage.settle(lambda: stage.window.view is not None)
    view = stage.window.view
    assert view is not None
    for entry in view.entries:
        view.visit(entry.key)
        stage.settle()
        drawn += _in_all_forms(stage, out, f"{show.name}-{entry.key}")
    stage.close()
    return drawn


def _in_all_forms(stage: Stage, out: Path, name: str) -> list[Path]:
    drawn = []
    for size in SIZES:
        for scheme in SCHEMES:
            path = out / f"{name}-{size.width()}x{size.height()}-{scheme}.png"
            stage.draw(stage.window, size, scheme, path)
            drawn.append(path)
    return drawn


def _events() -> None:
    """A tool may turn the loop by hand; the program never does."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    QApplication.sendPostedEvents(None, 0)


def _give_up(error: BaseException) -> None:
    raise error


def main() -> int:
    """Draw everything and say where."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["screens"])
    drawn = draw_all(application, SHOWS, OUT)
    say(f"{len(drawn)} pictures in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
