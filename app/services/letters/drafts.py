"""What letters there are to write on a day, and what the officer decides about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.vocabulary import SeatState


class LetterKind(StrEnum):
    """What a letter is for (R9)."""

    REQUEST = "request"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNotice:
    """A seat that a letter asks about.

    `days_left` counts to the first day it stands empty; `threshold` is the last of the body's
    thresholds, in days, that was passed. Both are None for one that nobody holds any more.
    """

    seat_id: int
    body: str
    title: str
    state: SeatState
    institution: str | None
    person: str | None
    last_on: date | None
    days_left: int | None
    threshold: int | None
    proposed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """One appointing authority with all its seats that end or are vacant."""

    key: str
    recipient: tuple[str, ...]
    seats: tuple[SeatNotice, ...]
    answer_by: date

    @property
    def name(self) -> str:
        """The authority on one line, the nearest first."""
        return ", ".join(reversed(self.recipient))


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentDraft:
    """A new member, with the seat; the last day is inclusive, and None where no end is set."""

    key: str
    term_id: int
    seat_id: int
    person: str
    institution: str
    title: str
    body: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDesk:
    """Every letter that may be wanted on a day, and what they share."""

    on: date
    reply_to: str
    requests: tuple[RequestDraft, ...]
    appointments: tuple[AppointmentDraft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWish:
    """One letter as the officer wants it; `words` None means the standard ones.

    `answer_by` and `reply_to` count for a request alone.
    """

    kind: LetterKind
    key: str
    answer_by: date | None = None
    reply_to: str = ""
    reference: str = ""
    words: str | None = None
