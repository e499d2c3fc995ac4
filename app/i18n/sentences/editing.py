"""What the window's verbs refuse or find odd: what happened, the data, and the cure."""

from __future__ import annotations

from app.i18n.catalogue import _

AGENDA = {
    "meeting_gone": _("Møtet er slettet. Ingenting er endret. Hent det tilbake fra papirkurven."),
    "item_gone": _("Posten er tatt av sakslisten. Ingenting er endret. Velg en annen post."),
    "item_title_missing": _(
        "Posten mangler tittel. Den er ikke lagret. Skriv hva posten skal hete."
    ),
    "item_is_a_case": _(
        "Posten er en sak og heter det samme som saken. Ingenting er endret. Gi saken en annen "
        "tittel i saksframlegget."
    ),
    "item_is_not_withdrawn": _(
        "Saken er ikke trukket. Ingenting er endret. Se sakslisten på nytt."
    ),
    "minutes_out_of_range": _(
        "En post kan ikke vare i {minutes:tall} minutter. Tiden er ikke endret. Skriv et tall fra "
        "0 til {limit:tall}."
    ),
    "agenda_is_closed": _(
        "Sakslisten kan ikke endres når møtet er «{status:meeting_status}». Ingenting er endret. "
        "Før det som skjedde, i protokollen."
    ),
    "case_of_other_body": _(
        "«{title}» hører til et annet organ. Saken er ikke satt på sakslisten. Velg en sak fra "
        "dette organets kø."
    ),
    "case_on_agenda_already": _(
        "«{title}» står på en saksliste allerede. Ingenting er endret. Ta saken av den andre "
        "sakslisten først."
    ),
    "case_is_treated": _(
        "«{title}» er «{status:case_status}» og kan ikke settes på en saksliste. Ingenting er "
        "endret. Lag en ny sak hvis den skal opp igjen."
    ),
    "nothing_to_revise": _(
        "Sakslisten er den samme som ble publisert. Ingenting er sendt eller endret. Gjør "
        "endringene først."
    ),
}

MEETINGS = {
    "meeting_is_closed": _(
        "Møtet er «{status:meeting_status}», og opplysningene om det kan ikke endres her. "
        "Ingenting er endret. Rett dem i protokollen."
    ),
    "published_meeting_stays": _(
        "Sakslisten er publisert, så møtet kan ikke slettes. Ingenting er endret. Avlys møtet i "
        "stedet."
    ),
    "clock_not_understood": _(
        "«{text}» er ikke et klokkeslett. Tiden er ikke endret. Skriv det slik: 09.30."
    ),
    "institution_unknown": _(
        "Institusjonen finnes ikke lenger. Ingenting er endret. Velg en annen."
    ),
    "not_in_bin": _("Dette ligger ikke i papirkurven. Ingenting er endret. Se listen på nytt."),
}

CASES = {
    "case_unknown": _("Saken er slettet. Ingenting er endret. Hent den tilbake fra papirkurven."),
    "case_title_missing": _("Saken mangler tittel. Den er ikke lagret. Skriv hva saken gjelder."),
    "case_status_follows": _(
        "Saken er «{status:case_status}», og det følger av møtene. Ingenting er endret. Sett den "
        "på en saksliste eller ta den av."
    ),
    "brief_is_closed": _(
        "«{title}» er behandlet, og saksframlegget står som det var. Ingenting er endret. Lag en "
        "ny sak hvis noe skal vedtas på nytt."
    ),
    "numbered_case_stays": _(
        "«{title}» har fått saksnummer og kan ikke slettes. Ingenting er endret. Trekk saken fra "
        "sakslisten i stedet."
    ),
    "amount_too_large": _(
        "Beløpet er større enn {limit:kr}. Det er ikke lagret. Skriv et lavere beløp."
    ),
    "basis_unusable": _(
        "Hjemmelen gjelder ikke unntak fra offentlighet. Ingenting er endret. Velg en annen."
    ),
    "strategy_unknown": _(
        "En av strategiene finnes ikke lenger. Ingenting er endret. Velg på nytt."
    ),
    "financing_gone": _("Linjen er tatt bort. Ingenting er endret. Legg den til på nytt."),
    "financing_source_missing": _(
        "Linjen sier ikke hvem som betaler. Den er ikke lagret. Skriv hvem det er."
    ),
}

