"""A case's brief as the editor shows it: fields, sections, level, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.attachments.kinds import Kind as FileKind
from app.domain.levels import Ruling
from app.domain.publishing import Finding, MeetingFacts, preflight
from app.domain.rich_text import EMPTY, RichText, from_json
from app.domain.vocabulary import BasisPurpose, CaseKind, CaseStatus, Level, MeetingStatus
from app.models import Attachment, Case, LegalBasis, Meeting, Plan
from app.services.desk import Desk
from app.services.editing.attachments import MEDIA_TYPES
from app.services.editing.cases import is_closed
from app.services.editing.done import existing
from app.services.levels import level_rules, ruling_in_body
from app.services.numbers import case_number, meeting_name
from app.services.papers.attachments import number_attachments, present
from app.services.papers.sections import ATTACHMENTS, BriefFacts, computed_blocks, heading
from app.services.preflight import item_facts
from app.services.year.case_deadlines import case_due_on, is_case_ready
from app.store.queries.cases import latest_meeting
from app.store.queries.council import rules_on, the_council
from app.store.queries.meetings import attachments_in_order
from app.store.queries.wheel import year_taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section in the body's order; `version` is 0 before it was ever written.

    `computed` is what we write ourselves above the text; `takes_text` is false where that is all.
    """

    key: str
    heading: str
    text: RichText
    computed: RichText
    version: int
    takes_text: bool
    is_required: bool
    is_attachments: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """A file of the case; `number` runs through the meeting (R30), None without one.

    `kind` is a short word such as "pdf" or "docx"; empty for what can only be enclosed.
    """

    id: int
    version: int
    number: int | None
    title: str
    file_name: str
    kind: str
    size: int
    is_exempt: bool
    basis_id: int | None
    neutral_title: str


@dataclass(frozen=True, slots=True)
class StrategyChoice:
    """A strategy of the plan (R44)."""

    id: int
    number: str
    title: str
    wording: str
    goal: str
    area: str


@dataclass(frozen=True, slots=True)
class FinancingView:
    """A share that somebody else pays, in whole kroner."""

    id: int
    source: str
    amount: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class BasisChoice:
    """A provision that a document can be exempted by; `must` is duty of secrecy (R31)."""

    id: int
    act: str
    provision: str
    summary: str
    must: bool


@dataclass(frozen=True, slots=True)
class CasePlace:
    """The latest meeting that has the case on its agenda."""

    meeting_id: int
    item_id: int
    name: str
    held_on: date
    status: MeetingStatus


@dataclass(frozen=True, slots=True)
class CaseLink:
    """Another case that this one is tied to."""

    id: int
    number: str | None
    title: str
    body_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """Everything that the brief's editor shows; `is_closed` when the case has been treated.

    `ruling` says who decides and why, `own_level` what the rules alone say; `findings` what the
    brief lacks, what blocks first. `due_on` is when it must be ready for its meeting, None when
    nobody waits for it; `wheel_year` the year of the fixed point that made it (R19).
    """

    id: int
    version: int
    body: str
    body_name: str
    number: str | None
    title: str
    kind: CaseKind
    status: CaseStatus
    officer: str
    created_on: date
    amount: int | None
    total: int | None
    is_urgent: bool
    is_strategic: bool
    opens_new_area: bool
    is_controversial: bool
    consideration: str
    level_override: Level | None
    level_override_reason: str
    ruling: Ruling
    concerns_business: bool
    is_exempt: bool
    basis_id: int | None
    neutral_title: str
    archive_reference: str
    sections: tuple[SectionView, ...]
    strategies: tuple[StrategyChoice, ...]
    financing: tuple[FinancingView, ...]
    external_share: int
    attachments: tuple[AttachmentView, ...]
    findings: tuple[Finding, ...]
    place: CasePlace | None
    due_on: date | None
    wheel_year: int | None
    escalated_from: CaseLink | None
    is_closed: bool

    @property
    def lacking_sections(self) -> tuple[str, ...]:
        """Keys of the sections that something found missing belongs in, in the body's order."""
        told = {key for finding in self.findings for key in sections_of(finding)}
        return tuple(section.key for section in self.sections if section.key in told)


def sections_of(finding: Finding) -> tuple[str, ...]:
    """The keys of the sections where it is mended; none when it is elsewhere."""
    found = finding.reason.params.get("sections", ())
    return found if isinstance(found, tuple) else ()


