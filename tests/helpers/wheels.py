"""Years for a wheel, as full as a test wants; nothing is read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.vocabulary import MeetingStatus
from app.services.year.facts import YearBody, YearMeeting, YearPoint, YearView

TODAY = date(2026, 11, 23)
BODIES = tuple(
    YearBody(code, name, name, code == "NA")
    for code, name in (
        ("NR", "Næringsrådet"),
        ("RR", "Regionrådet"),
        ("AU", "Arbeidsutvalget"),
        ("KDF", "Kommunedirektørforum"),
        ("NA", "Næringsapparatet"),
        ("FS", "Formannskapssamling"),
        ("ADM", "Administrasjonen"),
    )
)


def a_year_meeting(
    number: int,
    held_on: date,
    body: str = "NR",
    status: MeetingStatus = MeetingStatus.PLANNED,
    host: str | None = None,
) -> YearMeeting:
    name = next(one.short_name for one in BODIES if one.code == body)
    return YearMeeting(
        id=number,
        version=1,
        body=body,
        body_name=name,
        name=f"{name} {number}/{held_on.year}",
        number=number,
        held_on=held_on,
        start="09:00",
        end="11:30",
        place="Rådhuset",
        host=host,
        status=status,
        can_move=True,
    )


def a_year_point(
    entry: int,
    month_on: date,
    meeting: YearMeeting | None = None,
    title: str = "Årsrapport",
    body: str = "RR",
    case_id: int | None = None,
    *,
    is_dropped: bool = False,
) -> YearPoint:
    return YearPoint(
        entry_id=entry,
        year=month_on.year,
        body=body,
        body_name=next(one.short_name for one in BODIES if one.code == body),
        title=title,
        month_on=month_on,
        rule_month_on=month_on,
        rule_title=title,
        on=month_on if meeting is None else meeting.held_on,
        meeting_id=None if meeting is None else meeting.id,
        meeting_name="" if meeting is None else meeting.name,
        is_meeting_open=meeting is not None,
        is_on_agenda=case_id is not None and meeting is not None,
        case_id=case_id,
        is_case_made=case_id is not None,
        is_case_deleted=False,
        is_case_exempt=False,
        is_moved=False,
        is_dropped=is_dropped,
        reason="",
        due_on=None,
        has_own_deadline=False,
        is_ready=False,
    )


def a_year_view(
    meetings: Sequence[YearMeeting] = (),
    points: Sequence[YearPoint] = (),
    *,
    year: int = 2026,
    today: date = TODAY,
) -> YearView:
    return YearView(
        year=year,
        today=today,
        bodies=BODIES,
        meetings=tuple(meetings),
        deadlines=(),
        points=tuple(points),
        blocked=(),
        holidays={},
        years=(year,),
    )


def a_full_year(marks: int, bodies: int = 5, year: int = 2026) -> YearView:
    """Meetings through the whole year in turn, some of them with a fixed point."""
    meetings, points = [], []
    for number in range(1, marks + 1):
        body = BODIES[number % bodies].code
        day = date(year, 1, 1) + timedelta(days=(number - 1) * 364 // max(marks, 1))
        meeting = a_year_meeting(number, day, body, host="Midtre Gauldal")
        meetings.append(meeting)
        if number % 7 == 0:
            title = "Utviklingsplan og budsjettrammer for det kommende året"
            points.append(a_year_point(number, day.replace(day=1), meeting, title, body))
    return a_year_view(meetings, points, year=year)
