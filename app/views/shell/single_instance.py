"""One window for each council file: a second start brings the first one forward and ends.

Qt's network is imported where it is needed: a start that finds nobody is not to wait for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_COME = b"come forward\n"
_HERE = b"here\n"
_PATIENCE = 1_000
"""Milliseconds that a window which is there may take to answer."""


def bring_forward(path: Path) -> bool:
    """Ask the window that has `path` open to come forward; `False` when there is none."""
    name = _name(path)
    if not _may_listen(name):
        return False
    from PySide6.QtNetwork import QLocalSocket

    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(_PATIENCE):
        return False
    caller.write(_COME)
    if not caller.waitForBytesWritten(_PATIENCE) or not caller.waitForReadyRead(_PATIENCE):
        return False
    answered = bytes(caller.readAll().data()) == _HERE
    caller.disconnectFromServer()
    return answered


class FileBell(QObject):
    """Rings when another start wants the file that this window holds."""

    def __init__(self, on_ring: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._on_ring = on_ring
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hang_at(self, path: Path) -> None:
        """Listen for `path` from now on, instead of the file before.

        What a killed window left behind is taken away: nobody answered there (`bring_forward`).
        """
        self.take_down()
        name = _name(path)
        if not self._server.listen(name):
            self._server.removeServer(name)
            self._server.listen(name)

    def take_down(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            caller.disconnected.connect(caller.deleteLater)
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.canReadLine() and bytes(caller.readLine().data()) == _COME:
            caller.write(_HERE)
            caller.flush()
            self._on_ring()


def _may_listen(name: str) -> bool:
    """Whether anybody can: where a server is a file, as Qt makes it, there must be that file."""
    return sys.platform == "win32" or Path(QDir.tempPath(), name).exists()


def _name(path: Path) -> str:
    """The same for every way to write the same path, and no longer than systems allow."""
    from hashlib import sha256

    resolved = str(path.expanduser().resolve())
    return f"rundgang-{sha256(resolved.encode()).hexdigest()[:20]}"
