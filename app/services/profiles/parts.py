"""Reads a profile's parts apart from the bodies: council, institutions, limits, law, plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.levels import DatedLimits, Limits
from app.domain.vocabulary import BasisPurpose
from app.services.profiles import words
from app.services.profiles.fields import Fields
from app.services.profiles.shape import (
    BasisSpec,
    CouncilSpec,
    GoalSpec,
    InstitutionSpec,
    PlanSpec,
    StrategySpec,
    TargetAreaSpec,
)

MOST_KRONER = 10_000_000_000


def council(fields: Fields) -> CouncilSpec:
    """`råd:` — the council's own name and how it is reached."""
    made = CouncilSpec(
        name=fields.text("navn"),
        organisation=fields.text("organisasjon"),
        place=fields.text("sted", ""),
        contact=fields.text("kontakt", ""),
        language=fields.choice("språk", words.LANGUAGES, "nb"),
    )
    fields.close()
    return made


def names_of(every: Iterable[Fields]) -> dict[str, str]:
    """From each institution's name and short name to its name, for what refers to them."""
    found: dict[str, str] = {}
    for fields in every:
        name = fields.text("navn", "")
        found[name] = name
        found[fields.text("kortnavn", name)] = name
    found.pop("", None)
    return found


def institutions(
    every: list[Fields], names: dict[str, str], begins_on: date
) -> tuple[InstitutionSpec, ...]:
    """`institusjoner:` — with successors that are there when the predecessor ends (R18)."""
    made = [_institution(fields, names, begins_on) for fields in every]
    first_lines: dict[str, int] = {}
    for fields, institution in zip(every, made, strict=True):
        for key, name in (("navn", institution.name), ("kortnavn", institution.short_name)):
            line = first_lines.setdefault(name, fields.line)
            if name and line != fields.line:
                fields.wrong(key, "profile_name_twice", value=name, first=line)
    by_name = {institution.name: institution for institution in made}
    for fields, institution in zip(every, made, strict=True):
        if institution.successor is not None and fields.is_sound:
            _check_successor(fields, institution, by_name[institution.successor])
    return tuple(made)


def limits(every: list[Fields]) -> tuple[DatedLimits, ...]:
    """`beløpsgrenser:` — the highest amounts, inclusive, from a date on (R10–R12)."""
    made: list[DatedLimits] = []
    for fields in every:
        valid_from = fields.day("fra")
        administrative = fields.number("administrativt", 0, MOST_KRONER)
        highest = fields.number("råd", 0, MOST_KRONER)
        fields.close()
        if administrative > highest:
            fields.wrong(
                "administrativt", "profile_limits_out_of_order", low=administrative, high=highest
            )
            continue
        if any(other.valid_from_on == valid_from for other in made):
            fields.wrong("fra", "profile_date_twice", on=valid_from)
        made.append(DatedLimits(valid_from, Limits(administrative, highest)))
    return tuple(sorted(made, key=lambda dated: dated.valid_from_on))


def legal_bases(every: list[Fields], begins_on: date) -> tuple[BasisSpec, ...]:
    """`hjemler:` — what one can exempt, close or be disqualified by (R31, R37)."""
    bases: list[BasisSpec] = []
    seen: dict[tuple[str, date], int] = {}
    for fields in every:
        made = _legal_basis(fields, begins_on)
        first = seen.setdefault((made.code, made.valid_from), fields.line)
        if first != fields.line:
            fields.wrong("kode", "profile_code_twice", value=made.code, first=first)
        bases.append(made)
        fields.close()
    return tuple(bases)


def _legal_basis(fields: Fields, begins_on: date) -> BasisSpec:
    purpose = fields.choice("gjelder", words.BASIS_PURPOSES)
    valid_from = fields.day("fra", begins_on)
    is_duty = purpose is BasisPurpose.DISQUALIFICATION
    return BasisSpec(
        code=fields.text("kode"),
        regime=fields.text("regelverk"),
        purpose=purpose,
        act=fields.text("lov"),
        provision=fields.text("bestemmelse"),
        summary=fields.text("om"),
        must_exempt=False if is_duty else fields.flag("plikt"),
        valid_from=valid_from,
        valid_to=fields.day_after("til", valid_from),
    )


def plan(fields: Fields | None, begins_on: date) -> PlanSpec | None:
    """`plan:` — numbers and short titles; strategies carry their goal's number (R44)."""
    if fields is None:
        return None
    valid_from = fields.day("fra", begins_on)
    seen: dict[str, int] = {}
    made = PlanSpec(
        title=fields.text("tittel"),
        valid_from=valid_from,
        valid_to=fields.day_after("til", valid_from),
        target_areas=tuple(
            _target_area(area, seen) for area in fields.parts("målområder", required=True)
        ),
    )
    fields.close()
    return made


def _institution(fields: Fields, names: dict[str, str], begins_on: date) -> InstitutionSpec:
    valid_from = fields.day("fra", begins_on)
    name = fields.text("navn")
    successor = fields.reference("etterfølger", names, "profile_unknown_institution")
    made = InstitutionSpec(
        name=name,
        short_name=fields.text("kortnavn", name),
        kind=fields.choice("slag", words.INSTITUTION_KINDS),
        sector=fields.choice("sektor", words.SECTORS),
        meeting_place=fields.text("møtested", ""),
        successor=None if successor is None else names[successor],
        valid_from=valid_from,
        valid_to=fields.day_after("til", valid_from),
    )
    fields.close()
    return made


def _check_successor(
    fields: Fields, institution: InstitutionSpec, successor: InstitutionSpec
) -> None:
    """A merged institution ends, and its successor is there from that very day on."""
    if successor.name == institution.name:
        fields.wrong("etterfølger", "profile_refers_to_itself", value=institution.name)
    elif institution.valid_to is None:
        fields.wrong("etterfølger", "profile_successor_without_end", value=institution.name)
    elif not successor.holds_on(institution.valid_to):
        fields.wrong(
            "etterfølger",
            "profile_successor_not_there",
            value=successor.name,
            on=institution.valid_to,
        )


def _target_area(fields: Fields, seen: dict[str, int]) -> TargetAreaSpec:
    made = TargetAreaSpec(
        title=fields.text("tittel"),
        goals=tuple(_goal(goal, seen) for goal in fields.parts("delmål", required=True)),
    )
    fields.close()
    return made


def _goal(fields: Fields, seen: dict[str, int]) -> GoalSpec:
    number = _plan_number(fields, seen)
    strategies = []
    for part in fields.parts("strategier", required=True):
        own = _plan_number(part, seen)
        if not own.startswith(f"{number}."):
            part.wrong("nr", "profile_strategy_elsewhere", value=own, goal=number)
        strategies.append(StrategySpec(number=own, short_title=part.text("tittel")))
        part.close()
    made = GoalSpec(number=number, short_title=fields.text("tittel"), strategies=tuple(strategies))
    fields.close()
    return made


def _plan_number(fields: Fields, seen: dict[str, int]) -> str:
    number = fields.text("nr")
    first = seen.setdefault(number, fields.line)
    if number and first != fields.line:
        fields.wrong("nr", "profile_number_twice", value=number, first=first)
    return number
