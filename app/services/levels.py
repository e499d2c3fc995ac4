"""Which body decides, as the file's own limits and bodies say (R10–R16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.levels import (
    BodyNames,
    CaseFacts,
    DatedLimits,
    Ruling,
    decision_level,
    is_at_least,
    limits_on,
    override,
    placed_in,
)
from app.domain.vocabulary import Level
from app.models import Body, Case
from app.services.desk import Desk
from app.store.queries.council import bodies, dated_limits


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """A ruling and the code of the body it points to; None when the council has no such body."""

    ruling: Ruling
    body: str | None


class LevelService:
    """Tells who may decide, before there is a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def level_of(self, facts: CaseFacts, on: date | None = None) -> LevelAnswer:
        """The level of `facts` by the limits on `on` (today); `UserError` when none were valid."""
        with self._desk.reading() as session:
            rules = level_rules(session)
            limits = limits_on(rules.limits, on or self._desk.today(session))
            every = bodies(session)
            ruling = decision_level(facts, limits, rules.names)
            at_level = {body.level: body.code for body in every if body.level is not None}
            return LevelAnswer(ruling, at_level.get(ruling.level))


@dataclass(frozen=True, slots=True)
class LevelRules:
    """The file's dated limits and the names of its bodies, read once for many cases."""

    limits: tuple[DatedLimits, ...]
    names: BodyNames


def level_rules(session: Session) -> LevelRules:
    """Everything that the level depends on beside the case itself."""
    return LevelRules(dated_limits(session), body_names(bodies(session)))


def ruling_for(case: Case, rules: LevelRules, on: date) -> Ruling:
    """The level of `case` by the rules on `on`, with the user's override in it (R16).

    An override that the rules have since risen above says nothing any more.
    """
    ruling = decision_level(case_facts(case), limits_on(rules.limits, on), rules.names)
    if case.level_override is None or case.is_controversial:
        return ruling
    if not is_at_least(case.level_override, ruling.level):
        return ruling
    return override(ruling, case.level_override, case.level_override_reason)


def ruling_in_body(case: Case, rules: LevelRules, on: date) -> Ruling:
    """The same as it is where the case lies: a decision in a body's case is made in that body."""
    ruling = ruling_for(case, rules, on)
    return placed_in(case.body.level, ruling, case_facts(case), rules.names)


def case_facts(case: Case) -> CaseFacts:
    """What the rule needs to know of a case."""
    return CaseFacts(
        amount=case.amount,
        is_urgent=case.is_urgent,
        is_strategic=case.is_strategic,
        opens_new_area=case.opens_new_area,
        is_controversial=case.is_controversial,
        controversy_assessment=case.controversy_assessment,
        raised_to=case.level_override if case.is_controversial else None,
    )


def body_names(every: Iterable[Body]) -> BodyNames:
    """What the file calls the bodies at each level; ours where it has none."""
    names = {body.level: body.short_name for body in every if body.level is not None}
    ours = BodyNames()
    return BodyNames(
        administrative=ours.administrative,
        council=names.get(Level.COUNCIL, ours.council),
        regional=names.get(Level.REGIONAL, ours.regional),
    )
