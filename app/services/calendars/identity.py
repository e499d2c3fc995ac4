"""Names of events that never change, so that a calendar knows a meeting again (RFC 7986).

They rest on when the council was made, to the microsecond, and on the meeting's key, which is
never used twice: the same in every copy of the file, and others in every other file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.domain.vocabulary import DeadlineKind
from app.store.queries.calendars import born_at

_ROOT = UUID("6f5b1e0a-58c2-4f5e-9c0e-2f6a3f1d7c44")


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells this council's events from those of any other."""

    council: UUID

    def of_meeting(self, meeting_id: int) -> str:
        """The meeting itself."""
        return str(uuid5(self.council, f"meeting/{meeting_id}"))


def deadline_of(meeting: str, kind: DeadlineKind) -> str:
    """The name of a deadline: its meeting's, and what is due."""
    return f"{meeting}-{kind.value}"


def identity_of(session: Session) -> Identity:
    """This file's."""
    born = born_at(session)
    mark = "" if born is None else born.astimezone(UTC).isoformat(timespec="microseconds")
    return Identity(uuid5(_ROOT, mark))
