"""Everything that is kept on one person, for them to read and for another program to read (R52).

Readable as PDF, since it opens everywhere, looks the same everywhere and is nothing to write in;
as JSON for whoever wants to take the data along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.documents.content import DataTable, Fact, Letterhead, Metadata
from app.documents.letter import Record, RecordPart
from app.domain.vocabulary import Audience, Group
from app.i18n.catalogue import _
from app.i18n.formats import EN_DASH
from app.i18n.voice import Voice
from app.models import Person
from app.services.privacy.life import PersonLife, PlaceLine, person_life
from app.store.connection import raw_of
from app.store.erasure import known_by
from app.store.mentions import Scrubber, find
from app.store.queries.council import the_council
from app.store.queries.person_life import log_lines_about

_PLACES = {
    "agenda_version": _("Publiserte sakslister"),
    "minutes_version": _("Utgitte protokoller"),
    "approval": _("Godkjenninger av protokoller"),
    "reopening": _("Gjenåpninger av protokoller"),
    "deliberation": _("Behandling og vedtak"),
    "vote": _("Voteringer"),
    "disqualification": _("Inhabilitet"),
    "attendance": _("Deltakerlister"),
    "meeting": _("Møter"),
    "agenda_item": _("Sakslister"),
    "cases": _("Saker"),
    "case_text": _("Saksframlegg"),
    "attachment": _("Titler på vedlegg"),
    "action_item": _("Oppgaver"),
    "draft": _("Påbegynte endringer"),
    "council": _("Innstillinger"),
}
_ELSEWHERE = _("Andre steder")


def build_record(session: Session, person: Person, on: date, voice: Voice) -> Record:
    """The record of `person` as of `on`; of exempt cases the neutral title alone is told."""
    council, life = the_council(session), person_life(session, person, voice)
    raw = raw_of(session.connection())
    needles = known_by(raw, person.id)
    mentions = find(raw, Scrubber(needles))
    changes = log_lines_about(session, person.id)
    title = voice.fill(_("Opplysninger om {name}"), name=person.name)
    return Record(
        meta=Metadata(
            title=title,
            subject=council.name,
            author=council.organisation,
            language=voice.tag,
            dated_on=on,
            audience=Audience.MEMBERS,
        ),
        letterhead=Letterhead(
            organisation=council.organisation,
            unit=council.name,
            contact=council.contact,
            running_title=title,
            page_of=voice.word(_("Side {page} av {pages}")),
            marking=voice.word(_("Oppdiktede data")) if council.is_fictitious else "",
        ),
        heading=voice.word(_("Opplysninger om deg")),
        body=person.name,
        date=voice.fill(_("Per {on:dato}"), on=on),
        opening=(
            voice.fill(
                _(
                    "Dette er alt som {council} har om deg i rådsfilen sin. Opplysningene brukes "
                    "til å kalle inn til møter og til å føre protokoll."
                ),
                council=council.name,
            ),
            voice.word(
                _(
                    "Er noe feil, kan du be om at det blir rettet. Du kan også be om å bli "
                    "slettet. Navn i godkjente protokoller blir stående."
                )
            ),
        ),
        parts=tuple(_parts(life, needles.names, mentions, changes, voice)),
        data=_data(life, needles.names, mentions, changes, on),
    )


def _parts(
    life: PersonLife,
    names: Sequence[str],
    mentions: Mapping[str, int],
    changes: int,
    voice: Voice,
) -> Iterable[RecordPart]:
    word = voice.word
    yield RecordPart(word(_("Kontaktopplysninger")), tuple(_contact(life, names, voice)))
    yield _listed(
        voice,
        _("Stillinger"),
        (_("Stilling"), _("Institusjon"), _("Fra"), _("Til og med")),
        [
            (one.title, one.institution, _day(one.from_on, voice), _day(one.to_on, voice))
            for one in life.positions
        ],
        (34, 34, 16, 16),
    )
    yield _listed(
        voice,
        _("Plasser i organene"),
        (_("Plass"), _("Organ"), _("Institusjon"), _("Fra"), _("Til og med")),
        [
            (
                _place(one, voice),
                one.body,
                one.institution,
                _day(one.from_on, voice),
                _day(one.to_on, voice),
            )
            for one in life.places
        ],
        (30, 22, 26, 15, 15),
    )
    yield from _meetings(life, voice)
    yield _listed(
        voice,
        _("Oppgaver"),
        (_("Oppgave"), _("Frist"), _("Status")),
        [
            (one.task, _day(one.due_on, voice), voice.title_label("action_status", one.status))
            for one in life.tasks
        ],
        (60, 18, 18),
    )
    yield _listed(
        voice,
        _("Andre steder navnet ditt står"),
        (_("Hvor"), _("Antall")),
        [*_mentions(mentions, voice), *_changes(changes, voice)],
        (70, 20),
    )


def _contact(life: PersonLife, names: Sequence[str], voice: Voice) -> Iterable[Fact]:
    word = voice.word
    yield Fact(word(_("Navn")), life.name)
    earlier = [name for name in names if name != life.name]
    if earlier:
        yield Fact(word(_("Tidligere navn")), voice.formats.names(earlier))
    yield Fact(word(_("E-post på jobb")), life.email or EN_DASH)
    yield Fact(word(_("Telefon på jobb")), life.phone or EN_DASH)


def _meetings(life: PersonLife, voice: Voice) -> Iterable[RecordPart]:
    yield _listed(
        voice,
        _("Møter"),
        (_("Dato"), _("Møte"), _("Rolle"), _("Oppmøte"), _("Begrunnelse")),
        [
            (
                _day(one.held_on, voice),
                one.label,
                voice.title_label("attendance_role", one.role),
                voice.title_label("attendance_state", one.state),
                one.reason,
            )
            for one in life.meetings
        ],
        (15, 18, 22, 16, 29),
    )
    yield _listed(
        voice,
        _("Stemmer ved navn"),
        (_("Dato"), _("Sak"), _("Tittel"), _("Stemme")),
        [
            (
                _day(one.held_on, voice),
                one.number,
                one.public_title,
                voice.title_label("choice", one.choice),
            )
            for one in life.votes
        ],
        (15, 16, 54, 14),
    )
    yield _listed(
        voice,
        _("Inhabilitet"),
        (_("Dato"), _("Sak"), _("Tittel"), _("Grunn"), _("Hjemmel")),
        [
            (
                _day(one.held_on, voice),
                one.number,
                one.public_title,
                one.reason,
                one.legal_basis,
            )
            for one in life.disqualified
        ],
        (14, 14, 30, 24, 18),
    )


def _listed(
    voice: Voice,
    heading: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    shares: tuple[int, ...],
) -> RecordPart:
    title = voice.word(heading)
    if not rows:
        return RecordPart(title, text=voice.word(_("Ingenting er ført opp.")))
    names = tuple(voice.word(column) for column in columns)
    return RecordPart(title, table=DataTable(title, names, tuple(rows), shares))


def _place(one: PlaceLine, voice: Voice) -> str:
    if one.group is Group.DEPUTY:
        return voice.fill(_("Vara for {title}"), title=one.title)
    return one.title or voice.title_label("group", one.group)


def _mentions(mentions: Mapping[str, int], voice: Voice) -> list[tuple[str, str]]:
    counts: dict[str, int] = {}
    for table, count in mentions.items():
        where = voice.word(_PLACES.get(table, _ELSEWHERE))
        counts[where] = counts.get(where, 0) + count
    return [(where, voice.formats.number(count)) for where, count in counts.items()]


def _changes(changes: int, voice: Voice) -> list[tuple[str, str]]:
    if not changes:
        return []
    return [(voice.word(_("Historikken over endringer")), voice.formats.number(changes))]


def _day(on: date | None, voice: Voice) -> str:
    return EN_DASH if on is None else voice.formats.numeric_date(on)


def _data(
    life: PersonLife, names: Sequence[str], mentions: Mapping[str, int], changes: int, on: date
) -> str:
    """Codes are English, dates ISO; keys of our own and titles of exempt cases are left out."""
    kept: dict[str, Any] = asdict(life)
    for key in ("id", "version"):
        del kept[key]
    for vote in kept["votes"]:
        vote["title"] = vote.pop("public_title")
    for out in kept["disqualified"]:
        out["title"] = out.pop("public_title")
    for rows in kept.values():
        for row in rows if isinstance(rows, tuple) else ():
            for key in ("id", "institution_id", "seat_id", "meeting_id"):
                row.pop(key, None)
    whole = {
        "as_of": on,
        **kept,
        "names": list(names),
        "mentioned_in": dict(mentions),
        "log_entries": changes,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
