"""What the dialog of letters says of each letter."""

from __future__ import annotations

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.letters.drafts import AppointmentDraft, RequestDraft, SeatNotice

REQUEST = _("{who} · {seats}")
APPOINTMENT = _("{who} · {body}")
HELD = _("{title} ({body}): {holder} til {on:dato}.")
ENDED = _("{title} ({body}): {holder}, perioden er gått ut.")
VACANT = _("{title} ({body}): plassen er ledig.")
PASSED = _("{n:dag|dager} igjen, varselet på {threshold:tall} dager er passert.")
LEFT = _("{n:dag|dager} igjen.")
PROPOSED = _("Rotasjonen foreslår {who}.")
SITS = _("{title} i {body} for {institution}, {period}.")
SINCE = _("fra {first:dato}")
FROM_TO = _("{first:dato}–{last:dato}")


def request_line(draft: RequestDraft, voice: Voice) -> str:
    """`Rådmannsforum · 3 plasser`."""
    seats = voice.formats.plural(len(draft.seats), "{n} plass", "{n} plasser")
    return voice.fill(REQUEST, who=draft.name, seats=seats)


def appointment_line(draft: AppointmentDraft, voice: Voice) -> str:
    """`Kari Berg · Næringsrådet`."""
    return voice.fill(APPOINTMENT, who=draft.person, body=draft.body)


def request_facts(draft: RequestDraft, voice: Voice) -> str:
    """One line for each seat: who sits there, until when, and which threshold was passed."""
    return "\n".join(_seat(seat, voice) for seat in draft.seats)


def appointment_facts(draft: AppointmentDraft, voice: Voice) -> str:
    """Which seat, for whom, and when."""
    when = SINCE if draft.to_on is None else FROM_TO
    period = voice.fill(when, first=draft.from_on, last=draft.to_on)
    return voice.fill(
        SITS, title=draft.title, body=draft.body, institution=draft.institution, period=period
    )


def _seat(seat: SeatNotice, voice: Voice) -> str:
    holder = ", ".join(part for part in (seat.person, seat.institution) if part)
    facts = {"title": seat.title, "body": seat.body, "holder": holder, "on": seat.last_on}
    parts = []
    if seat.days_left is not None:
        parts.append(voice.fill(HELD, **facts))
        told = LEFT if seat.threshold is None else PASSED
        parts.append(voice.fill(told, n=seat.days_left, threshold=seat.threshold))
    else:
        parts.append(voice.fill(ENDED if holder else VACANT, **facts))
    if seat.proposed:
        parts.append(voice.fill(PROPOSED, who=seat.proposed))
    return " ".join(parts)
