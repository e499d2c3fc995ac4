"""Which column holds what, told by its heading in Norwegian or English, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.imports.fields import FIELDS, Field, Subject

HEADING_AMONG = 15
"""The heading stands among the first rows that say anything, perhaps under a title."""

_EITHER = re.compile(r"/|\beller\b|\bor\b")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")

_WORDS: dict[Field, str] = {
    Field.SEAT: "plass nr, plassnr, plassnummer, setenr, seat number, seat no, plass,"
    " plass i rådet, sete, seat, verv, rådsplass, medlemsplass, nr, nummer, number, no",
    Field.NAME: "navn, fullt navn, medlem, person, representant, kontaktperson, observatør,"
    " name, full name, member, observer, representative, contact",
    Field.FIRST_NAME: "fornavn, first name, given name, firstname",
    Field.LAST_NAME: "etternavn, last name, surname, family name, lastname",
    Field.EMAIL: "e-post, epost, e-postadresse, epostadresse, e-post jobb, mail, mailadresse,"
    " e-mail, email, email address, e-mail address",
    Field.PHONE: "telefon, tlf, mobil, mobiltelefon, mobilnummer, tlf nr, telefonnummer,"
    " telefon jobb, phone, phone number, mobile, telephone, tel",
    Field.TITLE: "stilling, stillingstittel, tittel, funksjon, rolle,"
    " position, title, job title, role",
    Field.INSTITUTION: "institusjon, organisasjon, virksomhet, arbeidssted, arbeidsgiver, kommune,"
    " bedrift, representerer, institution, organisation, organization, company, employer,"
    " municipality, represents",
    Field.SHORT_NAME: "kortnavn, forkortelse, kort navn, short name, abbreviation",
    Field.KIND: "slag, institusjonstype, type institusjon, organisasjonstype, slag institusjon,"
    " kind, institution type, institution kind",
    Field.SECTOR: "sektor, sector",
    Field.PLACE: "møtested, sted, møtelokale, meeting place, place of meeting, place, venue",
    Field.FROM_ON: "fra, fra dato, fra og med, f o m, fom, gjelder fra, periode fra, deltar fra,"
    " start, startdato, første dag, begynner, oppnevnt fra, from, from date, start date, since,"
    " valid from",
    Field.TO_ON: "til og med, til, til dato, t o m, tom, gjelder til, periode til, deltar til,"
    " slutt, sluttdato, siste dag, slutter, oppnevnt til, to, to date, until, end, end date,"
    " valid to, through,"
    " to and including",
    Field.SUCCESSOR: "etterfølger, erstattes av, gikk inn i, successor, replaced by, merged into",
    Field.DEPUTY: "vara, varamedlem, vararepresentant, personlig vara, navn vara, vara navn,"
    " varas navn, deputy, deputy name, deputy member, substitute",
    Field.DEPUTY_EMAIL: "vara e-post, varas e-post, e-post vara, varamedlem e-post,"
    " e-post til vara, e-post varamedlem, vara mail, deputy e-mail, email deputy,"
    " deputys e-mail, e-mail of deputy, e-mail of the deputy",
}
"""The headings of each field, the surest first."""

_OF_INSTITUTIONS = {
    Field.NAME: "navn, institusjon, institusjonsnavn, organisasjon, virksomhet, kommune, bedrift,"
    " name, institution, organisation, organization, company, municipality",
    Field.KIND: f"{_WORDS[Field.KIND]}, type",
}
"""In a list of institutions the name is theirs."""


def match_columns(headings: Sequence[str], subject: Subject) -> dict[Field, int]:
    """The column of each field that some heading names, from 0; no column is taken twice.

    Where several headings name one field, a whole heading wins over a part of one, then the surest
    word, then the leftmost.
    """
    named = [_names(heading) for heading in headings]
    found: dict[Field, int] = {}
    for field in FIELDS[subject]:
        ranks = {word: rank for rank, word in enumerate(_words(field, subject))}
        hits = [
            (place, ranks[word], column)
            for column, words in enumerate(named)
            for place, word in enumerate(words)
            if word in ranks and column not in found.values()
        ]
        if hits:
            found[field] = min(hits)[2]
    return found


def heading_row(rows: Sequence[Sequence[str]], subject: Subject) -> int:
    """Which of the first rows is the heading: the one that names most fields, else the first."""
    named = [len(match_columns(row, subject)) for row in rows[:HEADING_AMONG]]
    return max(range(len(named)), key=lambda place: (named[place], -place), default=0)


def plain(heading: str) -> str:
    """A heading without what people add to it: case, spaces, signs, remarks in brackets."""
    bare = _ASIDE.sub(" ", heading.casefold())
    return "".join(sign for sign in bare if sign.isalnum())


def _names(heading: str) -> list[str]:
    """What a heading may be read as: the whole, then each side of "Kommune / organisasjon"."""
    parts = _EITHER.split(_ASIDE.sub(" ", heading.casefold()))
    whole = plain(heading)
    return [whole, *(plain(part) for part in parts)] if whole else []


def _words(field: Field, subject: Subject) -> list[str]:
    own = _OF_INSTITUTIONS if subject is Subject.INSTITUTIONS else {}
    return [plain(word) for word in own.get(field, _WORDS[field]).split(",")]
