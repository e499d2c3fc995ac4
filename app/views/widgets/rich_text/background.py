"""Work beside the window for one widget: reading long pages, taking pictures apart.

The thread never touches a widget; the widget's own timer asks whether it is through.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

Result = TypeVar("Result")

_ASKED_EVERY = 15
_Waiting = tuple[Future[Any], Callable[[Any], None], Callable[[], None]]


class Background(QObject):
    """One thread, started with the first work; what it answers comes back in the window's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._threads: ThreadPoolExecutor | None = None
        self._waiting: list[_Waiting] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_ASKED_EVERY)
        self._timer.timeout.connect(self._hand_back)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        on_error: Callable[[], None] = lambda: None,
    ) -> None:
        """Do `work`, then call `then` with its answer.

        An exception in either is a bug of ours: it is raised in the window, after `on_error`.
        """
        if self._threads is None:
            self._threads = ThreadPoolExecutor(1, thread_name_prefix="rich-text")
        self._waiting.append((self._threads.submit(work), then, on_error))
        self._timer.start()

    def finish(self) -> None:
        """Wait for all that was begun, and for what that begins in turn."""
        while self._waiting:
            self._waiting[0][0].exception()
            self._hand_back()

    def _hand_back(self) -> None:
        """The answers that have come, in the order of the questions."""
        while self._waiting and self._waiting[0][0].done():
            future, then, on_error = self._waiting.pop(0)
            if not self._waiting:
                self._timer.stop()
            try:
                then(future.result())
            except Exception:
                on_error()
                raise
