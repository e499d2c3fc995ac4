"""Writes the meetings of the story: agendas, roll calls, talk, votes and decisions."""

from __future__ import annotations

from datetime import date, timedelta

from app import models
from app.domain.deadlines import DeadlineRule, deadline
from app.domain.rich_text import to_json
from app.domain.vocabulary import (
    AttendanceMode,
    AttendanceRole,
    AttendanceState,
    DeadlineKind,
    ItemKind,
    MeetingKind,
    MeetingStatus,
)
from app.services.demo.ballots import Decided
from app.services.demo.case_rows import CLOSED_BY, CaseWriter
from app.services.demo.docket import ItemPlan, MeetingPlan
from app.services.demo.markup import rich
from app.services.demo.people_rows import Places
from app.services.demo.roll import AttendancePlan, Roll
from app.services.demo.shelf import Shelf
from app.services.demo.story import Story
from app.services.demo.talk import said_of
from app.services.holidays import is_holiday

STARTS = {"NR": (9 * 60, 150), "RR": (10 * 60, 180)}
"""When a body's meetings begin, and how long they last, in minutes; else the profile's."""

EXTRA_START, EXTRA_MINUTES = 14 * 60, 60
LETTER_START, LETTER_MINUTES = 9 * 60, 360
URGENT_DAYS = 3
"""How long before an extraordinary meeting it is called."""

AWAY_AT_COMING = 4
"""The seat whose member has sent an apology for the coming meeting."""


