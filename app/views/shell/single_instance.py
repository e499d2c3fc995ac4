"""One window for each council file: a second start brings the first one forward and ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_COME = b"come forward\n"
_HERE = b"here\n"
_PATIENCE = 1_000
"""Milliseconds that a window which is there may take to answer."""


def bring_forward(path: Path) -> bool:
    """Ask the window that has `path` open to come forward; `False` when there is none."""
    caller = QLocalSocket()
    caller.connectToServer(_name(path))
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
        self._on_ring = on_ring
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hang_at(self, path: Path) -> None:
        """Listen for `path` from now on, instead of the file before.

        What a killed window left behind is taken away: nobody answered there (`bring_forward`).
        """
        self.take_down()
        if not self._server.listen(_name(path)):
            QLocalServer.removeServer(_name(path))
            self._server.listen(_name(path))

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


def _name(path: Path) -> str:
    """The same for every way to write the same path, and no longer than systems allow."""
    from hashlib import sha256

    resolved = str(path.expanduser().resolve())
    return f"rundgang-{sha256(resolved.encode()).hexdigest()[:20]}"
