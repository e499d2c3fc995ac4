"""From the rows to the calendar that is written: meetings of a year, or one meeting's message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.documents.calendar.content import Calendar, Event, Method
from app.documents.content import Metadata
from app.domain.deadlines import FURTHEST
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import Audience, MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Body, Council, Meeting
from app.services.calendars.events import deadline_events, meeting_event
from app.services.calendars.identity import identity_of
from app.services.calendars.people import Guests, guests_of, guests_to_tell, organizer_of
from app.services.calendars.wish import CalendarWish
from app.services.calendars.words import Speech
from app.services.editing.meeting_limits import FIRST_YEAR, LAST_YEAR
from app.services.numbers import meeting_name
from app.services.papers.people import apologies
from app.store.queries.calendars import calendar_meetings, published_lines
from app.store.queries.council import body_by_code, the_council
from app.store.queries.meetings import UPCOMING


@dataclass(frozen=True, slots=True)
class Moment:
    """When a calendar is made: the working day, and the instant that is stamped on its events."""

    today: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """One meeting's calendar, and what there is to tell of it."""

    calendar: Calendar
    problems: tuple[Reason, ...]


def known_year(year: int | None) -> int | None:
    """`year`, when it can be one of a council; else `UserError`."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError("calendar_year_odd", year=str(year), first=FIRST_YEAR, last=LAST_YEAR)
    return year


def chosen_bodies(session: Session, wish: CalendarWish) -> Sequence[Body] | None:
    """The bodies that are asked for; None when no choice was made."""
    if wish.bodies is None:
        return None
    return [body_by_code(session, code) for code in wish.bodies]


def build_calendar(session: Session, wish: CalendarWish, voice: Voice, moment: Moment) -> Calendar:
    """The meetings that are asked for as the public may see them (R31).

    `UserError` when there are none, or the year cannot be one.
    """
    year, council = known_year(wish.year), the_council(session)
    bodies = chosen_bodies(session, wish)
    keys = None if bodies is None else [body.id for body in bodies]
    events = tuple(_events(session, wish, keys, Speech(voice, council), moment))
    if not events:
        raise nothing_found(year, bodies)
    return Calendar(
        meta=_meta(council, _name(council, year, bodies, voice), voice, moment, Audience.PUBLIC),
        method=Method.PUBLISH,
        name=_name(council, year, bodies, voice),
        stamped_at=moment.at,
        events=events,
    )


def build_invitation(session: Session, meeting: Meeting, voice: Voice, moment: Moment) -> Message:
    """The meeting with those who are called; `UserError` when it is over or cancelled."""
    if meeting.status not in UPCOMING:
        code = "invitation_to_cancelled" if _is_off(meeting) else "invitation_too_late"
        raise UserError(code, meeting=meeting_name(meeting))
    words = (apologies(the_council(session), voice),)
    guests = guests_of(session, meeting)
    return _message(session, meeting, Method.REQUEST, guests, words, voice, moment)


def build_cancellation(session: Session, meeting: Meeting, voice: Voice, moment: Moment) -> Message:
    """That the meeting is off, to those who had been called (R23); `UserError` when it is not."""
    if not _is_off(meeting):
        raise UserError("cancellation_of_live_meeting", meeting=meeting_name(meeting))
    reason = meeting.status_reason.strip()
    words = (voice.fill(_("Hvorfor: {reason}"), reason=reason),) if reason else ()
    guests = guests_to_tell(session, meeting)
    return _message(session, meeting, Method.CANCEL, guests, words, voice, moment)


def nothing_found(year: int | None, bodies: Sequence[Body] | None) -> UserError:
    """That there is no meeting to write."""
    if bodies is None:
        if year is None:
            return UserError("calendar_empty")
        return UserError("calendar_year_empty", year=str(year))
    names = tuple(body.short_name for body in bodies)
    if year is None:
        return UserError("calendar_empty_for", bodies=names)
    return UserError("calendar_year_empty_for", bodies=names, year=str(year))


def _events(
    session: Session,
    wish: CalendarWish,
    bodies: Sequence[int] | None,
    speech: Speech,
    moment: Moment,
) -> Iterator[Event]:
    """By day; a deadline stands in the year that it falls in, wherever its meeting is."""
    identity = identity_of(session)
    between = _year(wish.year)
    around = between
    if between is not None and wish.with_deadlines:
        around = (between[0] - FURTHEST, between[1] + FURTHEST)
    meetings = calendar_meetings(session, around, bodies)
    inside = [one for one in meetings if _is_within(one.held_on, between)]
    lines = published_lines(session, None if between is None else [one.id for one in inside])
    found = [meeting_event(one, lines.get(one.id, ()), identity, speech) for one in inside]
    if wish.with_deadlines:
        found += [
            event
            for one in meetings
            for event in deadline_events(one, identity, speech.voice, moment.today)
            if _is_within(event.starts, between)
        ]
    return iter(sorted(found, key=lambda event: (event.starts.isoformat(), event.uid)))


def _message(
    session: Session,
    meeting: Meeting,
    method: Method,
    guests: Guests,
    words: Sequence[str],
    voice: Voice,
    moment: Moment,
) -> Message:
    """A message needs someone who asks and someone who is asked; else the meeting is published."""
    council = the_council(session)
    speech = Speech(voice, council, tells_link=True)
    lines = published_lines(session, [meeting.id]).get(meeting.id, ())
    event = meeting_event(meeting, lines, identity_of(session), speech, extra=words)
    organizer = organizer_of(council)
    problems = _problems(guests, has_organizer=organizer is not None)
    if organizer is None or not guests.invited:
        method = Method.PUBLISH
    else:
        event = replace(event, organizer=organizer, invited=guests.invited)
    name = meeting_name(meeting)
    calendar = Calendar(
        meta=_meta(council, name, voice, moment, Audience.MEMBERS),
        method=method,
        name=name,
        stamped_at=moment.at,
        events=(event,),
    )
    return Message(calendar, problems)


def _problems(guests: Guests, *, has_organizer: bool) -> tuple[Reason, ...]:
    if not has_organizer:
        return (Reason("invitation_without_sender"),)
    if not guests.invited:
        return (Reason("invitation_without_addresses"),)
    if guests.without_email:
        return (Reason("invitation_lacks_addresses", names=guests.without_email),)
    return ()


def _name(council: Council, year: int | None, bodies: Sequence[Body] | None, voice: Voice) -> str:
    whose = council.name
    if bodies is not None:
        whose = voice.formats.names(body.short_name for body in bodies)
    if year is None:
        return voice.fill(_("Møter: {whose}"), whose=whose)
    return voice.fill(_("Møter {year}: {whose}"), year=year, whose=whose)


def _meta(
    council: Council, title: str, voice: Voice, moment: Moment, audience: Audience
) -> Metadata:
    return Metadata(
        title=title,
        subject=council.name,
        author=council.organisation,
        language=voice.tag,
        dated_on=moment.today,
        audience=audience,
    )


def _is_off(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED


def _year(year: int | None) -> tuple[date, date] | None:
    return None if year is None else (date(year, 1, 1), date(year, 12, 31))


def _is_within(on: date, between: tuple[date, date] | None) -> bool:
    return between is None or between[0] <= on <= between[1]
