"""Moving and cancelling a meeting, and noting that those who were called have been told (R23)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.meeting_status import after
from app.domain.reasons import Reason
from app.domain.vocabulary import MeetingChangeKind, MeetingEvent, MeetingStatus
from app.models import Meeting, MeetingChange
from app.services.changes import Kind
from app.services.editing.approvals_follow import following, let_follow, published_approvals
from app.services.editing.cancelled_cases import free_cases
from app.services.editing.clock_times import as_clock
from app.services.editing.date_warnings import odd_about
from app.services.editing.done import Done, Editor, existing, one_line
from app.services.editing.moving import move_to
from app.services.numbers import meeting_name
from app.services.people_called import as_rows, people_called, were_told
from app.store.queries.meeting_changes import changes_of
from app.store.unit_of_work import UnitOfWork, expect_version


@dataclass(frozen=True, slots=True)
class Spot:
    """When and where a meeting is; times are `HH:MM`."""

    on: date
    start: str
    end: str
    place: str


def spot_of(meeting: Meeting) -> Spot:
    """When and where the meeting is."""
    return Spot(meeting.held_on, meeting.start_time, meeting.end_time, meeting.place)


class MeetingChangeEditor(Editor):
    """What is done to a meeting that people may have been called to; each is kept with its why."""

    def move(
        self,
        meeting_id: int,
        held_on: date,
        start: str | None,
        end: str | None,
        place: str | None,
        reason: str,
        expected_version: int,
    ) -> Done:
        """Let it be at another time or place; it keeps its cases, and who was called is kept.

        What is None stays as it is. Until anybody is told of the meeting its moves are one: from
        when it was planned for first. `UserError` without a reason once people were told, and
        when the meeting cannot be moved, or not there.
        """
        with self._desk.writing() as work:
            session = work.session
            meeting = _living(session, meeting_id, MeetingEvent.MOVE, expected_version)
            why, before = one_line(reason), spot_of(meeting)
            kept = _change(meeting, MeetingChangeKind.MOVED, self._desk.clock(), why)
            if were_told(meeting):
                kept.called = as_rows(people_called(session, meeting))
            meeting.start_time = as_clock(start) if start else meeting.start_time
            meeting.end_time = as_clock(end) if end else meeting.end_time
            move_to(self._desk, session, meeting, held_on, why)
            meeting.place = one_line(place) if place is not None else meeting.place
            if spot_of(meeting) != before:
                if were_told(meeting) and not why:
                    raise UserError("move_reason_missing", status=meeting.status.value)
                meeting.status_reason = _keep_move(session, meeting, kept)
            return self._end_change(work, _said("move_meeting", why), meeting)

    def cancel(
        self,
        meeting_id: int,
        reason: str,
        expected_version: int,
        *,
        cases_to: int | None = None,
    ) -> Done:
        """Call it off: its cases wait for another meeting, and its agenda can still be read.

        Numbers that were given stay with their cases (R26). With `cases_to`, a later meeting of
        the body, they go onto its agenda. `UserError` without a reason once people were told, and
        when the meeting has begun.
        """
        with self._desk.writing() as work:
            session = work.session
            meeting = _living(session, meeting_id, MeetingEvent.CANCEL, expected_version)
            why = one_line(reason)
            if were_told(meeting) and not why:
                raise UserError("cancel_reason_missing", status=meeting.status.value)
            kept = _change(meeting, MeetingChangeKind.CANCELLED, self._desk.clock(), why)
            kept.called = as_rows(people_called(session, meeting))
            session.add(kept)
            voice = self._desk.document_voice(session)
            approvals = following(session, meeting, voice)
            meeting.status = MeetingStatus.CANCELLED
            meeting.status_reason = why
            let_follow(session, approvals, voice)
            free_cases(session, meeting, cases_to)
            return self._end_change(work, _said("cancel_meeting", why), meeting)

    def note_told(self, change_id: int, on: date) -> Done:
        """Record that those who had been called heard of the change on `on` (R23)."""
        with self._desk.writing() as work:
            change = existing(work.session, MeetingChange, change_id, "meeting_change_gone")
            if on > self._desk.today(work.session):
                raise UserError("told_in_the_future", on=on)
            change.told_on = on
            return self._end(work, "note_told", change, Kind.MEETING, change.meeting_id)

    def _end_change(self, work: UnitOfWork, verb: str, meeting: Meeting) -> Done:
        work.session.flush()
        told = tuple(_told(work.session, meeting, self._desk.today(work.session)))
        return self._end(work, verb, meeting, Kind.MEETING, also=(Kind.CASE,), warnings=told)


def _living(session: Session, meeting_id: int, event: MeetingEvent, version: int) -> Meeting:
    meeting = existing(session, Meeting, meeting_id, "meeting_gone")
    after(meeting.status, event)
    expect_version(meeting, version)
    return meeting


def _change(
    meeting: Meeting, kind: MeetingChangeKind, made_at: datetime, reason: str
) -> MeetingChange:
    """What is to be kept, with when and where the meeting was."""
    spot = spot_of(meeting)
    return MeetingChange(
        meeting_id=meeting.id,
        kind=kind,
        made_at=made_at,
        reason=reason,
        from_on=spot.on,
        from_start=spot.start,
        from_end=spot.end,
        from_place=spot.place,
        called=[],
    )


def _keep_move(session: Session, meeting: Meeting, kept: MeetingChange) -> str:
    """Keep where the meeting went, with its earlier moves where nobody was told; why it moved."""
    earlier = None if were_told(meeting) else next(iter(changes_of(session, meeting.id)), None)
    if earlier is not None:
        earlier.made_at, earlier.reason = kept.made_at, kept.reason or earlier.reason
        kept = earlier
    else:
        session.add(kept)
    spot = spot_of(meeting)
    kept.to_on, kept.to_start, kept.to_end, kept.to_place = (
        spot.on,
        spot.start,
        spot.end,
        spot.place,
    )
    if spot == Spot(kept.from_on, kept.from_start, kept.from_end, kept.from_place):
        session.delete(kept)
        return ""
    return kept.reason


def _told(session: Session, meeting: Meeting, today: date) -> Iterator[Reason]:
    """What is odd about where it is now, and what was sent out and says otherwise (R27)."""
    if meeting.status is not MeetingStatus.CANCELLED:
        yield from odd_about(session, meeting, today)
        if meeting.agenda_version:
            yield Reason("notice_says_otherwise")
    for other in published_approvals(session, meeting):
        yield Reason("approved_by_published", other=meeting_name(other))


def _said(verb: str, reason: str) -> str:
    return f"{verb}: {reason}" if reason else verb
