"""The two threads of the council file, one that writes and one that reads, beside the window."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from app.tasks.bridge import Bridge

Result = TypeVar("Result")
Failed = Callable[[Exception], object]

_READER_PATIENCE = 10.0
"""Seconds that quitting waits for a query that runs; what is being written is always waited for."""


@dataclass(slots=True)
class _Job:
    """What is wanted, who wants it, and what came of it; only the window's thread lets go of it.

    An action may hold a widget, and a widget must never die on another thread.
    """

    action: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Failed
    is_write: bool
    is_dropped: bool = False
    result: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job that was handed in; `drop` when its answer is not wanted any more."""

    _job: _Job

    def drop(self) -> None:
        """Neither callback is called; a read that has not begun is left out, a write is done."""
        self._job.is_dropped = True


@dataclass(frozen=True, slots=True)
class _Line:
    """A thread and the numbers of the jobs that wait for it, in order."""

    thread: threading.Thread
    queue: SimpleQueue[int | None]


class StoreThreads:
    """Runs short actions in the order they came, per thread; all methods are for the window's."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count()
        self._is_open = True
        self._reader = self._line("rundgang-reader")
        self._writer = self._line("rundgang-writer")

    def write(
        self, action: Callable[[], Result], done: Callable[[Result], object], failed: Failed
    ) -> Ticket:
        """Run `action` on the writing thread, then `done` with its result, or `failed`."""
        return self._hand_in(self._writer, _Job(action, done, failed, is_write=True))

    def read(
        self, action: Callable[[], Result], done: Callable[[Result], object], failed: Failed
    ) -> Ticket:
        """Run `action` on the reading thread; it sees what was written before it was run."""
        return self._hand_in(self._reader, _Job(action, done, failed, is_write=False))

    @property
    def is_writing(self) -> bool:
        """Whether something that was handed in to be written has not come back."""
        return any(job.is_write for job in self._jobs.values())

    @property
    def is_busy(self) -> bool:
        """Whether anything that was handed in has not come back."""
        return bool(self._jobs)

    def close(self) -> None:
        """Write all that was handed in, leave out what is only read, and end both threads.

        No callback is called from now on.
        """
        self._is_open = False
        for job in list(self._jobs.values()):
            job.is_dropped = True
        for line in (self._reader, self._writer):
            line.queue.put(None)
        self._writer.thread.join()
        self._reader.thread.join(_READER_PATIENCE)

    def _line(self, name: str) -> _Line:
        queue: SimpleQueue[int | None] = SimpleQueue()
        thread = threading.Thread(target=self._serve, args=(queue,), name=name, daemon=True)
        thread.start()
        return _Line(thread, queue)

    def _hand_in(self, line: _Line, job: _Job) -> Ticket:
        if not self._is_open:
            raise RuntimeError("the store's threads have ended")
        number = next(self._numbers)
        self._jobs[number] = job
        line.queue.put(number)
        return Ticket(job)

    def _serve(self, queue: SimpleQueue[int | None]) -> None:
        """The thread's life: every reference to a job is gone when the bridge is told."""
        while (number := queue.get()) is not None:
            self._do(number)
            self._bridge.post(partial(self._finish, number))

    def _do(self, number: int) -> None:
        job = self._jobs[number]
        if job.is_dropped and not job.is_write:
            return
        try:
            job.result = job.action()
        except Exception as error:  # told to whoever asked: a `UserError`, or a mistake of ours
            job.error = error

    def _finish(self, number: int) -> None:
        """On the window's thread."""
        job = self._jobs.pop(number)
        if job.is_dropped:
            return
        if job.error is not None:
            job.failed(job.error)
        else:
            job.done(job.result)
