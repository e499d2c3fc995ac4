"""Which rotating seats are to be filled, and over which days (R2, R7, R8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.intervals import Interval, add_years
from app.domain.roster import SeatFacts, SeatStanding, TermFacts, seat_state
from app.domain.vocabulary import SeatKind, SeatState, TermEnd

TERM_YEARS = 2
"""How long a rotating term lasts where the seat does not say (R2)."""

_CUT_SHORT = frozenset({TermEnd.LEFT, TermEnd.REPLACED, TermEnd.MERGER})
"""A term that ended so says nothing of when the seat changes hands."""

_PERSON_LEFT = frozenset({TermEnd.LEFT, TermEnd.REPLACED})
"""It was the person who left: the turn is still the institution's."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A seat to fill over `interval`; `rest_of` is the term that is to be fulfilled, if any."""

    seat: SeatFacts
    interval: Interval
    rest_of: TermFacts | None = None


def openings(
    seats: Iterable[SeatFacts],
    terms: Sequence[TermFacts],
    on: date,
    *,
    carried_over: bool,
    notice_days: int | None,
) -> list[Opening]:
    """The rotating seats that are vacant, carried over or ending, the first to be filled first.

    No opening reaches into a term that is recorded for later, or past the seat's own last day.
    """
    horizon = (date.max - on).days if notice_days is None else notice_days
    found = []
    for seat in seats:
        if seat.kind is not SeatKind.ROTATING:
            continue
        own = [term for term in terms if term.seat == seat.id]
        standing = seat_state(seat, own, on, carried_over=carried_over, notice_days=horizon)
        opening = _opening(seat, own, standing, on)
        if opening is not None:
            found.append(opening)
    return sorted(found, key=lambda one: (one.interval.from_on, one.seat.number, one.seat.id))


def _opening(
    seat: SeatFacts, own: Sequence[TermFacts], standing: SeatStanding, on: date
) -> Opening | None:
    length = seat.term_years or TERM_YEARS
    if standing.state is SeatState.FILLED:
        return None
    if standing.state is SeatState.ENDING:
        start = on + timedelta(days=standing.days_left or 0)
        interval = _cut(seat, own, start, add_years(start, length))
        return None if interval is None else Opening(seat, interval)
    rest_of = _unfulfilled(own, standing.last, on, length)
    soonest = on if rest_of else on + timedelta(days=length * 365 // 2)
    interval = _cut(seat, own, on, _change_after(own, on, soonest, length))
    return None if interval is None else Opening(seat, interval, rest_of)


def _unfulfilled(
    own: Sequence[TermFacts], last: TermFacts | None, on: date, length: int
) -> TermFacts | None:
    """The last term, when its person left it and its days are not over on `on` (R8)."""
    if last is None or last.to_on is None or last.ended not in _PERSON_LEFT:
        return None
    due = _change_after(own, last.from_on, last.from_on, length)
    return last if last.to_on < due and on < due else None


def _change_after(own: Sequence[TermFacts], on: date, soonest: date, length: int) -> date:
    """The first day after `soonest` on which the seat changes hands by its own rhythm.

    So a vacancy, or one who left early, does not move the seat out of step with the others. The
    rhythm is that of the last term before `on` that ran out, else of the seat's first term.
    """
    before = [term for term in own if term.from_on <= on]
    if not before:
        return add_years(on, length)
    ran_out = [
        term.to_on
        for term in before
        if term.to_on is not None and term.to_on <= on and term.ended not in _CUT_SHORT
    ]
    change = max(ran_out, default=min(term.from_on for term in before))
    while change <= soonest:
        change = add_years(change, length)
    return change


def _cut(seat: SeatFacts, own: Sequence[TermFacts], start: date, end: date) -> Interval | None:
    """From `start` to `end`, cut short by what comes before; `None` when the seat is no more."""
    later = [term.from_on for term in own if term.from_on > start]
    until = seat.lifetime.to_on if seat.lifetime is not None else None
    stop = min([end, *later] if until is None else [end, until, *later])
    return Interval(start, stop) if start < stop else None
