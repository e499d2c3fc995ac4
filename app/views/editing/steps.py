"""Work on the window's own thread, a little at a time, so that keys and mouse are never kept
waiting: building a long form, filling it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

AT_A_TIME = 0.012
"""Seconds of work between two turns of the event loop; one step may take longer."""


class Steps(QObject):
    """Runs one piece of work; another takes its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def begin(self, work: Iterator[None]) -> None:
        """Do `work` from the next turn on; what was begun before is dropped where it stands."""
        self._work = work
        self._timer.start()

    def drop(self) -> None:
        """Do no more of it."""
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        work, until = self._work, perf_counter() + AT_A_TIME
        while work is not None and work is self._work and perf_counter() < until:
            if next(work, self) is self:
                if work is self._work:
                    self.drop()
                return
