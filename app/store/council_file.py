"""The council file: made, opened, written, read and closed here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.store import capture
from app.store.blobs import BlobReader
from app.store.connection import APPLICATION_ID, assert_libraries, connect, engine
from app.store.faults import told_in_words
from app.store.lock import WriterLock
from app.store.schema import VERSION, make_schema
from app.store.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]


class CouncilFile:
    """One open council file; a context manager that closes it."""

    path: Path
    is_read_only: bool
    blobs: BlobReader

    def __init__(
        self, path: Path, *, clock: Clock, key: bytes | None, lock: WriterLock | None
    ) -> None:
        self.path = path
        self.is_read_only = lock is None
        self.blobs = BlobReader(self.reading)
        self._clock = clock
        self._key = key
        self._lock = lock
        self._readers = engine(self._read_connection, begin="BEGIN", size=4)
        self._writer: Engine | None = None
        if lock is not None:
            self._writer = engine(self._write_connection, begin="BEGIN IMMEDIATE", size=1)

    @classmethod
    def create(cls, path: Path, *, clock: Clock, key: bytes | None = None) -> CouncilFile:
        """Make an empty council file at `path` and open it; `UserError` when something is there."""
        assert_libraries()
        if path.exists():
            raise UserError("file_exists", file=path.name)
        fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
        fresh.unlink(missing_ok=True)
        with told_in_words(path):
            connection = connect(fresh, "rwc", key=key)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                make_schema(connection)
                connection.execute("COMMIT")
            finally:
                connection.close()
        fresh.rename(path)
        return cls.open(path, clock=clock, key=key)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock,
        key: bytes | None = None,
        read_only: bool = False,
        backups: Path | None = None,
    ) -> CouncilFile:
        """Open a council file; `UserError` says what is wrong with it, and it is left as it was."""
        assert_libraries()
        if not path.is_file():
            raise UserError("file_missing", file=path.name)
        with told_in_words(path):
            connection = connect(path, "ro", key=key)
            try:
                ours = connection.execute("PRAGMA application_id").fetchone()[0]
                version = connection.execute("PRAGMA user_version").fetchone()[0]
            finally:
                connection.close()
        if ours != APPLICATION_ID:
            raise UserError("not_a_council_file", file=path.name)
        if version > VERSION:
            raise UserError("file_is_newer", file=path.name)
        lock = None if read_only else WriterLock(path)
        if lock is not None and not lock.acquire(clock):
            lock = None
        return cls(path, clock=clock, key=key, lock=lock)

    def unit_of_work(self, who: str = "") -> UnitOfWork:
        """A writing transaction; `UserError` when the file is open for reading only."""
        if self._writer is None:
            raise UserError("file_read_only", file=self.path.name)
        return UnitOfWork(self._writer, self.path, self._clock, who)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the file and cannot write."""
        with told_in_words(self.path), Session(self._readers, autoflush=False) as session:
            yield session

    def instant(self) -> str:
        """Now, as the file stores instants."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds")

    def write_draft(self, statement: str, values: tuple[str | int, ...]) -> None:
        """Commit one statement on the drafts, which are no part of the log."""
        if self._writer is None:
            raise UserError("file_read_only", file=self.path.name)
        with told_in_words(self.path), self._writer.begin() as connection:
            connection.exec_driver_sql(statement, values)

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that a copy of it is whole, and let it go."""
        self._readers.dispose()
        if self._writer is not None:
            with self._writer.connect() as connection:
                raw = connection.connection.dbapi_connection
                connection.rollback()
                if raw is not None:
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writer.dispose()
            self._writer = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def _read_connection(self) -> Any:
        return connect(self.path, "ro", key=self._key)

    def _write_connection(self) -> Any:
        connection = connect(self.path, "rw", key=self._key)
        capture.watch(connection)
        return connection
