"""The settings as screens show them: the council, its bodies with dated rules, and the limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.vocabulary import (
    DayUnit,
    DeadlineKind,
    DecisionRule,
    Level,
    QuorumRule,
    StandingKind,
    TieRule,
)
from app.models import Body, BodyRules, DecisionLimit
from app.services.desk import Desk
from app.services.editing.approved import last_approved_on
from app.store.queries.council import bodies, body_by_code, the_council


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFields:
    """What is said of the council and of the officer at the desk; languages are `nb` or `en`."""

    name: str
    organisation: str
    contact: str
    place: str
    language: str
    document_language: str
    officer_name: str
    officer_title: str
    officer_email: str
    officer_phone: str
    backup_folder: str


@dataclass(frozen=True, slots=True)
class CouncilView:
    """The council's own settings; `profile` is what the file was made from."""

    fields: CouncilFields
    profile: str
    is_fictitious: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesFields:
    """A body's rules as they hold from a day on (R24–R36)."""

    number_prefix: str
    number_separator: str
    number_year_digits: int
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


@dataclass(frozen=True, slots=True)
class RulesView:
    """Rules with their days, the last inclusive; `is_fixed` where approved minutes rest on them."""

    id: int
    from_on: date
    to_on: date | None
    fields: RulesFields
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading of the body's briefs; a computed one is written by us (R29)."""

    id: int
    key: str
    heading: str
    is_computed: bool
    is_required: bool


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A standing item of the body's agendas (R25)."""

    id: int
    kind: StandingKind
    title: str
    minutes: int
    is_numbered: bool
    is_at_end: bool


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline around the body's meetings; None days where the body has none (R21)."""

    kind: DeadlineKind
    days: int | None
    unit: DayUnit


@dataclass(frozen=True, slots=True)
class BodySettings:
    """One body with everything that can be set; rules with the latest first."""

    id: int
    code: str
    name: str
    short_name: str
    level: Level | None
    rules: tuple[RulesView, ...]
    sections: tuple[SectionRow, ...]
    standing: tuple[StandingRow, ...]
    deadlines: tuple[DeadlineRow, ...]


@dataclass(frozen=True, slots=True)
class LimitsRow:
    """The highest amounts in whole kroner, inclusive, from a day on (R10–R12)."""

    id: int
    from_on: date
    administrative: int
    council: int
    is_fixed: bool


class SettingsService:
    """Reads the settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def council(self) -> CouncilView:
        """The council's own settings."""
        with self._desk.reading() as session:
            row = the_council(session)
            values = {name: getattr(row, name) for name in CouncilFields.__dataclass_fields__}
            return CouncilView(CouncilFields(**values), row.profile, row.is_fictitious, row.version)

    def body(self, code: str) -> BodySettings:
        """Everything that can be set for one body."""
        with self._desk.reading() as session:
            body = body_by_code(session, code)
            return _body(body, last_approved_on(session, body.id))

    def bodies(self) -> tuple[BodySettings, ...]:
        """The same for every body, in the profile's order."""
        with self._desk.reading() as session:
            return tuple(
                _body(body, last_approved_on(session, body.id)) for body in bodies(session)
            )

    def rules(self, rules_id: int) -> tuple[str, RulesView]:
        """The body's code and its rules with `rules_id`; `UserError` when they are gone."""
        for body in self.bodies():
            for view in body.rules:
                if view.id == rules_id:
                    return body.code, view
        raise UserError("rules_gone")

    def limits(self) -> tuple[LimitsRow, ...]:
        """Every set of limits, the latest first."""
        with self._desk.reading() as session:
            return _limits(session)


def _limits(session: Session) -> tuple[LimitsRow, ...]:
    approved_on = last_approved_on(session)
    rows = session.scalars(select(DecisionLimit).order_by(DecisionLimit.valid_from.desc()))
    return tuple(
        LimitsRow(
            row.id,
            row.valid_from,
            row.administrative,
            row.council,
            approved_on is not None and row.valid_from <= approved_on,
        )
        for row in rows
    )


def _body(body: Body, approved_on: date | None) -> BodySettings:
    return BodySettings(
        id=body.id,
        code=body.code,
        name=body.name,
        short_name=body.short_name,
        level=body.level,
        rules=_rules(body.rules, approved_on),
        sections=tuple(
            SectionRow(row.id, row.key, row.heading, row.computed, row.required)
            for row in body.sections
        ),
        standing=tuple(
            StandingRow(row.id, row.kind, row.title, row.minutes, row.numbered, row.at_end)
            for row in body.standing_items
        ),
        deadlines=_deadlines(body),
    )


def _rules(rows: Sequence[BodyRules], approved_on: date | None) -> tuple[RulesView, ...]:
    ends = [*(row.valid_from for row in rows[1:]), None]
    views = [
        RulesView(
            row.id,
            row.valid_from,
            None if end is None else end - timedelta(days=1),
            rules_fields(row),
            approved_on is not None and row.valid_from <= approved_on,
        )
        for row, end in zip(rows, ends, strict=True)
    ]
    return tuple(reversed(views))


def rules_fields(row: BodyRules) -> RulesFields:
    """A row of rules as its fields."""
    values = {name: getattr(row, name) for name in RulesFields.__dataclass_fields__}
    return RulesFields(**(values | {"term_notice_days": tuple(row.term_notice_days)}))


def _deadlines(body: Body) -> tuple[DeadlineRow, ...]:
    known = {row.kind: row for row in body.deadlines}
    return tuple(
        DeadlineRow(kind, known[kind].days, known[kind].unit)
        if kind in known
        else DeadlineRow(kind, None, DayUnit.CALENDAR)
        for kind in DeadlineKind
    )
