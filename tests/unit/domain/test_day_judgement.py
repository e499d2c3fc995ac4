"""What speaks against a meeting's day (R19, R22)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.day_judgement import (
    BlockedDays,
    BodyYear,
    QuietTime,
    TakenDay,
    YearDays,
    against,
    gravity,
    is_in_easter_week,
    quiet_time_of,
)
from app.domain.deadlines import DeadlineRule
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind
from app.services.holidays import is_holiday

PAPERS = DeadlineRule(DeadlineKind.PAPERS, 7)
MINUTES = DeadlineRule(DeadlineKind.MINUTES_OUT, 7)
COUNCIL = BodyYear("NR", (), recommends_to="RR", minutes_out=MINUTES)
REGION = BodyYear("RR", (), papers=PAPERS)


def days(*meetings: TakenDay, **facts: object) -> YearDays:
    bodies = {body.code: body for body in (COUNCIL, REGION)}
    return YearDays(bodies, is_holiday, meetings=list(meetings), **facts)  # type: ignore[arg-type]


def codes(
    body: BodyYear, on: date, meant_on: date | None = None, known: YearDays | None = None
) -> list[str]:
    found = against(body, on, meant_on or on, known or days())
    return [reason.code for reason in found]


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2027, 5, 6), "day_is_holiday"),
        (date(2027, 5, 7), "day_is_squeezed"),
        (date(2027, 6, 12), "day_is_weekend"),
        (date(2027, 3, 22), "day_in_easter_week"),
        (date(2027, 3, 24), "day_in_easter_week"),
        (date(2027, 12, 20), "day_in_christmas"),
        (date(2027, 1, 6), "day_in_christmas"),
        (date(2027, 7, 1), "day_in_july"),
        (date(2027, 7, 30), "day_in_july"),
    ],
)
def test_day_that_will_not_do_says_why(on: date, code: str) -> None:
    assert codes(COUNCIL, on) == [code]


@pytest.mark.parametrize(
    "on",
    [date(2027, 3, 19), date(2027, 3, 30), date(2027, 1, 7), date(2027, 12, 17), date(2027, 8, 2)],
)
def test_day_beside_the_holidays_will_do(on: date) -> None:
    assert codes(COUNCIL, on) == []


def test_easter_week_is_known_by_its_holidays() -> None:
    assert is_in_easter_week(date(2027, 3, 23), is_holiday)
    assert not is_in_easter_week(date(2027, 3, 25), is_holiday)
    assert not is_in_easter_week(date(2027, 5, 4), is_holiday), "Ascension Day is no Easter"


def test_quiet_times_are_told_by_day() -> None:
    assert quiet_time_of(date(2027, 12, 19)) is None
    assert quiet_time_of(date(2027, 12, 20)) is QuietTime.CHRISTMAS
    assert quiet_time_of(date(2027, 7, 15)) is QuietTime.JULY


def test_habit_is_kept_but_nothing_is_moved_into_july() -> None:
    july = BodyYear("NR", (), quiet_times=frozenset({QuietTime.JULY}))
    assert codes(july, date(2027, 7, 2)) == []
    assert codes(july, date(2027, 7, 9), date(2027, 7, 2)) == ["day_in_july"]


def test_day_before_today_is_over() -> None:
    assert codes(COUNCIL, date(2027, 6, 11), known=days(today=date(2027, 6, 12))) == ["day_is_past"]


def test_day_that_is_kept_free_is_named() -> None:
    winter = BlockedDays(Interval(date(2027, 2, 22), date(2027, 2, 27)), "vinterferie")
    known = days(blocked=(winter,))
    assert codes(COUNCIL, date(2027, 2, 26), known=known) == ["day_is_blocked"]


def test_meeting_with_a_fixed_point_stays_in_its_month() -> None:
    fixed = BodyYear("RR", (), fixed_months=frozenset({12}))
    assert codes(fixed, date(2027, 12, 10), date(2027, 12, 17)) == []
    assert codes(fixed, date(2027, 11, 26), date(2027, 12, 17)) == ["day_leaves_month"]


def test_region_waits_for_the_council_that_recommends() -> None:
    december = days(TakenDay("NR", date(2027, 12, 10), date(2027, 12, 3)))
    meant_on = date(2027, 12, 17)
    assert codes(REGION, date(2027, 12, 9), meant_on, december) == ["day_before_recommended"]
    assert codes(REGION, date(2027, 12, 17), meant_on, december) == ["day_too_soon_after"]
    later = days(TakenDay("NR", date(2027, 12, 2)))
    assert codes(REGION, meant_on, meant_on, later) == []


def test_council_leaves_room_for_the_region_that_has_its_day() -> None:
    december = days(TakenDay("RR", date(2027, 12, 17)))
    meant_on = date(2027, 12, 3)
    assert codes(COUNCIL, date(2027, 12, 3), meant_on, december) == []
    assert codes(COUNCIL, date(2027, 12, 10), meant_on, december) == ["day_too_late_before"]
    moved = days(TakenDay("RR", date(2027, 11, 26), date(2027, 12, 17)))
    assert codes(COUNCIL, date(2027, 11, 29), meant_on, moved) == ["day_after_decided"]
    assert codes(COUNCIL, date(2027, 6, 11), known=days(TakenDay("RR", date(2027, 2, 12)))) == []


def test_people_in_two_bodies_are_known_from_either_side() -> None:
    forum = BodyYear("KDF", (), shares_people_with=frozenset({"NR"}))
    on = date(2027, 6, 11)
    known = days(TakenDay("NR", on))
    assert codes(forum, on, known=known) == ["day_clashes"]
    other = YearDays({"KDF": forum}, is_holiday, meetings=[TakenDay("KDF", on)])
    assert codes(COUNCIL, on, known=other) == ["day_clashes"]
    assert codes(BodyYear("FS", ()), on, known=known) == []


def test_gravest_counts_first_then_how_many() -> None:
    clash = [Reason("day_clashes")]
    two = [Reason("day_in_july"), Reason("day_leaves_month")]
    assert gravity([]) < gravity(two[:1]) < gravity(two) < gravity([Reason("day_is_blocked")])
    assert (
        gravity([Reason("day_is_blocked")]) < gravity([Reason("day_is_holiday")]) < gravity(clash)
    )
