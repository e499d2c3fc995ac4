"""Which deadlines a body's meetings have (R21)."""

from __future__ import annotations

from app.domain.deadlines import DeadlineRule
from app.domain.vocabulary import DeadlineKind
from app.models import Body
from app.services.gatherings.rule import approves_record


def deadline_rules(body: Body) -> tuple[DeadlineRule, ...]:
    """The body's rules; a record that no meeting approves has no deadline for it (R17, R41)."""
    is_approved = approves_record(body)
    return tuple(
        DeadlineRule(row.kind, row.days, row.unit)
        for row in body.deadlines
        if is_approved or row.kind is not DeadlineKind.MINUTES_APPROVED
    )
