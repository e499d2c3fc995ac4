"""Lists that are read in from Excel or text: the file, its columns, and each of its rows."""

from __future__ import annotations

from app.i18n.catalogue import _

FILES = {
    "reading_table": _("Leser {file}"),
    "weighing_rows": _("Sammenligner med rådsfilen"),
    "storing_rows": _("Lagrer"),
    "table_empty": _(
        "Det står ingenting i {file}. Ingenting er lagret. Velg en fil med en overskriftsrad og "
        "minst én rad under den."
    ),
    "table_without_rows": _(
        "{file} har bare overskrifter. Ingenting er lagret. Fyll ut minst én rad under dem."
    ),
    "table_broken": _(
        "Får ikke lest {file}: filen er skadet eller ikke en tabell. Ingenting er lagret. Åpne den "
        "i Excel, lagre den på nytt som .xlsx, og les den inn igjen."
    ),
    "table_is_no_text": _(
        "{file} er verken en Excel-arbeidsbok eller en tekstfil. Ingenting er lagret. Lagre listen "
        "som .xlsx eller .csv, og les den inn igjen."
    ),
    "table_old_or_locked": _(
        "{file} er en eldre Excel-fil (.xls) eller låst med passord. Ingenting er lagret. Åpne den "
        "i Excel, fjern passordet, lagre den som .xlsx, og les den inn igjen."
    ),
    "table_too_wide": _(
        "{file} har {columns:tall} kolonner i rad {row:tall}, og en liste kan ha høyst "
        "{limit:tall}. Ingenting er lagret. Slett kolonnene som ikke hører til listen, og les den "
        "inn igjen."
    ),
    "table_too_long": _(
        "{file} har flere rader enn en liste kan ha (rad {row:tall}, høyst {limit:tall} utfylte). "
        "Ingenting er lagret. Del listen, eller slett radene som ikke hører til den."
    ),
    "table_too_many_cells": _(
        "{file} har over {limit:tall} celler i arket, de fleste av dem tomme. Ingenting er lagret. "
        "Kopier listen til en ny arbeidsbok, og les inn den."
    ),
    "table_too_heavy": _(
        "Lesingen av {file} tok for lang tid eller for mye minne. Ingenting er lagret. Kopier "
        "listen til en ny arbeidsbok, og les inn den."
    ),
    "table_merged": _(
        "{file} har {areas:tall} sammenslåtte områder. Ingenting er lagret. Velg Slå sammen og "
        "midtstill i Excel for å dele cellene, og les listen inn igjen."
    ),
    "table_sheet_unknown": _(
        "{file} har ikke noe ark som heter «{sheet}». Ingenting er lagret. Velg blant disse: "
        "{known:liste}."
    ),
    "import_columns_missing": _(
        "Finner ingen kolonne for {fields:import_field} i {file}. Ingenting er lagret. Gi kolonnen "
        "en slik overskrift: {known:liste}."
    ),
    "import_rows_wrong": _(
        "{wrong:rad|rader} av {total:tall} i {file} er feil. Ingenting er lagret. Rett radene og "
        "les filen inn igjen, eller la dem stå utenfor."
    ),
    "import_changed_since": _(
        "Rådsfilen er endret etter at du så over listen. Ingenting er lagret. Se over listen på "
        "nytt."
    ),
    "import_nothing_to_store": _(
        "Alt i listen står i rådsfilen fra før. Ingenting er endret. Velg en annen fil hvis du "
        "ventet noe nytt."
    ),
}

CELLS = {
    "import_in_column": _("Kolonnen «{column}»: {why}"),
    "import_cell_no_result": _(
        "Cellen har en formel uten lagret svar. Åpne filen i Excel, lagre den, og les den igjen."
    ),
    "import_cell_excel_error": _(
        "Formelen i cellen gir en feil i Excel. Rett den, eller skriv inn verdien."
    ),
    "import_cell_merged": _(
        "Cellen er slått sammen med en annen. Del den i Excel, og skriv verdien i hver rad."
    ),
    "import_cell_too_long": _("Teksten er på {length:tall} tegn, og feltet tar {limit:tall}."),
    "import_date_unreadable": _("«{text}» er ikke en dato. Skriv den slik: 01.01.2025."),
    "import_email_unreadable": _(
        "«{text}» er ikke en e-postadresse. Skriv den slik: kari.berg@kommunen.no."
    ),
    "import_kind_unreadable": _("«{text}» er ikke et slag vi kjenner. Skriv et av disse: {known}."),
    "import_sector_unreadable": _("«{text}» er ikke en sektor. Skriv en av disse: {known}."),
    "import_deputies_uneven": _(
        "Raden har {names:navn|navn} og {emails:adresse|adresser} for vara. Skriv én adresse for "
        "hvert navn, med semikolon mellom."
    ),
}

