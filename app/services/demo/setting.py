"""What the demo builds on: the profile's institutions and bodies, and a few it adds itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind, Sector
from app.services.profiles import DEFAULT, load_profile
from app.services.profiles.shape import BodySpec, InstitutionSpec, Profile, SeatSpec

_Earlier = Callable[[date], date]

ALLIANCE = "Næringsalliansen i Trøndelag"
SECRETARIAT = "Sekretariatet for Trondheimsregionen"


@dataclass(frozen=True)
class Setting:
    """The profile, begun early enough for a demo that starts on `start_on`."""

    profile: Profile
    institutions: tuple[InstitutionSpec, ...]

    @cached_property
    def facts(self) -> tuple[InstitutionFacts, ...]:
        """The institutions as the rules on turns see them, numbered from 1."""
        return tuple(
            InstitutionFacts(
                id=self.number(spec.name),
                name=spec.short_name,
                kind=spec.kind,
                lifetime=Interval(spec.valid_from, spec.valid_to),
                successor=None if spec.successor is None else self.number(spec.successor),
            )
            for spec in self.institutions
        )

    @cached_property
    def lineage(self) -> Lineage:
        """Who inherits from whom."""
        return Lineage(self.facts)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {spec.name: number for number, spec in enumerate(self.institutions, start=1)}

    @cached_property
    def _by_short_name(self) -> dict[str, int]:
        return {spec.short_name: self.number(spec.name) for spec in self.institutions}

    def number(self, name: str) -> int:
        """The number of the institution called `name` in full."""
        return self._numbers[name]

    def called(self, short_name: str) -> int:
        """The number of the institution with a short name."""
        return self._by_short_name[short_name]

    def spec(self, number: int) -> InstitutionSpec:
        """The institution with a number."""
        return self.institutions[number - 1]

    def short(self, number: int) -> str:
        """An institution's short name."""
        return self.spec(number).short_name

    def body(self, code: str) -> BodySpec:
        """A body by its code."""
        return self.profile.body(code)

    def municipalities(self, on: date) -> tuple[int, ...]:
        """Those there are on `on`, in the profile's order."""
        return tuple(
            self.number(spec.name)
            for spec in self.institutions
            if spec.kind is InstitutionKind.MUNICIPALITY and spec.holds_on(on)
        )

    def owner(self, seat: SeatSpec, on: date) -> int | None:
        """Whose the seat is on `on`, when it is always the same institution's or its heir's."""
        if seat.institution is None:
            return None
        own = self.number(seat.institution)
        line = [own, *(one.id for one in self.lineage.predecessors(own, date.max))]
        there = [one for one in line if self.spec(one).holds_on(on)]
        return there[0] if there else self.lineage.heir_on(own, on)


def setting(start_on: date, profile_name: str = DEFAULT) -> Setting:
    """The profile with the demo's own institutions, valid from `start_on` at the latest."""
    profile = begun_by(load_profile(profile_name), start_on)
    begins = min(spec.valid_from for spec in profile.institutions)
    own = (
        _organisation(ALLIANCE, "NAT", Sector.BUSINESS, begins),
        _organisation(SECRETARIAT, "Sekretariatet", Sector.PUBLIC, begins),
    )
    return Setting(profile, (*profile.institutions, *own))


def begun_by(profile: Profile, start_on: date) -> Profile:
    """`profile` with whatever it begins with valid already on `start_on`."""
    begins = min(spec.valid_from for spec in profile.institutions)

    def earlier(on: date) -> date:
        return min(on, start_on) if on <= begins else on

    first_limits = min(dated.valid_from_on for dated in profile.limits)
    plan = profile.plan
    return replace(
        profile,
        institutions=tuple(
            replace(spec, valid_from=earlier(spec.valid_from)) for spec in profile.institutions
        ),
        bodies=tuple(_body_begun(body, earlier) for body in profile.bodies),
        limits=tuple(
            replace(dated, valid_from_on=min(dated.valid_from_on, start_on))
            if dated.valid_from_on == first_limits
            else dated
            for dated in profile.limits
        ),
        legal_bases=tuple(
            replace(basis, valid_from=earlier(basis.valid_from)) for basis in profile.legal_bases
        ),
        plan=None if plan is None else replace(plan, valid_from=min(plan.valid_from, start_on)),
    )


def _body_begun(body: BodySpec, earlier: _Earlier) -> BodySpec:
    return replace(
        body,
        valid_from=earlier(body.valid_from),
        rules=tuple(replace(row, valid_from=earlier(row.valid_from)) for row in body.rules),
        seats=tuple(
            replace(
                seat,
                valid_from=earlier(seat.valid_from),
                titles=tuple(
                    replace(title, valid_from=earlier(title.valid_from)) for title in seat.titles
                ),
            )
            for seat in body.seats
        ),
    )


def _organisation(name: str, short_name: str, sector: Sector, start_on: date) -> InstitutionSpec:
    return InstitutionSpec(
        name=name,
        short_name=short_name,
        kind=InstitutionKind.ORGANISATION,
        sector=sector,
        meeting_place="",
        successor=None,
        valid_from=start_on,
        valid_to=None,
    )
