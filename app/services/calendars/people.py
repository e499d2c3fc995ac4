"""Who an invitation asks to come, and who a cancellation tells (R5, R23, R33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.calendar.content import Invited, Party
from app.domain.vocabulary import Group
from app.models import Council, Meeting
from app.services.people_called import (
    PersonCalled,
    from_rows,
    members_away,
    people_to_call,
)
from app.store.queries.calendars import latest_cancelling


@dataclass(frozen=True, slots=True)
class Guests:
    """Those with an e-mail address, each once, and the names of those without one."""

    invited: tuple[Invited, ...]
    without_email: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Guest:
    name: str
    email: str
    is_optional: bool = False
    has_declined: bool = False


def guests_of(session: Session, meeting: Meeting) -> Guests:
    """Members and the deputies of those who sent an apology; observers may come (R5, R33)."""
    return _told_apart(_called(session, meeting))


def guests_to_tell(session: Session, meeting: Meeting) -> Guests:
    """Those who had been called when the meeting was cancelled, else those of its body (R23)."""
    change = latest_cancelling(session, meeting.id)
    if change is None or not change.called:
        return guests_of(session, meeting)
    return _told_apart(_guest(one) for one in from_rows(change.called).people)


def organizer_of(council: Council) -> Party | None:
    """The officer at the desk, when there is an address to answer to."""
    if not _is_address(council.officer_email):
        return None
    return Party(council.officer_name or council.organisation, council.officer_email)


_MAY_COME = frozenset({Group.OBSERVER, Group.ADMINISTRATION})


def _called(session: Session, meeting: Meeting) -> Iterator[_Guest]:
    away = members_away(session, meeting.id)
    for key, one in people_to_call(session, meeting).items():
        yield _guest(one, has_declined=key in away)


def _guest(one: PersonCalled, *, has_declined: bool = False) -> _Guest:
    return _Guest(one.name, one.email, one.group in _MAY_COME, has_declined)


def _told_apart(guests: Iterable[_Guest]) -> Guests:
    """Whoever has two places is asked once, as what comes first."""
    found: dict[str, Invited] = {}
    lacking: dict[str, None] = {}
    for guest in guests:
        if not _is_address(guest.email):
            lacking[guest.name] = None
            continue
        party = Party(guest.name, guest.email)
        invited = Invited(party, guest.is_optional, guest.has_declined)
        found.setdefault(guest.email.casefold(), invited)
    return Guests(tuple(found.values()), tuple(lacking))


def _is_address(text: str) -> bool:
    return "@" in text.strip("@ ")
