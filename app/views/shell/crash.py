"""Our own bugs: told in words, kept in a log without anyone's data, while the window lives on."""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG_SIZE, _LOGS_KEPT = 500_000, 3
_FRAME = re.compile(r'^\s+File "[^"]*", line \d+, in \S+$')
_SPOKEN = (AttributeError, ImportError, NameError)
"""Errors whose message names only our own code; every other message may hold what users wrote."""

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Tell = Callable[[], object]


class CrashGuard:
    """Catches what nobody caught, on every thread; `tell` is called where the error was raised."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.folder = folder
        self._tell = tell
        self._log = logging.getLogger("rundgang")
        self._handler: logging.Handler | None = None
        self._dump: IO[str] | None = None

    def install(self) -> None:
        """Take over the hooks of Python and Qt; without a place to write, only `tell` is left."""
        self._log.propagate = False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.folder / "rundgang.log",
                maxBytes=_LOG_SIZE,
                backupCount=_LOGS_KEPT,
                encoding="utf-8",
                delay=True,
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._log.addHandler(self._handler)
            self._dump = (self.folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._dump)
        except OSError:
            self._dump = None
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self.record(args.exc_value)
        qInstallMessageHandler(self._from_qt)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._handler is not None:
            self._log.removeHandler(self._handler)
            self._handler.close()
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()

    def record(self, error: BaseException | None) -> None:
        """Keep where `error` came from, then tell."""
        if error is None:
            return
        self._log.error("%s", without_data(error))
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
        level = _LEVELS.get(kind)
        if level is not None:
            self._log.log(level, "Qt: %s", _without_home(message or ""))


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
