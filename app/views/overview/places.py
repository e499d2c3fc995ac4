"""Where the lines of the overview lead."""

from __future__ import annotations

from app.services.overview.ahead import AheadLine

ROTATION = "rotation"
MEETINGS, CASES, MEMBERS = "meetings", "cases", "members"


def meeting_place(meeting_id: int) -> str:
    """A meeting's own page."""
    return f"{MEETINGS}/{meeting_id}"


def case_place(case_id: int) -> str:
    """A case's own page."""
    return f"{CASES}/{case_id}"


def ahead_place(line: AheadLine) -> str:
    """The meeting of the line, else its case, else the list of meetings."""
    if line.meeting_id is not None:
        return meeting_place(line.meeting_id)
    if line.case_id is not None:
        return case_place(line.case_id)
    return MEETINGS
