"""What a calendar says: events that are ready to be written, for one kind of reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.documents.content import Metadata


class Method(StrEnum):
    """What the file asks of the calendar that takes it (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class EventStatus(StrEnum):
    """How certain an event is."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Party:
    """Someone by name and e-mail address, which is never empty."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Invited:
    """Someone who is asked to come, may come (`is_optional`), or has said no already."""

    party: Party
    is_optional: bool = False
    has_declined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting between two times on the wall clock of Europe/Oslo, or a day (`ends` is then None).

    `uid` is the same every time that this event is written, and `sequence` only ever grows.
    `link` is an address on the web, or empty.
    """

    uid: str
    sequence: int
    title: str
    status: EventStatus
    starts: datetime | date
    ends: datetime | None
    category: str
    place: str = ""
    description: str = ""
    link: str = ""
    organizer: Party | None = None
    invited: tuple[Invited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Events under one name; `stamped_at` is the instant at which they were as they are here."""

    meta: Metadata
    method: Method
    name: str
    stamped_at: datetime
    events: tuple[Event, ...]
