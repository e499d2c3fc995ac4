"""The life of a meeting as a table: which step leads from which status to which (R24, R41)."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.vocabulary import MeetingEvent, MeetingStatus

_STEPS: dict[MeetingStatus, dict[MeetingEvent, MeetingStatus]] = {
    MeetingStatus.PLANNED: {
        MeetingEvent.NOTIFY: MeetingStatus.NOTIFIED,
        MeetingEvent.CALL: MeetingStatus.CALLED,
        MeetingEvent.MOVE: MeetingStatus.PLANNED,
        MeetingEvent.CANCEL: MeetingStatus.CANCELLED,
    },
    MeetingStatus.NOTIFIED: {
        MeetingEvent.CALL: MeetingStatus.CALLED,
        MeetingEvent.MOVE: MeetingStatus.NOTIFIED,
        MeetingEvent.CANCEL: MeetingStatus.CANCELLED,
    },
    MeetingStatus.CALLED: {
        MeetingEvent.REVISE_AGENDA: MeetingStatus.CALLED,
        MeetingEvent.START: MeetingStatus.ONGOING,
        MeetingEvent.MOVE: MeetingStatus.CALLED,
        MeetingEvent.CANCEL: MeetingStatus.CANCELLED,
    },
    MeetingStatus.ONGOING: {
        MeetingEvent.REVISE_AGENDA: MeetingStatus.ONGOING,
        MeetingEvent.END: MeetingStatus.HELD,
    },
    MeetingStatus.HELD: {MeetingEvent.SEND_MINUTES: MeetingStatus.MINUTES_OUT},
    MeetingStatus.MINUTES_OUT: {
        MeetingEvent.SEND_MINUTES: MeetingStatus.MINUTES_OUT,
        MeetingEvent.APPROVE_MINUTES: MeetingStatus.APPROVED,
    },
    MeetingStatus.APPROVED: {MeetingEvent.REOPEN_MINUTES: MeetingStatus.MINUTES_OUT},
    MeetingStatus.CANCELLED: {},
}


def after(status: MeetingStatus, event: MeetingEvent) -> MeetingStatus:
    """The status that `event` leads to (R24); `UserError` when it cannot happen from `status`."""
    step = _STEPS[status].get(event)
    if step is None:
        raise UserError("step_not_possible", event=event.value, status=status.value)
    return step


def possible(status: MeetingStatus) -> tuple[MeetingEvent, ...]:
    """What can happen from `status`, in the order the work is done."""
    return tuple(_STEPS[status])


def has_numbers(status: MeetingStatus) -> bool:
    """Whether the agenda has been published, so that its numbers stand for ever (R26).

    A cancelled meeting may or may not have been called; the numbers themselves tell.
    """
    return status in _CALLED


def is_locked(status: MeetingStatus) -> bool:
    """Whether the minutes are approved and may not be changed by any path (R41)."""
    return status is MeetingStatus.APPROVED


_CALLED = frozenset(
    {
        MeetingStatus.CALLED,
        MeetingStatus.ONGOING,
        MeetingStatus.HELD,
        MeetingStatus.MINUTES_OUT,
        MeetingStatus.APPROVED,
    }
)
