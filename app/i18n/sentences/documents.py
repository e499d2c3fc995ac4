"""Making documents: what is in the way, what is wrong with an attachment, how far it has come."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    # What is in the way of the files.
    "output_exists": _(
        "Det finnes allerede en fil med navnet «{file}». Ingenting er skrevet, og filen er ikke "
        "rørt. Velg en annen mappe, eller erstatt filene."
    ),
    "output_folder_missing": _(
        "Mappen «{folder}» finnes ikke. Ingenting er skrevet. Lag mappen, eller velg en annen."
    ),
    "output_folder_read_only": _(
        "Du har ikke rett til å skrive i mappen «{folder}». Ingenting er skrevet. Velg en annen "
        "mappe, eller be om skriverett."
    ),
    "output_disk_full": _(
        "Det er ikke plass på disken til «{file}». Filen er ikke skrevet, og en eldre utgave av "
        "den er ikke rørt. Frigjør plass, og prøv igjen."
    ),
    "output_not_written": _(
        "«{file}» lot seg ikke skrive ({cause}). En eldre utgave av filen er ikke rørt. "
        "Kontroller at den ikke er åpen i et annet program, og prøv igjen."
    ),
    "documents_out_of_memory": _(
        "Dokumentene ble for store for minnet som er satt av til dem. Ingenting er skrevet, og "
        "rådsfilen er ikke rørt. Del opp de største vedleggene, og prøv igjen."
    ),
    "documents_too_slow": _(
        "Det tok for lang tid å lage dokumentene, så arbeidet ble stoppet. Ingenting er skrevet, "
        "og rådsfilen er ikke rørt. Prøv igjen, eller ta ut store tabeller og bilder."
    ),
    "documents_worker_died": _(
        "Programmet som lager dokumentene, stanset uventet. Ingenting er skrevet, og rådsfilen "
        "er ikke rørt. Prøv igjen. Skjer det på nytt, send loggen til den som hjelper deg."
    ),
    # A file from outside that is not read.
    "file_too_large": _(
        "«{file}» er på {size:størrelse}. Filen er ikke lest, for grensen er {limit:størrelse}. "
        "Bruk en mindre utgave av den."
    ),
    "file_unsafe": _(
        "«{file}» er bygd opp på en måte som kan gjøre skade når den pakkes ut. Filen er ikke "
        "lest. Åpne den i programmet den er laget i, lagre den på nytt, og prøv igjen."
    ),
    "file_encrypted": _(
        "«{file}» er låst med passord. Filen er ikke lest. Fjern passordet, og prøv igjen."
    ),
    "file_broken": _(
        "«{file}» er skadet eller ufullstendig. Filen er ikke lest. Hent den på nytt, og prøv "
        "igjen."
    ),
    "picture_broken": _(
        "Bildet er skadet eller i et format som ikke kan leses. Det er ikke satt inn. Lagre det "
        "som PNG eller JPEG, og prøv igjen."
    ),
    "picture_too_large": _(
        "Bildet har for mange bildepunkter. Det er ikke satt inn. Gjør det mindre, og prøv igjen."
    ),
    # What is wrong with an attachment: told beside the papers, which are made all the same.
    "attachment_empty": _(
        "Vedlegg {number:tall} («{file}») er en tom fil. Siden i sakspapirene sier det. Legg inn "
        "vedlegget på nytt."
    ),
    "attachment_encrypted": _(
        "Vedlegg {number:tall} («{file}») er låst med passord. Det har en side i sakspapirene "
        "som sier det, og originalen ligger ved siden av. Be om en utgave uten passord."
    ),
    "attachment_broken": _(
        "Vedlegg {number:tall} («{file}») er skadet. Det har en side i sakspapirene som sier "
        "det, og originalen ligger ved siden av. Be avsenderen om filen på nytt."
    ),
    "attachment_too_large": _(
        "Vedlegg {number:tall} («{file}») er for stort til å settes inn i sakspapirene. "
        "Originalen ligger ved siden av. Bruk en mindre utgave hvis det skal med."
    ),
    "attachment_unsafe": _(
        "Vedlegg {number:tall} («{file}») er bygd opp på en måte som gjør det utrygt å åpne. "
        "Originalen ligger ved siden av sakspapirene. Kontroller hvor filen kommer fra."
    ),
    "attachment_unknown_type": _(
        "Vedlegg {number:tall} («{file}») er av en type som ikke kan vises som sider. Originalen "
        "ligger ved siden av sakspapirene. Lagre vedlegget som PDF hvis det skal med."
    ),
    "attachment_no_converter": _(
        "Vedlegg {number:tall} («{file}») er ikke satt inn, for LibreOffice finnes ikke på "
        "maskinen. Originalen ligger ved siden av sakspapirene. Lagre vedlegget som PDF, eller "
        "installer LibreOffice."
    ),
    "attachment_not_converted": _(
        "Vedlegg {number:tall} («{file}») lot seg ikke gjøre om til sider. Originalen ligger ved "
        "siden av sakspapirene. Lagre vedlegget som PDF, og legg det inn på nytt."
    ),
    "attachment_too_slow": _(
        "Det tok for lang tid å gjøre vedlegg {number:tall} («{file}») om til sider. Originalen "
        "ligger ved siden av sakspapirene. Lagre vedlegget som PDF, og legg det inn på nytt."
    ),
    "attachment_missing": _(
        "Vedlegg {number:tall} («{file}») finnes ikke i rådsfilen, eller er skadet der. Siden i "
        "sakspapirene sier det. Legg inn vedlegget på nytt, og kontroller rådsfilen."
    ),
    "attachment_crashed": _(
        "Vedlegg {number:tall} («{file}») lot seg ikke lese uten at programmet stanset, så det er "
        "ikke åpnet. Originalen ligger ved siden av sakspapirene. Kontroller hvor filen kommer "
        "fra."
    ),
    "attachment_misnamed": _(
        "Vedlegg {number:tall} («{file}») er en annen type fil enn navnet sier. Det er satt inn "
        "som det filen er. Gi filen et riktig navn."
    ),
    # What could not be shown as it was written.
    "characters_replaced": _(
        "{n:tegn|tegn} i teksten finnes ikke i skriften og er erstattet av □ i PDF-en: "
        "{characters:liste}. Word-utgaven har teksten slik den er skrevet. Skriv om det som "
        "betyr noe."
    ),
    "picture_left_out": _(
        "Bildet «{description}» kunne ikke leses og er ikke med i PDF-en. Legg inn bildet på nytt."
    ),
    "pdf_not_archival": _(
        "PDF-en er laget, men ikke som PDF/A ({cause}). Den kan leses og sendes som vanlig, men "
        "passer ikke til arkivet."
    ),
    # How far it has come.
    "setting_pages": _("Setter sidene"),
    "reading_attachment": _("Leser vedlegg {number:tall}: {file}"),
    "converting_attachments": _("Gjør om {n:vedlegg|vedlegg} til sider"),
    "joining_pages": _("Setter sammen sidene"),
    "saving_package": _("Pakker sammen dokumentet"),
    "writing_word": _("Lager Word-dokumentet"),
    "writing_excel": _("Lager arbeidsboken"),
    "drawing_picture": _("Tegner bildet"),
    "writing_files": _("Skriver filene"),
}
