"""A meeting's day: what it cannot be, what is odd about it, and its deadlines (R21, R22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import DayUnit, DeadlineKind, MeetingStatus
from app.i18n.voice import Voice
from app.models import BlockedPeriod, DeadlineRule, Institution, Meeting, Term
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.overview.next_meeting import OpenState
from app.services.roster import seat_rows
from tests.helpers.called import a_called, a_planned, version_of
from tests.helpers.council import (
    MEETING_DAY,
    TODAY,
    a_council,
    a_meeting,
    a_person,
    the_body,
    the_institution,
    writing,
)
from tests.helpers.moving import move_day
from tests.helpers.store import refused

FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)
FREE = date(2027, 2, 12)
"""A Friday that nothing is odd about."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def odd(house: House, on: date, start: str | None = None, end: str | None = None) -> list[str]:
    judged = house.meeting_days.judge_new(NewMeeting(body="NR", held_on=on, start=start, end=end))
    assert judged.problem is None
    return [Voice().say(reason) for reason in judged.odd]


def problem(house: House, on: date, start: str | None = None, end: str | None = None) -> str:
    new = NewMeeting(body="NR", held_on=on, start=start, end=end)
    found = house.meeting_days.judge_new(new).problem
    assert found is not None
    with refused(found.code):
        house.edit.meetings.create(new)
    assert house.meetings.all() == ()
    return Voice().say(found)


def sits_in_both(house: House, name: str) -> None:
    """A person in the first free seat of each body."""
    with writing(house.desk) as work:
        session = work.session
        skaun = the_institution(session, "Skaun")
        person = a_person(session, name, skaun)
        for code in ("NR", "RR"):
            free = next(
                row for row in seat_rows(session, the_body(session, code), FREE) if not row.person
            )
            session.add(
                Term(
                    seat_id=free.seat_id,
                    institution_id=skaun.id,
                    person_id=person.id,
                    start_on=date(2025, 1, 1),
                )
            )
            session.flush()
            session.expire_all()


# What is odd


def test_an_ordinary_day_is_not_odd(house: House) -> None:
    assert odd(house, FREE) == []


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2027, 5, 17), "Datoen 17. mai 2027 er en offentlig fridag (17. mai)."),
        (date(2027, 5, 1), "Datoen 1. mai 2027 er en offentlig fridag (1. mai)."),
        (date(2027, 1, 1), "Datoen 1. januar 2027 er en offentlig fridag (1. nyttårsdag)."),
        (date(2027, 3, 26), "Datoen 26. mars 2027 er en offentlig fridag (langfredag)."),
        (
            date(2027, 5, 6),
            "Datoen 6. mai 2027 er en offentlig fridag (Kristi himmelfartsdag).",
        ),
        (date(2027, 5, 7), "Datoen fredag 7. mai 2027 er en inneklemt dag mellom fridager."),
        (date(2027, 2, 13), "Datoen lørdag 13. februar 2027 er i en helg."),
    ],
)
def test_a_day_off_is_told_by_its_name(house: House, on: date, said: str) -> None:
    assert odd(house, on) == [said]
    done = house.edit.meetings.create(NewMeeting(body="NR", held_on=on))
    assert [Voice().say(warning) for warning in done.warnings] == [said]
    assert house.agendas.view(done.id).meeting.held_on == on


def test_a_day_that_has_passed_is_told(house: House) -> None:
    assert odd(house, date(2026, 10, 2)) == ["Datoen 2. oktober 2026 er passert."]


def test_days_that_the_user_keeps_free_are_told_by_their_name(house: House) -> None:
    with writing(house.desk) as work:
        work.session.add(BlockedPeriod(name="vinterferie", from_on=FREE, to_on=date(2027, 2, 15)))
    assert odd(house, FREE) == ["Datoen 12. februar 2027 holdes fri for møter (vinterferie)."]
    assert odd(house, date(2027, 2, 15)) == []


def test_deadlines_that_cannot_be_kept_any_more_are_told(house: House) -> None:
    assert odd(house, date(2026, 11, 25)) == [
        "Fristen for å sende møtevarsel var 28. oktober 2026.",
        "Fristen for å sende ut sakspapirene var 18. november 2026.",
    ]


