"""What was published, for each audience, as it was said that day (R27)."""

from __future__ import annotations

import json
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.codec import from_json, sha256_of, to_json
from app.documents.content import Papers
from app.domain.errors import UserError
from app.domain.vocabulary import Audience
from app.i18n.voice import Voice
from app.models import AgendaVersion, Meeting
from app.services.papers.build import build_papers


def keep_published(
    session: Session, meeting: Meeting, voice: Voice, today: date, at: datetime
) -> AgendaVersion:
    """Keep what every audience is called with as the meeting's present agenda version."""
    said = {
        audience.value: json.loads(
            to_json(build_papers(session, meeting.id, audience, voice, today))
        )
        for audience in Audience
    }
    stored = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    version = AgendaVersion(
        meeting_id=meeting.id,
        number=meeting.agenda_version,
        published_at=at,
        content=stored,
        content_sha256=sha256_of(stored),
    )
    session.add(version)
    session.flush()
    return version


def published_papers(session: Session, meeting_id: int, audience: Audience) -> Papers | None:
    """The papers as last published, or None before that; later edits are not in them."""
    version = session.scalars(
        select(AgendaVersion)
        .where(AgendaVersion.meeting_id == meeting_id)
        .order_by(AgendaVersion.number.desc())
        .limit(1)
    ).first()
    if version is None:
        return None
    try:
        said = json.loads(version.content)[audience.value]
    except (ValueError, KeyError) as error:
        raise UserError("stored_content_unreadable", kind="AgendaVersion") from error
    return from_json(json.dumps(said, ensure_ascii=False), Papers)
