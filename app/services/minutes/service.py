"""Making the minutes of a meeting: as approved and kept, else as recorded so far."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.codec import from_json
from app.documents.content import Minutes
from app.documents.jobs import DocumentJob, Format, Work
from app.domain.errors import UserError
from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.desk import Desk
from app.services.minutes.build import build_minutes
from app.services.numbers import meeting_label
from app.store.queries.council import rules_on
from app.store.queries.minutes import latest_version

_MINUTES, _REPORT = _("Protokoll {label}"), _("Referat {label}")
_RECORDED = (
    MeetingStatus.ONGOING,
    MeetingStatus.HELD,
    MeetingStatus.MINUTES_OUT,
    MeetingStatus.APPROVED,
)


class MinutesService:
    """Builds minutes and has them made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self, meeting_id: int) -> Minutes:
        """What the minutes say; approved ones say for ever what was approved (R41)."""
        with self._desk.reading() as session:
            return _content(session, meeting_id, self._desk.document_voice(session))

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
            content = _content(session, meeting_id, voice)
            meeting = session.get_one(Meeting, meeting_id)
            label = meeting_label(meeting)
            is_report = rules_on(meeting.body, meeting.held_on).record_name == "referat"
        job = DocumentJob(
            content=content,
            folder=folder,
            stem=voice.fill(_REPORT if is_report else _MINUTES, label=label),
            formats=formats,
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)


def _content(session: Session, meeting_id: int, voice: Voice) -> Minutes:
    meeting = session.get_one(Meeting, meeting_id)
    if meeting.status not in _RECORDED:
        raise UserError("minutes_not_held", meeting=meeting_label(meeting))
    kept = latest_version(session, meeting_id)
    if meeting.status is MeetingStatus.APPROVED and kept is not None:
        return from_json(kept.content, Minutes)
    return build_minutes(session, meeting_id, voice)
