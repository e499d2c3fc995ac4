"""What a year holds: its meetings, fixed points, usual days and days kept free (R17–R23)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import extract, select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import MeetingStatus
from app.models import (
    AgendaItem,
    BlockedPeriod,
    Body,
    Meeting,
    MeetingDay,
    WheelEntry,
    WheelTurn,
)


def meetings_between(session: Session, first_on: date, last_on: date) -> Sequence[Meeting]:
    """Every meeting between two days, both inclusive, cancelled ones too, by date."""
    return session.scalars(
        select(Meeting)
        .where(Meeting.held_on.between(first_on, last_on), Meeting.deleted_at.is_(None))
        .options(joinedload(Meeting.body).selectinload(Body.deadlines), joinedload(Meeting.host))
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
    ).all()


def wheel_entries(session: Session) -> Sequence[tuple[WheelEntry, Body]]:
    """Every fixed point of the year with its body, by month (R19)."""
    rows = session.execute(
        select(WheelEntry, Body)
        .join(Body, WheelEntry.body_id == Body.id)
        .order_by(WheelEntry.month, Body.sort, WheelEntry.id)
    )
    return [(entry, body) for entry, body in rows]


def wheel_turns(session: Session) -> Sequence[WheelTurn]:
    """Everything that was settled about fixed points, with the cases."""
    return session.scalars(
        select(WheelTurn)
        .options(joinedload(WheelTurn.case))
        .order_by(WheelTurn.entry_id, WheelTurn.year)
    ).all()


def meeting_of_cases(session: Session, cases: Collection[int]) -> dict[int, int]:
    """By case, the latest meeting on whose agenda it stands; not one in the bin, or cancelled."""
    rows = session.execute(
        select(AgendaItem.case_id, Meeting.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id.in_(cases),
            AgendaItem.is_withdrawn.is_(False),
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .order_by(Meeting.held_on, Meeting.id)
    )
    return {case: meeting for case, meeting in rows if case is not None}


def blocked_periods(session: Session) -> Sequence[BlockedPeriod]:
    """The days kept free of meetings, by day (R22)."""
    return session.scalars(
        select(BlockedPeriod).order_by(BlockedPeriod.from_on, BlockedPeriod.id)
    ).all()


def meeting_days(session: Session) -> Sequence[tuple[MeetingDay, Body]]:
    """The usual days of every body, by month (R22)."""
    rows = session.execute(
        select(MeetingDay, Body)
        .join(Body, MeetingDay.body_id == Body.id)
        .order_by(Body.sort, MeetingDay.month, MeetingDay.nth, MeetingDay.weekday)
    )
    return [(day, body) for day, body in rows]


def meeting_years(session: Session) -> Sequence[int]:
    """The years that have a meeting."""
    rows = session.scalars(
        select(extract("year", Meeting.held_on)).where(Meeting.deleted_at.is_(None)).distinct()
    )
    return sorted(int(year) for year in rows)
