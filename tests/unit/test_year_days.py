"""A year day by day: what is on, in which order, what is sifted out, and what is amiss."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.vocabulary import DeadlineKind, MeetingStatus
from app.services.overview.next_meeting import OpenState
from app.services.year.days import YearDays, bodies_of
from app.services.year.facts import (
    BlockedSpan,
    YearBody,
    YearDeadline,
    YearMeeting,
    YearPoint,
    YearView,
)

TODAY, ON = date(2026, 11, 23), date(2026, 12, 4)
NR, RR, AU = (YearBody(code, code, code, False) for code in ("NR", "RR", "AU"))


def a_meeting(number: int, **facts: Any) -> YearMeeting:
    values: dict[str, Any] = {
        "id": number,
        "version": 1,
        "body": "NR",
        "body_name": "Næringsrådet",
        "name": f"Næringsrådet {number}/2026",
        "number": number,
        "held_on": ON,
        "start": "09:00",
        "end": "11:30",
        "place": "Skaun rådhus",
        "host": None,
        "status": MeetingStatus.PLANNED,
        "can_move": True,
    }
    return YearMeeting(**(values | facts))


def a_deadline(kind: DeadlineKind, **facts: Any) -> YearDeadline:
    values: dict[str, Any] = {
        "meeting_id": 1,
        "meeting_name": "Næringsrådet 1/2026",
        "body": "NR",
        "kind": kind,
        "on": ON,
        "state": OpenState.NEXT,
    }
    return YearDeadline(**(values | facts))


def a_point(**facts: Any) -> YearPoint:
    values: dict[str, Any] = {
        "entry_id": 1,
        "year": 2026,
        "body": "RR",
        "body_name": "Regionrådet",
        "title": "Årsrapport",
        "month_on": date(2026, 12, 1),
        "rule_month_on": date(2026, 12, 1),
        "rule_title": "Årsrapport",
        "on": ON,
        "meeting_id": 1,
        "meeting_name": "Regionrådet 1/2026",
        "is_meeting_open": True,
        "is_on_agenda": False,
        "case_id": None,
        "is_case_made": False,
        "is_case_deleted": False,
        "is_case_exempt": False,
        "is_moved": False,
        "is_dropped": False,
        "reason": "",
        "due_on": None,
        "has_own_deadline": False,
        "is_ready": False,
    }
    return YearPoint(**(values | facts))


def a_year(**facts: Any) -> YearView:
    values: dict[str, Any] = {
        "year": 2026,
        "today": TODAY,
        "bodies": (NR, RR, AU),
        "meetings": (),
        "deadlines": (),
        "points": (),
        "blocked": (),
        "holidays": {},
        "years": (2026,),
    }
    return YearView(**(values | facts))


def test_meetings_stand_by_their_hour_before_points_and_deadlines_the_late_ones_first() -> None:
    early, late = a_meeting(2, start="08:00"), a_meeting(1)
    due = a_deadline(DeadlineKind.PAPERS)
    passed = a_deadline(DeadlineKind.NOTICE, state=OpenState.LATE)
    point = a_point()
    view = a_year(meetings=(late, early), deadlines=(due, passed), points=(point,))
    assert YearDays(view).day(ON).lines == (early, late, point, passed, due)


def test_bodies_and_deadlines_are_sifted_out() -> None:
    view = a_year(
        meetings=(a_meeting(1),), deadlines=(a_deadline(DeadlineKind.PAPERS),), points=(a_point(),)
    )
    assert YearDays(view, {"NR"}).day(ON).lines == view.points
    assert YearDays(view, {"NR", "RR"}).filled() == []
    shown = YearDays(view, with_deadlines=False).filled()
    assert [day.lines for day in shown] == [(*view.meetings, *view.points)]
    assert bodies_of(view) == ["NR", "RR"]


def test_nobody_is_late_with_a_reminder_that_has_passed() -> None:
    over = a_deadline(DeadlineKind.REMINDER, on=date(2026, 11, 20), state=OpenState.LATE)
    coming = a_deadline(DeadlineKind.REMINDER)
    days = YearDays(a_year(deadlines=(over, coming)))
    assert days.day(over.on).lines == ()
    assert days.day(ON).lines == (coming,)


def test_a_fixed_point_stands_at_its_meeting_else_in_its_month_and_a_dropped_one_nowhere() -> None:
    lacking = a_point(meeting_id=None, on=date(2026, 12, 1))
    next_year = a_point(entry_id=2, on=date(2027, 1, 15))
    dropped = a_point(entry_id=3, is_dropped=True)
    days = YearDays(a_year(points=(lacking, next_year, dropped)))
    assert days.day(date(2026, 12, 1)).points == (lacking, next_year)
    assert days.day(ON).points == ()


def test_a_meeting_on_a_day_off_is_told_of() -> None:
    free = BlockedSpan(1, "Juleferie", date(2026, 12, 21), date(2026, 12, 31))
    days = YearDays(a_year(blocked=(free,)))

    def amiss(on: date, **facts: Any) -> list[str]:
        day = days.day(on)
        return [reason.code for reason in day.amiss_with(a_meeting(1, held_on=on, **facts))]

    assert amiss(ON) == []
    assert amiss(date(2026, 12, 5)) == ["calendar_meeting_on_weekend"]
    assert amiss(date(2026, 12, 25)) == [
        "calendar_meeting_on_holiday",
        "calendar_meeting_when_free",
    ]
    assert amiss(date(2026, 12, 31)) == ["calendar_meeting_when_free"]
    assert amiss(date(2026, 12, 25), status=MeetingStatus.CANCELLED) == []
    assert days.day(date(2026, 12, 25)).amiss_with(a_deadline(DeadlineKind.NOTICE)) == ()


def test_days_of_other_years_have_their_holidays() -> None:
    assert YearDays(a_year()).day(date(2027, 1, 1)).holiday == "new_year"


def test_a_day_of_the_year_after_has_its_meetings_and_is_not_counted_here() -> None:
    after = a_meeting(1, held_on=date(2027, 1, 2))
    days = YearDays(a_year(around=(after,)))
    assert days.day(date(2027, 1, 2)).meetings == (after,)
    assert days.filled() == []
    assert YearDays(a_year(around=(after,)), {"NR"}).day(date(2027, 1, 2)).meetings == ()
