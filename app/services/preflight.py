"""What the rule on publishing needs to know of a meeting and its cases (R14, R28, R31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deadlines import DeadlineRule, deadline
from app.domain.publishing import (
    BRIEF,
    PLAN_ASSESSMENT,
    PROPOSAL,
    AttachmentFacts,
    Finding,
    ItemFacts,
    MeetingFacts,
    SectionFacts,
    preflight,
)
from app.domain.rich_text import from_json
from app.domain.vocabulary import AttendanceMode, DeadlineKind
from app.models import Attachment, Case, Meeting
from app.services.holidays import is_holiday
from app.services.levels import LevelRules, level_rules, ruling_in_body
from app.services.papers.attachments import number_attachments, present
from app.store.queries.cases import cases_with_drafts


def findings_of(
    session: Session, meeting: Meeting, today: date, *, has_changed: bool
) -> list[Finding]:
    """What there is to say before the agenda goes out, or goes out again; the same everywhere.

    One that went out is judged as on that day, unless it has changed since (R27).
    """
    goes_on = today if has_changed else meeting.called_on or today
    return preflight(meeting_facts(session, meeting, goes_on))


def meeting_facts(session: Session, meeting: Meeting, today: date) -> MeetingFacts:
    """The meeting as the rule sees it, published `today`."""
    items = [item for item in meeting.items if item.case is not None and not item.is_withdrawn]
    rules = level_rules(session)
    numbers = number_attachments(item.case for item in items if item.case is not None)
    waiting = cases_with_drafts(session)
    return MeetingFacts(
        held_on=meeting.held_on,
        notice_on=today,
        papers_due_on=_papers_due(meeting),
        level=meeting.body.level,
        place=meeting.place,
        needs_place=meeting.mode is not AttendanceMode.REMOTE,
        minutes=_length(meeting),
        planned_minutes=sum(item.minutes for item in meeting.items if not item.is_withdrawn),
        items=tuple(
            replace(
                item_facts(rules, meeting.held_on, item.id, item.case, numbers),
                is_standing=item.standing_kind is not None,
                has_waiting_text=item.case.id in waiting,
            )
            for item in items
            if item.case is not None
        ),
    )


def item_facts(
    rules: LevelRules, on: date, item: int, case: Case, numbers: dict[int, int]
) -> ItemFacts:
    """A case as the rule sees it under the rules of `on`; `numbers` are of its attachments."""
    written = {text.key for text in case.texts if from_json(text.text)}
    return ItemFacts(
        item=item,
        title=case.title,
        kind=case.kind,
        is_exempt=case.is_exempt,
        neutral_title=case.neutral_title,
        has_basis=case.legal_basis_id is not None,
        is_relevant_to_business=case.concerns_business,
        has_plan_assessment=PLAN_ASSESSMENT in written,
        has_proposal=PROPOSAL in written,
        has_brief=bool(written.intersection(BRIEF)),
        empty_sections=tuple(
            SectionFacts(section.key, section.heading)
            for section in case.body.sections
            if section.required and not section.computed and section.key not in written
        ),
        level=ruling_in_body(case, rules, on).level,
        is_controversial=case.is_controversial,
        has_consideration=bool(case.controversy_assessment.strip()),
        attachments=tuple(
            _attachment_facts(attachment, numbers[attachment.id]) for attachment in present(case)
        ),
    )


def _attachment_facts(attachment: Attachment, number: int) -> AttachmentFacts:
    return AttachmentFacts(
        number,
        attachment.is_exempt,
        bool(attachment.neutral_title.strip()),
        attachment.legal_basis_id is not None,
    )


def _papers_due(meeting: Meeting) -> date | None:
    rule = next((row for row in meeting.body.deadlines if row.kind is DeadlineKind.PAPERS), None)
    if rule is None:
        return None
    counted = DeadlineRule(rule.kind, rule.days, rule.unit)
    return deadline(meeting.held_on, counted, is_holiday).on


def _length(meeting: Meeting) -> int:
    start, end = (
        int(clock[:2]) * 60 + int(clock[3:]) for clock in (meeting.start_time, meeting.end_time)
    )
    return end - start
