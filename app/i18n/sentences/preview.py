"""Showing documents inside the window."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "preview_unreadable": _(
        "Dokumentet lot seg ikke vise her. Rådsfilen er ikke berørt. "
        "Lag dokumentet som fil, og åpne det i et annet program."
    ),
}
