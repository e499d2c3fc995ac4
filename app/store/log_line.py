"""How a deed becomes a line of the log; the newest is written on while one edit goes on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

LONGEST = timedelta(minutes=10)
"""From its first commit, how long one edit may go on in one entry."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a unit of work says that it does; its line in the log, but for the rows."""

    who: str
    verb: str
    subject: str
    subject_id: int | None
    is_final: bool
    undoes_id: int | None
    goes_on: bool


def write_line(connection: Any, deed: Deed, at: str, before: str, after: str) -> int:
    """Add a line to the log, or write the newest on when `deed` goes on; returns the line's id."""
    if deed.goes_on:
        newest = _that_goes_on(connection, deed, at, before, after)
        if newest is not None:
            connection.execute("UPDATE log_entry SET after = ? WHERE id = ?", (after, newest))
            return newest
    made = connection.execute(
        "INSERT INTO log_entry (at, who, verb, subject, subject_id, before, after, undoes_id,"
        " is_final) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            at,
            deed.who,
            deed.verb,
            deed.subject,
            deed.subject_id,
            before,
            after,
            deed.undoes_id,
            deed.is_final,
        ),
    )
    return int(made.lastrowid)


def _that_goes_on(connection: Any, deed: Deed, at: str, before: str, after: str) -> int | None:
    """The newest line, when it tells of the same columns of the same rows by the same deed."""
    newest = connection.execute(
        "SELECT id, at, who, verb, subject, subject_id, is_final, undoes_id, before, after"
        " FROM log_entry ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if newest is None or deed.is_final:
        return None
    same = (deed.who, deed.verb, deed.subject, deed.subject_id, 0, None)
    if tuple(newest[2:8]) != same:
        return None
    passed = datetime.fromisoformat(at) - datetime.fromisoformat(newest[1])
    if not timedelta() <= passed < LONGEST:
        return None
    outlines = {_outline(text) for text in (newest[8], newest[9], before, after)}
    return int(newest[0]) if len(outlines) == 1 else None


def _outline(text: str) -> str:
    """Which columns of which rows are told, without what they hold."""
    return json.dumps(
        [[row["table"], row["key"], sorted(row["values"])] for row in json.loads(text)],
        sort_keys=True,
    )
