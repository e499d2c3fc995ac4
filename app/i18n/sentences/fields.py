"""What the fields of the window are called in running text, for "ett felt mangler"."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "field_other": _("et felt"),
    "field_title": _("tittel"),
    "field_neutral_title": _("nøytral tittel"),
    "field_officer": _("saksbehandler"),
    "field_amount": _("beløp"),
    "field_total": _("samlet ramme"),
    "field_section": _("en del av saksframlegget"),
    "field_exempt": _("hjemmel"),
    "field_consideration": _("vurdering av beslutningsnivå"),
    "field_level_reason": _("begrunnelse for beslutningsnivå"),
    "field_archive_reference": _("arkivreferanse"),
    "field_source": _("hvem som betaler"),
    "field_held_on": _("møtedato"),
    "field_start": _("starttid"),
    "field_end": _("sluttid"),
    "field_times": _("tidsrom"),
    "field_place": _("møtested"),
    "field_video_link": _("videolenke"),
    "field_minutes": _("minutter"),
    "field_presenter": _("hvem som legger fram saken"),
    "field_name": _("navn"),
    "field_email": _("e-post"),
    "field_phone": _("telefon"),
    "field_from_on": _("første dag"),
    "field_to_on": _("siste dag"),
}
"""`field_` and the field's name; a section is `section:` and its key."""
