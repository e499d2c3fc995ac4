"""The council file: made, opened, written, read and closed here."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.store import capture
from app.store.backup import BackupFolder, back_up_before_upgrade
from app.store.blobs import BlobReader
from app.store.connection import assert_libraries, connect, engine
from app.store.failpoints import reach
from app.store.faults import told_in_words
from app.store.lock import WriterLock
from app.store.opening import (
    Access,
    access_for_reading,
    has_wal,
    must_be_a_file,
    snapshot,
    version_of,
)
from app.store.placing import clear_leftovers, place, temporary_name
from app.store.schema import VERSION, make_schema
from app.store.unit_of_work import UnitOfWork
from app.store.writer import Writer

Clock = Callable[[], datetime]

log = logging.getLogger(__name__)


class CouncilFile:
    """One open council file; a context manager that closes it."""

    path: Path
    is_read_only: bool
    why_read_only: Reason | None
    """Who holds the file, or which right is missing; None for a file open for writing."""
    ended_uncleanly: bool
    """Whether the last one to write was cut off: nothing is lost, but a full check is due."""
    blobs: BlobReader

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        key: bytes | None,
        lock: WriterLock | None,
        why_read_only: Reason | None,
        access: Access,
        backups: Path | None,
    ) -> None:
        self.path = path
        self.is_read_only = why_read_only is not None
        self.why_read_only = why_read_only
        self.ended_uncleanly = False
        self.blobs = BlobReader(self.reading)
        self.key = key
        self._clock = clock
        self._lock = lock
        self._access = access
        self._backups = backups
        self._readers = engine(self._read_connection, begin="BEGIN", size=4)
        self._writer: Writer | None = None
        if not self.is_read_only:
            writers = engine(self._write_connection, begin="BEGIN IMMEDIATE", size=1)
            self._writer = Writer(writers, path, clock)

    @classmethod
    def create(cls, path: Path, *, clock: Clock, key: bytes | None = None) -> CouncilFile:
        """Make an empty council file at `path` and open it; `UserError` when something is there."""
        assert_libraries()
        if path.exists():
            raise UserError("file_exists", file=path.name)
        if not path.parent.is_dir():
            raise UserError("folder_missing", folder=str(path.parent))
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise UserError("folder_not_writable", folder=str(path.parent))
        made = temporary_name(path)
        try:
            clear_leftovers(path)
            with told_in_words(path):
                _make(made, key)
            place(made, path)
        except OSError as error:
            raise UserError("disk_failed", file=path.name) from error
        finally:
            made.unlink(missing_ok=True)
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
        """Open a council file; `UserError` says what is wrong with it, and it is left as it was.

        Where it cannot be written, or another window writes to it, it is opened for reading, and
        `why_read_only` tells the reason. `backups` is the folder of this file's copies: one is
        made there before an older file is upgraded, and one on closing when something changed.
        """
        assert_libraries()
        must_be_a_file(path)
        taken: WriterLock | Reason = Reason("read_only_asked", file=path.name)
        if not read_only:
            taken = WriterLock.take(path, clock)
        lock, why = (None, taken) if isinstance(taken, Reason) else (taken, None)
        try:
            with told_in_words(path):
                return cls._open(path, clock, key, lock, why, backups)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _open(
        cls,
        path: Path,
        clock: Clock,
        key: bytes | None,
        lock: WriterLock | None,
        why: Reason | None,
        backups: Path | None,
    ) -> CouncilFile:
        cut_off = lock is not None and has_wal(path)
        version = version_of(path, key, may_sniff=lock is not None or not _is_held_here(path))
        if version > VERSION:
            raise UserError("file_is_newer", file=path.name)
        if version == VERSION:
            access = access_for_reading(path, key)
        elif lock is None:
            access = snapshot(path, key)
            _upgrade(access.path, key)
        else:
            back_up_before_upgrade(path, key, backups, clock)
            _upgrade(path, key)
            access = Access(path)
        if lock is not None and access != Access(path):  # not even SQLite's index has room
            why = Reason("read_only_disk_full", file=path.name)
        file = cls(
            path,
            clock=clock,
            key=key,
            lock=lock,
            why_read_only=why,
            access=access,
            backups=backups,
        )
        file.ended_uncleanly = cut_off
        return file

    def unit_of_work(self, who: str = "") -> UnitOfWork:
        """A writing transaction; `UserError` when the file is open for reading only."""
        return UnitOfWork(self.writer, who)

    @property
    def writer(self) -> Writer:
        """What writes to this file; `UserError` says why it is open for reading only."""
        if self._writer is None:
            raise UserError("file_read_only", file=self.path.name)
        return self._writer

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the file and cannot write.

        An error that nobody expected is told as damage when that is what the file has.
        """
        try:
            with self.examining() as session:
                yield session
        except (ValueError, LookupError, TypeError, SQLAlchemyError) as error:
            if self._is_damaged():
                raise UserError("file_damaged", file=self.path.name) from error
            raise

    @contextmanager
    def examining(self) -> Iterator[Session]:
        """As `reading`, for those who look for damage themselves."""
        with (
            told_in_words(self.path, is_open=True),
            Session(self._readers, autoflush=False) as session,
        ):
            yield session

    def now(self) -> datetime:
        """The time by the clock that the file was opened with."""
        return self._clock()

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """A reading connection of the driver, for whole-file work such as copies and checks."""
        with told_in_words(self.path, is_open=True), closing(self._read_connection()) as connection:
            yield connection

    def settle(self) -> None:
        """Fold the write-ahead log into the file, so that a copy of it is whole; call when idle.

        Harmless when it cannot be done now: the edits stay safe where they are.
        """
        if self._writer is None:
            return
        with self._writer.turn():
            _fold(self.path, self.key)

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that a copy of it is whole, and let it go."""
        if self._writer is not None:
            self._back_up_changes(self._writer)
            self._writer.engine.dispose()
            self._writer = None
            self._readers.dispose()
            reach("close.folding")
            _fold(self.path, self.key)
        self._readers.dispose()
        if self.is_read_only:
            self._tidy()
        self._access.discard()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _is_damaged(self) -> bool:
        from app.store.check import is_damaged  # it knows this module

        return is_damaged(self)

    def _tidy(self) -> None:
        """Take SQLite's empty helper files away, where reading made them and nobody else reads."""
        if self._access.is_immutable or has_wal(self.path) or self._lock is not None:
            return
        lock = WriterLock.take(self.path, self._clock)
        if isinstance(lock, WriterLock):
            _fold(self.path, self.key)
            lock.release()

    def _back_up_changes(self, writer: Writer) -> None:
        if self._backups is None or not writer.has_written:
            return
        try:
            BackupFolder(self._backups, self._clock).take(self, at_exit=True)
        except UserError as error:  # the file itself is whole; the window warns after seven days
            log.warning("no backup on closing: %s", error.code)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def _read_connection(self) -> Any:
        access = self._access
        return connect(access.path, "ro", key=self.key, immutable=access.is_immutable)

    def _write_connection(self) -> Any:
        connection = connect(self.path, "rw", key=self.key)
        capture.watch(connection)
        return connection


def _make(made: Path, key: bytes | None) -> None:
    """An empty council file at `made`, closed and whole."""
    with closing(connect(made, "rwc", key=key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        make_schema(connection)
        reach("create.made")
        connection.execute("COMMIT")


def _upgrade(path: Path, key: bytes | None) -> None:
    # Alembic takes most of a second to load, and is needed only here.
    from app.store.migrate import migrate

    migrate(path, key)


def _fold(path: Path, key: bytes | None) -> None:
    """Empty the write-ahead log into the file; where that cannot be, it stays and is safe."""
    try:
        with told_in_words(path), closing(connect(path, "rw", key=key)) as connection:
            connection.execute("PRAGMA busy_timeout = 300")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except UserError as error:
        log.warning("the write-ahead log was left in place: %s", error.code)


def _is_held_here(path: Path) -> bool:
    return WriterLock(path).holder().is_this_process
