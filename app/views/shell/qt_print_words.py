"""What Qt's own print dialog says, in the window's language; used where the system has none."""

from __future__ import annotations

from app.i18n.catalogue import _

PRINT_WORDS: dict[str, str] = {
    "Print": _("Skriv ut"),
    "&Print": _("Skriv ut"),
    "Printer": _("Skriver"),
    "&Name:": _("Navn:"),
    "P&roperties": _("Egenskaper"),
    "Printer Properties": _("Egenskaper for skriveren"),
    "Location:": _("Sted:"),
    "Preview": _("Forhåndsvisning"),
    "Type:": _("Type:"),
    "Output &file:": _("Fil:"),
    "Print to File (PDF)": _("Skriv til fil (PDF)"),
    "Local file": _("Fil på maskinen"),
    "Write PDF file": _("Lager en PDF-fil"),
    "&Options >>": _("Flere valg"),
    "&Options <<": _("Færre valg"),
    "Options": _("Valg"),
    "Print range": _("Utvalg"),
    "Print all": _("Alle sider"),
    "Pages from": _("Sidene fra"),
    "to": _("til"),
    "Pages": _("Sider"),
    "Current Page": _("Denne siden"),
    "Selection": _("Det som er merket"),
    "Page &Set:": _("Sider:"),
    "All Pages": _("Alle"),
    "Odd Pages": _("Oddetall"),
    "Even Pages": _("Partall"),
    "Output Settings": _("Utskrift"),
    "Copies": _("Eksemplarer"),
    "Copies:": _("Eksemplarer:"),
    "Collate": _("Ett sett om gangen"),
    "Reverse": _("Siste side først"),
    "Color Mode": _("Farger"),
    "Color": _("Farger"),
    "Grayscale": _("Gråtoner"),
    "Double Sided Printing": _("Tosidig utskrift"),
    "Off": _("Av"),
    "Long side binding": _("Vend på langsiden"),
    "Short side binding": _("Vend på kortsiden"),
    "Page": _("Side"),
    "Advanced": _("Avansert"),
    "Paper": _("Papir"),
    "Page size:": _("Størrelse:"),
    "Custom": _("Egen størrelse"),
    "Width:": _("Bredde:"),
    "Height:": _("Høyde:"),
    "Paper source:": _("Skuff:"),
    "Orientation": _("Retning"),
    "Portrait": _("Stående"),
    "Landscape": _("Liggende"),
    "Reverse landscape": _("Liggende, snudd"),
    "Reverse portrait": _("Stående, snudd"),
    "Margins": _("Marger"),
    "top margin": _("øvre marg"),
    "left margin": _("venstre marg"),
    "right margin": _("høyre marg"),
    "bottom margin": _("nedre marg"),
    "Page Layout": _("Sider på arket"),
    "Page &order:": _("Rekkefølge:"),
    "Pages &per sheet:": _("Sider per ark:"),
    "Job Options": _("Valg for utskriften"),
    "There are conflicts in some options. Please fix them.": _(
        "Noen av valgene kan ikke brukes sammen. Rett dem."
    ),
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated "
    "by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": _(
        "Skriv sider med komma mellom, og fra–til med bindestrek. 3,5-7,9 gir sidene 3, 5, 6, 7 "
        "og 9."
    ),
}
"""English → our msgid, as in `qt_words`."""
