"""Meetings: which there are, and publishing an agenda (R24, R26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import UserError
from app.domain.meeting_status import after
from app.domain.numbering import next_numbers
from app.domain.publishing import Finding, preflight, require_publishable
from app.domain.reasons import Reason
from app.domain.vocabulary import CaseStatus, MeetingEvent, MeetingStatus, Severity
from app.models import Case, Meeting
from app.services.changes import Changes, Kind, changed
from app.services.desk import Desk
from app.services.editing.done import existing
from app.services.numbers import case_number, meeting_label, meeting_name
from app.services.papers.published import keep_published
from app.services.preflight import meeting_facts
from app.store.queries.agenda_numbers import numbers_given
from app.store.queries.council import body_by_code, rules_on
from app.store.queries.meetings import (
    UPCOMING,
    find_meeting,
    load_agenda,
    meetings_with_counts,
)
from app.store.queries.queue import WAITING
from app.store.unit_of_work import UnitOfWork, expect_version


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting as listed; times are `HH:MM` on the wall clock of Europe/Oslo."""

    id: int
    label: str
    name: str
    body: str
    number: int
    year: int
    held_on: date
    start: str
    end: str
    place: str
    host: str | None
    status: MeetingStatus
    items: int
    version: int


@dataclass(frozen=True, slots=True)
class Published:
    """The numbers that were given, by title, and what was warned about."""

    label: str
    name: str
    numbers: tuple[tuple[str, str], ...]
    warnings: tuple[Reason, ...]
    changes: Changes


class MeetingService:
    """Reads meetings and takes them from step to step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, body: str | None = None) -> tuple[MeetingRow, ...]:
        """Every meeting by date, or one body's."""
        with self._desk.reading() as session:
            chosen = None if body is None else body_by_code(session, body).id
            return tuple(
                _row(meeting, items) for meeting, items in meetings_with_counts(session, chosen)
            )

    def coming_for(self, case_id: int) -> tuple[MeetingRow, ...]:
        """The meetings of the case's body, from today on, that it can be taken up in."""
        with self._desk.reading() as session:
            case = existing(session, Case, case_id, "case_unknown")
            today = self._desk.today(session)
            return tuple(
                _row(meeting, items)
                for meeting, items in meetings_with_counts(session, case.body_id)
                if meeting.status in UPCOMING and meeting.held_on >= today
            )

    def find(self, reference: str) -> int:
        """The id of the meeting that `next`, a label or an id names; `UserError` for none."""
        with self._desk.reading() as session:
            return find_meeting(session, reference, self._desk.today(session))

    def is_unpublished(self, meeting_id: int) -> bool:
        """Whether the agenda has not been published yet."""
        with self._desk.reading() as session:
            return session.get_one(Meeting, meeting_id).agenda_version == 0

    def preflight(self, meeting_id: int) -> tuple[Finding, ...]:
        """What stands between this agenda and its publication, what blocks first (R28)."""
        with self._desk.reading() as session:
            meeting = load_agenda(session, meeting_id)
            return tuple(preflight(meeting_facts(session, meeting, self._desk.today(session))))

    def publish(
        self, meeting_id: int, *, reason: str = "", expected_version: int | None = None
    ) -> Published:
        """Give every case its number and call the meeting (R24, R26).

        `UserError` names what blocks; warnings take one `reason` for them all, which is logged.
        """
        with self._desk.writing() as work:
            meeting = load_agenda(work.session, meeting_id)
            if expected_version is not None:
                expect_version(meeting, expected_version)
            step = after(meeting.status, MeetingEvent.CALL)
            today = self._desk.today(work.session)
            findings = preflight(meeting_facts(work.session, meeting, today))
            require(findings, reason)
            meeting.status, meeting.called_on, meeting.agenda_version = step, today, 1
            number_cases(work, meeting)
            voice = self._desk.document_voice(work.session)
            keep_published(work.session, meeting, voice, today, self._desk.clock())
            verb = "publish_agenda" if not reason else f"publish_agenda: {reason}"
            work.describe(verb, "meeting", meeting.id, final=True)
            work.commit()
            return published(meeting, findings)


def cases_of(meeting: Meeting) -> list[Case]:
    """The cases on the agenda in order, withdrawn ones too."""
    return [item.case for item in meeting.items if item.case is not None]


def require(findings: list[Finding], reason: str) -> None:
    """Say what blocks in its own words when it is one thing, else how many things there are."""
    blocking = [finding for finding in findings if finding.severity is Severity.BLOCK]
    if len(blocking) == 1:
        raise UserError(blocking[0].reason.code, **blocking[0].reason.params)
    require_publishable(findings, reason)


def number_cases(work: UnitOfWork, meeting: Meeting) -> None:
    """Give every case without a number the next of its year; all on it are published (R26)."""
    year = meeting.held_on.year
    unnumbered = [case for case in cases_of(meeting) if case.number is None]
    given = numbers_given(work.session, meeting.body_id, year)
    for case, number in zip(unnumbered, next_numbers(given, len(unnumbered)), strict=True):
        case.number, case.number_year = number, year
    for item in meeting.items:
        if item.case is not None and not item.is_withdrawn and item.case.status in WAITING:
            item.case.status = CaseStatus.PUBLISHED
    work.session.flush()


def published(meeting: Meeting, findings: list[Finding]) -> Published:
    """The numbers on the agenda as it now stands, and what was warned about."""
    rules = rules_on(meeting.body, meeting.held_on)
    cases = cases_of(meeting)
    return Published(
        meeting_label(meeting),
        meeting_name(meeting),
        tuple((case_number(case, rules) or "", case.title) for case in cases),
        tuple(finding.reason for finding in findings),
        changed(Kind.MEETING, meeting.id, also=(Kind.CASE,)),
    )


def _row(meeting: Meeting, items: int) -> MeetingRow:
    return MeetingRow(
        id=meeting.id,
        label=meeting_label(meeting),
        name=meeting_name(meeting),
        body=meeting.body.code,
        number=meeting.number,
        year=meeting.year,
        held_on=meeting.held_on,
        start=meeting.start_time,
        end=meeting.end_time,
        place=meeting.place,
        host=meeting.host.name if meeting.host is not None else None,
        status=meeting.status,
        items=items,
        version=meeting.version,
    )
