"""The calendar of a council for other people's calendars: what is in it, and what never is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.documents.calendar.writer import write_ics
from app.domain.errors import UserError
from app.domain.vocabulary import (
    AttendanceMode,
    DayUnit,
    DeadlineKind,
    MeetingKind,
    MeetingStatus,
)
from app.models import (
    WheelEntry,
    WheelTurn,
)
from app.services.calendars.wish import CalendarWish
from app.services.desk import Desk
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.wheel import PointFields
from app.services.exports.service import Export
from app.services.house import House
from app.services.new_council import new_council
from app.store.council_file import CouncilFile
from app.tasks.in_process import InProcess
from tests.helpers.calendar_files import READERS, Reader, each_reader, lines_of
from tests.helpers.council import (
    MEETING_DAY,
    TODAY,
    NoRenderer,
    a_case,
    a_council,
    a_meeting,
    a_member,
    clock,
    put_on_agenda,
    the_basis,
    the_body,
    the_institution,
    writing,
)
from tests.helpers.lists import finished
from tests.helpers.meeting_calendars import (
    LINK,
    invitation,
    officer,
    one_meeting,
    read_all,
    refused,
    set_facts,
)
from tests.helpers.moving import move_day

OSLO = ZoneInfo("Europe/Oslo")
SECRET = "Oppkjøp av Hemmelig Havn AS"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        yield House(desk)


# What is in it


@each_reader
def test_a_meeting_is_read_with_everything_that_is_known_of_it(house: House, read: Reader) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(
            work.session,
            host_id=the_institution(work.session, "Skaun").id,
            status=MeetingStatus.CALLED,
            agenda_version=1,
            video_link=LINK,
            mode=AttendanceMode.MIXED,
        )
        a_case(work.session, meeting, title="Havteknologi, fase 2", number=21, number_year=2026)
    found = read_all(house, read, year=2026)
    assert (found.method, found.zones) == ("PUBLISH", ("Europe/Oslo",))
    assert found.name == "Møter 2026: Næringsrådet for Trondheimsregionen"
    (event,) = found.events
    assert event.title == "Næringsrådet 6/2026"
    assert event.starts == datetime(2026, 12, 4, 9, tzinfo=OSLO)
    assert event.ends == datetime(2026, 12, 4, 11, 30, tzinfo=OSLO)
    assert event.place == "Skaun rådhus, Skaun kommune"
    assert event.status == "CONFIRMED"
    assert event.categories == ("Næringsrådet",)
    assert event.stamp == datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
    assert event.description == (
        "Fredag 4. desember 2026 kl. 09.00–11.30\n"
        "Status: innkalt\n"
        "Vertskommune: Skaun kommune\n"
        "Møteform: fysisk og på video\n"
        "\n"
        "Saksliste:\n"
        "NR 21/26 Havteknologi, fase 2"
    )
    assert (event.link, event.organizer, event.invited) == ("", None, ())


@pytest.mark.parametrize("status", MeetingStatus)
def test_every_status_has_its_own_certainty(house: House, status: MeetingStatus) -> None:
    one_meeting(house, status=status)
    (event,) = house.calendars.content(CalendarWish()).events
    expected = {MeetingStatus.PLANNED: "TENTATIVE", MeetingStatus.CANCELLED: "CANCELLED"}
    assert event.status == expected.get(status, "CONFIRMED")
    assert event.title.startswith("Avlyst: ") is (status is MeetingStatus.CANCELLED)


def test_remote_and_written_meetings_say_where(house: House) -> None:
    one_meeting(house, mode=AttendanceMode.REMOTE, place="")
    one_meeting(house, number=7, kind=MeetingKind.WRITTEN, place="")
    first, second = house.calendars.content(CalendarWish()).events
    assert {first.place, second.place} == {"Fjernmøte", "Skriftlig behandling"}


@each_reader
def test_meetings_of_twenty_years_have_the_right_time(house: House, read: Reader) -> None:
    """Also on both nights when the clock is changed, and on the hour that is there twice."""
    made: dict[str, tuple[date, str, str]] = {}
    with writing(house.desk) as work:
        for year in range(2017, 2037):
            spring, autumn = last_sunday(year, 3), last_sunday(year, 10)
            days = [
                (spring, "01:30", "03:30"), (spring, "09:00", "11:30"),
                (autumn, "00:30", "03:30"), (autumn, "02:30", "10:00"),
                (date(year, 1, 15), "09:00", "11:30"), (date(year, 6, 12), "13:15", "15:45"),
                (date(year, 12, 31), "23:00", "23:59"),
            ]  # fmt: skip
            for number, (on, start, end) in enumerate(days, start=1):
                a_meeting(
                    work.session, year=year, number=number, held_on=on, start_time=start,
                    end_time=end,
                )  # fmt: skip
                made[f"Næringsrådet {number}/{year}"] = (on, start, end)
    found = {event.title: event for event in read_all(house, read).events}
    assert found.keys() == made.keys()
    for title, (on, start, end) in made.items():
        event = found[title]
        assert isinstance(event.starts, datetime)
        assert isinstance(event.ends, datetime)
        for clock_time, at in ((start, event.starts), (end, event.ends)):
            wall = datetime.combine(on, time.fromisoformat(clock_time))
            assert at.replace(tzinfo=None) == wall
            assert at.utcoffset() == wall.replace(tzinfo=OSLO).utcoffset()


def last_sunday(year: int, month: int) -> date:
    return max(
        date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 6
    )


# Deadlines


@each_reader
def test_deadlines_come_along_by_choice_as_whole_days(house: House, read: Reader) -> None:
    one_meeting(house)
    assert len(read_all(house, read, year=2026).events) == 1
    found = read_all(house, read, year=2026, with_deadlines=True)
    papers = found.of("Sakspapirer ut, Næringsrådet 6/2026")
    assert (papers.starts, papers.ends) == (date(2026, 11, 27), date(2026, 11, 28))
    assert papers.is_free
    assert papers.description == "Møtet er fredag 4. desember 2026."
    assert papers.categories == ("Næringsrådet",)
    assert len(found.by_uid()) == len(found.events) > 3


def test_a_deadline_stands_in_the_year_that_it_falls_in(house: House) -> None:
    with writing(house.desk) as work:
        for rule in the_body(work.session).deadlines:
            rule.days, rule.unit = (10, DayUnit.CALENDAR)
            if rule.kind is not DeadlineKind.PAPERS:
                work.session.delete(rule)
        a_meeting(work.session, year=2027, number=1, held_on=date(2027, 1, 5))
    (only,) = house.calendars.content(CalendarWish(year=2026, with_deadlines=True)).events
    assert only.starts == date(2026, 12, 24)
    assert len(house.calendars.content(CalendarWish(year=2027, with_deadlines=True)).events) == 1


def test_deadlines_of_a_cancelled_meeting_say_so_while_they_are_ahead(house: House) -> None:
    meeting = one_meeting(house, held_on=date(2026, 11, 25))
    wish = CalendarWish(year=2026, with_deadlines=True)
    before = {event.uid: event for event in house.calendars.content(wish).events}
    set_facts(house, meeting, status=MeetingStatus.CANCELLED)
    after = {event.uid: event for event in house.calendars.content(wish).events}
    assert {event.status for event in after.values()} == {"CANCELLED"}
    assert after.keys() == {
        uid for uid, event in before.items() if event.ends is not None or event.starts >= TODAY
    }
    assert len(after) < len(before)


# Bodies and years


def test_only_the_chosen_bodies_and_the_year(house: House) -> None:
    with writing(house.desk) as work:
        a_meeting(work.session)
        a_meeting(work.session, body_id=the_body(work.session, "RR").id, number=4)
        a_meeting(work.session, year=2025, number=1, held_on=date(2025, 2, 7))

    def titles(**wish: Any) -> list[str]:
        return [event.title for event in house.calendars.content(CalendarWish(**wish)).events]

    assert sorted(titles()) == ["Næringsrådet 1/2025", "Næringsrådet 6/2026", "Regionrådet 4/2026"]
    assert sorted(titles(year=2026)) == ["Næringsrådet 6/2026", "Regionrådet 4/2026"]
    assert titles(year=2026, bodies=("rr",)) == ["Regionrådet 4/2026"]
    name = house.calendars.content(CalendarWish(bodies=("NR", "RR"))).name
    assert name == "Møter: Næringsrådet og Regionrådet"


def test_nothing_to_write_is_told(house: House) -> None:
    content = house.calendars.content
    assert refused(content, CalendarWish()) == "calendar_empty"
    assert refused(content, CalendarWish(bodies=("NR",))) == "calendar_empty_for"
    one_meeting(house)
    assert refused(content, CalendarWish(year=2031)) == "calendar_year_empty"
    assert refused(content, CalendarWish(year=2026, bodies=("RR",))) == "calendar_year_empty_for"
    for year in (-1, 0, 202, 20_261):
        assert refused(content, CalendarWish(year=year)) == "calendar_year_odd"
    assert refused(content, CalendarWish(bodies=("X",))) == "body_unknown"


def test_a_meeting_in_the_bin_is_not_there(house: House) -> None:
    meeting = one_meeting(house)
    house.edit.meetings.delete(meeting)
    assert refused(house.calendars.content, CalendarWish()) == "calendar_empty"


# Names that stay, and versions that grow


def test_names_stay_from_export_to_export(house: House) -> None:
    meeting = one_meeting(house)
    wish = CalendarWish(with_deadlines=True)
    before = write_ics(house.calendars.content(wish))
    assert write_ics(house.calendars.content(wish)) == before
    version = move_day(house, meeting, date(2027, 1, 15), 1).version
    house.edit.meetings.set_place(meeting, "Melhus rådhus", version)
    after = {event.uid for event in house.calendars.content(wish).events}
    assert after == READERS[0](before).by_uid().keys()


def test_names_stay_in_a_copy_of_the_file(tmp_path: Path) -> None:
    first, copy = tmp_path / "råd.rundgang", tmp_path / "kopi.rundgang"
    with a_council(first) as desk:
        one_meeting(House(desk))
    shutil.copyfile(first, copy)
    assert names_in(first) == names_in(copy)


def names_in(path: Path) -> set[str]:
    with CouncilFile.open(path, clock=clock) as file:
        house = House(Desk(file, clock, NoRenderer(), TODAY))
        return {event.uid for event in house.calendars.content(CalendarWish()).events}


def test_names_differ_from_those_of_another_file(tmp_path: Path) -> None:
    found: list[str] = []
    for minute in (1, 2):
        path = tmp_path / f"{minute}.rundgang"
        born = datetime(2026, 1, 1, 12, minute, tzinfo=UTC)
        new_council(path, "trondheimsregionen", clock=partial(_same, born))
        with CouncilFile.open(path, clock=clock) as file:
            one_meeting(House(Desk(file, clock, NoRenderer(), TODAY)))
        found += names_in(path)
    assert len(set(found)) == 2


def _same(at: datetime) -> datetime:
    return at


def test_a_change_and_its_undoing_are_both_later_versions(house: House) -> None:
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=MEETING_DAY)).id

    def seen() -> tuple[int, object, str]:
        (event,) = house.calendars.content(CalendarWish()).events
        return event.sequence, event.starts, event.uid

    first = seen()
    move_day(house, meeting, date(2026, 12, 11), first[0] + 1)
    moved = seen()
    house.history.undo_last()
    undone = seen()
    house.history.redo_last()
    again = seen()
    assert first[0] < moved[0] < undone[0] < again[0]
    assert first[1] == undone[1] != moved[1] == again[1]
    assert len({uid for _sequence, _starts, uid in (first, moved, undone, again)}) == 1


# What is never in it


def exempt_meeting(house: House) -> int:
    """A published agenda with an exempt case, one without a neutral title, and later additions."""
    with writing(house.desk) as work:
        session = work.session
        meeting = a_meeting(session, status=MeetingStatus.CALLED, agenda_version=1, video_link=LINK)
        basis = the_basis(session).id
        hidden: dict[str, Any] = {"is_exempt": True, "legal_basis_id": basis}
        a_case(session, meeting, title=SECRET, neutral_title="Avtale", number=1,
               number_year=2026, **hidden)  # fmt: skip
        a_case(session, meeting, title=f"{SECRET} 2", number=2, number_year=2026, **hidden)
        later = a_case(session, title="Ikke publisert ennå")
        put_on_agenda(session, meeting, later, added_in_version=2)
        withdrawn = a_case(session, title="Trukket sak")
        put_on_agenda(session, meeting, withdrawn, is_withdrawn=True)
        draft = a_meeting(session, number=7, held_on=date(2026, 12, 11))
        a_case(session, draft, title="Bare et utkast")
        a_member(session, 6, "Ola Nordmann", "Melhus")
        body = the_body(session, "RR")
        entry = WheelEntry(
            body_id=body.id, title="Årsmelding", month=12, first_year=2026, case_kind="decision"
        )
        session.add(entry)
        session.flush()
        fixed = a_case(session, title=f"{SECRET} 3", body_id=body.id, **hidden)
        session.add(WheelTurn(entry_id=entry.id, year=2026, case_id=fixed.id, case_made_on=TODAY))
        return meeting.id


def test_nothing_exempt_is_in_any_byte(house: House, tmp_path: Path) -> None:
    meeting = exempt_meeting(house)
    officer(house)
    files = [
        write_ics(house.calendars.content(CalendarWish(year=2026, with_deadlines=True))),
        invitation(house, meeting),
    ]
    set_facts(house, meeting, status=MeetingStatus.CANCELLED)
    files.append(write_ics(house.calendars.cancellation(meeting).calendar))
    for data in files:
        assert lines_of(data)
        for unfolded in (data, data.replace(b"\r\n ", b"")):
            for words in ("Hemmelig", "Ikke publisert", "Trukket", "Bare et utkast"):
                assert words.encode() not in unfolded
        said = "".join(event.description for event in READERS[0](data).events)
        assert "NR 1/26 Avtale" in said
        assert "NR 2/26 Sak unntatt offentlighet" in said
    assert b"video.example" not in files[0]
    assert b"mailto" not in files[0]
    picture = house.wheel.book(2026)
    assert "Hemmelig" not in repr(picture)
    assert "Årsmelding" in picture.whole.said
    book = house.exports.content(Export.CALENDAR, year=2026)
    assert "Hemmelig" not in repr(book)
    assert "Sak unntatt offentlighet" in repr(book)


# Files


def test_files_are_written_whole_and_never_over_others(house: House, tmp_path: Path) -> None:
    meeting, out = one_meeting(house), tmp_path / "kalender.ics"
    made = finished(house.calendars.make(CalendarWish(), out))
    assert [(one.path, one.kind, one.format) for one in made.files] == [(out, "calendar", "ics")]
    kept = out.read_bytes()
    with pytest.raises(UserError) as told:
        finished(house.calendars.make(CalendarWish(), out))
    assert told.value.code == "output_exists"
    assert out.read_bytes() == kept
    officer(house, "")
    result = finished(house.calendars.make_invitation(meeting, out, overwrite=True))
    assert [problem.code for problem in result.problems] == ["invitation_without_sender"]
    set_facts(house, meeting, status=MeetingStatus.CANCELLED)
    finished(house.calendars.make_cancellation(meeting, out, overwrite=True))
    assert READERS[0](out.read_bytes()).events[0].status == "CANCELLED"


def test_the_workbook_has_meetings_deadlines_and_fixed_points(house: House) -> None:
    with writing(house.desk) as work:
        a_meeting(work.session, host_id=the_institution(work.session, "Skaun").id)
        a_meeting(work.session, number=7, status=MeetingStatus.CANCELLED, kind=MeetingKind.WRITTEN)
    plan = PointFields(body="RR", title="Plan for {neste år}", month=12, first_year=2020)
    house.edit.wheel.add_point(plan)
    book = house.exports.content(Export.CALENDAR, year=2026)
    meetings, deadlines, points = book.sheets
    assert meetings.heading == "Møtekalender 2026"
    assert meetings.rows[0] == (
        MEETING_DAY, "fredag", "09.00", "11.30", "Næringsrådet", "Næringsrådet 6/2026",
        "Skaun rådhus", "Skaun kommune", "Fysisk møte", "Planlagt",
    )  # fmt: skip
    assert meetings.rows[1][-2:] == ("Skriftlig behandling", "Avlyst")
    assert {row[3] for row in deadlines.rows} == {"Næringsrådet 6/2026"}
    days = [row[0] for row in deadlines.rows]
    assert days == sorted(days, key=str)
    assert points.rows
    assert all(len(row) == len(points.columns) for row in points.rows)
    assert "Plan for 2027" in {row[2] for row in points.rows}
    assert {row[6] for row in points.rows} == {"Mangler møte"}
    assert len(house.exports.content(Export.CALENDAR, body="NR").sheets[2].rows) == 0
    assert refused(house.exports.content, Export.CALENDAR, year=2031) == "calendar_year_empty"