class MeetingWriter:
    """Writes every meeting, as it stood before its minutes were sent out."""

    def __init__(self, shelf: Shelf, story: Story, where: Places, cases: CaseWriter) -> None:
        self._shelf, self._story, self._where, self._cases = shelf, story, where, cases

    def write(self) -> None:
        """The meetings first, then their agendas, then what happened in them."""
        meetings = self._story.docket.meetings
        for meeting in meetings:
            self._write_meeting(meeting)
        for meeting in meetings:
            for item in meeting.items:
                self._write_item(item)
        for meeting in meetings:
            if meeting.is_past:
                self._write_roll(meeting, self._story.rolls[meeting.number])
        for meeting in meetings:
            if meeting.is_past:
                for item in meeting.items:
                    self._write_talk(item)
        self._write_coming()

    def _write_meeting(self, meeting: MeetingPlan) -> None:
        day, roll = meeting.day, self._story.rolls.get(meeting.number)
        start, end = self._times(meeting)
        chance = self._story.frame.dice.of("clock", day.body, day.on)
        begun = start + chance.choice((0, 0, 0, 5))
        spent = sum(item.minutes for item in meeting.items)
        ended = min(end + 15, begun + max(20, spent + chance.choice((-10, -5, 0, 5))))
        is_past = meeting.is_past
        notified_on, called_on = self._sent(meeting)
        presiding = roll.presiding if roll else None
        self._shelf.put(
            models.Meeting,
            id=meeting.number,
            body_id=self._where.bodies[day.body],
            year=day.year,
            number=day.number,
            kind=day.kind,
            mode=day.mode,
            held_on=day.on,
            start_time=clock(start),
            end_time=clock(end),
            actual_start=clock(begun) if is_past else None,
            actual_end=clock(ended) if is_past else None,
            place=meeting.place,
            host_id=self._where.institutions[meeting.host] if meeting.host is not None else None,
            host_reason=meeting.host_reason,
            video_link=_video(meeting),
            status=MeetingStatus.HELD if is_past else meeting.status,
            status_reason=meeting.status_reason,
            notified_on=notified_on,
            called_on=called_on,
            agenda_version=1 if is_past else 0,
            presided_by_id=presiding.person.number if presiding else None,
            secretary_name=roll.secretary.name if roll and roll.secretary else "",
        )

    def _times(self, meeting: MeetingPlan) -> tuple[int, int]:
        """Start and end in minutes of the day; a long agenda gets the time it needs."""
        day = meeting.day
        if day.kind is MeetingKind.EXTRAORDINARY:
            return EXTRA_START, EXTRA_START + EXTRA_MINUTES
        if meeting.is_by_letter:
            return LETTER_START, LETTER_START + LETTER_MINUTES
        rules = self._story.setting.body(day.body).rules_on(day.on)
        hours, minutes = map(int, rules.meeting_start.split(":"))
        start, length = STARTS.get(day.body, (hours * 60 + minutes, rules.meeting_minutes))
        needed = sum(item.minutes for item in meeting.items)
        return start, start + max(length, -(-needed // 30) * 30)

    def _sent(self, meeting: MeetingPlan) -> tuple[date | None, date | None]:
        """When the advance notice and the papers went out (R21, R24)."""
        day, today = meeting.day, self._story.frame.today
        if day.kind is not MeetingKind.ORDINARY:
            called = day.on - timedelta(days=URGENT_DAYS)
            return called, called
        notified = self._deadline(meeting, DeadlineKind.NOTICE)
        if meeting.status is MeetingStatus.PLANNED or notified > today:
            return None, None
        if not meeting.is_past:
            return notified, None
        return notified, self._deadline(meeting, DeadlineKind.PAPERS)

    def _deadline(self, meeting: MeetingPlan, kind: DeadlineKind) -> date:
        body = self._story.setting.body(meeting.day.body)
        spec = next(one for one in body.deadlines if one.kind is kind)
        rule = DeadlineRule(kind, abs(spec.days), spec.unit)
        return deadline(meeting.day.on, rule, is_holiday).on

    def _write_item(self, item: ItemPlan) -> None:
        self._shelf.put(
            models.AgendaItem,
            id=item.number,
            meeting_id=item.meeting.number,
            sort=item.sort,
            kind=ItemKind.CASE if item.case is not None else ItemKind.STANDING,
            standing_kind=item.standing,
            case_id=item.case.number if item.case is not None else None,
            title=item.title,
            minutes=item.minutes,
            approves_meeting_id=item.approves.number if item.approves is not None else None,
        )

    def _write_roll(self, meeting: MeetingPlan, roll: Roll) -> None:
        for line in roll.lines:
            self._write_line(meeting, line)

    def _write_line(self, meeting: MeetingPlan, line: AttendancePlan) -> None:
        seat = None
        if line.term is not None:
            seat = self._where.seats[meeting.day.body, line.term.seat]
        self._shelf.put(
            models.Attendance,
            id=line.number,
            meeting_id=meeting.number,
            person_id=line.person.number,
            seat_id=seat,
            institution_id=self._where.institutions[line.institution],
            role=line.role,
            state=line.state,
            function=line.function,
            by_video=line.by_video,
            arrives_at_id=line.arrives_at.number if line.arrives_at else None,
            leaves_at_id=line.leaves_at.number if line.leaves_at else None,
            reason=line.reason,
        )

    def _write_talk(self, item: ItemPlan) -> None:
        said, decided = said_of(self._story, item), self._story.decided[item.number]
        closed = None
        if item.case is not None and "exempt" in item.case.stage.flags:
            closed = self._cases.basis(CLOSED_BY, item.meeting.day.on)
        self._shelf.put(
            models.Deliberation,
            item_id=item.number,
            text=to_json(rich(said.text)),
            outcome=said.outcome,
            decision=to_json(rich(said.decision)),
            presided_by_id=decided.presiding.person.number if decided.presiding else None,
            closed_on_basis_id=closed,
        )
        self._write_votes(item, decided)

    def _write_votes(self, item: ItemPlan, decided: Decided) -> None:
        for vote in decided.votes:
            number = self._shelf.put(
                models.Vote,
                item_id=item.number,
                sort=vote.sort,
                subject=vote.subject,
                proposed_by=vote.proposed_by,
                method=vote.method,
                votes_for=vote.in_favour,
                votes_against=vote.against,
                votes_blank=vote.blank,
                by_casting_vote=vote.by_casting_vote,
                is_adopted=vote.is_adopted,
            )
            for line, choice in vote.ballots:
                self._shelf.put(
                    models.Ballot, vote_id=number, attendance_id=line.number, choice=choice
                )
        for out in decided.out:
            self._shelf.put(
                models.Disqualification,
                item_id=item.number,
                attendance_id=out.line.number,
                reason=out.reason,
                legal_basis=out.legal_basis,
                deputy_id=out.deputy.number if out.deputy is not None else None,
            )

    def _write_coming(self) -> None:
        """One member has sent an apology for the coming meeting, so a deputy is called (R33)."""
        meeting = self._story.docket.coming
        sitting = self._story.roster.sitting("NR", meeting.day.on)
        for term in sitting:
            if term.seat == AWAY_AT_COMING:
                self._shelf.put(
                    models.Attendance,
                    meeting_id=meeting.number,
                    person_id=term.person.number,
                    seat_id=self._where.seats["NR", term.seat],
                    institution_id=self._where.institutions[term.institution],
                    role=AttendanceRole.MEMBER,
                    state=AttendanceState.APOLOGY,
                    function="",
                    by_video=False,
                    arrives_at_id=None,
                    leaves_at_id=None,
                    reason="Reise",
                )


def clock(minutes: int) -> str:
    """`09:05` of minutes since midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _video(meeting: MeetingPlan) -> str:
    day = meeting.day
    if day.mode is AttendanceMode.IN_PERSON or meeting.is_by_letter:
        return ""
    return f"https://video.example/{day.body.lower()}-{day.number}-{day.year}"
