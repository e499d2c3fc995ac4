"""What the choice of a successor rests on beside the terms: names, who works where, who hosted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import MeetingStatus, Sector
from app.models import Institution, Meeting, Person, Position


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """What an institution is called in short, and its party of the triple helix."""

    short: str
    sector: Sector


def institution_names(session: Session) -> dict[int, InstitutionName]:
    """Every institution's short name and sector."""
    rows = session.execute(select(Institution.id, Institution.short_name, Institution.sector))
    return {row.id: InstitutionName(row.short_name, row.sector) for row in rows}


def people_at(
    session: Session, institutions: Collection[int], on: date
) -> dict[int, list[tuple[int, str, str]]]:
    """By institution, the key, name and title of those who have a position there on `on`."""
    found: dict[int, list[tuple[int, str, str]]] = {}
    for row in session.execute(
        select(Position.institution_id, Person.id, Person.name, Position.title)
        .join(Person, Position.person_id == Person.id)
        .where(
            Position.institution_id.in_(institutions),
            Position.valid_from <= on,
            or_(Position.valid_to.is_(None), Position.valid_to > on),
            Person.deleted_at.is_(None),
        )
        .order_by(Person.name, Person.id)
    ):
        place, key, name, title = row
        found.setdefault(place, []).append((key, name, title))
    return found


def last_hosted(session: Session, on: date) -> dict[int, date]:
    """By institution, the last day until `on` on which it hosted a meeting (R17, R18)."""
    rows = session.execute(
        select(Meeting.host_id, func.max(Meeting.held_on))
        .where(
            Meeting.host_id.is_not(None),
            Meeting.held_on <= on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
        .group_by(Meeting.host_id)
    )
    return {host: held_on for host, held_on in rows if host is not None}
