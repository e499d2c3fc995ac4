"""The council file: what is wrong with it, what that means for the data, and what to do."""

from __future__ import annotations

from app.i18n.catalogue import _

OPENING = {
    "file_missing": _(
        "Finner ikke rådsfilen «{file}». Ingenting er endret. Kontroller at den ikke er flyttet "
        "eller har fått nytt navn, og at disken er koblet til."
    ),
    "file_is_a_folder": _(
        "«{file}» er en mappe, ikke en rådsfil. Ingenting er endret. Velg en fil som slutter på "
        ".rundgang."
    ),
    "file_is_empty": _(
        "«{file}» er helt tom. Den er ikke rørt. Hent tilbake den nyeste sikkerhetskopien, eller "
        "velg en annen fil."
    ),
    "file_not_readable": _(
        "Du har ikke rett til å lese «{file}». Filen er ikke rørt. Be den som eier filen, om å gi "
        "deg tilgang."
    ),
    "not_a_council_file": _(
        "«{file}» er ikke en rådsfil, eller begynnelsen av den er skadet. Filen er ikke rørt. Velg "
        "en annen fil, eller hent tilbake den nyeste sikkerhetskopien."
    ),
    "key_needed": _(
        "«{file}» ser ut til å være låst med passord. Filen er ikke rørt. Åpne den med passordet "
        "eller gjenopprettingsnøkkelen."
    ),
    "wrong_key": _(
        "Passordet låser ikke opp «{file}». Filen er ikke rørt. Prøv igjen, eller bruk "
        "gjenopprettingsnøkkelen. Er passordet riktig, er begynnelsen av filen skadet: Hent "
        "tilbake den nyeste sikkerhetskopien."
    ),
    "file_is_not_locked": _(
        "«{file}» er ikke låst med passord. Filen er ikke rørt. Åpne den uten passord hvis du er "
        "sikker på at det er riktig fil."
    ),
    "file_is_newer": _(
        "«{file}» er laget med en nyere utgave av Rundgang. Filen er ikke rørt. Installer den "
        "nyeste utgaven av programmet, og åpne filen igjen."
    ),
    "file_damaged": _(
        "«{file}» er skadet. Ingenting er endret i den. Ta vare på filen som den er, og hent "
        "tilbake den nyeste sikkerhetskopien."
    ),
    "upgrade_failed": _(
        "«{file}» kunne ikke oppgraderes til denne utgaven av Rundgang. Filen er som før, og ingen "
        "data er tapt. Bruk den forrige utgaven så lenge, og send oss loggen."
    ),
    "file_exists": _(
        "Det finnes allerede en fil som heter «{file}». Den er ikke rørt. Velg et annet navn."
    ),
    "folder_missing": _(
        "Mappen {folder} finnes ikke. Ingen fil er laget. Velg en mappe som finnes."
    ),
    "folder_not_writable": _(
        "Du har ikke rett til å lagre i mappen {folder}. Ingen fil er laget. Velg en annen mappe."
    ),
}

READING_ONLY = {
    "file_read_only": _(
        "«{file}» er åpnet bare for lesing. Ingenting er lagret. Åpne den igjen når det som "
        "hindrer det, er borte: at den er åpen et annet sted, at du mangler skriverett, eller at "
        "disken er full."
    ),
    "read_only_asked": _("«{file}» er åpnet bare for lesing, slik du ba om."),
    "read_only_held": _(
        "«{file}» er åpen hos {who} på {machine} siden {since}. Du kan lese den, men ikke endre "
        "den. Lukk den der for å skrive her."
    ),
    "read_only_held_by_unknown": _(
        "«{file}» er åpen i et annet vindu. Du kan lese den, men ikke endre den. Lukk den der for "
        "å skrive her."
    ),
    "read_only_disk_full": _(
        "Disken der «{file}» ligger, er full. Alt som er lagret, er trygt, og du kan lese filen, "
        "men ikke endre den. Frigjør plass, og åpne den igjen."
    ),
    "read_only_no_right": _(
        "«{file}» ligger et sted der du ikke har rett til å skrive. Du kan lese den, men ikke "
        "endre den. Kopier den til en mappe der du kan skrive, hvis du vil endre noe."
    ),
}

