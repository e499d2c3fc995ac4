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
    "ends_before_start": _(
        "Møtet kan ikke slutte kl. {end} når det begynner kl. {start}. Tidene er ikke endret. "
        "Skriv et senere sluttidspunkt."
    ),
    "institution_unknown": _(
        "Institusjonen finnes ikke lenger. Ingenting er endret. Velg en annen."
    ),
    "not_in_bin": _("Dette ligger ikke i papirkurven. Ingenting er endret. Se listen på nytt."),
    "meeting_in_the_past": _("Datoen {on:dato} er passert."),
    "meeting_on_weekend": _("Datoen {on:langdato} er i en helg."),
    "meeting_on_holiday": _("Datoen {on:dato} er en offentlig fridag."),
    "meeting_same_day": _("Organet har allerede møtet {other} den dagen."),
    "papers_due_already": _("Fristen for å sende ut sakspapirene var {due_on:dato}."),
}

TEXTS = {
    "line_too_long": _(
        "Teksten er på {length:tall} tegn, og feltet tar {limit:tall}. Den er ikke lagret, men "
        "ligger som utkast. Kort den ned."
    ),
}

SENTENCES = AGENDA | MEETINGS | TEXTS