ROWS = {
    "import_seat_missing": _("Plassen mangler. Skriv nummeret eller tittelen."),
    "import_seat_unknown": _("Organet har ingen plass «{seat}». Plassene er {known:liste}."),
    "import_seat_not_there": _("Organet har ikke plassen «{seat}» {on:dato}."),
    "import_seat_taken": _(
        "{name} har plassen fra {from_on:dato} til {to_on:dato}. Velg andre dager, eller endre den "
        "perioden først."
    ),
    "import_seat_taken_on": _(
        "{name} har plassen fra {from_on:dato} uten sluttdato. Avslutt den perioden først."
    ),
    "import_seat_taken_by_row": _("Rad {other:tall} gjelder samme plass i samme tidsrom."),
    "import_nobody_named": _(
        "Raden sier ikke hvem som har plassen, men {names:liste} sitter der. Fyll ut raden, eller "
        "slett den."
    ),
    "import_from_missing": _("Første dag mangler."),
    "import_ends_before_start": _(
        "Perioden kan ikke slutte {to_on:dato} når den begynner {from_on:dato}."
    ),
    "import_nameless": _("Navnet mangler."),
    "import_name_missing": _("Navnet mangler, og ingen i rådsfilen har adressen {email}."),
    "import_email_taken": _(
        "{email} tilhører {name}. Bruk personens egen adresse, eller rett navnet."
    ),
    "import_person_unclear": _(
        "Rådsfilen har {count:person|personer} som heter {name}. Skriv e-postadressen, så vi vet "
        "hvem det er."
    ),
    "import_person_twice": _("{name} står også i rad {other:tall}. Slett den ene raden."),
    "import_rows_differ": _("Rad {other:tall} sier noe annet om {name}. La radene si det samme."),
    "import_own_deputy": _("{name} står to ganger i raden. Velg en annen vara."),
    "import_title_without_place": _(
        "Stillingen «{title}» mangler institusjon. Skriv hvor personen arbeider."
    ),
    "import_institution_missing": _("Institusjonen mangler. Skriv hva den heter."),
    "import_institution_nameless": _("Institusjonen mangler navn."),
    "import_institution_unknown": _(
        "«{name}» finnes ikke i rådsfilen. Rett navnet, legg institusjonen til først, eller ta med "
        "kolonner for slag og sektor."
    ),
    "import_institution_near": _(
        "«{name}» finnes ikke i rådsfilen. Mente du {near}? Ellers legg institusjonen til først, "
        "eller ta med kolonner for slag og sektor."
    ),
    "import_institution_later": _("{name} deltar først fra {from_on:dato}."),
    "import_institution_merged": _(
        "{name} deltok til og med {last_on:dato}. {successor} er etterfølger."
    ),
    "import_institution_over": _("{name} deltok til og med {last_on:dato}."),
    "import_institution_overlaps": _(
        "Rådsfilen har en annen institusjon som heter {name} i samme tidsrom."
    ),
    "import_kind_missing": _("Slaget mangler. Skriv for eksempel kommune eller bedrift."),
    "import_successor_unknown": _("«{name}» finnes verken i rådsfilen eller i listen."),
    "import_successor_needs_end": _(
        "Etterfølgeren {name} er skrevet, men siste dag mangler. Skriv hvilken dag institusjonen "
        "sluttet."
    ),
    "import_successor_itself": _("«{name}» kan ikke være sin egen etterfølger."),
}

TOLD = {
    "import_changes": _("Endrer {field:import_field}: {before} → {after}."),
    "import_sets": _("Legger inn {field:import_field}: {after}."),
    "import_sets_names": _("Legger inn {field:import_field}: {after:liste}."),
    "import_changes_date": _("Endrer {field:import_field}: {before:dato} → {after:dato}."),
    "import_changes_kind": _(
        "Endrer {field:import_field}: {before:institution_kind} → {after:institution_kind}."
    ),
    "import_changes_sector": _("Endrer {field:import_field}: {before:sector} → {after:sector}."),
    "import_changes_names": _("Endrer {field:import_field}: {before:liste} → {after:liste}."),
    "import_makes_institution": _("Ny institusjon: {name}."),
    "import_makes_person": _("Ny person."),
    "import_seat_of_other": _("Plassen tilhører ellers {institution}."),
    "import_sits_elsewhere": _("Har også plass {number} i samme tidsrom."),
}

SENTENCES = FILES | CELLS | ROWS | TOLD
