"""Moving and cancelling meetings: who must hear of it, and that no case is lost (R23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import CaseStatus, MeetingChangeKind, MeetingEvent, MeetingStatus
from app.i18n.voice import Voice
from app.models import Case, Meeting, StandingItem
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.meeting_changes import MeetingChangeView
from tests.helpers.called import WHY, a_called, a_planned, away, version_of, with_people
from tests.helpers.council import MEETING_DAY, TODAY, a_case, a_council, the_body, writing
from tests.helpers.store import refused

LATER = date(2026, 12, 11)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def move(house: House, meeting: int, on: date = LATER, reason: str = WHY) -> None:
    version = version_of(house, meeting)
    house.edit.meeting_changes.move(meeting, on, None, None, None, reason, version)


def cancel(house: House, meeting: int, reason: str = WHY, cases_to: int | None = None) -> None:
    version = version_of(house, meeting)
    house.edit.meeting_changes.cancel(meeting, reason, version, cases_to=cases_to)


def latest(house: House, meeting: int) -> MeetingChangeView:
    return house.meeting_changes.of(meeting)[0]


# Who must hear of it


def test_those_who_were_called_are_kept_as_they_were_that_day(house: House) -> None:
    with_people(house)
    meeting = a_called(house)
    away(house, meeting, "Ola Lie")
    move(house, meeting)
    change = latest(house, meeting)
    assert change.kind is MeetingChangeKind.MOVED
    assert [(one.name, one.institution, one.group.value) for one in change.called.people] == [
        ("Kari Berg", "Melhus kommune", "member"),
        ("Ola Lie", "Skaun kommune", "member"),
        ("Bjørn Vik", "Skaun kommune", "deputy"),
        ("Siri Næss", "Malvik kommune", "observer"),
    ]
    assert change.called.line.startswith("Kari Berg <kari.berg@")
    assert change.must_be_told
    assert change.reason == WHY


def test_a_deputy_who_was_not_called_need_not_hear_of_it(house: House) -> None:
    with_people(house)
    meeting = a_called(house)
    cancel(house, meeting)
    assert "Bjørn Vik" not in {one.name for one in latest(house, meeting).called.people}


def test_those_who_got_the_advance_notice_are_told_too(house: House) -> None:
    with_people(house)
    meeting = a_planned(house)
    assert not house.meeting_changes.before(meeting).called
    house.edit.meetings.mark_notified(meeting, TODAY, version_of(house, meeting))
    before = house.meeting_changes.before(meeting)
    assert (len(before.called), before.needs_reason) == (3, True)
    move(house, meeting)
    assert len(latest(house, meeting).called) == 3


def test_that_they_were_told_is_noted_and_can_be_undone(house: House) -> None:
    with_people(house)
    meeting = a_called(house)
    move(house, meeting)
    change = latest(house, meeting).id
    with refused("told_in_the_future"):
        house.edit.meeting_changes.note_told(change, LATER)
    house.edit.meeting_changes.note_told(change, TODAY)
    assert latest(house, meeting).told_on == TODAY
    assert not latest(house, meeting).must_be_told
    house.history.undo_last()
    assert latest(house, meeting).must_be_told
    house.history.undo_last()
    with refused("meeting_change_gone"):
        house.edit.meeting_changes.note_told(change, TODAY)


@pytest.mark.parametrize("status", [MeetingStatus.NOTIFIED, MeetingStatus.CALLED])
def test_a_reason_is_needed_once_people_were_told(house: House, status: MeetingStatus) -> None:
    meeting = a_planned(house)
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = status
    with refused("move_reason_missing"):
        move(house, meeting, reason="  ")
    with refused("cancel_reason_missing"):
        cancel(house, meeting, reason="")
    assert house.agendas.view(meeting).meeting.status is status
    assert house.meeting_changes.of(meeting) == ()


# Moving


def test_a_moved_meeting_keeps_its_cases_its_status_and_its_numbers(house: House) -> None:
    meeting = a_called(house)
    before = house.agendas.view(meeting)
    version = before.meeting.version
    done = house.edit.meeting_changes.move(
        meeting, LATER, "10", "12.30", "Malvik rådhus", WHY, version
    )
    now = house.agendas.view(meeting)
    assert [(line.number, line.title) for line in now.lines] == [
        (line.number, line.title) for line in before.lines
    ]
    assert (now.meeting.status, now.meeting.label) == (MeetingStatus.CALLED, "NR-1-2026")
    assert (now.meeting.held_on, now.meeting.start, now.meeting.end, now.meeting.place) == (
        LATER,
        "10:00",
        "12:30",
        "Malvik rådhus",
    )
    assert "notice_says_otherwise" in {warning.code for warning in done.warnings}
    assert set(now.difference.facts) == {"Dato", "Sted", "Tidsrom"}


def test_moves_before_anybody_was_told_are_one_from_when_it_was_planned_for(house: House) -> None:
    meeting = a_planned(house)
    move(house, meeting, LATER, "")
    move(house, meeting, date(2026, 12, 18), "Flere saker.")
    (change,) = house.meeting_changes.of(meeting)
    assert (change.before.on, change.reason) == (MEETING_DAY, "Flere saker.")
    assert change.after is not None
    assert change.after.on == date(2026, 12, 18)
    assert not change.must_be_told
    move(house, meeting, MEETING_DAY, "")
    assert house.meeting_changes.of(meeting) == ()


def test_every_move_after_that_is_kept(house: House) -> None:
    meeting = a_planned(house)
    move(house, meeting, LATER, "")
    house.meetings.publish(meeting, reason="Klar.")
    move(house, meeting, date(2026, 12, 18))
    move(house, meeting, date(2026, 12, 17))
    assert [change.before.on.day for change in house.meeting_changes.of(meeting)] == [18, 11, 4]


def test_a_move_to_where_it_is_changes_nothing(house: House) -> None:
    meeting = a_called(house)
    version = version_of(house, meeting)
    done = house.edit.meeting_changes.move(
        meeting, MEETING_DAY, "09:00", None, "Skaun rådhus", "", version
    )
    assert done.entry is None
    assert house.meeting_changes.of(meeting) == ()


def test_a_meeting_is_never_before_its_notice(house: House) -> None:
    meeting = a_called(house)
    with refused("meeting_before_notice"):
        move(house, meeting, date(2026, 11, 20))
    planned = a_planned(house, date(2027, 1, 22))
    with refused("meeting_before_notice"):
        house.edit.meetings.mark_notified(planned, date(2027, 1, 23), version_of(house, planned))


def test_a_year_that_no_meeting_is_in_was_typed_wrong(house: House) -> None:
    meeting = a_planned(house)
    for year in (1, 1899, 2200, 9999):
        with refused("meeting_year_unlikely"):
            move(house, meeting, date(year, 12, 31), "")


def test_unpublished_meeting_that_is_moved_to_another_year_is_numbered_there(house: House) -> None:
    meeting = a_planned(house)
    move(house, meeting, date(2027, 1, 15), "")
    assert house.agendas.view(meeting).meeting.label == "NR-1-2027"


@pytest.mark.parametrize("status", [MeetingStatus.ONGOING, MeetingStatus.HELD])
def test_a_meeting_that_has_begun_is_neither_moved_nor_cancelled(
    house: House, status: MeetingStatus
) -> None:
    meeting = a_called(house)
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = status
    with refused("step_not_possible"):
        move(house, meeting)
    with refused("step_not_possible"):
        cancel(house, meeting)


def test_a_meeting_changed_elsewhere_is_not_moved_on_an_old_sight(house: House) -> None:
    meeting = a_planned(house)
    with refused("stale_version"):
        house.edit.meeting_changes.move(meeting, LATER, None, None, None, "", 99)


# What follows the day


def test_the_next_agenda_names_the_new_day_of_the_minutes_it_approves(house: House) -> None:
    first = a_planned(house)
    then = a_planned(house, date(2027, 1, 22))
    move(house, first, LATER, "")
    line = house.agendas.view(then).lines[1]
    assert line.title == "Godkjenning av protokoll fra møtet 11. desember 2026"
    move(house, first, date(2027, 2, 5), "")
    assert house.agendas.view(then).lines[1].approves is None
    line = house.agendas.view(first).lines[1]
    assert line.title == "Godkjenning av protokoll fra møtet 22. januar 2027"


def test_minutes_of_the_meeting_before_a_cancelled_one_are_approved_in_the_next(
    house: House,
) -> None:
    a_planned(house, date(2026, 11, 27))
    cancelled = a_planned(house)
    then = a_planned(house, date(2027, 1, 22))
    cancel(house, cancelled, "")
    line = house.agendas.view(then).lines[1]
    assert (line.title, line.approves) == (
        "Godkjenning av protokoll fra møtet 27. november 2026",
        "Næringsrådet 1/2026",
    )


def test_a_published_agenda_is_left_to_the_user_and_told(house: House) -> None:
    first = a_called(house)
    then = a_called(house, date(2027, 1, 22))
    version = version_of(house, first)
    done = house.edit.meeting_changes.cancel(first, WHY, version)
    assert [Voice().say(warning) for warning in done.warnings] == [
        "Den publiserte sakslisten til Næringsrådet 1/2027 har en post om protokollen fra dette "
        "møtet. Rett den der."
    ]
    assert house.agendas.view(then).lines[1].approves == "Næringsrådet 1/2026"


# Cancelling


def test_cases_of_a_cancelled_meeting_wait_again_with_their_numbers(house: House) -> None:
    meeting = a_called(house)
    before = house.agendas.view(meeting)
    numbers = [line.number for line in before.lines if line.case_id]
    cancel(house, meeting)
    queue = house.agendas.queue("NR")
    assert [row.number for row in queue] == numbers == ["NR 1/26", "NR 2/26"]
    assert {row.status for row in queue} == {CaseStatus.POSTPONED}
    assert {row.back_from_on for row in queue} == {MEETING_DAY}
    now = house.agendas.view(meeting)
    assert [line.title for line in now.lines] == [line.title for line in before.lines]
    assert (now.meeting.status, now.meeting.status_reason) == (MeetingStatus.CANCELLED, WHY)


def test_a_number_once_given_is_the_cases_in_the_next_meeting_too(house: House) -> None:
    meeting = a_called(house)
    cancel(house, meeting)
    then = a_planned(house, date(2027, 1, 22), cases=1)
    for row in house.agendas.queue("NR"):
        house.edit.agenda.add_case(then, row.id)
    house.meetings.publish(then, reason="Klar.")
    numbers = {line.number for line in house.agendas.view(then).lines if line.case_id}
    assert numbers == {"NR 1/26", "NR 2/26", "NR 1/27"}


def test_cases_can_go_straight_onto_the_next_agenda(house: House) -> None:
    meeting = a_called(house)
    then = a_planned(house, date(2027, 1, 22), cases=1)
    later = house.meeting_changes.before(meeting).later
    assert later is not None
    assert later.id == then
    cancel(house, meeting, cases_to=then)
    assert house.agendas.queue("NR") == ()
    lines = [line for line in house.agendas.view(then).lines if line.case_id]
    assert [line.number for line in lines] == [None, "NR 1/26", "NR 2/26"]
    house.history.undo_last()
    assert house.agendas.view(meeting).meeting.status is MeetingStatus.CALLED
    assert len([line for line in house.agendas.view(then).lines if line.case_id]) == 1


def test_cases_do_not_go_to_another_body(house: House) -> None:
    meeting = a_called(house)
    other = house.edit.meetings.create(NewMeeting(body="RR", held_on=LATER)).id
    with refused("cases_to_other_body"):
        cancel(house, meeting, cases_to=other)


def test_a_numbered_standing_item_ends_with_its_meeting(house: House) -> None:
    with writing(house.desk) as work:
        for row in work.session.query(StandingItem).filter_by(body_id=the_body(work.session).id):
            row.numbered = True
    meeting = a_planned(house, cases=0)
    cancel(house, meeting, "")
    assert house.agendas.queue("NR") == ()
    with house.desk.reading() as session:
        assert {case.status for case in session.query(Case)} == {CaseStatus.WITHDRAWN}


def test_a_withdrawn_case_stays_withdrawn(house: House) -> None:
    meeting = a_called(house)
    line = next(line for line in house.agendas.view(meeting).lines if line.case_id)
    house.edit.agenda.remove(line.id)
    cancel(house, meeting)
    assert [row.number for row in house.agendas.queue("NR")] == ["NR 2/26"]


def test_a_cancelled_meeting_cannot_be_changed_any_more(house: House) -> None:
    meeting = a_planned(house)
    cancel(house, meeting, "")
    with refused("step_not_possible"):
        move(house, meeting)
    with refused("agenda_is_closed"):
        house.edit.agenda.add_heading(meeting, "Del")
    assert house.meeting_days.deadlines(meeting).is_cancelled


def test_a_case_in_the_bin_is_not_brought_back_by_cancelling(house: House) -> None:
    meeting = a_planned(house, cases=0)
    with writing(house.desk) as work:
        case = a_case(work.session).id
    house.edit.agenda.add_case(meeting, case)
    house.edit.cases.delete(case)
    cancel(house, meeting, "")
    assert house.agendas.queue("NR") == ()


# History and privacy


def test_history_says_when_and_why(house: House) -> None:
    meeting = a_called(house)
    move(house, meeting)
    line = house.history.latest(1)[0]
    assert Voice().say(line.what) == "Flyttet møtet fra 4. desember 2026 til 11. desember 2026"
    assert line.reason == WHY
    cancel(house, meeting)
    line = house.history.latest(1)[0]
    assert (Voice().say(line.what), line.reason) == ("Avlyste møtet", WHY)


def test_one_who_is_erased_is_not_among_those_called_any_more(house: House) -> None:
    with_people(house)
    meeting = a_called(house)
    away(house, meeting, "Ola Lie")
    cancel(house, meeting)
    with house.desk.reading() as session:
        from app.models import Person, TermDeputy

        person = session.query(Person).filter_by(name="Bjørn Vik").one().id
        assert session.query(TermDeputy).count() == 1
    with writing(house.desk) as work:
        work.session.query(TermDeputy).delete()
    house.privacy.erase(person, house.privacy.plan(person).version)
    told = repr(latest(house, meeting).called)
    assert "Bjørn" not in told
    assert "bjørn" not in told
    with house.desk.file.raw() as raw:
        for before, after in raw.execute("SELECT before, after FROM log_entry").fetchall():
            assert "Bjørn Vik" not in before + after


@pytest.mark.parametrize("status", MeetingStatus)
def test_what_can_be_done_is_what_the_table_says(house: House, status: MeetingStatus) -> None:
    from app.domain.meeting_status import possible

    meeting = a_planned(house)
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = status
    if MeetingEvent.MOVE in possible(status):
        move(house, meeting)
        assert house.meeting_changes.of(meeting)
    else:
        with refused("step_not_possible"):
            move(house, meeting)
