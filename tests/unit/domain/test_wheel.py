"""In which years and months the fixed points fall (R19)."""

from __future__ import annotations

from datetime import date

from app.domain.wheel import (
    FixedPoint,
    Occurrence,
    Settled,
    coincide,
    falls_in,
    next_year,
    occurrences,
    worded,
    year_meant,
)

BUDGET = FixedPoint(id=1, month=12, first_year=2016)
PLAN = FixedPoint(id=2, month=12, first_year=2016, interval_years=2)
REPORT = FixedPoint(id=3, month=2, first_year=2017, last_year=2020)


def test_a_point_falls_every_year_from_its_first_to_its_last() -> None:
    assert [year for year in range(2014, 2024) if falls_in(REPORT, year)] == [
        2017,
        2018,
        2019,
        2020,
    ]
    assert not falls_in(BUDGET, 2015)
    assert falls_in(BUDGET, 2099)


def test_every_second_year_is_odd_or_even_by_the_first() -> None:
    assert [year for year in range(2016, 2022) if falls_in(PLAN, year)] == [2016, 2018, 2020]


def test_the_points_of_a_year_come_by_month() -> None:
    assert occurrences((BUDGET, PLAN, REPORT), {}, [2018]) == [
        Occurrence(3, 2018, (2018, 2)),
        Occurrence(1, 2018, (2018, 12)),
        Occurrence(2, 2018, (2018, 12)),
    ]


def test_one_that_was_moved_is_told_in_the_year_it_was_moved_to_alone() -> None:
    settled = {(2, 2018): Settled(moved_to=(2019, 1))}
    assert occurrences((PLAN,), settled, [2018]) == []
    assert occurrences((PLAN,), settled, [2019]) == [
        Occurrence(2, 2018, (2019, 1), is_moved=True),
    ]
    assert occurrences((PLAN,), settled, [2018, 2019]) == [
        Occurrence(2, 2018, (2019, 1), is_moved=True),
    ]


def test_one_that_was_dropped_is_told_as_dropped() -> None:
    settled = {(1, 2018): Settled(is_dropped=True)}
    assert occurrences((BUDGET,), settled, [2018]) == [
        Occurrence(1, 2018, (2018, 12), is_dropped=True),
    ]


def test_what_was_settled_for_a_year_that_the_rule_no_longer_gives_is_not_told() -> None:
    settled = {(3, 2021): Settled(moved_to=(2021, 3))}
    assert occurrences((REPORT,), settled, [2021]) == []


def test_a_case_is_for_the_next_month_of_its_point() -> None:
    assert year_meant(date(2016, 12, 14), 2) == 2017
    assert year_meant(date(2018, 11, 5), 12) == 2018
    assert year_meant(date(2018, 12, 31), 12) == 2018


def test_the_next_year_of_a_point_is_by_its_rule() -> None:
    assert [next_year(PLAN, year) for year in (2010, 2016, 2017, 2026, 2027)] == [
        2016,
        2016,
        2018,
        2026,
        2028,
    ]
    assert next_year(REPORT, 2021) is None


def test_two_points_coincide_when_both_fall_in_the_same_month_of_a_year() -> None:
    odd = FixedPoint(id=4, month=12, first_year=2017, interval_years=2)
    third = FixedPoint(id=5, month=12, first_year=2017, interval_years=3)
    assert coincide(BUDGET, PLAN)
    assert not coincide(PLAN, odd)
    assert coincide(PLAN, third)
    assert not coincide(BUDGET, FixedPoint(id=6, month=6, first_year=2016))
    assert not coincide(REPORT, FixedPoint(id=7, month=2, first_year=2021))


def test_a_text_gets_the_years_that_it_asks_for() -> None:
    assert worded("Årsrapport {forrige år}, ramme {neste år} ({år})", 2027) == (
        "Årsrapport 2026, ramme 2028 (2027)"
    )
    assert worded("Utviklingsplan med budsjettrammer", 2027) == "Utviklingsplan med budsjettrammer"