ATTACHMENTS = {
    "attachment_gone": _(
        "Vedlegget er slettet. Ingenting er endret. Hent det tilbake fra papirkurven."
    ),
    "attachment_title_needed": _(
        "Vedlegget mangler tittel. Den gamle tittelen står. Skriv hva vedlegget skal hete."
    ),
    "attached_file_empty": _(
        "«{file}» er tom og er ikke lagt ved. Saken er som før. Åpne filen der den ble laget, "
        "lagre den på nytt, og legg den ved igjen."
    ),
    "attached_file_only_enclosed": _(
        "«{file}» kan ikke vises som sider. Den følger med ved siden av sakspapirene."
    ),
    "attached_file_misnamed": _("Navnet «{file}» sier noe annet enn det filen er ({kind})."),
    "attached_file_there_already": _("Saken har allerede en fil med samme innhold som «{file}»."),
}

TEXTS = {
    "section_unknown": _(
        "Saksframlegget har ikke denne delen. Teksten ligger som utkast. Se hvilke deler organet "
        "bruker, under Innstillinger."
    ),
    "text_too_long": _(
        "Teksten er for lang til å lagres ({length:tall} tegn). Det som var lagret før, er trygt. "
        "Legg noe av den i et vedlegg."
    ),
    "picture_not_kept": _(
        "Et bilde i teksten finnes ikke i rådsfilen. Teksten ligger som utkast. Sett inn bildet "
        "på nytt."
    ),
    "line_too_long": _(
        "Teksten er på {length:tall} tegn, og feltet tar {limit:tall}. Den er ikke lagret, men "
        "ligger som utkast. Kort den ned."
    ),
}

PEOPLE = {
    "person_gone": _("Personen er slettet. Ingenting er endret. Hent personen fra papirkurven."),
    "person_name_missing": _("Personen mangler navn. Ingenting er lagret. Skriv hele navnet."),
    "email_not_understood": _(
        "«{text}» er ikke en e-postadresse. Den er ikke lagret. Skriv den slik: "
        "kari.berg@kommunen.no."
    ),
    "person_in_use": _(
        "{name} har eller har hatt en plass, eller står i en protokoll, og kan ikke slettes. "
        "Ingenting er endret. Avslutt funksjonsperioden i stedet."
    ),
    "institution_name_missing": _(
        "Institusjonen mangler navn. Den er ikke lagret. Skriv hva den heter."
    ),
    "institution_there_already": _(
        "«{name}» finnes fra før i samme tidsrom. Ingenting er lagret. Bruk den som finnes, eller "
        "velg andre datoer."
    ),
    "successor_is_itself": _(
        "«{name}» kan ikke være sin egen etterfølger. Ingenting er lagret. Velg en annen."
    ),
    "successor_needs_end": _(
        "«{name}» har etterfølger, men ingen siste dag. Ingenting er lagret. Skriv hvilken dag "
        "institusjonen sluttet."
    ),
    "institution_in_use": _(
        "«{name}» er i bruk og kan ikke slettes. Ingenting er endret. Skriv en siste dag i stedet."
    ),
    "position_gone": _("Stillingen er tatt bort. Ingenting er endret. Legg den til på nytt."),
    "position_title_missing": _(
        "Stillingen mangler tittel. Den er ikke lagret. Skriv hva stillingen heter."
    ),
    "position_overlap": _(
        "Personen har allerede en stilling i {institution} i dette tidsrommet. Ingenting er "
        "lagret. Avslutt den andre stillingen først, eller velg andre datoer."
    ),
    "period_ends_before_start": _(
        "Perioden kan ikke slutte {to_on:dato} når den begynner {from_on:dato}. Ingenting er "
        "lagret. Rett en av datoene."
    ),
}

