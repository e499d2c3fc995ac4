"""The bin: what was deleted, and taking it out again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.models import AgendaItem, Attachment, Case, Meeting, Person
from app.services.desk import Desk
from app.services.editing.done import Done
from app.services.editing.editors import Editors
from app.services.numbers import meeting_name
from app.store.queries.erased import was_erased


class BinKind(StrEnum):
    """What can lie in the bin."""

    MEETING = "meeting"
    CASE = "case"
    ATTACHMENT = "attachment"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class BinRow:
    """One deleted thing; `belongs_to` is the case of an attachment, or the day of a meeting."""

    kind: BinKind
    id: int
    title: str
    belongs_to: str
    deleted_at: datetime


class BinService:
    """Lists the bin and empties nothing: what was deleted stays in the file."""

    def __init__(self, desk: Desk, edit: Editors) -> None:
        self._desk = desk
        self._edit = edit

    def all(self) -> tuple[BinRow, ...]:
        """Everything in the bin, what was deleted last first."""
        with self._desk.reading() as session:
            rows = [
                *_meetings(session),
                *_cases(session),
                *_attachments(session),
                *_people(session),
            ]
            return tuple(sorted(rows, key=lambda row: row.deleted_at, reverse=True))

    def restore(self, kind: BinKind, key: int) -> Done:
        """Take one thing out of the bin."""
        verbs = {
            BinKind.MEETING: self._edit.meetings.restore,
            BinKind.CASE: self._edit.cases.restore,
            BinKind.ATTACHMENT: self._edit.attachments.restore,
            BinKind.PERSON: self._edit.people.restore_person,
        }
        return verbs[kind](key)


def _meetings(session: Session) -> list[BinRow]:
    rows = session.scalars(
        select(Meeting).where(Meeting.deleted_at.is_not(None)).options(joinedload(Meeting.body))
    )
    return [
        BinRow(BinKind.MEETING, row.id, meeting_name(row), row.held_on.isoformat(), row.deleted_at)
        for row in rows
        if row.deleted_at is not None
    ]


def _cases(session: Session) -> list[BinRow]:
    """But for the numbered standing items, which come back with their meeting."""
    is_standing = (
        select(AgendaItem.id)
        .where(AgendaItem.case_id == Case.id, AgendaItem.standing_kind.is_not(None))
        .exists()
    )
    rows = session.scalars(
        select(Case)
        .where(Case.deleted_at.is_not(None), ~is_standing)
        .options(joinedload(Case.body))
    )
    return [
        BinRow(BinKind.CASE, row.id, row.title, row.body.short_name, row.deleted_at)
        for row in rows
        if row.deleted_at is not None
    ]


def _attachments(session: Session) -> list[BinRow]:
    rows = session.execute(
        select(Attachment, Case.title)
        .join(Case, Attachment.case_id == Case.id)
        .where(Attachment.deleted_at.is_not(None), Case.deleted_at.is_(None))
    )
    return [
        BinRow(BinKind.ATTACHMENT, row.id, row.title, title, row.deleted_at)
        for row, title in rows
        if row.deleted_at is not None
    ]


def _people(session: Session) -> list[BinRow]:
    rows = session.scalars(
        select(Person).where(
            Person.deleted_at.is_not(None),
            ~was_erased(),
        )
    )
    return [
        BinRow(BinKind.PERSON, row.id, row.name, "", row.deleted_at)
        for row in rows
        if row.deleted_at is not None
    ]
