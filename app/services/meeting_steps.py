"""Where a meeting stands in its life, and what the one next thing to do is (R24)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.vocabulary import MeetingStatus
from app.models import Meeting


class Step(StrEnum):
    """The steps that a meeting's stepper shows."""

    PLANNED = "planned"
    NOTICE = "notice"
    PAPERS = "papers"
    HELD = "held"
    MINUTES = "minutes"
    APPROVED = "approved"


class StepState(StrEnum):
    """How a step stands; one can be passed over."""

    DONE = "done"
    SKIPPED = "skipped"
    CURRENT = "current"
    AHEAD = "ahead"


class NextStep(StrEnum):
    """What the one main button of a meeting does."""

    PUBLISH = "publish"
    REVISE = "revise"
    MAKE_PAPERS = "make_papers"
    SEND_PAPERS = "send_papers"
    MAKE_MINUTES = "make_minutes"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the stepper."""

    step: Step
    state: StepState


_DONE = {
    MeetingStatus.PLANNED: 1,
    MeetingStatus.NOTIFIED: 2,
    MeetingStatus.CALLED: 2,
    MeetingStatus.ONGOING: 3,
    MeetingStatus.HELD: 4,
    MeetingStatus.MINUTES_OUT: 5,
    MeetingStatus.APPROVED: 6,
}
"""How many steps are behind at each status."""


def has_begun(status: MeetingStatus) -> bool:
    """Whether the meeting has begun, so that it cannot be somewhere else any more."""
    return _DONE.get(status, 0) >= _DONE[MeetingStatus.ONGOING]


def was_held(status: MeetingStatus) -> bool:
    """Whether the meeting is recorded as held, whatever has come of its minutes."""
    return _DONE.get(status, 0) >= _DONE[MeetingStatus.HELD]


def steps(meeting: Meeting, *, has_papers: bool, is_gathering: bool = False) -> tuple[StepRow, ...]:
    """Every step; of a cancelled meeting only what was done before is done, and none is next.

    Publishing the agenda is not yet the papers: those are done when they have been made. The
    report of a gathering is approved by nobody (R17).
    """
    done = _DONE.get(meeting.status, 2 if meeting.agenda_version else 1)
    if has_papers:
        done = max(done, 3)
    is_over = meeting.status is MeetingStatus.CANCELLED
    return tuple(
        StepRow(step, _state(meeting, step, place, done, is_over))
        for place, step in enumerate(Step)
        if not (is_gathering and step is Step.APPROVED)
    )


def next_step(meeting: Meeting, *, has_changed: bool, has_papers: bool) -> NextStep:
    """What to do next; `has_changed` when the agenda differs from what was published.

    `has_papers` when papers were made of what was published last.
    """
    if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.NOTIFIED):
        return NextStep.PUBLISH
    if meeting.status in (MeetingStatus.CALLED, MeetingStatus.ONGOING):
        if has_changed:
            return NextStep.REVISE
        return NextStep.SEND_PAPERS if has_papers else NextStep.MAKE_PAPERS
    if meeting.status is MeetingStatus.CANCELLED:
        return NextStep.NOTHING
    return NextStep.MAKE_MINUTES


def _state(meeting: Meeting, step: Step, place: int, done: int, is_over: bool) -> StepState:
    if place >= done:
        return StepState.CURRENT if place == done and not is_over else StepState.AHEAD
    if step is Step.NOTICE and meeting.notified_on is None:
        return StepState.SKIPPED
    return StepState.DONE
