"""What must always hold for turns, whoever is there and whatever has been (R8, R18)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hosts import HostTurn, propose_hosts
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval, any_overlap
from app.domain.roster import SeatFacts, TermFacts
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import InstitutionKind, SeatKind

KIND = InstitutionKind.MUNICIPALITY


def institutions(count: int) -> list[InstitutionFacts]:
    return [
        InstitutionFacts(number, f"Kommune {number}", KIND, Interval(date(1990, 1, 1)))
        for number in range(1, count + 1)
    ]


def seats(count: int) -> list[SeatFacts]:
    return [
        SeatFacts(
            number,
            number,
            f"Plass {number}",
            kind=SeatKind.ROTATING,
            term_years=2,
            rotates_among=KIND,
        )
        for number in range(1, count + 1)
    ]


def run(
    seat_count: int, region: list[InstitutionFacts], years: int, terms: list[TermFacts]
) -> list[TermFacts]:
    """Accept every proposal, December after December; even seats begin a year later."""
    terms = list(terms)
    for year in range(2020, 2020 + years):
        for proposal in propose_rotation(seats(seat_count), terms, region, date(year, 12, 1)):
            if year > 2020 or proposal.seat.number % 2:
                terms.append(taken(proposal, len(terms) + 1))
    return terms


def taken(proposal: Proposal, number: int) -> TermFacts:
    assert proposal.institution is not None
    return TermFacts(number, proposal.seat.id, proposal.institution.id, proposal.interval)


@st.composite
def histories(draw: st.DrawFn, count: int) -> list[TermFacts]:
    """Terms from before, of any length, that do not overlap within a seat."""
    terms: list[TermFacts] = []
    for seat in (1, 2, 3, 4):
        year = draw(st.integers(2000, 2010))
        while year < 2018 and draw(st.booleans()):
            length = draw(st.integers(1, 4))
            holder = draw(st.integers(1, count))
            interval = Interval(date(year, 1, 1), date(min(year + length, 2020), 1, 1))
            terms.append(TermFacts(len(terms) + 1, seat, holder, interval))
            year += length
    return terms


@given(st.integers(1, 4), st.integers(5, 12), st.data())
def test_nobody_is_passed_over_for_ever(seat_count: int, count: int, data: st.DataObject) -> None:
    before = data.draw(histories(count))
    rounds = -(-count // seat_count) + 1
    terms = run(seat_count, institutions(count), 2 * rounds + 2, before)
    sat = {one.institution for one in terms[len(before) :]}
    assert sat == set(range(1, count + 1))


@given(st.integers(1, 4), st.integers(5, 12))
def test_nobody_sits_twice_while_another_who_could_has_not_sat(seat_count: int, count: int) -> None:
    terms = run(seat_count, institutions(count), 16, [])
    sat: Counter[int] = Counter()
    for one in sorted(terms, key=lambda term: (term.from_on, term.id)):
        if sat[one.institution]:
            assert len(sat) == count
        sat[one.institution] += 1
    assert max(sat.values()) - min(sat[number] for number in range(1, count + 1)) <= 2


@given(st.integers(1, 4), st.integers(4, 9), st.data())
def test_no_institution_ever_holds_two_seats_and_no_seat_two_holders(
    seat_count: int, count: int, data: st.DataObject
) -> None:
    before = data.draw(histories(count))
    new = run(seat_count, institutions(count), 8, before)[len(before) :]
    for key in ("seat", "institution"):
        for value in {getattr(one, key) for one in new}:
            assert not any_overlap(one.interval for one in new if getattr(one, key) == value)


@given(st.integers(4, 9), st.data())
def test_the_same_facts_in_any_order_give_the_same_answer(count: int, data: st.DataObject) -> None:
    terms, region = data.draw(histories(count)), institutions(count)
    on = date(2020, 1, 1)
    first = propose_rotation(seats(4), terms, region, on)
    again = propose_rotation(
        data.draw(st.permutations(seats(4))),
        data.draw(st.permutations(terms)),
        data.draw(st.permutations(region)),
        on,
    )
    assert first == again
    assert first == propose_rotation(seats(4), terms, region, on)


@given(st.integers(2, 10), st.integers(1, 3))
def test_everyone_hosts_once_before_anyone_hosts_again(count: int, rounds: int) -> None:
    days = [date(2026 + number // 2, 5 + 6 * (number % 2), 4) for number in range(count * rounds)]
    proposals = propose_hosts([], institutions(count), days)
    hosts = [one.host.id for one in proposals if one.host]
    for start in range(0, len(hosts), count):
        assert set(hosts[start : start + count]) == set(range(1, count + 1))


@given(st.data())
def test_accepting_one_at_a_time_gives_the_hosts_proposed_together(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 8))
    years = st.integers(2015, 2025)
    past = [
        HostTurn(data.draw(st.integers(1, count)), date(year, 5, 1))
        for year in sorted(data.draw(st.sets(years)))
    ]
    days = [date(2026, 5, 1), date(2026, 11, 1), date(2027, 5, 1)]
    together = propose_hosts(past, institutions(count), days)
    for proposal in together:
        (alone,) = propose_hosts(past, institutions(count), [proposal.on])
        assert alone.host == proposal.host
        assert alone.host is not None
        past.append(HostTurn(alone.host.id, proposal.on))


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(2000, 2030)), min_size=1, max_size=8))
def test_every_chain_of_mergers_ends_with_someone_and_history_is_inherited_once(
    mergers: list[tuple[int, int]],
) -> None:
    region = [
        InstitutionFacts(
            number, f"K{number}", KIND, Interval(date(1990, 1, 1), date(year, 1, 1)), successor
        )
        for number, (successor, year) in enumerate(mergers, start=1)
    ]
    lineage, on = Lineage(region), date(2031, 1, 1)
    heirs = Counter(lineage.heir_on(one.id, on) for one in region)
    for heir, count in heirs.items():
        inherited = {one.id for one in lineage.predecessors(heir, on)} | {heir}
        own = {one.id for one in region if lineage.heir_on(one.id, on) == heir}
        assert own <= inherited
        assert count == len(own)
