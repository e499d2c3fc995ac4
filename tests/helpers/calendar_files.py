"""Calendar files as two libraries read them that had no hand in writing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from app.documents.calendar.content import Calendar, Event, EventStatus, Method
from app.documents.content import Metadata
from app.domain.vocabulary import Audience

STAMP = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
META = Metadata(
    title="Møter 2026",
    subject="Næringsrådet",
    author="Trondheimsregionen",
    language="nb-NO",
    dated_on=date(2026, 11, 23),
    audience=Audience.PUBLIC,
)


@dataclass(frozen=True, slots=True)
class ReadParty:
    """Someone in a calendar that was read; who organizes has no role."""

    name: str
    email: str
    role: str | None = None
    answer: str | None = None
    is_asked: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvent:
    """An event that was read; `starts` and `ends` are local times with their zone, or days."""

    uid: str
    sequence: int
    stamp: datetime
    title: str
    status: str
    starts: datetime | date
    ends: datetime | date
    categories: tuple[str, ...]
    is_free: bool
    place: str
    description: str
    link: str
    organizer: ReadParty | None
    invited: tuple[ReadParty, ...]


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A calendar that was read."""

    method: str
    name: str
    product: str
    version: str
    scale: str
    zones: tuple[str, ...]
    events: tuple[ReadEvent, ...]

    def by_uid(self) -> dict[str, ReadEvent]:
        """The events by their names."""
        found = {event.uid: event for event in self.events}
        assert len(found) == len(self.events), "an event stands there twice"
        return found

    def of(self, title: str) -> ReadEvent:
        """The one event with a title."""
        (found,) = (event for event in self.events if event.title == title)
        return found


Reader = Callable[[bytes], ReadCalendar]


def by_icalendar(data: bytes) -> ReadCalendar:
    """As the library `icalendar` reads it."""
    found: Any = icalendar.Calendar.from_ical(data)
    return ReadCalendar(
        method=str(found["METHOD"]),
        name=_unescaped(str(found["X-WR-CALNAME"])),
        product=str(found["PRODID"]),
        version=str(found["VERSION"]),
        scale=str(found["CALSCALE"]),
        zones=tuple(str(zone["TZID"]) for zone in found.walk("VTIMEZONE")),
        events=tuple(_icalendar_event(event) for event in found.walk("VEVENT")),
    )


def by_ical(data: bytes) -> ReadCalendar:
    """As the library `ical` reads it."""
    found: Any = IcsCalendarStream.calendar_from_ics(data.decode())
    (name,) = (extra.value for extra in found.extras if extra.name == "x-wr-calname")
    return ReadCalendar(
        method=str(found.method),
        name=_unescaped(name),
        product=str(found.prodid),
        version=str(found.version),
        scale=str(found.calscale),
        zones=tuple(zone.tz_id for zone in found.timezones),
        events=tuple(_ical_event(event) for event in found.events),
    )


READERS: tuple[Reader, ...] = (by_icalendar, by_ical)
each_reader = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)


def an_event(**facts: Any) -> Event:
    """A meeting, from ordinary facts."""
    values: dict[str, Any] = {
        "uid": "5583ec16-5e16-57c5-8b02-658b4555a7b8",
        "sequence": 2,
        "title": "Næringsrådet 6/2026",
        "status": EventStatus.CONFIRMED,
        "starts": datetime(2026, 12, 4, 9),
        "ends": datetime(2026, 12, 4, 11, 30),
        "category": "Næringsrådet",
    }
    return Event(**(values | facts))


def a_calendar(*events: Event, method: Method = Method.PUBLISH, name: str = "Møter") -> Calendar:
    """These events under a name."""
    return Calendar(meta=META, method=method, name=name, stamped_at=STAMP, events=events)


def lines_of(data: bytes) -> list[bytes]:
    """The lines as they stand in the file; each ends as the format asks."""
    *lines, rest = data.split(b"\r\n")
    assert rest == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    return lines


def _icalendar_event(event: Any) -> ReadEvent:
    organizer = event.get("ORGANIZER")
    invited = event.get("ATTENDEE", [])
    return ReadEvent(
        uid=str(event["UID"]),
        sequence=int(event["SEQUENCE"]),
        stamp=event["DTSTAMP"].dt,
        title=str(event["SUMMARY"]),
        status=str(event["STATUS"]),
        starts=event["DTSTART"].dt,
        ends=event["DTEND"].dt,
        categories=tuple(str(one) for one in event["CATEGORIES"].cats),
        is_free=str(event["TRANSP"]) == "TRANSPARENT",
        place=str(event.get("LOCATION", "")),
        description=str(event.get("DESCRIPTION", "")),
        link=unquote(str(event.get("URL", ""))),
        organizer=None if organizer is None else _icalendar_party(organizer),
        invited=tuple(
            _icalendar_party(one) for one in (invited if isinstance(invited, list) else [invited])
        ),
    )


def _icalendar_party(party: Any) -> ReadParty:
    params = party.params
    asked = params.get("RSVP")
    return ReadParty(
        str(params["CN"]),
        _address(str(party)),
        params.get("ROLE"),
        params.get("PARTSTAT"),
        None if asked is None else str(asked).upper() == "TRUE",
    )


def _ical_event(event: Any) -> ReadEvent:
    return ReadEvent(
        uid=event.uid,
        sequence=event.sequence,
        stamp=event.dtstamp,
        title=event.summary,
        status=event.status.value,
        starts=event.dtstart,
        ends=event.dtend,
        categories=tuple(event.categories),
        is_free=event.transparency == "TRANSPARENT",
        place=event.location or "",
        description=event.description or "",
        link=unquote(event.url or ""),
        organizer=None if event.organizer is None else _ical_party(event.organizer),
        invited=tuple(_ical_party(one) for one in event.attendees),
    )


def _ical_party(party: Any) -> ReadParty:
    return ReadParty(
        party.common_name, _address(str(party.uri)), party.role, party.status, party.rsvp
    )


def _address(uri: str) -> str:
    assert uri.startswith("mailto:")
    return unquote(uri.removeprefix("mailto:"))


def _unescaped(text: str) -> str:
    """A property that is not of the standard's own is left by both as it stands."""
    signs: Iterable[tuple[str, str]] = (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\"))
    made, rest = "", text
    while rest:
        for written, meant in signs:
            if rest.startswith(written):
                made, rest = made + meant, rest[len(written) :]
                break
        else:
            made, rest = made + rest[0], rest[1:]
    return made
