"""How the documents of a gathering speak: frames, tables and sentences (R17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from app.documents.content import DataTable, Fact, Letterhead, Metadata
from app.documents.gathering import Part
from app.domain.rich_text import from_plain
from app.domain.vocabulary import ActionStatus, AttendanceMode, Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.models import Council, Meeting
from app.services.gatherings.facts import NextHost, Participant, Point, ProgrammeLine
from app.services.numbers import meeting_label

NOT_REPORTED = _("Ikke meldt inn.")
NOT_GIVEN = _("Ikke fordelt")
NO_PROGRAMME = _("Programmet er ikke satt opp ennå.")
NEXT_AGREED = _("Neste møte holdes {on:langdato}. Vertskommune er {host}.")
NEXT_PROPOSED = _(
    "Neste møte holdes {on:langdato}. Vertskommune er ikke avtalt ennå. Etter rundgangen er det "
    "turen til {host}."
)
NEXT_TURN = _("Neste møte er ikke satt opp ennå. Etter rundgangen er det turen til {host}.")
NEXT_NO_HOST = _("Neste møte holdes {on:langdato}. Vertskommune er ikke avtalt ennå.")
NEXT_NOTHING = _("Neste møte er ikke satt opp ennå.")


class Frame(TypedDict):
    """What all documents of a gathering share."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str


def frame(council: Council, meeting: Meeting, heading: str, dated_on: date, voice: Voice) -> Frame:
    """Sender, title and day."""
    title = voice.fill(
        _("{record} – {body} {on:dato}"),
        record=heading,
        body=meeting.body.short_name,
        on=meeting.held_on,
    )
    return {
        "meta": Metadata(
            title=title,
            subject=meeting_label(meeting),
            author=council.organisation,
            language=voice.tag,
            dated_on=dated_on,
            audience=Audience.MEMBERS,
        ),
        "letterhead": Letterhead(
            organisation=council.organisation,
            unit=meeting.body.name,
            contact=council.contact,
            running_title=title,
            page_of=voice.word(_("Side {page} av {pages}")),
            marking=voice.word(_("Oppdiktede data")) if council.is_fictitious else "",
        ),
        "heading": heading,
        "body": meeting.body.name,
        "date": capital(voice.formats.long_date(meeting.held_on)),
    }


def time_and_place(meeting: Meeting, voice: Voice, *, is_over: bool) -> Iterable[Fact]:
    """When and where, as planned or as it was, and who hosts."""
    start, end = meeting.start_time, meeting.end_time
    if is_over:
        start, end = meeting.actual_start or start, meeting.actual_end or end
    times = voice.fill(_("kl. {times}"), times=voice.clock_range(start, end))
    yield Fact(voice.word(_("Tidspunkt") if is_over else _("Tidsrom")), times)
    if meeting.mode is AttendanceMode.REMOTE:
        yield Fact(voice.word(_("Møteform")), voice.title_label("attendance_mode", meeting.mode))
    elif meeting.place or not is_over:
        yield Fact(voice.word(_("Sted")), meeting.place or voice.word(_("Ikke avtalt ennå")))
    if meeting.host is not None:
        yield Fact(voice.word(_("Vertskommune")), meeting.host.name)
    elif not is_over:
        yield Fact(voice.word(_("Vertskommune")), voice.word(_("Ikke avtalt ennå")))
    if meeting.mode is AttendanceMode.MIXED:
        yield Fact(voice.word(_("Møteform")), voice.title_label("attendance_mode", meeting.mode))


def programme_part(lines: Sequence[ProgrammeLine], voice: Voice) -> Part:
    """The programme with when each line begins, who leads it, and how long it lasts."""
    heading = voice.word(_("Program"))
    if not lines:
        return Part(heading, text=from_plain(voice.word(NO_PROGRAMME)))
    rows: tuple[tuple[str, ...], ...] = tuple(
        (
            voice.clock_range(line.start, None) if line.start else "",
            line.title,
            line.presenter,
            voice.formats.duration(line.minutes) if line.minutes else "",
        )
        for line in lines
    )
    columns: tuple[str, ...] = (
        voice.word(_("Kl.")),
        voice.word(_("Innhold")),
        voice.word(_("Innleder")),
        voice.word(_("Varighet")),
    )
    if not any(line.presenter for line in lines):
        rows = tuple((start, title, lasts) for start, title, _nobody, lasts in rows)
        columns = (columns[0], columns[1], columns[3])
        return Part(heading, DataTable(heading, columns, rows, (10, 76, 14)))
    return Part(heading, DataTable(heading, columns, rows, (10, 52, 24, 14)))


def points_part(heading: str, points: Sequence[Point], nothing: str, voice: Voice) -> Part:
    """What is to be done, by whom and when (R43)."""
    if not points:
        return Part(heading, text=from_plain(nothing))
    columns = (
        voice.word(_("Oppgave")),
        voice.word(_("Ansvarlig")),
        voice.word(_("Frist")),
        voice.word(_("Status")),
    )
    rows = tuple(
        (
            point.task,
            point.responsible or voice.word(NOT_GIVEN),
            _due(point, voice),
            _standing(point, voice),
        )
        for point in points
    )
    return Part(heading, DataTable(heading, columns, rows, (44, 20, 20, 16)))


def next_host_part(following: NextHost, voice: Voice) -> Part:
    """Who hosts next, and when."""
    return Part(voice.word(_("Neste vertskommune")), text=from_plain(next_words(following, voice)))


def next_words(following: NextHost, voice: Voice) -> str:
    """The same in a sentence or two; the window says it too."""
    if following.host is None:
        told = NEXT_NOTHING if following.on is None else NEXT_NO_HOST
    elif following.on is None:
        told = NEXT_TURN
    else:
        told = NEXT_PROPOSED if following.is_proposed else NEXT_AGREED
    return voice.fill(told, on=following.on, host=following.host)


def person_line(one: Participant) -> str:
    """`Kari Berg, næringssjef`."""
    return ", ".join(part for part in (one.name, one.function) if part)


def _due(point: Point, voice: Voice) -> str:
    if point.due_on is None:
        return voice.word(_("Ingen frist"))
    return voice.formats.numeric_date(point.due_on)


def _standing(point: Point, voice: Voice) -> str:
    if point.status is ActionStatus.OPEN or point.closed_on is None:
        return voice.title_label("action_status", point.status)
    word = voice.title_label("action_status", point.status)
    return f"{word} {voice.formats.numeric_date(point.closed_on)}"
