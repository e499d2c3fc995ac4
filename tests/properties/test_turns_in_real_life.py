"""Turns where nothing goes by the book: odd starts, early ends, arrivals, mergers (R8, R18)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval, any_overlap
from app.domain.roster import SeatFacts, TermFacts
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import InstitutionKind, SeatKind, TermEnd

KIND = InstitutionKind.MUNICIPALITY
FIRST = date(2000, 1, 1)
ENDS = (None, TermEnd.RAN_OUT, TermEnd.LEFT, TermEnd.REPLACED, TermEnd.MERGER, TermEnd.ELECTION)


@st.composite
def regions(draw: st.DrawFn) -> list[InstitutionFacts]:
    """Municipalities that come and go; those that go may be merged into one that stays."""
    count = draw(st.integers(1, 10))
    region = [InstitutionFacts(1, "Kommune 1", KIND, Interval(FIRST))]
    for number in range(2, count + 1):
        came = FIRST + timedelta(days=draw(st.integers(0, 9_000)))
        stays = draw(st.booleans())
        gone = None if stays else came + timedelta(days=draw(st.integers(1, 6_000)))
        heir = draw(st.sampled_from([None, 1])) if gone else None
        region.append(
            InstitutionFacts(number, f"Kommune {number}", KIND, Interval(came, gone), heir)
        )
    return region


@st.composite
def rosters(draw: st.DrawFn) -> tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]]:
    """Seats with terms of any length, gaps between them, and any reason for an end."""
    region = draw(regions())
    seats: list[SeatFacts] = []
    terms: list[TermFacts] = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        years = draw(st.integers(1, 4))
        seats.append(
            SeatFacts(
                number,
                number,
                f"Plass {number}",
                kind=SeatKind.ROTATING,
                term_years=years,
                rotates_among=KIND,
            )
        )
        day = FIRST + timedelta(days=draw(st.integers(0, 4_000)))
        for _term in range(draw(st.integers(0, 6))):
            day += timedelta(days=draw(st.sampled_from([0, 0, 0, 40, 400])))
            end = day + timedelta(days=draw(st.integers(1, 1_500)))
            holder = draw(st.integers(1, len(region)))
            ended = draw(st.sampled_from(ENDS))
            terms.append(TermFacts(len(terms) + 1, number, holder, Interval(day, end), None, ended))
            day = end
    return seats, terms, region


days = st.integers(0, 11_000).map(lambda number: FIRST + timedelta(days=number))


def is_a_rest(proposal: Proposal) -> bool:
    return any(reason.code == "turn_rest_of_term" for reason in proposal.reasons)


@given(rosters(), days, st.booleans())
def test_nobody_who_could_is_passed_over(
    roster: tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]],
    on: date,
    carried_over: bool,
) -> None:
    """Of those who are free and not there now, none has waited longer than the one proposed."""
    seats, terms, region = roster
    for proposal in propose_rotation(seats, terms, region, on, carried_over=carried_over):
        free = [one for one in proposal.candidates if one.is_free]
        if proposal.institution is None:
            assert free == []
            continue
        if is_a_rest(proposal):
            continue
        chosen = next(one for one in free if one.institution == proposal.institution)
        for other in free:
            if other.sits_now:
                continue
            assert not chosen.sits_now
            assert chosen.last is None or other.last is not None
            if chosen.last and chosen.last.to_on and other.last:
                assert other.last.to_on is None or chosen.last.to_on <= other.last.to_on


@given(rosters(), days, st.booleans())
def test_what_is_proposed_can_always_be_accepted(
    roster: tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]],
    on: date,
    carried_over: bool,
) -> None:
    """It overlaps no term of its seat, and no heir holds two seats on the day it begins."""
    seats, terms, region = roster
    lineage = Lineage(region)
    proposals = propose_rotation(
        seats, terms, region, on, carried_over=carried_over, notice_days=None
    )
    for proposal in proposals:
        own = [term.interval for term in terms if term.seat == proposal.seat.id]
        assert not any(proposal.interval.overlaps(other) for other in own)
        assert proposal.from_on >= on
        if proposal.institution is None:
            continue
        start = proposal.from_on
        assert proposal.institution.lifetime.contains(start)
        others = [
            lineage.heir_on(term.institution, start)
            for term in terms
            if term.interval.overlaps(proposal.interval)
        ]
        assert proposal.institution.id not in others
    for one in region:
        new = [each.interval for each in proposals if each.institution == one]
        assert not any_overlap(new)


@given(rosters(), days, st.data())
def test_every_order_of_the_facts_gives_the_same_answer(
    roster: tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]],
    on: date,
    data: st.DataObject,
) -> None:
    seats, terms, region = roster
    again = propose_rotation(
        data.draw(st.permutations(seats)),
        data.draw(st.permutations(terms)),
        data.draw(st.permutations(region)),
        on,
    )
    assert again == propose_rotation(seats, terms, region, on)


@given(rosters())
def test_everyone_who_stays_gets_a_turn(
    roster: tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]],
) -> None:
    """Accepting year after year, whoever is there throughout sits before too long."""
    seats, terms, region = roster
    terms, before = list(terms), len(terms)
    staying = [one for one in region if one.lifetime.to_on is None]
    longest = max(seat.term_years or 2 for seat in seats)
    rounds = -(-len(staying) // len(seats)) + 2
    first = max([2030, *(term.to_on.year + 1 for term in terms if term.to_on)])
    for year in range(rounds * (longest + 1)):
        on = date(first + year, 1, 1)
        for proposal in propose_rotation(seats, terms, region, on, notice_days=366):
            if proposal.institution is not None:
                terms.append(
                    TermFacts(
                        len(terms) + 1,
                        proposal.seat.id,
                        proposal.institution.id,
                        proposal.interval,
                    )
                )
    assert {one.institution for one in terms[before:]} >= {one.id for one in staying}
