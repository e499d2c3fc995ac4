"""What the tab of the papers shows: one version's content, and how it stands to what went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.content import Papers
from app.domain.publishing import Finding
from app.domain.vocabulary import Audience
from app.i18n.wall_clock import on_the_wall
from app.models import AgendaVersion, Meeting
from app.services.desk import Desk
from app.services.editing.difference import difference
from app.services.editing.done import existing
from app.services.numbers import meeting_label
from app.services.papers.build import build_papers
from app.services.papers.published import published_papers
from app.services.preflight import findings_of
from app.store.queries.meetings import UPCOMING, load_agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersLook:
    """One audience's papers, to be looked at before they go out."""

    meeting_id: int
    label: str
    audience: Audience
    content: Papers
    version: int
    """Of the agenda as published; 0 before that."""
    published_at: datetime | None
    """Local time."""
    has_later_edits: bool
    """Whether they would say something else if they were published now (R27)."""
    shows_edits: bool
    """Whether `content` is what they would say now, and not what was published."""
    findings: tuple[Finding, ...]
    """What there is to say before the agenda goes out, what blocks first; nothing afterwards."""


def look_at(desk: Desk, meeting_id: int, audience: Audience, *, as_edited: bool) -> PapersLook:
    """Read what `audience` gets; `UserError` when the meeting is no more."""
    with desk.reading() as session:
        existing(session, Meeting, meeting_id, "meeting_gone")
        meeting = load_agenda(session, meeting_id)
        voice, today = desk.document_voice(session), desk.today(session)
        kept = published_papers(session, meeting_id, audience)
        has_later_edits = bool(difference(session, meeting, voice, today))
        shows_edits = kept is None or (as_edited and has_later_edits)
        content = kept
        if content is None or shows_edits:
            content = build_papers(session, meeting_id, audience, voice, today)
        is_ahead = meeting.status in UPCOMING
        return PapersLook(
            meeting_id=meeting_id,
            label=meeting_label(meeting),
            audience=audience,
            content=content,
            version=meeting.agenda_version,
            published_at=_published_at(session, meeting),
            has_later_edits=has_later_edits,
            shows_edits=shows_edits,
            findings=tuple(
                findings_of(session, meeting, today, has_changed=has_later_edits)
                if is_ahead
                else ()
            ),
        )


def _published_at(session: Session, meeting: Meeting) -> datetime | None:
    at = session.scalar(
        select(AgendaVersion.published_at)
        .where(AgendaVersion.meeting_id == meeting.id)
        .order_by(AgendaVersion.number.desc())
        .limit(1)
    )
    return None if at is None else on_the_wall(at)
