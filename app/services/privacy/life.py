"""One person through the years: every place, meeting and vote by name (R5, R34, R36)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.vocabulary import (
    ActionStatus,
    AttendanceRole,
    AttendanceState,
    Audience,
    Choice,
    Group,
)
from app.i18n.voice import Voice
from app.models import AgendaItem, Body, Person, Seat, Term
from app.services.numbers import case_number, meeting_label
from app.services.papers.audience import Lens
from app.services.people import PositionView, position_view
from app.services.roster import last_day, seat_title
from app.store.queries import person_life as read
from app.store.queries.council import rules_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A seat, a place as deputy or one as observer; the last day is inclusive."""

    group: Group
    seat_id: int | None
    title: str
    body: str
    institution: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting that lists the person; `reason` is for the person and the secretary alone."""

    meeting_id: int
    label: str
    body: str
    held_on: date
    role: AttendanceRole
    state: AttendanceState
    function: str
    institution: str
    by_video: bool
    presided: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteLine:
    """A ballot by name; of an exempt case `public_title` is the neutral one."""

    meeting_id: int
    held_on: date
    number: str
    title: str
    public_title: str
    subject: str
    choice: Choice
    is_adopted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutLine:
    """An item that the person was disqualified for (R37)."""

    held_on: date
    meeting: str
    number: str
    public_title: str
    reason: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task that the person answers for (R43)."""

    task: str
    due_on: date | None
    status: ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLife:
    """One person with everything that the rows of the file say of them, the latest first."""

    id: int
    version: int
    name: str
    email: str
    phone: str
    positions: tuple[PositionView, ...]
    places: tuple[PlaceLine, ...]
    meetings: tuple[MeetingLine, ...]
    votes: tuple[VoteLine, ...]
    disqualified: tuple[OutLine, ...]
    tasks: tuple[TaskLine, ...]

    @property
    def attended(self) -> int:
        """At how many meetings the person was present."""
        return sum(line.state is AttendanceState.PRESENT for line in self.meetings)


def person_life(session: Session, person: Person, voice: Voice) -> PersonLife:
    """Read it all."""
    lens = Lens(Audience.PUBLIC, observers_see_exempt=False, voice=voice)
    return PersonLife(
        id=person.id,
        version=person.version,
        name=person.name,
        email=person.email,
        phone=person.phone,
        positions=tuple(position_view(row) for row in reversed(person.positions)),
        places=tuple(_places(session, person.id)),
        meetings=tuple(_meetings(session, person.id)),
        votes=tuple(_votes(session, person.id, lens)),
        disqualified=tuple(_out(session, person.id, lens)),
        tasks=tuple(
            TaskLine(row.task, row.due_on, row.status)
            for row in read.tasks_of(session, person.id)
            if row.case is None or not row.case.is_exempt
        ),
    )


def _places(session: Session, person_id: int) -> list[PlaceLine]:
    found = [
        _place(Group.MEMBER, term, seat, body)
        for term, seat, body in read.terms_held(session, person_id)
    ]
    found += [
        _place(Group.DEPUTY, term, seat, body)
        for term, seat, body in read.terms_as_deputy(session, person_id)
    ]
    found += [
        PlaceLine(
            group=Group.OBSERVER,
            seat_id=None,
            title="",
            body=body.short_name,
            institution=row.institution.name,
            from_on=row.valid_from,
            to_on=last_day(row.valid_to),
        )
        for row, body in read.observed(session, person_id)
    ]
    return sorted(found, key=lambda line: line.from_on, reverse=True)


def _place(group: Group, term: Term, seat: Seat, body: Body) -> PlaceLine:
    return PlaceLine(
        group=group,
        seat_id=seat.id,
        title=seat_title(seat, term.start_on),
        body=body.short_name,
        institution=term.institution.name,
        from_on=term.start_on,
        to_on=last_day(term.end_on),
    )


def _meetings(session: Session, person_id: int) -> list[MeetingLine]:
    chaired = read.presided(session, person_id)
    return [
        MeetingLine(
            meeting_id=meeting.id,
            label=meeting_label(meeting),
            body=meeting.body.short_name,
            held_on=meeting.held_on,
            role=line.role,
            state=line.state,
            function=line.function,
            institution=line.institution.name if line.institution is not None else "",
            by_video=line.by_video,
            presided=meeting.id in chaired,
            reason=line.reason,
        )
        for line, meeting in read.attended(session, person_id)
    ]


def _votes(session: Session, person_id: int, lens: Lens) -> list[VoteLine]:
    return [
        VoteLine(
            meeting_id=meeting.id,
            held_on=meeting.held_on,
            number=_number(item, meeting.held_on),
            title=item.case.title if item.case is not None else item.title,
            public_title=_public_title(item, lens),
            subject=vote.subject if item.case is None or lens.sees(item.case) else "",
            choice=ballot.choice,
            is_adopted=vote.is_adopted,
        )
        for ballot, vote, item, meeting in read.ballots_of(session, person_id)
    ]


def _out(session: Session, person_id: int, lens: Lens) -> list[OutLine]:
    return [
        OutLine(
            held_on=meeting.held_on,
            meeting=meeting_label(meeting),
            number=_number(item, meeting.held_on),
            public_title=_public_title(item, lens),
            reason=row.reason,
            legal_basis=row.legal_basis,
        )
        for row, item, meeting in read.disqualified_at(session, person_id)
    ]


def _number(item: AgendaItem, on: date) -> str:
    if item.case is None:
        return ""
    return case_number(item.case, rules_on(item.case.body, on)) or ""


def _public_title(item: AgendaItem, lens: Lens) -> str:
    return item.title if item.case is None else lens.case_title(item.case)
