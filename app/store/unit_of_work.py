"""One verb, one transaction: everything of it is stored, with its line in the log, or nothing."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.store import capture
from app.store.blobs import store_blob
from app.store.connection import raw_of
from app.store.failpoints import reach
from app.store.faults import told_in_words, user_error
from app.store.fresh_keys import keep_keys_fresh
from app.store.log_line import Deed, write_line
from app.store.writer import Writer


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

    def __init__(self, writer: Writer, who: str = "") -> None:
        self._writer = writer
        self._who = who
        self._deed: Deed | None = None
        self._is_captured = True
        self._is_done = False

    def __enter__(self) -> Self:
        self._writer.take_turn()
        self.session = Session(self._writer.engine, expire_on_commit=False)
        keep_keys_fresh(self.session)
        try:
            self._writer.must_be_there()
            with told_in_words(self._writer.path):
                self.session.connection()
        except BaseException:
            self._end()
            raise
        reach("work.begun")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        told = None if error is None else user_error(error, self._writer.path)
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
        goes_on: bool = False,
        undoes: int | None = None,
    ) -> None:
        """Say what this unit of work does, for the log.

        `final` marks what has no inverse (sent, approved). `capture=False` leaves the rows out of
        the log, for making in bulk; such an entry is final too. `goes_on` lets the same edit of
        the same fields, made again within ten minutes, join the entry before it: typing does not
        fill the log. `undoes` is the entry that this one takes back.
        """
        self._deed = Deed(
            who=self._who,
            verb=verb,
            subject=subject,
            subject_id=subject_id,
            is_final=final or not capture,
            undoes_id=undoes,
            goes_on=goes_on,
        )
        if not capture and self._is_captured:
            self._stop_noting()

    def instant(self) -> str:
        """Now, as the file stores instants."""
        return self._writer.instant()

    def add_blob(self, data: bytes) -> str:
        """Keep `data` in the file, once whatever its names, and return its SHA-256."""
        return store_blob(self.session, data)

    def commit(self) -> int | None:
        """Store everything; returns the log entry's id, or None when nothing was done or said.

        Rows that changed without `describe`, and a second commit, are our bugs (`RuntimeError`).
        """
        if self._is_done:
            raise RuntimeError("a unit of work commits once")
        with told_in_words(self._writer.path):
            self.session.flush()
            reach("work.flushed")
            entry_id = self._log()
            reach("work.logged")
            self._writer.must_be_there()
            self.session.commit()
        self._is_done = True
        self._writer.has_written = True
        reach("work.committed")
        return entry_id

    def _log(self) -> int | None:
        connection = raw_of(self.session.connection())
        changed = capture.take(connection, was_stopped=not self._is_captured)
        if self._deed is None:
            if changed:
                raise RuntimeError("a unit of work that changes rows says what it does")
            return None
        before, after = capture.as_log(changed if self._is_captured else [])
        return write_line(connection, self._deed, self._writer.instant(), before, after)

    def _stop_noting(self) -> None:
        self._is_captured = False
        capture.stop(raw_of(self.session.connection()))

    def _end(self) -> None:
        try:
            self.session.close()
        finally:
            self._writer.give_turn()
