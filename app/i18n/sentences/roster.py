"""What the verbs on seats, terms and observers refuse or find odd (R2–R7, R18)."""

from __future__ import annotations

from app.i18n.catalogue import _

TERMS = {
    "term_gone": _("Perioden er tatt bort. Ingenting er endret. Se plassen på nytt."),
    "seat_gone": _("Plassen er tatt bort. Ingenting er endret. Se listen på nytt."),
    "seat_is_taken": _(
        "{holder} har plassen fra {from_on:dato} (til {to_on:dato}). Ingenting er lagret. Avslutt "
        "den perioden først, eller velg andre datoer."
    ),
    "term_outside_seat": _(
        "Plassen «{seat}» finnes fra {from_on:dato} (til {to_on:dato}). Ingenting er lagret. Velg "
        "datoer i det tidsrommet, eller endre plassen først."
    ),
    "day_outside_term": _(
        "{on:dato} er ikke i perioden, som begynner {from_on:dato} (siste dag {to_on:dato}). "
        "Ingenting er endret. Velg en dag i perioden."
    ),
    "follows_from_the_start": _(
        "Perioden begynner {on:dato}, så ingen har hatt plassen før etterfølgeren. Ingenting er "
        "endret. Rediger perioden i stedet, eller velg en senere dag."
    ),
    "follower_is_the_same": _(
        "{name} har plassen allerede. Ingenting er endret. Velg hvem som tar over."
    ),
    "deputy_is_holder": _(
        "{name} har plassen og kan ikke være sin egen vara. Ingenting er lagret. Velg en annen "
        "vara."
    ),
    "deputy_twice": _(
        "{name} står to ganger som vara. Ingenting er lagret. Ta bort den ene linjen."
    ),
    "term_in_minutes": _(
        "{name} er ført opp i møtet {on:dato}, så perioden kan ikke tas bort. Ingenting er "
        "endret. Avslutt perioden i stedet."
    ),
    "term_was_called": _(
        "{name} er innkalt til møtet {on:dato}, så perioden kan ikke tas bort. Ingenting er "
        "endret. Avslutt perioden i stedet."
    ),
    "seat_under_approved": _(
        "Protokollen fra møtet {on:dato} er godkjent, og den bygger på hvem som hadde plassen "
        "«{seat}» da. Ingenting er endret. Velg en senere dag, eller åpne protokollen igjen med en "
        "begrunnelse."
    ),
    "deputy_under_approved": _(
        "{name} møtte som vara {on:dato}, og den protokollen er godkjent. Ingenting er endret. La "
        "{name} stå i denne perioden, eller åpne protokollen igjen med en begrunnelse."
    ),
}

ODD = {
    "holder_sits_already": _("{name} har samtidig plassen «{seat}» i organet."),
    "deputy_sits_already": _("Vara {name} har samtidig plassen «{seat}» i organet."),
    "institution_not_there": _(
        "{name} deltar ikke i hele perioden (fra {from_on:dato}, til {to_on:dato})."
    ),
    "institution_of_other_kind": _(
        "Plassen går på tur mellom institusjoner av slaget {kind:institution_kind}, og {name} er "
        "noe annet."
    ),
    "institution_sits_already": _("{name} har samtidig en annen av plassene som går på tur."),
    "term_longer_than_seat": _("Perioden er lengre enn plassens {years:tall} år."),
    "observer_is_member": _("{name} er samtidig medlem av organet."),
}

OBSERVERS = {
    "observer_gone": _("Observatøren er tatt bort. Ingenting er endret. Se listen på nytt."),
    "observer_there_already": _(
        "{name} er allerede observatør i {body} i dette tidsrommet. Ingenting er lagret. Endre den "
        "linjen, eller velg andre datoer."
    ),
    "day_outside_observing": _(
        "{on:dato} er ikke i tidsrommet, som begynner {from_on:dato} (siste dag {to_on:dato}). "
        "Ingenting er endret. Velg en dag i det."
    ),
    "observer_under_approved": _(
        "{name} er ført opp som observatør i protokollen fra {on:dato}, og den er godkjent. "
        "Ingenting er endret. Skriv en siste dag i stedet, eller velg en senere dag."
    ),
}

