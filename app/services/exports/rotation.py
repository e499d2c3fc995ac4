"""Whose turn it is in the rotating seats, as a sheet: the candidates in the order followed (R8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import Sheet
from app.domain.fairness import Candidate
from app.domain.institutions import InstitutionFacts
from app.domain.rotation import Proposal, propose_rotation
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Body
from app.store.queries import seat_facts as read
from app.store.queries.council import rules_on

Row = tuple[str | int | float | date | None, ...]


def rotation_sheet(session: Session, body: Body, on: date, voice: Voice) -> Sheet:
    """Each seat to be filled with its candidates; the proposed one says why."""
    word = voice.word
    return Sheet(
        title=word(_("Rotasjon")),
        heading=word(_("Hvem som står for tur i de roterende plassene")),
        columns=(
            word(_("Plass")),
            word(_("Fra")),
            word(_("Til og med")),
            word(_("Institusjon")),
            word(_("Forslag")),
            word(_("Sitter nå")),
            word(_("Satt sist til og med")),
            word(_("År i alt")),
            word(_("Arvet fra")),
            word(_("Begrunnelse")),
        ),
        kinds=("text", "date", "date", "text", "text", "text", "date", "decimal", "text", "text"),
        widths=(28, 12, 12, 30, 11, 11, 14, 10, 26, 60),
        rows=tuple(_rows(session, body, on, voice)),
    )


def _rows(session: Session, body: Body, on: date, voice: Voice) -> Iterable[Row]:
    known = read.seats_by_body(session, [body.id]).get(body.id)
    if known is None:
        return
    rules = rules_on(body, on)
    titles = read.seat_titles(session, [seat.id for seat in known.seats], on)
    for proposal in propose_rotation(
        known.seats,
        [term for seat in known.seats for term in known.of(seat.id)],
        read.institution_facts(session),
        on,
        carried_over=rules.seats_carried_over,
        notice_days=max(rules.term_notice_days, default=0),
    ):
        title = f"{proposal.seat.number}. {titles.get(proposal.seat.id, '')}"
        yield from _of_seat(proposal, title, voice)


def _of_seat(proposal: Proposal, title: str, voice: Voice) -> Iterable[Row]:
    interval = proposal.interval
    why = " ".join(voice.say(reason) for reason in proposal.reasons)
    if proposal.institution is None:
        none = (None,) * 6
        yield (title, interval.from_on, interval.last_on, *none, why)
    for one in proposal.candidates:
        is_proposed = one.institution == proposal.institution
        said = why if is_proposed else None
        yield (
            title,
            interval.from_on,
            interval.last_on,
            *_candidate(one, is_proposed, voice),
            said,
        )


def _candidate(one: Candidate, is_proposed: bool, voice: Voice) -> Row:
    yes = voice.word(_("ja"))
    return (
        one.institution.name,
        yes if is_proposed else None,
        yes if one.sits_now else None,
        one.last_sat_on,
        one.years,
        _names(one.inherited_from, voice),
    )


def _names(places: Iterable[InstitutionFacts], voice: Voice) -> str | None:
    names = [place.name for place in places]
    return voice.formats.names(names) if names else None
