"""Showing documents inside the window."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "preview_unreadable": _(
        "Dokumentet lot seg ikke vise her. Rådsfilen er ikke berørt. "
        "Lag dokumentet som fil, og åpne det i et annet program."
    ),
    "preview_page_unreadable": _(
        "Side {page:tall} er skadet og lot seg ikke vise. Resten av dokumentet er ikke berørt. "
        "Åpne filen i et annet program, eller hent den på nytt."
    ),
    "preview_page_too_slow": _(
        "Det tok for lang tid å tegne side {page:tall}, så den vises ikke her. Dokumentet er ikke "
        "berørt. Prøv igjen, eller åpne filen i et annet program."
    ),
    "preview_page_fell": _(
        "Side {page:tall} lot seg ikke tegne uten at visningen stanset, så den vises ikke her. "
        "Dokumentet er ikke berørt. Åpne filen i et annet program."
    ),
    "preview_too_slow": _(
        "Det tok for lang tid å lage forhåndsvisningen, så den ble stoppet. Rådsfilen er ikke "
        "berørt. Prøv igjen, eller ta ut store tabeller og bilder."
    ),
    "preview_fell": _(
        "Forhåndsvisningen stanset uventet. Rådsfilen er ikke berørt. Prøv igjen. Skjer det på "
        "nytt, send loggen til den som hjelper deg."
    ),
    # What is told in passing.
    "preview_restarted": _(
        "Visningen stanset og er startet på nytt. Ingenting er tapt, og dokumentet er det samme."
    ),
    "drawing_page": _("Tegner side {page:tall}"),
    "searching_pages": _("Søker i dokumentet"),
}
