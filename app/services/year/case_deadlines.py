"""When the case of a meeting must be ready (R19, R21)."""

from __future__ import annotations

from datetime import date

from app.domain.deadlines import DeadlineRule, deadline
from app.domain.vocabulary import CaseStatus, DayUnit, DeadlineKind, MeetingStatus
from app.models import Case, Meeting
from app.services.deadline_rules import deadline_rules
from app.services.holidays import is_holiday

_BEING_WRITTEN = (CaseStatus.IDEA, CaseStatus.DRAFT)
_STILL_PREPARED = (MeetingStatus.PLANNED, MeetingStatus.NOTIFIED)


def case_due_on(meeting: Meeting, deadline_days: int | None) -> date | None:
    """`deadline_days` before the meeting, else the body's own day for drafts; None without one."""
    own = (rule for rule in deadline_rules(meeting.body) if rule.kind is DeadlineKind.DRAFTS_DUE)
    rule = next(own, None)
    if deadline_days is not None:
        rule = DeadlineRule(DeadlineKind.DRAFTS_DUE, deadline_days, DayUnit.CALENDAR)
    return None if rule is None else deadline(meeting.held_on, rule, is_holiday).on


def is_case_ready(meeting: Meeting, case: Case | None) -> bool:
    """Whether nobody waits for the case any more: it is written, or the papers are on their way."""
    if meeting.status not in _STILL_PREPARED or meeting.agenda_version > 0:
        return True
    return case is not None and case.status not in _BEING_WRITTEN
