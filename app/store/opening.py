"""Looks at a file before it is opened: what is not ours, or too new, is told and left untouched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from app.domain.errors import UserError
from app.store.connection import APPLICATION_ID, PAGE_BYTES, connect
from app.store.faults import primary_code, told_in_words

CANNOT_OPEN, NOT_A_DATABASE = 14, 26
NO_ROOM_TO_READ = frozenset({8, 10, 13, CANNOT_OPEN})
"""SQLITE_READONLY, IOERR, FULL, CANTOPEN: SQLite could not make the index of its log."""

_OTHER_FORMATS = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"Rar!")
"""First bytes of files that look as random as an encrypted one, but are something else."""

_RANDOM_ENOUGH = 220
"""Different bytes on a page of 4096: an encrypted page has nearly all 256."""


@dataclass(frozen=True, slots=True)
class Access:
    """How a file is reached: where its bytes are read, and whether nobody can be writing them."""

    path: Path
    is_immutable: bool = False
    scratch: Path | None = None
    """A private folder that goes when the file is closed."""

    def discard(self) -> None:
        """Take the private copy away."""
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)


def wal_of(path: Path) -> Path:
    """The write-ahead log beside a file."""
    return path.with_name(path.name + "-wal")


def has_wal(path: Path) -> bool:
    """Whether committed edits wait beside the file, as after an unclean end or during writing."""
    try:
        return wal_of(path).stat().st_size > 0
    except OSError:
        return False


def must_be_a_file(path: Path) -> None:
    """`UserError` when `path` is missing, a folder, empty, or not for us to read."""
    try:
        is_folder, size = path.is_dir(), path.stat().st_size
    except PermissionError:
        raise UserError("file_not_readable", file=path.name) from None
    except OSError:
        raise UserError("file_missing", file=path.name) from None
    if is_folder:
        raise UserError("file_is_a_folder", file=path.name)
    if not os.access(path, os.R_OK):
        raise UserError("file_not_readable", file=path.name)
    if size == 0 and not has_wal(path):
        raise UserError("file_is_empty", file=path.name)


def version_of(path: Path, key: bytes | None, *, may_sniff: bool = True) -> int:
    """The schema version of a council file; `UserError` when it is none, is damaged or locked.

    Touches nothing: while no edits wait beside the file, not even SQLite's helper files are made.
    """
    try:
        with told_in_words(path, spared=(NOT_A_DATABASE, CANNOT_OPEN)):
            application, version = _marks(path, key)
    except driver.Error as error:
        raise _why_not(error, path, key, may_sniff) from error
    if application != APPLICATION_ID:
        raise UserError("not_a_council_file", file=path.name)
    if version < 1:
        raise UserError("file_damaged", file=path.name)
    return version


def _marks(path: Path, key: bytes | None) -> tuple[int, int]:
    if not has_wal(path):
        return _marks_through(connect(path, "ro", key=key, immutable=True))
    try:
        return _marks_through(connect(path, "ro", key=key))
    except driver.Error as error:
        if primary_code(error) != CANNOT_OPEN:
            raise
    access = private_copy(path)
    try:
        return _marks_through(connect(access.path, key=key))
    finally:
        access.discard()


def _marks_through(connection: Any) -> tuple[int, int]:
    with closing(connection):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        # PRAGMAs answer from an unreadable first page too; this reads it for good.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(application), int(version)


def _why_not(error: driver.Error, path: Path, key: bytes | None, may_sniff: bool) -> UserError:
    if primary_code(error) == CANNOT_OPEN:
        return UserError("file_not_readable", file=path.name)
    if not may_sniff:
        return UserError("wrong_key" if key else "key_needed", file=path.name)
    with path.open("rb") as file:
        first = file.read(PAGE_BYTES)
    if key is not None:
        is_plain = first.startswith(b"SQLite format 3\0")
        return UserError("file_is_not_locked" if is_plain else "wrong_key", file=path.name)
    if _looks_encrypted(first, path.stat().st_size):
        return UserError("key_needed", file=path.name)
    return UserError("not_a_council_file", file=path.name)


def _looks_encrypted(first: bytes, size: int) -> bool:
    return (
        size % PAGE_BYTES == 0
        and len(set(first)) >= _RANDOM_ENOUGH
        and not first.startswith(_OTHER_FORMATS)
    )


def access_for_reading(path: Path, key: bytes | None) -> Access:
    """How to read a file, also where nothing can be written or nothing more has room."""
    try:
        _marks_through(connect(path, "ro", key=key))
    except driver.Error as error:
        if primary_code(error) not in NO_ROOM_TO_READ:
            raise
    else:
        return Access(path)
    return private_copy(path) if has_wal(path) else Access(path, is_immutable=True)


@contextmanager
def looking(path: Path, key: bytes | None) -> Iterator[Any]:
    """A reading connection to a file that nobody has open, which leaves nothing beside it."""
    access = access_for_reading(path, key) if has_wal(path) else Access(path, is_immutable=True)
    try:
        with closing(connect(access.path, "ro", key=key, immutable=access.is_immutable)) as found:
            yield found
    finally:
        access.discard()


def snapshot(path: Path, key: bytes | None) -> Access:
    """A whole copy of one moment of a file that another may be writing, in a private folder."""
    access = access_for_reading(path, key)
    scratch = Path(tempfile.mkdtemp(prefix="rundgang-"))
    copy = scratch / path.name
    try:
        with (
            closing(connect(access.path, "ro", key=key, immutable=access.is_immutable)) as source,
            closing(connect(copy, "rwc", key=key)) as target,
        ):
            source.backup(target)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    finally:
        access.discard()
    return Access(copy, scratch=scratch)


def private_copy(path: Path) -> Access:
    """A copy of the file with its waiting edits, in a folder that only this user can enter."""
    scratch = Path(tempfile.mkdtemp(prefix="rundgang-"))
    copy = scratch / path.name
    try:
        shutil.copyfile(path, copy)
        if has_wal(path):
            shutil.copyfile(wal_of(path), wal_of(copy))
    except OSError as error:
        shutil.rmtree(scratch, ignore_errors=True)
        raise UserError("disk_failed", file=path.name) from error
    return Access(copy, scratch=scratch)
