"""From a draft and the officer's wish to the one content of a letter (R9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.content import DataTable, Fact, Letterhead, Metadata, NamedList
from app.documents.letter import Letter
from app.domain.rich_text import RichText, from_plain
from app.domain.vocabulary import Audience, MeetingStatus, SeatRole
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Body, Council, Meeting, Person
from app.services.letters.drafts import LetterWish, RequestDraft, SeatNotice
from app.services.letters.reading import Appointed
from app.services.letters.words import (
    BodyAtWork,
    appointment_words,
    request_opening,
    request_words,
)
from app.services.roster import acting_title, last_day, seat_title
from app.store.queries.roster import positions_on

_MOST_MEETINGS = 4
_OFF = (MeetingStatus.CANCELLED,)
_APPOINTED = {
    SeatRole.MEMBER: _("{who} har oppnevnt deg som medlem av {body} {when}."),
    SeatRole.CHAIR: _("{who} har oppnevnt deg som leder av {body} {when}."),
    SeatRole.DEPUTY_CHAIR: _("{who} har oppnevnt deg som nestleder i {body} {when}."),
}
_IS_APPOINTED = {
    SeatRole.MEMBER: _("Du er oppnevnt som medlem av {body} {when}."),
    SeatRole.CHAIR: _("Du er oppnevnt som leder av {body} {when}."),
    SeatRole.DEPUTY_CHAIR: _("Du er oppnevnt som nestleder i {body} {when}."),
}
_IN_PERIOD = _("i perioden {first:dato}–{last:dato}")
_WELCOME = _("Velkommen til arbeidet.")
PERIOD = _("{first:dato}–{last:dato}")
SINCE = _("fra {first:dato}")
_CARRIED = _("Periode gått ut")
_VACANT = _("Ledig")


class Frame(TypedDict):
    """What all letters of the secretariat share."""

    meta: Metadata
    letterhead: Letterhead
    place_and_date: str
    farewell: str
    name: str
    title: str
    contact: tuple[str, ...]
    copies: NamedList


def request_letter(
    council: Council, draft: RequestDraft, wish: LetterWish, on: date, voice: Voice
) -> Letter:
    """The letter to an appointing authority about all its seats."""
    bodies = tuple(dict.fromkeys(seat.body for seat in draft.seats))
    is_one = len(draft.seats) == 1
    subject = _("Oppnevning av medlem til {bodies:liste}")
    if not is_one:
        subject = _("Oppnevning av medlemmer til {bodies:liste}")
    due = wish.answer_by or draft.answer_by
    heading = voice.fill(subject, bodies=bodies)
    words = wish.words
    if words is None:
        words = request_words(draft.seats, due, wish.reply_to, voice)
    return Letter(
        **letter_frame(council, heading, wish, on, voice, unit=council.name),
        recipient=draft.recipient,
        facts=tuple(_facts(council, wish, voice, due)),
        heading=heading,
        opening=from_plain(request_opening(draft.recipient[-1], draft.seats, voice)),
        table=_seats(draft.seats, voice),
        words=_text(words),
    )


def appointment_letter(
    session: Session, council: Council, one: Appointed, wish: LetterWish, on: date, voice: Voice
) -> Letter:
    """The letter of appointment to the one who holds the seat."""
    person = one.term.person
    assert person is not None
    heading = voice.fill(_("Oppnevning til {body}"), body=one.body.name)
    words = standard_appointment_words(session, council, one, on, voice)
    return Letter(
        **letter_frame(council, heading, wish, on, voice, unit=one.body.name),
        recipient=tuple(_to_person(session, one, person)),
        facts=tuple(_facts(council, wish, voice)),
        heading=heading,
        opening=from_plain(_appointed(one, voice)),
        details=tuple(_details(one, voice)),
        words=_text(words if wish.words is None else wish.words),
    )


def standard_appointment_words(
    session: Session, council: Council, one: Appointed, on: date, voice: Voice
) -> str:
    """The standard words to a new member, with the body's next meetings."""
    first = max(on, one.term.start_on)
    work = BodyAtWork(one.body, tuple(_days_ahead(session, one.body, first)))
    return appointment_words(work, council, voice)


def period(first: date, last: date | None, voice: Voice) -> str:
    """`1. januar 2027–31. desember 2028`, both inclusive; `fra 1. januar 2027` with no end."""
    if last is None:
        return voice.fill(SINCE, first=first)
    return voice.fill(PERIOD, first=first, last=last)


