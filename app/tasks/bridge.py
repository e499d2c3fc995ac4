"""The way back to the window: closures from any thread, run one by one where widgets live."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """One for the whole program, made on the window's thread and kept until all others have ended.

    A signal object of each task's own loses results or crashes; this one lives longer than they do.
    """

    _arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Callable[[], object]] = deque()
        self._is_open = True
        self._arrived.connect(self._run_next, Qt.ConnectionType.QueuedConnection)

    def post(self, closure: Callable[[], object]) -> None:
        """Have `closure` run on the window's thread, after those posted before; from any thread."""
        if self._is_open:
            self._waiting.append(closure)
            self._arrived.emit()

    def close(self) -> None:
        """Run nothing more; call it when the threads have ended."""
        self._is_open = False
        self._waiting.clear()

    @Slot()
    def _run_next(self) -> None:
        """One closure for each signal, so that one that raises does not take others with it."""
        if self._waiting:
            self._waiting.popleft()()
