"""The letter to the host municipality: what is asked of it, when, and for how many (R17, R18)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.documents.content import Fact
from app.documents.letter import Letter
from app.domain.errors import UserError
from app.domain.rich_text import ListBlock, ListItem, Paragraph, RichText, Run, from_plain
from app.domain.vocabulary import AttendanceMode, AttendanceRole, AttendanceState
from app.i18n.catalogue import _
from app.i18n.voice import capital
from app.models import Institution
from app.services.gatherings.documents import Gathering, contact_line
from app.services.gatherings.facts import MunicipalityPart
from app.services.letters.build import letter_frame
from app.services.letters.drafts import LetterKind, LetterWish
from app.services.numbers import meeting_name

ANSWER_DAYS = timedelta(days=14)
"""How long before the gathering the host is asked to say if something does not suit."""

_OPENING = _(
    "{host} er vertskommune for samlingen {on:langdato}. Her er det vi ber kommunen om, og det "
    "dere trenger å vite."
)
_ASKS = _("Vi ber kommunen om å")
_ROOM = _("stille med et møterom med plass til {n:person|personer}, gjerne med bord for grupper")
_CATERING = _("ordne servering med kaffe og en enkel lunsj")
_SCREEN = _("sørge for skjerm og lyd i rommet")
_VIDEO = _("sørge for utstyr til video, slik at noen kan delta uten å reise")
_WELCOME = _("ønske velkommen og fortelle om næringslivet i kommunen")
_STATUS = _("legge fram status for kommunens egen oppfølging av næringsplanen")
_CONTACT = _("gi oss navn, e-post og telefon til en kontaktperson")
_ALLERGIES = _("Vi sender endelig deltakerliste og opplysninger om matallergier når vi har dem.")
_BY = _("Si fra til {to} innen {on:dato} hvis noe ikke passer.")
_TELL = _("Si fra til {to} hvis noe ikke passer.")
_ROOM_FOR_SOME = _("stille med et møterom, gjerne med bord for grupper")
_COMING = _("{coming:person|personer} har meldt at de kommer.")
_ABOUT = _("Om lag {n:person|personer}.")
_ABOUT_SO_FAR = _("Om lag {n:person|personer}. Så langt har {coming:tall} meldt at de kommer.")
_NOT_KNOWN = _("Ikke klart ennå.")


def host_letter(one: Gathering) -> Letter:
    """The letter to the municipality that is to host; `UserError` when none does, or it has."""
    host, voice, meeting = one.meeting.host, one.voice, one.meeting
    if one.view.is_over:
        raise UserError("gathering_is_over", meeting=meeting_name(meeting))
    if host is None:
        raise UserError("gathering_has_no_host", meeting=meeting_name(meeting))
    heading = voice.fill(
        _("Vertskap {on:dato}: {body}"), on=meeting.held_on, body=meeting.body.name
    )
    wish = LetterWish(kind=LetterKind.REQUEST, key="")
    letter = letter_frame(one.council, heading, wish, one.today, voice, unit=one.council.name)
    due = answer_by(meeting.held_on, one.today)
    return Letter(
        **letter,
        recipient=tuple(_recipient(one, host)),
        facts=tuple(_facts(one, due)),
        heading=heading,
        opening=from_plain(voice.fill(_OPENING, host=host.name, on=meeting.held_on)),
        details=tuple(_details(one)),
        words=_words(one, due),
    )


def answer_by(held_on: date, today: date) -> date | None:
    """Two weeks before the gathering; None when that is no longer ahead."""
    day = held_on - ANSWER_DAYS
    return day if day > today else None


def expected_number(one: Gathering) -> int:
    """How many to lay the table for: those who come, and those who may still do so."""
    view = one.view
    return view.count(AttendanceState.PRESENT) + view.count(None)


def _recipient(one: Gathering, host: Institution) -> Iterable[str]:
    """The municipality, with the one who has its seat as the reader."""
    part = next((town for town in one.view.municipalities if town.id == host.id), None)
    yield host.name
    if part is not None and (name := _reader(part)):
        yield one.voice.fill(_("Att. {name}"), name=name)


def _reader(part: MunicipalityPart) -> str:
    seated = [person for person in part.participants if person.role is AttendanceRole.MEMBER]
    return seated[0].name if seated else ""


def _facts(one: Gathering, due: date | None) -> Iterable[Fact]:
    voice, council = one.voice, one.council
    if council.officer_name:
        yield Fact(voice.word(_("Saksbehandler")), council.officer_name)
    if due is not None:
        yield Fact(voice.word(_("Svarfrist")), voice.formats.date(due))


def _details(one: Gathering) -> Iterable[Fact]:
    voice, meeting = one.voice, one.meeting
    yield Fact(voice.word(_("Dato")), capital(voice.formats.long_date(meeting.held_on)))
    times = voice.clock_range(meeting.start_time, meeting.end_time)
    yield Fact(voice.word(_("Tidsrom")), voice.fill(_("kl. {times}"), times=times))
    if meeting.mode is AttendanceMode.REMOTE:
        yield Fact(voice.word(_("Møteform")), voice.title_label("attendance_mode", meeting.mode))
    else:
        place = meeting.place or voice.word(_("Avtales med kommunen"))
        yield Fact(voice.word(_("Sted")), place)
    yield Fact(voice.word(_("Deltakere")), _how_many(one))
    if contact := contact_line(one.council):
        yield Fact(voice.word(_("Kontakt hos oss")), contact)


def _how_many(one: Gathering) -> str:
    coming, everyone = one.view.count(AttendanceState.PRESENT), expected_number(one)
    if not everyone:
        told = _NOT_KNOWN
    elif coming == everyone:
        told = _COMING
    else:
        told = _ABOUT_SO_FAR if coming else _ABOUT
    return one.voice.fill(told, n=everyone, coming=coming)


def _words(one: Gathering, due: date | None) -> RichText:
    voice, council = one.voice, one.council
    to = council.officer_email or council.contact or council.organisation
    items = tuple(ListItem((Run(words),)) for words in _asked(one))
    is_remote = one.meeting.mode is AttendanceMode.REMOTE
    tell = voice.fill(_TELL if due is None else _BY, to=to, on=due)
    last = tell if is_remote else f"{voice.word(_ALLERGIES)} {tell}"
    return RichText(
        (
            Paragraph((Run(f"{voice.word(_ASKS)}:"),)),
            ListBlock(ordered=False, items=items),
            Paragraph((Run(last),)),
        )
    )


def _asked(one: Gathering) -> Iterable[str]:
    voice, mode = one.voice, one.meeting.mode
    if mode is not AttendanceMode.REMOTE:
        many = expected_number(one)
        yield voice.fill(_ROOM, n=many) if many else voice.word(_ROOM_FOR_SOME)
        yield voice.word(_CATERING)
        yield voice.word(_SCREEN)
        yield voice.word(_VIDEO)
    yield voice.word(_WELCOME)
    yield voice.word(_STATUS)
    yield voice.word(_CONTACT)
