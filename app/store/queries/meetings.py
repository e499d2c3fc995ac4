"""Meetings and their agendas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.errors import UserError
from app.domain.numbering import parse_meeting_label
from app.domain.vocabulary import MeetingStatus
from app.models import AgendaItem, Attachment, Body, Case, Goal, Meeting, Strategy

UPCOMING = (
    MeetingStatus.PLANNED,
    MeetingStatus.NOTIFIED,
    MeetingStatus.CALLED,
    MeetingStatus.ONGOING,
)
BEFORE = (MeetingStatus.PLANNED, MeetingStatus.NOTIFIED, MeetingStatus.CALLED)
"""Statuses of a meeting that has not begun."""
NEXT = "next"
LONGEST_ID = 18
"""Digits that always fit in SQLite's integer; a longer number names no meeting."""


def meetings_with_counts(
    session: Session, body_id: int | None = None
) -> Sequence[tuple[Meeting, int]]:
    """Every meeting by date, with its number of agenda items."""
    counts = (
        select(AgendaItem.meeting_id, func.count().label("count_of_items"))
        .group_by(AgendaItem.meeting_id)
        .subquery()
    )
    query = (
        select(Meeting, func.coalesce(counts.c.count_of_items, 0))
        .outerjoin(counts, counts.c.meeting_id == Meeting.id)
        .where(Meeting.deleted_at.is_(None))
        .options(joinedload(Meeting.body), joinedload(Meeting.host))
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    )
    if body_id is not None:
        query = query.where(Meeting.body_id == body_id)
    return [(meeting, items) for meeting, items in session.execute(query)]


def find_meeting(session: Session, reference: str, today: date) -> int:
    """The id of the meeting that `next`, a label such as `NR-6-2026`, or an id names."""
    if reference.casefold() == NEXT:
        return next_meeting(session, today)
    if reference.isascii() and reference.isdigit():
        found = None
        if len(reference) <= LONGEST_ID:
            found = session.scalar(_known().where(Meeting.id == int(reference)))
    else:
        label = parse_meeting_label(reference)
        found = session.scalar(
            _known()
            .join(Body, Meeting.body_id == Body.id)
            .where(func.upper(Body.code) == label.prefix)
            .where(Meeting.year == label.year, Meeting.number == label.number)
        )
    if found is None:
        raise UserError("meeting_unknown", reference=reference)
    return found


def next_meeting(session: Session, today: date) -> int:
    """The id of the first meeting from `today` on that is not held; `UserError` when none is."""
    found = session.scalar(
        _known()
        .where(Meeting.status.in_(UPCOMING), Meeting.held_on >= today)
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
        .limit(1)
    )
    if found is None:
        raise UserError("no_next_meeting", on=today)
    return found


def load_agenda(session: Session, meeting_id: int) -> Meeting:
    """A meeting with its whole agenda: cases, texts, financing, strategies, attachments."""
    case = selectinload(Meeting.items).joinedload(AgendaItem.case)
    return session.scalars(
        select(Meeting)
        .where(Meeting.id == meeting_id)
        .options(
            joinedload(Meeting.body).selectinload(Body.rules),
            joinedload(Meeting.body).selectinload(Body.sections),
            joinedload(Meeting.host),
            case.joinedload(Case.legal_basis),
            case.joinedload(Case.body),
            case.selectinload(Case.texts),
            case.selectinload(Case.financing),
            case.selectinload(Case.strategies),
            case.selectinload(Case.attachments).joinedload(Attachment.legal_basis),
            selectinload(Meeting.items).joinedload(AgendaItem.approves_meeting),
        )
    ).one()


def attachments_in_order(session: Session, meeting_id: int) -> Sequence[int]:
    """The ids of a meeting's attachments as they are numbered, withdrawn cases left out (R30)."""
    return session.scalars(
        select(Attachment.id)
        .join(AgendaItem, AgendaItem.case_id == Attachment.case_id)
        .where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.is_withdrawn.is_(False),
            Attachment.deleted_at.is_(None),
        )
        .order_by(AgendaItem.sort, Attachment.sort)
    ).all()


def strategy_titles(session: Session) -> dict[int, tuple[str, str]]:
    """Each strategy's number and short title by its id."""
    rows = session.execute(
        select(Strategy.id, Strategy.number, Strategy.short_title).join(
            Goal, Strategy.goal_id == Goal.id
        )
    )
    return {key: (number, title) for key, number, title in rows}


def previous_meeting(session: Session, meeting: Meeting) -> Meeting | None:
    """The body's last meeting before `meeting` that was not cancelled."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.held_on < meeting.held_on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .order_by(Meeting.held_on.desc())
        .limit(1)
    ).first()


def meeting_after(session: Session, meeting: Meeting) -> Meeting | None:
    """The body's first meeting after `meeting` that was not cancelled."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.held_on > meeting.held_on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .options(joinedload(Meeting.host))
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
        .limit(1)
    ).first()


def meetings_on(session: Session, on: date) -> Sequence[Meeting]:
    """The meetings of a day that were not called off, by when they start."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.held_on == on,
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .options(joinedload(Meeting.body))
        .order_by(Meeting.start_time, Meeting.id)
    ).all()


def open_meeting_after(session: Session, meeting: Meeting) -> Meeting | None:
    """The body's first meeting after `meeting` whose agenda is still open."""
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.id != meeting.id,
            Meeting.held_on >= meeting.held_on,
            Meeting.deleted_at.is_(None),
            Meeting.status.in_(BEFORE),
        )
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
        .limit(1)
    ).first()


def _known() -> Select[int]:
    return select(Meeting.id).where(Meeting.deleted_at.is_(None))
