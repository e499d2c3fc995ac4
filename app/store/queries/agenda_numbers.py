"""The case numbers that a body has given in a year (R26)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Case


def numbers_given(session: Session, body_id: int, year: int) -> list[int]:
    """Every number given, also to withdrawn and deleted cases, which keep theirs."""
    rows = session.scalars(
        select(Case.number).where(
            Case.body_id == body_id, Case.number_year == year, Case.number.is_not(None)
        )
    )
    return [number for number in rows if number is not None]
