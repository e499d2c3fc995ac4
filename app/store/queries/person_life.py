"""Everything that the file's rows say of one person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Ballot,
    Body,
    Case,
    Disqualification,
    LogEntry,
    Meeting,
    Observer,
    Seat,
    Term,
    TermDeputy,
    Vote,
)


def terms_held(session: Session, person_id: int) -> list[tuple[Term, Seat, Body]]:
    """The terms the person has or had, the latest first."""
    rows = session.execute(
        select(Term, Seat, Body)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Body, Seat.body_id == Body.id)
        .where(Term.person_id == person_id)
        .options(joinedload(Term.institution), selectinload(Seat.titles))
        .order_by(Term.start_on.desc(), Term.id)
    )
    return [(term, seat, body) for term, seat, body in rows]


def terms_as_deputy(session: Session, person_id: int) -> list[tuple[Term, Seat, Body]]:
    """The terms that the person is or was a deputy for, the latest first."""
    rows = session.execute(
        select(Term, Seat, Body)
        .join(TermDeputy, TermDeputy.term_id == Term.id)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Body, Seat.body_id == Body.id)
        .where(TermDeputy.person_id == person_id)
        .options(joinedload(Term.institution), selectinload(Seat.titles))
        .order_by(Term.start_on.desc(), Term.id)
    )
    return [(term, seat, body) for term, seat, body in rows]


def observed(session: Session, person_id: int) -> list[tuple[Observer, Body]]:
    """The bodies that the person follows or followed as observer, the latest first."""
    rows = session.execute(
        select(Observer, Body)
        .join(Body, Observer.body_id == Body.id)
        .where(Observer.person_id == person_id)
        .options(joinedload(Observer.institution))
        .order_by(Observer.valid_from.desc(), Observer.id)
    )
    return [(row, body) for row, body in rows]


def attended(session: Session, person_id: int) -> list[tuple[Attendance, Meeting]]:
    """The meetings that list the person, also those they stayed away from, the latest first."""
    rows = session.execute(
        select(Attendance, Meeting)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(Attendance.person_id == person_id, Meeting.deleted_at.is_(None))
        .options(joinedload(Meeting.body), joinedload(Attendance.institution))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    return [(line, meeting) for line, meeting in rows]


def ballots_of(session: Session, person_id: int) -> list[tuple[Ballot, Vote, AgendaItem, Meeting]]:
    """How the person voted where it was by name, the latest first (R36)."""
    rows = session.execute(
        select(Ballot, Vote, AgendaItem, Meeting)
        .join(Attendance, Ballot.attendance_id == Attendance.id)
        .join(Vote, Ballot.vote_id == Vote.id)
        .join(AgendaItem, Vote.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Attendance.person_id == person_id, Meeting.deleted_at.is_(None))
        .options(
            joinedload(AgendaItem.case).joinedload(Case.body).selectinload(Body.rules),
            joinedload(Meeting.body),
        )
        .order_by(Meeting.held_on.desc(), AgendaItem.sort, Vote.sort)
    )
    return [(ballot, vote, item, meeting) for ballot, vote, item, meeting in rows]


def disqualified_at(
    session: Session, person_id: int
) -> list[tuple[Disqualification, AgendaItem, Meeting]]:
    """The items that the person was out of, the latest first (R37)."""
    rows = session.execute(
        select(Disqualification, AgendaItem, Meeting)
        .join(Attendance, Disqualification.attendance_id == Attendance.id)
        .join(AgendaItem, Disqualification.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Attendance.person_id == person_id, Meeting.deleted_at.is_(None))
        .options(
            joinedload(AgendaItem.case).joinedload(Case.body).selectinload(Body.rules),
            joinedload(Meeting.body),
        )
        .order_by(Meeting.held_on.desc(), AgendaItem.sort)
    )
    return [(row, item, meeting) for row, item, meeting in rows]


def tasks_of(session: Session, person_id: int) -> Sequence[ActionItem]:
    """The tasks that the person answers for, the latest first (R43)."""
    return session.scalars(
        select(ActionItem)
        .where(ActionItem.responsible_person_id == person_id, ActionItem.deleted_at.is_(None))
        .options(joinedload(ActionItem.case))
        .order_by(ActionItem.id.desc())
    ).all()


def presided(session: Session, person_id: int) -> frozenset[int]:
    """The meetings that the person presided over."""
    return frozenset(session.scalars(select(Meeting.id).where(Meeting.presided_by_id == person_id)))


def log_lines_about(session: Session, person_id: int) -> int:
    """How many entries of the log are about the person's own row."""
    return (
        session.scalar(
            select(func.count())
            .select_from(LogEntry)
            .where(LogEntry.subject == "person", LogEntry.subject_id == person_id)
        )
        or 0
    )
