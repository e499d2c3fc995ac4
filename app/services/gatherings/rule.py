"""Whether a meeting is a gathering, by its body's settings of the day (R17, R20)."""

from __future__ import annotations

from datetime import date

from app.domain.gatherings import BodyNature, meets_in_gatherings
from app.domain.vocabulary import StandingKind
from app.models import Body, Meeting
from app.store.queries.council import rules_on

REPORT = "referat"
"""What a body calls a record that is no protokoll (R25)."""


def is_gathering(meeting: Meeting) -> bool:
    """Whether the meeting decides nothing and ends in a report (R17, R20)."""
    return gathers(meeting.body, meeting.held_on)


def gathers(body: Body, on: date) -> bool:
    """Whether the body meets in gatherings on `on`."""
    return meets_in_gatherings(
        BodyNature(
            decides=body.level is not None,
            recommends=body.recommends_to_id is not None,
            is_hosted_in_turns=body.is_hosted_in_turns,
            keeps_report=rules_on(body, on).record_name == REPORT,
            approves_record=approves_record(body),
        )
    )


def approves_record(body: Body) -> bool:
    """Whether one of the body's standing items approves its last record (R41)."""
    return any(item.kind is StandingKind.APPROVE_MINUTES for item in body.standing_items)
