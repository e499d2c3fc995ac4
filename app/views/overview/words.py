"""What the lines of the overview say."""

from __future__ import annotations

from app.domain.vocabulary import DeadlineKind, SeatState
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.overview.ahead import AheadKind, AheadLine
from app.services.overview.next_meeting import NextMeeting, OpenState, OpenStep
from app.services.overview.seats import EndingSeat
from app.services.overview.service import Overview
from app.views.theme.tokens import Tone

_STEPS = {
    DeadlineKind.DRAFTS_DUE: _("Saksframlegg skrevet"),
    DeadlineKind.NOTICE: _("Møtevarsel sendt"),
    DeadlineKind.PAPERS: _("Sakspapirer ut"),
    DeadlineKind.REMINDER: _("Påminnelse"),
    DeadlineKind.MINUTES_OUT: _("Protokoll ut"),
    DeadlineKind.MINUTES_APPROVED: _("Protokoll godkjent"),
}
_AHEAD_CHIPS: dict[AheadKind, tuple[str, Tone]] = {
    AheadKind.DEADLINE: (_("frist"), "neutral"),
    AheadKind.WHEEL: (_("årshjul"), "accent"),
}


def meeting_title(found: NextMeeting, voice: Voice) -> str:
    """`Neste møte: Næringsrådet 4. desember`."""
    return voice.fill(
        _("Neste møte: {body} {on:dag}"),
        body=found.meeting.body_short_name,
        on=found.meeting.held_on,
    )


def meeting_line(found: NextMeeting, voice: Voice) -> str:
    """`fredag kl. 09.00–11.30 · Skaun rådhus · 5 saker · om 11 dager`."""
    meeting = found.meeting
    times = voice.clock_range(meeting.start, meeting.end)
    day = voice.formats.weekday(meeting.held_on)
    parts = [
        voice.fill(_("{day} kl. {times}"), day=day, times=times),
        meeting.place,
        voice.formats.plural(found.cases, "{n} sak", "{n} saker"),
        ahead_words(found.days, voice),
    ]
    return " · ".join(part for part in parts if part)


def ahead_words(days: int, voice: Voice) -> str:
    """`i dag`, `i morgen`, `om 11 dager`."""
    if days <= 1:
        return voice.word(_("i dag") if days == 0 else _("i morgen"))
    return voice.formats.plural(days, "om {n} dag", "om {n} dager")


def step_title(kind: DeadlineKind, voice: Voice) -> str:
    """What is to be done."""
    return voice.word(_STEPS[kind])


def step_chip(state: OpenState, days: int, voice: Voice) -> tuple[str, Tone]:
    """How it stands: done, late, so many days left, or later."""
    if state is OpenState.DONE:
        return voice.word(_("ferdig")), "ok"
    if state is OpenState.MADE:
        return voice.word(_("laget")), "accent"
    if state is OpenState.LATE:
        return voice.word(_("over fristen")), "bad"
    if state is OpenState.SOON:
        left = voice.formats.plural(days, "{n} dag", "{n} dager")
        return (left if days else voice.word(_("i dag"))), "warn"
    return voice.word(_("senere")), "neutral"


def step_side(step: OpenStep, voice: Voice) -> str:
    """`frist 27. november · 3 av 5 saksframlegg klare`."""
    due = voice.fill(_("frist {on:dag}"), on=step.due_on)
    return " · ".join([due, *(voice.say(fact) for fact in step.facts)])


def seat_chip(seat: EndingSeat, voice: Voice) -> tuple[str, Tone]:
    """When it ends, or that it stands empty."""
    if seat.state is SeatState.ENDING and seat.last_on is not None:
        return voice.formats.short_date(seat.last_on), "warn"
    return voice.label("seat_state", seat.state), "bad"


def seat_side(seat: EndingSeat, voice: Voice) -> str:
    """Who sits there, or who names the next."""
    if seat.institution:
        return seat.institution
    return voice.fill(_("{who} oppnevner"), who=seat.appointed_by)


def proposal_line(seats: tuple[EndingSeat, ...], voice: Voice) -> str:
    """`Forslag fra rotasjonen: Malvik og Trondheim`, or nothing."""
    names = [seat.proposed for seat in seats if seat.proposed]
    if not names:
        return ""
    return voice.fill(_("Forslag fra rotasjonen: {names:liste}"), names=tuple(names))


def actions_line(overview: Overview, voice: Voice) -> str:
    """`7 åpne · 2 over fristen`."""
    said = voice.formats.plural(overview.open_actions, "{n} åpen", "{n} åpne")
    if not overview.late_actions:
        return said
    late = voice.fill(_("{n:tall} over fristen"), n=overview.late_actions)
    return f"{said} · {late}"


def ahead_title(line: AheadLine, voice: Voice) -> str:
    """What is on that day."""
    if line.kind is AheadKind.MEETING:
        return line.body_name
    if line.deadline is not None:
        what = voice.title_label("deadline_kind", line.deadline)
        return voice.fill(_("{what}: {meeting}"), what=what, meeting=line.title)
    if line.kind is AheadKind.DEADLINE:
        return voice.fill(_("Frist: {title} til {body}"), title=line.title, body=line.body_name)
    return voice.fill(_("{body}: {title}"), body=line.body_name, title=line.title)


def ahead_day(line: AheadLine, voice: Voice) -> str:
    """`4. des.`, or the month alone when the day is not known."""
    if line.is_whole_month:
        return voice.formats.month_name(line.on)
    return voice.formats.short_day_month(line.on)


def ahead_chip(line: AheadLine, voice: Voice) -> tuple[str, Tone] | None:
    """What kind of line it is, or what is wrong with it; a meeting needs no word."""
    if line.is_late:
        return voice.word(_("over fristen")), "bad"
    if line.is_whole_month:
        return voice.word(_("mangler møte")), "warn"
    if line.kind not in _AHEAD_CHIPS:
        return None
    word, tone = _AHEAD_CHIPS[line.kind]
    return voice.word(word), tone
