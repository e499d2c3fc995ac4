"""The list of cases for a big table: keys first, then rows a window at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import CaseKind, CaseStatus, Level
from app.models import Case, Meeting
from app.services.desk import Desk
from app.services.levels import LevelRules, level_rules, ruling_in_body
from app.services.numbers import case_number, meeting_name
from app.store.queries import case_list as read
from app.store.queries.case_list import CaseFilter, CaseSort
from app.store.queries.council import rules_on

__all__ = ["CaseFilter", "CaseListRow", "CaseListService", "CaseSort"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListRow:
    """One case of the list; `meeting` is the latest that has it on its agenda."""

    id: int
    number: str | None
    title: str
    body: str
    body_name: str
    kind: CaseKind
    status: CaseStatus
    officer: str
    amount: int | None
    level: Level
    is_exempt: bool
    created_on: date
    meeting_id: int | None
    meeting: str | None
    held_on: date | None


class CaseListService:
    """Reads the list of cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keys(
        self,
        which: CaseFilter | None = None,
        sort: CaseSort = CaseSort.NUMBER,
        *,
        descending: bool = True,
    ) -> tuple[int, ...]:
        """The ids of the cases that `which` asks for (all), in order."""
        with self._desk.reading() as session:
            return tuple(read.case_keys(session, which or CaseFilter(), sort, descending))

    def rows(self, ids: Sequence[int]) -> tuple[CaseListRow, ...]:
        """One row for each id, in the order asked for; those that are gone are left out."""
        with self._desk.reading() as session:
            cases = read.cases_by_id(session, ids)
            meetings = read.meetings_of_cases(session, ids)
            rules = level_rules(session)
            return tuple(_row(cases[key], meetings.get(key), rules) for key in ids if key in cases)

    def years(self) -> tuple[int, ...]:
        """Every year that has a case, the latest first."""
        with self._desk.reading() as session:
            return tuple(read.years_of_cases(session))


def _row(case: Case, meeting: Meeting | None, rules: LevelRules) -> CaseListRow:
    on = meeting.held_on if meeting is not None else case.created_on
    year = case.number_year or case.created_on.year
    return CaseListRow(
        id=case.id,
        number=case_number(case, rules_on(case.body, date(year, 12, 31))),
        title=case.title,
        body=case.body.code,
        body_name=case.body.short_name,
        kind=case.kind,
        status=case.status,
        officer=case.officer,
        amount=case.amount,
        level=ruling_in_body(case, rules, on).level,
        is_exempt=case.is_exempt,
        created_on=case.created_on,
        meeting_id=meeting.id if meeting is not None else None,
        meeting=meeting_name(meeting) if meeting is not None else None,
        held_on=meeting.held_on if meeting is not None else None,
    )
