"""Making a meeting and changing its facts (R17–R25)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.meeting_status import after
from app.domain.reasons import Reason
from app.domain.vocabulary import AttendanceMode, MeetingEvent, MeetingKind
from app.models import AgendaItem, Case, Meeting
from app.services.changes import Kind
from app.services.editing.clock_times import as_clock
from app.services.editing.date_warnings import odd_about
from app.services.editing.done import Done, Editor, existing, one_line
from app.services.editing.hosts import give_host
from app.services.editing.meeting_limits import check_day
from app.services.editing.new_meetings import NewMeeting, add_meeting, set_times
from app.services.editing.placing import count
from app.store.queries.meetings import UPCOMING
from app.store.queries.queue import WAITING, place_on_agenda
from app.store.unit_of_work import UnitOfWork, expect_version


class MeetingEditor(Editor):
    """Makes meetings and changes what is known of them until they have been held."""

    def create(self, new: NewMeeting) -> Done:
        """The body's next meeting in its year, with the body's standing items (R25).

        What is odd about the date comes as warnings; `UserError` when it would end before it
        starts.
        """
        with self._desk.writing() as work:
            meeting = add_meeting(self._desk, work.session, new)
            return self._end_meeting(
                work, "create_meeting", meeting, warnings=self._odd(work.session, meeting)
            )

    def set_times(self, meeting_id: int, start: str, end: str, expected_version: int) -> Done:
        """When it starts and ends, on the wall clock; `UserError` when the end is not later."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            set_times(meeting, as_clock(start), as_clock(end))
            return self._end_meeting(work, "set_meeting_times", meeting, goes_on=True)

    def set_place(self, meeting_id: int, place: str, expected_version: int) -> Done:
        """Where it is held."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            meeting.place = one_line(place)
            return self._end_meeting(work, "set_meeting_place", meeting, goes_on=True)

    def set_video_link(self, meeting_id: int, link: str, expected_version: int) -> Done:
        """Where those who are not in the room join."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            meeting.video_link = one_line(link)
            return self._end_meeting(work, "set_meeting_link", meeting, goes_on=True)

    def set_host(
        self, meeting_id: int, host_id: int | None, expected_version: int, reason: str = ""
    ) -> Done:
        """Which institution hosts it, and why another than the one in turn (R18).

        `UserError` when it does not exist on the meeting's day.
        """
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            give_host(work.session, meeting, host_id, reason)
            return self._end_meeting(work, "set_meeting_host", meeting)

    def set_host_reason(self, meeting_id: int, reason: str, expected_version: int) -> Done:
        """Why it is hosted by another than the one in turn (R18)."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            meeting.host_reason = one_line(reason)
            return self._end_meeting(work, "set_host_reason", meeting, goes_on=True)

    def set_form(
        self, meeting_id: int, kind: MeetingKind, mode: AttendanceMode, expected_version: int
    ) -> Done:
        """Ordinary, called out of turn or in writing; in the room, by video or both (R24)."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            meeting.kind, meeting.mode = kind, mode
            return self._end_meeting(work, "set_meeting_form", meeting)

    def mark_notified(self, meeting_id: int, on: date, expected_version: int) -> Done:
        """Record that the advance notice was sent on `on` (R24), never after the meeting."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            meeting.status = after(meeting.status, MeetingEvent.NOTIFY)
            check_day(meeting.held_on, notice_on=on)
            meeting.notified_on = on
            return self._end_meeting(work, "mark_notified", meeting)

    def delete(self, meeting_id: int, expected_version: int | None = None) -> Done:
        """Put a meeting in the bin; its cases go back to the queue.

        `UserError` when its agenda has been published: then it can only be cancelled.
        """
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id, expected_version)
            if meeting.agenda_version:
                raise UserError("published_meeting_stays")
            meeting.deleted_at = self._desk.clock()
            for case in _own_cases(meeting):
                case.deleted_at = meeting.deleted_at
            return self._end_meeting(work, "delete_meeting", meeting)

    def restore(self, meeting_id: int) -> Done:
        """Take a meeting out of the bin, with those of its cases that are still free."""
        with self._desk.writing() as work:
            meeting = work.session.get(Meeting, meeting_id)
            if meeting is None or meeting.deleted_at is None:
                raise UserError("not_in_bin")
            taken = [item for item in meeting.items if _is_taken(work.session, item)]
            meeting.deleted_at = None
            for case in _own_cases(meeting):
                case.deleted_at = None
            for item in taken:
                work.session.delete(item)
            count([item for item in meeting.items if item not in taken])
            work.session.flush()
            return self._end_meeting(work, "restore_meeting", meeting)

    def _odd(self, session: Session, meeting: Meeting) -> list[Reason]:
        return list(odd_about(session, meeting, self._desk.today(session)))

    def _end_meeting(
        self,
        work: UnitOfWork,
        verb: str,
        meeting: Meeting,
        *,
        goes_on: bool = False,
        warnings: list[Reason] | None = None,
    ) -> Done:
        return self._end(
            work,
            verb,
            meeting,
            Kind.MEETING,
            also=(Kind.CASE,),
            goes_on=goes_on,
            warnings=warnings or (),
        )


def _open(session: Session, meeting_id: int, expected_version: int | None) -> Meeting:
    meeting = existing(session, Meeting, meeting_id, "meeting_gone")
    if meeting.status not in UPCOMING:
        raise UserError("meeting_is_closed", status=meeting.status.value)
    if expected_version is not None:
        expect_version(meeting, expected_version)
    return meeting


def _own_cases(meeting: Meeting) -> list[Case]:
    """The numbered standing items, which belong to this meeting alone."""
    return [item.case for item in meeting.items if item.case and item.standing_kind]


def _is_taken(session: Session, item: AgendaItem) -> bool:
    """Whether the item's case was deleted, treated or put elsewhere while this was in the bin."""
    if item.case is None or item.standing_kind is not None:
        return False
    return (
        item.case.deleted_at is not None
        or item.case.status not in WAITING
        or place_on_agenda(session, item.case.id) is not None
    )
