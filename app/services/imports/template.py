"""An empty workbook with the headings that a list is read by."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.documents.content import Sheet, Workbook
from app.domain.imports.fields import FIELDS, Field, Subject
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.desk import Desk
from app.services.exports.roster import workbook_metadata
from app.store.queries.council import the_council

HEADINGS = {
    Field.SEAT: _("Plass"),
    Field.NAME: _("Navn"),
    Field.EMAIL: _("E-post"),
    Field.PHONE: _("Telefon"),
    Field.TITLE: _("Stilling"),
    Field.INSTITUTION: _("Institusjon"),
    Field.SHORT_NAME: _("Kortnavn"),
    Field.KIND: _("Slag"),
    Field.SECTOR: _("Sektor"),
    Field.PLACE: _("Møtested"),
    Field.FROM_ON: _("Fra"),
    Field.TO_ON: _("Til og med"),
    Field.SUCCESSOR: _("Etterfølger"),
    Field.DEPUTY: _("Vara"),
    Field.DEPUTY_EMAIL: _("E-post til vara"),
}
"""Only these stand in a template: the name is in one column."""

TITLES = {
    Subject.MEMBERS: _("Medlemmer"),
    Subject.PERSONS: _("Personer"),
    Subject.OBSERVERS: _("Observatører"),
    Subject.INSTITUTIONS: _("Institusjoner"),
}
NOTES = {
    Subject.MEMBERS: _(
        "Skriv plassens nummer eller tittel. Tomme celler endrer ingenting. "
        "Slag og sektor trengs bare for nye institusjoner."
    ),
    Subject.PERSONS: _(
        "Bare kontaktopplysninger på jobb. Tomme celler endrer ingenting. "
        "Slag og sektor trengs bare for nye institusjoner."
    ),
    Subject.OBSERVERS: _(
        "Tomme celler endrer ingenting. Slag og sektor trengs bare for nye institusjoner."
    ),
    Subject.INSTITUTIONS: _(
        "Slag er kommune, fylkeskommune, universitet, forskningsinstitutt, etat, organisasjon "
        "eller bedrift. Tomme celler endrer ingenting."
    ),
}
_WIDE = frozenset({Field.NAME, Field.EMAIL, Field.TITLE, Field.INSTITUTION, Field.DEPUTY_EMAIL})
_DATES = frozenset({Field.FROM_ON, Field.TO_ON})


def template_workbook(session: Session, subject: Subject, desk: Desk) -> Workbook:
    """Headings alone, in the language of the window, which reading understands."""
    voice: Voice = desk.window_voice(session)
    council, title = the_council(session), voice.word(TITLES[subject])
    fields = [field for field in FIELDS[subject] if field in HEADINGS]
    sheet = Sheet(
        title=title,
        heading=title,
        columns=tuple(voice.word(HEADINGS[field]) for field in fields),
        kinds=tuple("date" if field in _DATES else "text" for field in fields),
        widths=tuple(28 if field in _WIDE else 16 for field in fields),
        rows=((None,) * len(fields),),
    )
    return Workbook(
        meta=workbook_metadata(council, title, desk.today(session), voice),
        note=voice.word(NOTES[subject]),
        sheets=(sheet,),
    )
