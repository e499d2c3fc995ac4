"""The stepper and the one main button at every status of a meeting (R24)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.vocabulary import MeetingStatus
from app.models import Meeting
from app.services.meeting_steps import NextStep, Step, StepState, next_step, steps

SENT = date(2026, 11, 6)


def a_meeting(status: MeetingStatus, *, version: int = 1, notified: date | None = SENT) -> Meeting:
    return Meeting(status=status, agenda_version=version, notified_on=notified)


@pytest.mark.parametrize(
    ("status", "done", "current"),
    [
        (MeetingStatus.PLANNED, 1, Step.NOTICE),
        (MeetingStatus.NOTIFIED, 2, Step.PAPERS),
        (MeetingStatus.CALLED, 2, Step.PAPERS),
        (MeetingStatus.ONGOING, 3, Step.HELD),
        (MeetingStatus.HELD, 4, Step.MINUTES),
        (MeetingStatus.MINUTES_OUT, 5, Step.APPROVED),
        (MeetingStatus.APPROVED, 6, None),
        (MeetingStatus.CANCELLED, 2, None),
    ],
)
def test_steps_behind_are_done_and_one_is_current(
    status: MeetingStatus, done: int, current: Step | None
) -> None:
    rows = steps(a_meeting(status), has_papers=False)
    assert [row.step for row in rows] == list(Step)
    assert sum(row.state is StepState.DONE for row in rows) == done
    assert [row.step for row in rows if row.state is StepState.CURRENT] == (
        [] if current is None else [current]
    )


def test_notice_that_was_never_sent_is_passed_over() -> None:
    meeting = a_meeting(MeetingStatus.CALLED, notified=None)
    rows = {row.step: row.state for row in steps(meeting, has_papers=False)}
    assert rows[Step.NOTICE] is StepState.SKIPPED


def test_the_papers_are_behind_when_they_have_been_made() -> None:
    rows = {row.step: row.state for row in steps(a_meeting(MeetingStatus.CALLED), has_papers=True)}
    assert (rows[Step.PAPERS], rows[Step.HELD]) == (StepState.DONE, StepState.CURRENT)
    over = steps(a_meeting(MeetingStatus.APPROVED), has_papers=True)
    assert {row.state for row in over} == {StepState.DONE}


def test_meeting_cancelled_before_it_was_called_has_no_papers_behind_it() -> None:
    meeting = a_meeting(MeetingStatus.CANCELLED, version=0)
    rows = {row.step: row.state for row in steps(meeting, has_papers=False)}
    assert rows[Step.PAPERS] is StepState.AHEAD


def test_a_gathering_ends_with_its_report() -> None:
    rows = steps(a_meeting(MeetingStatus.MINUTES_OUT), has_papers=True, is_gathering=True)
    assert rows[-1].step is Step.MINUTES
    assert rows[-1].state is StepState.DONE


@pytest.mark.parametrize(
    ("status", "has_changed", "then"),
    [
        (MeetingStatus.PLANNED, False, NextStep.PUBLISH),
        (MeetingStatus.NOTIFIED, True, NextStep.PUBLISH),
        (MeetingStatus.CALLED, False, NextStep.MAKE_PAPERS),
        (MeetingStatus.CALLED, True, NextStep.REVISE),
        (MeetingStatus.ONGOING, True, NextStep.REVISE),
        (MeetingStatus.HELD, False, NextStep.MAKE_MINUTES),
        (MeetingStatus.MINUTES_OUT, False, NextStep.MAKE_MINUTES),
        (MeetingStatus.APPROVED, False, NextStep.MAKE_MINUTES),
        (MeetingStatus.CANCELLED, False, NextStep.NOTHING),
    ],
)
def test_the_main_button_is_the_next_step(
    status: MeetingStatus, has_changed: bool, then: NextStep
) -> None:
    assert next_step(a_meeting(status), has_changed=has_changed, has_papers=False) is then


def test_papers_that_were_made_are_sent_next_and_made_anew_after_a_change() -> None:
    meeting = a_meeting(MeetingStatus.CALLED)
    assert next_step(meeting, has_changed=False, has_papers=True) is NextStep.SEND_PAPERS
    assert next_step(meeting, has_changed=True, has_papers=True) is NextStep.REVISE
