"""The fields of a brief as they were read, by the names that the form stores them under."""

from __future__ import annotations

from typing import Any

from app.services.briefs import BriefView
from app.views.brief.form import CASE
from app.views.brief.nature import MARKS
from app.views.brief.sections import section_key
from app.views.editing.autosave import Seen

_PLAIN = (
    "title",
    "amount",
    "total",
    "officer",
    "kind",
    "status",
    "archive_reference",
    "consideration",
    "neutral_title",
    *MARKS,
)


def seen_of(view: BriefView) -> Seen:
    """Every value with the version of its row: a section's own, else the case's."""
    values: dict[str, Any] = {key: getattr(view, key) for key in _PLAIN}
    values["exempt"] = (view.is_exempt, view.basis_id)
    versions = {CASE: view.version}
    for section in view.sections:
        if section.takes_text:
            values[section_key(section.key)] = section.text
            versions[section_key(section.key)] = section.version
    return Seen(values, versions)
