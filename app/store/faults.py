"""From the driver's errors to what they mean for the user; everything else stays our own bug."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.domain.errors import UserError
from app.store.triggers import REFUSALS

_CODES = {
    5: "file_busy",  # SQLITE_BUSY
    6: "file_busy",  # SQLITE_LOCKED
    8: "file_not_writable",  # SQLITE_READONLY
    10: "disk_failed",  # SQLITE_IOERR
    11: "file_damaged",  # SQLITE_CORRUPT
    13: "disk_full",  # SQLITE_FULL
    14: "disk_failed",  # SQLITE_CANTOPEN
    26: "file_damaged",  # SQLITE_NOTADB
}
"""SQLite's primary result codes that are the user's world."""


_CODE_OF_MESSAGE = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""SQLite's own texts: errors of a backup carry no code."""


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code of an error, seen through SQLAlchemy too; 0 when it has none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return _CODE_OF_MESSAGE.get(str(cause), 0) if code is None else int(code) & 0xFF


def user_error(error: BaseException, path: Path) -> UserError | None:
    """The `UserError` that `error` means, or None when it is our own bug."""
    if isinstance(error, StaleDataError):
        return UserError("stale_version")
    if isinstance(error, UnicodeDecodeError):  # the driver stumbles over its own message
        is_about_schema = error.object.startswith(b"malformed database schema")
        return UserError("file_damaged", file=path.name) if is_about_schema else None
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, driver.Error):
        return None
    if str(cause) in REFUSALS:
        return UserError(str(cause))
    if "Could not decode to UTF-8" in str(cause):  # the driver's own finding, without a code
        return UserError("file_damaged", file=path.name)
    code = _CODES.get(primary_code(error))
    return UserError(code, file=path.name) if code else None


@contextmanager
def told_in_words(
    path: Path, *, spared: Collection[int] = (), is_open: bool = False
) -> Iterator[None]:
    """Turns the driver's errors that are the user's world into `UserError`.

    Those whose primary code is `spared` pass through, for a caller that knows more about them.
    Where the file `is_open`, one that has gone since is told as such.
    """
    try:
        yield
    except (driver.Error, DBAPIError, StaleDataError, UnicodeDecodeError) as error:
        told = None if primary_code(error) in spared else user_error(error, path)
        if told is None:
            raise
        if is_open and told.code == "disk_failed" and not path.exists():
            told = UserError("file_gone", file=path.name)
        raise told from error
