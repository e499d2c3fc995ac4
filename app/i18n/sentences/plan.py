"""The plan and its wording (R44)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "plan_not_found": _(
        "Filen inneholder ingen næringsplan: den har ingen delmål med nummererte strategier. "
        "Planen i rådsfilen er ikke endret. Velg filen med den vedtatte planen."
    ),
}
