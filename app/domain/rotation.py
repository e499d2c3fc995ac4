"""Who should follow in the rotating seats, and why (R8, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.fairness import Candidate, Turn, candidates, why_first
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.openings import Opening, openings
from app.domain.reasons import Reason
from app.domain.roster import NOTICE_DAYS, SeatFacts, TermFacts, seat_state, seats_on


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who should take a seat, and over which days; nobody when no one is free.

    `candidates` holds everyone in the order of whose turn it is, also those who are not free.
    """

    seat: SeatFacts
    interval: Interval
    institution: InstitutionFacts | None
    reasons: tuple[Reason, ...]
    candidates: tuple[Candidate, ...]

    @property
    def from_on(self) -> date:
        """The first day of the proposed term."""
        return self.interval.from_on

    @property
    def to_on(self) -> date | None:
        """The first day after the proposed term."""
        return self.interval.to_on


def propose_rotation(
    seats: Iterable[SeatFacts],
    terms: Iterable[TermFacts],
    institutions: Iterable[InstitutionFacts],
    on: date,
    *,
    carried_over: bool = False,
    notice_days: int | None = NOTICE_DAYS,
) -> list[Proposal]:
    """The next institution for each rotating seat that is vacant, carried over or ending (R8).

    All of one body's seats and terms are given, for whoever holds another seat is not free. A
    seat counts as ending when its term ends within `notice_days` of `on` and none follows; with
    `None` every term with an end counts. Several seats at once never get the same institution.
    Where a person left in the middle of a term, its institution is to fulfil it.
    """
    known, lineage = list(terms), Lineage(institutions)
    there = seats_on(seats, on)
    sitting = _sitting(there, known, lineage, on, carried_over)
    proposals: list[Proposal] = []
    for opening in openings(there, known, on, carried_over=carried_over, notice_days=notice_days):
        turns = [*_turns(known), *_proposed(proposals)]
        proposals.append(_propose(opening, turns, lineage, sitting))
    return proposals


def _propose(
    opening: Opening, turns: Sequence[Turn], lineage: Lineage, sitting: frozenset[int]
) -> Proposal:
    seat, interval = opening.seat, opening.interval
    if seat.rotates_among is None:
        chooses = Reason("turn_chosen_by_appointer", by=seat.appointed_by)
        return Proposal(seat, interval, None, (chooses,), ())
    start = interval.from_on
    pool = lineage.existing(seat.rotates_among, start)
    taken = {
        lineage.heir_on(turn.institution, start)
        for turn in turns
        if turn.interval.overlaps(interval)
    }
    ranked = candidates(pool, lineage, turns, start, sitting=sitting, taken=taken)
    free = [candidate for candidate in ranked if candidate.is_free]
    if not free:
        return Proposal(seat, interval, None, (Reason("turn_nobody_free"),), tuple(ranked))
    owner = _who_fulfils(opening, lineage, free)
    chosen = owner or free[0]
    reasons = why_first(chosen, free[1:]) if owner is None else (_fulfils(owner, interval),)
    reasons = (*reasons, *_ends_within(chosen.institution, interval, lineage))
    return Proposal(seat, interval, chosen.institution, reasons, tuple(ranked))


def _who_fulfils(opening: Opening, lineage: Lineage, free: Sequence[Candidate]) -> Candidate | None:
    """Whose turn was not over when its person left, if it is free to go on."""
    if opening.rest_of is None:
        return None
    owner = lineage.heir_on(opening.rest_of.institution, opening.interval.from_on)
    return next((one for one in free if one.institution.id == owner), None)


def _fulfils(owner: Candidate, interval: Interval) -> Reason:
    return Reason("turn_rest_of_term", name=owner.institution.name, last_on=interval.last_on)


def _ends_within(
    chosen: InstitutionFacts, interval: Interval, lineage: Lineage
) -> tuple[Reason, ...]:
    """That the institution is no more before the term is over, and who carries on (R18)."""
    end = chosen.lifetime.to_on
    if end is None or not interval.contains(end):
        return ()
    heir = lineage.heir_on(chosen.id, end)
    if heir == chosen.id or heir not in lineage:
        return (Reason("turn_ends_within", name=chosen.name, last_on=chosen.lifetime.last_on),)
    return (Reason("turn_merges_within", name=chosen.name, heir=lineage[heir].name, on=end),)


def _sitting(
    seats: Iterable[SeatFacts],
    terms: Sequence[TermFacts],
    lineage: Lineage,
    on: date,
    carried_over: bool,
) -> frozenset[int]:
    standings = (seat_state(seat, terms, on, carried_over=carried_over) for seat in seats)
    return frozenset(
        lineage.heir_on(standing.term.institution, on) for standing in standings if standing.term
    )


def _turns(terms: Iterable[TermFacts]) -> list[Turn]:
    return [Turn(term.institution, term.interval) for term in terms]


def _proposed(proposals: Iterable[Proposal]) -> list[Turn]:
    return [
        Turn(proposal.institution.id, proposal.interval)
        for proposal in proposals
        if proposal.institution is not None
    ]
