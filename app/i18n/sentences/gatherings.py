"""What gatherings refuse, and what their fields are called (R17)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "no_gathering": _(
        "{meeting} er et møte i et organ som gjør vedtak, og har ingen rapport. Ingenting er "
        "endret. Lag protokollen i stedet."
    ),
    "gathering_is_cancelled": _(
        "{meeting} er avlyst. Ingenting er endret. Før det opp i et møte som skal holdes."
    ),
    "gathering_not_held": _(
        "{meeting} er ikke holdt ennå, så det er ingenting å rapportere. Ingen filer er laget. Lag "
        "rapporten på møtedagen eller etter den."
    ),
    "gathering_has_no_host": _(
        "{meeting} har ingen vertskommune å skrive til. Ingen filer er laget. Velg vertskommunen "
        "under «Endre», og lag brevet igjen."
    ),
    "gathering_is_over": _(
        "{meeting} er holdt, så det er ingenting å be vertskommunen om. Ingen filer er laget. Lag "
        "rapporten i stedet."
    ),
    "municipality_not_there": _(
        "Kommunen finnes ikke {on:dato}. Teksten er ikke lagret der. Skriv den hos kommunen som "
        "har tatt over."
    ),
    "guest_there_already": _(
        "{name} står på listen allerede. Ingenting er endret. Endre svaret på linjen."
    ),
    "action_point_gone": _(
        "Oppgaven finnes ikke lenger. Ingenting er endret. Se etter den i papirkurven."
    ),
    "action_point_says_nothing": _(
        "Oppgaven har ingen tekst. Ingenting er lagret. Skriv hva som skal gjøres."
    ),
    "field_status": _("status fra en kommune"),
}
