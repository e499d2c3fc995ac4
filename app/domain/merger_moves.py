"""What a merger does to the chairs of one body: who takes which over, what closes (R18)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.mergers import terms_ended_by_merger
from app.domain.roster import TermFacts
from app.domain.vocabulary import InstitutionKind


class Move(StrEnum):
    """What becomes of a chair, or of a term in it."""

    HANDED = "handed"
    """The heir takes it over for the rest of the term."""
    VACATED = "vacated"
    """The heir sits already, so the term ends and nobody follows."""
    CLOSED = "closed"
    """The chair was the merged institution's own, and the heir has one like it."""
    INHERITED = "inherited"
    """The chair was the merged institution's own, and is the heir's from now on."""
    PASSED_ON = "passed_on"
    """A term that has not begun becomes the heir's."""
    DROPPED = "dropped"
    """A term that has not begun will not be, since the heir sits already."""


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat as a merger sees it; `owner` where it is always the same institution's.

    `office` tells apart the chairs that one institution has, such as mayor and chief executive.
    """

    id: int
    number: int
    lifetime: Interval
    owner: int | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class ChairMove:
    """One thing that the merger does; without a term it is done to the chair itself."""

    move: Move
    chair: int
    term: TermFacts | None = None


def merger_moves(
    chairs: Iterable[Chair],
    terms: Iterable[TermFacts],
    ended: Collection[int],
    heir: int,
    on: date,
) -> list[ChairMove]:
    """What happens to one body on `on`, the first day without the `ended` institutions (R18).

    Chairs that rotate go to the heir unless it sits already; an institution's own chairs become
    the heir's, unless it has one of the same office.
    """
    every = sorted(chairs, key=lambda chair: (chair.number, chair.id))
    known = list(terms)
    own = [
        chair
        for chair in every
        if chair.owner in ended and chair.lifetime.from_on < on and chair.lifetime.contains(on)
    ]
    moves = _own_chairs(every, own, known, ended, heir, on)
    set_aside = {chair.id for chair in own}
    moves += _shared_chairs([one for one in known if one.seat not in set_aside], ended, heir, on)
    places = {chair.id: place for place, chair in enumerate(every)}
    return sorted(moves, key=lambda move: places.get(move.chair, len(places)))


def _own_chairs(
    every: Iterable[Chair],
    own: Iterable[Chair],
    terms: Sequence[TermFacts],
    ended: Collection[int],
    heir: int,
    on: date,
) -> list[ChairMove]:
    """Chairs that were always the merged institution's, with what sits or would sit in them."""
    offices = {
        chair.office for chair in every if chair.owner == heir and chair.lifetime.contains(on)
    }
    moves: list[ChairMove] = []
    for chair in own:
        goes_on = chair.office not in offices
        offices.add(chair.office)
        moves.append(ChairMove(Move.INHERITED if goes_on else Move.CLOSED, chair.id))
        for term in (one for one in terms if one.seat == chair.id):
            if term.from_on >= on and (not goes_on or term.institution in ended):
                moves.append(ChairMove(Move.PASSED_ON if goes_on else Move.DROPPED, chair.id, term))
            elif term.interval.contains(on) and (not goes_on or term.institution in ended):
                moves.append(ChairMove(Move.HANDED if goes_on else Move.VACATED, chair.id, term))
    return moves


def _shared_chairs(
    terms: Sequence[TermFacts], ended: Collection[int], heir: int, on: date
) -> list[ChairMove]:
    """Chairs that institutions take in turns, or that others fill as they choose."""
    later = [one for one in terms if one.institution in ended and one.from_on >= on]
    now = [one for one in terms if one not in later]
    merged = [
        InstitutionFacts(one, "", InstitutionKind.MUNICIPALITY, Interval(date.min, on), heir)
        for one in sorted(ended)
    ]
    moves: list[ChairMove] = []
    held: list[Interval] = [one.interval for one in terms if one.institution == heir]
    for end in terms_ended_by_merger(now, merged):
        move = Move.VACATED if end.heir is None else Move.HANDED
        moves.append(ChairMove(move, end.term.seat, end.term))
        if end.heir is not None:
            held.append(Interval(on, end.term.to_on))
    for term in sorted(later, key=lambda one: (one.from_on, one.seat)):
        sits = any(span.overlaps(term.interval) for span in held)
        moves.append(ChairMove(Move.DROPPED if sits else Move.PASSED_ON, term.seat, term))
        if not sits:
            held.append(term.interval)
    return moves
