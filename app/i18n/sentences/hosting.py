"""Whose turn it is to host, and what is said when a host cannot be had (R17, R18)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "host_waited": _("{name} sto over {on:dato} og står derfor først for tur."),
    "host_passes": _("{name} står over: {why}"),
    "host_agreed_soon": _("{name} er vert {on:dato}, og regnes derfor ikke med her."),
    "host_again_soon": _(
        "{name} er vert {on:dato} også, men ingen andre som kan, skal være vert senere."
    ),
    "host_among_new": _("{name} er en av flere som ikke har vært vert før."),
    "host_out_of_turn": _("{name} sto for tur."),
    "host_everyone_passes": _("Alle kommunene står over. Velg hvem som skal være vert."),
    "host_was_first_time": _("{name} hadde ikke vært vert før."),
    "host_was_in_turn": _("{name} sto for tur, sist vert {last_on:dato}."),
    "host_not_given": _("Ingen vert er ført opp."),
    "host_merged": _(
        "{name} finnes ikke {on:dato}; den ble slått sammen til {heir} {from_on:dato}. Ingenting "
        "er lagret. Velg {heir} eller en annen vert."
    ),
    "host_not_yet": _(
        "{name} finnes ikke {on:dato}; den deltar først fra {from_on:dato}. Ingenting er lagret. "
        "Velg en annen vert."
    ),
    "host_ended": _(
        "{name} deltar ikke {on:dato}; siste dag var {last_on:dato}. Ingenting er lagret. Velg en "
        "annen vert."
    ),
    "two_hosts": _(
        "{meeting} kan bare ha én vert, men både {first} og {second} er valgt. Ingenting er "
        "lagret. Velg én av dem."
    ),
    "host_changed": _(
        "Verten for {meeting} er en annen enn den du så, for noe er endret siden. Ingenting er "
        "lagret. Se på rundgangen på nytt."
    ),
    "host_nobody_proposed": _(
        "Ingen er foreslått som vert for {meeting}. Ingenting er lagret. Velg hvem som skal være "
        "vert."
    ),
    "swap_needs_two": _(
        "{meeting} kan ikke bytte vert med seg selv. Ingenting er lagret. Velg to møter."
    ),
    "swap_same_host": _(
        "{name} er vert for begge møtene. Ingenting er lagret. Velg to møter med hver sin vert."
    ),
    "swap_two_rounds": _(
        "{meeting} er ikke med i samme rundgang. Ingenting er lagret. Velg to møter i rundgangen."
    ),
    "meeting_not_in_round": _(
        "{meeting} har ikke vertskap på omgang. Ingenting er lagret. Velg verten i møtet selv."
    ),
    "host_reason_missing": _(
        "Begrunnelsen mangler. Ingenting er lagret. Skriv hvorfor rundgangen ikke følges."
    ),
    "pass_gone": _("{name} står ikke lenger over {on:dato}. Ingenting er endret."),
    "pass_there_already": _("{name} står over {on:dato} allerede. Ingenting er lagret."),
    "no_round": _(
        "Ingen av organene har vertskap på omgang. Det følger av profilen som rådet er laget med."
    ),
    "body_not_in_round": _(
        "{body} har ikke vertskap på omgang. Velg et organ som har det, som {known:liste}."
    ),
    "too_many_turns": _(
        "Det kan vises fra {least:tall} til {most:tall} turer, ikke {count:tall}. Velg et antall "
        "innenfor det."
    ),
}