class BriefService:
    """Reads briefs, and what can be chosen in them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self, case_id: int) -> BriefView:
        """The whole brief; `UserError` when the case is no more."""
        with self._desk.reading() as session:
            case = existing(session, Case, case_id, "case_unknown")
            meeting = latest_meeting(session, case_id)
            return self._view(session, case, meeting)

    def strategy_choices(self, on: date | None = None) -> tuple[StrategyChoice, ...]:
        """Every strategy of the plan that holds on `on` (today), in the plan's order."""
        with self._desk.reading() as session:
            day = on or self._desk.today(session)
            plans = session.scalars(select(Plan).order_by(Plan.valid_from)).all()
            holding = [plan for plan in plans if plan.valid_from <= day]
            return tuple(_of_plan(holding[-1] if holding else plans[0])) if plans else ()

    def basis_choices(self, on: date | None = None) -> tuple[BasisChoice, ...]:
        """The provisions that a document can be exempted by on `on` (R53)."""
        with self._desk.reading() as session:
            day = on or self._desk.today(session)
            rows = session.scalars(
                select(LegalBasis)
                .where(LegalBasis.purpose == BasisPurpose.DOCUMENT)
                .order_by(LegalBasis.id)
            )
            return tuple(
                BasisChoice(row.id, row.act, row.provision, row.summary, row.must_exempt)
                for row in rows
                if row.valid_from <= day and (row.valid_to is None or day < row.valid_to)
            )

    def _view(self, session: Session, case: Case, meeting: Meeting | None) -> BriefView:
        on = meeting.held_on if meeting is not None else case.created_on
        rules = level_rules(session)
        ruling = ruling_in_body(case, rules, on)
        voice = self._desk.document_voice(session)
        facts = BriefFacts(case, ruling, the_council(session).organisation, voice)
        numbers = _attachment_numbers(session, meeting)
        return BriefView(
            id=case.id,
            version=case.version,
            body=case.body.code,
            body_name=case.body.short_name,
            number=_number(case, on),
            title=case.title,
            kind=case.kind,
            status=case.status,
            officer=case.officer,
            created_on=case.created_on,
            amount=case.amount,
            total=case.total,
            is_urgent=case.is_urgent,
            is_strategic=case.is_strategic,
            opens_new_area=case.opens_new_area,
            is_controversial=case.is_controversial,
            consideration=case.controversy_assessment,
            level_override=case.level_override,
            level_override_reason=case.level_override_reason,
            ruling=ruling,
            concerns_business=case.concerns_business,
            is_exempt=case.is_exempt,
            basis_id=case.legal_basis_id,
            neutral_title=case.neutral_title,
            archive_reference=case.archive_reference,
            sections=tuple(_sections(case, facts)),
            strategies=_strategies(session, case),
            financing=tuple(
                FinancingView(row.id, row.source, row.amount, row.is_confirmed)
                for row in case.financing
            ),
            external_share=sum(row.amount for row in case.financing),
            attachments=tuple(_attachment(row, numbers) for row in present(case)),
            findings=_findings(session, case, meeting, on, numbers),
            place=_place(meeting, case),
            due_on=_due_on(meeting, case),
            wheel_year=year_taken_up(session, case.id),
            escalated_from=_link(case.escalated_from),
            is_closed=is_closed(session, case),
        )


def _sections(case: Case, facts: BriefFacts) -> Iterable[SectionView]:
    written = {row.key: row for row in case.texts}
    for section in case.body.sections:
        row = written.get(section.key)
        yield SectionView(
            key=section.key,
            heading=heading(section, facts),
            text=from_json(row.text) if row is not None else EMPTY,
            computed=RichText(computed_blocks(section, facts)),
            version=row.version if row is not None else 0,
            takes_text=not section.computed,
            is_required=section.required,
            is_attachments=section.key == ATTACHMENTS,
        )


def _findings(
    session: Session, case: Case, meeting: Meeting | None, on: date, numbers: dict[int, int]
) -> tuple[Finding, ...]:
    """What the brief itself lacks; nothing about the meeting."""
    known = number_attachments([case]) | numbers
    items = meeting.items if meeting is not None else []
    is_standing = any(one.case_id == case.id and one.standing_kind is not None for one in items)
    facts = replace(
        item_facts(level_rules(session), on, case.id, case, known), is_standing=is_standing
    )
    found = preflight(
        MeetingFacts(
            held_on=on, notice_on=on, level=case.body.level, needs_place=False, items=(facts,)
        )
    )
    return tuple(found)


def _attachment_numbers(session: Session, meeting: Meeting | None) -> dict[int, int]:
    """The number of each attachment through the meeting (R30)."""
    if meeting is None:
        return {}
    every = enumerate(attachments_in_order(session, meeting.id), start=1)
    return {attachment: number for number, attachment in every}


def _attachment(row: Attachment, numbers: dict[int, int]) -> AttachmentView:
    kinds = {media: kind for kind, media in MEDIA_TYPES.items()}
    kind: FileKind | None = kinds.get(row.media_type)
    return AttachmentView(
        id=row.id,
        version=row.version,
        number=numbers.get(row.id),
        title=row.title,
        file_name=row.file_name,
        kind=kind.value if kind is not None else "",
        size=row.size,
        is_exempt=row.is_exempt,
        basis_id=row.legal_basis_id,
        neutral_title=row.neutral_title,
    )


def _strategies(session: Session, case: Case) -> tuple[StrategyChoice, ...]:
    served = {strategy.id for strategy in case.strategies}
    if not served:
        return ()
    plans = session.scalars(select(Plan).order_by(Plan.valid_from))
    return tuple(one for plan in plans for one in _of_plan(plan) if one.id in served)


def _of_plan(plan: Plan) -> Iterable[StrategyChoice]:
    for area in plan.target_areas:
        for goal in area.goals:
            for strategy in goal.strategies:
                yield StrategyChoice(
                    strategy.id,
                    strategy.number,
                    strategy.short_title,
                    strategy.wording or "",
                    f"{goal.number} {goal.short_title}",
                    area.title,
                )


def _place(meeting: Meeting | None, case: Case) -> CasePlace | None:
    if meeting is None:
        return None
    item = next(one for one in meeting.items if one.case_id == case.id)
    return CasePlace(meeting.id, item.id, meeting_name(meeting), meeting.held_on, meeting.status)


def _due_on(meeting: Meeting | None, case: Case) -> date | None:
    if meeting is None or is_case_ready(meeting, case):
        return None
    entry = case.wheel_entry
    return case_due_on(meeting, None if entry is None else entry.deadline_days)


def _link(case: Case | None) -> CaseLink | None:
    if case is None:
        return None
    number = _number(case, case.created_on)
    return CaseLink(case.id, number, case.title, case.body.short_name)


def _number(case: Case, on: date) -> str | None:
    return case_number(case, rules_on(case.body, on))
