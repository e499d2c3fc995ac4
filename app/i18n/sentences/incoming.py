"""Files that are dropped or chosen to go with a case."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "incoming_file_unreadable": _(
        "«{file}» kan ikke leses og er ikke lagt ved. Saken er som før. Se om filen finnes og om "
        "du har tilgang til den, og prøv igjen."
    ),
    "incoming_is_the_council": _(
        "«{file}» er rådsfilen som er åpen, og er ikke lagt ved. Saken er som før. Ta en "
        "sikkerhetskopi først hvis det er en kopi du vil legge ved."
    ),
    "copy_not_written": _(
        "Kopien av «{file}» ble ikke skrevet. Vedlegget i rådsfilen er trygt. Se om det er plass "
        "på disken, og prøv igjen."
    ),
    "adding_attachment": _("Legger ved «{file}»"),
}
