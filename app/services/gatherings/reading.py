"""Reads a gathering as of its own day (R7, R17, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.collation import alphabetical
from app.domain.errors import UserError
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.vocabulary import (
    ActionStatus,
    AttendanceRole,
    InstitutionKind,
    ItemKind,
    MeetingStatus,
)
from app.models import ActionItem, AgendaItem, Attendance, Meeting
from app.services.editing.clock_times import shifted
from app.services.gatherings.facts import (
    GatheringView,
    MunicipalityPart,
    Participant,
    PersonChoice,
    Point,
    ProgrammeLine,
)
from app.services.gatherings.next_host import next_host
from app.services.gatherings.rule import is_gathering
from app.services.meeting_steps import has_begun, was_held
from app.services.numbers import meeting_label, meeting_name
from app.services.papers.audience import Lens
from app.services.roster import SeatRow, seat_rows
from app.store.queries.gatherings import (
    contacts_of,
    earlier_points,
    gathering_meeting,
    points_of,
    statuses_of,
)
from app.store.queries.meetings import load_agenda
from app.store.queries.minutes import roll_call
from app.store.queries.roster import observers_on
from app.store.queries.seat_facts import institution_facts
from app.store.queries.turns import institution_names, people_at

_STILL = (MeetingStatus.CANCELLED, MeetingStatus.APPROVED)


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody the body has in a seat that day, as a deputy for one, or as an observer."""

    person_id: int
    institution_id: int
    role: AttendanceRole
    seat_id: int | None
    function: str = ""
    """What the seat is called, for one whose position is not known."""


def the_gathering(session: Session, meeting_id: int) -> Meeting:
    """The meeting; `UserError` when it is gone, or when its body decides things."""
    meeting = gathering_meeting(session, meeting_id)
    if meeting is None:
        raise UserError("meeting_gone")
    if not is_gathering(meeting):
        raise UserError("no_gathering", meeting=meeting_name(meeting))
    return meeting


def has_been(meeting: Meeting, today: date) -> bool:
    """Whether the gathering is over, recorded as held or not."""
    is_off = meeting.status is MeetingStatus.CANCELLED
    return not is_off and (was_held(meeting.status) or meeting.held_on < today)


def can_be_reported(meeting: Meeting, today: date) -> bool:
    """Whether there may be something to report: from the day itself on."""
    is_off = meeting.status is MeetingStatus.CANCELLED
    return not is_off and (has_begun(meeting.status) or meeting.held_on <= today)


def municipalities_on(session: Session, on: date) -> list[InstitutionFacts]:
    """The municipalities that exist on `on`, by name (R18)."""
    return _towns(Lineage(institution_facts(session)), on)


def read_gathering(session: Session, meeting: Meeting, today: date, lens: Lens) -> GatheringView:
    """Everything about the gathering; `lens` is whose eyes its programme is for (R31)."""
    on = meeting.held_on
    lineage = Lineage(institution_facts(session))
    names = institution_names(session)
    statuses = statuses_of(session, meeting.id)
    people = _participants(session, meeting)
    by_place: dict[int, list[Participant]] = {}
    for one in people:
        place = lineage.heir_on(one.institution_id, on) if one.institution_id else 0
        by_place.setdefault(place, []).append(one)
    parts = []
    for town in _towns(lineage, on):
        status = statuses.get(town.id)
        parts.append(
            MunicipalityPart(
                id=town.id,
                name=town.name,
                short_name=names[town.id].short,
                is_host=town.id == meeting.host_id,
                participants=tuple(by_place.pop(town.id, ())),
                status=status.text if status is not None else "",
                version=status.version if status is not None else 0,
            )
        )
    return GatheringView(
        meeting_id=meeting.id,
        label=meeting_label(meeting),
        name=meeting_name(meeting),
        held_on=on,
        host_id=meeting.host_id,
        host=meeting.host.name if meeting.host is not None else None,
        is_over=has_been(meeting, today),
        can_edit=meeting.status not in _STILL,
        municipalities=tuple(parts),
        others=tuple(one for rest in by_place.values() for one in rest),
        programme=tuple(programme_lines(session, meeting, lens)),
        points=tuple(_point(row, today) for row in points_of(session, meeting.id)),
        earlier=tuple(_point(row, today) for row in earlier_points(session, meeting)),
        next_host=next_host(session, meeting, today),
    )


