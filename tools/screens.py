"""Draws every page, light and dark, in two sizes, into `build/screens/`, for people to look at."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n.voice import Voice
from app.tasks.bridge import Bridge
from app.tasks.long_work import LongWork
from app.tasks.store_threads import StoreThreads
from app.views.editing.steps import Steps
from app.views.shell.about import Program
from app.views.shell.memory import WindowMemory
from app.views.shell.protocols import FileDesk, OpenCouncil
from app.views.shell.qt_words import QtWords
from app.views.shell.tools import WindowTools
from app.views.shell.window import MainWindow
from app.views.theme.theme import Theme
from app.views.theme.tokens import Scheme
from app.views.widgets.pdf_view.view import PdfView
from tools.gallery.council import GalleryDesk
from tools.places import ROOT, say

SIZES = (QSize(1440, 900), QSize(1100, 700))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
OUT = ROOT / "build" / "screens"
DEMO = ROOT / "build" / "screens-demo" / "Trondheimsregionen.rundgang"
_PATIENCE = 20_000


@dataclass(frozen=True, slots=True)
class Show:
    """A desk whose pages are drawn, with the file that it opens; `make` gets an empty folder."""

    name: str
    make: Callable[[Path], tuple[FileDesk, Path]]
    inner: Callable[[OpenCouncil], Mapping[str, str]] = lambda _council: {}
    """Places further in than the navigation leads, by the name of their picture."""


def _gallery(folder: Path) -> tuple[FileDesk, Path]:
    return GalleryDesk(), folder / "Trondheimsregionen.rundgang"


def _program(folder: Path) -> tuple[FileDesk, Path]:
    """The program's own pages on a copy of the demo, which is made once and kept in `build`."""
    from app.bootstrap.window import Desks

    path = folder / "Trondheimsregionen.rundgang"
    if not DEMO.exists():
        say("Making the demo file …")
        for _progress in Desks(_now, DEMO.parent).demo():
            pass
        (DEMO.parent / "eksempel.rundgang").rename(DEMO)
    shutil.copyfile(DEMO, path)
    return Desks(_now, folder), path


def _rooms(council: OpenCouncil) -> Mapping[str, str]:
    """The next meeting's tabs, a case, the lists of members, the years' tabs, a body's settings."""
    from app.bootstrap.window import OneCouncil
    from app.views.members.lists import TITLES

    assert isinstance(council, OneCouncil)
    coming = council.house.overview.view().next_meeting
    assert coming is not None
    meeting = coming.meeting.id
    cases = [line for line in council.house.agendas.view(meeting).lines if line.case_id]
    body = council.house.bodies.all()[0].code
    gathering = next(
        row for row in reversed(council.house.meetings.all())
        if council.house.agendas.view(row.id).meeting.is_gathering
    )  # fmt: skip
    return {
        "meeting-gathering": f"meetings/{gathering.id}/gathering",
        "meeting-agenda": f"meetings/{meeting}/agenda/{cases[0].id}",
        "meeting-deadlines": f"meetings/{meeting}/deadlines",
        "meeting-papers": f"meetings/{meeting}/papers",
        "case": f"cases/{cases[0].case_id}",
        **{f"members-{key}": f"members/{key}" for key in TITLES},
        **{f"year-{key}": f"year/{key}" for key in ("month", "year", "list", "round", "points")},
        "settings-body": f"settings/{body}",
        "settings-limits": "settings/limits",
    }


def _now() -> datetime:
    return datetime.now().astimezone()


SHOWS = (Show("gallery", _gallery), Show("program", _program, _rooms))
"""What is drawn, in order: every widget of the gallery, and the program's own pages."""


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
            clock=_now,
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
            if not self.tools.threads.is_busy and not self._is_building() and until():
                _events()
                return
        raise TimeoutError("the window did not come to rest")

    def _is_building(self) -> bool:
        """Whether a long form is being put together, a little at a time."""
        return any(steps.is_busy for steps in self.window.findChildren(Steps))

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
        self.settle(lambda: _has_documents(self.window))
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
        stage.window.go_to(entry.key)
        stage.settle()
        drawn += _in_all_forms(stage, out, f"{show.name}-{entry.key}")
    assert stage.window.council is not None
    for name, place in show.inner(stage.window.council).items():
        stage.window.go_to(place)
        stage.settle(lambda: _has_documents(stage.window))
        drawn += _in_all_forms(stage, out, f"{show.name}-{name}")
    stage.close()
    return drawn


def _has_documents(window: QWidget) -> bool:
    """Whether every document on screen has come, and the pages of it that are seen."""
    shown = [view for view in window.findChildren(PdfView) if view.isVisible()]
    return all(view.has_document and view.is_drawn for view in shown)


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


def main(arguments: Sequence[str]) -> int:
    """Draw the shows that are named (all by default); `--fresh` makes the demo file anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "--fresh" in arguments:
        DEMO.unlink(missing_ok=True)
    names = [name for name in arguments if not name.startswith("-")]
    application = QApplication(["screens"])
    drawn = draw_all(application, [show for show in SHOWS if not names or show.name in names], OUT)
    say(f"{len(drawn)} pictures in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
