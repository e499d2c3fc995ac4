"""The list of cases, filtered and sorted in the database, read a window at a time."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, extract, func, or_, select
from sqlalchemy.orm import Session, joinedload

from app.domain.vocabulary import CaseKind, CaseStatus, MeetingStatus
from app.models import AgendaItem, Body, Case, Meeting
from app.store.queries.queue import is_waiting

_LAST_LETTERS = (("Æ", "{"), ("æ", "{"), ("Ø", "|"), ("ø", "|"), ("Å", "}"), ("å", "}"))
"""Letters that come after Z, in that order, and signs that do so in the database."""

_NUMBER = re.compile(r"(?:[^\W\d]+\s*)?(\d{1,5})(?:\s*\D\s*(\d{4}|\d{2}))?")


class CaseSort(StrEnum):
    """What the list of cases can be sorted by."""

    NUMBER = "number"
    TITLE = "title"
    BODY = "body"
    KIND = "kind"
    STATUS = "status"
    OFFICER = "officer"
    AMOUNT = "amount"
    MEETING = "meeting"
    CREATED = "created"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases to list; nothing given means all. `year` is the number's, else the creation's."""

    text: str = ""
    body: str | None = None
    statuses: Collection[CaseStatus] = field(default=())
    kinds: Collection[CaseKind] = field(default=())
    year: int | None = None
    only_waiting: bool = False


def case_keys(session: Session, which: CaseFilter, sort: CaseSort, descending: bool) -> list[int]:
    """The ids of the cases in order; the same order every time."""
    query = select(Case.id).join(Body, Case.body_id == Body.id).where(*_conditions(which))
    columns = _order(sort)
    ordered = [column.desc() if descending else column.asc() for column in columns]
    return list(session.scalars(query.order_by(*ordered, Case.id.desc())))


def cases_by_id(session: Session, ids: Sequence[int]) -> dict[int, Case]:
    """The cases with their bodies, by id; those that are gone are left out."""
    rows = session.scalars(
        select(Case).where(Case.id.in_(ids)).options(joinedload(Case.body).selectinload(Body.rules))
    )
    return {case.id: case for case in rows}


def meetings_of_cases(session: Session, ids: Sequence[int]) -> dict[int, Meeting]:
    """The latest meeting of each case that was on an agenda, by the case's id."""
    rows = session.execute(
        select(AgendaItem.case_id, Meeting)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id.in_(ids),
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        .options(joinedload(Meeting.body))
        .order_by(Meeting.held_on, Meeting.id)
    )
    return {key: meeting for key, meeting in rows if key is not None}


def years_of_cases(session: Session) -> list[int]:
    """Every year that has a case, the latest first."""
    return list(
        session.scalars(select(_year()).where(_is_there()).distinct().order_by(_year().desc()))
    )


def _conditions(which: CaseFilter) -> list[ColumnElement[bool]]:
    found = [_is_there()]
    if which.body is not None:
        found.append(Body.code == which.body)
    if which.statuses:
        found.append(Case.status.in_(list(which.statuses)))
    if which.kinds:
        found.append(Case.kind.in_(list(which.kinds)))
    if which.year is not None:
        found.append(_year() == which.year)
    if which.only_waiting:
        found.append(is_waiting())
    if which.text.strip():
        found.append(_speaks_of(" ".join(which.text.split())))
    return found


def _speaks_of(text: str) -> ColumnElement[bool]:
    """Title, officer or archive reference holds `text`, or it is the case's number."""
    columns = (Case.title, Case.officer, Case.archive_reference, Case.neutral_title)
    variants = {text, text.lower(), text.upper(), text[:1].upper() + text[1:].lower()}
    hits = [column.contains(variant, autoescape=True) for column in columns for variant in variants]
    if (match := _NUMBER.fullmatch(text)) is not None:
        is_number = Case.number == int(match[1])
        if match[2]:
            year = int(match[2]) if len(match[2]) == 4 else 2000 + int(match[2])
            is_number = and_(is_number, Case.number_year == year)
        hits.append(is_number)
    return or_(*hits)


def _order(sort: CaseSort) -> list[SQLColumnExpression[Any]]:
    orders: dict[CaseSort, list[SQLColumnExpression[Any]]] = {
        CaseSort.NUMBER: [
            func.coalesce(Case.number_year, 9_999),
            Body.sort,
            func.coalesce(Case.number, Case.id),
        ],
        CaseSort.TITLE: [_alphabetical(Case.title)],
        CaseSort.BODY: [Body.sort, func.coalesce(Case.number_year, 9_999), Case.number],
        CaseSort.KIND: [Case.kind, _alphabetical(Case.title)],
        CaseSort.STATUS: [Case.status, _alphabetical(Case.title)],
        CaseSort.OFFICER: [_alphabetical(Case.officer), _alphabetical(Case.title)],
        CaseSort.AMOUNT: [func.coalesce(Case.amount, -1)],
        CaseSort.MEETING: [_held_on(), func.coalesce(Case.number, 0)],
        CaseSort.CREATED: [Case.created_on],
    }
    return orders[sort]


def _alphabetical(column: SQLColumnExpression[str]) -> SQLColumnExpression[str]:
    """Norwegian order, whatever the case of the letters."""
    changed = column
    for letter, sign in _LAST_LETTERS:
        changed = func.replace(changed, letter, sign)
    return func.lower(changed)


def _held_on() -> ColumnElement[Any]:
    """The day of the case's latest meeting; a day far ahead for one that waits."""
    latest: Select[date] = (
        select(func.max(Meeting.held_on))
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id == Case.id,
            Meeting.deleted_at.is_(None),
            Meeting.status != MeetingStatus.CANCELLED,
        )
    )
    return func.coalesce(latest.scalar_subquery(), "9999-12-31")


def _year() -> ColumnElement[int]:
    return func.coalesce(Case.number_year, extract("year", Case.created_on))


def _is_there() -> ColumnElement[bool]:
    return Case.deleted_at.is_(None)
