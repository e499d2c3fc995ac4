"""A council file as version 1 made it, for tests of upgrading."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.store.connection import connect
from app.store.fingerprint import column_names, table_names
from app.store.migrate import migrate
from tests.helpers.store import a_council_on_disk


def a_file_of_version_1(path: Path, key: bytes | None = None) -> Path:
    """The small council, in tables of version 1."""
    path.write_bytes(_made(key))
    return path


def an_empty_file(path: Path, key: bytes | None = None) -> Path:
    """A database without a table, from which every migration starts."""
    with closing(connect(path, "rwc", key=key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 0")
    return path


@cache
def _made(key: bytes | None) -> bytes:
    with TemporaryDirectory() as folder:
        path = an_empty_file(Path(folder) / "gammel.rundgang", key)
        migrate(path, key, target=1)
        _copy_rows(a_council_on_disk(Path(folder) / "ny.rundgang", key=key), path, key)
        return path.read_bytes()


def _copy_rows(new: Path, old: Path, key: bytes | None) -> None:
    """Everything that version 1 has room for."""
    with closing(connect(new, key=key)) as source, closing(connect(old, key=key)) as target:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        for table in table_names(target):
            columns = column_names(target, table)
            listed = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            rows = source.execute(f'SELECT {listed} FROM "{table}"').fetchall()
            target.executemany(f'INSERT INTO "{table}" ({listed}) VALUES ({marks})', rows)
        target.execute("COMMIT")
