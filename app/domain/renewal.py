"""A body that is renewed all at once, such as after a municipal election (R2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.intervals import Interval
from app.domain.roster import TermFacts


@dataclass(frozen=True, slots=True)
class SeatRenewal:
    """How one seat goes over: the term that ends, and what stands in the way of a new one.

    `old` is the term in force on the day before; None where the seat is vacant then.
    """

    seat: int
    old: TermFacts | None
    in_the_way: TermFacts | None


def seat_renewal(seat: int, terms: Iterable[TermFacts], new: Interval) -> SeatRenewal:
    """What a new term over `new` meets in its seat: terms of other seats are disregarded.

    A term that holds before and into `new` ends; one that begins in `new` stands in the way.
    """
    own = sorted((term for term in terms if term.seat == seat), key=lambda term: term.from_on)
    old = None
    for term in own:
        if term.from_on < new.from_on and (term.to_on is None or term.to_on >= new.from_on):
            old = term
    later = (term for term in own if term.from_on >= new.from_on and term.interval.overlaps(new))
    return SeatRenewal(seat, old, next(later, None))
