"""A calendar as an iCalendar file (RFC 5545, RFC 5546), written by the library `icalendar`."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

import icalendar
from icalendar import vCalAddress, vDatetime, vInt, vText

from app.documents.calendar.content import Calendar, Event, Invited, Party
from app.documents.calendar.oslo import ZONE, oslo
from app.documents.calendar.values import (
    mail_address,
    one_line,
    one_of_many,
    web_address,
    whole_day,
    written,
)
from app.i18n.wall_clock import LOCAL

PRODUCT = "-//Rundgang//Rundgang//NO"


def write_ics(calendar: Calendar) -> bytes:
    """The file; the same calendar gives the same bytes."""
    file = icalendar.Calendar()
    file["PRODID"] = vText(PRODUCT)
    file["VERSION"] = vText("2.0")
    file["CALSCALE"] = vText("GREGORIAN")
    file["METHOD"] = vText(calendar.method)
    file["X-WR-CALNAME"] = written(calendar.name)
    file["X-WR-TIMEZONE"] = vText(ZONE)
    file.add_component(oslo())
    events = _Events(calendar)
    for event in calendar.events:
        file.add_component(events.made_of(event))
    data: bytes = file.to_ical(sorted=False)
    return data


class _Events:
    """The events of one file.

    Their values are set as they are, and equal ones are made once: with what the library does to
    find out the kind of a value, and with a value of its own for each place, many years take long.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._stamp = vDatetime(calendar.stamped_at.astimezone(UTC))
        self._language = calendar.meta.language
        self._written = cache(written)
        self._whole_day = cache(whole_day)

    def made_of(self, event: Event) -> icalendar.Event:
        made = icalendar.Event()
        made["UID"] = written(event.uid)
        made["DTSTAMP"] = self._stamp
        made["SEQUENCE"] = vInt(event.sequence)
        self._set_times(made, event.starts, event.ends)
        made["SUMMARY"] = self._written(event.title, self._language)
        for name, text in (("LOCATION", event.place), ("DESCRIPTION", event.description)):
            if value := self._written(text, self._language):
                made[name] = value
        if event.link:
            made["URL"] = web_address(event.link)
        made["STATUS"] = self._written(event.status)
        made["CATEGORIES"] = self._written(one_of_many(event.category))
        if event.organizer is not None:
            made["ORGANIZER"] = mail_address(event.organizer.email, _named(event.organizer))
        if event.invited:
            made["ATTENDEE"] = [_attendee(invited) for invited in event.invited]
        return made

    def _set_times(
        self, made: icalendar.Event, starts: datetime | date, ends: datetime | None
    ) -> None:
        """A whole day takes no time: whoever has it in the calendar is still free."""
        if isinstance(starts, datetime) and ends is not None:
            made["DTSTART"] = vDatetime(starts.replace(tzinfo=LOCAL))
            made["DTEND"] = vDatetime(ends.replace(tzinfo=LOCAL))
            made["TRANSP"] = self._written("OPAQUE")
            return
        made["DTSTART"] = self._whole_day(starts)
        made["DTEND"] = self._whole_day(starts + timedelta(days=1))
        made["TRANSP"] = self._written("TRANSPARENT")


def _attendee(invited: Invited) -> vCalAddress:
    params = _named(invited.party) | {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "OPT-PARTICIPANT" if invited.is_optional else "REQ-PARTICIPANT",
        "PARTSTAT": "DECLINED" if invited.has_declined else "NEEDS-ACTION",
        "RSVP": "FALSE" if invited.has_declined else "TRUE",
    }
    return mail_address(invited.party.email, params)


def _named(party: Party) -> dict[str, str]:
    """A name that is empty is left out: a parameter without a value is read in many ways."""
    name = one_line(party.name)
    return {"CN": name} if name else {}
