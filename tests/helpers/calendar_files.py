"""Calendar files as two libraries read them that had no hand in writing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol
from urllib.parse import unquote

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from app.documents.calendar.content import Calendar, Event, EventStatus, Method
from app.documents.content import Metadata
from app.domain.vocabulary import Audience

LONGEST = 75
"""Octets of a line without its break (RFC 5545, 3.1)."""
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


class Reader(Protocol):
    """A library that tells what stands in a file, and had no hand in writing it."""

    __name__: str

    def __call__(self, data: bytes, /) -> ReadCalendar: ...


def by_vobject(data: bytes) -> ReadCalendar:
    """As the library `vobject` reads it, with the clock that is written down in the file."""
    found: Any = vobject.readOne(data.decode())
    found.validate(raiseException=True)
    return ReadCalendar(
        method=found.method.value,
        name=found.x_wr_calname.value,
        product=found.prodid.value,
        version=found.version.value,
        scale=found.calscale.value,
        zones=tuple(str(zone.tzid.value) for zone in found.vtimezone_list),
        events=tuple(_vobject_event(event) for event in found.vevent_list),
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


READERS: tuple[Reader, ...] = (by_vobject, by_ical)
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
    """The lines as they stand in the file; each is as long, and ends, as the format asks."""
    *lines, rest = data.split(b"\r\n")
    assert rest == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= LONGEST
    return lines


def _vobject_event(event: Any) -> ReadEvent:
    organizer = event.contents.get("organizer")
    return ReadEvent(
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        stamp=event.dtstamp.value,
        title=event.summary.value,
        status=event.status.value,
        starts=event.dtstart.value,
        ends=event.dtend.value,
        categories=tuple(event.categories.value),
        is_free=event.transp.value == "TRANSPARENT",
        place=_vobject_text(event, "location"),
        description=_vobject_text(event, "description"),
        link=unquote(_vobject_text(event, "url")),
        organizer=None if organizer is None else _vobject_party(organizer[0]),
        invited=tuple(_vobject_party(one) for one in event.contents.get("attendee", ())),
    )


def _vobject_text(event: Any, name: str) -> str:
    return event.contents[name][0].value if name in event.contents else ""


def _vobject_party(party: Any) -> ReadParty:
    """The library leaves a name as it stands in the file."""
    (name,) = party.params.get("CN", [""])
    role, answer, asked = (party.params.get(key, [None])[0] for key in ("ROLE", "PARTSTAT", "RSVP"))
    return ReadParty(
        _unescaped(name, {"^^": "^", "^'": '"', "^n": "\n"}),
        _address(party.value),
        role,
        answer,
        None if asked is None else asked == "TRUE",
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
        party.common_name or "", _address(str(party.uri)), party.role, party.status, party.rsvp
    )


def _address(uri: str) -> str:
    assert uri.startswith("mailto:")
    return unquote(uri.removeprefix("mailto:"))


_IN_TEXT = {"\\n": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


def _unescaped(text: str, signs: Mapping[str, str] = _IN_TEXT) -> str:
    """What is written by two signs each, where a library leaves it to whoever uses it."""
    made, rest = "", text
    while rest:
        sign = next((sign for sign in signs if rest.startswith(sign)), rest[0])
        made, rest = made + signs.get(sign, sign), rest[len(sign) :]
    return made
