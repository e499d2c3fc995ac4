"""What is written on the wheel, and what is told of each of its marks."""

from __future__ import annotations

from datetime import date

from app.documents.drawings.type import width
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.wheel.facts import MarkKind, WheelFacts, WheelMark
from app.services.wheel.labels import SIGN, Label
from app.services.wheel.listing import WheelLine

NAME = _("Årshjul {year}")
SAID = _("Årshjul for {year}: {meetings:møte|møter} i {bodies:organ|organer}.")
SAID_EMPTY = _("Årshjul for {year}, uten møter.")
LACKING = _("{n:fast punkt uten møte|faste punkter uten møte}")
LACKING_SHORT = _("{n:tall} uten møte")
NO_MEETINGS = _("ingen møter")
WITHOUT_MEETING = _("Ingen møter i {month} tar det opp.")
ELSEWHERE = _("Tas opp i {meeting}, {on:dato}.")
TAKES_UP = _("Fast punkt: {title}")
HOST = _("vert {host}")
WHEN = _("{on:langdato} kl. {times}")
CANCELLED = _("avlyst møte")
HAS_POINTS, POINT_LACKS = _("møte med fast punkt"), _("fast punkt uten møte")
POINT_ELSEWHERE = _("fast punkt som tas opp et annet år")
POINT, NO_MEETING = _("fast punkt"), _("mangler møte")
SMALL = 12.0


def short_day(on: date) -> str:
    """`4/12`, the same in all our languages."""
    return f"{on.day}/{on.month}"


def label(mark: WheelMark, *, is_hosted_in_turns: bool) -> Label:
    """What is written on a mark: its day, and the fixed point or the host that it is about."""
    points = mark.points
    more = f" +{len(points) - 1}" if len(points) > 1 else ""
    if mark.meeting is None:
        title = points[0].title
        if mark.kind is MarkKind.LACKING:
            return Label(SIGN, title, has_sign=True)
        return Label(title)
    if points:
        return Label(short_day(mark.on), points[0].title, more)
    host = mark.meeting.host if is_hosted_in_turns else None
    return Label(short_day(mark.on), host or "", is_name=True)


def name(mark: WheelMark) -> str:
    """What a mark is called: its meeting, or its fixed point with the body that it is for."""
    if mark.meeting is not None:
        return mark.meeting.name
    return f"{mark.points[0].body_name}: {mark.points[0].title}"


def when(mark: WheelMark, voice: Voice) -> str:
    """The day, or the month where no day is known."""
    if mark.meeting is None:
        return voice.formats.month(mark.on)
    return voice.formats.long_date(mark.on)


def details(mark: WheelMark, voice: Voice) -> tuple[str, ...]:
    """All that is known of a mark, the most telling first."""
    meeting = mark.meeting
    if meeting is None:
        point = mark.points[0]
        lines = [name(mark), capital(when(mark, voice))]
        if mark.kind is MarkKind.LACKING:
            lines.append(voice.fill(WITHOUT_MEETING, month=voice.formats.month(mark.on)))
        else:
            lines.append(voice.fill(ELSEWHERE, meeting=point.meeting_name, on=point.on))
        return tuple(lines)
    times = voice.clock_range(meeting.start, meeting.end)
    day = capital(voice.fill(WHEN, on=meeting.held_on, times=times))
    facts = [day, voice.label("meeting_status", meeting.status.value), meeting.place]
    if meeting.host and meeting.host not in meeting.place:
        facts.append(voice.fill(HOST, host=meeting.host))
    return (
        meeting.name,
        " · ".join(fact for fact in facts if fact),
        *(voice.fill(TAKES_UP, title=point.title) for point in mark.points),
    )


def title(facts: WheelFacts, voice: Voice) -> str:
    """The heading of the picture."""
    return voice.fill(NAME, year=str(facts.year))


def meetings(count: int, voice: Voice) -> str:
    """`12 møter`."""
    if not count:
        return voice.word(NO_MEETINGS)
    return voice.formats.plural(count, "{n} møte", "{n} møter")


def lacking(count: int, voice: Voice, room: float) -> tuple[str, ...]:
    """How many fixed points no meeting takes up, in the most words that have room, if any."""
    forms = voice.fill(LACKING, n=count), voice.fill(LACKING_SHORT, n=count)
    return tuple(form for form in forms if width(form, SMALL) <= room)[:1]


def said(facts: WheelFacts, voice: Voice) -> str:
    """The picture in a sentence."""
    parts = [voice.fill(SAID_EMPTY, year=str(facts.year))]
    if facts.meetings:
        bodies = sum(ring.meetings > 0 for ring in facts.rings)
        parts = [voice.fill(SAID, year=str(facts.year), meetings=facts.meetings, bodies=bodies)]
    if facts.lacking:
        parts.append(capital(voice.fill(LACKING, n=facts.lacking)) + ".")
    return " ".join(parts)


def told(facts: WheelFacts, voice: Voice) -> str:
    """The picture for those who cannot see it: the sentence, then every mark by day."""
    marks = sorted(
        (mark for ring in facts.rings for mark in ring.marks), key=lambda mark: (mark.on, mark.key)
    )
    lines = [said(facts, voice)]
    for mark in marks:
        parts = [f"{when(mark, voice)}: {name(mark)}"]
        if mark.kind is MarkKind.CANCELLED:
            parts.append(voice.word(CANCELLED))
        elif mark.kind is MarkKind.LACKING:
            parts.append(voice.word(POINT_LACKS))
        parts += [point.title for point in mark.points if mark.meeting is not None]
        lines.append(capital(", ".join(parts)) + ".")
    return " ".join(lines)


def list_day(line: WheelLine, voice: Voice) -> str:
    """`4. des.`; the month where no day is known; nothing under the meeting of that day."""
    if line.follows_meeting:
        return ""
    if line.mark.meeting is None:
        return voice.formats.short_month(line.mark.on)
    return voice.formats.short_day_month(line.mark.on)


def list_name(line: WheelLine, voice: Voice) -> str:
    """The meeting, or the fixed point; of a point alone, the body that it is for too."""
    if line.point is None or not line.follows_meeting:
        return name(line.mark)
    return line.point.title


def list_status(line: WheelLine, voice: Voice) -> str:
    """How it stands."""
    meeting = line.mark.meeting
    if line.point is None and meeting is not None:
        return voice.label("meeting_status", meeting.status.value)
    return voice.word(NO_MEETING if line.mark.kind is MarkKind.LACKING else POINT)
