"""What comes before which meeting: the demo's cases and agenda items as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.vocabulary import (
    CaseKind,
    CaseStatus,
    MeetingKind,
    MeetingStatus,
    Outcome,
    StandingKind,
)
from app.services.demo.frame import MeetingDay
from app.services.demo.library import Matter, Stage


@dataclass(slots=True, eq=False, repr=False)
class CasePlan:
    """A case: which text it is, which number it got, and what became of it."""

    number: int
    body: str
    matter: Matter
    stage: Stage
    kind: CaseKind
    created_on: date
    repeat: int = 0
    """How often the thread's text has been used before this one."""
    previous: CasePlan | None = None
    escalated_from: CasePlan | None = None
    case_number: tuple[int, int] | None = None
    """Year and number, once its agenda has been published (R26)."""
    status: CaseStatus = CaseStatus.DRAFT
    outcome: Outcome | None = None
    items: list[ItemPlan] = field(default_factory=list)

    @property
    def label(self) -> str:
        """`NR 12/26`."""
        if self.case_number is None:
            return ""
        year, number = self.case_number
        return f"{self.body} {number}/{year % 100:02}"

    @property
    def decided_on(self) -> date | None:
        """When the outcome came, if it has."""
        if self.outcome is None or not self.items:
            return None
        return self.items[-1].meeting.day.on


@dataclass(slots=True, eq=False, repr=False)
class ItemPlan:
    """One line of an agenda."""

    number: int
    meeting: MeetingPlan
    case: CasePlan | None = None
    sort: int = 0
    standing: StandingKind | None = None
    title: str = ""
    minutes: int = 10
    outcome: Outcome | None = None
    approves: MeetingPlan | None = None
    is_again: bool = False
    """Whether the case was before an earlier meeting and came back."""


@dataclass(slots=True, eq=False, repr=False)
class MeetingPlan:
    """A meeting with its agenda, its host and how far it has come."""

    number: int
    day: MeetingDay
    status: MeetingStatus = MeetingStatus.PLANNED
    status_reason: str = ""
    place: str = ""
    host: int | None = None
    host_reason: str = ""
    items: list[ItemPlan] = field(default_factory=list)
    approved_in: MeetingPlan | None = None

    @property
    def is_past(self) -> bool:
        """Whether it has been held."""
        return self.status in _HELD

    @property
    def cases(self) -> list[CasePlan]:
        """The cases on its agenda, in order."""
        return [item.case for item in self.items if item.case is not None]

    @property
    def is_by_letter(self) -> bool:
        """Whether it is a written procedure."""
        return self.day.kind is MeetingKind.WRITTEN


_HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_OUT, MeetingStatus.APPROVED)


@dataclass(slots=True)
class Docket:
    """Every meeting in order, every case in order, and the cases that wait for a meeting."""

    meetings: list[MeetingPlan]
    cases: list[CasePlan]

    def of(self, body: str) -> list[MeetingPlan]:
        """The meetings of a body."""
        return [one for one in self.meetings if one.day.body == body]

    @property
    def coming(self) -> MeetingPlan:
        """The meeting that is being prepared."""
        return next(one for one in self.meetings if one.day.is_coming)
