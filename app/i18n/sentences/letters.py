"""What letters about seats refuse: what happened, the data, and the cure."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "letter_not_needed": _(
        "Plassene er fylt siden du åpnet vinduet, så brevet trengs ikke lenger. Ingen filer er "
        "laget. Lukk vinduet, og åpne det igjen for å se hvilke brev som gjenstår."
    ),
    "letter_has_nobody": _(
        "Perioden finnes ikke lenger, eller den har ingen person. Ingen filer er laget. Før opp "
        "hvem som sitter i plassen, og lag brevet igjen."
    ),
}
