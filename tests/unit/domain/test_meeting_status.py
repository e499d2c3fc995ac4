"""The life of a meeting: every status with every event (R24)."""

from __future__ import annotations

import pytest

from app.domain.errors import UserError
from app.domain.meeting_status import after, has_numbers, is_locked, possible
from app.domain.vocabulary import MeetingEvent, MeetingStatus

S, E = MeetingStatus, MeetingEvent

EVENTS = (
    E.NOTIFY,
    E.CALL,
    E.REVISE_AGENDA,
    E.START,
    E.END,
    E.SEND_MINUTES,
    E.APPROVE_MINUTES,
    E.REOPEN_MINUTES,
    E.MOVE,
    E.CANCEL,
)
N, C, G, H, M, A, P, X = (
    S.NOTIFIED,
    S.CALLED,
    S.ONGOING,
    S.HELD,
    S.MINUTES_OUT,
    S.APPROVED,
    S.PLANNED,
    S.CANCELLED,
)

# One row for each status, one column for each of EVENTS; None is a step that cannot be taken.
TABLE: dict[MeetingStatus, tuple[MeetingStatus | None, ...]] = {
    P: (N, C, None, None, None, None, None, None, P, X),
    N: (None, C, None, None, None, None, None, None, N, X),
    C: (None, None, C, G, None, None, None, None, C, X),
    G: (None, None, G, None, H, None, None, None, None, None),
    H: (None, None, None, None, None, M, None, None, None, None),
    M: (None, None, None, None, None, M, A, None, None, None),
    A: (None, None, None, None, None, None, None, M, None, None),
    X: (None, None, None, None, None, None, None, None, None, None),
}
CELLS = [
    (status, event, expected)
    for status, row in TABLE.items()
    for event, expected in zip(EVENTS, row, strict=True)
]


def test_the_table_has_every_cell() -> None:
    assert set(TABLE) == set(MeetingStatus)
    assert set(EVENTS) == set(MeetingEvent)


@pytest.mark.parametrize(("status", "event", "expected"), CELLS)
def test_each_step_leads_where_it_should_or_is_refused(
    status: MeetingStatus, event: MeetingEvent, expected: MeetingStatus | None
) -> None:
    assert (event in possible(status)) is (expected is not None)
    if expected is not None:
        assert after(status, event) is expected
        return
    with pytest.raises(UserError) as refused:
        after(status, event)
    assert refused.value.code == "step_not_possible"
    assert refused.value.params == {"event": event.value, "status": status.value}


def test_numbers_stand_from_the_call_on() -> None:
    assert {status for status in S if has_numbers(status)} == {C, G, H, M, A}


def test_only_approved_minutes_are_locked() -> None:
    assert {status for status in S if is_locked(status)} == {A}
