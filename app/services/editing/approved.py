"""Up to which day approved minutes rest on the rules (R41)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.models import Approval, Meeting, MinutesVersion


def last_approved_on(session: Session, body_id: int | None = None) -> date | None:
    """The latest day with a meeting whose minutes have been approved, of one body or of all."""
    query = (
        select(func.max(Meeting.held_on))
        .join(MinutesVersion, MinutesVersion.meeting_id == Meeting.id)
        .join(Approval, Approval.minutes_version_id == MinutesVersion.id)
    )
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    return session.scalar(query)


def must_be_after_approved(session: Session, from_on: date, body_id: int | None = None) -> None:
    """`UserError` when rules from `from_on` would reach a day with approved minutes."""
    approved_on = last_approved_on(session, body_id)
    if approved_on is not None and from_on <= approved_on:
        raise UserError("rules_under_approved", from_on=from_on, approved_on=approved_on)
