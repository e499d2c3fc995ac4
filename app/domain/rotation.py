"""Who should follow in the rotating seats, and why (R8, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.fairness import Candidate, Turn, candidates, why_first
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval, add_years
from app.domain.reasons import Reason
from app.domain.roster import NOTICE_DAYS, SeatFacts, TermFacts, seat_state, seats_on
from app.domain.vocabulary import SeatKind, SeatState

TERM_YEARS = 2
"""How long a rotating term lasts where the seat does not say (R2)."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who should take a seat, and over which days; nobody when no one is free.

    `candidates` holds everyone in the order that was followed, also those who are not free.
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
    """
    known, lineage = list(terms), Lineage(institutions)
    there = seats_on(seats, on)
    sitting = _sitting(there, known, lineage, on, carried_over)
    openings = _openings(there, known, on, carried_over, notice_days)
    proposals: list[Proposal] = []
    for seat, interval in openings:
        turns = [*_turns(known), *_proposed(proposals)]
        proposals.append(_propose(seat, interval, turns, lineage, sitting))
    return proposals


def _propose(
    seat: SeatFacts,
    interval: Interval,
    turns: Sequence[Turn],
    lineage: Lineage,
    sitting: frozenset[int],
) -> Proposal:
    if seat.rotates_among is None:
        chooses = Reason("turn_chosen_by_appointer", by=seat.appointed_by)
        return Proposal(seat, interval, None, (chooses,), ())
    pool = lineage.existing(seat.rotates_among, interval.from_on)
    taken = {
        lineage.heir_on(turn.institution, interval.from_on)
        for turn in turns
        if turn.interval.overlaps(interval)
    }
    ranked = candidates(pool, lineage, turns, interval.from_on, sitting=sitting, taken=taken)
    free = [candidate for candidate in ranked if candidate.is_free]
    if not free:
        return Proposal(seat, interval, None, (Reason("turn_nobody_free"),), tuple(ranked))
    reasons = why_first(free[0], free[1:])
    return Proposal(seat, interval, free[0].institution, reasons, tuple(ranked))


def _openings(
    seats: Iterable[SeatFacts],
    terms: Sequence[TermFacts],
    on: date,
    carried_over: bool,
    notice_days: int | None,
) -> list[tuple[SeatFacts, Interval]]:
    """The seats to fill and from when, the first to be filled first."""
    horizon = (date.max - on).days if notice_days is None else notice_days
    openings = []
    for seat in seats:
        if seat.kind is not SeatKind.ROTATING:
            continue
        standing = seat_state(seat, terms, on, carried_over=carried_over, notice_days=horizon)
        length = seat.term_years or TERM_YEARS
        if standing.state is SeatState.ENDING and standing.term and standing.term.to_on:
            start = standing.term.to_on
            openings.append((seat, Interval(start, add_years(start, length))))
        elif standing.state in (SeatState.VACANT, SeatState.CARRIED_OVER):
            ended = standing.last.to_on if standing.last else None
            openings.append((seat, _late_term(on, ended, length, seat, terms)))
    return sorted(openings, key=lambda opening: (opening[1].from_on, opening[0].number))


def _late_term(
    on: date, ended_on: date | None, length: int, seat: SeatFacts, terms: Sequence[TermFacts]
) -> Interval:
    """A term that begins late ends where the seat's own rhythm does, at least half a term away.

    So a vacancy does not move the seat out of step with the others. A term that is already
    recorded for later cuts it short.
    """
    end = add_years(on, length)
    if ended_on is not None:
        enough = on + timedelta(days=length * 365 // 2)
        end = ended_on
        while end <= enough:
            end = add_years(end, length)
    later = [term.from_on for term in terms if term.seat == seat.id and term.from_on > on]
    return Interval(on, min([end, *later]))


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
