"""A calendar as an iCalendar file (RFC 5545, RFC 5546)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from app.documents.calendar.content import Calendar, Event, Invited
from app.documents.calendar.lines import (
    BREAK,
    escaped,
    folded,
    mail_address,
    plain,
    quoted,
    web_address,
)
from app.documents.calendar.oslo import VTIMEZONE, ZONE

PRODUCT = "-//Rundgang//Rundgang//NO"


def write_ics(calendar: Calendar) -> bytes:
    """The file; the same calendar gives the same bytes."""
    return b"".join(folded(line) + BREAK for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield f"PRODID:{PRODUCT}"
    yield "VERSION:2.0"
    yield "CALSCALE:GREGORIAN"
    yield f"METHOD:{calendar.method}"
    yield f"X-WR-CALNAME:{escaped(calendar.name)}"
    yield f"X-WR-TIMEZONE:{ZONE}"
    yield from VTIMEZONE
    stamp = calendar.stamped_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for event in calendar.events:
        yield from _event(event, stamp, calendar.meta.language)
    yield "END:VCALENDAR"


def _event(event: Event, stamp: str, language: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{event.sequence}"
    yield from _times(event.starts, event.ends)
    yield f"SUMMARY;LANGUAGE={language}:{escaped(event.title)}"
    if place := plain(event.place):
        yield f"LOCATION;LANGUAGE={language}:{escaped(place)}"
    if description := plain(event.description):
        yield f"DESCRIPTION;LANGUAGE={language}:{escaped(description)}"
    if event.link:
        yield f"URL:{web_address(event.link)}"
    yield f"STATUS:{event.status}"
    yield f"CATEGORIES:{_word(event.category)}"
    if event.organizer is not None:
        organizer = event.organizer
        yield f"ORGANIZER;CN={quoted(organizer.name)}:{mail_address(organizer.email)}"
    for invited in event.invited:
        yield _attendee(invited)
    yield "END:VEVENT"


def _times(starts: datetime | date, ends: datetime | None) -> Iterator[str]:
    """A whole day takes no time: whoever has it in the calendar is still free."""
    if ends is None:
        yield f"DTSTART;VALUE=DATE:{starts:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{starts + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
        return
    yield f"DTSTART;TZID={ZONE}:{starts:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={ZONE}:{ends:%Y%m%dT%H%M%S}"
    yield "TRANSP:OPAQUE"


def _word(category: str) -> str:
    """One of a list: there are readers that part a list at every comma, escaped or not."""
    return escaped(" ".join(plain(category).replace(",", " ").split()))


def _attendee(invited: Invited) -> str:
    role = "OPT-PARTICIPANT" if invited.is_optional else "REQ-PARTICIPANT"
    answer = "DECLINED" if invited.has_declined else "NEEDS-ACTION"
    asked = "FALSE" if invited.has_declined else "TRUE"
    return (
        f"ATTENDEE;CN={quoted(invited.party.name)};CUTYPE=INDIVIDUAL;ROLE={role}"
        f";PARTSTAT={answer};RSVP={asked}:{mail_address(invited.party.email)}"
    )