def test_what_was_sent_in_time_is_not_late(house: House) -> None:
    meeting = a_called(house)
    judged = house.meeting_days.judge_move(meeting, MEETING_DAY)
    assert judged.odd == ()
    earlier = house.meeting_days.judge_move(meeting, date(2026, 11, 25))
    assert [reason.code for reason in earlier.odd] == ["papers_due_already"]


def test_the_same_people_in_two_places_that_day_are_told_by_name(house: House) -> None:
    with writing(house.desk) as work:
        session = work.session
        a_meeting(session, body_id=the_body(session, "RR").id, held_on=FREE, year=2027, number=1)
    assert odd(house, FREE) == []
    names = ("Anne Aa", "Berit Bø", "Carl Ek", "Dag Dal")
    for name in names[:2]:
        sits_in_both(house, name)
    assert odd(house, FREE) == [
        "Regionrådet 1/2027 er samme dag, og begge steder sitter Anne Aa og Berit Bø."
    ]
    for name in names[2:]:
        sits_in_both(house, name)
    assert odd(house, FREE) == [
        "Regionrådet 1/2027 er samme dag, og 4 personer sitter begge steder, blant dem Anne Aa, "
        "Berit Bø og Carl Ek."
    ]


def test_a_second_meeting_of_the_body_that_day_is_told_but_not_a_cancelled_one(
    house: House,
) -> None:
    meeting = a_planned(house, FREE)
    assert odd(house, FREE) == ["Organet har allerede møtet Næringsrådet 1/2027 den dagen."]
    assert house.meeting_days.judge_move(meeting, FREE).odd == ()
    house.edit.meeting_changes.cancel(meeting, "", version_of(house, meeting))
    assert odd(house, FREE) == []


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            date(2020, 1, 10),
            "Klæbu kommune finnes bare til og med 31. desember 2019, men står fortsatt som vert. "
            "Etter det er det Trondheim kommune.",
        ),
        (date(2019, 6, 7), ""),
    ],
)
def test_a_host_that_does_not_exist_that_day_stays_and_is_told(
    house: House, on: date, said: str
) -> None:
    with house.desk.reading() as session:
        klaebu = the_institution(session, "Klæbu").id
    new = NewMeeting(body="NR", held_on=date(2019, 3, 1), host_id=klaebu)
    meeting = house.edit.meetings.create(new).id
    version = version_of(house, meeting)
    done = house.edit.meeting_changes.move(meeting, on, None, None, None, "", version)
    words = [Voice().say(warning) for warning in done.warnings]
    assert words[1:] == ([said] if said else [])
    assert house.agendas.view(meeting).meeting.host == "Klæbu kommune"


def test_a_host_that_comes_later_or_ends_without_an_heir_is_told(house: House) -> None:
    with house.desk.reading() as session:
        key = the_institution(session, "Skaun").id
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=FREE, host_id=key)).id
    with writing(house.desk) as work:
        row = work.session.get_one(Institution, key)
        row.valid_from, row.valid_to = date(2027, 2, 13), date(2027, 2, 20)
    for on, kept, why_not in (
        (FREE, "host_kept_not_yet", "host_not_yet"),
        (date(2027, 2, 25), "host_no_more", "host_ended"),
    ):
        days = house.meeting_days
        assert [reason.code for reason in days.judge_move(meeting, on).odd] == [kept]
        found = days.judge_new(NewMeeting(body="NR", held_on=on, host_id=key)).problem
        assert found is not None
        assert found.code == why_not, "it is not even made"


# What cannot be


def test_from_half_past_eleven_to_nine_is_refused(house: House) -> None:
    assert problem(house, FREE, "11.30", "09.00") == (
        "Møtet kan ikke slutte kl. 09.00 når det begynner kl. 11.30. Tidene er ikke endret. Skriv "
        "et senere sluttidspunkt."
    )


def test_an_end_after_midnight_is_refused_in_its_own_words(house: House) -> None:
    assert "neste dag" in problem(house, FREE, "22.00", "00.30")


def test_a_time_that_is_no_time_is_refused(house: House) -> None:
    assert "ikke et klokkeslett" in problem(house, FREE, "24.00", "25.00")


