"""Writes what a profile says into a new council file."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import models
from app.services.profiles.shape import (
    BodySpec,
    GoalSpec,
    PlanSpec,
    Profile,
    RulesSpec,
    SeatSpec,
    TargetAreaSpec,
)


@dataclass(frozen=True, slots=True)
class Filled:
    """The ids that the parts of the profile got, by the names they have in it."""

    institutions: dict[str, int]
    bodies: dict[str, int]
    seats: dict[tuple[str, int], int]
    legal_bases: dict[tuple[str, date], int]
    plan: int | None


def fill(session: Session, profile: Profile) -> Filled:
    """Put everything of `profile` into an empty council through `session`, flushed, uncommitted."""
    session.add(_council(profile))
    institutions = _institutions(session, profile)
    bodies = _bodies(session, profile)
    seats = {
        (body.code, seat.number): _seat(session, bodies[body.code], seat, institutions)
        for body in profile.bodies
        for seat in body.seats
    }
    bases = {
        (basis.code, basis.valid_from): models.LegalBasis(**asdict(basis))
        for basis in profile.legal_bases
    }
    session.add_all(bases.values())
    session.add_all(
        models.DecisionLimit(
            valid_from=dated.valid_from_on,
            administrative=dated.limits.administrative,
            council=dated.limits.council,
        )
        for dated in profile.limits
    )
    plan = None if profile.plan is None else _plan(profile.plan)
    if plan is not None:
        session.add(plan)
    session.flush()
    return Filled(
        institutions={name: row.id for name, row in institutions.items()},
        bodies={code: row.id for code, row in bodies.items()},
        seats={place: row.id for place, row in seats.items()},
        legal_bases={key: row.id for key, row in bases.items()},
        plan=None if plan is None else plan.id,
    )


def _council(profile: Profile) -> models.Council:
    spec = profile.council
    return models.Council(
        id=1,
        name=spec.name,
        organisation=spec.organisation,
        place=spec.place,
        contact=spec.contact,
        profile=profile.name,
        language=spec.language,
        document_language=spec.language,
    )


def _institutions(session: Session, profile: Profile) -> dict[str, models.Institution]:
    rows = {
        spec.name: models.Institution(
            name=spec.name,
            short_name=spec.short_name,
            kind=spec.kind,
            sector=spec.sector,
            meeting_place=spec.meeting_place,
            valid_from=spec.valid_from,
            valid_to=spec.valid_to,
        )
        for spec in profile.institutions
    }
    session.add_all(rows.values())
    session.flush()
    for spec in profile.institutions:
        if spec.successor is not None:
            rows[spec.name].successor_id = rows[spec.successor].id
    return rows


def _bodies(session: Session, profile: Profile) -> dict[str, models.Body]:
    rows = {spec.code: _body(spec, sort) for sort, spec in enumerate(profile.bodies, start=1)}
    session.add_all(rows.values())
    session.flush()
    for spec in profile.bodies:
        if spec.recommends_to is not None:
            rows[spec.code].recommends_to_id = rows[spec.recommends_to].id
        session.add_all(
            models.WheelEntry(body_id=rows[spec.code].id, **asdict(point)) for point in spec.wheel
        )
    return rows


def _body(spec: BodySpec, sort: int) -> models.Body:
    return models.Body(
        code=spec.code,
        name=spec.name,
        short_name=spec.short_name,
        sort=sort,
        level=spec.level,
        is_hosted_in_turns=spec.is_hosted_in_turns,
        valid_from=spec.valid_from,
        valid_to=spec.valid_to,
        rules=[_rules(row) for row in spec.rules],
        rights=[models.BodyRight(**asdict(right)) for right in spec.rights],
        sections=[
            models.BriefSection(sort=place, **asdict(section))
            for place, section in enumerate(spec.sections, start=1)
        ],
        standing_items=[
            models.StandingItem(sort=place, **asdict(item))
            for place, item in enumerate(spec.standing_items, start=1)
        ],
        deadlines=[models.DeadlineRule(**asdict(rule)) for rule in spec.deadlines],
    )


def _rules(spec: RulesSpec) -> models.BodyRules:
    values = {name: getattr(spec, name) for name in RulesSpec.__dataclass_fields__}
    number = values.pop("number")
    values["term_notice_days"] = list(spec.term_notice_days)
    return models.BodyRules(
        number_prefix=number.prefix,
        number_separator=number.separator,
        number_year_digits=number.year_digits,
        **values,
    )


def _seat(
    session: Session,
    body: models.Body,
    spec: SeatSpec,
    institutions: dict[str, models.Institution],
) -> models.Seat:
    seat = models.Seat(
        body=body,
        number=spec.number,
        kind=spec.kind,
        role=spec.role,
        sector=spec.sector,
        appointed_by=spec.appointed_by,
        term_years=spec.term_years,
        votes=spec.votes,
        rotates_among=spec.rotates_among,
        institution=institutions[spec.institution] if spec.institution else None,
        valid_from=spec.valid_from,
        valid_to=spec.valid_to,
        titles=[models.SeatTitle(**asdict(title)) for title in spec.titles],
    )
    session.add(seat)
    return seat


def _plan(spec: PlanSpec) -> models.Plan:
    return models.Plan(
        title=spec.title,
        valid_from=spec.valid_from,
        valid_to=spec.valid_to,
        target_areas=[
            _target_area(area, place) for place, area in enumerate(spec.target_areas, start=1)
        ],
    )


def _target_area(spec: TargetAreaSpec, sort: int) -> models.TargetArea:
    return models.TargetArea(
        sort=sort,
        title=spec.title,
        goals=[_goal(goal, place) for place, goal in enumerate(spec.goals, start=1)],
    )


def _goal(spec: GoalSpec, sort: int) -> models.Goal:
    return models.Goal(
        sort=sort,
        number=spec.number,
        short_title=spec.short_title,
        strategies=[
            models.Strategy(sort=place, number=strategy.number, short_title=strategy.short_title)
            for place, strategy in enumerate(spec.strategies, start=1)
        ],
    )
