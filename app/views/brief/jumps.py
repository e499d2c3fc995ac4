"""From what a finding says to the field where it is mended."""

from __future__ import annotations

FIELDS = {
    "neutral_title_missing": "neutral_title",
    "neutral_title_tells": "neutral_title",
    "basis_missing": "basis",
    "attachment_title_missing": "attachments",
    "attachment_basis_missing": "attachments",
    "body_decides_nothing": "kind",
    "authority_missing": "kind",
    "case_consideration_missing": "consideration",
    "proposal_missing": "proposal",
    "brief_missing": "background",
    "plan_assessment_missing": "plan_assessment",
}
"""A finding's code → the field that mends it."""
