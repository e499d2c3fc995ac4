"""What a unit of work did to the rows, seen by the database itself.

Temporary triggers on the writing connection note every row before and after, so that cascades,
bulk statements and rolled back savepoints are all told as they were.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from app.models import Base

UNTOLD = frozenset({"log_entry", "draft", "blob"})
"""The log itself, text not yet stored, and bytes that are named by their own hash."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row from the first sight of it to the last; None where it did not exist."""

    table: str
    key: Values
    before: Values | None
    after: Values | None


def watch(connection: Any) -> None:
    """Make a driver connection note the changes of every table but the untold ones."""
    connection.execute("CREATE TEMP TABLE noted (seq INTEGER PRIMARY KEY, tbl, before, after)")
    connection.execute("CREATE TEMP TABLE noting (is_on INTEGER NOT NULL)")
    connection.execute("INSERT INTO noting VALUES (1)")
    for table in Base.metadata.sorted_tables:
        if table.name not in UNTOLD:
            _watch_table(connection, table)


def _watch_table(connection: Any, table: Table) -> None:
    old, new = (_row(table, side) for side in ("OLD", "NEW"))
    for event, before, after in (
        ("INSERT", "NULL", new),
        ("UPDATE", old, new),
        ("DELETE", old, "NULL"),
    ):
        connection.execute(
            f"CREATE TEMP TRIGGER note_{table.name}_{event.lower()} AFTER {event}"
            f' ON main."{table.name}" WHEN (SELECT is_on FROM noting)'
            f" BEGIN INSERT INTO noted (tbl, before, after)"
            f" VALUES ('{table.name}', {before}, {after}); END"
        )


def _row(table: Table, side: str) -> str:
    parts = ", ".join(f"'{column.name}', {side}.{column.name}" for column in table.columns)
    return f"json_object({parts})"


def stop(connection: Any) -> None:
    """Note nothing more in this unit of work."""
    connection.execute("UPDATE noting SET is_on = 0")


def take(connection: Any, *, was_stopped: bool = False) -> list[RowChange]:
    """What this unit of work did, taken away so that the next one starts afresh.

    A rollback does the same by itself: the notes are part of the transaction.
    """
    if was_stopped:
        connection.execute("UPDATE noting SET is_on = 1")
    found = changes(connection)
    connection.execute("DELETE FROM noted")
    return found


def changes(connection: Any) -> list[RowChange]:
    """What became of every row, one change a row, in the order of their first change."""
    found: dict[tuple[str, str], RowChange] = {}
    noted = connection.execute("SELECT tbl, before, after FROM noted ORDER BY seq")
    for table, before, after in noted.fetchall():
        old = None if before is None else json.loads(before)
        new = None if after is None else json.loads(after)
        key = _key(table, old or new or {})
        place = (table, json.dumps(key, sort_keys=True))
        known = found.get(place)
        found[place] = RowChange(table, key, known.before if known else old, new)
    return [change for change in found.values() if change.before != change.after]


def _key(table: str, row: Values) -> Values:
    return {column.name: row[column.name] for column in Base.metadata.tables[table].primary_key}


def as_log(change_list: list[RowChange]) -> tuple[str, str]:
    """The log's `before` and `after`: of a changed row only the columns that changed.

    `n` is the row's place in the order of writing, shared by its two sides.
    """
    before, after = [], []
    for number, change in enumerate(change_list):
        old, new = change.before, change.after
        if old is not None and new is not None:
            differing = [name for name in new if new[name] != old[name]]
            old = {name: old[name] for name in differing}
            new = {name: new[name] for name in differing}
        told: dict[str, Any] = {"n": number, "table": change.table, "key": change.key}
        if old is not None:
            before.append({**told, "values": old})
        if new is not None:
            after.append({**told, "values": new})
    return _text(before), _text(after)


def from_log(before: str, after: str) -> list[RowChange]:
    """The inverse of `as_log`: each row with both its sides, in the order of writing."""
    found: dict[int, RowChange] = {}
    for row in json.loads(before):
        found[row["n"]] = RowChange(row["table"], row["key"], row["values"], None)
    for row in json.loads(after):
        known = found.get(row["n"])
        old = known.before if known else None
        found[row["n"]] = RowChange(row["table"], row["key"], old, row["values"])
    return [found[number] for number in sorted(found)]


def _text(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