SETTINGS = {
    "council_name_missing": _("Rådet mangler navn. Det gamle navnet står. Skriv hva rådet heter."),
    "language_unknown": _(
        "Programmet kan ikke språket «{language}». Innstillingen er ikke endret. Velg bokmål eller "
        "engelsk."
    ),
    "backup_folder_missing": _(
        "Mappen {folder} finnes ikke. Sikkerhetskopiene legges der de ble lagt før. Velg en mappe "
        "som finnes."
    ),
    "rules_under_approved": _(
        "Protokoller er godkjent til og med {approved_on:dato}, og de bygger på reglene som gjaldt "
        "da. Ingenting er endret. Velg en senere dato enn det."
    ),
    "prefix_taken": _(
        "{body} bruker allerede «{prefix}» foran saksnumrene sine. Innstillingen er ikke endret. "
        "Velg noe annet."
    ),
    "meeting_length_unusable": _(
        "Et møte kan ikke vare i {minutes:tall} minutter. Innstillingen er ikke endret. Skriv et "
        "tall fra 1 til {limit:tall}."
    ),
    "notice_days_unusable": _(
        "Varselet må komme fra 1 til {limit:tall} dager før perioden slutter. Innstillingen er "
        "ikke endret. Rett tallene."
    ),
    "record_name_missing": _(
        "Møteboken mangler navn. Innstillingen er ikke endret. Skriv protokoll eller referat."
    ),
    "rules_there_already": _(
        "{body} har allerede regler som begynner {from_on:dato}. Ingenting er endret. "
        "Velg en annen dato, eller rett de reglene."
    ),
    "rules_gone": _("Reglene er tatt bort. Ingenting er endret. Se listen på nytt."),
    "limits_gone": _("Beløpsgrensene er tatt bort. Ingenting er endret. Se listen på nytt."),
    "first_limits_stay": _(
        "De første beløpsgrensene kan ikke tas bort, for hver sak trenger noen. Ingenting er "
        "endret. Rett beløpene i stedet."
    ),
    "section_heading_missing": _(
        "Delen mangler overskrift. Ingenting er endret. Skriv hva den skal hete."
    ),
    "proposal_section_stays": _(
        "Forslaget kan ikke tas bort, for vedtaket bygger på det. Ingenting er endret. Gi delen en "
        "annen overskrift i stedet."
    ),
    "section_in_use": _(
        "«{heading}» har tekst i minst én sak og kan ikke tas bort. Ingenting er endret. Flytt "
        "teksten først."
    ),
    "standing_gone": _("Posten er tatt ut av malen. Ingenting er endret. Se listen på nytt."),
    "deadline_too_long": _(
        "En frist kan ikke være på {days:tall} dager. Innstillingen er ikke endret. Skriv høyst "
        "{limit:tall}."
    ),
}

UNDOING = {
    "nothing_to_undo": _("Det er ikke noe å angre. Ingenting er endret."),
    "nothing_to_redo": _("Det er ikke noe å gjøre om igjen. Ingenting er endret."),
}

OVERVIEW = {
    "briefs_ready": _("{ready:tall} av {total:saksframlegg|saksframlegg} klare"),
    "notice_sent": _("sendt {on:dag}"),
    "papers_were_made": _("laget {on:dag}"),
    "papers_go_to": _(
        "{members:medlem|medlemmer}, {deputies:vara|vara} og {observers:observatør|observatører}"
    ),
}

SENTENCES = AGENDA | MEETINGS | CASES | ATTACHMENTS | TEXTS | PEOPLE | SETTINGS | UNDOING | OVERVIEW
