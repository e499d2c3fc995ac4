"""A year's plan as the window and the command line show it (R22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.day_judgement import YearDays
from app.domain.day_patterns import DayPattern
from app.domain.deadlines import Deadline, DeadlineRule
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import MeetingStatus
from app.services.year.facts import BlockedSpan, YearPoint


@dataclass(frozen=True, slots=True)
class HostOption:
    """An institution that may host, the days it exists, and where it receives a meeting."""

    id: int
    name: str
    short: str
    lifetime: Interval
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A proposed meeting; times are `HH:MM`.

    `key` is the same as long as the body and its usual day are. `moved` is why it is not on that
    day, `warnings` what is amiss with the day it has. `is_changed` when the user chose day or host.
    """

    key: str
    body: str
    body_name: str
    on: date
    nominal_on: date
    start: str
    end: str
    place: str
    host_id: int | None
    host: str | None
    host_reasons: tuple[Reason, ...]
    is_hosted_in_turns: bool
    entries: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    moved: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    is_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingRow:
    """A meeting of the year that is there already."""

    meeting_id: int
    body: str
    body_name: str
    name: str
    on: date
    start: str
    end: str
    host: str | None
    status: MeetingStatus
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyDays:
    """The days that a body's year is planned by.

    They are its own usual days, else those of its meetings in `from_year`; None when it has none.
    """

    body: str
    name: str
    days: tuple[DayPattern, ...]
    from_year: int | None

    @property
    def is_own(self) -> bool:
        """Whether the user has said which days they are."""
        return bool(self.days) and self.from_year is None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a changed day is judged by, without reading anew."""

    days: YearDays
    names: dict[str, str]
    rules: dict[str, tuple[DeadlineRule, ...]]
    points: tuple[YearPoint, ...]
    usual_places: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlan:
    """What is proposed for a year, by day; `lacking` are fixed points that no meeting takes up."""

    year: int
    today: date
    rows: tuple[PlannedRow, ...]
    existing: tuple[ExistingRow, ...]
    bodies: tuple[BodyDays, ...]
    blocked: tuple[BlockedSpan, ...]
    lacking: tuple[YearPoint, ...]
    hosts: tuple[HostOption, ...]
    ground: Ground = field(repr=False)

    def row(self, key: str) -> PlannedRow | None:
        """A proposal by its key."""
        return next((row for row in self.rows if row.key == key), None)

    def host(self, host_id: int | None) -> HostOption | None:
        """Who may host, by its id."""
        return next((host for host in self.hosts if host.id == host_id), None)

    def hosts_on(self, on: date) -> tuple[HostOption, ...]:
        """Who may host on a day."""
        return tuple(host for host in self.hosts if host.lifetime.contains(on))


@dataclass(frozen=True, slots=True)
class Change:
    """What the user chose for a proposal instead."""

    on: date
    host_id: int | None
