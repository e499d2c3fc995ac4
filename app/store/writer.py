"""The one way to write to an open file: whose turn it is, and whether the file is still there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from app.domain.errors import UserError
from app.store.connection import raw_of
from app.store.faults import told_in_words
from app.store.places import is_on_network

TURN_SECONDS = 30.0


class Writer:
    """Lets one unit of work at a time write to one file."""

    def __init__(self, engine: Engine, path: Path, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self.path = path
        self._clock = clock
        self._turn = threading.Lock()
        self._holder: int | None = None
        self._is_far = is_on_network(path)
        self._identity = _identity(path, self._is_far)
        self.has_written = False

    def now(self) -> datetime:
        """The clock's time."""
        return self._clock()

    def instant(self) -> str:
        """Now, as the file stores instants."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and hold it; one inside another is our bug (`RuntimeError`)."""
        self.take_turn()
        try:
            yield
        finally:
            self.give_turn()

    def take_turn(self) -> None:
        """Wait for the turn; `UserError` when another thread keeps it too long."""
        if self._holder == threading.get_ident():
            raise RuntimeError("a unit of work inside another")
        if not self._turn.acquire(timeout=TURN_SECONDS):
            raise UserError("file_busy", file=self.path.name)
        self._holder = threading.get_ident()

    def give_turn(self) -> None:
        """Let the next one write."""
        self._holder = None
        self._turn.release()

    def must_be_there(self) -> None:
        """`UserError` when the file was moved or deleted: what is written then would be lost."""
        if _identity(self.path, self._is_far) != self._identity:
            raise UserError("file_gone", file=self.path.name)

    def run(self, statement: str, values: tuple[str | int, ...]) -> None:
        """Commit one statement that is no part of the log."""
        with self.turn(), told_in_words(self.path):
            self.must_be_there()
            with self.engine.begin() as connection:
                raw_of(connection).execute(statement, values)
            self.has_written = True


def _identity(path: Path, is_far: bool) -> tuple[int, int] | None:
    """What tells a file from another of its name; on a network only that there is one.

    Some network disks give a file a new number now and then, and saving must not fail for that.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return (0, 0) if is_far else (found.st_dev, found.st_ino)
