"""What an event says of its meeting; an exempt case has its neutral title for everyone (R31).

A calendar is forwarded, shared and shown on locked phones, so it never holds more than the public
may see, but for the address of a video meeting in an invitation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.vocabulary import AttendanceMode, Audience, MeetingKind, MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.models import Council, Meeting
from app.services.numbers import case_number, meeting_name
from app.services.papers.audience import Lens
from app.store.queries.calendars import PublishedLine
from app.store.queries.council import rules_on


@dataclass(frozen=True, slots=True)
class Speech:
    """How one file speaks: its language, and whether those who read it may join by video."""

    voice: Voice
    council: Council
    tells_link: bool = False

    @property
    def lens(self) -> Lens:
        """The public's eyes."""
        return Lens(Audience.PUBLIC, observers_see_exempt=False, voice=self.voice)


def title_of(meeting: Meeting, voice: Voice) -> str:
    """`Næringsrådet 6/2026`; many calendars show a cancelled one as any other, so it says so."""
    return called_off(meeting, meeting_name(meeting), voice)


def called_off(meeting: Meeting, title: str, voice: Voice) -> str:
    """`title`, and that it is cancelled where the meeting is."""
    if meeting.status is not MeetingStatus.CANCELLED:
        return title
    return voice.fill(_("Avlyst: {title}"), title=title)


def place_of(meeting: Meeting, speech: Speech) -> str:
    """Place, host, and where to join; written procedure takes place nowhere."""
    voice = speech.voice
    if meeting.kind is MeetingKind.WRITTEN:
        return voice.title_label("meeting_kind", meeting.kind)
    parts = [meeting.place]
    if meeting.host is not None and meeting.host.name not in meeting.place:
        parts.append(meeting.host.name)
    if meeting.video_link and speech.tells_link:
        parts.append(meeting.video_link)
    elif meeting.mode is AttendanceMode.REMOTE:
        parts.append(voice.title_label("attendance_mode", meeting.mode))
    return ", ".join(part for part in parts if part)


def link_of(meeting: Meeting, speech: Speech) -> str:
    """The address of the video meeting, where it is one."""
    is_address = meeting.video_link.casefold().startswith(("https://", "http://"))
    return meeting.video_link if is_address and speech.tells_link else ""


def description_of(
    meeting: Meeting,
    lines: Sequence[PublishedLine],
    speech: Speech,
    *,
    extra: Sequence[str] = (),
) -> str:
    """When in words, what kind of meeting, `extra`, and the agenda once it is published."""
    voice = speech.voice
    parts = ["\n".join([*_facts(meeting, speech), *extra])]
    if lines:
        agenda = [_line(line, meeting, speech) for line in lines]
        parts.append("\n".join([f"{voice.word(_('Saksliste'))}:", *agenda]))
    if speech.council.is_fictitious:
        parts.append(voice.word(_("Oppdiktede data")))
    return "\n\n".join(parts)


def _facts(meeting: Meeting, speech: Speech) -> Iterator[str]:
    voice = speech.voice
    on = capital(voice.formats.long_date(meeting.held_on))
    times = voice.clock_range(meeting.start_time, meeting.end_time)
    yield voice.fill(_("{on} kl. {times}"), on=on, times=times)
    yield _fact(_("Status"), voice.label("meeting_status", meeting.status), voice)
    if meeting.host is not None:
        yield _fact(_("Vertskommune"), meeting.host.name, voice)
    if meeting.kind is not MeetingKind.ORDINARY:
        yield _fact(_("Møteform"), voice.label("meeting_kind", meeting.kind), voice)
    elif meeting.mode is not AttendanceMode.IN_PERSON:
        yield _fact(_("Møteform"), voice.label("attendance_mode", meeting.mode), voice)
    if meeting.video_link and speech.tells_link:
        yield _fact(_("Videolenke"), meeting.video_link, voice)


def _fact(name: str, value: str, voice: Voice) -> str:
    return f"{voice.word(name)}: {value}"


def _line(line: PublishedLine, meeting: Meeting, speech: Speech) -> str:
    if line.case is None:
        return line.title
    number = case_number(line.case, rules_on(meeting.body, meeting.held_on))
    title = speech.lens.case_title(line.case)
    return f"{number} {title}" if number else title
