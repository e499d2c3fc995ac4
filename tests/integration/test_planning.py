"""Planning a year of a council: what is proposed, and what is stored of it (R17–R22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.day_patterns import DayPattern
from app.domain.vocabulary import MeetingKind, MeetingStatus
from app.i18n.voice import Voice
from app.models import Institution
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.planning import words
from app.services.planning.arranging import arranged
from app.services.planning.facts import Change, PlannedRow
from tests.helpers.council import a_council, a_meeting, the_body, the_institution, writing
from tests.helpers.store import refused
from tests.helpers.year_plans import arrange_last_year

VOICE = Voice()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        made = House(desk)
        arrange_last_year(made)
        yield made


def days(house: House, body: str, year: int = 2027) -> list[date]:
    return [row.on for row in house.planning.plan(year).rows if row.body == body]


def row(house: House, key: str) -> PlannedRow:
    found = house.planning.plan(2027).row(key)
    assert found is not None
    return found


def stored(house: House, year: int = 2027) -> list[tuple[str, date, str | None]]:
    return [(one.body, one.held_on, one.host) for one in house.year.view(year).meetings]


def new(body: str, on: date, host_id: int | None = None) -> NewMeeting:
    return NewMeeting(body=body, held_on=on, host_id=host_id)


def institution(house: House, name: str) -> int:
    with house.desk.reading() as session:
        return the_institution(session, name).id


def test_next_year_follows_the_days_of_this_one(house: House) -> None:
    assert house.planning.plan().year == 2027
    assert days(house, "NR") == [
        date(2027, 1, 22),
        date(2027, 4, 15),
        date(2027, 6, 10),
        date(2027, 12, 3),
    ]
    assert days(house, "NA") == [date(2027, 4, 26), date(2027, 10, 25)]


def test_region_is_moved_until_the_councils_minutes_are_out(house: House) -> None:
    june = row(house, "RR-2027-06-18")
    assert june.on == date(2027, 6, 25)
    assert words.moved(june, VOICE) == (
        "Flyttet fra fredag 18. juni: protokollen fra Næringsrådet 10. juni er ikke klar når "
        "papirene går ut 11. juni."
    )
    assert words.warnings(june.warnings, VOICE) is None


def test_december_has_the_council_first_then_minutes_then_papers_then_region(house: House) -> None:
    council, region = row(house, "NR-2027-12-03"), row(house, "RR-2027-12-17")
    minutes = next(one.on for one in council.deadlines if one.kind == "minutes_out")
    papers = next(one.on for one in region.deadlines if one.kind == "papers")
    assert council.on < minutes <= papers < region.on


def test_times_and_place_are_those_of_the_last_meeting(house: House) -> None:
    region = row(house, "RR-2027-12-17")
    assert (region.start, region.end, region.place) == ("10:00", "13:00", "Trondheim rådhus")


def test_body_that_never_met_gets_its_times_from_its_rules(house: House) -> None:
    house.edit.planning.set_usual_days("AU", [DayPattern(3, 1, 1)])
    first = row(house, "AU-2027-03-02")
    assert first.start < first.end
    assert first.place == ""


def test_fixed_points_are_taken_up_where_their_body_meets_that_month(house: House) -> None:
    assert "Utviklingsplan med budsjettrammer" in row(house, "RR-2027-12-17").entries
    assert house.planning.plan(2027).lacking == ()


def test_fixed_point_without_a_meeting_is_told(house: House) -> None:
    plan = house.planning.plan(2027)
    left = arranged(plan, {}, {"RR-2027-12-17"})
    assert "Utviklingsplan med budsjettrammer" in [point.title for point in left.lacking]


def test_hosts_go_round_and_are_not_asked_twice(house: House) -> None:
    first, second = row(house, "NA-2027-04-26"), row(house, "NA-2027-10-25")
    assert first.host
    assert second.host
    assert first.host != second.host
    assert not {first.host, second.host} & {"Malvik", "Skaun"}
    assert VOICE.say(first.host_reasons[0])
    assert first.place


def test_host_who_agreed_for_autumn_is_not_asked_for_spring(house: House) -> None:
    spring = row(house, "NA-2027-04-26").host_id
    assert spring is not None
    house.edit.planning.accept(2027, [new("NA", date(2027, 10, 25), spring)])
    again = row(house, "NA-2027-04-26")
    assert again.host_id not in (None, spring)
    assert again.host_reasons


def test_host_in_turn_for_a_meeting_that_is_there_is_not_asked_again_for_the_next(
    house: House,
) -> None:
    made = house.edit.planning.accept(2026, [new("NA", date(2026, 12, 7))])
    turn = house.hosting.turn_of(made.id)
    assert turn is not None
    assert turn.host_id is not None
    assert row(house, "NA-2027-04-26").host_id not in (None, turn.host_id)


def test_meeting_that_falls_on_ascension_day_says_so(house: House) -> None:
    house.edit.planning.set_usual_days("NR", [DayPattern(5, 3, 1)])
    moved = row(house, "NR-2027-05-06")
    assert words.moved(moved, VOICE) == (
        "Flyttet fra torsdag 6. mai: Kristi himmelfartsdag er en offentlig fridag."
    )
    assert moved.on == date(2027, 5, 13)


def test_two_bodies_with_one_person_do_not_meet_on_one_day(house: House) -> None:
    house.edit.planning.set_usual_days("NR", [DayPattern(9, 4, 2)])
    house.edit.planning.set_usual_days("RR", [DayPattern(9, 4, 2)])
    assert days(house, "NR") == [date(2027, 9, 10)]
    moved = next(one for one in house.planning.plan(2027).rows if one.body == "RR")
    assert moved.on != date(2027, 9, 10)
    assert "Næringsrådet har møte samme dag, og noen sitter i begge" in str(
        words.moved(moved, VOICE)
    )


def test_own_days_take_the_place_of_last_years(house: House) -> None:
    house.edit.planning.set_usual_days("NR", [DayPattern(6, 4, 2), DayPattern(7, 4, 1)])
    assert days(house, "NR") == [date(2027, 6, 11), date(2027, 7, 2)], "July was asked for"
    body = next(one for one in house.planning.plan(2027).bodies if one.body == "NR")
    assert body.is_own
    assert words.usual_days(body, VOICE) == "Andre fredag i juni og første fredag i juli"
    house.edit.planning.set_usual_days("NR", [])
    assert len(days(house, "NR")) == 4


def test_usual_days_stand_once_each(house: House) -> None:
    edit, june = house.edit.planning, DayPattern(6, 4, 2)
    with refused("usual_day_twice"):
        edit.set_usual_days("NR", [june, june])
    edit.set_usual_days("NR", [june])
    assert days(house, "NR") == [date(2027, 6, 11)]
    edit.set_usual_days("NR", [])
    assert edit.set_usual_days("NR", []).entry is None, "nothing was changed"


def test_year_after_one_that_is_not_planned_follows_the_last_full_one(house: House) -> None:
    house.edit.planning.accept(2027, [new("NR", date(2027, 1, 22))])
    assert len(days(house, "NR", 2028)) == 4


def test_extraordinary_and_cancelled_meetings_are_no_pattern(house: House) -> None:
    with writing(house.desk) as work:
        body_id = the_body(work.session).id
        extra = MeetingKind.EXTRAORDINARY
        a_meeting(work.session, body_id=body_id, number=8, held_on=date(2026, 3, 3), kind=extra)
        a_meeting(
            work.session,
            body_id=body_id,
            number=9,
            held_on=date(2026, 9, 9),
            status=MeetingStatus.CANCELLED,
        )
    assert len(days(house, "NR")) == 4


def test_whole_year_is_stored_as_one_deed_and_taken_back_as_one(house: House) -> None:
    plan = house.planning.plan(2027)
    before = stored(house)
    house.edit.planning.accept_all(2027)
    assert [(body, on) for body, on, _host in stored(house)] == [
        (row.body, row.on) for row in plan.rows
    ]
    assert house.planning.plan(2027).rows == (), "nothing is left to propose"
    assert [one.on for one in house.planning.plan(2027).existing] == [row.on for row in plan.rows]
    house.history.undo_last()
    assert stored(house) == before == []
    assert len(house.planning.plan(2027).rows) == len(plan.rows)


def test_meetings_are_numbered_by_day_and_have_their_standing_items(house: House) -> None:
    house.edit.planning.accept(2027, [new("NR", date(2027, 6, 11)), new("NR", date(2027, 2, 5))])
    meetings = house.year.view(2027).meetings
    assert [(one.number, one.held_on.month) for one in meetings] == [(1, 2), (2, 6)]
    assert house.agendas.view(meetings[0].id).lines


def test_refused_plan_stores_nothing(house: House) -> None:
    edit = house.edit.planning
    good, old = new("NR", date(2027, 6, 11)), institution(house, "Klæbu")
    cases = {
        "no_meeting_chosen": [],
        "planned_in_other_year": [good, new("RR", date(2028, 6, 16))],
        "planned_twice": [good, good],
        "host_merged": [good, new("NA", date(2027, 4, 26), old)],
        "institution_unknown": [good, new("NA", date(2027, 4, 26), 99_999)],
    }
    for code, chosen in cases.items():
        with refused(code):
            edit.accept(2027, chosen)
        assert stored(house) == []
    edit.accept(2027, [good])
    with refused("planned_day_taken"):
        edit.accept(2027, [good])


@pytest.mark.parametrize(
    ("year", "code"),
    [
        (1899, "year_out_of_range"),
        (3000, "year_out_of_range"),
        (2025, "year_is_over"),
        (2126, "year_too_far"),
    ],
)
def test_year_that_nobody_plans_is_told(house: House, year: int, code: str) -> None:
    with refused(code):
        house.planning.plan(year)
    with refused(code):
        house.edit.planning.accept(year, [new("NR", date(2027, 1, 8))])


def test_days_kept_free_are_written_changed_and_removed(house: House) -> None:
    edit = house.edit.planning
    made = edit.add_blocked(" Junidager ", date(2027, 6, 7), date(2027, 6, 11))
    assert [(one.name, one.to_on) for one in house.planning.plan(2027).blocked] == [
        ("Junidager", date(2027, 6, 11))
    ]
    june = row(house, "NR-2027-06-10")
    assert words.moved(june, VOICE) == (
        "Flyttet fra torsdag 10. juni: dagen holdes fri (Junidager)."
    )
    edit.edit_blocked(made.id, "Maidager", date(2027, 5, 3), date(2027, 5, 3))
    assert row(house, "NR-2027-06-10").moved == ()
    edit.remove_blocked(made.id)
    assert house.planning.plan(2027).blocked == ()
    with refused("blocked_gone"):
        edit.remove_blocked(made.id)
    house.history.undo_last()
    assert [one.name for one in house.planning.plan(2027).blocked] == ["Maidager"]


@pytest.mark.parametrize(
    ("name", "first", "last", "code"),
    [
        ("Ferie", date(2027, 2, 26), date(2027, 2, 22), "period_ends_before_start"),
        ("  ", date(2027, 2, 22), date(2027, 2, 26), "blocked_name_missing"),
        ("Ferie", date(2027, 1, 1), date(2028, 6, 1), "blocked_too_long"),
        ("Ferie", date(2027, 1, 1), date.max, "year_out_of_range"),
        ("Ferie", date(27, 1, 1), date(2027, 1, 1), "year_out_of_range"),
    ],
)
def test_period_that_cannot_be_is_told(
    house: House, name: str, first: date, last: date, code: str
) -> None:
    with refused(code):
        house.edit.planning.add_blocked(name, first, last)


def test_month_13_is_told(house: House) -> None:
    with refused("month_unknown"):
        DayPattern(13, 4, 2)


def test_changed_day_is_judged_without_reading(house: House) -> None:
    plan = house.planning.plan(2027)
    key = "NR-2027-06-10"
    changed = arranged(plan, {key: Change(date(2027, 5, 17), None)}).row(key)
    assert changed is not None
    assert changed.is_changed
    assert words.warnings(changed.warnings, VOICE) == "17. mai er en offentlig fridag."
    same_day = arranged(plan, {key: Change(date(2027, 6, 25), None)}).row(key)
    assert same_day is not None
    assert "day_clashes" in [reason.code for reason in same_day.warnings]
    alone = arranged(plan, {key: Change(date(2027, 6, 25), None)}, {"RR-2027-06-18"}).row(key)
    assert alone is not None
    assert alone.warnings == ()


def test_host_who_is_gone_by_then_is_told(house: House) -> None:
    skaun = institution(house, "Skaun")
    with writing(house.desk) as work:
        work.session.get_one(Institution, skaun).valid_to = date(2027, 6, 1)
    plan = house.planning.plan(2027)
    key = "NA-2027-10-25"
    changed = arranged(plan, {key: Change(date(2027, 10, 25), skaun)}).row(key)
    assert changed is not None
    assert words.warnings(changed.warnings, VOICE) == (
        "Skaun kommune finnes ikke som vertskommune den dagen."
    )
    assert skaun not in [one.id for one in plan.hosts_on(date(2027, 10, 25))]
