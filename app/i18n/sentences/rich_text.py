"""Rich text: what of a paste did not come along, and pictures that cannot be put in."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "paste_text_cut": _(
        "Teksten er lengre enn det som kan limes inn på én gang. De første {words:ord|ord} er "
        "limt inn. Legg hele dokumentet ved som vedlegg hvis alt skal med."
    ),
    "paste_table_cut": _(
        "En tabell er for stor: {rows:rad|rader} og {columns:kolonne|kolonner}. De første "
        "{kept_rows:rad|rader} og {kept_columns:kolonne|kolonner} er limt inn. Legg hele "
        "tabellen ved som vedlegg."
    ),
    "paste_cells_split": _("Sammenslåtte celler er delt opp i enkle celler. Se over tabellen."),
    "paste_pictures_left": _(
        "{pictures:bilde kom ikke med, for teksten viste bare hvor det ligger|bilder kom ikke med, "
        "for teksten viste bare hvor de ligger}. Kopier hvert bilde for seg, og lim det inn."
    ),
    "paste_pictures_too_many": _(
        "Bare de første {most:bildet|bildene} er limt inn. Kopier resten for seg, og lim dem inn."
    ),
    "paste_files": _(
        "Filer kan ikke limes inn i teksten. Ingenting er endret. Legg dem ved saken som vedlegg."
    ),
    "paste_empty": _(
        "Det som er kopiert, har ikke noe som kan stå i en tekst. Ingenting er endret."
    ),
    "text_picture_unreadable": _(
        "Bildet kan ikke leses, og er ikke satt inn. Lagre det som PNG eller JPEG, og prøv igjen."
    ),
    "text_picture_too_large": _(
        "Bildet er for stort ({size:størrelse}), og er ikke satt inn. Gjør det mindre enn "
        "{limit:størrelse}, og prøv igjen."
    ),
    "pictures_lack_description": _(
        "{pictures:bilde|bilder} i teksten mangler beskrivelse. Dobbeltklikk på bildet og si med "
        "en setning hva det viser, for dem som ikke kan se det."
    ),
}
