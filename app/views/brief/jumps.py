"""From what a finding says to the field where it is mended, and to what that is called."""

from __future__ import annotations

from app.domain.publishing import Finding
from app.i18n.catalogue import _
from app.services.briefs import sections_of

FIELDS = {
    "neutral_title_missing": "neutral_title",
    "neutral_title_tells": "neutral_title",
    "basis_missing": "basis",
    "attachment_title_missing": "attachments",
    "attachment_basis_missing": "attachments",
    "body_decides_nothing": "kind",
    "authority_missing": "kind",
    "case_consideration_missing": "consideration",
}
"""A finding's code → the field that mends it; what belongs in a section says so itself."""

LACKING = {
    "basis_missing": _("hjemmel"),
    "neutral_title_missing": _("nøytral tittel"),
    "attachment_basis_missing": _("hjemmel til et vedlegg"),
    "attachment_title_missing": _("nøytral tittel til et vedlegg"),
}
"""A finding's code → what the corner calls the field; for what keeps a case from going out."""


def field_of(finding: Finding) -> str:
    """The field where it is mended; empty when that is not in the brief."""
    sections = sections_of(finding)
    return sections[0] if sections else FIELDS.get(finding.reason.code, "")
