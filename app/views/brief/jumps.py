"""From what a finding says to the field where it is mended."""

from __future__ import annotations

from app.domain.publishing import Finding
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


def field_of(finding: Finding) -> str:
    """The field where it is mended; empty when that is not in the brief."""
    sections = sections_of(finding)
    return sections[0] if sections else FIELDS.get(finding.reason.code, "")
