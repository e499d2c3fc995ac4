"""What the calendar says of a day and of each line of it."""

from __future__ import annotations

from datetime import date

from app.domain.reasons import Reason
from app.domain.vocabulary import DeadlineKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.overview.next_meeting import OpenState
from app.services.year.days import Day, Line
from app.services.year.facts import YearDeadline, YearMeeting, YearPoint
from app.views.meetings.words import STATUS_TONES
from app.views.theme.tokens import Tone

MONTH, YEAR, LIST = _("Måned"), _("År"), _("Liste")
TODAY_WORD = _("i dag")
KEPT_FREE = _("holdt fri: {name}")
LATE = _("Over fristen")
DEADLINE, DONE, WHEEL = _("frist"), _("ferdig"), _("årshjul")
LACKS_MEETING = _("mangler møte")
NOTHING = _("ingenting denne dagen")

_DUE = {
    DeadlineKind.DRAFTS_DUE: _("Saksframlegg"),
    DeadlineKind.NOTICE: _("Møtevarsel"),
    DeadlineKind.PAPERS: _("Sakspapirer ut"),
    DeadlineKind.REMINDER: _("Påminnelse"),
    DeadlineKind.MINUTES_OUT: _("Protokoll ut"),
    DeadlineKind.MINUTES_APPROVED: _("Protokoll godkjent"),
}
"""What is due, without the word "frist", which stands beside it."""

_STATES: dict[OpenState, tuple[str, Tone]] = {
    OpenState.DONE: (DONE, "ok"),
    OpenState.MADE: (_("laget"), "accent"),
    OpenState.LATE: (_("over fristen"), "bad"),
    OpenState.SOON: (DEADLINE, "warn"),
    OpenState.NEXT: (DEADLINE, "neutral"),
}


def month_title(on: date, voice: Voice) -> str:
    """`Desember 2026`."""
    return capital(voice.formats.month(on))


def title(line: Line, voice: Voice) -> str:
    """What it is: the meeting, what is due, or the fixed point."""
    if isinstance(line, YearMeeting):
        return line.name
    if isinstance(line, YearDeadline):
        what = voice.word(_DUE[line.kind])
        return voice.fill(_("{what}: {meeting}"), what=what, meeting=line.meeting_name)
    return voice.fill(_("{body}: {title}"), body=line.body_name, title=line.title)


def where(line: Line) -> str:
    """The host, else the place; for others than meetings nothing."""
    return (line.host or line.place) if isinstance(line, YearMeeting) else ""


def clock(line: Line, voice: Voice) -> str:
    """`09.00–11.30`, or nothing."""
    return voice.clock_range(line.start, line.end) if isinstance(line, YearMeeting) else ""


def start(line: YearMeeting, voice: Voice) -> str:
    """`09.00`."""
    return voice.clock_range(line.start, None)


def chip(line: Line, voice: Voice) -> tuple[str, Tone]:
    """How it stands."""
    if isinstance(line, YearMeeting):
        return voice.label("meeting_status", line.status.value), STATUS_TONES[line.status]
    if isinstance(line, YearDeadline):
        word, tone = _STATES[line.state]
        return voice.word(word), tone
    return (
        (voice.word(LACKS_MEETING), "warn") if line.lacks_meeting else (voice.word(WHEEL), "accent")
    )


def details(line: Line, voice: Voice) -> str:
    """All of a line in one: `Næringsrådet 6/2026 kl. 09.00–11.30, Skaun, varslet`."""
    if isinstance(line, YearMeeting):
        at = voice.fill(_("{meeting} kl. {times}"), meeting=line.name, times=clock(line, voice))
        host = voice.fill(_("vert {host}"), host=line.host) if line.host else ""
        return ", ".join(part for part in (at, line.place, host, chip(line, voice)[0]) if part)
    if isinstance(line, YearDeadline):
        due = voice.fill(_("frist: {what}"), what=title(line, voice))
        is_told = line.state in (OpenState.LATE, OpenState.DONE, OpenState.MADE)
        return f"{due}, {chip(line, voice)[0]}" if is_told else due
    return f"{title(line, voice)}, {_fixed(line, voice)}"


def _fixed(line: YearPoint, voice: Voice) -> str:
    if line.lacks_meeting:
        month = voice.formats.month_name(line.month_on)
        return voice.fill(_("årshjul, mangler møte i {month}"), month=month)
    return voice.fill(_("årshjul, {meeting}"), meeting=line.meeting_name)


def amiss(reasons: tuple[Reason, ...], voice: Voice) -> str:
    """What is wrong with the day, in sentences."""
    return " ".join(voice.say(reason) for reason in reasons)


def names(day: Day, today: date, voice: Voice) -> list[str]:
    """What the day is called: today, its holiday, what it is kept free for."""
    found = [voice.word(TODAY_WORD)] if day.on == today else []
    if day.holiday is not None:
        found.append(voice.label("holiday", day.holiday))
    return [*found, *day.kept_free]


def day_title(day: Day, today: date, voice: Voice) -> str:
    """`fredag 25. desember 2026, 1. juledag`."""
    called = names(Day(on=day.on, holiday=day.holiday, kept_free=()), today, voice)
    free = [voice.fill(KEPT_FREE, name=name) for name in day.kept_free]
    return ", ".join([voice.formats.long_date(day.on), *called, *free])


def spoken(day: Day, today: date, voice: Voice) -> str:
    """The day read aloud, with all that is on it and what is amiss."""
    lines = []
    for line in day.lines:
        wrong = amiss(day.amiss_with(line), voice)
        lines.append(details(line, voice) + (f". {wrong}" if wrong else ""))
    said = "; ".join(lines) or voice.word(NOTHING)
    return f"{day_title(day, today, voice)}: {said}"


def rest_of_day(day: Day, chosen: Line | None, voice: Voice) -> str:
    """The chosen line in full, and how many more there are."""
    if chosen is None:
        return ""
    others = len(day.lines) - 1
    more = voice.formats.plural(others, "{n} linje til", "{n} linjer til") if others else ""
    return " · ".join(part for part in (details(chosen, voice), more) if part)


def tip(day: Day, line: Line | None, today: date, voice: Voice) -> str:
    """What is told where the mouse rests: the line, else the day with all of it."""
    said = [] if line is not None else [day_title(day, today, voice)]
    for one in day.lines if line is None else (line,):
        said.append(details(one, voice))
        if wrong := amiss(day.amiss_with(one), voice):
            said.append(wrong)
    return "\n".join(said)
