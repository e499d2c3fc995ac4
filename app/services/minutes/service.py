"""Making the minutes of a meeting: as approved and kept, else as recorded so far."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.codec import from_json
from app.documents.content import Minutes
from app.documents.gathering import GatheringReport
from app.documents.jobs import DocumentJob, Format, Work
from app.domain.errors import UserError
from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.desk import Desk
from app.services.gatherings.documents import load_gathering, report
from app.services.gatherings.reading import can_be_reported
from app.services.gatherings.rule import REPORT, is_gathering
from app.services.meeting_steps import has_begun
from app.services.minutes.build import build_minutes
from app.services.numbers import meeting_label, meeting_name
from app.store.queries.council import rules_on
from app.store.queries.minutes import latest_version

_MINUTES, _REPORT = _("Protokoll {label}"), _("Referat {label}")
_GATHERING = _("Rapport {label}")


class MinutesService:
    """Builds minutes and has them made; of a gathering, its report (R17)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self, meeting_id: int) -> Minutes:
        """What the minutes say; approved ones say for ever what was approved (R41)."""
        with self._desk.reading() as session:
            return _minutes(session, meeting_id, self._desk.document_voice(session))

    def make(
        self,
        meeting_id: int,
        folder: Path,
        formats: tuple[Format, ...],
        *,
        overwrite: bool = False,
    ) -> Work:
        """Write the minutes into `folder`; `UserError` when the meeting has not been held."""
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            content = _record(session, meeting_id, voice, self._desk.today(session))
            meeting = session.get_one(Meeting, meeting_id)
            stem = voice.fill(_stem(meeting, content), label=meeting_label(meeting))
        job = DocumentJob(
            content=content,
            folder=folder,
            stem=stem,
            formats=formats,
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)


def _stem(meeting: Meeting, content: Minutes | GatheringReport) -> str:
    if isinstance(content, GatheringReport):
        return _GATHERING
    is_report = rules_on(meeting.body, meeting.held_on).record_name == REPORT
    return _REPORT if is_report else _MINUTES


def _record(
    session: Session, meeting_id: int, voice: Voice, today: date
) -> Minutes | GatheringReport:
    """The minutes, or the report of a gathering."""
    meeting = session.get_one(Meeting, meeting_id)
    if not is_gathering(meeting) or meeting.status is MeetingStatus.APPROVED:
        return _minutes(session, meeting_id, voice)
    if not can_be_reported(meeting, today):
        raise UserError("gathering_not_held", meeting=meeting_name(meeting))
    return report(load_gathering(session, meeting, voice, today))


def _minutes(session: Session, meeting_id: int, voice: Voice) -> Minutes:
    meeting = session.get_one(Meeting, meeting_id)
    if not has_begun(meeting.status):
        raise UserError("minutes_not_held", meeting=meeting_label(meeting))
    kept = latest_version(session, meeting_id)
    if meeting.status is MeetingStatus.APPROVED and kept is not None:
        return from_json(kept.content, Minutes)
    return build_minutes(session, meeting_id, voice)
