"""What the council file holds already, as the rows of a list are held against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInstitution:
    """An institution with its period and its successor."""

    id: int
    name: str
    short_name: str
    kind: InstitutionKind
    sector: Sector
    place: str
    lifetime: Interval
    successor: int | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person by their work contact details (R52)."""

    id: int
    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class KnownPosition:
    """A title at an institution in a period."""

    id: int
    person: int
    institution: int
    title: str
    is_acting: bool
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSeat:
    """A seat with every title it has had; `institution` where it is always the same one's."""

    id: int
    number: int
    title: str
    titles: tuple[str, ...]
    lifetime: Interval
    institution: int | None = None


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """Who has a seat in a period, with the deputies by rank."""

    id: int
    seat: int
    institution: int
    person: int | None
    interval: Interval
    deputies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownObserver:
    """Who observes the body in a period."""

    id: int
    person: int
    institution: int
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything that a list can concern; seats, terms and observers of one body.

    `ties` are further pairs of person and institution, such as from other bodies. `start_on` is
    the first day of what a list gives no day for; None when each row must give it.
    """

    today: date
    start_on: date | None
    institutions: tuple[KnownInstitution, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    positions: tuple[KnownPosition, ...] = ()
    seats: tuple[KnownSeat, ...] = ()
    terms: tuple[KnownTerm, ...] = ()
    observers: tuple[KnownObserver, ...] = ()
    ties: tuple[tuple[int, int], ...] = ()
