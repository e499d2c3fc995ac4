"""What calendar files are made of: the file's birth, meetings, and agendas in few columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import MeetingChangeKind
from app.models import AgendaItem, Body, Case, LogEntry, Meeting, MeetingChange

_TITLE = (Case.title, Case.neutral_title, Case.is_exempt, Case.number, Case.number_year)
"""The columns of a `CaseTitle`, in its order."""


@dataclass(frozen=True, slots=True)
class CaseTitle:
    """What a calendar needs of a case."""

    title: str
    neutral_title: str
    is_exempt: bool
    number: int | None
    number_year: int | None


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A line of a published agenda; a standing item or a heading has no case."""

    title: str
    case: CaseTitle | None


def born_at(session: Session) -> datetime | None:
    """When the council was made: the instant of the log's first line, which nobody can change."""
    return session.scalar(select(LogEntry.at).order_by(LogEntry.id).limit(1))


def calendar_meetings(
    session: Session, between: tuple[date, date] | None, bodies: Collection[int] | None
) -> Sequence[Meeting]:
    """Meetings by date, cancelled ones too, with what their bodies rule; None leaves all in."""
    query = (
        select(Meeting)
        .where(Meeting.deleted_at.is_(None))
        .options(
            joinedload(Meeting.body).selectinload(Body.deadlines),
            joinedload(Meeting.body).selectinload(Body.rules),
            joinedload(Meeting.host),
        )
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    )
    if between is not None:
        query = query.where(Meeting.held_on.between(*between))
    if bodies is not None:
        query = query.where(Meeting.body_id.in_(bodies))
    return session.scalars(query).all()


def published_lines(
    session: Session, meetings: Collection[int] | None = None
) -> dict[int, list[PublishedLine]]:
    """By meeting (every one for None), what was published and not withdrawn (R26, R27)."""
    query = (
        select(AgendaItem.meeting_id, AgendaItem.title, AgendaItem.case_id, *_TITLE)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .outerjoin(Case, AgendaItem.case_id == Case.id)
        .where(
            Meeting.agenda_version > 0,
            AgendaItem.added_in_version <= Meeting.agenda_version,
            AgendaItem.is_withdrawn.is_(False),
        )
        .order_by(AgendaItem.meeting_id, AgendaItem.sort)
    )
    if meetings is not None:
        query = query.where(AgendaItem.meeting_id.in_(meetings))
    found: dict[int, list[PublishedLine]] = {}
    rows: Iterable[Any] = session.execute(query)
    for meeting_id, title, case_id, *case in rows:
        line = PublishedLine(title, None if case_id is None else CaseTitle(*case))
        found.setdefault(meeting_id, []).append(line)
    return found


def case_titles(session: Session, cases: Collection[int]) -> dict[int, CaseTitle]:
    """Cases by key, with their titles."""
    query = select(Case.id, *_TITLE).where(Case.id.in_(cases))
    rows: Iterable[Any] = session.execute(query)
    return {key: CaseTitle(*case) for key, *case in rows}


def latest_cancelling(session: Session, meeting_id: int) -> MeetingChange | None:
    """The last time that the meeting was called off, with those who had been called (R23)."""
    return session.scalars(
        select(MeetingChange)
        .where(
            MeetingChange.meeting_id == meeting_id,
            MeetingChange.kind == MeetingChangeKind.CANCELLED,
        )
        .order_by(MeetingChange.id.desc())
        .limit(1)
    ).first()