@pytest.mark.parametrize(("start", "end"), [("02.30", "04.00"), ("01.00", "02.30")])
def test_half_past_two_does_not_exist_the_night_the_clock_goes_forward(
    house: House, start: str, end: str
) -> None:
    assert problem(house, FORWARD, start, end).startswith(
        "Kl. 02.30 finnes ikke søndag 28. mars 2027, for da stilles klokken fram"
    )


def test_half_past_two_comes_twice_the_night_the_clock_goes_back(house: House) -> None:
    said = odd(house, BACK, "02.30", "04.00")
    assert said[-1].startswith("Kl. 02.30 kommer to ganger søndag 31. oktober 2027")


def test_a_night_meeting_is_not_moved_to_the_night_that_lacks_its_hour(house: House) -> None:
    new = NewMeeting(body="NR", held_on=date(2027, 3, 27), start="02.30", end="04.00")
    meeting = house.edit.meetings.create(new).id
    with refused("clock_skipped"):
        house.edit.meeting_changes.move(meeting, FORWARD, None, None, None, "", 1)
    with refused("clock_skipped"):
        move_day(house, meeting, FORWARD, 1)
    house.edit.meeting_changes.move(meeting, FORWARD, "03.00", None, None, "", 1)
    version = version_of(house, meeting)
    with refused("clock_skipped"):
        house.edit.meetings.set_times(meeting, "02.00", "04.00", version)


def test_a_year_out_of_reach_is_refused(house: House) -> None:
    assert problem(house, date(2, 1, 1)).startswith("Et møte kan ikke være i år 2.")


# Deadlines


def test_deadlines_stand_as_on_the_overview_and_say_why_a_day_was_moved(house: House) -> None:
    with writing(house.desk) as work:
        body = the_body(work.session).id
        work.session.query(DeadlineRule).filter_by(body_id=body).delete()
        for kind, days, unit in (
            (DeadlineKind.NOTICE, 28, DayUnit.CALENDAR),
            (DeadlineKind.DRAFTS_DUE, 6, DayUnit.CALENDAR),
            (DeadlineKind.REMINDER, 12, DayUnit.CALENDAR),
            (DeadlineKind.PAPERS, 3, DayUnit.WORKING),
            (DeadlineKind.MINUTES_OUT, 21, DayUnit.CALENDAR),
        ):
            work.session.add(DeadlineRule(body_id=body, kind=kind, days=days, unit=unit))
    meeting = a_planned(house)
    found = house.meeting_days.deadlines(meeting)
    told = {row.kind: (row.on, row.state, row.is_let_go) for row in found.rows}
    assert told == {
        DeadlineKind.NOTICE: (date(2026, 11, 6), OpenState.LATE, False),
        DeadlineKind.REMINDER: (date(2026, 11, 20), OpenState.LATE, True),
        DeadlineKind.DRAFTS_DUE: (date(2026, 11, 27), OpenState.DONE, False),
        DeadlineKind.PAPERS: (date(2026, 12, 1), OpenState.NEXT, False),
        DeadlineKind.MINUTES_OUT: (date(2026, 12, 28), OpenState.NEXT, False),
    }
    assert found.late == 1
    moved = [Voice().say(row.moved) for row in found.rows if row.moved is not None]
    assert moved == [
        "Flyttet fra søndag 22. november 2026, som er i en helg.",
        "Flyttet fra lørdag 28. november 2026, som er i en helg.",
        "Flyttet fra fredag 25. desember 2026, som er 1. juledag.",
    ]


def test_deadlines_follow_the_meeting(house: House) -> None:
    meeting = a_planned(house)
    before = [row.on for row in house.meeting_days.deadlines(meeting).rows]
    version = version_of(house, meeting)
    house.edit.meeting_changes.move(meeting, date(2026, 12, 18), None, None, None, "", version)
    after = [row.on for row in house.meeting_days.deadlines(meeting).rows]
    assert all(later > earlier for earlier, later in zip(before, after, strict=True))


def test_the_first_step_is_done_when_the_notice_was_sent(house: House) -> None:
    meeting = a_planned(house)
    house.edit.meetings.mark_notified(meeting, TODAY, version_of(house, meeting))
    found = house.meeting_days.deadlines(meeting)
    notice = next(row for row in found.rows if row.kind is DeadlineKind.NOTICE)
    assert notice.state is OpenState.DONE
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.APPROVED
    assert house.meeting_days.deadlines(meeting).late == 0
