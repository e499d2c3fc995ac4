"""Numbers, status, attendance and votes of a meeting (R24–R26, R34–R37)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "not_a_case_number": _(
        "«{text}» er ikke et saksnummer. Ingenting er endret. Skriv nummeret slik: {example}."
    ),
    "not_a_meeting_label": _(
        "«{text}» er ikke navnet på et møte. Ingenting er endret. Skriv det slik: NR-6-2026."
    ),
    "year_width_unknown": _(
        "Årstallet i saksnummer kan ha 2 eller 4 sifre, ikke {digits:tall}. Innstillingen er ikke "
        "endret. Velg 2 eller 4."
    ),
    "separator_unusable": _(
        "«{separator}» kan ikke skille nummer og år i saksnummer. Innstillingen er ikke endret. "
        "Velg et tegn som ikke er siffer eller mellomrom, for eksempel skråstrek."
    ),
    "prefix_unusable": _(
        "«{prefix}» kan ikke stå foran saksnummer, for der kan det ikke være sifre. Innstillingen "
        "er ikke endret. Bruk bare bokstaver."
    ),
    "step_not_possible": _(
        "Møtet er «{status:meeting_status}», og da går det ikke an å {event:meeting_event}. "
        "Ingenting er endret. Gjør først det som kommer foran i møtets gang."
    ),
    "listed_twice": _(
        "Samme person står to ganger på møtelisten. Oppropet er ikke lagret. Ta bort den ene."
    ),
    "quorum_needs_number": _(
        "Kravet til hvor mange som må være med, mangler et tall. Innstillingen er ikke endret. "
        "Skriv et tall på 1 eller mer."
    ),
    "not_quorate": _(
        "Organet er ikke beslutningsdyktig: {here:tall} av {seats:tall} plasser er med i saken, "
        "og det kreves {needed:tall}. Ingen votering er lagret. Vent til flere er til stede, eller "
        "utsett saken."
    ),
    "blank_not_allowed": _(
        "{blank:stemme er blank|stemmer er blanke}, men dette organet tillater ikke blanke "
        "stemmer. Voteringen er ikke lagret. Rett stemmene."
    ),
    "tie_needs_casting_vote": _(
        "Stemmetallet er likt ({each:tall} mot {each:tall}), og møteleders stemme avgjør. "
        "Voteringen er ikke lagret. Oppgi hva møtelederen stemte."
    ),
    "votes_do_not_match": _(
        "Det er gitt {given:stemme|stemmer}, men {voters:tall} skal stemme i saken. Voteringen er "
        "ikke lagret. Rett stemmene eller møtelisten."
    ),
    "voter_may_not_vote": _(
        "Noen som ikke kan stemme i saken, står med stemme. Voteringen er ikke lagret. Ta bort "
        "stemmen, eller rett møtelisten."
    ),
    "voted_twice": _(
        "Samme person står med to stemmer. Voteringen er ikke lagret. Ta bort den ene."
    ),
    "deadline_days_negative": _(
        "En frist kan ikke ha {days:tall} dager. Innstillingen er ikke endret. Skriv 0 eller mer."
    ),
}
