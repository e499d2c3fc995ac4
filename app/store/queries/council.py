"""The council's own row, its bodies, and settings as of a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.domain.errors import UserError
from app.domain.levels import DatedLimits, Limits
from app.domain.vocabulary import Level
from app.models import Body, BodyRules, Council, DecisionLimit


def the_council(session: Session) -> Council:
    """The one council of this file."""
    return session.get_one(Council, 1)


def bodies(session: Session) -> Sequence[Body]:
    """Every body with its settings, in the profile's order."""
    return session.scalars(
        select(Body).options(selectinload(Body.rules)).order_by(Body.sort, Body.id)
    ).all()


def body_by_code(session: Session, code: str) -> Body:
    """The body that `code` names, whatever its case; `UserError` names those there are."""
    every = bodies(session)
    found = next((body for body in every if body.code.casefold() == code.casefold()), None)
    if found is None:
        raise UserError("body_unknown", code=code, known=tuple(body.code for body in every))
    return found


def body_at_level(session: Session, level: Level) -> Body | None:
    """The body that decides at `level`, or None when the council has none."""
    return next((body for body in bodies(session) if body.level is level), None)


def main_body(session: Session) -> Body:
    """The council itself: the body at the council's level, else the first."""
    found = body_at_level(session, Level.COUNCIL)
    return found if found is not None else bodies(session)[0]


def rules_on(body: Body, on: date) -> BodyRules:
    """The settings that hold for `body` on `on`; before the first row, the first (R53)."""
    begun = [rules for rules in body.rules if rules.valid_from <= on]
    return begun[-1] if begun else body.rules[0]


def dated_limits(session: Session) -> tuple[DatedLimits, ...]:
    """Every set of decision limits with its first day (R10–R12)."""
    every = session.scalars(select(DecisionLimit)).all()
    return tuple(
        DatedLimits(row.valid_from, Limits(row.administrative, row.council)) for row in every
    )
