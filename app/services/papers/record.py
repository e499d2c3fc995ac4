"""That papers were made is noted with the meeting, so that its next step is known (R24)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.vocabulary import Audience
from app.models import Meeting
from app.services.changes import Changes, Kind, changed
from app.services.desk import Desk
from app.services.editing.done import NOTHING, existing
from app.store.queries.log_lines import last_note_since

PUBLISHING = ("publish_agenda", "revise_agenda")


def note_made(desk: Desk, meeting_id: int, audience: Audience) -> Changes:
    """Note that `audience`'s papers were made; a file that is only read takes no note."""
    if desk.file.is_read_only:
        return NOTHING
    with desk.writing() as work:
        existing(work.session, Meeting, meeting_id, "meeting_gone")
        work.describe(_note(audience), Kind.MEETING.value, meeting_id)
        work.commit()
    return changed(Kind.MEETING, meeting_id)


def made_at(session: Session, meeting: Meeting) -> datetime | None:
    """When the members' papers were made of what is published now; None before that."""
    if not meeting.agenda_version:
        return None
    return last_note_since(session, _note(Audience.MEMBERS), PUBLISHING, meeting.id)


def _note(audience: Audience) -> str:
    verb = "make_papers"
    return f"{verb}: {audience.value}"
