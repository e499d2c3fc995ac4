"""Making the papers of a meeting, for one audience at a time."""

from __future__ import annotations

from pathlib import Path

from app.documents.content import Papers
from app.documents.jobs import DocumentJob, Format, Work
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.changes import Changes
from app.services.desk import Desk
from app.services.numbers import meeting_label
from app.services.papers.build import build_papers
from app.services.papers.look import PapersLook, look_at
from app.services.papers.published import published_papers
from app.services.papers.record import note_made

_NAMES = {
    Audience.MEMBERS: _("Sakspapirer {label}"),
    Audience.OBSERVERS: _("Sakspapirer {label} observatører"),
    Audience.PUBLIC: _("Sakspapirer {label} offentlig"),
}


class PapersService:
    """Builds the content of papers and has them made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self, meeting_id: int, audience: Audience, *, as_edited: bool = False) -> Papers:
        """What the papers say to `audience`; nothing that it may not see is in it (R31).

        Once published they say what was published (R27); `as_edited` shows what they would say now.
        """
        with self._desk.reading() as session:
            kept = None if as_edited else published_papers(session, meeting_id, audience)
            if kept is not None:
                return kept
            voice = self._desk.document_voice(session)
            return build_papers(session, meeting_id, audience, voice, self._desk.today(session))

    def look(self, meeting_id: int, audience: Audience, *, as_edited: bool = False) -> PapersLook:
        """The papers to be looked at before they go out, and how they stand to what went out."""
        return look_at(self._desk, meeting_id, audience, as_edited=as_edited)

    def make(
        self,
        meeting_id: int,
        audience: Audience,
        folder: Path,
        formats: tuple[Format, ...],
        *,
        overwrite: bool = False,
    ) -> Work:
        """Write the papers into `folder`; PDF also as the combined package with attachments."""
        content = self.content(meeting_id, audience)
        job = DocumentJob(
            content=content,
            folder=folder,
            stem=self._stem(meeting_id, audience),
            formats=formats,
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)

    def note_made(self, meeting_id: int, audience: Audience) -> Changes:
        """Note with the meeting that these papers were made (R24)."""
        return note_made(self._desk, meeting_id, audience)

    def _stem(self, meeting_id: int, audience: Audience) -> str:
        with self._desk.reading() as session:
            voice: Voice = self._desk.document_voice(session)
            label = meeting_label(session.get_one(Meeting, meeting_id))
            return voice.fill(_NAMES[audience], label=label)
