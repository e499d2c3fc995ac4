"""What is known of a gathering, as values: participants, reports, tasks, and who is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.reasons import Reason
from app.domain.vocabulary import ActionStatus, AttendanceRole, AttendanceState


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who is expected or has answered.

    `state` is what they answered, after the meeting whether they were there; None before that.
    `is_listed` tells that they have a line in the roll call.
    """

    person_id: int
    name: str
    function: str
    institution_id: int | None
    institution: str
    email: str
    phone: str
    role: AttendanceRole
    state: AttendanceState | None
    by_video: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether anything has been noted of them."""
        return self.state is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityPart:
    """One municipality of the day: who comes from it, and what it reports of its follow-up.

    `version` is of the report, 0 before it was ever written.
    """

    id: int
    name: str
    short_name: str
    is_host: bool
    participants: tuple[Participant, ...]
    status: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An action point (R43); `given_in` is the label of the gathering that gave it."""

    id: int
    version: int
    meeting_id: int
    task: str
    responsible: str
    person_id: int | None
    institution_id: int | None
    due_on: date | None
    status: ActionStatus
    closed_on: date | None
    is_late: bool
    given_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextHost:
    """Who hosts the body's next gathering; a proposal where nobody has agreed yet (R18).

    `host` is None where the body has no round and no host was named, `on` where no day is set.
    """

    meeting_id: int | None
    on: date | None
    host: str | None
    is_proposed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """One line of the programme; `start` is `HH:MM`, empty where no times are set."""

    start: str
    title: str
    presenter: str
    minutes: int
    is_heading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringView:
    """Everything about one gathering in one read."""

    meeting_id: int
    label: str
    name: str
    held_on: date
    host_id: int | None
    host: str | None
    is_over: bool
    can_edit: bool
    municipalities: tuple[MunicipalityPart, ...]
    others: tuple[Participant, ...]
    """Those who come from no municipality, such as the secretariat."""
    programme: tuple[ProgrammeLine, ...]
    points: tuple[Point, ...]
    earlier: tuple[Point, ...]
    """Still open from the gatherings before (R43)."""
    next_host: NextHost

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Everyone, municipality by municipality."""
        local = (one for part in self.municipalities for one in part.participants)
        return (*local, *self.others)

    def count(self, state: AttendanceState | None) -> int:
        """How many have given an answer; None counts those who have not answered."""
        return sum(one.state is state for one in self.participants)

    @property
    def reported(self) -> int:
        """How many municipalities have reported their status."""
        return sum(bool(part.status.strip()) for part in self.municipalities)


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who may be asked to come, with what they are at their institution."""

    person_id: int
    name: str
    function: str
    institution_id: int
