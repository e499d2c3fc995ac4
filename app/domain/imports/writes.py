"""What a list would write; keys above zero are rows of the file, keys below it are yet to come."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind, Sector


@dataclass(slots=True, kw_only=True)
class InstitutionWrite:
    """An institution as it will be."""

    key: int
    name: str
    short_name: str
    kind: InstitutionKind
    sector: Sector
    place: str
    lifetime: Interval
    successor: int | None = None


@dataclass(slots=True)
class PersonWrite:
    """A person as they will be."""

    key: int
    name: str
    email: str
    phone: str


@dataclass(slots=True)
class PositionWrite:
    """A position as it will be; without an id it is new."""

    id: int | None
    person: int
    institution: int
    title: str
    is_acting: bool
    interval: Interval


@dataclass(slots=True)
class TermWrite:
    """A term as it will be; `deputies` is None where they stay as they are."""

    id: int | None
    seat: int
    institution: int
    person: int | None
    interval: Interval
    deputies: tuple[int, ...] | None = None


@dataclass(slots=True)
class ObserverWrite:
    """An observer as they will be; without an id it is new."""

    id: int | None
    person: int
    institution: int
    interval: Interval


@dataclass(slots=True)
class Writes:
    """Everything that is new or changed, each once."""

    institutions: dict[int, InstitutionWrite] = field(default_factory=dict)
    people: dict[int, PersonWrite] = field(default_factory=dict)
    positions: list[PositionWrite] = field(default_factory=list)
    terms: list[TermWrite] = field(default_factory=list)
    observers: list[ObserverWrite] = field(default_factory=list)

    def __len__(self) -> int:
        rows = (self.institutions, self.people, self.positions, self.terms, self.observers)
        return sum(len(each) for each in rows)
