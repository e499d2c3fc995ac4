"""A row made in the same deed as another was deleted never gets its key.

SQLite gives a new row the key after the highest there is, so a deed that deletes the newest row and
makes another would look in the log as if one row had become the other, and could not be undone in
the order in which it was done.
"""

from __future__ import annotations

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session, UOWTransaction

from app.models.base import Base

_GONE = "keys that are gone"


def keep_keys_fresh(session: Session) -> None:
    """Give new rows of `session` keys above those that it has deleted."""
    event.listen(session, "before_flush", _before_flush)


def _before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    gone: dict[type[Base], int] = session.info.setdefault(_GONE, {})
    for row in session.deleted:
        key = getattr(row, "id", None)
        if isinstance(key, int):
            gone[type(row)] = max(key, gone.get(type(row), 0))
    for row in session.new:
        if type(row) in gone and getattr(row, "id", 0) is None:
            row.id = gone[type(row)] = _after_all(session, type(row), gone[type(row)])


def _after_all(session: Session, kind: type[Base], gone: int) -> int:
    with session.no_autoflush:
        highest = session.scalar(select(func.max(kind.__table__.c.id)))
    return max(gone, highest or 0) + 1
