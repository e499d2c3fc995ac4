"""Whether the unit of work that is going on has changed anything yet."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

_ANY = text("SELECT EXISTS (SELECT 1 FROM noted WHERE before IS NOT after)")


def has_changed_rows(session: Session) -> bool:
    """Whether a row of the council is other than it was; what is not flushed does not count."""
    return bool(session.scalar(_ANY))
