"""What the chain over approved minutes tells (R41)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "chain_link_missing": _(
        "Godkjenning nr. {number:tall} mangler; neste i rekken er nr. {found:tall}."
    ),
    "chain_link_does_not_follow": _(
        "Godkjenning nr. {number:tall} henger ikke sammen med den foregående."
    ),
    "chain_link_changed": _("Godkjenning nr. {number:tall} er endret etter at den ble gitt."),
    "chain_content_changed": _(
        "Protokollen i godkjenning nr. {number:tall} er ikke lenger slik den ble godkjent."
    ),
    "chain_anchor_missing": _(
        "Kontrollkoden som begynner på {anchor}, finnes ikke blant de {length:tall} "
        "godkjenningene. Filen kan være byttet ut med en eldre."
    ),
}
