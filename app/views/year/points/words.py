"""What the tables of fixed points say."""

from __future__ import annotations

from datetime import date

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.entries import PointEntry
from app.services.year.facts import YearPoint
from app.views.members.rows import Shown
from app.views.theme.tokens import Tone
from app.views.widgets.table_model import Cell, Column

WHEN, POINT, BODY = _("Når"), _("Fast punkt"), _("Organ")
MEETING, CASE, DUE = _("Møte"), _("Sak"), _("Frist for saken")
STATE, REMARK, OFTEN, NEXT = _("Tilstand"), _("Merknad"), _("Hvor ofte"), _("Neste gang")
TURN_SPARED, ENTRY_SPARED = ("remark", "body"), ("meeting", "case")
"""The columns that give way in a narrow window."""

EVERY = _("hver {month}")
SECOND, NTH = _("annethvert år i {month}"), _("hvert {n}. år i {month}")
WITH_NEXT = _("{often}, neste {year}")
LACKS, NOT_MADE, MADE, IN_BIN = _("mangler"), _("ikke laget"), _("laget"), _("slettet")
MOVED_FROM, MOVED_WHY = _("flyttet fra {on:måned}"), _("flyttet fra {on:måned}: {reason}")

DROPPED: tuple[str, Tone] = (_("sløyfet"), "neutral")
LACKS_MEETING: tuple[str, Tone] = (_("mangler møte"), "bad")
LACKS_CASE: tuple[str, Tone] = (_("mangler sak"), "warn")
CASE_GONE: tuple[str, Tone] = (_("saken er slettet"), "neutral")
CASE_READY: tuple[str, Tone] = (_("saken er klar"), "ok")
TAKEN_UP: tuple[str, Tone] = (_("tatt opp"), "ok")
CASE_MADE: tuple[str, Tone] = (_("saken er laget"), "accent")
PASSED_BY: tuple[str, Tone] = (_("uten sak"), "neutral")
IN_USE: tuple[str, Tone] = (_("i bruk"), "ok")
OVER: tuple[str, Tone] = (_("avsluttet"), "neutral")
ENDS, BEGINS = _("slutter {year}"), _("begynner {year}")


def state(point: YearPoint) -> tuple[str, Tone]:
    """How a point of the year stands, as a message and its tone."""
    if point.is_dropped:
        return DROPPED
    if point.is_case_deleted or (point.is_case_made and point.case_id is None):
        return CASE_GONE
    if point.lacks_meeting:
        return LACKS_MEETING
    if point.lacks_case:
        return LACKS_CASE
    if point.case_id is None:
        return PASSED_BY
    if not point.is_meeting_open:
        return TAKEN_UP
    return CASE_READY if point.is_ready else CASE_MADE


def remark(point: YearPoint, voice: Voice) -> str:
    """Where it was moved from and why, or why it was dropped."""
    if not point.is_moved:
        return point.reason
    message = MOVED_WHY if point.reason else MOVED_FROM
    return voice.fill(message, on=point.rule_month_on, reason=point.reason)


def day(point: YearPoint, voice: Voice) -> str:
    """`17. des. 2027`, or the month alone where no meeting takes it up."""
    formats = voice.formats
    if point.meeting_id is None:
        return formats.month(point.month_on)
    return formats.short_date(point.on)


def often(entry: PointEntry, voice: Voice) -> str:
    """`hver desember`; `annethvert år i desember, neste 2028`."""
    month = voice.formats.name_of_month(entry.month)
    if entry.interval_years == 1:
        return voice.fill(EVERY, month=month)
    if entry.interval_years == 2:
        said = voice.fill(SECOND, month=month)
    else:
        said = voice.fill(NTH, n=entry.interval_years, month=month)
    if entry.coming is None:
        return said
    return voice.fill(WITH_NEXT, often=said, year=entry.coming.month_on.year)


def entry_state(entry: PointEntry, today: date, voice: Voice) -> tuple[str, Tone]:
    """In use, ending, not begun, or over."""
    if entry.first_year > today.year + 1:
        return voice.fill(BEGINS, year=entry.first_year), "accent"
    if entry.coming is None:
        return voice.word(OVER[0]), OVER[1]
    if entry.last_year is not None:
        return voice.fill(ENDS, year=entry.last_year), "warn"
    return voice.word(IN_USE[0]), IN_USE[1]


def turn_columns(voice: Voice, today: date) -> list[Shown[YearPoint]]:
    """The points of a year."""
    word = voice.word

    def due(point: YearPoint) -> Cell:
        if point.due_on is None or point.is_dropped:
            return Cell("")
        is_late = point.due_on < today and not point.is_ready
        text = voice.formats.short_date(point.due_on)
        return Cell(text, ink="muted", tone="bad" if is_late else None)

    def how(point: YearPoint) -> Cell:
        message, tone = state(point)
        return Cell(word(message), tone=tone)

    return [
        Shown(
            Column("when", word(WHEN), 128),
            lambda point: Cell(day(point, voice), strong=True),
            lambda point: point.on,
        ),
        Shown(Column("title", word(POINT), 300, grows=True), lambda point: Cell(point.title)),
        Shown(Column("body", word(BODY), 120), lambda point: Cell(point.body_name, ink="muted")),
        Shown(Column("meeting", word(MEETING), 176), lambda point: Cell(point.meeting_name)),
        Shown(Column("due", word(DUE), 122), due, lambda point: point.due_on or date.max),
        Shown(Column("state", word(STATE), 134), how),
        Shown(
            Column("remark", word(REMARK), 200),
            lambda point: Cell(remark(point, voice), ink="muted"),
        ),
    ]


def entry_columns(voice: Voice, today: date) -> list[Shown[PointEntry]]:
    """Every fixed point, with when it comes next."""
    word = voice.word

    def coming(entry: PointEntry) -> Cell:
        return Cell("" if entry.coming is None else day(entry.coming, voice))

    def meeting(entry: PointEntry) -> Cell:
        if entry.coming is None or not entry.coming.lacks_meeting:
            return Cell("" if entry.coming is None else entry.coming.meeting_name)
        return Cell(word(LACKS), ink="muted")

    def case(entry: PointEntry) -> Cell:
        point = entry.coming
        if point is None:
            return Cell("")
        if not point.is_case_made:
            return Cell(word(NOT_MADE), ink="muted")
        is_gone = point.is_case_deleted or point.case_id is None
        return Cell(word(IN_BIN if is_gone else MADE))

    def how(entry: PointEntry) -> Cell:
        text, tone = entry_state(entry, today, voice)
        return Cell(text, tone=tone)

    return [
        Shown(Column("title", word(POINT), 300, grows=True), lambda entry: Cell(entry.title)),
        Shown(Column("body", word(BODY), 120), lambda entry: Cell(entry.body_name, ink="muted")),
        Shown(
            Column("often", word(OFTEN), 270),
            lambda entry: Cell(often(entry, voice)),
            lambda entry: (entry.month, entry.interval_years),
        ),
        Shown(
            Column("next", word(NEXT), 128),
            coming,
            lambda entry: date.max if entry.coming is None else entry.coming.on,
        ),
        Shown(Column("meeting", word(MEETING), 176), meeting),
        Shown(Column("case", word(CASE), 90), case),
        Shown(Column("state", word(STATE), 116), how),
    ]
