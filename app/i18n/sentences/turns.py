"""Whose turn it is, in a seat or as host, and why (R8, R18)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "turn_only_one": _("{name} er den eneste som er ledig."),
    "turn_only_one_not_sitting": _("{name} er den eneste ledige som ikke sitter nå."),
    "turn_never": _("{name} har ikke hatt tur før."),
    "turn_never_drawn": _(
        "{name} er en av flere som ikke har hatt tur før, og kommer først i alfabetet."
    ),
    "turn_longest_since": _(
        "Det er lengst siden {name} hadde tur (sist {last_on:dato}), av dem som er ledige."
    ),
    "turn_least_in_total": _(
        "Det er like lenge siden flere hadde tur (sist {last_on:dato}), men {name} har hatt minst "
        "tid til sammen ({days:år})."
    ),
    "turn_alphabetical": _(
        "Flere står likt (siste tur {last_on:dato}), og {name} kommer først i alfabetet."
    ),
    "turn_sits_now": _("{name} sitter nå, for ingen andre er ledige."),
    "turn_inherited": _("{name} arver turene til {names:liste} fra før sammenslåingen."),
    "turn_rest_of_term": _(
        "Perioden til {name} varer til og med {last_on:dato}, og den fullføres av en ny person "
        "derfra."
    ),
    "turn_ends_within": _("{name} deltar bare til og med {last_on:dato}, før perioden er over."),
    "turn_merges_within": _(
        "{name} slås sammen {on:dato}, og {heir} tar da over resten av perioden."
    ),
    "turn_chosen_by_appointer": _("{by} velger hvem som skal overta."),
    "turn_nobody_free": _("Ingen er ledige til å overta."),
}
