"""What a year holds: meetings, deadlines, fixed points and days kept free (R17–R23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import CaseKind, DeadlineKind, MeetingStatus
from app.models import BlockedPeriod, Meeting, WheelEntry, WheelTurn
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.overview.next_meeting import OpenState
from app.services.year.facts import YearPoint
from tests.helpers.council import a_case, a_council, put_on_agenda, the_body, writing


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def an_entry(house: House, **fields: object) -> int:
    with writing(house.desk) as work:
        entry = WheelEntry(
            **{
                "body_id": the_body(work.session, "NR").id,
                "title": "Rapport",
                "month": 2,
                "first_year": 2020,
                "interval_years": 1,
                "case_kind": CaseKind.INFORMATION,
                "template": "",
                **fields,
            }
        )
        work.session.add(entry)
        work.session.flush()
        return entry.id


def a_turn(house: House, entry: int, year: int, **fields: object) -> None:
    with writing(house.desk) as work:
        work.session.add(WheelTurn(entry_id=entry, year=year, **fields))


def a_day(house: House, on: date) -> int:
    return house.edit.meetings.create(NewMeeting(body="NR", held_on=on)).id


def the_point(house: House, entry: int, year: int) -> YearPoint:
    (found,) = (one for one in house.year.view(year).points if one.entry_id == entry)
    return found


def test_a_year_tells_its_meetings_by_date_the_cancelled_too(house: House) -> None:
    a_day(house, date(2027, 6, 11))
    early = a_day(house, date(2027, 1, 22))
    a_day(house, date(2028, 1, 21))
    with writing(house.desk) as work:
        work.session.get_one(Meeting, early).status = MeetingStatus.CANCELLED
    found = house.year.view(2027).meetings
    assert [(one.held_on, one.is_cancelled, one.can_move) for one in found] == [
        (date(2027, 1, 22), True, False),
        (date(2027, 6, 11), False, True),
    ]


def test_the_weeks_at_the_edge_of_a_year_have_their_meetings_too(house: House) -> None:
    a_day(house, date(2027, 1, 2))
    a_day(house, date(2027, 1, 22))
    assert [one.held_on for one in house.year.view(2026).around] == [date(2027, 1, 2)]
    assert house.year.view(2027).around == ()


def test_the_present_year_and_the_next_can_always_be_looked_at(house: House) -> None:
    assert house.year.view().year == 2026
    assert house.year.view().years == (2026, 2027)
    a_day(house, date(2024, 3, 1))
    assert house.year.view(2027).years == (2024, 2026, 2027)


def test_deadlines_count_in_the_year_that_they_fall_in(house: House) -> None:
    a_day(house, date(2027, 1, 8))
    papers = [
        (one.on, one.state)
        for one in house.year.view(2026).deadlines
        if one.kind is DeadlineKind.PAPERS
    ]
    assert papers == [(date(2026, 12, 31), OpenState.NEXT)]
    assert DeadlineKind.PAPERS not in {one.kind for one in house.year.view(2027).deadlines}


def test_a_cancelled_meeting_has_no_deadlines(house: House) -> None:
    meeting = a_day(house, date(2027, 6, 11))
    assert house.year.view(2027).deadlines
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.CANCELLED
    assert house.year.view(2027).deadlines == ()


def test_a_fixed_point_without_a_meeting_says_so(house: House) -> None:
    entry = an_entry(house)
    point = the_point(house, entry, 2027)
    assert (point.lacks_meeting, point.on, point.meeting_name) == (True, date(2027, 2, 1), "")
    a_day(house, date(2027, 2, 12))
    point = the_point(house, entry, 2027)
    assert (point.lacks_meeting, point.on) == (False, date(2027, 2, 12))
    assert point.meeting_name == "Næringsrådet 1/2027"


def test_one_that_was_moved_is_found_where_it_was_moved_to(house: House) -> None:
    entry = an_entry(house)
    a_turn(house, entry, 2027, to_year=2028, to_month=1, reason="Tallene er sene.")
    assert entry not in [one.entry_id for one in house.year.view(2027).points]
    moved, own = sorted(
        (one for one in house.year.view(2028).points if one.entry_id == entry),
        key=lambda one: one.year,
    )
    assert (moved.year, moved.month_on, moved.is_moved, moved.reason) == (
        2027,
        date(2028, 1, 1),
        True,
        "Tallene er sene.",
    )
    assert (own.year, own.is_moved) == (2028, False)


def test_one_that_was_dropped_lacks_nothing(house: House) -> None:
    entry = an_entry(house)
    a_turn(house, entry, 2027, is_dropped=True, reason="Ingen rapport i år.")
    point = the_point(house, entry, 2027)
    assert (point.is_dropped, point.lacks_meeting) == (True, False)


def test_its_meeting_is_the_one_that_has_its_case(house: House) -> None:
    entry = an_entry(house)
    later = a_day(house, date(2027, 3, 12))
    with writing(house.desk) as work:
        case = a_case(work.session, work.session.get_one(Meeting, later))
        work.session.flush()
        work.session.add(
            WheelTurn(entry_id=entry, year=2027, case_id=case.id, case_made_on=date(2026, 11, 23))
        )
        title = case.title
    a_day(house, date(2027, 2, 12))
    point = the_point(house, entry, 2027)
    assert (point.on, point.title) == (date(2027, 3, 12), title)
    assert point.is_case_made


def test_days_kept_free_are_told_with_their_last_day(house: House) -> None:
    with writing(house.desk) as work:
        work.session.add(
            BlockedPeriod(name="Vinterferie", from_on=date(2027, 2, 22), to_on=date(2027, 2, 27))
        )
    (blocked,) = house.year.view(2027).blocked
    assert (blocked.name, blocked.to_on) == ("Vinterferie", date(2027, 2, 26))


def test_holidays_are_told_by_the_day(house: House) -> None:
    found = house.year.view(2027).holidays
    assert found[date(2027, 5, 17)] == "constitution_day"  # Whit Monday falls on it that year
    assert list(found) == sorted(found)


def test_a_case_on_the_agenda_of_a_cancelled_meeting_is_where_it_went_since(house: House) -> None:
    cancelled, other = a_day(house, date(2027, 4, 9)), a_day(house, date(2027, 3, 12))
    a_day(house, date(2027, 3, 5))
    entry = an_entry(house, month=3)
    with writing(house.desk) as work:
        off = work.session.get_one(Meeting, cancelled)
        case = a_case(work.session, off)
        put_on_agenda(work.session, work.session.get_one(Meeting, other), case)
        off.status = MeetingStatus.CANCELLED
        work.session.flush()
        work.session.add(
            WheelTurn(entry_id=entry, year=2027, case_id=case.id, case_made_on=date(2026, 11, 23))
        )
    point = the_point(house, entry, 2027)
    assert (point.meeting_id, point.is_on_agenda) == (other, True)


def test_a_deadline_a_year_from_its_meeting_is_told(house: House) -> None:
    house.edit.templates.set_deadline("NR", DeadlineKind.DRAFTS_DUE, 366)
    a_day(house, date(2028, 6, 9))
    kinds = [one.kind for one in house.year.view(2027).deadlines]
    assert kinds == [DeadlineKind.DRAFTS_DUE]


def test_the_day_for_a_points_meeting_is_as_it_was_last_and_no_cancelled_one(house: House) -> None:
    def proposed() -> date:
        return house.points.usual_day("NR", date(2028, 2, 1))

    assert proposed() == date(2028, 2, 1), "the first working day"
    a_day(house, date(2026, 2, 13))
    last = a_day(house, date(2027, 2, 3))
    assert proposed() == date(2028, 2, 2), "the first Wednesday, as in 2027"
    with writing(house.desk) as work:
        work.session.get_one(Meeting, last).status = MeetingStatus.CANCELLED
    assert proposed() == date(2028, 2, 11), "the second Friday, as in 2026"
