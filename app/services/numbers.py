"""Case numbers and meeting labels as the body's settings on a date write them (R26)."""

from __future__ import annotations

from typing import Protocol

from app.domain.numbering import (
    CaseNumber,
    MeetingLabel,
    NumberStyle,
    format_case_number,
    format_meeting_label,
)
from app.i18n.formats import EN_DASH
from app.models import BodyRules, Meeting

UNNUMBERED = EN_DASH
"""What stands where a number has not been given yet."""


def number_style(rules: BodyRules) -> NumberStyle:
    """How the body writes its case numbers."""
    return NumberStyle(rules.number_prefix, rules.number_separator, rules.number_year_digits)


class Numbered(Protocol):
    """What has, or will have, a case number."""

    @property
    def number(self) -> int | None:
        """Within its year; None until it is given."""

    @property
    def number_year(self) -> int | None:
        """The year it was given in."""


def case_number(case: Numbered, rules: BodyRules) -> str | None:
    """`NR 12/26`, or None while the case has no number."""
    if case.number is None or case.number_year is None:
        return None
    return format_case_number(CaseNumber(case.number_year, case.number), number_style(rules))


def meeting_name(meeting: Meeting) -> str:
    """`Næringsrådet 6/2026`, as people call it."""
    return f"{meeting.body.short_name or meeting.body.name} {meeting.number}/{meeting.year}"


def meeting_label(meeting: Meeting) -> str:
    """`NR-6-2026`, the reference on the command line and in documents."""
    return format_meeting_label(MeetingLabel(meeting.body.code, meeting.number, meeting.year))
