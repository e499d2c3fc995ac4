"""A process that shows a window and tells when: `python -m tests.bench.start_probe bare|FILE`.

It prints a line when the window stands there and one when the file's first page does, each with
the memory that is in use; whoever started it takes the time.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

LOOK_EVERY = 2
"""Milliseconds."""


def show_bare() -> None:
    """The least that a window of Qt's can be."""
    application = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    QTimer.singleShot(0, lambda: _tell("window"))
    QTimer.singleShot(50, application.quit)
    application.exec()


def show_program(path: Path, folder: Path) -> None:
    """The program as it is started on `path`, with a memory of its own, watched from beside."""
    from app.bootstrap import clock
    from app.bootstrap.lazy_desk import LazyDesk
    from app.views.shell.about import Program
    from app.views.shell.start import Folders, start
    from app.views.theme.theme import new_application

    application = new_application("rundgang")
    timer = QTimer()
    timer.timeout.connect(lambda: _look(application, timer))
    timer.start(LOOK_EVERY)
    start(
        LazyDesk(clock, folder),
        path=path,
        program=Program("0"),
        clock=clock,
        folders=Folders(folder / "state", folder / "logs"),
    )


_TOLD: set[str] = set()


def _look(application: QApplication, timer: QTimer) -> None:
    from app.views.shell.window import MainWindow

    window = next((w for w in application.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or not window.isVisible():
        return
    if "window" not in _TOLD:
        _TOLD.add("window")
        _tell("window")
    if window.view is not None and not window._tools.threads.is_busy:
        timer.stop()
        _tell("page")
        window.close()


def _tell(what: str) -> None:
    print(what, f"{megabytes():.1f}", flush=True)


def megabytes() -> float:
    """The memory that this process has in use, where the system tells; else nothing."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1_024 if found else 0.0


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        show_bare()
    else:
        with tempfile.TemporaryDirectory() as name:
            show_program(Path(sys.argv[1]), Path(name))
