"""What is odd about a meeting's day; it is said, and stored all the same (R21, R22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from app.domain.day_judgement import is_squeezed
from app.domain.deadlines import deadline, is_working_day
from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind
from app.i18n.wall_clock import is_twice
from app.models import Body, Institution, Meeting
from app.services.deadline_rules import deadline_rules
from app.services.holidays import holidays_of, is_holiday
from app.services.numbers import meeting_name
from app.services.roster import last_day, seat_rows
from app.services.year.ground import blocked_days
from app.store.queries.meetings import meetings_on

_NAMED = 3
"""Names told of those who sit in two bodies that meet the same day; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """A meeting as it is, or as it would be; times are `HH:MM`.

    `notified_on` and `called_on` are when people were told of it, None when they were not.
    """

    body: Body
    held_on: date
    start: str
    end: str
    host: Institution | None = None
    meeting_id: int | None = None
    notified_on: date | None = None
    called_on: date | None = None


def day_of(meeting: Meeting) -> MeetingDay:
    """The meeting as it is."""
    return MeetingDay(
        body=meeting.body,
        held_on=meeting.held_on,
        start=meeting.start_time,
        end=meeting.end_time,
        host=meeting.host,
        meeting_id=meeting.id,
        notified_on=meeting.notified_on,
        called_on=meeting.called_on,
    )


def odd_about(session: Session, meeting: Meeting, today: date) -> Iterator[Reason]:
    """What is odd about the day of a meeting that is there."""
    return odd_about_day(session, day_of(meeting), today)


def odd_about_day(session: Session, day: MeetingDay, today: date) -> Iterator[Reason]:
    """The day itself, its clock, other meetings, deadlines that have passed, and the host."""
    if day.held_on < today:
        yield Reason("meeting_in_the_past", on=day.held_on)
    yield from _day_itself(session, day.held_on)
    for at in (time.fromisoformat(day.start), time.fromisoformat(day.end)):
        if is_twice(day.held_on, at):
            yield Reason("clock_shown_twice", on=day.held_on, at=at)
    yield from _same_day(session, day)
    if day.held_on >= today:
        yield from _passed(day, today)
    if day.host is not None:
        yield from _host_gone(day.host, day.held_on)


def _day_itself(session: Session, on: date) -> Iterator[Reason]:
    if (name := holidays_of(on.year).get(on)) is not None:
        yield Reason("meeting_on_holiday", on=on, holiday=name)
    elif not is_working_day(on, is_holiday):
        yield Reason("meeting_on_weekend", on=on)
    elif is_squeezed(on, is_holiday):
        yield Reason("meeting_on_squeezed_day", on=on)
    for blocked in blocked_days(session):
        if blocked.interval.contains(on):
            yield Reason("meeting_on_kept_free_day", on=on, name=blocked.name)


def _same_day(session: Session, day: MeetingDay) -> Iterator[Reason]:
    for other in meetings_on(session, day.held_on):
        if other.id == day.meeting_id:
            continue
        if other.body_id == day.body.id:
            yield Reason("meeting_same_day", other=meeting_name(other), on=day.held_on)
            continue
        both = _in_both(session, day.body, other.body, day.held_on)
        name = meeting_name(other)
        if len(both) > _NAMED:
            names = both[:_NAMED]
            yield Reason("meeting_clashes_many", other=name, names=names, n=len(both))
        elif both:
            yield Reason("meeting_clashes", other=name, names=both)


def _in_both(session: Session, one: Body, other: Body, on: date) -> tuple[str, ...]:
    """The names of those who sit in both bodies that day, by their seats in the first."""
    there = {seat.person.id for seat in seat_rows(session, other, on) if seat.person is not None}
    found = {
        seat.person.id: seat.person.name
        for seat in seat_rows(session, one, on)
        if seat.person is not None and seat.person.id in there
    }
    return tuple(found.values())


def _passed(day: MeetingDay, today: date) -> Iterator[Reason]:
    """Deadlines of what goes out before the meeting that could not be kept any more."""
    if day.notified_on is None and day.called_on is None:
        due_on = _due(day, DeadlineKind.NOTICE)
        if due_on is not None and due_on < today:
            yield Reason("notice_due_already", due_on=due_on)
    due_on = _due(day, DeadlineKind.PAPERS)
    if due_on is not None and due_on < (day.called_on or today):
        yield Reason("papers_due_already", due_on=due_on)


def _due(day: MeetingDay, kind: DeadlineKind) -> date | None:
    rule = next((rule for rule in deadline_rules(day.body) if rule.kind is kind), None)
    return None if rule is None else deadline(day.held_on, rule, is_holiday).on


def _host_gone(host: Institution, on: date) -> Iterator[Reason]:
    """The host stays as it was chosen; only the user knows who takes its place (R18)."""
    if on < host.valid_from:
        yield Reason("host_kept_not_yet", name=host.name, from_on=host.valid_from)
    elif host.valid_to is not None and on >= host.valid_to:
        heir = host.successor.name if host.successor is not None else ""
        last_on = last_day(host.valid_to)
        if heir:
            yield Reason("host_has_heir", name=host.name, last_on=last_on, heir=heir)
        else:
            yield Reason("host_no_more", name=host.name, last_on=last_on)
