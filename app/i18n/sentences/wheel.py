"""What is said when a year wheel cannot be drawn (R19)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "wheel_year_unknown": _(
        "Året {year} kan ikke tegnes. Ingenting er skrevet. Velg et år fra {first} til {last}."
    ),
}
