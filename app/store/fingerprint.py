"""What a file says, apart from how its pages lie: hashes that two equal files share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.store.opening import looking


@dataclass(frozen=True, slots=True)
class TablePrint:
    """How many rows a table has, and a hash of each of its columns in the order of its key."""

    rows: int
    columns: dict[str, str]


def prints(connection: Any) -> dict[str, TablePrint]:
    """The print of every table, as the open transaction sees it."""
    return {table: _print(connection, table) for table in table_names(connection)}


def logical_hash(connection: Any) -> str:
    """One hash of everything that all tables hold; equal after a copy, a restore, a new layout."""
    whole = sha256()
    for table, found in prints(connection).items():
        whole.update(f"{table}:{found.rows}".encode())
        for column, digest in found.columns.items():
            whole.update(f"{column}:{digest}".encode())
    return whole.hexdigest()


def logical_hash_of(path: Path, key: bytes | None = None) -> str:
    """The logical hash of a file that nobody has open."""
    with looking(path, key) as connection:
        return logical_hash(connection)


def table_names(connection: Any) -> list[str]:
    """The tables of a file by name, without SQLite's own."""
    return [
        str(row[0])
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name"
        ).fetchall()
    ]


def column_names(connection: Any, table: str) -> list[str]:
    """The columns of a table by name."""
    return sorted(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})"))


def _print(connection: Any, table: str) -> TablePrint:
    columns = column_names(connection, table)
    hashes = {column: sha256() for column in columns}
    rows = 0
    for row in _rows(connection, table, columns):
        rows += 1
        for column, value in zip(columns, row, strict=True):
            for piece in _told(value):
                hashes[column].update(piece)
    return TablePrint(rows, {column: found.hexdigest() for column, found in hashes.items()})


def _rows(connection: Any, table: str, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    info = connection.execute(f"PRAGMA table_info({table})").fetchall()
    key = ", ".join(str(row[1]) for row in sorted(info, key=lambda row: row[5]) if row[5])
    listed = ", ".join(f'"{column}"' for column in columns)
    yield from connection.execute(f"SELECT {listed} FROM {table} ORDER BY {key or 'rowid'}")


def _told(value: object) -> Iterator[bytes]:
    data = value if isinstance(value, bytes) else str(value).encode()
    yield f"{type(value).__name__}:{len(data)}:".encode()
    yield data
