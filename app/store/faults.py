"""From the driver's errors to what they mean for the user; everything else stays our own bug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.domain.errors import UserError
from app.store.triggers import FROZEN

REFUSALS = frozenset(
    {"term_overlap", "minutes_are_approved", "case_number_is_fixed", *FROZEN.values()}
)
"""Codes that the file's own triggers raise."""

_FULL, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _NOTADB = 13, 5, 6, 8, 10, 11, 26

_CODES = {
    _FULL: "disk_full",
    _BUSY: "file_busy",
    _LOCKED: "file_busy",
    _READONLY: "file_not_writable",
    _IOERR: "file_write_failed",
    _CORRUPT: "file_damaged",
    _NOTADB: "file_damaged",
}


def user_error(error: BaseException, path: Path) -> UserError | None:
    """The `UserError` that `error` means, or None when it is our own bug."""
    if isinstance(error, StaleDataError):
        return UserError("stale_version")
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, driver.Error):
        return None
    if str(cause) in REFUSALS:
        return UserError(str(cause))
    code = _CODES.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    return UserError(code, file=path.name) if code else None


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """Turns the driver's errors that are the user's world into `UserError`."""
    try:
        yield
    except (driver.Error, DBAPIError, StaleDataError) as error:
        told = user_error(error, path)
        if told is None:
            raise
        raise told from error
