"""A meeting's agenda as the workspace shows it: facts, lines, what is missing, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.publishing import Finding
from app.domain.vocabulary import (
    AttendanceMode,
    CaseKind,
    CaseStatus,
    ItemKind,
    Level,
    MeetingKind,
    MeetingStatus,
    Severity,
    StandingKind,
)
from app.models import AgendaItem, Case, Meeting
from app.services.desk import Desk
from app.services.editing.clock_times import minutes_of
from app.services.editing.difference import AgendaDifference, Difference, difference
from app.services.editing.done import existing
from app.services.editing.placing import StandingSpec, is_published, standing_spec
from app.services.gatherings.rule import is_gathering
from app.services.levels import LevelRules, level_rules, ruling_in_body
from app.services.meeting_steps import NextStep, StepRow, next_step, steps
from app.services.numbers import case_number, meeting_label, meeting_name
from app.services.papers.attachments import present
from app.services.papers.record import made_at
from app.services.preflight import findings_of
from app.store.queries.cases import latest_meetings
from app.store.queries.council import body_by_code, rules_on
from app.store.queries.meetings import UPCOMING, load_agenda
from app.store.queries.queue import queue_length, queue_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFactsView:
    """What is known of a meeting; times are `HH:MM` on the wall clock of Europe/Oslo."""

    id: int
    version: int
    label: str
    name: str
    body: str
    body_name: str
    body_short_name: str
    number: int
    year: int
    held_on: date
    start: str
    end: str
    place: str
    host_id: int | None
    host: str | None
    host_reason: str
    video_link: str
    kind: MeetingKind
    mode: AttendanceMode
    status: MeetingStatus
    status_reason: str
    notified_on: date | None
    called_on: date | None
    agenda_version: int
    record_name: str
    is_gathering: bool
    """Whether it decides nothing and ends in a report (R17, R20)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One line of the agenda; `number` is None until it is given.

    `start` is when it begins (`HH:MM`), empty where no times are set. `findings` is what stands
    between this case and its publication, `difference` what became of it since.
    """

    id: int
    version: int
    kind: ItemKind
    standing_kind: StandingKind | None
    case_id: int | None
    number: str | None
    title: str
    case_kind: CaseKind | None
    status: CaseStatus | None
    level: Level | None
    amount: int | None
    minutes: int
    start: str
    presenter: str
    officer: str
    is_exempt: bool
    is_withdrawn: bool
    is_published: bool
    attachments: int
    approves: str | None
    findings: tuple[Finding, ...]
    difference: Difference | None

    @property
    def is_blocked(self) -> bool:
        """Whether something about it must be mended before it can go out."""
        return any(finding.severity is Severity.BLOCK for finding in self.findings)


@dataclass(frozen=True, slots=True)
class AgendaCounts:
    """How many lines there are of each sort, withdrawn ones left out."""

    lines: int
    cases: int
    attachments: int
    lacking: int
    """Cases with something missing."""
    queue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The whole agenda tab in one read."""

    meeting: MeetingFactsView
    lines: tuple[AgendaLine, ...]
    planned_minutes: int
    length_minutes: int
    steps: tuple[StepRow, ...]
    next_step: NextStep
    blocking: tuple[Finding, ...]
    """Why the next step cannot be taken yet; each `item` names its line."""
    findings: tuple[Finding, ...]
    """What there is to say about the meeting itself, and the lines', what blocks first."""
    difference: AgendaDifference
    counts: AgendaCounts
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A case that waits for an agenda."""

    id: int
    number: str | None
    title: str
    kind: CaseKind
    status: CaseStatus
    amount: int | None
    officer: str
    created_on: date
    is_exempt: bool
    back_from_on: date | None
    """The day of the meeting that postponed it or sent it back."""


class AgendaService:
    """Reads agendas and what can be put on them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self, meeting_id: int) -> AgendaView:
        """Everything the agenda's tab shows; `UserError` when the meeting is no more."""
        with self._desk.reading() as session:
            existing(session, Meeting, meeting_id, "meeting_gone")
            meeting = load_agenda(session, meeting_id)
            today = self._desk.today(session)
            differing = difference(session, meeting, self._desk.document_voice(session), today)
            return _view(session, meeting, differing, today)

    def queue(self, body: str) -> tuple[QueueRow, ...]:
        """The body's cases that wait, postponed ones first (R23)."""
        with self._desk.reading() as session:
            chosen = body_by_code(session, body)
            rules = rules_on(chosen, self._desk.today(session))
            meetings = latest_meetings(session, with_cancelled=True)
            return tuple(
                QueueRow(
                    id=case.id,
                    number=case_number(case, rules),
                    title=case.title,
                    kind=case.kind,
                    status=case.status,
                    amount=case.amount,
                    officer=case.officer,
                    created_on=case.created_on,
                    is_exempt=case.is_exempt,
                    back_from_on=_back_from(case, meetings),
                )
                for case in queue_of(session, chosen.id)
            )

    def standing_choices(self, meeting_id: int) -> tuple[StandingSpec, ...]:
        """The body's standing items that are not on this agenda, to be added with one click."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")
            there = {item.standing_kind for item in meeting.items}
            return tuple(
                standing_spec(row) for row in meeting.body.standing_items if row.kind not in there
            )


def meeting_view(meeting: Meeting) -> MeetingFactsView:
    """The facts of a meeting as screens show them."""
    return MeetingFactsView(
        id=meeting.id,
        version=meeting.version,
        label=meeting_label(meeting),
        name=meeting_name(meeting),
        body=meeting.body.code,
        body_name=meeting.body.name,
        body_short_name=meeting.body.short_name,
        number=meeting.number,
        year=meeting.year,
        held_on=meeting.held_on,
        start=meeting.start_time,
        end=meeting.end_time,
        place=meeting.place,
        host_id=meeting.host_id,
        host=meeting.host.name if meeting.host is not None else None,
        host_reason=meeting.host_reason,
        video_link=meeting.video_link,
        kind=meeting.kind,
        mode=meeting.mode,
        status=meeting.status,
        status_reason=meeting.status_reason,
        notified_on=meeting.notified_on,
        called_on=meeting.called_on,
        agenda_version=meeting.agenda_version,
        record_name=rules_on(meeting.body, meeting.held_on).record_name,
        is_gathering=is_gathering(meeting),
    )


def _view(
    session: Session, meeting: Meeting, differing: AgendaDifference, today: date
) -> AgendaView:
    can_edit = meeting.status in UPCOMING
    has_changed = bool(differing)
    found = findings_of(session, meeting, today, has_changed=has_changed) if can_edit else []
    lines = tuple(_lines(meeting, level_rules(session), found, differing))
    has_papers = made_at(session, meeting) is not None
    then = next_step(meeting, has_changed=has_changed, has_papers=has_papers)
    goes_out = then in (NextStep.PUBLISH, NextStep.REVISE)
    return AgendaView(
        meeting=meeting_view(meeting),
        lines=lines,
        planned_minutes=sum(line.minutes for line in lines if not line.is_withdrawn),
        length_minutes=minutes_of(meeting.end_time) - minutes_of(meeting.start_time),
        steps=steps(meeting, has_papers=has_papers, is_gathering=is_gathering(meeting)),
        next_step=then,
        blocking=tuple(one for one in found if one.severity is Severity.BLOCK and goes_out),
        findings=tuple(found),
        difference=differing,
        counts=_counts(session, meeting, lines),
        can_edit=can_edit,
    )


def _counts(session: Session, meeting: Meeting, lines: Iterable[AgendaLine]) -> AgendaCounts:
    standing = [line for line in lines if not line.is_withdrawn]
    cases = [line for line in standing if line.case_id is not None]
    return AgendaCounts(
        lines=len(standing),
        cases=len(cases),
        attachments=sum(line.attachments for line in cases),
        lacking=sum(bool(line.findings) for line in cases),
        queue=queue_length(session, meeting.body_id),
    )


def _lines(
    meeting: Meeting, rules: LevelRules, found: Iterable[Finding], differing: AgendaDifference
) -> Iterable[AgendaLine]:
    every = list(found)
    became = {one.item_id: one.what for one in differing.items if one.item_id is not None}
    at = minutes_of(meeting.start_time)
    is_timed = any(item.minutes for item in meeting.items)
    for item in meeting.items:
        is_shown = is_timed and item.kind is not ItemKind.HEADING and not item.is_withdrawn
        yield _line(
            meeting,
            item,
            rules,
            start=f"{at // 60 % 24:02}:{at % 60:02}" if is_shown else "",
            findings=tuple(finding for finding in every if finding.item == item.id),
            became=became.get(item.id),
        )
        at += 0 if item.is_withdrawn else item.minutes


def _line(
    meeting: Meeting,
    item: AgendaItem,
    rules: LevelRules,
    *,
    start: str,
    findings: tuple[Finding, ...],
    became: Difference | None,
) -> AgendaLine:
    case: Case | None = item.case
    approves = item.approves_meeting
    return AgendaLine(
        id=item.id,
        version=item.version,
        kind=item.kind,
        standing_kind=item.standing_kind,
        case_id=item.case_id,
        number=case_number(case, rules_on(meeting.body, meeting.held_on)) if case else None,
        title=case.title if case else item.title,
        case_kind=case.kind if case else None,
        status=case.status if case else None,
        level=ruling_in_body(case, rules, meeting.held_on).level if case else None,
        amount=case.amount if case else None,
        minutes=item.minutes,
        start=start,
        presenter=item.presenter,
        officer=case.officer if case else "",
        is_exempt=case.is_exempt if case else False,
        is_withdrawn=item.is_withdrawn,
        is_published=is_published(meeting, item),
        attachments=len(present(case)) if case else 0,
        approves=meeting_name(approves) if approves is not None else None,
        findings=findings,
        difference=became,
    )


def _back_from(case: Case, meetings: Mapping[int, Meeting]) -> date | None:
    meeting = meetings.get(case.id)
    is_back = case.status in (CaseStatus.POSTPONED, CaseStatus.SENT_BACK)
    return meeting.held_on if is_back and meeting is not None else None
