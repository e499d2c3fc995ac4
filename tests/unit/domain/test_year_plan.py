"""The days of a year's meetings (R22)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.day_judgement import BlockedDays, BodyYear, TakenDay, is_squeezed
from app.domain.day_patterns import LAST, DayPattern, pattern_of
from app.domain.deadlines import DeadlineRule
from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.vocabulary import DeadlineKind
from app.domain.year_plan import PlannedMeeting, propose_year

FRIDAY, THURSDAY, MONDAY = 4, 3, 0
HOLIDAYS_2027 = frozenset(
    {
        date(2027, 1, 1),
        date(2027, 3, 25),
        date(2027, 3, 26),
        date(2027, 3, 28),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 6),
        date(2027, 5, 16),
        date(2027, 5, 17),
        date(2027, 12, 25),
        date(2027, 12, 26),
    }
)


def is_holiday(on: date) -> bool:
    return on in HOLIDAYS_2027


def council(*patterns: DayPattern, recommends_to: str | None = None) -> BodyYear:
    minutes_out = DeadlineRule(DeadlineKind.MINUTES_OUT, 7)
    return BodyYear("NR", patterns, recommends_to=recommends_to, minutes_out=minutes_out)


def plan(*bodies: BodyYear, **rest: object) -> list[PlannedMeeting]:
    return propose_year(2027, bodies, is_holiday=is_holiday, **rest)  # type: ignore[arg-type]


def codes(meeting: PlannedMeeting) -> list[str]:
    return [reason.code for reason in (*meeting.moved, *meeting.warnings)]


@pytest.mark.parametrize(
    ("on", "pattern"),
    [
        (date(2026, 6, 12), DayPattern(6, FRIDAY, 2)),
        (date(2026, 1, 30), DayPattern(1, FRIDAY, LAST)),
        (date(2026, 1, 23), DayPattern(1, FRIDAY, 4)),
    ],
)
def test_pattern_of_a_day_leads_back_to_it(on: date, pattern: DayPattern) -> None:
    assert pattern_of(on) == pattern
    assert pattern.in_year(2026) == on


def test_last_friday_is_the_fourth_where_there_is_no_fifth() -> None:
    assert DayPattern(2, FRIDAY, LAST).in_year(2027) == date(2027, 2, 26)


@pytest.mark.parametrize(
    ("month", "weekday", "nth", "code"),
    [
        (13, 0, 1, "month_unknown"),
        (0, 0, 1, "month_unknown"),
        (1, 7, 1, "day_pattern_unknown"),
        (1, 0, 5, "day_pattern_unknown"),
    ],
)
def test_pattern_that_is_no_day_is_told(month: int, weekday: int, nth: int, code: str) -> None:
    with pytest.raises(UserError) as error:
        DayPattern(month, weekday, nth)
    assert error.value.code == code


def test_meeting_keeps_the_day_of_its_pattern() -> None:
    (meeting,) = plan(council(DayPattern(6, FRIDAY, 2)))
    assert meeting == PlannedMeeting("NR", date(2027, 6, 11), date(2027, 6, 11))


def test_holiday_moves_a_meeting_a_week() -> None:
    (meeting,) = plan(council(DayPattern(5, MONDAY, 3)))
    assert meeting.nominal_on == date(2027, 5, 17)
    assert meeting.on == date(2027, 5, 24)
    assert codes(meeting) == ["day_is_holiday"]


def test_friday_after_ascension_day_is_squeezed() -> None:
    assert is_squeezed(date(2027, 5, 7), is_holiday)
    assert not is_squeezed(date(2027, 5, 14), is_holiday)
    (meeting,) = plan(council(DayPattern(5, FRIDAY, 1)))
    assert (meeting.on, codes(meeting)) == (date(2027, 5, 14), ["day_is_squeezed"])


def test_weekend_moves_a_meeting_to_a_working_day() -> None:
    (meeting,) = plan(council(DayPattern(6, 5, 1)))
    assert meeting.on == date(2027, 6, 4)
    assert codes(meeting) == ["day_is_weekend"]


def test_week_that_the_user_keeps_free_is_named() -> None:
    winter = BlockedDays(Interval(date(2027, 2, 22), date(2027, 2, 27)), "vinterferie")
    (meeting,) = plan(council(DayPattern(2, FRIDAY, LAST)), blocked=[winter])
    assert meeting.on == date(2027, 3, 5)
    assert meeting.moved[0].params == {"on": date(2027, 2, 26), "name": "vinterferie"}


def test_no_day_in_reach_leaves_the_pattern_with_a_warning() -> None:
    year = BlockedDays(Interval(date(2027, 1, 1), date(2028, 1, 1)), "byggearbeid")
    (meeting,) = plan(council(DayPattern(6, FRIDAY, 2)), blocked=[year])
    assert meeting.on == meeting.nominal_on
    assert (meeting.moved, [one.code for one in meeting.warnings]) == ((), ["day_is_blocked"])


def test_bodies_with_the_same_people_never_meet_on_one_day() -> None:
    forum = BodyYear("KDF", (DayPattern(6, FRIDAY, 2),), shares_people_with=frozenset({"NR"}))
    first, second = plan(council(DayPattern(6, FRIDAY, 2)), forum)
    assert (first.body, first.on) == ("NR", date(2027, 6, 11))
    assert (second.body, second.on) == ("KDF", date(2027, 6, 18))
    assert second.moved[0].params["body"] == "NR"


def test_bodies_without_common_people_may_meet_on_one_day() -> None:
    other = BodyYear("FS", (DayPattern(6, FRIDAY, 2),))
    assert {one.on for one in plan(council(DayPattern(6, FRIDAY, 2)), other)} == {date(2027, 6, 11)}


def test_minutes_of_the_body_that_recommends_are_out_before_papers_are_due() -> None:
    papers = DeadlineRule(DeadlineKind.PAPERS, 7)
    region = BodyYear("RR", (DayPattern(6, FRIDAY, 3),), papers=papers)
    first, second = plan(region, council(DayPattern(6, FRIDAY, 2), recommends_to="RR"))
    assert (first.body, first.on) == ("NR", date(2027, 6, 11))
    assert (second.body, second.on) == ("RR", date(2027, 6, 25))
    assert second.moved[0].params == {
        "on": date(2027, 6, 18),
        "body": "NR",
        "held_on": date(2027, 6, 11),
        "papers_on": date(2027, 6, 11),
    }


def test_body_that_decides_may_meet_before_anyone_has_recommended() -> None:
    papers = DeadlineRule(DeadlineKind.PAPERS, 7)
    region = BodyYear("RR", (DayPattern(2, FRIDAY, 2),), papers=papers)
    meetings = plan(region, council(DayPattern(6, FRIDAY, 2), recommends_to="RR"))
    assert [one.on for one in meetings] == [date(2027, 2, 12), date(2027, 6, 11)]


def test_two_bodies_that_recommend_to_each_other_are_planned_all_the_same() -> None:
    one = BodyYear("A", (DayPattern(2, FRIDAY, 2),), recommends_to="B")
    other = BodyYear("B", (DayPattern(3, FRIDAY, 2),), recommends_to="A")
    assert [each.body for each in plan(one, other)] == ["A", "B"]


def test_month_that_has_its_meeting_gets_no_other() -> None:
    taken = [TakenDay("NR", date(2027, 6, 4)), TakenDay("NR", date(2025, 6, 4))]
    assert plan(council(DayPattern(6, FRIDAY, 2)), taken=taken) == []


def test_meeting_is_not_moved_close_to_another_of_its_body() -> None:
    taken = [TakenDay("NR", date(2027, 5, 28))]
    often = council(DayPattern(5, FRIDAY, LAST), DayPattern(6, FRIDAY, 1))
    (meeting,) = plan(often, taken=taken)
    assert meeting.on == date(2027, 6, 4), "the pattern itself may have them a week apart"
    blocked = BlockedDays(Interval(date(2027, 6, 4), date(2027, 6, 5)), "konferanse")
    (meeting,) = plan(often, taken=taken, blocked=[blocked])
    assert meeting.on == date(2027, 6, 11)


def test_two_patterns_on_one_day_become_two_days() -> None:
    first, second = plan(council(DayPattern(2, FRIDAY, LAST), DayPattern(2, FRIDAY, 4)))
    assert second.on - first.on >= timedelta(days=14)
    assert "day_taken" in codes(first) + codes(second)


def test_same_question_has_the_same_answer() -> None:
    bodies = [council(*(DayPattern(month, THURSDAY, 2) for month in range(1, 13)))]
    assert plan(*bodies) == plan(*bodies)


def test_meeting_is_never_moved_into_another_year() -> None:
    advent = BlockedDays(Interval(date(2027, 12, 1), date(2027, 12, 31)), "flytting")
    (meeting,) = plan(council(DayPattern(12, FRIDAY, LAST)), blocked=[advent])
    assert meeting.nominal_on.year == meeting.on.year == 2027


def test_moved_meeting_stands_for_its_usual_day_in_the_month_before() -> None:
    february = council(DayPattern(2, FRIDAY, LAST))
    assert plan(february, taken=[TakenDay("NR", date(2027, 3, 5))]) == []
    far = plan(february, taken=[TakenDay("NR", date(2027, 4, 2))])
    assert [one.on for one in far] == [date(2027, 2, 26)], "too far to have been moved"


def test_each_meeting_stands_for_one_usual_day_only() -> None:
    october = council(DayPattern(10, FRIDAY, 1), DayPattern(10, FRIDAY, LAST))
    (meeting,) = plan(october, taken=[TakenDay("NR", date(2027, 10, 4))])
    assert meeting.on == date(2027, 10, 29)


def test_extraordinary_meeting_stands_for_no_usual_day() -> None:
    extra = TakenDay("NR", date(2027, 6, 1), is_extra=True)
    (meeting,) = plan(council(DayPattern(6, FRIDAY, 3)), taken=[extra])
    assert meeting.on == date(2027, 6, 18)


def test_nothing_is_proposed_for_days_that_are_over() -> None:
    bodies = council(DayPattern(2, FRIDAY, 2), DayPattern(9, FRIDAY, 2))
    assert [one.on for one in plan(bodies, today=date(2027, 6, 1))] == [date(2027, 9, 10)]


def test_least_bad_day_is_taken_where_none_is_good() -> None:
    """Everything but the weekends is kept free: a day that is kept free beats a holiday."""
    year = BlockedDays(Interval(date(2027, 1, 1), date(2028, 1, 1)), "byggearbeid")
    (meeting,) = plan(council(DayPattern(5, MONDAY, 3)), blocked=[year])
    assert meeting.on == date(2027, 5, 24)
    assert [one.code for one in meeting.moved] == ["day_is_holiday", "day_is_blocked"]
    assert [one.code for one in meeting.warnings] == ["day_is_blocked"]


def test_region_meets_after_the_council_also_where_the_council_was_moved_past_it() -> None:
    papers = DeadlineRule(DeadlineKind.PAPERS, 7)
    region = BodyYear("RR", (DayPattern(12, FRIDAY, 3),), papers=papers)
    early = BlockedDays(Interval(date(2027, 11, 1), date(2027, 12, 10)), "flytting")
    first, second = plan(
        region, council(DayPattern(12, FRIDAY, 1), recommends_to="RR"), blocked=[early]
    )
    assert (first.body, first.on) == ("NR", date(2027, 12, 10))
    assert second.body == "RR"
    assert second.on > first.on


def test_one_meeting_stands_for_the_nearest_of_two_usual_days() -> None:
    january = council(DayPattern(1, FRIDAY, 2), DayPattern(1, FRIDAY, LAST))
    (meeting,) = plan(january, taken=[TakenDay("NR", date(2027, 1, 27))])
    assert meeting.on == date(2027, 1, 8)


def test_two_moved_meetings_stand_for_two_usual_days() -> None:
    """The first was moved half way to the second, which was moved into the next month."""
    twice = council(DayPattern(1, FRIDAY, 2), DayPattern(1, FRIDAY, LAST))
    taken = [TakenDay("NR", date(2027, 1, 22)), TakenDay("NR", date(2027, 2, 8))]
    assert plan(twice, taken=taken) == []


def test_council_is_moved_to_where_the_region_can_keep_its_day() -> None:
    papers = DeadlineRule(DeadlineKind.PAPERS, 7)
    region = BodyYear("RR", (DayPattern(6, FRIDAY, 3),), papers=papers)
    june = BlockedDays(Interval(date(2027, 6, 9), date(2027, 6, 12)), "junidager")
    first, second = plan(
        region, council(DayPattern(6, THURSDAY, 2), recommends_to="RR"), blocked=[june]
    )
    assert (first.body, first.on) == ("NR", date(2027, 6, 3))
    assert (second.body, second.on, second.moved) == ("RR", date(2027, 6, 18), ())


def test_meeting_is_not_moved_onto_the_next_usual_day() -> None:
    september = BlockedDays(Interval(date(2027, 9, 6), date(2027, 9, 18)), "valg")
    often = council(DayPattern(9, FRIDAY, 2), DayPattern(10, FRIDAY, 1))
    first, second = plan(often, blocked=[september])
    assert (first.on, second.on) == (date(2027, 9, 3), date(2027, 10, 1))
