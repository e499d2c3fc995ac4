"""Text as it was typed, valid or not, kept until its value has been stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models import Draft
from app.store.council_file import CouncilFile


@dataclass(frozen=True, slots=True)
class DraftText:
    """What was typed in one field, and the version of the row that was seen then."""

    field: str
    text: str
    base_version: int
    saved_at: datetime


def save_draft(
    file: CouncilFile, subject: str, subject_id: int, field: str, text: str, base_version: int
) -> None:
    """Keep what is typed in a field right now, in a commit of its own; the newest text counts."""
    file.writer.run(
        "INSERT INTO draft (subject, subject_id, field, text, base_version, saved_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (subject, subject_id, field) DO UPDATE SET text = excluded.text,"
        " base_version = excluded.base_version, saved_at = excluded.saved_at",
        (subject, subject_id, field, text, base_version, file.writer.instant()),
    )


def clear_draft(file: CouncilFile, subject: str, subject_id: int, field: str) -> None:
    """Forget a field's draft, once its value is stored; harmless when there is none."""
    file.writer.run(
        "DELETE FROM draft WHERE subject = ? AND subject_id = ? AND field = ?",
        (subject, subject_id, field),
    )


def read_drafts(file: CouncilFile, subject: str, subject_id: int) -> list[DraftText]:
    """The drafts of one subject, by field."""
    query = (
        select(Draft)
        .where(Draft.subject == subject, Draft.subject_id == subject_id)
        .order_by(Draft.field)
    )
    with file.reading() as session:
        return [
            DraftText(draft.field, draft.text, draft.base_version, draft.saved_at)
            for draft in session.scalars(query)
        ]
