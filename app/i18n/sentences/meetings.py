"""Numbers, status, attendance and votes of a meeting (R24–R26, R34–R37)."""

from __future__ import annotations

from app.i18n.catalogue import _

SENTENCES = {
    "not_a_case_number": _(
        "«{text}» er ikke et saksnummer. Ingenting er endret. Skriv nummeret slik: {example}."
    ),
    "not_a_meeting_label": _(
        "«{text}» er ikke navnet på et møte. Ingenting er endret. Skriv det slik: NR-6-2026."
    ),
    "year_width_unknown": _(
        "Årstallet i saksnummer kan ha 2 eller 4 sifre, ikke {digits:tall}. Innstillingen er ikke "
        "endret. Velg 2 eller 4."
    ),
    "separator_unusable": _(
        "«{separator}» kan ikke skille nummer og år i saksnummer. Innstillingen er ikke endret. "
        "Velg et tegn som ikke er siffer eller mellomrom, for eksempel skråstrek."
    ),
    "prefix_unusable": _(
        "«{prefix}» kan ikke stå foran saksnummer, for der kan det ikke være sifre. Innstillingen "
        "er ikke endret. Bruk bare bokstaver."
    ),
}
