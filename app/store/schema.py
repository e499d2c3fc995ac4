"""The schema of a new council file, made straight from the models, and its version number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Any

from app.store.connection import APPLICATION_ID, memory
from app.store.dialect import table_statements
from app.store.triggers import trigger_statements

VERSION = 4
"""The version that this program writes; a file's own is its `user_version`."""

Schema = dict[str, str]
"""Every table, index and trigger by name, in a form that only a real difference changes."""


def make_schema(connection: Any) -> None:
    """Make all tables, indexes and triggers in the open transaction, and mark the file as ours.

    A test holds this equal to running every migration from nothing.
    """
    for statement in (*table_statements(), *trigger_statements()):
        connection.execute(statement)
    mark(connection, VERSION)


def mark(connection: Any, version: int) -> None:
    """Write into the file's head that it is a council file of `version`."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


@cache
def expected_schema() -> Schema:
    """The schema that a file of this version has."""
    with closing(memory()) as connection:
        make_schema(connection)
        return schema_of(connection)


def schema_of(connection: Any) -> Schema:
    """The schema that a file really has."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    ).fetchall()
    return {f"{kind} {name}": _normalised(kind, sql) for kind, name, sql in rows}


def _normalised(kind: str, sql: str) -> str:
    text = re.sub(r"\s+", " ", sql.replace('"', "")).strip()
    if kind != "table":
        return text
    head, _, rest = text.partition("(")
    body, _, tail = rest.rpartition(")")
    parts = list(_parts(body))
    columns = [part for part in parts if not part.startswith("CONSTRAINT ")]
    constraints = sorted(part for part in parts if part.startswith("CONSTRAINT "))
    return f"{head.strip()} ({'; '.join([*columns, *constraints])}) {tail.strip()}"


def _parts(body: str) -> Iterator[str]:
    """The columns and constraints between a table's outer brackets."""
    depth, start = 0, 0
    for place, char in enumerate(body):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            yield body[start:place].strip()
            start = place + 1
    yield body[start:].strip()
