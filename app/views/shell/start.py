"""The way in: everything the window needs is made here, in an order that shows it at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.i18n.voice import Voice
from app.tasks.bridge import Bridge
from app.tasks.collector import Collector
from app.tasks.long_work import LongWork
from app.tasks.store_threads import StoreThreads
from app.views.shell.about import Program
from app.views.shell.crash import CrashGuard
from app.views.shell.memory import WindowMemory
from app.views.shell.protocols import FileDesk
from app.views.shell.qt_words import QtWords
from app.views.shell.tools import WindowTools
from app.views.shell.window import MainWindow
from app.views.theme.theme import Theme, new_application

_NAME = "rundgang"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the window keeps its memory and its log."""

    state: Path
    logs: Path

    @classmethod
    def usual(cls) -> Folders:
        """The places that the system has for them."""
        from platformdirs import user_log_path, user_state_path

        return cls(user_state_path(_NAME, False), user_log_path(_NAME, False))


def has_display() -> bool:
    """Whether a window can be shown here: always but on a Linux without X and Wayland."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(
    desk: FileDesk,
    *,
    path: Path | None,
    program: Program,
    clock: Callable[[], datetime],
    folders: Folders | None = None,
) -> int:
    """Show the window and return its exit status, when it is closed.

    `path` is opened; without one the file of the last time, else the start page. Nothing of the
    file is imported before the window stands there: `desk` is only called on its threads. When
    another window holds `path`, that one comes forward and this start ends. `clock` gives local
    time.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = new_application(_NAME)
    application.setApplicationName(_NAME)
    application.setApplicationDisplayName("Rundgang")
    application.setDesktopFileName(_NAME)
    places = folders or Folders.usual()
    memory = WindowMemory(places.state / "window.json")
    wanted = path.expanduser().resolve() if path is not None else memory.last_file
    if path is not None and wanted is not None and _is_open_elsewhere(wanted):
        return 0
    collector = Collector()
    bridge = Bridge()
    window: MainWindow | None = None

    def tell_crash() -> None:
        if window is not None:
            bridge.post(window.tell_crash)

    guard = CrashGuard(places.logs, clock, tell_crash)
    guard.install()
    voice = Voice.of(memory.language)
    tools = WindowTools(
        bridge=bridge,
        threads=StoreThreads(bridge),
        long_work=LongWork(bridge),
        memory=memory,
        # The memory keeps only the choices there are.
        theme=Theme(application, memory.theme),  # type: ignore[arg-type]
        qt_words=QtWords(application, voice),
        program=program,
        clock=clock,
        logs=places.logs,
        crashed=guard.record,
    )
    window = MainWindow(desk, tools, voice, opening=wanted)
    window.closed.connect(application.quit)
    window.show()
    if wanted is not None:
        QTimer.singleShot(0, window, lambda: window.open_file(wanted))
    try:
        return application.exec()
    finally:
        guard.uninstall()
        collector.stop()


def _is_open_elsewhere(path: Path) -> bool:
    """Whether another window has the file, and came forward."""
    from app.views.shell.single_instance import bring_forward

    return bring_forward(path)
