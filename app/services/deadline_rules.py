"""The deadlines of a body as the rule counts them (R21)."""

from __future__ import annotations

from app.domain.deadlines import DeadlineRule
from app.models import Body


def rules_of(body: Body) -> tuple[DeadlineRule, ...]:
    """What is due around each of the body's meetings."""
    return tuple(DeadlineRule(row.kind, row.days, row.unit) for row in body.deadlines)
