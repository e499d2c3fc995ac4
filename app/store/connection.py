"""One way to connect to a council file: driver, key, pragmas, engines for writing and reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

APPLICATION_ID = 0x52554E44
"""`RUND`: what marks a database as a council file."""

PAGE_BYTES = 4096
BUSY_SECONDS = 5.0
OLDEST_SQLITE = (3, 51, 3)
"""Before it, a WAL that is reset at the wrong moment can damage the file."""

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA temp_store = MEMORY",
)
"""What every connection is told before its first statement (a private key comes before)."""


@cache
def assert_libraries() -> None:
    """SQLite and SQLCipher are the ones the program was built with; anything else is our bug."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is older than {OLDEST_SQLITE}")
    connection = driver.connect(":memory:")
    try:
        found = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if not found or int(str(found[0]).split(".")[0]) < 4:
        raise RuntimeError("SQLCipher 4 or later is needed")


def address(path: Path, mode: str, *, immutable: bool = False) -> str:
    """The SQLite URI of a file; `mode` is rwc, rw or ro."""
    text = quote(path.absolute().as_posix())
    return f"file:{text}?mode={mode}" + ("&immutable=1" if immutable else "")


def connect(
    path: Path, mode: str = "rw", *, key: bytes | None = None, immutable: bool = False
) -> Any:
    """A driver connection with every pragma set; transactions are begun by hand."""
    if key is not None and len(key) != 32:
        raise ValueError("a raw key is 32 bytes")
    connection = driver.connect(
        address(path, mode, immutable=immutable),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        # SQLCipher would tell a wrong key to standard error; we tell it in words.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def memory() -> Any:
    """A connection to an empty database that is nowhere but in memory."""
    return driver.connect(":memory:", isolation_level=None)


def _as_json(value: Any) -> str:
    """With letters as they are, so that a name is found in it as in any text."""
    return json.dumps(value, ensure_ascii=False)


def engine(connector: Callable[[], Any], *, begin: str, size: int) -> Engine:
    """An engine over `connector` whose transactions start with `begin`."""
    made = create_engine(
        "sqlite:///council",
        creator=connector,
        module=driver,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=-1,
        json_serializer=_as_json,
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        raw_of(connection).execute(begin)

    @event.listens_for(made, "checkin")
    def _end(raw: Any, _record: Any) -> None:
        # A commit that SQLite refuses leaves its transaction open, and the engine forgets it.
        if raw is not None and raw.in_transaction:
            raw.rollback()

    return made


def raw_of(connection: Connection) -> Any:
    """The driver's own connection: for the store's few statements around every commit."""
    return connection.connection.dbapi_connection
