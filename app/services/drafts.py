"""What is being typed, kept at once whether it is valid or not, until its value is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.domain.reasons import Reason
from app.i18n.sentences import sentences
from app.models import Draft
from app.services.changes import Kind
from app.services.desk import Desk
from app.store.drafts import clear_draft, save_draft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Text typed in a field and not stored as its value; `what` names the field in words.

    `base_version` is of the row that was seen then; a section of a brief is `section:` and its key.
    """

    kind: Kind
    id: int
    field: str
    what: Reason
    text: str
    base_version: int
    saved_at: datetime


class DraftService:
    """Keeps, reads and forgets drafts; each is a commit of its own, outside the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save(self, kind: Kind, key: int, field: str, text: str, base_version: int) -> None:
        """Keep what stands in a field right now; the newest text counts."""
        save_draft(self._desk.file, kind.value, key, field, text, base_version)

    def clear(self, kind: Kind, key: int, field: str) -> None:
        """Forget a field's draft once its value is stored; harmless when there is none."""
        clear_draft(self._desk.file, kind.value, key, field)

    def of(self, kind: Kind, key: int) -> tuple[DraftRow, ...]:
        """The drafts of one thing, by field."""
        return tuple(row for row in self.all() if (row.kind, row.id) == (kind, key))

    def all(self) -> tuple[DraftRow, ...]:
        """Every field whose text is not stored as its value: what the corner says is missing."""
        with self._desk.reading() as session:
            rows = session.scalars(
                select(Draft).order_by(Draft.subject, Draft.subject_id, Draft.field)
            )
            return tuple(
                DraftRow(
                    Kind(row.subject),
                    row.subject_id,
                    row.field,
                    Reason(_code(row.field)),
                    row.text,
                    row.base_version,
                    row.saved_at,
                )
                for row in rows
            )


def _code(field: str) -> str:
    code = f"field_{field.partition(':')[0]}"
    return code if code in sentences() else "field_other"
