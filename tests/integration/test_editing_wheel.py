"""The fixed points of the year: their rules, and the case that each makes once, ever (R19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.rich_text import from_json, to_plain
from app.domain.vocabulary import CaseKind, CaseStatus, MeetingStatus
from app.models import Case, Meeting, WheelEntry, WheelTurn
from app.services.changes import Kind
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.wheel import PointFields
from app.services.editing.wheel_cases import carry_points
from app.services.house import House
from app.services.year.facts import YearPoint
from tests.helpers.council import TODAY, a_council, writing
from tests.helpers.moving import move_day
from tests.helpers.store import refused

BUDGET = "Utviklingsplan med budsjettrammer"
ACTION_PLAN = "Toårig handlingsplan for strategisk næringsplan"
REPORT = "Årsrapport om tiltak og mål i strategisk næringsplan"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def fields(**given: object) -> PointFields:
    usual: dict[str, object] = {
        "body": "RR",
        "title": "Status for strategiske prosjekter",
        "month": 6,
        "first_year": 2027,
        "case_kind": CaseKind.INFORMATION,
    }
    return PointFields(**(usual | given))  # type: ignore[arg-type]


def meet(house: House, on: date, body: str = "RR") -> int:
    return house.edit.meetings.create(NewMeeting(body=body, held_on=on)).id


def cases_of(house: House, meeting: int) -> list[str]:
    """The cases on an agenda that no standing item is, in their order."""
    with house.desk.reading() as session:
        items = session.get_one(Meeting, meeting).items
        return [one.case.title for one in items if one.case and one.standing_kind is None]


def points(house: House, year: int) -> dict[str, YearPoint]:
    return {point.title: point for point in house.year.view(year).points}


def entry(house: House, title: str) -> int:
    with house.desk.reading() as session:
        return session.query(WheelEntry).filter_by(title=title).one().id


def made(house: House) -> list[tuple[str, int]]:
    """Every turn that has made its case, as title and year."""
    with house.desk.reading() as session:
        turns = session.query(WheelTurn).filter(WheelTurn.case_made_on.is_not(None))
        return sorted((turn.entry.title, turn.year) for turn in turns)


def version(house: House, meeting: int) -> int:
    with house.desk.reading() as session:
        return session.get_one(Meeting, meeting).version


def test_a_point_is_added_changed_ended_and_deleted(house: House) -> None:
    done = house.edit.wheel.add_point(fields(interval_years=2, deadline_days=21))
    assert done.changes.kinds == {Kind.WHEEL}
    (row,) = [one for one in house.points.entries() if one.id == done.id]
    assert (row.body, row.month, row.interval_years, row.deadline_days) == ("RR", 6, 2, 21)
    assert row.coming is not None
    assert row.coming.month_on == date(2027, 6, 1)
    house.edit.wheel.edit_point(done.id, fields(title="Prosjektstatus", month=9))
    house.edit.wheel.end_point(done.id, 2028)
    assert [point.title for point in house.year.view(2028).points if point.month_on.month == 9] == [
        "Prosjektstatus"
    ]
    assert "Prosjektstatus" not in points(house, 2029)
    house.edit.wheel.end_point(done.id, None)
    assert "Prosjektstatus" in points(house, 2029)
    house.edit.wheel.delete_point(done.id)
    assert done.id not in {one.id for one in house.points.entries()}
    house.history.undo_last()
    assert done.id in {one.id for one in house.points.entries()}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"month": 13}, "point_month_unknown"),
        ({"month": 0}, "point_month_unknown"),
        ({"interval_years": 0}, "point_interval_unusable"),
        ({"interval_years": 21}, "point_interval_unusable"),
        ({"first_year": 26}, "point_year_unusable"),
        ({"first_year": 3000}, "point_year_unusable"),
        ({"last_year": 2026}, "point_ends_before_start"),
        ({"deadline_days": -1}, "point_deadline_unusable"),
        ({"deadline_days": 400}, "point_deadline_unusable"),
        ({"title": "  "}, "point_title_missing"),
        ({"body": "XX"}, "body_unknown"),
        ({"title": BUDGET.upper(), "month": 12}, "point_twice"),
    ],
)
def test_what_no_point_can_be_is_refused_in_words(
    house: House, wrong: dict[str, object], code: str
) -> None:
    before = house.points.entries()
    with refused(code):
        house.edit.wheel.add_point(fields(**wrong))
    with refused(code):
        house.edit.wheel.edit_point(entry(house, REPORT), fields(**wrong))
    assert house.points.entries() == before


def test_the_same_title_in_years_between_is_another_point(house: House) -> None:
    house.edit.wheel.add_point(
        fields(title=ACTION_PLAN, month=12, first_year=2027, interval_years=2)
    )
    with refused("point_twice"):
        house.edit.wheel.edit_point(
            entry(house, BUDGET), fields(title=ACTION_PLAN, month=12, first_year=2020)
        )


def test_a_meeting_in_december_takes_up_what_is_due_in_order_and_once(house: House) -> None:
    meeting = meet(house, date(2028, 12, 15))
    assert cases_of(house, meeting) == [BUDGET, ACTION_PLAN]
    with house.desk.reading() as session:
        items = session.get_one(Meeting, meeting).items
        assert items[-1].standing_kind is not None  # what ends the agenda still does
        case = next(one.case for one in items if one.case and one.case.title == BUDGET)
        assert (case.status, case.created_on) == (CaseStatus.DRAFT, TODAY)
        assert case.wheel_entry_id == entry(house, BUDGET)
    later = meet(house, date(2028, 12, 20))
    assert cases_of(house, later) == []
    assert cases_of(house, meet(house, date(2028, 12, 1))) == []
    assert made(house) == [(ACTION_PLAN, 2028), (BUDGET, 2028)]


def test_every_second_year_only_one_of_them_is_due(house: House) -> None:
    assert cases_of(house, meet(house, date(2027, 12, 17))) == [BUDGET]


def test_another_bodys_meeting_and_another_month_take_nothing_up(house: House) -> None:
    assert cases_of(house, meet(house, date(2028, 12, 15), "NR")) == []
    assert cases_of(house, meet(house, date(2028, 11, 15))) == []
    assert made(house) == []


def test_title_and_template_are_filled_with_the_year(house: House) -> None:
    house.edit.wheel.add_point(
        fields(
            title="Årsrapport {forrige år}",
            month=3,
            template="Regionrådet tar rapporten for {forrige år} til orientering.\n\nTakk.",
        )
    )
    assert "Årsrapport 2027" in points(house, 2028)
    meeting = meet(house, date(2028, 3, 10))
    assert cases_of(house, meeting) == ["Årsrapport 2027"]
    with house.desk.reading() as session:
        case = session.query(Case).filter_by(title="Årsrapport 2027").one()
        (text,) = case.texts
        first = next(one for one in case.body.sections if not one.computed)
        assert text.key == first.key
        assert to_plain(from_json(text.text)).splitlines() == [
            "Regionrådet tar rapporten for 2027 til orientering.",
            "Takk.",
        ]


def test_undoing_the_meeting_frees_the_points_again(house: House) -> None:
    meet(house, date(2027, 12, 17))
    house.history.undo_last()
    assert made(house) == []
    house.history.redo_last()
    assert made(house) == [(BUDGET, 2027)]
    house.history.undo_last()
    assert cases_of(house, meet(house, date(2027, 12, 10))) == [BUDGET]


def test_a_deleted_case_is_not_made_again(house: House) -> None:
    meet(house, date(2027, 12, 17))
    case = points(house, 2027)[BUDGET].case_id
    assert case is not None
    house.edit.cases.delete(case)
    point = points(house, 2027)[BUDGET]
    assert (point.is_case_made, point.is_case_deleted, point.lacks_case) == (True, True, False)
    with refused("point_case_made"):
        house.edit.wheel.make_turn_case(point.entry_id, 2027)
    assert cases_of(house, meet(house, date(2027, 12, 3))) == []


def test_a_case_that_waits_comes_along_to_the_new_meeting_of_the_month(house: House) -> None:
    first = meet(house, date(2027, 12, 17))
    house.edit.meetings.delete(first)
    point = points(house, 2027)[BUDGET]
    assert point.lacks_meeting
    assert point.case_id is not None
    assert cases_of(house, meet(house, date(2027, 12, 10))) == [BUDGET]
    assert made(house) == [(BUDGET, 2027)]


def test_the_case_is_made_for_a_meeting_that_was_there_before_its_point(house: House) -> None:
    meeting = meet(house, date(2027, 6, 10))
    added = house.edit.wheel.add_point(fields()).id
    assert points(house, 2027)["Status for strategiske prosjekter"].lacks_case
    done = house.edit.wheel.make_turn_case(added, 2027)
    assert Kind.MEETING in done.changes.kinds
    assert cases_of(house, meeting) == ["Status for strategiske prosjekter"]
    with refused("point_case_made"):
        house.edit.wheel.make_turn_case(added, 2027)
    with refused("point_lacks_meeting"):
        house.edit.wheel.make_turn_case(added, 2028)
    with refused("point_gone"):
        house.edit.wheel.make_turn_case(9_999, 2027)


def test_a_meeting_that_was_held_makes_no_cases_any_more(house: House) -> None:
    meeting = meet(house, date(2027, 6, 10))
    added = house.edit.wheel.add_point(fields()).id
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.HELD
    assert not points(house, 2027)["Status for strategiske prosjekter"].lacks_case
    with refused("point_lacks_meeting"):
        house.edit.wheel.make_turn_case(added, 2027)
    later = meet(house, date(2027, 6, 20))
    assert cases_of(house, later) == ["Status for strategiske prosjekter"]


def test_a_cancelled_meeting_leaves_its_point_without_one(house: House) -> None:
    meeting = meet(house, date(2027, 12, 17))
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.CANCELLED
    point = points(house, 2027)[BUDGET]
    assert point.lacks_meeting
    assert point.is_case_made
    assert cases_of(house, meet(house, date(2027, 12, 20))) == [BUDGET]


def test_a_point_is_moved_once_with_a_reason_and_taken_back(house: House) -> None:
    key = entry(house, BUDGET)
    house.edit.wheel.move_turn(key, 2027, 2028, 1, "Regionrådet møtes ikke i desember.")
    assert BUDGET not in points(house, 2027)
    point = points(house, 2028)[BUDGET]
    moved = next(one for one in house.year.view(2028).points if one.year == 2027)
    assert point is not moved
    assert (moved.month_on, moved.is_moved) == (date(2028, 1, 1), True)
    assert moved.reason == "Regionrådet møtes ikke i desember."
    assert cases_of(house, meet(house, date(2027, 12, 17))) == []
    house.edit.wheel.keep_turn(key, 2027)
    assert points(house, 2027)[BUDGET].lacks_case
    with refused("point_as_its_rule"):
        house.edit.wheel.keep_turn(key, 2027)
    house.edit.wheel.move_turn(key, 2027, 2028, 1, "Likevel.")
    house.edit.wheel.move_turn(key, 2027, 2027, 12, "Tilbake.")
    assert not points(house, 2027)[BUDGET].is_moved


def test_a_point_is_dropped_for_a_year_and_taken_back(house: House) -> None:
    key = entry(house, BUDGET)
    house.edit.wheel.drop_turn(key, 2027, "Planen er ny i 2028.")
    point = points(house, 2027)[BUDGET]
    assert (point.is_dropped, point.lacks_meeting) == (True, False)
    meeting = meet(house, date(2027, 12, 17))
    assert cases_of(house, meeting) == []
    with refused("point_is_dropped"):
        house.edit.wheel.make_turn_case(key, 2027)
    with refused("point_is_dropped"):
        house.edit.wheel.move_turn(key, 2027, 2028, 1, "Flyttes.")
    house.edit.wheel.keep_turn(key, 2027)
    house.edit.wheel.make_turn_case(key, 2027)
    assert cases_of(house, meeting) == [BUDGET]
    with refused("point_case_made"):
        house.edit.wheel.drop_turn(key, 2027, "Nei.")


def test_what_is_settled_needs_a_reason_and_a_year_of_the_rule(house: House) -> None:
    key = entry(house, ACTION_PLAN)
    with refused("point_reason_missing"):
        house.edit.wheel.drop_turn(key, 2028, " ")
    with refused("point_reason_missing"):
        house.edit.wheel.move_turn(key, 2028, 2029, 1, "")
    with refused("point_not_that_year"):
        house.edit.wheel.drop_turn(key, 2027, "Sløyfes.")
    with refused("point_month_unknown"):
        house.edit.wheel.move_turn(key, 2028, 2029, 13, "Flyttes.")


def test_a_case_on_an_agenda_is_moved_with_its_meeting_alone(house: House) -> None:
    meeting = meet(house, date(2027, 12, 17))
    key = entry(house, BUDGET)
    with refused("point_on_agenda"):
        house.edit.wheel.move_turn(key, 2027, 2028, 1, "Flyttes.")
    move_day(house, meeting, date(2028, 1, 14), version(house, meeting))
    moved = next(one for one in house.year.view(2028).points if one.year == 2027)
    assert (moved.month_on, moved.meeting_id) == (date(2028, 1, 1), meeting)
    assert BUDGET not in points(house, 2027)
    with refused("point_on_agenda"):
        house.edit.wheel.keep_turn(key, 2027)
    move_day(house, meeting, date(2027, 12, 3), version(house, meeting))
    assert not points(house, 2027)[BUDGET].is_moved
    house.history.undo_last()
    assert BUDGET not in points(house, 2027)


def test_a_point_without_a_case_goes_along_with_the_first_meeting_only(house: House) -> None:
    first, second = meet(house, date(2027, 6, 3)), meet(house, date(2027, 6, 24))
    title = "Status for strategiske prosjekter"
    house.edit.wheel.add_point(fields())
    move_day(house, second, date(2027, 8, 20), version(house, second))
    assert points(house, 2027)[title].month_on == date(2027, 6, 1)
    move_day(house, second, date(2027, 6, 24), version(house, second))
    move_day(house, first, date(2027, 5, 20), version(house, first))
    assert points(house, 2027)[title].month_on == date(2027, 5, 1)
    with writing(house.desk) as work:
        meeting = work.session.get_one(Meeting, first)
        assert carry_points(work.session, meeting, date(2027, 5, 4)) == []


def test_why_a_point_was_moved_stays_when_its_meeting_is_moved_on(house: House) -> None:
    why = "Regionrådet møtes ikke i desember."
    house.edit.wheel.move_turn(entry(house, BUDGET), 2027, 2028, 1, why)
    meeting = meet(house, date(2028, 1, 14))
    move_day(house, meeting, date(2028, 2, 11), version(house, meeting))
    moved = next(one for one in house.year.view(2028).points if one.year == 2027)
    assert (moved.month_on, moved.reason) == (date(2028, 2, 1), why)
    move_day(house, meeting, date(2027, 12, 17), version(house, meeting))
    point = points(house, 2027)[BUDGET]
    assert (point.is_moved, point.reason) == (False, "")


def test_a_point_with_cases_is_ended_where_it_would_be_deleted(house: House) -> None:
    meet(house, date(2027, 12, 17))
    key = entry(house, BUDGET)
    done = house.edit.wheel.delete_point(key)
    assert [reason.code for reason in done.warnings] == ["point_ended_instead"]
    assert BUDGET in points(house, 2027)
    assert BUDGET not in points(house, 2028)
    with refused("point_body_stays"):
        house.edit.wheel.edit_point(key, fields(body="NR"))


def test_what_was_settled_goes_with_a_deleted_point_and_comes_back(house: House) -> None:
    key = entry(house, BUDGET)
    house.edit.wheel.drop_turn(key, 2027, "Sløyfes.")
    house.edit.wheel.delete_point(key)
    house.history.undo_last()
    assert points(house, 2027)[BUDGET].is_dropped


def test_a_case_is_due_by_its_own_deadline_else_by_the_bodys(house: House) -> None:
    house.edit.wheel.add_point(fields(deadline_days=30))
    meeting = meet(house, date(2027, 6, 10))
    meet(house, date(2027, 12, 17))
    own = points(house, 2027)["Status for strategiske prosjekter"]
    assert own.due_on == date(2027, 5, 11)
    body = points(house, 2027)[BUDGET]
    drafts = [one for one in house.year.view(2027).deadlines if one.kind == "drafts_due"]
    assert body.due_on in {one.on for one in drafts}
    assert own.case_id is not None
    brief = house.briefs.view(own.case_id)
    assert (brief.due_on, brief.wheel_year) == (date(2027, 5, 11), 2027)
    case = house.edit.cases
    case.set_status(own.case_id, CaseStatus.READY, brief.version)
    assert house.briefs.view(own.case_id).due_on is None
    assert points(house, 2027)["Status for strategiske prosjekter"].is_ready
    assert meeting == own.meeting_id


def test_entries_tell_what_comes_next(house: House) -> None:
    meet(house, date(2026, 12, 18))
    found = {one.title: one for one in house.points.entries()}
    budget = found[BUDGET].coming
    assert budget is not None
    assert (budget.on, found[BUDGET].has_cases) == (date(2026, 12, 18), True)
    house.edit.wheel.drop_turn(entry(house, REPORT), 2027, "Sløyfes.")
    house.edit.wheel.end_point(entry(house, ACTION_PLAN), 2024)
    found = {one.title: one for one in house.points.entries()}
    assert found[ACTION_PLAN].coming is None
    report = found[REPORT].coming
    assert report is not None
    assert (report.month_on, report.lacks_meeting) == (date(2028, 2, 1), True)
