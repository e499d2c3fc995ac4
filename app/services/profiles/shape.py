"""What a profile says, as values: everything a new council starts with, apart from any file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.levels import DatedLimits
from app.domain.numbering import NumberStyle
from app.domain.vocabulary import (
    BasisPurpose,
    CaseKind,
    DayUnit,
    DeadlineKind,
    DecisionRule,
    Group,
    InstitutionKind,
    Level,
    QuorumRule,
    SeatKind,
    SeatRole,
    Sector,
    StandingKind,
    TieRule,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period of days; `valid_to` is the first day after it, None while it has no end."""

    valid_from: date
    valid_to: date | None = None

    def holds_on(self, on: date) -> bool:
        """Whether `on` is one of the days."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSpec:
    """The council's own name, its organisation and how to reach it."""

    name: str
    organisation: str
    place: str
    contact: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionSpec(Span):
    """An institution while it takes part; `successor` names the one it merged into (R18)."""

    name: str
    short_name: str
    kind: InstitutionKind
    sector: Sector
    meeting_place: str
    successor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSpec:
    """A body's settings from a date until the next row's (R24–R36)."""

    valid_from: date
    number: NumberStyle
    record_name: str
    quorum_rule: QuorumRule
    quorum_number: int | None
    decision_rule: DecisionRule
    tie_rule: TieRule
    blank_allowed: bool
    seats_carried_over: bool
    observers_see_exempt: bool
    uncalled_deputies_get_papers: bool
    term_notice_days: tuple[int, ...]
    meeting_start: str
    meeting_minutes: int
    legal_regime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightSpec:
    """What a group may do in a body's meetings (R5, R36)."""

    who: Group
    attends: bool
    speaks: bool
    proposes: bool
    votes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """One heading of a brief, in order; `computed` ones are written by the program (R29)."""

    key: str
    heading: str
    computed: bool
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingSpec:
    """An item that comes along to every agenda (R25)."""

    kind: StandingKind
    title: str
    minutes: int
    numbered: bool
    at_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSpec:
    """How many days before a meeting, or after it for the minutes (R21)."""

    kind: DeadlineKind
    days: int
    unit: DayUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSpec:
    """What a seat is called from a date on."""

    valid_from: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatSpec(Span):
    """A chair at the table (R2, R3); `institution` names whose it is, if it is always the same."""

    number: int
    kind: SeatKind
    role: SeatRole
    sector: Sector
    appointed_by: str
    term_years: int | None
    votes: bool
    rotates_among: InstitutionKind | None
    institution: str | None
    titles: tuple[TitleSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelSpec:
    """A fixed point of a body's year (R19)."""

    title: str
    month: int
    first_year: int
    last_year: int | None
    interval_years: int
    deadline_days: int | None
    case_kind: CaseKind
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySpec(Span):
    """A body with all that it works by."""

    code: str
    name: str
    short_name: str
    level: Level | None
    recommends_to: str | None
    is_hosted_in_turns: bool
    rules: tuple[RulesSpec, ...]
    rights: tuple[RightSpec, ...]
    sections: tuple[SectionSpec, ...]
    standing_items: tuple[StandingSpec, ...]
    deadlines: tuple[DeadlineSpec, ...]
    seats: tuple[SeatSpec, ...]
    wheel: tuple[WheelSpec, ...]

    def rules_on(self, on: date) -> RulesSpec:
        """The settings valid on `on`; before the first row the first one counts."""
        begun = [row for row in self.rules if row.valid_from <= on]
        return begun[-1] if begun else self.rules[0]

    def seats_on(self, on: date) -> tuple[SeatSpec, ...]:
        """The seats that the body has on `on`, by number."""
        return tuple(seat for seat in self.seats if seat.holds_on(on))


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisSpec(Span):
    """A provision to exempt, to close a meeting or to be disqualified by (R31, R37, R53)."""

    code: str
    regime: str
    purpose: BasisPurpose
    act: str
    provision: str
    summary: str
    must_exempt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategySpec:
    """A strategy: its number, such as "2.6", and a short title of ours."""

    number: str
    short_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSpec:
    """A goal (delmål) with its strategies."""

    number: str
    short_title: str
    strategies: tuple[StrategySpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAreaSpec:
    """A target area (målområde) with its goals."""

    title: str
    goals: tuple[GoalSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSpec(Span):
    """The plan's tree, whose official wording is read in later (R44)."""

    title: str
    target_areas: tuple[TargetAreaSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything a new council starts with."""

    name: str
    title: str
    description: str
    council: CouncilSpec
    institutions: tuple[InstitutionSpec, ...]
    bodies: tuple[BodySpec, ...]
    limits: tuple[DatedLimits, ...]
    legal_bases: tuple[BasisSpec, ...]
    plan: PlanSpec | None

    def body(self, code: str) -> BodySpec:
        """The body called `code`; an unknown one is our bug (`LookupError`)."""
        for body in self.bodies:
            if body.code == code:
                return body
        raise LookupError(f"the profile {self.name!r} has no body {code!r}")

    def institutions_on(
        self, on: date, kind: InstitutionKind | None = None
    ) -> tuple[InstitutionSpec, ...]:
        """Those that take part on `on`, of one kind or of every, in the profile's order (R18)."""
        return tuple(
            institution
            for institution in self.institutions
            if institution.holds_on(on) and kind in (None, institution.kind)
        )
