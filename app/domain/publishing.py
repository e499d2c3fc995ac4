"""What stands between an agenda and its publication (R28): leaks and missing authority block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.errors import UserError
from app.domain.levels import is_at_least
from app.domain.reasons import Reason
from app.domain.vocabulary import CaseKind, Level, Severity

PROPOSAL, PLAN_ASSESSMENT = "proposal", "plan_assessment"
"""Sections that only a case for decision or recommendation needs."""

BRIEF = ("background", "summary", "assessment")
"""Sections that make up the brief itself; a first sentence belongs in the first of them."""

_FOR_OUTCOME = frozenset({CaseKind.DECISION, CaseKind.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """An attachment; exempt ones need a neutral title and a legal basis of their own."""

    number: int
    is_exempt: bool = False
    has_neutral_title: bool = False
    has_basis: bool = False


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """A section of the brief that the body requires (R29), by its key and what it is headed."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """A case on the agenda; `item` is its id there, `level` who may decide it.

    `empty_sections` are those that its body requires and where nothing is written.
    """

    item: int
    title: str
    kind: CaseKind
    is_exempt: bool = False
    neutral_title: str = ""
    has_basis: bool = False
    is_relevant_to_business: bool = True
    has_plan_assessment: bool = True
    has_proposal: bool = True
    has_brief: bool = True
    empty_sections: tuple[SectionFacts, ...] = ()
    is_standing: bool = False
    has_waiting_text: bool = False
    """Something was typed that could not be stored as it stands, and waits for the user."""
    level: Level | None = None
    is_controversial: bool = False
    has_consideration: bool = False
    attachments: tuple[AttachmentFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The meeting that is called; `level` is what its body may decide, `None` for nothing.

    `notice_on` is the day the papers go out, `papers_due_on` the day they should; `minutes` is
    the meeting's length and `planned_minutes` what the items take together.
    """

    held_on: date
    notice_on: date
    papers_due_on: date | None = None
    level: Level | None = None
    place: str = ""
    needs_place: bool = True
    minutes: int | None = None
    planned_minutes: int = 0
    items: tuple[ItemFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that blocks, or that warns and takes a reason; `item` is `None` for the meeting."""

    severity: Severity
    reason: Reason
    item: int | None = None


def preflight(meeting: MeetingFacts) -> list[Finding]:
    """Everything to look at before the agenda is published, what blocks first (R14, R28, R31)."""
    findings = [*_of_meeting(meeting)]
    for item in meeting.items:
        findings.extend(_of_item(item, meeting.level))
    return sorted(findings, key=lambda finding: finding.severity is Severity.WARN)


def require_publishable(findings: Sequence[Finding], reason: str = "") -> None:
    """`UserError` when something blocks, or when there are warnings and no `reason` is given."""
    blocking = [finding for finding in findings if finding.severity is Severity.BLOCK]
    if blocking:
        raise UserError("publishing_blocked", count=len(blocking))
    if findings and not reason.strip():
        raise UserError("publishing_needs_reason", count=len(findings))


def _of_meeting(meeting: MeetingFacts) -> Iterator[Finding]:
    if meeting.notice_on > meeting.held_on:
        yield _block(
            Reason("notice_after_meeting", notice_on=meeting.notice_on, held_on=meeting.held_on)
        )
    elif meeting.papers_due_on is not None and meeting.notice_on > meeting.papers_due_on:
        yield _warn(Reason("papers_late", due_on=meeting.papers_due_on))
    if not meeting.items:
        yield _warn(Reason("agenda_without_cases"))
    if meeting.needs_place and not meeting.place.strip():
        yield _warn(Reason("place_missing"))
    if meeting.minutes is not None and meeting.planned_minutes > meeting.minutes:
        yield _warn(
            Reason("agenda_too_long", planned=meeting.planned_minutes, length=meeting.minutes)
        )


def _of_item(item: ItemFacts, body_level: Level | None) -> Iterator[Finding]:
    for reason in _blocking(item, body_level):
        yield _block(reason, item.item)
    for reason in _lacking(item):
        yield _warn(reason, item.item)


def _blocking(item: ItemFacts, body_level: Level | None) -> Iterable[Reason]:
    title = item.title
    if item.is_exempt and not item.neutral_title.strip():
        yield Reason("neutral_title_missing", title=title)
    if item.is_exempt and not item.has_basis:
        yield Reason("basis_missing", title=title)
    for attachment in item.attachments:
        if attachment.is_exempt and not attachment.has_neutral_title:
            yield Reason("attachment_title_missing", title=title, number=attachment.number)
        if attachment.is_exempt and not attachment.has_basis:
            yield Reason("attachment_basis_missing", title=title, number=attachment.number)
    if item.kind is CaseKind.DECISION and item.level is not None:
        if body_level is None:
            yield Reason("body_decides_nothing", title=title)
        elif not is_at_least(body_level, item.level):
            yield Reason("authority_missing", title=title)


def _lacking(item: ItemFacts) -> Iterable[Reason]:
    title = item.title
    if item.has_waiting_text:
        yield Reason("text_waits", title=title)
    if item.is_exempt and _same(item.neutral_title, title):
        yield Reason("neutral_title_tells", title=title)
    if item.is_controversial and not item.has_consideration:
        yield Reason("case_consideration_missing", title=title)
    yield from _unwritten(item)


def _unwritten(item: ItemFacts) -> Iterable[Reason]:
    """What is not written yet; each says in `sections` where it belongs (R28, R29).

    A standing item and a reported case need no brief. What else a body requires, it requires of
    every case, but a proposal and the plan's assessment are for what ends in an outcome.
    """
    if item.is_standing or item.kind is CaseKind.REPORTED:
        return
    title, has_outcome = item.title, item.kind in _FOR_OUTCOME
    if has_outcome and not item.has_proposal:
        yield Reason("proposal_missing", title=title, sections=(PROPOSAL,))
    empty = [one for one in item.empty_sections if one.key not in (PROPOSAL, PLAN_ASSESSMENT)]
    required = tuple(one.key for one in empty if one.key in BRIEF)
    if not item.has_brief and (has_outcome or required):
        yield Reason("brief_missing", title=title, sections=required or BRIEF[:1])
        empty = [one for one in empty if one.key not in BRIEF]
    for one in empty:
        yield Reason("section_missing", title=title, heading=one.heading, sections=(one.key,))
    if has_outcome and item.is_relevant_to_business and not item.has_plan_assessment:
        yield Reason("plan_assessment_missing", title=title, sections=(PLAN_ASSESSMENT,))


def _same(neutral: str, title: str) -> bool:
    return " ".join(neutral.split()).casefold() == " ".join(title.split()).casefold()


def _block(reason: Reason, item: int | None = None) -> Finding:
    return Finding(Severity.BLOCK, reason, item)


def _warn(reason: Reason, item: int | None = None) -> Finding:
    return Finding(Severity.WARN, reason, item)