def expected(session: Session, meeting: Meeting) -> dict[int, Expected]:
    """By person, those the body has that day; a seat before a deputy before an observer (R5)."""
    found: dict[int, Expected] = {}
    seats = seat_rows(session, meeting.body, meeting.held_on)
    for person, seat in _in_seats(seats):
        found.setdefault(
            person,
            Expected(
                person,
                seat.institution_id or 0,
                AttendanceRole.MEMBER,
                seat.seat_id,
                seat.function,
            ),
        )
    for seat in seats:
        for deputy in seat.deputies:
            role = AttendanceRole.DEPUTY
            found.setdefault(
                deputy.id, Expected(deputy.id, seat.institution_id or 0, role, seat.seat_id)
            )
    for row in observers_on(session, meeting.body_id, meeting.held_on):
        found.setdefault(
            row.person_id,
            Expected(row.person_id, row.institution_id, AttendanceRole.OBSERVER, None),
        )
    return found


def people_to_ask(session: Session, meeting: Meeting) -> tuple[PersonChoice, ...]:
    """Everyone with a position that day, in a municipality or elsewhere, by name."""
    places = [one.id for one in institution_facts(session)]
    found = people_at(session, places, meeting.held_on)
    every = [
        PersonChoice(key, name, title, place)
        for place, people in found.items()
        for key, name, title in people
    ]
    return tuple(sorted(every, key=lambda one: (one.name.casefold(), one.person_id)))


def programme_lines(session: Session, meeting: Meeting, lens: Lens) -> Iterable[ProgrammeLine]:
    """The agenda's lines with when each begins; a withdrawn case is no part of it (R25)."""
    items = load_agenda(session, meeting.id).items
    is_timed = any(item.minutes for item in items)
    at = meeting.start_time
    for item in items:
        if item.is_withdrawn:
            continue
        is_heading = item.kind is ItemKind.HEADING
        yield ProgrammeLine(
            start=at if is_timed and not is_heading else "",
            title=item_title(item, lens),
            presenter=item.presenter,
            minutes=item.minutes,
            is_heading=is_heading,
        )
        at = shifted(at, item.minutes)


def item_title(item: AgendaItem, lens: Lens) -> str:
    """What the line is called; of an exempt case the neutral title (R31)."""
    return lens.case_title(item.case) if item.case is not None else item.title


def _towns(lineage: Lineage, on: date) -> list[InstitutionFacts]:
    found = lineage.existing(InstitutionKind.MUNICIPALITY, on)
    return sorted(found, key=lambda town: alphabetical(town.name))


def _participants(session: Session, meeting: Meeting) -> list[Participant]:
    """Those in a seat, whether they have answered or not, then everyone else in the roll call."""
    roll = {row.person_id: row for row in roll_call(session, meeting.id)}
    seats = _in_seats(seat_rows(session, meeting.body, meeting.held_on))
    contacts = contacts_of(session, [*roll, *(person for person, _seat in seats)])
    found: dict[int, Participant] = {}
    for person, seat in seats:
        row = roll.get(person)
        found[person] = _waits(person, seat, contacts) if row is None else _listed(row, contacts)
    for person, row in roll.items():
        found.setdefault(person, _listed(row, contacts))
    return list(found.values())


def _in_seats(seats: Sequence[SeatRow]) -> list[tuple[int, SeatRow]]:
    return [(seat.person.id, seat) for seat in seats if seat.person is not None]


def _waits(person: int, seat: SeatRow, contacts: dict[int, tuple[str, str]]) -> Participant:
    assert seat.person is not None
    email, phone = contacts[person]
    return Participant(
        person_id=person,
        name=seat.person.name,
        function=seat.function,
        institution_id=seat.institution_id,
        institution=seat.institution or "",
        email=email,
        phone=phone,
        role=AttendanceRole.MEMBER,
        state=None,
    )


def _listed(row: Attendance, contacts: dict[int, tuple[str, str]]) -> Participant:
    email, phone = contacts[row.person_id]
    return Participant(
        person_id=row.person_id,
        name=row.person.name,
        function=row.function,
        institution_id=row.institution_id,
        institution=row.institution.name if row.institution is not None else "",
        email=email,
        phone=phone,
        role=row.role,
        state=row.state,
        by_video=row.by_video,
    )


def _point(row: ActionItem, today: date) -> Point:
    assert row.meeting is not None
    is_closed = row.closed_on is not None and row.closed_on <= today
    status = row.status if is_closed else ActionStatus.OPEN
    is_open = status is ActionStatus.OPEN
    return Point(
        id=row.id,
        version=row.version,
        meeting_id=row.meeting.id,
        task=row.task,
        responsible=row.responsible,
        person_id=row.responsible_person_id,
        institution_id=row.responsible_institution_id,
        due_on=row.due_on,
        status=status,
        closed_on=row.closed_on if is_closed else None,
        is_late=is_open and row.due_on is not None and row.due_on < today,
        given_in=meeting_label(row.meeting),
    )
