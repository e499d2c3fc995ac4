"""One verb, one transaction: everything of it is stored, with its line in the log, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.models import LogEntry
from app.store import capture
from app.store.blobs import store_blob
from app.store.faults import told_in_words, user_error


class Versioned(Protocol):
    """A row that two people can edit."""

    version: int


def expect_version(row: Versioned, version: int) -> None:
    """Refuse a write that was made on an older sight of `row` (`UserError` "stale_version")."""
    if row.version != version:
        raise UserError("stale_version")


class UnitOfWork:
    """A writing session that rolls back unless `commit()` was called."""

    session: Session

    def __init__(
        self, engine: Engine, path: Path, clock: Callable[[], datetime], who: str = ""
    ) -> None:
        self._engine = engine
        self._path = path
        self._clock = clock
        self._who = who
        self._entry: LogEntry | None = None
        self._is_captured = True

    def __enter__(self) -> Self:
        self.session = Session(self._engine, expire_on_commit=False)
        try:
            with told_in_words(self._path):
                capture.begin(self.session.connection())
        except BaseException:
            self.session.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.close()
        told = None if error is None else user_error(error, self._path)
        if told is not None:
            raise told from error

    def describe(
        self,
        verb: str,
        subject: str,
        subject_id: int | None = None,
        *,
        final: bool = False,
        capture: bool = True,
    ) -> None:
        """Say what this unit of work does, for the log.

        `final` marks what has no inverse (sent, approved). `capture=False` leaves the rows out of
        the log, for making in bulk; such an entry is final too.
        """
        self._is_captured = capture
        self._entry = LogEntry(
            who=self._who,
            verb=verb,
            subject=subject,
            subject_id=subject_id,
            is_final=final or not capture,
        )
        if not capture:
            _stop_noting(self.session)

    def add_blob(self, data: bytes) -> str:
        """Keep `data` in the file, once whatever its names, and return its SHA-256."""
        return store_blob(self.session, data)

    def commit(self) -> int | None:
        """Store everything; returns the log entry's id, or None when nothing was done or said.

        Rows that changed without `describe` are our bug (`RuntimeError`).
        """
        with told_in_words(self._path):
            self.session.flush()
            changed = capture.changes(self.session.connection()) if self._is_captured else []
            entry = self._entry
            if changed and entry is None:
                raise RuntimeError("a unit of work that changes rows says what it does")
            if entry is not None:
                entry.at = self._clock()
                entry.before, entry.after = capture.as_log(changed)
                self.session.add(entry)
            self.session.commit()
        return None if entry is None else entry.id


def _stop_noting(session: Session) -> None:
    capture.stop(session.connection())
