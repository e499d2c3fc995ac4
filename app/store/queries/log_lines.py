"""The log as lists: many entries in one read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import LogEntry
from app.store.capture import Values, from_log

_IS_NOTE = and_(LogEntry.before == "[]", LogEntry.after == "[]", ~LogEntry.is_final)
"""What only tells that something was done, such as files that were made."""


@dataclass(frozen=True, slots=True)
class LogHead:
    """One entry without its rows; one that changed none (`is_note`) has nothing to take back."""

    id: int
    at: datetime
    who: str
    verb: str
    subject: str
    subject_id: int | None
    is_final: bool
    undoes_id: int | None
    undone_by_id: int | None
    is_note: bool


def heads_since(session: Session, at: datetime) -> list[LogHead]:
    """Every entry from the instant `at` on, the oldest first."""
    query = _heads().where(LogEntry.at >= at).order_by(LogEntry.id)
    return [LogHead(*row) for row in session.execute(query)]


def heads_of(session: Session, subject: str, subject_id: int, limit: int) -> list[LogHead]:
    """The newest entries of one subject, the newest first."""
    query = (
        _heads()
        .where(LogEntry.subject == subject, LogEntry.subject_id == subject_id)
        .order_by(LogEntry.id.desc())
        .limit(limit)
    )
    return [LogHead(*row) for row in session.execute(query)]


def latest_heads(session: Session, limit: int) -> list[LogHead]:
    """The newest entries of the whole file, the newest first."""
    query = _heads().order_by(LogEntry.id.desc()).limit(limit)
    return [LogHead(*row) for row in session.execute(query)]


def is_untouched_since(
    session: Session, verbs: Sequence[str], meeting_id: int, cases: Sequence[int]
) -> bool:
    """Whether nothing that a meeting's papers are made of was done since the last of `verbs`.

    What is done to other meetings and cases, to people and to tasks is no part of them. False
    when it cannot be told.
    """
    of_meeting = and_(LogEntry.subject == "meeting", LogEntry.subject_id == meeting_id)
    last = _last_of(session, verbs, meeting_id)
    if last is None:
        return False
    of_cases = and_(LogEntry.subject == "case", LogEntry.subject_id.in_(cases))
    elsewhere = LogEntry.subject.in_(("meeting", "case", "person", "term", "action"))
    touching = select(LogEntry.id).where(
        LogEntry.id > last, ~_IS_NOTE, or_(of_meeting, of_cases, ~elsewhere)
    )
    return session.scalar(touching.limit(1)) is None


def last_note_since(
    session: Session, note: str, verbs: Sequence[str], meeting_id: int
) -> datetime | None:
    """When `note` was last made of a meeting, if that was after the last of `verbs`; else None."""
    made = (
        select(LogEntry.at)
        .where(
            LogEntry.subject == "meeting",
            LogEntry.subject_id == meeting_id,
            LogEntry.verb == note,
            LogEntry.id > (_last_of(session, verbs, meeting_id) or 0),
        )
        .order_by(LogEntry.id.desc())
        .limit(1)
    )
    return session.scalar(made)


def _last_of(session: Session, verbs: Sequence[str], meeting_id: int) -> int | None:
    """The newest entry of a meeting that is one of `verbs`, whatever reason was given."""
    spoken = or_(*(LogEntry.verb.startswith(verb, autoescape=True) for verb in verbs))
    of_meeting = and_(LogEntry.subject == "meeting", LogEntry.subject_id == meeting_id)
    return session.scalar(select(func.max(LogEntry.id)).where(of_meeting, spoken))


def who_deleted(session: Session, verbs: Sequence[str]) -> dict[tuple[str, int], str]:
    """Who put a row in the bin last, by table and key, of what was deleted with one of `verbs`."""
    query = (
        select(LogEntry.who, LogEntry.after).where(LogEntry.verb.in_(verbs)).order_by(LogEntry.id)
    )
    return {
        (row["table"], row["key"]["id"]): who
        for who, after in session.execute(query)
        for row in json.loads(after)
        if row["values"].get("deleted_at") is not None
    }


def row_deleted_with(
    session: Session, verb: str, subject: str, subject_id: int, table: str
) -> Values | None:
    """The row of `table` that went when `verb` was last done to a thing; None when none did."""
    entry = session.scalars(
        select(LogEntry)
        .where(
            LogEntry.verb == verb, LogEntry.subject == subject, LogEntry.subject_id == subject_id
        )
        .order_by(LogEntry.id.desc())
        .limit(1)
    ).first()
    if entry is None:
        return None
    gone = (row for row in from_log(entry.before, entry.after) if row.table == table)
    return next((row.before for row in gone if row.after is None), None)


def _heads() -> Select[
    int, datetime, str, str, str, int | None, bool, int | None, int | None, bool
]:
    undoing = aliased(LogEntry)
    return select(
        LogEntry.id,
        LogEntry.at,
        LogEntry.who,
        LogEntry.verb,
        LogEntry.subject,
        LogEntry.subject_id,
        LogEntry.is_final,
        LogEntry.undoes_id,
        select(undoing.id).where(undoing.undoes_id == LogEntry.id).limit(1).scalar_subquery(),
        _IS_NOTE,
    )