SEATS = {
    "seat_title_missing": _("Plassen mangler navn. Den er ikke lagret. Skriv hva den heter."),
    "seat_number_taken": _(
        "Nummer {number:tall} er «{seat}». Ingenting er lagret. Velg et annet nummer."
    ),
    "seat_number_unusable": _(
        "En plass kan ikke ha nummer {number:tall}. Ingenting er lagret. Skriv 1 eller mer."
    ),
    "seat_years_unusable": _(
        "En periode kan ikke vare i {years:tall} år. Ingenting er lagret. Skriv et tall fra 1 til "
        "{limit:tall}."
    ),
    "seat_years_needed": _(
        "En plass som går på tur, må ha en lengde på periodene. Ingenting er lagret. Skriv antall "
        "år."
    ),
    "seat_has_term_outside": _(
        "{holder} har plassen fra {from_on:dato} (til {to_on:dato}), og det er utenfor de nye "
        "datoene. Ingenting er lagret. Avslutt den perioden først."
    ),
    "seat_in_use": _(
        "«{seat}» har eller har hatt en innehaver og kan ikke tas bort. Ingenting er endret. Skriv "
        "en siste dag for plassen i stedet."
    ),
}

MERGERS = {
    "merger_of_nobody": _(
        "Ingen kommuner er valgt. Ingenting er endret. Kryss av for dem som slutter."
    ),
    "merger_of_one_gone": _(
        "{name} deltar ikke {on:dato}, eller er slått sammen før. Ingenting er endret. Velg en "
        "annen dag eller en annen kommune."
    ),
    "merger_without_successor": _(
        "Det mangler hvem som tar over. Ingenting er endret. Velg en kommune, eller skriv "
        "navnet på den nye."
    ),
    "successor_not_there": _(
        "{name} deltar ikke {on:dato}. Ingenting er endret. Velg en annen etterfølger eller en "
        "annen dag."
    ),
}

RENEWALS = {
    "renewal_of_nothing": _(
        "Ingen plasser er valgt. Ingenting er endret. Kryss av for dem som fornyes."
    ),
    "renewal_refused": _(
        "«{seat}» kan ikke fornyes fra den dagen. Ingenting er endret. Se listen på nytt, eller ta "
        "bort krysset for plassen."
    ),
    "renewal_seat_taken": _("«{seat}» har allerede en periode som begynner i det nye tidsrommet."),
    "renewal_outside_seat": _("«{seat}» finnes bare til {to_on:dato}."),
    "renewal_without_institution": _(
        "«{seat}» er ledig, og det er ikke sagt hvem som skal ha den. Legg inn en ny periode i "
        "stedet."
    ),
}

DEEDS = {
    "verb_add_term": _("La inn en periode"),
    "verb_edit_term": _("Endret en periode"),
    "verb_end_term": _("Avsluttet en periode"),
    "verb_follow_holder": _("Lot en annen ta over i perioden"),
    "verb_set_deputies": _("Endret vara"),
    "verb_remove_term": _("Tok bort en periode"),
    "verb_add_observer": _("La til en observatør"),
    "verb_edit_observer": _("Endret en observatør"),
    "verb_end_observer": _("Avsluttet en observatør"),
    "verb_remove_observer": _("Tok bort en observatør"),
    "verb_add_seat": _("La til en plass"),
    "verb_edit_seat": _("Endret en plass"),
    "verb_remove_seat": _("Tok bort en plass"),
    "verb_merge_institutions": _("Slo sammen kommuner"),
    "verb_renew_body": _("La inn ny sammensetning etter valg"),
}

SENTENCES = TERMS | ODD | OBSERVERS | SEATS | MERGERS | RENEWALS | DEEDS
