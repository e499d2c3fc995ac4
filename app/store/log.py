"""The log read back: history, and the inverse of what a verb did."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from app.domain.errors import UserError
from app.models import Base, LogEntry
from app.store import capture
from app.store.capture import RowChange, Values, from_log
from app.store.connection import raw_of
from app.store.council_file import CouncilFile
from app.store.faults import user_error
from app.store.queries.queue import cases_standing_twice


@dataclass(frozen=True, slots=True)
class LogLine:
    """One verb in the log, with its rows before and after in the order of writing."""

    id: int
    at: datetime
    who: str
    verb: str
    subject: str
    subject_id: int | None
    is_final: bool
    undoes_id: int | None
    is_undone: bool
    rows: tuple[RowChange, ...]


def history(file: CouncilFile, subject: str, subject_id: int | None = None) -> list[LogLine]:
    """What was done to one subject (to all of its kind without an id), the newest first."""
    query = select(LogEntry).where(LogEntry.subject == subject).order_by(LogEntry.id.desc())
    if subject_id is not None:
        query = query.where(LogEntry.subject_id == subject_id)
    with file.reading() as session:
        return [_line(session, entry) for entry in session.scalars(query).all()]


def last_undoable(file: CouncilFile) -> LogLine | None:
    """The newest entry that has an inverse and is neither undone nor itself an undoing."""
    undoing = aliased(LogEntry)
    query = (
        select(LogEntry)
        .where(
            ~LogEntry.is_final,
            LogEntry.undoes_id.is_(None),
            ~select(undoing.id).where(undoing.undoes_id == LogEntry.id).exists(),
        )
        .order_by(LogEntry.id.desc())
        .limit(1)
    )
    with file.reading() as session:
        entry = session.scalar(query)
        return None if entry is None else _line(session, entry)


def undo(file: CouncilFile, entry_id: int, who: str = "") -> int:
    """Put every row of an entry back as it was, as an entry of its own; returns the new entry's id.

    Undoing an undoing does the deed again. `UserError` when the entry is final or undone already,
    when the rows have changed since, when other rows depend on what would go, or when a case
    would come back onto an agenda though it stands on another by now.
    """
    with file.unit_of_work(who) as work:
        entry = work.session.get(LogEntry, entry_id)
        if entry is None:
            raise UserError("undo_not_found")
        if entry.is_final:
            raise UserError("undo_is_final")
        if _is_undone(work.session, entry_id):
            raise UserError("undo_done_already")
        work.describe("undo", entry.subject, entry.subject_id, undoes=entry_id)
        twice = cases_standing_twice(work.session)
        try:
            _put_back(work.session.connection(), from_log(entry.before, entry.after))
            _must_stand_once(work.session, twice)
            undoing = work.commit()
        except IntegrityError as error:
            raise user_error(error, file.path) or UserError("undo_in_use") from error
    return _given(undoing)


def _must_stand_once(session: Session, known: Collection[int]) -> None:
    for key, title in cases_standing_twice(session).items():
        if key not in known:
            raise UserError("case_on_agenda_already", title=title)


def _given(entry_id: int | None) -> int:
    if entry_id is None:
        raise RuntimeError("an undoing left no entry")
    return entry_id


def _line(session: Session, entry: LogEntry) -> LogLine:
    return LogLine(
        id=entry.id,
        at=entry.at,
        who=entry.who,
        verb=entry.verb,
        subject=entry.subject,
        subject_id=entry.subject_id,
        is_final=entry.is_final,
        undoes_id=entry.undoes_id,
        is_undone=_is_undone(session, entry.id),
        rows=tuple(from_log(entry.before, entry.after)),
    )


def _is_undone(session: Session, entry_id: int) -> bool:
    return session.scalar(select(LogEntry.id).where(LogEntry.undoes_id == entry_id)) is not None


def _put_back(connection: Connection, rows: list[RowChange]) -> None:
    """Backwards through the writing; references are looked at when all is in place."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for row in reversed(rows):
        if row.before is None:
            _take_out(connection, row.table, {**_content(row.table, row.after or {}), **row.key})
        elif row.after is None:
            _put_in(connection, row.table, row.before)
        else:
            _set_back(connection, row, row.before, row.after)
    known = {(row.table, tuple(row.key.items())) for row in rows}
    touched = {(row.table, tuple(row.key.items())) for row in capture.changes(raw_of(connection))}
    if touched - known:  # a cascade went further than the deed did
        raise UserError("undo_in_use")


def _take_out(connection: Connection, table: str, values: Values) -> None:
    condition, bound = _is_all(values)
    _must_hit(connection, f'DELETE FROM "{table}" WHERE {condition}', bound)


def _put_in(connection: Connection, table: str, values: Values) -> None:
    columns = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    _must_hit(
        connection,
        f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
        tuple(values.values()),
    )


def _set_back(connection: Connection, row: RowChange, before: Values, after: Values) -> None:
    condition, bound = _is_all({**row.key, **_content(row.table, after)})
    old = _content(row.table, before)
    sets = [f"{name} = ?" for name in old]
    if len(old) < len(before):  # a version never goes back, or a stale screen could write
        sets.append("version = version + 1")
    _must_hit(
        connection,
        f'UPDATE "{row.table}" SET {", ".join(sets)} WHERE {condition}',
        (*old.values(), *bound),
    )


def _is_all(values: Values) -> tuple[str, tuple[object, ...]]:
    return " AND ".join(f"{name} IS ?" for name in values), tuple(values.values())


def _must_hit(connection: Connection, statement: str, bound: tuple[object, ...]) -> None:
    if connection.exec_driver_sql(statement, bound).rowcount != 1:
        raise UserError("undo_changed_since")


def _content(table: str, values: Values) -> Values:
    """The values without the row's version: edits that were undone in between do not count."""
    if "version" not in Base.metadata.tables[table].columns:
        return values
    return {name: value for name, value in values.items() if name != "version"}
