"""The first page: what is next, what ends, what is late (R7–R9, R19, R21, R43)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import (
    ActionStatus,
    Audience,
    CaseStatus,
    DeadlineKind,
    MeetingStatus,
    SeatState,
)
from app.i18n.voice import Voice
from app.models import ActionItem, Meeting, WheelEntry
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.wheel import PointFields
from app.services.house import House
from app.services.overview.ahead import AheadKind
from app.services.overview.next_meeting import OpenState
from tests.helpers.council import TODAY, a_case, a_council, a_meeting, a_member, the_body, writing


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def states(house: House) -> dict[DeadlineKind, OpenState]:
    following = house.overview.view().next_meeting
    assert following is not None
    return {step.kind: step.state for step in following.steps}


def test_new_council_has_nothing_next(house: House) -> None:
    view = house.overview.view()
    assert view.next_meeting is None
    assert view.actions == ()
    assert view.unfinished == ()
    assert house.overview.counts().meetings == 0


def test_next_meeting_tells_its_open_steps(house: House) -> None:
    with writing(house.desk) as work:
        a_case(work.session, a_meeting(work.session), texts={})
    following = house.overview.view().next_meeting
    assert following is not None
    assert (following.meeting.label, following.days) == ("NR-6-2026", 11)
    assert states(house) == {
        DeadlineKind.NOTICE: OpenState.LATE,
        DeadlineKind.DRAFTS_DUE: OpenState.LATE,
        DeadlineKind.PAPERS: OpenState.SOON,
        DeadlineKind.REMINDER: OpenState.NEXT,
        DeadlineKind.MINUTES_OUT: OpenState.NEXT,
        DeadlineKind.MINUTES_APPROVED: OpenState.NEXT,
    }
    papers = next(step for step in following.steps if step.kind is DeadlineKind.PAPERS)
    assert (papers.due_on, papers.days) == (date(2026, 11, 27), 4)


def test_steps_say_how_many_briefs_are_ready_and_who_gets_the_papers(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting)
        a_case(work.session, meeting, texts={})
        a_member(work.session, 6, "Kari Berg", "Melhus")
    following = house.overview.view().next_meeting
    assert following is not None
    said = {step.kind: [Voice().say(fact) for fact in step.facts] for step in following.steps}
    assert said[DeadlineKind.DRAFTS_DUE] == ["1 av 2 saksframlegg klare"]
    assert said[DeadlineKind.PAPERS] == ["1 medlem, 0 vara og 0 observatører"]


def test_publishing_alone_sends_no_papers_and_writes_no_brief(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting)
        a_case(work.session, meeting, texts={})
        meeting_id = meeting.id
    house.meetings.publish(meeting_id, reason="Det haster.")
    found = states(house)
    assert DeadlineKind.NOTICE not in found  # it was never sent, and comes too late now
    assert found[DeadlineKind.DRAFTS_DUE] is OpenState.LATE
    assert found[DeadlineKind.PAPERS] is OpenState.SOON


def test_briefs_are_done_when_all_are_written_and_papers_are_made_when_they_are(
    house: House,
) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session, notified_on=date(2026, 11, 6))
        a_case(work.session, meeting)
        meeting_id = meeting.id
    house.papers.note_made(meeting_id, Audience.MEMBERS)
    assert states(house)[DeadlineKind.DRAFTS_DUE] is OpenState.DONE
    house.meetings.publish(meeting_id)
    assert states(house)[DeadlineKind.PAPERS] is OpenState.SOON  # only drafts were made
    house.papers.note_made(meeting_id, Audience.PUBLIC)
    assert states(house)[DeadlineKind.PAPERS] is OpenState.SOON
    house.papers.note_made(meeting_id, Audience.MEMBERS)
    following = house.overview.view().next_meeting
    assert following is not None
    steps = {step.kind: step for step in following.steps}
    assert steps[DeadlineKind.PAPERS].state is OpenState.MADE
    assert Voice().say(steps[DeadlineKind.PAPERS].facts[0]) == "laget 23. november"
    assert Voice().say(steps[DeadlineKind.NOTICE].facts[0]) == "sendt 6. november"


def test_ending_and_vacant_seats_with_whose_turn_it_is(house: House) -> None:
    with writing(house.desk) as work:
        a_member(
            work.session,
            6,
            "Kari Berg",
            "Melhus",
            start_on=date(2025, 1, 1),
            end_on=date(2027, 1, 1),
        )
    seats = house.overview.view().ending_seats
    (ending,) = [seat for seat in seats if seat.state is SeatState.ENDING]
    assert [seat.number for seat in seats] == list(range(1, 11))
    assert (ending.institution, ending.person, ending.last_on) == (
        "Melhus kommune",
        "Kari Berg",
        date(2026, 12, 31),
    )
    assert ending.proposed is not None
    assert ending.proposed != "Melhus kommune"
    assert Voice().say(ending.reasons[0])


def test_late_actions_come_first(house: House) -> None:
    with writing(house.desk) as work:
        case = a_case(work.session, number=18, number_year=2026)
        for task, due_on, status in (
            ("Uten frist", None, ActionStatus.OPEN),
            ("Senere", date(2026, 12, 7), ActionStatus.OPEN),
            ("For sent", date(2026, 11, 18), ActionStatus.OPEN),
            ("Utført", date(2026, 11, 1), ActionStatus.DONE),
        ):
            work.session.add(
                ActionItem(
                    case_id=case.id, task=task, responsible="SINTEF", due_on=due_on, status=status
                )
            )
    view = house.overview.view()
    assert [(one.task, one.is_late) for one in view.actions] == [
        ("For sent", True),
        ("Senere", False),
        ("Uten frist", False),
    ]
    assert view.actions[0].number == "NR 18/26"
    assert (view.open_actions, view.late_actions) == (3, 1)
    assert house.overview.counts().actions == 3


def test_coming_days_hold_meetings_deadlines_and_the_years_fixed_points(house: House) -> None:
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4)))
    house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2026, 12, 18)))
    lines = house.overview.view().ahead
    assert [line.on for line in lines] == sorted(line.on for line in lines)
    meetings = [line.on for line in lines if line.kind is AheadKind.MEETING]
    assert meetings == [date(2026, 12, 4), date(2026, 12, 18)]
    december = [line for line in lines if line.kind is AheadKind.WHEEL and line.on.month == 12]
    assert {line.on for line in december} == {date(2026, 12, 18)}
    assert not any(line.is_whole_month for line in december)
    assert any(
        line.is_whole_month for line in lines if line.kind is AheadKind.WHEEL and line.on.month == 2
    )
    papers = [line for line in lines if line.deadline is DeadlineKind.PAPERS]
    assert [line.on for line in papers] == [date(2026, 12, 11)]


def test_deadlines_that_have_passed_come_first_until_they_are_met(house: House) -> None:
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4)))
    region = house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2026, 12, 11))).id
    with writing(house.desk) as work:
        a_meeting(work.session, number=5, held_on=date(2026, 10, 2), status=MeetingStatus.HELD)

    def late() -> list[tuple[str, DeadlineKind | None]]:
        lines = house.overview.view().ahead
        found = [line for line in lines if line.is_late]
        assert list(lines[: len(found)]) == found
        return [(line.title, line.deadline) for line in found]

    assert late() == [
        ("Næringsrådet 5/2026", DeadlineKind.MINUTES_OUT),
        ("Regionrådet 1/2026", DeadlineKind.NOTICE),
    ]
    with writing(house.desk) as work:
        work.session.get_one(Meeting, region).notified_on = date(2026, 11, 20)
    assert late() == [("Næringsrådet 5/2026", DeadlineKind.MINUTES_OUT)]


def test_the_case_of_a_fixed_point_is_late_when_its_deadline_has_passed(house: House) -> None:
    house.edit.wheel.add_point(
        PointFields(body="RR", title="Møteplan", month=12, first_year=2026, deadline_days=28)
    )
    house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2026, 12, 18)))
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4)))
    late = [line for line in house.overview.view().ahead if line.is_late]
    assert ("Møteplan", date(2026, 11, 20)) in [(line.title, line.on) for line in late]


def test_fixed_point_every_second_year_comes_every_second_year(house: House) -> None:
    with writing(house.desk) as work:
        for entry in work.session.query(WheelEntry):
            entry.month, entry.first_year, entry.interval_years = 12, 2025, 2
    assert [line for line in house.overview.view().ahead if line.kind is AheadKind.WHEEL] == []


def test_fixed_points_are_told_as_they_were_settled(house: House) -> None:
    with house.desk.reading() as session:
        every = session.query(WheelEntry).order_by(WheelEntry.id)
        budget, plan, report = (entry.id for entry in every)
    edit = house.edit.wheel
    edit.drop_turn(plan, 2026, "Planen er ny i 2028.")
    edit.move_turn(budget, 2026, 2027, 1, "Regionrådet møtes ikke i desember.")
    lines = {line.title: line for line in house.overview.view().ahead}
    assert "Toårig handlingsplan for strategisk næringsplan" not in lines
    moved = lines["Utviklingsplan med budsjettrammer"]
    assert (moved.on, moved.is_whole_month) == (date(2027, 1, 1), True)
    edit.end_point(report, 2026)
    assert [line.title for line in house.overview.view().ahead] == [moved.title]


def test_the_case_of_a_fixed_point_has_its_deadline_until_it_is_ready(house: House) -> None:
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4)))
    house.edit.meetings.create(NewMeeting(body="RR", held_on=date(2027, 2, 12)))

    def due() -> list[tuple[date, str, int | None]]:
        return [
            (line.on, line.title, line.case_id)
            for line in house.overview.view().ahead
            if line.kind is AheadKind.DEADLINE and line.deadline is None
        ]

    ((on, title, case),) = due()
    assert (on, title) == (
        date(2027, 1, 29),
        "Årsrapport om tiltak og mål i strategisk næringsplan",
    )
    assert case is not None
    house.edit.cases.set_status(case, CaseStatus.READY, 1)
    assert due() == []


def test_the_next_meeting_tells_its_drafts_and_the_cases_own_deadlines_are_told_beside(
    house: House,
) -> None:
    house.edit.wheel.add_point(
        PointFields(body="NR", title="Budsjett", month=12, first_year=2026, deadline_days=7)
    )
    house.edit.wheel.add_point(PointFields(body="NR", title="Møteplan", month=12, first_year=2026))
    house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 11)))
    told = [line for line in house.overview.view().ahead if line.kind is AheadKind.DEADLINE]
    assert [(line.title, line.on) for line in told] == [("Budsjett", date(2026, 12, 4))]


def test_meeting_that_is_over_waits_for_its_minutes(house: House) -> None:
    with writing(house.desk) as work:
        a_meeting(work.session, number=5, held_on=date(2026, 10, 2), status=MeetingStatus.HELD)
        a_meeting(work.session, number=4, held_on=date(2026, 6, 5), status=MeetingStatus.APPROVED)
        a_meeting(
            work.session,
            body_id=the_body(work.session, "NA").id,
            held_on=date(2026, 4, 27),
            status=MeetingStatus.MINUTES_OUT,
        )
    (left,) = house.overview.view().unfinished
    assert left.label == "NR-5-2026"
    assert left.step is not None
    assert (left.step.kind, left.step.state) == (DeadlineKind.MINUTES_OUT, OpenState.LATE)


def test_window_edges_count_what_there_is(house: House) -> None:
    with writing(house.desk) as work:
        a_case(work.session, a_meeting(work.session), number=1, number_year=2026)
        a_case(work.session)
        a_member(work.session, 6, "Kari Berg", "Melhus")
    counts = house.overview.counts()
    assert (counts.meetings, counts.cases) == (1, 1)
    status = house.overview.status()
    assert (status.file, status.seats, status.filled_seats) == ("råd.rundgang", 10, 1)
    assert (status.year, status.cases_of_year, status.today) == (2026, 1, TODAY)
