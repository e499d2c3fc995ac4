"""The standard sentences of letters, which the officer may write anew (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import DayUnit, DeadlineKind, Level
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Body, Council
from app.services.letters.drafts import SeatNotice

_ENDS = (_("En plass i {bodies:liste} blir ledig."), _("Plassene i tabellen blir ledige."))
_IS_EMPTY = (_("En plass i {bodies:liste} er ledig."), _("Plassene i tabellen er ledige."))
_MIXED = _("Noen av plassene i tabellen er ledige, og de andre blir det snart.")
_APPOINTS_ONE = _("{who} oppnevner den som skal sitte i plassen.")
_APPOINTS_MANY = _("{who} oppnevner dem som skal sitte i plassene.")
_ASKS_ONE = _(
    "Vi ber om navnet på den som blir oppnevnt, og om stilling, institusjon, e-post på jobb og "
    "telefon på jobb. Blir det oppnevnt vara, ber vi om det samme for vara."
)
_ASKS_MANY = _(
    "Vi ber om navnene på dem som blir oppnevnt, og om stilling, institusjon, e-post på jobb og "
    "telefon på jobb. Blir det oppnevnt vara, ber vi om det samme for vara."
)
_TURN = _(
    "Etter rotasjonen går turen nå til {names:liste}. Det er et forslag; den som oppnevner, kan "
    "velge annerledes."
)
_ANSWER = _("Svar innen {on:dato} til {to}.")
_ANSWER_HERE = _("Svar innen {on:dato}.")
_THEN = _("Når vi har fått svar, sender vi brev om oppnevningen til hvert nytt medlem.")

_WORK = {
    Level.COUNCIL: _(
        "{body} leder gjennomføringen av strategisk næringsplan: Det holder seg orientert om "
        "arbeidet, prioriterer og gjør vedtak."
    ),
    Level.REGIONAL: _(
        "{body} gjør vedtak i strategiske saker, om nye satsingsområder og om de største beløpene."
    ),
}
_MEETINGS = _("Møtene som er planlagt, er {days:liste}.")
_MEETING = _("Det neste møtet er {days:liste}.")
_PAPERS = _("Sakspapirene kommer senest {n:dag|dager} før hvert møte.")
_PAPERS_WORKING = _("Sakspapirene kommer senest {n:virkedag|virkedager} før hvert møte.")
_APOLOGY = _(
    "Medlemmene møter selv. Hvis du ikke kan møte, må du si fra så tidlig som mulig til {to}, så "
    "innkaller vi vara hvis plassen har en."
)
_PRIVACY = _(
    "Vi har ført opp navnet ditt og kontaktopplysningene dine på jobb. Du kan få se hva vi har om "
    "deg, og be om å få det rettet eller slettet."
)
_QUESTIONS = _("Ta kontakt hvis du lurer på noe.")


@dataclass(frozen=True, slots=True)
class BodyAtWork:
    """What a new member is told of a body: its meetings to come and when the papers are out."""

    body: Body
    days: tuple[date, ...]


def request_opening(who: str, seats: Sequence[SeatNotice], voice: Voice) -> str:
    """How many seats end or are empty, and who appoints."""
    bodies = tuple(dict.fromkeys(seat.body for seat in seats))
    empty = sum(seat.days_left is None for seat in seats)
    if 0 < empty < len(seats):
        said = voice.word(_MIXED)
    else:
        one, many = _IS_EMPTY if empty else _ENDS
        said = voice.fill(one if len(seats) == 1 else many, bodies=bodies)
    asks = _APPOINTS_ONE if len(seats) == 1 else _APPOINTS_MANY
    return f"{said} {voice.fill(asks, who=who)}"


def request_words(seats: Sequence[SeatNotice], by: date, reply_to: str, voice: Voice) -> str:
    """What is asked for, by when, and where the answer goes; a paragraph for each."""
    turns = tuple(dict.fromkeys(seat.proposed for seat in seats if seat.proposed))
    answer = voice.fill(_ANSWER if reply_to else _ANSWER_HERE, on=by, to=reply_to)
    asks = voice.word(_ASKS_ONE if len(seats) == 1 else _ASKS_MANY)
    turn = voice.fill(_TURN, names=turns) if turns else ""
    return _paragraphs((asks, turn, f"{answer} {voice.word(_THEN)}"))


def appointment_words(work: BodyAtWork, council: Council, voice: Voice) -> str:
    """What the work is, when the meetings are, and whom to ask; a paragraph for each."""
    body = work.body
    told = _WORK.get(body.level) if body.level is not None else None
    reply_to = council.officer_email or council.contact
    return _paragraphs(
        (
            voice.fill(told, body=body.short_name) if told else "",
            " ".join(part for part in (_days(work, voice), _papers(body, voice)) if part),
            voice.fill(_APOLOGY, to=reply_to or council.organisation),
            f"{voice.word(_PRIVACY)} {voice.word(_QUESTIONS)}",
        )
    )


def _days(work: BodyAtWork, voice: Voice) -> str:
    if not work.days:
        return ""
    days = tuple(voice.formats.date(day) for day in work.days)
    return voice.fill(_MEETING if len(days) == 1 else _MEETINGS, days=days)


def _papers(body: Body, voice: Voice) -> str:
    rule = next((one for one in body.deadlines if one.kind is DeadlineKind.PAPERS), None)
    if rule is None:
        return ""
    return voice.fill(_PAPERS_WORKING if rule.unit is DayUnit.WORKING else _PAPERS, n=rule.days)


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
