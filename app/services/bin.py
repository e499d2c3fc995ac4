"""The bin: what was deleted, and taking it out again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.models import ActionItem, AgendaItem, Attachment, Case, Meeting, Person
from app.services.desk import Desk
from app.services.editing.done import Done
from app.services.editing.editors import Editors
from app.services.numbers import meeting_name
from app.store.queries.erased import was_erased
from app.store.queries.log_lines import who_deleted


class BinKind(StrEnum):
    """What can lie in the bin."""

    MEETING = "meeting"
    CASE = "case"
    ATTACHMENT = "attachment"
    PERSON = "person"
    ACTION = "action"


_DELETED = {
    BinKind.MEETING: ("delete_meeting", Meeting.__tablename__),
    BinKind.CASE: ("delete_case", Case.__tablename__),
    BinKind.ATTACHMENT: ("remove_attachment", Attachment.__tablename__),
    BinKind.PERSON: ("delete_person", Person.__tablename__),
    BinKind.ACTION: ("remove_action_point", ActionItem.__tablename__),
}
"""The verb in the log, and the table of the row that it put in the bin."""


@dataclass(frozen=True, slots=True)
class BinRow:
    """One deleted thing, when (an instant) and by whom; nobody is known for an empty name.

    `belongs_to` is the case of an attachment, the body of a case, or the gathering that gave a
    task; `held_on` is a meeting's day.
    """

    kind: BinKind
    id: int
    title: str
    belongs_to: str
    deleted_at: datetime
    deleted_by: str = ""
    held_on: date | None = None


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
                *_points(session),
            ]
            known = who_deleted(session, tuple(verb for verb, _table in _DELETED.values()))
            named = [
                replace(row, deleted_by=known.get((_DELETED[row.kind][1], row.id), ""))
                for row in rows
            ]
            return tuple(sorted(named, key=lambda row: row.deleted_at, reverse=True))

    def restore(self, kind: BinKind, key: int) -> Done:
        """Take one thing out of the bin."""
        verbs = {
            BinKind.MEETING: self._edit.meetings.restore,
            BinKind.CASE: self._edit.cases.restore,
            BinKind.ATTACHMENT: self._edit.attachments.restore,
            BinKind.PERSON: self._edit.people.restore_person,
            BinKind.ACTION: self._edit.gatherings.restore_point,
        }
        return verbs[kind](key)


def _meetings(session: Session) -> list[BinRow]:
    rows = session.scalars(
        select(Meeting).where(Meeting.deleted_at.is_not(None)).options(joinedload(Meeting.body))
    )
    return [
        BinRow(
            BinKind.MEETING,
            row.id,
            meeting_name(row),
            row.body.short_name,
            row.deleted_at,
            held_on=row.held_on,
        )
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


def _points(session: Session) -> list[BinRow]:
    """Tasks that a gathering gave (R17)."""
    rows = session.scalars(
        select(ActionItem)
        .where(ActionItem.deleted_at.is_not(None), ActionItem.meeting_id.is_not(None))
        .options(joinedload(ActionItem.meeting).joinedload(Meeting.body))
    )
    return [
        BinRow(BinKind.ACTION, row.id, row.task, meeting_name(row.meeting), row.deleted_at)
        for row in rows
        if row.deleted_at is not None and row.meeting is not None
    ]
