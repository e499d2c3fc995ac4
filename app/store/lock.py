"""One writing window per file: a lock of the operating system, freed also by a kill."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from getpass import getuser
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from app.domain.reasons import Reason
from app.i18n.wall_clock import on_the_wall

PATIENCE_SECONDS = 0.1
"""Long enough for one that is just letting go, too short to be noticed."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open for writing, as they wrote it down; empty where unknown."""

    who: str = ""
    machine: str = ""
    since: str = ""
    process: int = 0

    @property
    def is_this_process(self) -> bool:
        """Whether the holder is this very program."""
        return self.process == os.getpid() and self.machine == socket.gethostname()


class WriterLock:
    """The right to write to one file; held until `release`, or until the process ends."""

    def __init__(self, path: Path) -> None:
        self._own = path.with_name(f".{path.name}.lock")
        self._note = path.with_name(f".{path.name}.holder")
        self._lock = FileLock(
            str(self._own), timeout=PATIENCE_SECONDS, thread_local=False, fallback_to_soft=False
        )

    @classmethod
    def take(cls, path: Path, clock: Callable[[], datetime]) -> Self | Reason:
        """The lock of `path`, or the reason why it can only be read."""
        if not os.access(path, os.W_OK):
            return Reason("read_only_no_right", file=path.name)
        lock = cls(path)
        try:
            lock._lock.acquire()
        except Timeout:
            return lock._held_by_another(path)
        except OSError:
            return Reason("read_only_no_right", file=path.name)
        lock._write_down(clock)
        return lock

    def _held_by_another(self, path: Path) -> Reason:
        holder = self.holder()
        if not (holder.who and holder.machine):
            return Reason("read_only_held_by_unknown", file=path.name)
        return Reason(
            "read_only_held",
            file=path.name,
            who=holder.who,
            machine=holder.machine,
            since=holder.since,
        )

    def _write_down(self, clock: Callable[[], datetime]) -> None:
        holder = {
            "who": _user(),
            "machine": socket.gethostname(),
            "since": on_the_wall(clock()).strftime("%d.%m.%Y kl. %H.%M"),
            "process": os.getpid(),
        }
        with suppress(OSError):  # a full disk must not keep anyone from reading
            self._note.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")

    def holder(self) -> Holder:
        """Who wrote themselves down last; empty when unknown."""
        try:
            found = json.loads(self._note.read_text(encoding="utf-8"))
            return Holder(
                str(found["who"]),
                str(found["machine"]),
                str(found["since"]),
                int(found["process"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return Holder()

    def release(self) -> None:
        """Give the lock back and leave nothing beside the file; harmless when not held."""
        if not self._lock.is_locked:
            return
        for trace in (self._note, self._own):
            with suppress(OSError):  # Windows keeps an open file; the lock itself is what counts
                trace.unlink(missing_ok=True)
        self._lock.release()


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
