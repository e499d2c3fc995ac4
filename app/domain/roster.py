"""Who holds a seat on a date, and how the seat stands (R2, R7, R9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.intervals import Interval
from app.domain.vocabulary import (
    InstitutionKind,
    SeatKind,
    SeatRole,
    SeatState,
    Sector,
    TermEnd,
)

NOTICE_DAYS = 180
"""How long before its end a term counts as ending, unless the body says otherwise (R9)."""

_LEAVES_NOBODY = frozenset({TermEnd.LEFT, TermEnd.REPLACED, TermEnd.MERGER})
"""A term that ended so has nobody left who could sit until a successor is named."""


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A chair at the table: who it is for, who appoints, how long, and its rights (R2, R3).

    `rotates_among` is the kind of institution that takes turns in it; `None` when the appointing
    body chooses freely.
    """

    id: int
    number: int
    name: str
    kind: SeatKind = SeatKind.PERMANENT
    role: SeatRole = SeatRole.MEMBER
    sector: Sector | None = None
    votes: bool = True
    appointed_by: str = ""
    term_years: int | None = None
    lifetime: Interval | None = None
    rotates_among: InstitutionKind | None = None


@dataclass(frozen=True, slots=True)
class TermFacts:
    """One institution and person in a seat over an interval of days; `ended` once it is over."""

    id: int
    seat: int
    institution: int
    interval: Interval
    person: int | None = None
    ended: TermEnd | None = None

    @property
    def from_on(self) -> date:
        """The first day."""
        return self.interval.from_on

    @property
    def to_on(self) -> date | None:
        """The first day after, `None` while no end is set."""
        return self.interval.to_on


@dataclass(frozen=True, slots=True)
class SeatStanding:
    """A seat on a date: its state, and the term that fills it or that was carried over.

    `last` is the latest term that is over when the seat is vacant; `days_left` counts from the
    date to the first day after the term.
    """

    state: SeatState
    term: TermFacts | None = None
    last: TermFacts | None = None
    days_left: int | None = None


def holder_on(terms: Iterable[TermFacts], on: date) -> TermFacts | None:
    """The term of one seat that holds on `on`; the one begun last where records overlap (R7)."""
    holding = [term for term in terms if term.interval.contains(on)]
    return max(holding, key=lambda term: (term.from_on, term.id), default=None)


def seat_state(
    seat: SeatFacts,
    terms: Iterable[TermFacts],
    on: date,
    *,
    carried_over: bool,
    notice_days: int = NOTICE_DAYS,
) -> SeatStanding:
    """How `seat` stands on `on` (R7): filled, ending, carried over, or vacant.

    Ending: the term ends within `notice_days`, no later term follows it at once, and the seat goes
    on, so that somebody is to be named. Carried over:
    the body's setting says so, and the last term ran out (also by an election) with somebody
    still there; one who left, was replaced or whose institution merged away leaves a vacant seat.
    Terms of other seats are disregarded.
    """
    own = [term for term in terms if term.seat == seat.id]
    current = holder_on(own, on)
    if current is not None:
        return _held(seat, current, own, on, notice_days)
    over = [term for term in own if term.to_on is not None and term.to_on <= on]
    last = max(over, key=lambda term: (term.to_on or date.max, term.id), default=None)
    if last is not None and carried_over and last.ended not in _LEAVES_NOBODY:
        return SeatStanding(SeatState.CARRIED_OVER, last, last)
    return SeatStanding(SeatState.VACANT, None, last)


def seats_on(seats: Iterable[SeatFacts], on: date) -> list[SeatFacts]:
    """The seats that the body has on `on`, in their order."""
    there = [seat for seat in seats if seat.lifetime is None or seat.lifetime.contains(on)]
    return sorted(there, key=lambda seat: (seat.number, seat.id))


def sector_balance(seats: Iterable[SeatFacts]) -> dict[Sector, int]:
    """How many seats each party of the triple helix has, as information and never an error (R6)."""
    counts = dict.fromkeys(Sector, 0)
    for seat in seats:
        if seat.sector is not None:
            counts[seat.sector] += 1
    return counts


def _held(
    seat: SeatFacts, current: TermFacts, own: list[TermFacts], on: date, notice_days: int
) -> SeatStanding:
    end = current.to_on
    if end is None:
        return SeatStanding(SeatState.FILLED, current)
    days_left = (end - on).days
    is_followed = any(term.interval.contains(end) for term in own)
    goes_on = seat.lifetime is None or seat.lifetime.contains(end)
    is_ending = days_left <= notice_days and goes_on and not is_followed
    state = SeatState.ENDING if is_ending else SeatState.FILLED
    return SeatStanding(state, current, None, days_left)
