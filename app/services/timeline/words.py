"""What is written on the timeline, and what is told of each part of it."""

from __future__ import annotations

from app.domain.vocabulary import SeatKind, Sector
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.timeline.facts import SeatLine, Span, SpanKind, TimelineFacts

SEAT = _("Plass")
VACANT = _("ledig")
MAYBE = _("{name}?")
CARRIED = _("{name}, inntil videre")
YEARS = _("{n:tall} år")
OPEN_END = _("fra {first:dato}")
PERIOD = _("{first:dato}–{last:dato}")
PROPOSED = _("Forslag fra rotasjonen")
IS_VACANT = _("Plassen er ledig")
CARRIED_ON = _("Sitter inntil videre")
OVERRIDDEN = _("En annen enn forslaget: {why}")
APPOINTED_BY = _("Oppnevnes av {who}")
SECTORS = (Sector.BUSINESS, Sector.RESEARCH, Sector.PUBLIC)
PROPOSALS, EMPTY = _("forslag fra rotasjonen"), _("ledig plass")
GOES_ON = _("sitter inntil videre")
TITLE = _("Plasser og perioder i {body}")
SAID = _("Tidslinje for {body}, {first}–{last}, med {n:plass|plasser}.")


def under_title(seat: SeatLine, voice: Voice) -> str:
    """`Offentlig · fast`, `Offentlig · 2 år`."""
    if seat.kind is SeatKind.ROTATING and seat.term_years:
        kind = voice.fill(YEARS, n=seat.term_years)
    else:
        kind = voice.label("seat_kind", seat.kind)
    return f"{voice.title_label('sector', seat.sector)} · {kind}"


def on_bar(span: Span, voice: Voice) -> str:
    """What is written on a bar; a proposal is a question."""
    if span.kind is SpanKind.VACANT:
        return voice.word(VACANT)
    if span.kind is SpanKind.PROPOSAL:
        return voice.fill(MAYBE, name=span.label)
    if span.kind is SpanKind.CARRIED_OVER:
        return voice.fill(CARRIED, name=span.label)
    return span.label


def days(span: Span, voice: Voice) -> str:
    """Both days inclusive; the first alone while there is no end."""
    if span.last_on is None:
        return voice.fill(OPEN_END, first=span.from_on)
    return voice.fill(PERIOD, first=span.from_on, last=span.last_on)


def details(seat: SeatLine, span: Span, voice: Voice) -> tuple[str, ...]:
    """All that is known of a part of the picture, the most telling first."""
    head = {
        SpanKind.VACANT: voice.word(IS_VACANT),
        SpanKind.PROPOSAL: f"{voice.word(PROPOSED)}: {span.institution}",
        SpanKind.CARRIED_OVER: f"{voice.word(CARRIED_ON)}: {_who(span)}",
        SpanKind.TERM: _who(span),
    }[span.kind]
    lines = [head, capital(f"{days(span, voice)} · {seat.title}")]
    lines += [voice.say(reason) for reason in span.reasons]
    if span.override_reason:
        lines.append(voice.fill(OVERRIDDEN, why=span.override_reason))
    if span.kind in (SpanKind.VACANT, SpanKind.PROPOSAL) and seat.appointed_by:
        lines.append(voice.fill(APPOINTED_BY, who=seat.appointed_by))
    return tuple(lines)


def said(facts: TimelineFacts, voice: Voice) -> str:
    """The picture in a sentence."""
    return voice.fill(
        SAID,
        body=facts.body_name,
        first=str(facts.first_year),
        last=str(facts.last_year),
        n=len(facts.seats),
    )


def title(facts: TimelineFacts, voice: Voice) -> str:
    """The heading of the printed picture."""
    return voice.fill(TITLE, body=facts.body_name)


def _who(span: Span) -> str:
    return ", ".join(part for part in (span.person, span.institution) if part)