WRITING = {
    "disk_full": _(
        "Disken er full. Den siste endringen i «{file}» er ikke lagret, men alt som var lagret "
        "før, er trygt. Frigjør plass, og gjør endringen igjen."
    ),
    "disk_failed": _(
        "Disken eller nettverket der «{file}» ligger, svarte ikke som det skulle. Det som sto som "
        "lagret, er trygt, men den siste endringen er ikke med. Kontroller disken og "
        "forbindelsen, og prøv igjen."
    ),
    "file_gone": _(
        "«{file}» er flyttet, slettet eller byttet ut mens den var åpen. Den siste endringen er "
        "ikke lagret. Legg filen tilbake der den var, eller lukk den og åpne den fra det nye "
        "stedet."
    ),
    "file_busy": _(
        "Et annet program holder på å skrive til «{file}». Endringen er ikke lagret, men alt som "
        "var lagret før, er trygt. Vent litt, og prøv igjen."
    ),
    "file_not_writable": _(
        "«{file}» kan ikke lenger skrives til. Endringen er ikke lagret, men alt som var lagret "
        "før, er trygt. Sørg for at du har skriverett til filen og mappen, og åpne den igjen."
    ),
    "stale_version": _(
        "Opplysningene er endret siden du åpnet dem. Endringen din er ikke lagret, og det som ble "
        "lagret i mellomtiden, er ikke rørt. Se hva som er nytt, og gjør endringen igjen."
    ),
    "term_overlap": _(
        "Plassen har allerede en innehaver i denne perioden. Ingenting er lagret. Avslutt den "
        "andre funksjonsperioden først, eller velg andre datoer."
    ),
    "minutes_are_approved": _(
        "Protokollen fra møtet er godkjent og låst. Ingenting er endret. Åpne protokollen igjen "
        "med en begrunnelse hvis noe må rettes."
    ),
    "case_number_is_fixed": _(
        "Saken har fått saksnummer, og et nummer kan verken endres eller brukes om igjen. "
        "Ingenting er endret. Trekk saken hvis den ikke skal behandles."
    ),
    "approval_is_fixed": _(
        "En godkjenning kan ikke endres eller slettes. Ingenting er endret. Lag en ny utgave av "
        "protokollen hvis noe må rettes."
    ),
    "issued_version_is_fixed": _(
        "En utgave som er gitt ut, kan ikke endres eller slettes. Ingenting er endret. Lag en ny "
        "utgave."
    ),
    "blob_is_fixed": _(
        "Innholdet i et lagret vedlegg kan ikke endres eller slettes. Ingenting er endret. Legg "
        "inn den nye filen som et nytt vedlegg."
    ),
    "log_is_fixed": _(
        "Loggen kan ikke endres eller slettes. Ingenting er endret. Angre heller det som ble gjort."
    ),
    "blob_missing": _(
        "Innholdet i et vedlegg mangler i rådsfilen (kontrollkode {sha256}). Resten av filen er "
        "ikke rørt. Hent vedlegget fra en sikkerhetskopi, eller legg det inn på nytt."
    ),
    "blob_damaged": _(
        "Innholdet i et vedlegg er skadet (kontrollkode {sha256}). Resten av filen er ikke rørt. "
        "Hent vedlegget fra en sikkerhetskopi, eller legg det inn på nytt."
    ),
}

UNDOING = {
    "undo_not_found": _("Det er ikke noe å angre her. Ingenting er endret. Se i historikken."),
    "undo_is_final": _(
        "Det som er sendt eller godkjent, kan ikke angres. Ingenting er endret. Send eller vedta "
        "en retting i stedet."
    ),
    "undo_done_already": _("Dette er allerede angret. Ingenting er endret. Se i historikken."),
    "undo_changed_since": _(
        "Opplysningene er endret etterpå, så dette kan ikke angres alene. Ingenting er endret. "
        "Angre det nyeste først, eller rett opplysningene for hånd."
    ),
    "undo_in_use": _(
        "Noe som kom til etterpå, bygger på dette, så det kan ikke angres alene. Ingenting er "
        "endret. Angre det nyeste først, eller rett opplysningene for hånd."
    ),
}

COPIES = {
    "backup_disk_full": _(
        "Det er ikke plass til en sikkerhetskopi i {folder}. Rådsfilen er trygg, men uten ny "
        "kopi. Frigjør plass, eller velg en annen mappe for sikkerhetskopier."
    ),
    "backup_failed": _(
        "Det gikk ikke an å lagre en sikkerhetskopi i {folder}. Rådsfilen er trygg, men uten ny "
        "kopi. Kontroller at disken er koblet til og at du kan skrive der, eller velg en annen "
        "mappe."
    ),
    "backup_of_damaged_file": _(
        "Det ble ikke laget noen kopi av «{file}», for filen er skadet. De tidligere kopiene er "
        "beholdt. Ta vare på filen som den er, og hent tilbake den nyeste sikkerhetskopien."
    ),
    "second_backup_failed": _(
        "Sikkerhetskopien er tatt, men den ekstra kopien i {folder} ble ikke lagret. Ingenting er "
        "tapt. Kontroller at disken er koblet til og har plass."
    ),
    "copy_is_damaged": _(
        "Sikkerhetskopien «{file}» er skadet. Ingenting er hentet tilbake, og rådsfilen er ikke "
        "rørt. Velg en eldre kopi."
    ),
}

PLACES = {
    "place_is_network": _(
        "«{file}» ligger på et nettverk. Den kan brukes av én om gangen, men brytes forbindelsen, "
        "kan filen bli skadet. La den helst ligge på egen disk, og ta sikkerhetskopi til "
        "nettverket."
    ),
    "place_is_synced": _(
        "«{file}» ligger i en mappe som {service} synkroniserer. Åpner to den samtidig, kan det "
        "bli to utgaver av den. La den helst ligge utenfor, og ta sikkerhetskopi til mappen."
    ),
}

FINDINGS = {
    "found_damage": _("Noe i filen lar seg ikke lese slik det ble skrevet."),
    "found_broken_reference": _("En opplysning viser til noe som ikke finnes."),
    "found_other_schema": _("Filen er ikke bygd opp slik programmet bygger den."),
    "found_damaged_attachment": _("Innholdet i et vedlegg er ikke lenger slik det ble lagt inn."),
    "found_changed_issue": _("En utsendt saksliste eller protokoll er endret etterpå."),
    "where_whole_file": _("Hele filen"),
    "where_table": _("Tabellen {table}"),
    "where_part": _("Oppbygningen av filen: {part}"),
    "where_meeting": _("Møtet i {body} {on:dato}"),
    "where_approvals": _("Rekken av godkjente protokoller"),
    "where_attachment": _("Vedlegget «{attachment}» til saken «{case}»"),
    "where_blob": _("Et vedlegg som ingen sak bruker (kontrollkode {sha256})"),
    "cure_restore_backup": _(
        "Ta vare på filen som den er, og hent tilbake den nyeste sikkerhetskopien."
    ),
    "cure_compare_approved": _(
        "Sammenlign med det som ble sendt ut og undertegnet, og hent tilbake en sikkerhetskopi fra "
        "før endringen."
    ),
}

SENTENCES = OPENING | READING_ONLY | WRITING | UNDOING | COPIES | PLACES | FINDINGS
