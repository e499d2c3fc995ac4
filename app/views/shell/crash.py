"""Our own bugs: told in words, kept in a log without anyone's data, while the window lives on.

The log is written by hand: the standard library's takes a tenth of the time that the window has to
show itself.
"""

from __future__ import annotations

import contextlib
import faulthandler
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG_SIZE = 500_000
"""Bytes after which the log begins anew; the one before is kept beside it."""
_FRAME = re.compile(r'^\s+File "[^"]*", line \d+, in \S+$')
_SPOKEN = (AttributeError, ImportError, NameError)
"""Errors whose message names only our own code; every other message may hold what users wrote."""

_LOGGED = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)

Tell = Callable[[], object]

_TURN = threading.Lock()


class CrashGuard:
    """Catches what nobody caught, on every thread; `tell` is called where the error was raised."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], tell: Tell) -> None:
        self.folder = folder
        self._clock = clock
        self._tell = tell
        self._dump: IO[str] | None = None

    def install(self) -> None:
        """Take over the hooks of Python and Qt; without a place to write, only `tell` is left."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._dump = (self.folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._dump)
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self.record(args.exc_value)
        qInstallMessageHandler(self._from_qt)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()

    def record(self, error: BaseException | None) -> None:
        """Keep where `error` came from, then tell."""
        if error is None:
            return
        self._write(without_data(error))
        self._tell()

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if sys.stderr is not None:  # a started program without a terminal has none
            sys.__excepthook__(kind, error, trace)
        self.record(error)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        if kind in _LOGGED:
            self._write(f"Qt: {_without_home(message or '')}")

    def _write(self, text: str) -> None:
        """One entry with its time; from any thread."""
        path = self.folder / "rundgang.log"
        with _TURN, contextlib.suppress(OSError):
            if path.exists() and path.stat().st_size > _LOG_SIZE:
                path.replace(path.with_suffix(".old.log"))
            with path.open("a", encoding="utf-8") as log:
                log.write(f"{self._clock().isoformat(timespec='seconds')} {text}\n")


def without_data(error: BaseException) -> str:
    """The kinds of the error and of what led to it, with places in the code, and nobody's words."""
    parts = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        parts.append(_one(each))
        each = each.__cause__ or each.__context__
    return _without_home("\ncaused by ".join(parts))


def _one(error: BaseException) -> str:
    lines = [type(error).__name__]
    if isinstance(error, _SPOKEN):
        lines[0] += f": {error}"
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}')
    # The worker's mistakes come as a written traceback: its frames are ours, its last line is not.
    lines.extend(line for line in str(error).splitlines() if _FRAME.match(line))
    return "\n".join(lines)


def _without_home(text: str) -> str:
    return text.replace(str(Path.home()), "~")
