"""What is said when a proposal of the rotation cannot be taken (R8)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "proposal_changed": _(
        "Forslaget er et annet enn det du så, for noe er endret siden. Ingenting er lagret. Se på "
        "det nye forslaget og velg på nytt."
    ),
    "nobody_proposed": _(
        "Ingen er foreslått til plassen «{title}». Ingenting er lagret. Velg hvem som skal ha den."
    ),
    "candidate_not_free": _(
        "{name} har en annen plass i samme tidsrom. Ingenting er lagret. Velg en som er ledig."
    ),
    "picture_format_unknown": _(
        "«{file}» er ikke et bilde som kan lages. Ingenting er skrevet. La navnet slutte på .pdf, "
        ".svg eller .png."
    ),
    "override_reason_missing": _(
        "Begrunnelsen mangler. Ingenting er lagret. Skriv hvorfor forslaget ikke følges."
    ),
}
