"""Reading what others wrote, and finding what was asked for."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "no_display": _(
        "Her er det ingen skjerm å vise vinduet på. Ingenting er endret. "
        "Bruk kommandoene i stedet: rundgang --help."
    ),
    "making_demo": _("Lager et eksempelråd med {years} oppdiktede år"),
    "file_is_no_text": _(
        "{file} er ikke en tekstfil eller et Word-dokument. Ingenting er lest inn. "
        "Velg en .txt- eller .docx-fil."
    ),
    "source_missing": _(
        "Finner ikke filen {file}. Ingenting er endret. Kontroller navnet og mappen."
    ),
    "source_unreadable": _(
        "Får ikke lest filen {file}. Ingenting er endret. Kontroller at du har tilgang til den, "
        "og at den ikke er åpen i et annet program."
    ),
    "body_unknown": _(
        "Rådsfilen har ikke noe organ med koden «{code}». Ingenting er endret. "
        "Velg en av disse: {known:liste}."
    ),
    "meeting_unknown": _(
        "Finner ikke møtet «{reference}». Ingenting er endret. Skriv «next», en betegnelse som "
        "NR-6-2026, eller nummeret fra møtelisten."
    ),
    "no_next_meeting": _(
        "Det er ikke planlagt noe møte fra og med {on:dato}. Ingenting er endret. "
        "Legg inn et møte, eller velg et tidligere."
    ),
    "date_not_understood": _(
        "«{text}» er ikke en dato. Ingenting er endret. Skriv den som 2026-12-04."
    ),
    "folder_not_made": _(
        "Får ikke laget mappen {folder}. Ingenting er skrevet. Velg en mappe du kan skrive i."
    ),
    "format_unknown": _(
        "«{text}» er ikke et format for dette dokumentet. Ingenting er laget. "
        "Velg blant disse: {known:liste}."
    ),
    "out_must_be_xlsx": _(
        "Arbeidsboken må ha et navn som slutter på .xlsx, ikke «{file}». Ingenting er laget."
    ),
}
