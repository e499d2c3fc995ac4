"""Who holds a seat, as of a date (R6, R7, R9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.intervals import Interval
from app.domain.roster import (
    SeatFacts,
    SeatStanding,
    TermFacts,
    holder_on,
    seat_state,
    seats_on,
    sector_balance,
)
from app.domain.vocabulary import SeatState, Sector, TermEnd

SEAT = SeatFacts(id=6, number=6, name="Kommunedirektør")


def term(
    id: int, from_year: int, to_year: int | None, *, seat: int = 6, ended: TermEnd | None = None
) -> TermFacts:
    to_on = None if to_year is None else date(to_year, 1, 1)
    return TermFacts(
        id, seat, institution=id, interval=Interval(date(from_year, 1, 1), to_on), ended=ended
    )


def standing(*terms: TermFacts, on: date, carried_over: bool = False) -> SeatStanding:
    return seat_state(SEAT, terms, on, carried_over=carried_over)


def test_an_old_meeting_shows_the_people_of_its_day() -> None:
    terms = [term(1, 2022, 2024), term(2, 2024, 2026)]
    assert holder_on(terms, date(2023, 12, 31)) == terms[0]
    assert holder_on(terms, date(2024, 1, 1)) == terms[1]
    assert holder_on(terms, date(2026, 1, 1)) is None
    assert terms[0].from_on == date(2022, 1, 1)


def test_where_records_overlap_the_latest_counts() -> None:
    terms = [term(1, 2022, None), term(2, 2024, None)]
    assert holder_on(terms, date(2025, 1, 1)) == terms[1]


def test_a_seat_without_an_end_is_filled() -> None:
    found = standing(term(1, 2022, None), on=date(2026, 1, 1))
    assert (found.state, found.days_left) == (SeatState.FILLED, None)


@pytest.mark.parametrize(
    ("on", "state", "days_left"),
    [
        (date(2025, 7, 4), SeatState.FILLED, 181),
        (date(2025, 7, 5), SeatState.ENDING, 180),
        (date(2025, 12, 31), SeatState.ENDING, 1),
    ],
)
def test_a_term_is_ending_from_180_days_before(on: date, state: SeatState, days_left: int) -> None:
    found = standing(term(1, 2024, 2026), on=on)
    assert (found.state, found.days_left) == (state, days_left)


def test_a_seat_whose_successor_is_named_is_not_ending() -> None:
    found = standing(term(1, 2024, 2026), term(2, 2026, 2028), on=date(2025, 12, 1))
    assert found.state is SeatState.FILLED


def test_a_seat_that_ends_with_its_term_asks_for_nobody() -> None:
    closing = replace(SEAT, lifetime=Interval(date(2020, 1, 1), date(2026, 1, 1)))
    found = seat_state(closing, [term(1, 2024, 2026)], date(2025, 12, 1), carried_over=False)
    assert (found.state, found.days_left) == (SeatState.FILLED, 31)
    lasting = replace(SEAT, lifetime=Interval(date(2020, 1, 1), None))
    found = seat_state(lasting, [term(1, 2024, 2026)], date(2025, 12, 1), carried_over=False)
    assert found.state is SeatState.ENDING


def test_a_successor_after_a_gap_leaves_the_seat_ending() -> None:
    found = standing(term(1, 2024, 2026), term(2, 2027, 2028), on=date(2025, 12, 1))
    assert found.state is SeatState.ENDING


@pytest.mark.parametrize("ended", [None, TermEnd.RAN_OUT, TermEnd.ELECTION])
def test_a_term_that_ran_out_is_carried_over_where_the_body_says_so(
    ended: TermEnd | None,
) -> None:
    over = term(1, 2022, 2024, ended=ended)
    carried = standing(over, on=date(2025, 1, 1), carried_over=True)
    assert (carried.state, carried.term) == (SeatState.CARRIED_OVER, over)
    vacant = standing(over, on=date(2025, 1, 1))
    assert (vacant.state, vacant.term, vacant.last) == (SeatState.VACANT, None, over)


@pytest.mark.parametrize("ended", [TermEnd.LEFT, TermEnd.REPLACED, TermEnd.MERGER])
def test_one_who_left_cannot_be_carried_over(ended: TermEnd) -> None:
    found = standing(term(1, 2022, 2024, ended=ended), on=date(2025, 1, 1), carried_over=True)
    assert found.state is SeatState.VACANT


def test_the_last_term_is_the_one_that_is_carried_over() -> None:
    found = standing(
        term(1, 2020, 2022), term(2, 2022, 2024), on=date(2025, 1, 1), carried_over=True
    )
    assert found.term == term(2, 2022, 2024)


def test_a_seat_that_nobody_had_is_vacant_and_other_seats_do_not_fill_it() -> None:
    found = standing(term(1, 2022, None, seat=7), on=date(2025, 1, 1), carried_over=True)
    assert found == SeatStanding(SeatState.VACANT)


def test_a_body_has_the_seats_of_its_day_in_order() -> None:
    late = SeatFacts(1, 2, "Ny", lifetime=Interval(date(2026, 1, 1)))
    assert seats_on([SEAT, late], date(2025, 1, 1)) == [SEAT]
    assert seats_on([SEAT, late], date(2026, 1, 1)) == [late, SEAT]


def test_the_balance_counts_every_sector_also_an_empty_one() -> None:
    seats = [
        SeatFacts(1, 1, "a", sector=Sector.PUBLIC),
        SeatFacts(2, 2, "b", sector=Sector.PUBLIC),
        SeatFacts(3, 3, "c", sector=Sector.BUSINESS),
        SEAT,
    ]
    assert sector_balance(seats) == {Sector.RESEARCH: 0, Sector.PUBLIC: 2, Sector.BUSINESS: 1}
