"""One writing window per file: a lock of the operating system, freed also by a kill."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from getpass import getuser
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open for writing, as they wrote it down; empty where unknown."""

    who: str = ""
    machine: str = ""
    since: str = ""


class WriterLock:
    """The right to write to one file; held until `release`, or until the process ends."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(str(path.with_name(f".{path.name}.lock")), timeout=0)
        self._note = path.with_name(f".{path.name}.holder")

    def acquire(self, clock: Callable[[], datetime]) -> bool:
        """Take the lock and write down who holds it; False when another has it."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        holder = {
            "who": _user(),
            "machine": socket.gethostname(),
            "since": clock().isoformat(timespec="seconds"),
            "process": os.getpid(),
        }
        self._note.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")
        return True

    def holder(self) -> Holder:
        """Who wrote themselves down last."""
        try:
            found = json.loads(self._note.read_text(encoding="utf-8"))
            return Holder(str(found["who"]), str(found["machine"]), str(found["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder()

    def release(self) -> None:
        """Give the lock back; harmless when not held."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
