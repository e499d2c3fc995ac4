"""Who is called, and who gets a copy (R30, R33)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import Closing, NamedList
from app.domain.vocabulary import SeatRole
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Council, Meeting
from app.services.people_called import members_away
from app.services.roster import SeatRow, seat_rows
from app.store.queries.roster import observers_on


def called(session: Session, meeting: Meeting, seats: Sequence[SeatRow], voice: Voice) -> NamedList:
    """The members on the meeting's date, and the deputies of those who sent an apology (R33)."""
    away = members_away(session, meeting.id)
    return NamedList(voice.word(_("Innkalt")), tuple(_lines(seats, away, voice)))


def copied(session: Session, meeting: Meeting, voice: Voice) -> NamedList:
    """The observers on the meeting's date (R5)."""
    found = observers_on(session, meeting.body_id, meeting.held_on)
    names = tuple(f"{row.person.name}, {row.institution.name}" for row in found)
    return NamedList(voice.word(_("Kopi")), names)


def closing(seats: Sequence[SeatRow], council: Council, dated_on: date, voice: Voice) -> Closing:
    """Place and date, and the chair's name (R30)."""
    chair = next((seat for seat in seats if seat.role is SeatRole.CHAIR and seat.person), None)
    day = voice.formats.date(dated_on)
    place = f"{council.place}, {day}" if council.place else day
    if chair is None or chair.person is None:
        return Closing(place, council.officer_name, council.officer_title)
    return Closing(place, chair.person.name, voice.label("seat_role", chair.role))


def apologies(council: Council, voice: Voice) -> str:
    """How to tell that one cannot come, and that deputies wait to be called."""
    ways = [text for text in (council.officer_email, council.officer_phone) if text]
    if not council.officer_name:
        return voice.word(
            _("Forfall meldes snarest. Varamedlemmer møter bare når de blir innkalt.")
        )
    to = ", ".join([council.officer_name, *ways])
    return voice.fill(
        _("Forfall meldes snarest til {to}. Varamedlemmer møter bare når de blir innkalt."), to=to
    )


def seats_at(session: Session, meeting: Meeting) -> tuple[SeatRow, ...]:
    """The body's seats as of the meeting's date (R7)."""
    return seat_rows(session, meeting.body, meeting.held_on)


def _lines(seats: Sequence[SeatRow], away: Collection[int], voice: Voice) -> Iterable[str]:
    for seat in seats:
        if seat.person is None:
            continue
        line = person_line(seat, voice)
        if seat.person.id not in away:
            yield line
            continue
        yield voice.fill(_("{line} – forfall"), line=line)
        if seat.deputies:
            yield voice.fill(
                _("{deputy} (vara for {member})"),
                deputy=seat.deputies[0].name,
                member=seat.person.name,
            )


def person_line(seat: SeatRow, voice: Voice) -> str:
    """`Kari Berg, kommunedirektør, Melhus kommune (leder)`, without saying anything twice."""
    assert seat.person is not None
    parts = [seat.person.name, in_running_text(seat.function)]
    if seat.institution and seat.institution not in seat.function:
        parts.append(seat.institution)
    line = ", ".join(part for part in parts if part)
    if seat.role is SeatRole.MEMBER:
        return line
    return f"{line} ({voice.label('seat_role', seat.role)})"


def in_running_text(title: str) -> str:
    """A title without the capital that a label has; an abbreviation keeps its own."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
