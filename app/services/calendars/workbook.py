"""The calendar as a workbook: meetings, deadlines, and the fixed points of the years (R19–R21)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import Sheet, Workbook
from app.domain.deadlines import FURTHEST
from app.domain.vocabulary import Audience, MeetingKind
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice, capital
from app.models import Body, Meeting
from app.services.calendars.build import chosen_bodies, known_year, nothing_found
from app.services.calendars.wish import CalendarWish
from app.services.exports.roster import marked, workbook_metadata
from app.services.numbers import meeting_name
from app.services.papers.audience import Lens
from app.services.year.facts import YearDeadline, YearPoint
from app.services.year.points import points_of
from app.services.year.service import deadlines_in
from app.store.queries.calendars import calendar_meetings, case_titles
from app.store.queries.council import the_council

Row = tuple[str | int | float | date | None, ...]


def calendar_workbook(session: Session, wish: CalendarWish, today: date, voice: Voice) -> Workbook:
    """What the calendar file holds, and the fixed points; exempt cases by neutral title (R31).

    `UserError` when there is no meeting, or the year cannot be one.
    """
    year, bodies = known_year(wish.year), chosen_bodies(session, wish)
    keys = None if bodies is None else [body.id for body in bodies]
    meetings = calendar_meetings(session, None, keys)
    inside = [one for one in meetings if year is None or one.held_on.year == year]
    if not inside:
        raise nothing_found(year, bodies)
    first = date(year, 1, 1) if year else inside[0].held_on - FURTHEST
    last = date(year, 12, 31) if year else inside[-1].held_on + FURTHEST
    due = [one for meeting in meetings for one in deadlines_in(meeting, first, last, today)]
    council = the_council(session)
    title = voice.word(_("Møtekalender"))
    if year is not None:
        title = voice.fill(_("Møtekalender {year}"), year=year)
    years = sorted({one.held_on.year for one in inside})
    return Workbook(
        meta=workbook_metadata(council, title, today, voice),
        note=marked(voice.fill(_("Per {on:dato}"), on=today), council, voice),
        sheets=(
            _meetings(inside, title, voice),
            _deadlines(due, {one.id: one for one in meetings}, voice),
            _points(session, years, bodies, voice),
        ),
    )


def _meetings(meetings: Sequence[Meeting], title: str, voice: Voice) -> Sheet:
    word = voice.word
    return Sheet(
        title=word(_("Møter")),
        heading=title,
        columns=(
            word(_("Dato")),
            word(_("Dag")),
            word(_("Fra")),
            word(_("Til")),
            word(_("Organ")),
            word(_("Møte")),
            word(_("Sted")),
            word(_("Vert")),
            word(_("Møteform")),
            word(_("Status")),
        ),
        kinds=("date", *("text",) * 9),
        widths=(12, 11, 8, 8, 24, 28, 34, 26, 24, 20),
        rows=tuple(_meeting(one, voice) for one in meetings),
    )


def _meeting(meeting: Meeting, voice: Voice) -> Row:
    form = voice.title_label("attendance_mode", meeting.mode)
    if meeting.kind is not MeetingKind.ORDINARY:
        form = voice.title_label("meeting_kind", meeting.kind)
    return (
        meeting.held_on,
        voice.formats.weekday(meeting.held_on),
        voice.clock_range(meeting.start_time, None),
        voice.clock_range(meeting.end_time, None),
        meeting.body.short_name,
        meeting_name(meeting),
        meeting.place or None,
        meeting.host.name if meeting.host is not None else None,
        form,
        voice.title_label("meeting_status", meeting.status),
    )


def _deadlines(due: Sequence[YearDeadline], meetings: dict[int, Meeting], voice: Voice) -> Sheet:
    word = voice.word
    in_order = sorted(due, key=lambda one: (one.on, one.meeting_id, one.kind))
    return Sheet(
        title=word(_("Frister")),
        heading=word(_("Frister før og etter møtene")),
        columns=(
            word(_("Dato")),
            word(_("Frist")),
            word(_("Organ")),
            word(_("Møte")),
            word(_("Møtedato")),
        ),
        kinds=("date", "text", "text", "text", "date"),
        widths=(12, 26, 24, 28, 12),
        rows=tuple(
            (
                one.on,
                voice.title_label("deadline_kind", one.kind),
                meetings[one.meeting_id].body.short_name,
                one.meeting_name,
                meetings[one.meeting_id].held_on,
            )
            for one in in_order
        ),
    )


def _points(
    session: Session, years: Sequence[int], bodies: Sequence[Body] | None, voice: Voice
) -> Sheet:
    word = voice.word
    codes = None if bodies is None else {body.code for body in bodies}
    return Sheet(
        title=word(_("Faste punkter")),
        heading=word(_("Faste punkter i årshjulet")),
        columns=(
            word(_("Måned")),
            word(_("Organ")),
            word(_("Fast punkt")),
            word(_("Sak")),
            word(_("Møte")),
            word(_("Møtedato")),
            word(_("Merknad")),
        ),
        kinds=("text", "text", "text", "text", "text", "date", "text"),
        widths=(16, 24, 44, 44, 28, 12, 44),
        rows=tuple(_point_rows(session, years, codes, voice)),
    )


def _point_rows(
    session: Session, years: Sequence[int], codes: Collection[str] | None, voice: Voice
) -> Iterator[Row]:
    points = [one for one in points_of(session, years) if codes is None or one.body in codes]
    cases = case_titles(session, {one.case_id for one in points if one.case_id is not None})
    lens = Lens(Audience.PUBLIC, observers_see_exempt=False, voice=voice)
    for one in points:
        case = cases.get(one.case_id) if one.case_id is not None else None
        yield (
            capital(voice.formats.month(one.month_on)),
            one.body_name,
            one.rule_title,
            lens.case_title(case) if case is not None else None,
            one.meeting_name or None,
            one.on if one.meeting_id is not None else None,
            _remark(one, voice),
        )


def _remark(one: YearPoint, voice: Voice) -> str | None:
    if one.is_dropped:
        return voice.fill(_("Tas ikke opp: {reason}"), reason=one.reason or ABSENT)
    said = []
    if one.is_moved:
        said.append(voice.fill(_("Flyttet: {reason}"), reason=one.reason or ABSENT))
    if one.lacks_meeting:
        said.append(voice.word(_("Mangler møte")))
    return ". ".join(said) or None
