"""What new terms meet in their seats when a body is renewed (R2)."""

from __future__ import annotations

from app.domain.intervals import Interval
from app.domain.renewal import SeatRenewal, seat_renewal
from tests.helpers.region import new_year, term

NEW = Interval(new_year(2024), new_year(2028))


def test_the_term_in_force_the_day_before_ends() -> None:
    for end in (None, 2026, 2024):
        old = term(6, "Malvik", 2020, end)
        assert seat_renewal(6, [old], NEW) == SeatRenewal(6, old, None)


def test_a_term_that_was_over_before_is_left_alone() -> None:
    assert seat_renewal(6, [term(6, "Malvik", 2020, 2023)], NEW) == SeatRenewal(6, None, None)


def test_a_term_that_begins_in_the_new_days_is_in_the_way() -> None:
    for first in (2024, 2027):
        later = term(6, "Malvik", first, None)
        assert seat_renewal(6, [later], NEW).in_the_way == later
    assert seat_renewal(6, [term(6, "Malvik", 2028, None)], NEW).in_the_way is None


def test_terms_of_other_seats_are_disregarded() -> None:
    assert seat_renewal(6, [term(7, "Malvik", 2020, None)], NEW) == SeatRenewal(6, None, None)
