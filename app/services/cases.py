"""Cases and action items as lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import ActionStatus, CaseStatus, Level
from app.models import Case
from app.services.desk import Desk
from app.services.levels import level_rules, ruling_in_body
from app.services.numbers import case_number, meeting_label
from app.store.queries.cases import action_items, cases_with_meetings
from app.store.queries.council import body_by_code, rules_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case as listed; the level is by the rules of its meeting's day, else of its own."""

    id: int
    number: str | None
    title: str
    body: str
    status: CaseStatus
    level: Level
    amount: int | None
    is_exempt: bool
    meeting: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action item as listed (R43)."""

    id: int
    case: str | None
    task: str
    responsible: str
    due_on: date | None
    status: ActionStatus


class CaseService:
    """Reads cases and what follows from them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, body: str | None = None) -> tuple[CaseRow, ...]:
        """Every case, oldest first, or one body's."""
        with self._desk.reading() as session:
            chosen = None if body is None else body_by_code(session, body).id
            rules = level_rules(session)
            rows = []
            for case, meeting in cases_with_meetings(session, chosen):
                on = meeting.held_on if meeting is not None else case.created_on
                rows.append(
                    CaseRow(
                        id=case.id,
                        number=_number(case),
                        title=case.title,
                        body=case.body.code,
                        status=case.status,
                        level=ruling_in_body(case, rules, on).level,
                        amount=case.amount,
                        is_exempt=case.is_exempt,
                        meeting=meeting_label(meeting) if meeting is not None else None,
                    )
                )
            return tuple(rows)

    def actions(self) -> tuple[ActionRow, ...]:
        """Every action item by due date."""
        with self._desk.reading() as session:
            return tuple(
                ActionRow(
                    id=row.id,
                    case=None if row.case is None else _number(row.case),
                    task=row.task,
                    responsible=row.responsible,
                    due_on=row.due_on,
                    status=row.status,
                )
                for row in action_items(session)
            )


def _number(case: Case) -> str | None:
    year = case.number_year or case.created_on.year
    return case_number(case, rules_on(case.body, date(year, 12, 31)))
