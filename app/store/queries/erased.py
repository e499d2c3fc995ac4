"""Whether a person's row is only what an erasure left (R52)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists

from app.models import Erasure, Person


def was_erased() -> ColumnElement[bool]:
    """True of a person's row that was erased; a key alone can mean another in an older copy."""
    return exists().where(and_(Erasure.person_id == Person.id, Erasure.is_here))
