"""Erasing a person for good: what stands in the way, what goes, and what stays (R52)."""

from __future__ import annotations

from app.i18n.catalogue import _

REFUSED = {
    "erase_sits_now": _(
        "{name} har en plass, er vara eller er observatør nå eller senere. Ingenting er slettet. "
        "Avslutt det først, og slett personen når den siste dagen er over."
    ),
    "erase_is_officer": _(
        "{name} står som saksbehandler i innstillingene. Ingenting er slettet. Før opp en annen "
        "saksbehandler først."
    ),
    "erase_in_open_meeting": _(
        "{name} står i møter der protokollen ikke er godkjent: {meetings:liste}. Ingenting er "
        "slettet. Få protokollene godkjent først, slik at de blir riktige."
    ),
    "erase_name_differs": _("Skriv navnet akkurat slik det står: {name}."),
    "erasure_is_fixed": _(
        "Listen over slettede personer kan ikke endres. Ingenting er endret. Den sørger for at de "
        "ikke kommer tilbake fra en eldre kopi."
    ),
}

GOES = {
    "erase_takes_contact": _("Navnet, e-postadressen og telefonnummeret"),
    "erase_takes_positions": _("{n:stilling|stillinger}"),
    "erase_takes_deputies": _("{n:plass|plasser} som vara"),
    "erase_takes_observers": _("{n:periode|perioder} som observatør"),
    "erase_takes_reasons": _("{n:begrunnelse|begrunnelser} for forfall eller bruk av vara"),
    "erase_takes_tasks": _("Navnet i {n:oppgave|oppgaver}"),
    "erase_takes_drafts": _("{n:påbegynt endring|påbegynte endringer}"),
    "erase_takes_texts": _("Navnet i {n:annen tekst|andre tekster} som ikke er låst"),
    "erase_takes_log": _("Opplysningene i {n:linje|linjer} av historikken, som da ikke kan angres"),
}

STAYS = {
    "erase_leaves_minutes": _(
        "Navnet i godkjente protokoller. De er låst, og navn i dem skal bli stående."
    ),
    "erase_leaves_papers": _(
        "Navnet i {n:saksliste|sakslister} som er publisert. De blir stående slik de ble sendt."
    ),
    "erase_leaves_files": _(
        "Det som står i vedlegg, og fornavn eller etternavn alene i løpende tekst. Programmet kan "
        "ikke lete der."
    ),
    "erase_leaves_copies": _(
        "Sikkerhetskopier og filer du har laget før. De eldste kopiene blir borte etter hvert. "
        "Hentes en kopi tilbake over denne filen, blir personen slettet også der."
    ),
}

SENTENCES = {**REFUSED, **GOES, **STAYS}
