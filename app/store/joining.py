"""Whether an edit is the last one going on, so that an hour of typing is a few lines of history."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import LogEntry

LONGEST = timedelta(minutes=10)
"""From its first commit, how long one edit may go on in one entry."""


def entry_that_goes_on(session: Session, entry: LogEntry) -> LogEntry | None:
    """The newest entry of the log, when `entry` changes the same columns of the same rows again."""
    with session.no_autoflush:
        newest = session.scalar(select(LogEntry).order_by(LogEntry.id.desc()).limit(1))
    if newest is None or not _is_same_deed(newest, entry):
        return None
    if not timedelta() <= entry.at - newest.at < LONGEST:
        return None
    outlines = {_outline(text) for text in (newest.before, newest.after, entry.before, entry.after)}
    return newest if len(outlines) == 1 else None


def _is_same_deed(newest: LogEntry, entry: LogEntry) -> bool:
    return (
        not newest.is_final
        and not entry.is_final
        and newest.undoes_id is None
        and (newest.who, newest.verb, newest.subject, newest.subject_id)
        == (entry.who, entry.verb, entry.subject, entry.subject_id)
    )


def _outline(text: str) -> str:
    """Which columns of which rows are told, without what they hold."""
    return json.dumps(
        [[row["table"], row["key"], sorted(row["values"])] for row in json.loads(text)],
        sort_keys=True,
    )
