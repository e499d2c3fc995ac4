"""Who has been told of a meeting or called to it, and must hear when it changes (R23, R33)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.domain.vocabulary import AttendanceRole, AttendanceState, Group, MeetingStatus
from app.models import Meeting
from app.services.mailboxes import mailboxes
from app.services.roster import seat_rows
from app.store.queries.minutes import roll_call
from app.store.queries.roster import observers_on

_NOBODY_YET = frozenset({MeetingStatus.PLANNED})


@dataclass(frozen=True, slots=True)
class PersonCalled:
    """One who was told, as they were then; `group` says as what."""

    name: str
    institution: str
    email: str
    group: Group


@dataclass(frozen=True, slots=True)
class PeopleCalled:
    """All who were told; members first, then their deputies, then observers."""

    people: tuple[PersonCalled, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people)

    def __len__(self) -> int:
        return len(self.people)

    @property
    def line(self) -> str:
        """Their addresses as an address field takes them."""
        return mailboxes((one.name, one.email) for one in self.people)

    @property
    def without_email(self) -> tuple[str, ...]:
        """The names of those who cannot be written to."""
        return tuple(one.name for one in self.people if not one.email)


def were_told(meeting: Meeting) -> bool:
    """Whether the advance notice or the notice has been sent."""
    return meeting.status not in _NOBODY_YET


def people_called(session: Session, meeting: Meeting) -> PeopleCalled:
    """Those of the meeting's day: nobody before the advance notice was sent."""
    if not were_told(meeting):
        return PeopleCalled()
    return PeopleCalled(tuple(people_to_call(session, meeting).values()))


def people_to_call(session: Session, meeting: Meeting) -> dict[int, PersonCalled]:
    """By person, those of the meeting's day: members, deputies of those away, observers (R33)."""
    found: dict[int, PersonCalled] = {}
    for key, person in _everyone(session, meeting):
        found.setdefault(key, person)
    return found


def members_away(session: Session, meeting_id: int) -> frozenset[int]:
    """The members who sent an apology, for whom their first deputies are called (R33)."""
    return frozenset(
        row.person_id
        for row in roll_call(session, meeting_id)
        if row.role is AttendanceRole.MEMBER and row.state is AttendanceState.APOLOGY
    )


def as_rows(called: PeopleCalled) -> list[dict[str, Any]]:
    """As a change of the meeting keeps them."""
    return [
        {
            "name": one.name,
            "institution": one.institution,
            "email": one.email,
            "group": one.group.value,
        }
        for one in called.people
    ]


def from_rows(rows: Sequence[dict[str, Any]]) -> PeopleCalled:
    """The inverse of `as_rows`."""
    return PeopleCalled(
        tuple(
            PersonCalled(row["name"], row["institution"], row["email"], Group(row["group"]))
            for row in rows
        )
    )


def _everyone(session: Session, meeting: Meeting) -> Iterator[tuple[int, PersonCalled]]:
    away = members_away(session, meeting.id)
    seats = seat_rows(session, meeting.body, meeting.held_on)
    for seat in seats:
        if (one := seat.person) is not None:
            place = seat.institution or ""
            yield one.id, PersonCalled(one.name, place, one.email, Group.MEMBER)
    for seat in seats:
        if seat.person is not None and seat.person.id in away and seat.deputies:
            one = seat.deputies[0]
            place = seat.institution or ""
            yield one.id, PersonCalled(one.name, place, one.email, Group.DEPUTY)
    for row in observers_on(session, meeting.body_id, meeting.held_on):
        person = row.person
        yield (
            person.id,
            PersonCalled(person.name, row.institution.name, person.email, Group.OBSERVER),
        )