def letter_frame(
    council: Council, heading: str, wish: LetterWish, on: date, voice: Voice, *, unit: str
) -> Frame:
    """Sender, day, place and signature."""
    place = council.place or council.organisation
    contact = (council.officer_email or council.contact, council.officer_phone)
    return {
        "meta": Metadata(
            title=heading,
            subject=wish.reference or unit,
            author=council.organisation,
            language=voice.tag,
            dated_on=on,
            audience=Audience.MEMBERS,
        ),
        "letterhead": Letterhead(
            organisation=council.organisation,
            unit=unit,
            contact=council.contact,
            running_title=heading,
            page_of=voice.word(_("Side {page} av {pages}")),
            marking=voice.word(_("Oppdiktede data")) if council.is_fictitious else "",
        ),
        "place_and_date": voice.fill(_("{place}, {on:dato}"), place=place, on=on),
        "farewell": voice.word(_("Med vennlig hilsen")),
        "name": council.officer_name or council.organisation,
        "title": council.officer_title,
        "contact": tuple(line for line in contact if line),
        "copies": NamedList("", ()),
    }


def _facts(
    council: Council, wish: LetterWish, voice: Voice, due: date | None = None
) -> Iterable[Fact]:
    if wish.reference:
        yield Fact(voice.word(_("Vår referanse")), wish.reference)
    if council.officer_name:
        yield Fact(voice.word(_("Saksbehandler")), council.officer_name)
    if due is not None:
        yield Fact(voice.word(_("Svarfrist")), voice.formats.date(due))


def _seats(seats: Iterable[SeatNotice], voice: Voice) -> DataTable:
    return DataTable(
        heading=voice.word(_("Plassene det gjelder")),
        columns=(
            voice.word(_("Plass")),
            voice.word(_("Organ")),
            voice.word(_("Sitter nå")),
            voice.word(_("Siste dag")),
        ),
        rows=tuple(
            (seat.title, seat.body, _holder(seat, voice), _last(seat, voice)) for seat in seats
        ),
        shares=(36, 22, 30, 17),
    )


def _holder(seat: SeatNotice, voice: Voice) -> str:
    held = "\n".join(part for part in (seat.person, seat.institution) if part)
    return held or voice.word(_VACANT)


def _last(seat: SeatNotice, voice: Voice) -> str:
    if seat.last_on is None:
        return "–" if seat.days_left is None else voice.word(_CARRIED)
    return voice.formats.numeric_date(seat.last_on)


def _appointed(one: Appointed, voice: Voice) -> str:
    first, last, who = one.term.start_on, last_day(one.term.end_on), one.seat.appointed_by
    when = voice.fill(SINCE if last is None else _IN_PERIOD, first=first, last=last)
    told = _APPOINTED if who else _IS_APPOINTED
    said = voice.fill(told[one.seat.role], who=who, body=one.body.name, when=when)
    return f"{said} {voice.word(_WELCOME)}"


def _details(one: Appointed, voice: Voice) -> Iterable[Fact]:
    term, seat = one.term, one.seat
    yield Fact(voice.word(_("Organ")), one.body.name)
    yield Fact(voice.word(_("Plass")), seat_title(seat, term.start_on))
    yield Fact(voice.word(_("Representerer")), term.institution.name)
    yield Fact(voice.word(_("Periode")), period(term.start_on, last_day(term.end_on), voice))
    if seat.appointed_by:
        yield Fact(voice.word(_("Oppnevnt av")), seat.appointed_by)
    if term.deputies:
        names = tuple(deputy.person.name for deputy in term.deputies)
        yield Fact(voice.word(_("Vara")), voice.formats.names(names))
    votes = _("Ja") if seat.votes else _("Nei, møte- og talerett")
    yield Fact(voice.word(_("Stemmerett")), voice.word(votes))


def _to_person(session: Session, one: Appointed, person: Person) -> Iterable[str]:
    yield person.name
    found = positions_on(session, [person.id], one.term.start_on)
    position = found.get((person.id, one.term.institution_id))
    if position is not None:
        yield acting_title(position)
    yield one.term.institution.name


def _days_ahead(session: Session, body: Body, first: date) -> Iterable[date]:
    """The days of the body's next meetings from `first` on."""
    return session.scalars(
        select(Meeting.held_on)
        .where(
            Meeting.body_id == body.id,
            Meeting.held_on >= first,
            Meeting.deleted_at.is_(None),
            Meeting.status.not_in(_OFF),
        )
        .order_by(Meeting.held_on)
        .limit(_MOST_MEETINGS)
    )


def _text(words: str) -> RichText:
    return from_plain(words.strip())
