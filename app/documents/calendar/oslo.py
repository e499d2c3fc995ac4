"""The clock of Europe/Oslo by its rules: summer time as Norway has had it since 1981."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import (
    Component,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDatetime,
    vRecur,
    vText,
    vUTCOffset,
)

from app.i18n.wall_clock import LOCAL

ZONE = LOCAL.key
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def oslo() -> Timezone:
    """Rules instead of a list of dates, so that the file holds for every year."""
    zone = Timezone()
    zone["TZID"] = vText(ZONE)
    for rule in (
        _summer_from(datetime(1981, 3, 29, 2), month=3),
        _winter_from(datetime(1981, 9, 27, 3), month=9, until=datetime(1995, 9, 24, 1, tzinfo=UTC)),
        _winter_from(datetime(1996, 10, 27, 3), month=10),
    ):
        zone.add_component(rule)
    return zone


def _summer_from(first: datetime, month: int) -> Component:
    return _rule(TimezoneDaylight(), first, month, (_WINTER, _SUMMER), "CEST")


def _winter_from(first: datetime, month: int, until: datetime | None = None) -> Component:
    return _rule(TimezoneStandard(), first, month, (_SUMMER, _WINTER), "CET", until)


def _rule(
    rule: Component,
    first: datetime,
    month: int,
    offsets: tuple[timedelta, timedelta],
    name: str,
    until: datetime | None = None,
) -> Component:
    """On the last Sunday of a month, every year."""
    ends = {} if until is None else {"UNTIL": until}
    before, after = offsets
    rule["DTSTART"] = vDatetime(first)
    rule["RRULE"] = vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU", **ends})
    rule["TZOFFSETFROM"] = vUTCOffset(before)
    rule["TZOFFSETTO"] = vUTCOffset(after)
    rule["TZNAME"] = vText(name)
    return rule
