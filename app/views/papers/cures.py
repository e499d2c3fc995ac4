"""The verb that leads from what should be mended to where it is mended."""

from __future__ import annotations

from app.domain.publishing import Finding
from app.i18n.catalogue import _

CHANGE_DATE, GO_TO_AGENDA = _("Endre datoen"), _("Gå til sakslisten")
CURES = {
    "agenda_without_cases": _("Legg til sak"),
    "place_missing": _("Skriv sted"),
    "agenda_too_long": GO_TO_AGENDA,
    "notice_after_meeting": CHANGE_DATE,
}
"""What is amiss with the meeting itself; late papers have no cure."""
GO_TO_CASE = _("Gå til saken")


def cure_of(finding: Finding) -> str:
    """The verb as the catalogue knows it; empty where nothing can be done."""
    return GO_TO_CASE if finding.item is not None else CURES.get(finding.reason.code, "")
