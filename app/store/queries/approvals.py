"""The chain over approved minutes, as the rule reads it (R41)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.domain.approval_chain import Facts, Link
from app.models import Approval, MinutesVersion


def chain(session: Session) -> list[Link]:
    """Every link in order."""
    rows = session.scalars(
        select(Approval).options(joinedload(Approval.minutes_version)).order_by(Approval.sequence)
    )
    return [as_link(row, row.minutes_version) for row in rows]


def as_link(approval: Approval, version: MinutesVersion) -> Link:
    """One stored approval as a link."""
    return Link(
        sequence=approval.sequence,
        previous_sha256=approval.previous_hash,
        content_sha256=approval.content_sha256,
        facts=bound_facts(approval, version),
        sha256=approval.hash,
    )


def bound_facts(approval: Approval, version: MinutesVersion) -> Facts:
    """What the link binds beside the content: which minutes, when, where and how approved."""
    return (
        ("meeting", version.meeting_id),
        ("version", version.number),
        ("approved_on", approval.approved_on.isoformat()),
        ("approved_in", approval.approved_in_id),
        ("form", approval.form.value),
        ("changes", approval.changes),
    )
