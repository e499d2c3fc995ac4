"""The council file: what is wrong with it, what that means for the data, and what to do."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "file_missing": _(
        "Finner ikke rådsfilen «{file}». Ingenting er endret. Kontroller at den ikke er flyttet "
        "eller fått nytt navn, og at disken er koblet til."
    ),
    "file_exists": _(
        "Det finnes allerede en fil med navnet «{file}». Den er ikke rørt. Velg et annet navn."
    ),
    "file_read_only": _(
        "Rådsfilen «{file}» er åpnet bare for lesing. Ingenting er lagret. Lukk den andre "
        "økten eller gi deg selv skriverett til filen, og åpne den på nytt."
    ),
    "not_a_council_file": _(
        "«{file}» er ikke en rådsfil. Filen er ikke rørt. Velg en fil som slutter på .rundgang."
    ),
    "file_is_newer": _(
        "«{file}» er laget med en nyere utgave av Rundgang. Filen er ikke rørt. Installer den "
        "nyeste utgaven, og åpne filen på nytt."
    ),
    "file_damaged": _(
        "Rådsfilen «{file}» er skadet. Den er ikke rørt. Ta en kopi av den, og hent tilbake den "
        "nyeste sikkerhetskopien."
    ),
    "disk_full": _(
        "Disken er full. Den siste endringen i «{file}» er ikke lagret, men alt som var lagret "
        "før, er trygt. Frigjør plass og prøv igjen."
    ),
    "file_busy": _(
        "Et annet program holder på å skrive til «{file}». Endringen er ikke lagret. Vent litt og "
        "prøv igjen."
    ),
    "file_not_writable": _(
        "Du har ikke rett til å skrive til «{file}». Endringen er ikke lagret. Be om skriverett, "
        "eller kopier filen til en mappe der du kan skrive."
    ),
    "file_write_failed": _(
        "Det gikk ikke an å skrive til disken der «{file}» ligger. Den siste endringen er ikke "
        "lagret, men alt som var lagret før, er trygt. Kontroller disken eller nettverket, og "
        "prøv igjen."
    ),
    "stale_version": _(
        "Opplysningene er endret av noen andre siden du åpnet dem. Endringen din er ikke lagret. "
        "Se hva som er nytt, og gjør endringen på nytt."
    ),
    "term_overlap": _(
        "Plassen har allerede en innehaver i denne perioden. Ingenting er lagret. Avslutt den "
        "andre funksjonsperioden først, eller velg andre datoer."
    ),
    "minutes_are_approved": _(
        "Protokollen fra møtet er godkjent og låst. Ingenting er endret. Åpne protokollen på nytt "
        "med en begrunnelse hvis noe må rettes."
    ),
    "case_number_is_fixed": _(
        "Saken har fått saksnummer, og nummeret kan verken endres eller brukes om igjen. "
        "Ingenting er endret. Trekk saken hvis den ikke skal behandles."
    ),
    "approval_is_fixed": _(
        "En godkjenning kan ikke endres eller slettes. Ingenting er endret. Lag en ny utgave av "
        "protokollen hvis noe må rettes."
    ),
    "issued_version_is_fixed": _(
        "En utgave som er sendt ut, kan ikke endres eller slettes. Ingenting er endret. Lag en ny "
        "utgave."
    ),
    "blob_is_fixed": _(
        "Innholdet i et lagret vedlegg kan ikke endres. Ingenting er endret. Legg til den nye "
        "filen som et nytt vedlegg."
    ),
    "log_is_fixed": _("Loggen kan ikke endres eller slettes. Ingenting er endret."),
    "blob_missing": _(
        "Innholdet i et vedlegg mangler i rådsfilen (kjennetegn {sha256}). Resten av filen er "
        "ikke rørt. Hent vedlegget fra en sikkerhetskopi, eller legg det inn på nytt."
    ),
    "blob_damaged": _(
        "Innholdet i et vedlegg er skadet (kjennetegn {sha256}). Resten av filen er ikke rørt. "
        "Hent vedlegget fra en sikkerhetskopi, eller legg det inn på nytt."
    ),
}
