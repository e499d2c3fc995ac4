"""The plan and its wording (R44)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "plan_not_found": _(
        "Fila inneholder ingen næringsplan: den har ingen delmål med nummererte strategier. Planen "
        "i rådsfila er ikke endret. Velg fila med den vedtatte planen."
    ),
}
