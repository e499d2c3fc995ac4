"""Meetings and their deadlines as events (R21, R24)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from app.documents.calendar.content import Event, EventStatus
from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.calendars.identity import Identity, deadline_of
from app.services.calendars.words import (
    Speech,
    called_off,
    description_of,
    link_of,
    place_of,
    title_of,
)
from app.services.numbers import meeting_name
from app.services.overview.next_meeting import deadlines_of
from app.store.queries.calendars import PublishedLine

_STATUS = {
    MeetingStatus.PLANNED: EventStatus.TENTATIVE,
    MeetingStatus.CANCELLED: EventStatus.CANCELLED,
}
"""Every other meeting has been told of, so it is certain."""


def meeting_event(
    meeting: Meeting,
    lines: Sequence[PublishedLine],
    identity: Identity,
    speech: Speech,
    *,
    extra: Sequence[str] = (),
) -> Event:
    """The meeting; its row's version only ever grows, also when a change is undone."""
    return Event(
        uid=identity.of_meeting(meeting.id),
        sequence=meeting.version - 1,
        title=title_of(meeting, speech.voice),
        status=status_of(meeting),
        starts=_at(meeting, meeting.start_time),
        ends=_at(meeting, meeting.end_time),
        category=meeting.body.short_name,
        place=place_of(meeting, speech),
        description=description_of(meeting, lines, speech, extra=extra),
        link=link_of(meeting, speech),
    )


def deadline_events(
    meeting: Meeting, identity: Identity, voice: Voice, today: date
) -> Iterator[Event]:
    """The deadlines of a meeting as whole days (R21).

    A cancelled meeting has none any more: those still ahead say so, to calendars that have them.
    """
    is_off = meeting.status is MeetingStatus.CANCELLED
    uid, name = identity.of_meeting(meeting.id), meeting_name(meeting)
    description = voice.fill(_("Møtet er {on:langdato}."), on=meeting.held_on)
    for one in deadlines_of(meeting):
        if is_off and one.on < today:
            continue
        title = f"{voice.title_label('deadline_kind', one.kind)}, {name}"
        yield Event(
            uid=deadline_of(uid, one.kind),
            sequence=meeting.version - 1,
            title=called_off(meeting, title, voice),
            status=EventStatus.CANCELLED if is_off else EventStatus.CONFIRMED,
            starts=one.on,
            ends=None,
            category=meeting.body.short_name,
            description=description,
        )


def status_of(meeting: Meeting) -> EventStatus:
    """Planned meetings may still be moved; cancelled ones are off."""
    return _STATUS.get(meeting.status, EventStatus.CONFIRMED)


def _at(meeting: Meeting, clock: str) -> datetime:
    return datetime.combine(meeting.held_on, time.fromisoformat(clock))
