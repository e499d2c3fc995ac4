"""Long work, one piece at a time, on a thread of its own: progress on the way, and cancel."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from app.domain.progress import Progress
from app.tasks.bridge import Bridge

Result = TypeVar("Result")
Work = Generator[Progress, None, Result]

_REPORT_EVERY = 0.05
_PATIENCE = 10.0


@dataclass(slots=True)
class _Job:
    """A piece of work and its listeners; like the store's jobs it dies on the window's thread."""

    start: Callable[[], Work[Any]]
    progressed: Callable[[Progress], object]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    cancelled: Callable[[], object]
    stop: threading.Event = field(default_factory=threading.Event)
    work: Work[Any] | None = None
    result: Any = None
    error: Exception | None = None
    was_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Handle:
    """Work that was begun; hold on to it, or to a lambda, to cancel it from a signal."""

    _job: _Job

    def cancel(self) -> None:
        """Stop at the next step; `cancelled` tells when it has stopped."""
        self._job.stop.set()


class LongWork:
    """Drives generators of `Progress`; all methods are for the window's thread."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count()
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="rundgang-long-work", daemon=True)
        self._thread.start()

    def begin(
        self,
        start: Callable[[], Work[Result]],
        *,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        progressed: Callable[[Progress], object] = lambda _progress: None,
        cancelled: Callable[[], object] = lambda: None,
    ) -> Handle:
        """Drive what `start` gives, after the work that was begun before it.

        Exactly one of `done`, `failed` and `cancelled` comes, after the last `progressed`.
        """
        number = next(self._numbers)
        job = _Job(start, progressed, done, failed, cancelled)
        self._jobs[number] = job
        self._queue.put(number)
        return Handle(job)

    def close(self) -> None:
        """Cancel all work and wait for the thread to end; no callback comes any more."""
        for job in list(self._jobs.values()):
            job.stop.set()
        self._queue.put(None)
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        while (number := self._queue.get()) is not None:
            self._do(number)
            self._bridge.post(partial(self._finish, number))

    def _do(self, number: int) -> None:
        job = self._jobs[number]
        try:
            self._drive(number, job)
        except Exception as error:  # told to whoever began it
            job.error = error

    def _drive(self, number: int, job: _Job) -> None:
        if job.stop.is_set():
            job.was_cancelled = True
            return
        job.work = job.start()
        reported = 0.0
        try:
            while True:
                progress = next(job.work)
                if job.stop.is_set():
                    job.was_cancelled = True
                    job.work.close()
                    return
                if time.monotonic() - reported >= _REPORT_EVERY:
                    self._bridge.post(partial(self._report, number, progress))
                    reported = time.monotonic()
        except StopIteration as finished:
            job.result = finished.value

    def _report(self, number: int, progress: Progress) -> None:
        """On the window's thread."""
        self._jobs[number].progressed(progress)

    def _finish(self, number: int) -> None:
        """On the window's thread."""
        job = self._jobs.pop(number)
        if job.was_cancelled:
            job.cancelled()
        elif job.error is not None:
            job.failed(job.error)
        else:
            job.done(job.result)
