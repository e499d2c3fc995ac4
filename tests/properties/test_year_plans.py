"""What must always hold for a year's plan, whatever the usual days and the days kept free (R22)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.day_judgement import BlockedDays, BodyYear, TakenDay, is_in_easter_week, is_squeezed
from app.domain.day_patterns import DayPattern
from app.domain.deadlines import DeadlineRule, is_working_day
from app.domain.intervals import Interval
from app.domain.vocabulary import DeadlineKind
from app.domain.year_plan import REACH, PlannedMeeting, propose_year
from app.services.holidays import is_holiday

CODES = ("NR", "RR", "AU", "KDF")
PATTERNS = st.builds(
    DayPattern, st.integers(1, 12), st.integers(0, 6), st.sampled_from((1, 2, 3, 4, -1))
)
YEARS = st.integers(2020, 2060)


@st.composite
def bodies(draw: st.DrawFn) -> list[BodyYear]:
    made = []
    for code in CODES:
        shared = draw(st.frozensets(st.sampled_from(CODES), max_size=3)) - {code}
        made.append(
            BodyYear(
                code,
                tuple(draw(st.lists(PATTERNS, max_size=6))),
                recommends_to="RR" if code in ("NR", "AU") else None,
                minutes_out=DeadlineRule(DeadlineKind.MINUTES_OUT, 5),
                papers=DeadlineRule(DeadlineKind.PAPERS, 7),
                shares_people_with=shared,
            )
        )
    return made


@st.composite
def blocked(draw: st.DrawFn) -> list[tuple[int, int]]:
    """From which day of the year, and how many days."""
    return draw(st.lists(st.tuples(st.integers(0, 364), st.integers(1, 40)), max_size=5))


def _kept(year: int, start: int, length: int) -> BlockedDays:
    first = date(year, 1, 1) + timedelta(days=start)
    return BlockedDays(Interval(first, first + timedelta(days=length)), "ferie")


def share(body: BodyYear, other: BodyYear) -> bool:
    return other.code in body.shares_people_with or body.code in other.shares_people_with


def is_off(on: date, free: list[BlockedDays]) -> bool:
    return (
        not is_working_day(on, is_holiday)
        or is_squeezed(on, is_holiday)
        or is_in_easter_week(on, is_holiday)
        or any(one.interval.contains(on) for one in free)
    )


def in_reach(meeting: PlannedMeeting) -> list[date]:
    days = (meeting.nominal_on + timedelta(days=step) for step in range(-REACH, REACH + 1))
    return [on for on in days if on.year == meeting.nominal_on.year]


@settings(max_examples=40, deadline=None)
@given(YEARS, bodies(), blocked())
def test_no_meeting_on_a_day_off_while_a_free_day_is_in_reach(
    year: int, every: list[BodyYear], kept: list[tuple[int, int]]
) -> None:
    free = [_kept(year, start, length) for start, length in kept]
    plan = propose_year(year, every, is_holiday=is_holiday, blocked=free)
    by_code = {body.code: body for body in every}
    assert len(plan) == sum(len(body.patterns) for body in every)
    for meeting in plan:
        if not is_off(meeting.on, free):
            continue
        body = by_code[meeting.body]
        in_the_way = {
            one.on for one in plan if one.body == body.code or share(body, by_code[one.body])
        }
        assert all(is_off(on, free) or on in in_the_way for on in in_reach(meeting))
        assert meeting.warnings


@settings(max_examples=40, deadline=None)
@given(YEARS, bodies())
def test_bodies_that_share_people_never_meet_on_one_day(year: int, every: list[BodyYear]) -> None:
    plan = propose_year(year, every, is_holiday=is_holiday)
    by_code = {body.code: body for body in every}
    for number, one in enumerate(plan):
        for other in plan[number + 1 :]:
            is_same_people = one.body == other.body or share(by_code[one.body], by_code[other.body])
            assert not (one.on == other.on and is_same_people)


@settings(max_examples=40, deadline=None)
@given(YEARS, bodies())
def test_plan_that_was_taken_leaves_nothing_to_propose(year: int, every: list[BodyYear]) -> None:
    plan = propose_year(year, every, is_holiday=is_holiday)
    taken = [TakenDay(one.body, one.on) for one in plan]
    again = propose_year(year, every, is_holiday=is_holiday, taken=taken)
    assert again == []
