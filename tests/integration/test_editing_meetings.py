"""Making meetings and changing their facts (R17–R25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import AttendanceMode, ItemKind, MeetingKind, MeetingStatus
from app.models import Meeting, StandingItem
from app.services.agendas import MeetingFactsView
from app.services.editing.clock_times import as_clock
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from tests.helpers.council import a_case, a_council, a_meeting, the_body, the_institution, writing
from tests.helpers.moving import move_day
from tests.helpers.store import refused

DAY = date(2026, 12, 4)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def facts(house: House, meeting: int) -> MeetingFactsView:
    return house.agendas.view(meeting).meeting


def create(house: House, on: date = DAY) -> int:
    return house.edit.meetings.create(NewMeeting(body="NR", held_on=on)).id


def test_new_meeting_has_the_bodys_usual_times_and_the_next_number(house: House) -> None:
    create(house, date(2026, 6, 5))
    meeting = facts(house, create(house))
    assert (meeting.label, meeting.start, meeting.end) == ("NR-2-2026", "09:00", "11:00")
    assert meeting.status is MeetingStatus.PLANNED


def test_standing_items_come_along_with_those_that_end_the_agenda_last(house: House) -> None:
    view = house.agendas.view(create(house))
    assert [line.title for line in view.lines] == [
        "Godkjenning av innkalling og saksliste",
        "Godkjenning av protokoll fra forrige møte",
        "Oppfølging av vedtak",
        "Referatsaker",
        "Eventuelt",
    ]
    assert {line.kind for line in view.lines} == {ItemKind.STANDING}


def test_approval_of_the_last_minutes_names_its_day(house: House) -> None:
    with writing(house.desk) as work:
        a_meeting(work.session, number=5, held_on=date(2026, 10, 2), status=MeetingStatus.HELD)
    line = house.agendas.view(create(house)).lines[1]
    assert line.title == "Godkjenning av protokoll fra møtet 2. oktober 2026"
    assert line.approves == "Næringsrådet 5/2026"


def test_numbered_standing_item_is_a_case(house: House) -> None:
    with writing(house.desk) as work:
        for row in work.session.query(StandingItem).filter_by(body_id=the_body(work.session).id):
            row.numbered = True
    meeting = create(house)
    view = house.agendas.view(meeting)
    assert {line.kind for line in view.lines} == {ItemKind.CASE}
    assert house.agendas.queue("NR") == ()
    house.meetings.publish(meeting, reason="Uten sted.")
    numbers = [line.number for line in house.agendas.view(meeting).lines]
    assert numbers == [f"NR {number}/26" for number in range(1, 6)]


def test_numbered_standing_item_that_is_taken_off_does_not_wait_in_the_queue(house: House) -> None:
    with writing(house.desk) as work:
        for row in work.session.query(StandingItem).filter_by(body_id=the_body(work.session).id):
            row.numbered = True
    meeting = create(house)
    house.edit.agenda.remove(house.agendas.view(meeting).lines[-1].id)
    assert house.agendas.queue("NR") == ()
    house.history.undo_last()
    assert house.agendas.view(meeting).lines[-1].title == "Eventuelt"


def test_host_brings_its_place(house: House) -> None:
    with house.desk.reading() as session:
        skaun = the_institution(session, "Skaun").id
    done = house.edit.meetings.create(NewMeeting(body="NR", held_on=DAY, host_id=skaun))
    meeting = facts(house, done.id)
    assert (meeting.host, meeting.place) == ("Skaun kommune", "Skaun rådhus")


@pytest.mark.parametrize(("start", "end"), [("11", "9"), ("09:00", "09:00")])
def test_meeting_cannot_end_before_it_starts(house: House, start: str, end: str) -> None:
    with refused("ends_before_start"):
        house.edit.meetings.create(NewMeeting(body="NR", held_on=DAY, start=start, end=end))
    meeting = facts(house, create(house))
    with refused("ends_before_start"):
        house.edit.meetings.set_times(meeting.id, start, end, meeting.version)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        ("kl. 14:05", "14:05"),
        ("930", "09:30"),
    ],
)
def test_clock_times_are_read_as_people_type_them(typed: str, clock: str) -> None:
    assert as_clock(typed) == clock


@pytest.mark.parametrize("typed", ["", "24", "9.60", "ni", "9.3", "12345", "-1"])
def test_what_is_no_clock_time_is_refused(typed: str) -> None:
    with refused("clock_not_understood"):
        as_clock(typed)


def test_every_fact_can_be_changed(house: House) -> None:
    edit, meeting = house.edit.meetings, create(house)
    with house.desk.reading() as session:
        malvik = the_institution(session, "Malvik").id
    seen = edit.set_times(meeting, "10", "12.30", 1).version
    seen = edit.set_place(meeting, " Malvik\nrådhus ", seen).version
    seen = edit.set_host(meeting, malvik, seen, "Skaun byttet.").version
    seen = edit.set_form(meeting, MeetingKind.EXTRAORDINARY, AttendanceMode.MIXED, seen).version
    seen = edit.set_video_link(meeting, "https://møte.example/1", seen).version
    move_day(house, meeting, date(2026, 12, 11), seen)
    now = facts(house, meeting)
    assert (now.start, now.end, now.place, now.host) == (
        "10:00",
        "12:30",
        "Malvik rådhus",
        "Malvik kommune",
    )
    assert (now.kind, now.mode, now.held_on) == (
        MeetingKind.EXTRAORDINARY,
        AttendanceMode.MIXED,
        date(2026, 12, 11),
    )


def test_unpublished_meeting_follows_its_new_year(house: House) -> None:
    create(house, date(2027, 1, 15))
    meeting = create(house)
    move_day(house, meeting, date(2027, 1, 22), 1)
    assert facts(house, meeting).label == "NR-2-2027"


def test_published_meeting_keeps_its_label_when_it_is_moved(house: House) -> None:
    meeting = create(house)
    house.meetings.publish(meeting, reason="Uten sted.")
    version = facts(house, meeting).version
    move_day(house, meeting, date(2027, 1, 22), version)
    assert facts(house, meeting).label == "NR-1-2026"


def test_sent_notice_is_recorded(house: House) -> None:
    meeting = create(house)
    house.edit.meetings.mark_notified(meeting, date(2026, 11, 6), 1)
    now = facts(house, meeting)
    assert (now.status, now.notified_on) == (MeetingStatus.NOTIFIED, date(2026, 11, 6))


def test_facts_of_a_held_meeting_are_closed(house: House) -> None:
    meeting = create(house)
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.HELD
    with refused("meeting_is_closed"):
        house.edit.meetings.set_place(meeting, "Et annet sted", 2)


def test_deleted_meeting_sends_its_cases_back_to_the_queue(house: House) -> None:
    meeting = create(house)
    with writing(house.desk) as work:
        case = a_case(work.session).id
    house.edit.agenda.add_case(meeting, case)
    house.edit.meetings.delete(meeting)
    assert [row.id for row in house.agendas.queue("NR")] == [case]
    assert house.meetings.all() == ()
    with refused("meeting_gone"):
        house.agendas.view(meeting)


def test_restored_meeting_takes_back_the_cases_that_are_still_free(house: House) -> None:
    meeting, other = create(house), create(house, date(2027, 1, 22))
    with writing(house.desk) as work:
        free, taken = (a_case(work.session, title=title).id for title in ("Fri", "Tatt"))
    for case in (free, taken):
        house.edit.agenda.add_case(meeting, case)
    house.edit.meetings.delete(meeting)
    house.edit.agenda.add_case(other, taken)
    house.edit.meetings.restore(meeting)
    view = house.agendas.view(meeting)
    assert [line.case_id for line in view.lines if line.case_id] == [free]
    assert house.agendas.queue("NR") == ()


def test_published_meeting_is_never_deleted(house: House) -> None:
    meeting = create(house)
    house.meetings.publish(meeting, reason="Uten sted.")
    with refused("published_meeting_stays"):
        house.edit.meetings.delete(meeting)


def test_number_of_a_deleted_meeting_is_not_used_again(house: House) -> None:
    house.edit.meetings.delete(create(house))
    assert facts(house, create(house)).label == "NR-2-2026"


def test_creating_a_meeting_is_one_deed_to_undo(house: House) -> None:
    create(house)
    house.history.undo_last()
    assert house.meetings.all() == ()
