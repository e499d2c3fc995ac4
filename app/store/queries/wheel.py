"""What a fixed point of the year is decided by: its entry, its turns, and the body's meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import extract, select
from sqlalchemy.orm import Session

from app.domain.months import MonthOfYear, last_of_month
from app.domain.vocabulary import MeetingStatus
from app.models import Case, Meeting, WheelEntry, WheelTurn
from app.store.queries.meetings import UPCOMING


def entries_of_body(session: Session, body_id: int) -> Sequence[WheelEntry]:
    """The fixed points of one body, by month."""
    return session.scalars(
        select(WheelEntry)
        .where(WheelEntry.body_id == body_id)
        .order_by(WheelEntry.month, WheelEntry.id)
    ).all()


def turns_of_body(session: Session, body_id: int) -> Sequence[WheelTurn]:
    """What was settled about the fixed points of one body."""
    return session.scalars(
        select(WheelTurn)
        .join(WheelEntry, WheelTurn.entry_id == WheelEntry.id)
        .where(WheelEntry.body_id == body_id)
    ).all()


def turn_of(session: Session, entry_id: int, year: int) -> WheelTurn | None:
    """What was settled about a fixed point in the year of its rule."""
    return session.scalars(
        select(WheelTurn).where(WheelTurn.entry_id == entry_id, WheelTurn.year == year)
    ).first()


def made_years(session: Session, entry_id: int) -> Sequence[int]:
    """The years in which a case was made of a fixed point, also one that is gone by now."""
    return session.scalars(
        select(WheelTurn.year)
        .where(WheelTurn.entry_id == entry_id, WheelTurn.case_made_on.is_not(None))
        .order_by(WheelTurn.year)
    ).all()


def used_entries(session: Session) -> frozenset[int]:
    """The fixed points that a case was made of, also one in the bin or gone by now."""
    of_turns = select(WheelTurn.entry_id).where(WheelTurn.case_made_on.is_not(None))
    of_cases = select(Case.wheel_entry_id).where(Case.wheel_entry_id.is_not(None))
    return frozenset(
        key for query in (of_turns, of_cases) for key in session.scalars(query) if key is not None
    )


def year_taken_up(session: Session, case_id: int) -> int | None:
    """The year in which the fixed point that made a case is due; None for another case."""
    turn = session.scalars(select(WheelTurn).where(WheelTurn.case_id == case_id)).first()
    return None if turn is None else turn.to_year or turn.year


def open_meeting_in(session: Session, body_id: int, month: MonthOfYear) -> Meeting | None:
    """The body's first meeting in a month that has not been held: the one for fixed points."""
    first_on = date(*month, 1)
    return session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == body_id,
            Meeting.held_on.between(first_on, last_of_month(first_on)),
            Meeting.deleted_at.is_(None),
            Meeting.status.in_(UPCOMING),
        )
        .order_by(Meeting.held_on, Meeting.start_time, Meeting.id)
        .limit(1)
    ).first()


def earlier_meeting_in(session: Session, body_id: int, month_on: date) -> date | None:
    """The day of the body's latest meeting in that month of an earlier year, not cancelled."""
    return session.scalars(
        select(Meeting.held_on)
        .where(
            Meeting.body_id == body_id,
            Meeting.held_on < month_on,
            extract("month", Meeting.held_on) == month_on.month,
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .order_by(Meeting.held_on.desc())
        .limit(1)
    ).first()
