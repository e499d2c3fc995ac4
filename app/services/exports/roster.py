"""The roster as a workbook: members on a date, terms through the years, deputies, observers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import Metadata, Sheet, Workbook
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.models import Body, Council, Seat
from app.services.deputies import deputy_seats
from app.services.exports.rotation import rotation_sheet
from app.services.exports.use import use_sheets
from app.services.roster import SeatRow, last_day, seat_rows, seat_title
from app.store.queries.council import the_council
from app.store.queries.roster import observers_on, seats_of


def roster_workbook(session: Session, body: Body, on: date, voice: Voice) -> Workbook:
    """What is true on `on`; the history is whole (R7), and reasons for apologies are left out."""
    council = the_council(session)
    seats = seat_rows(session, body, on)
    every_seat = seats_of(session, body.id)
    title = voice.fill(_("Medlemmer i {body}"), body=body.short_name)
    note = voice.fill(_("Per {on:dato}"), on=on)
    return Workbook(
        meta=workbook_metadata(council, title, on, voice),
        note=marked(note, council, voice),
        sheets=(
            _members(seats, title, voice),
            _history(every_seat, on, voice),
            rotation_sheet(session, body, on, voice),
            _deputies(seats, voice),
            *use_sheets(deputy_seats(session, body, on), voice),
            _observers(session, body, on, voice),
        ),
    )


def workbook_metadata(council: Council, title: str, on: date, voice: Voice) -> Metadata:
    """The workbook's own properties."""
    return Metadata(
        title=title,
        subject=council.name,
        author=council.organisation,
        language=voice.tag,
        dated_on=on,
        audience=Audience.MEMBERS,
    )


def marked(note: str, council: Council, voice: Voice) -> str:
    """`note`, and that the data are made up where they are."""
    if not council.is_fictitious:
        return note
    return f"{note} · {voice.word(_('Oppdiktede data'))}"


def _members(seats: Sequence[SeatRow], title: str, voice: Voice) -> Sheet:
    return Sheet(
        title=voice.word(_("Medlemmer")),
        heading=title,
        columns=(
            voice.word(_("Plass")),
            voice.word(_("Navn")),
            voice.word(_("Stilling")),
            voice.word(_("Institusjon")),
            voice.word(_("E-post")),
            voice.word(_("Sektor")),
            voice.word(_("Type")),
            voice.word(_("Oppnevnt av")),
            voice.word(_("Fra")),
            voice.word(_("Til og med")),
            voice.word(_("Status")),
        ),
        kinds=("text",) * 8 + ("date", "date", "text"),
        widths=(34, 24, 30, 30, 42, 13, 12, 24, 12, 12, 24),
        rows=tuple(
            (
                seat.title,
                seat.person.name if seat.person else None,
                seat.function if seat.person else None,
                seat.institution,
                seat.person.email if seat.person else None,
                voice.title_label("sector", seat.sector),
                voice.title_label("seat_kind", seat.kind),
                seat.appointed_by or None,
                seat.from_on,
                seat.to_on,
                capital(voice.label("seat_state", seat.state)),
            )
            for seat in seats
        ),
    )


def _history(seats: Sequence[Seat], on: date, voice: Voice) -> Sheet:
    rows = [
        (
            seat_title(seat, on),
            term.institution.name,
            term.person.name if term.person else None,
            term.start_on,
            last_day(term.end_on),
            voice.title_label("term_end", term.ended_because) if term.ended_because else None,
            term.override_reason or None,
        )
        for seat in seats
        for term in seat.terms
    ]
    return Sheet(
        title=voice.word(_("Perioder")),
        heading=voice.word(_("Alle funksjonsperioder")),
        columns=(
            voice.word(_("Plass")),
            voice.word(_("Institusjon")),
            voice.word(_("Navn")),
            voice.word(_("Fra")),
            voice.word(_("Til og med")),
            voice.word(_("Sluttet fordi")),
            voice.word(_("Begrunnelse for annet valg")),
        ),
        kinds=("text", "text", "text", "date", "date", "text", "text"),
        widths=(34, 30, 24, 12, 12, 22, 40),
        rows=tuple(rows),
    )


def _deputies(seats: Sequence[SeatRow], voice: Voice) -> Sheet:
    rows = [
        (seat.title, seat.person.name if seat.person else None, rank, deputy.name, deputy.email)
        for seat in seats
        for rank, deputy in enumerate(seat.deputies, start=1)
    ]
    return Sheet(
        title=voice.word(_("Vara")),
        heading=voice.word(_("Varamedlemmer")),
        columns=(
            voice.word(_("Plass")),
            voice.word(_("Vara for")),
            voice.word(_("Rekkefølge")),
            voice.word(_("Navn")),
            voice.word(_("E-post")),
        ),
        kinds=("text", "text", "integer", "text", "text"),
        widths=(34, 24, 12, 24, 42),
        rows=tuple(rows),
    )


def _observers(session: Session, body: Body, on: date, voice: Voice) -> Sheet:
    rows = tuple(
        (
            row.person.name,
            row.institution.name,
            row.person.email or None,
            row.valid_from,
            last_day(row.valid_to),
        )
        for row in observers_on(session, body.id, on)
    )
    return Sheet(
        title=voice.word(_("Observatører")),
        heading=voice.word(_("Observatører")),
        columns=(
            voice.word(_("Navn")),
            voice.word(_("Institusjon")),
            voice.word(_("E-post")),
            voice.word(_("Fra")),
            voice.word(_("Til og med")),
        ),
        kinds=("text", "text", "text", "date", "date"),
        widths=(26, 32, 44, 12, 12),
        rows=rows,
    )
