"""Making calendar files, and the calendar as a workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.calendar.content import Calendar
from app.documents.content import Workbook
from app.documents.jobs import DocumentJob, Format, Work
from app.domain.reasons import Reason
from app.models import Meeting
from app.services.calendars.build import (
    Message,
    Moment,
    build_calendar,
    build_cancellation,
    build_invitation,
)
from app.services.calendars.wish import CalendarWish
from app.services.calendars.workbook import calendar_workbook
from app.services.desk import Desk
from app.services.editing.done import existing


class CalendarService:
    """Reads what the file plans and has it made for other calendars."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self, wish: CalendarWish) -> Calendar:
        """The meetings of a year, or of all years, as the public may see them."""
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            return build_calendar(session, wish, voice, self._moment(session))

    def invitation(self, meeting_id: int) -> Message:
        """The meeting with those who are called, to be sent to them."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")
            voice = self._desk.document_voice(session)
            return build_invitation(session, meeting, voice, self._moment(session))

    def cancellation(self, meeting_id: int) -> Message:
        """That the meeting is off, to be sent to those who had been called."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")
            voice = self._desk.document_voice(session)
            return build_cancellation(session, meeting, voice, self._moment(session))

    def make(self, wish: CalendarWish, out: Path, *, overwrite: bool = False) -> Work:
        """Write the meetings as the calendar file `out`."""
        return self._write(self.content(wish), out, Format.ICS, overwrite)

    def make_invitation(self, meeting_id: int, out: Path, *, overwrite: bool = False) -> Work:
        """Write an invitation to one meeting as the calendar file `out`."""
        message = self.invitation(meeting_id)
        return _telling(self._write(message.calendar, out, Format.ICS, overwrite), message.problems)

    def make_cancellation(self, meeting_id: int, out: Path, *, overwrite: bool = False) -> Work:
        """Write the cancelling of one meeting as the calendar file `out`."""
        message = self.cancellation(meeting_id)
        return _telling(self._write(message.calendar, out, Format.ICS, overwrite), message.problems)

    def make_workbook(self, wish: CalendarWish, out: Path, *, overwrite: bool = False) -> Work:
        """Write meetings, deadlines and fixed points as the workbook `out`."""
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            content = calendar_workbook(session, wish, self._desk.today(session), voice)
        return self._write(content, out, Format.XLSX, overwrite)

    def _write(
        self, content: Calendar | Workbook, out: Path, wanted: Format, overwrite: bool
    ) -> Work:
        job = DocumentJob(
            content=content,
            folder=out.parent,
            stem=out.stem,
            formats=(wanted,),
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)

    def _moment(self, session: Session) -> Moment:
        return Moment(self._desk.today(session), self._desk.clock())


def _telling(work: Work, problems: tuple[Reason, ...]) -> Work:
    """`work`, with what there is to tell of its file."""
    result = yield from work
    return replace(result, problems=(*result.problems, *problems))
