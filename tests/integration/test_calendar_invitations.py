"""One meeting for the calendars of others: who is asked to come, and who is told that it is off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.calendar.writer import write_ics
from app.domain.vocabulary import (
    AttendanceMode,
    AttendanceRole,
    AttendanceState,
    Group,
    MeetingChangeKind,
    MeetingStatus,
)
from app.models import (
    Attendance,
    Meeting,
    MeetingChange,
    Person,
    TermDeputy,
)
from app.services.calendars.wish import CalendarWish
from app.services.house import House
from app.tasks.in_process import InProcess
from tests.helpers.calendar_files import Reader, each_reader
from tests.helpers.council import (
    MEETING_DAY,
    a_council,
    a_meeting,
    a_member,
    a_person,
    an_observer,
    clock,
    the_institution,
    writing,
)
from tests.helpers.meeting_calendars import (
    LINK,
    invitation,
    officer,
    one_meeting,
    refused,
    set_facts,
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        yield House(desk)


def guests(house: House) -> int:
    with writing(house.desk) as work:
        session = work.session
        a_member(session, 1, 'Anne "Ann" Ås, dr.', "NiT")
        a_member(session, 2, "Åse Ødegård 🐟", "NTNU")
        away = a_member(session, 6, "Kari Li", "Melhus")
        melhus = the_institution(session, "Melhus")
        deputy = a_person(session, "Ola Lie", melhus)
        session.add(TermDeputy(term_id=away.id, person_id=deputy.id))
        uncalled = a_member(session, 7, "Siv Bø", "Skaun")
        other = a_person(session, "Per Uinnkalt", melhus)
        session.add(TermDeputy(term_id=uncalled.id, person_id=other.id))
        a_member(session, 8, "Uten Adresse", "Malvik")
        person = session.query(Person).filter_by(name="Uten Adresse").one()
        person.email = ""
        an_observer(session, "Nils Moe", "Skaun")
        meeting = a_meeting(session, video_link=LINK, mode=AttendanceMode.MIXED)
        session.add(
            Attendance(
                meeting_id=meeting.id,
                person_id=away.person_id,
                seat_id=away.seat_id,
                role=AttendanceRole.MEMBER,
                state=AttendanceState.APOLOGY,
                function="Rådmann",
                reason="Syk",
            )
        )
        return meeting.id


@each_reader
def test_an_invitation_asks_those_who_are_called(house: House, read: Reader) -> None:
    meeting = guests(house)
    officer(house)
    data = invitation(house, meeting)
    found = read(data)
    assert found.method == "REQUEST"
    (event,) = found.events
    assert event.status == "TENTATIVE"
    assert event.link == LINK
    assert event.place == f"Skaun rådhus, {LINK}"
    assert f"Videolenke: {LINK}" in event.description
    assert "Forfall meldes snarest til Kari Berg" in event.description
    assert event.organizer is not None
    assert event.organizer.name == "Kari Berg"
    assert event.organizer.email == "sekretær@xn--rdet-qoa.example"
    asked = {one.name: (one.role, one.answer, one.is_asked) for one in event.invited}
    required, waiting = "REQ-PARTICIPANT", "NEEDS-ACTION"
    assert asked == {
        'Anne "Ann" Ås, dr.': (required, waiting, True),
        "Åse Ødegård 🐟": (required, waiting, True),
        "Kari Li": (required, "DECLINED", False),
        "Ola Lie": (required, waiting, True),
        "Siv Bø": (required, waiting, True),
        "Nils Moe": ("OPT-PARTICIPANT", waiting, True),
    }
    assert b"Syk" not in data


def test_whoever_has_no_address_is_named(house: House) -> None:
    meeting = guests(house)
    officer(house)
    (problem,) = house.calendars.invitation(meeting).problems
    assert problem.code == "invitation_lacks_addresses"
    assert problem.params["names"] == ("Uten Adresse",)


def test_without_someone_who_asks_the_meeting_is_only_published(house: House) -> None:
    meeting = guests(house)
    officer(house, "")
    message = house.calendars.invitation(meeting)
    assert [problem.code for problem in message.problems] == ["invitation_without_sender"]
    data = write_ics(message.calendar)
    assert b"METHOD:PUBLISH" in data
    assert b"mailto" not in data


def test_without_anyone_to_ask_the_meeting_is_only_published(house: House) -> None:
    meeting = one_meeting(house)
    officer(house)
    message = house.calendars.invitation(meeting)
    assert [problem.code for problem in message.problems] == ["invitation_without_addresses"]
    assert message.calendar.method == "PUBLISH"


def test_invitation_and_calendar_name_the_same_event(house: House) -> None:
    meeting = one_meeting(house)
    (public,) = house.calendars.content(CalendarWish()).events
    (asked,) = house.calendars.invitation(meeting).calendar.events
    assert (public.uid, public.sequence) == (asked.uid, asked.sequence)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (MeetingStatus.CANCELLED, "invitation_to_cancelled"),
        (MeetingStatus.HELD, "invitation_too_late"),
        (MeetingStatus.APPROVED, "invitation_too_late"),
    ],
)
def test_nobody_is_asked_to_what_is_over(house: House, status: MeetingStatus, code: str) -> None:
    meeting = one_meeting(house, status=status)
    assert refused(house.calendars.invitation, meeting) == code


# Cancellation


@each_reader
def test_a_cancellation_tells_those_who_had_been_called(house: House, read: Reader) -> None:
    meeting = guests(house)
    officer(house)
    (asked,) = read(invitation(house, meeting)).events
    with writing(house.desk) as work:
        row = work.session.get_one(Meeting, meeting)
        row.status, row.status_reason = MeetingStatus.CANCELLED, "For få saker"
        work.session.add(
            MeetingChange(
                meeting_id=meeting,
                kind=MeetingChangeKind.CANCELLED,
                made_at=clock(),
                reason="For få saker",
                from_on=MEETING_DAY,
                from_start="09:00",
                from_end="11:30",
                called=[
                    {"name": "Gro Da", "institution": "NTNU", "email": "gro@ntnu.example",
                     "group": Group.MEMBER},
                    {"name": "Nils Moe", "institution": "Skaun", "email": "nils@skaun.example",
                     "group": Group.OBSERVER},
                ],
            )
        )  # fmt: skip
    found = read(write_ics(house.calendars.cancellation(meeting).calendar))
    assert found.method == "CANCEL"
    (event,) = found.events
    assert (event.uid, event.status) == (asked.uid, "CANCELLED")
    assert event.sequence > asked.sequence
    assert event.title == "Avlyst: Næringsrådet 6/2026"
    assert "Hvorfor: For få saker" in event.description
    assert [(one.name, one.role) for one in event.invited] == [
        ("Gro Da", "REQ-PARTICIPANT"),
        ("Nils Moe", "OPT-PARTICIPANT"),
    ]


def test_a_cancellation_without_a_list_tells_those_of_the_body(house: House) -> None:
    meeting = guests(house)
    officer(house)
    set_facts(house, meeting, status=MeetingStatus.CANCELLED)
    (event,) = house.calendars.cancellation(meeting).calendar.events
    assert "Siv Bø" in {one.party.name for one in event.invited}


def test_what_is_not_cancelled_cannot_be_called_off(house: House) -> None:
    meeting = one_meeting(house)
    assert refused(house.calendars.cancellation, meeting) == "cancellation_of_live_meeting"
    house.edit.meetings.delete(meeting)
    assert refused(house.calendars.cancellation, meeting) == "meeting_gone"
