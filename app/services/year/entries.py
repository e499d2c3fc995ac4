"""The fixed points as entries: what each is made by, and when it comes next (R19)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.day_patterns import pattern_of
from app.domain.deadlines import is_working_day
from app.domain.vocabulary import CaseKind
from app.domain.wheel import FixedPoint, next_year
from app.models import Body, WheelEntry
from app.services.desk import Desk
from app.services.holidays import is_holiday
from app.services.year.facts import YearPoint
from app.services.year.points import points_of
from app.store.queries.council import body_by_code
from app.store.queries.wheel import earlier_meeting_in, used_entries
from app.store.queries.year import wheel_entries

_AHEAD = 20
"""How many years ahead a fixed point is looked for: the longest time between two."""

_TOLD_YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PointEntry:
    """A fixed point with its rule; `coming` is when it falls next, None when it has ended.

    `has_cases` tells that it made one, so that it can be ended but not deleted.
    """

    id: int
    body: str
    body_name: str
    title: str
    month: int
    first_year: int
    last_year: int | None
    interval_years: int
    case_kind: CaseKind
    template: str
    deadline_days: int | None
    has_cases: bool
    coming: YearPoint | None


class PointService:
    """Reads the fixed points of every body."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def entries(self) -> tuple[PointEntry, ...]:
        """Every fixed point, by month; those that have ended too."""
        with self._desk.reading() as session:
            return _entries(session, self._desk.today(session))

    def usual_day(self, body: str, month_on: date) -> date:
        """The day on which the body met last in such a month, else its first working day."""
        with self._desk.reading() as session:
            before = earlier_meeting_in(session, body_by_code(session, body).id, month_on)
        on = month_on if before is None else pattern_of(before).in_year(month_on.year)
        while not is_working_day(on, is_holiday):
            on += timedelta(days=1)
        return on


def coming_years(
    first_year: int, interval_years: int, last_year: int | None, from_year: int
) -> tuple[int, ...]:
    """The next three years that such a rule gives, or those that are left."""
    rule = FixedPoint(
        id=0,
        month=1,
        first_year=first_year,
        interval_years=interval_years,
        last_year=last_year,
    )
    found: list[int] = []
    year = next_year(rule, from_year)
    while year is not None and len(found) < _TOLD_YEARS:
        found.append(year)
        year = next_year(rule, year + 1)
    return tuple(found)


def _entries(session: Session, today: date) -> tuple[PointEntry, ...]:
    coming: dict[int, YearPoint] = {}
    for point in points_of(session, range(today.year, today.year + _AHEAD + 1)):
        if _is_ahead(point, today):
            coming.setdefault(point.entry_id, point)
    used = used_entries(session)
    return tuple(_entry(row, body, used, coming) for row, body in wheel_entries(session))


def _is_ahead(point: YearPoint, today: date) -> bool:
    """Not dropped, and its meeting still to be held; without one, until its month is over."""
    if point.is_dropped:
        return False
    if point.meeting_id is None:
        return point.month_on >= today.replace(day=1)
    return point.is_meeting_open


def _entry(
    row: WheelEntry, body: Body, used: Iterable[int], coming: dict[int, YearPoint]
) -> PointEntry:
    return PointEntry(
        id=row.id,
        body=body.code,
        body_name=body.short_name,
        title=row.title,
        month=row.month,
        first_year=row.first_year,
        last_year=row.last_year,
        interval_years=row.interval_years,
        case_kind=row.case_kind,
        template=row.template,
        deadline_days=row.deadline_days,
        has_cases=row.id in used,
        coming=coming.get(row.id),
    )
