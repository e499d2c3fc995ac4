"""Where the lines of the overview lead."""

from __future__ import annotations

from app.services.overview.ahead import AheadKind, AheadLine

ROTATION = "rotation"
MEETINGS, CASES, MEMBERS, YEAR = "meetings", "cases", "members", "year"


def meeting_place(meeting_id: int) -> str:
    """A meeting's own page."""
    return f"{MEETINGS}/{meeting_id}"


def case_place(case_id: int) -> str:
    """A case's own page."""
    return f"{CASES}/{case_id}"


def points_place(year: int) -> str:
    """The fixed points of a year."""
    return f"{YEAR}/{year}/points"


def ahead_place(line: AheadLine) -> str:
    """The case that must be ready; else the meeting, the case, or the fixed points of the year."""
    is_of_case = line.kind is AheadKind.DEADLINE and line.deadline is None
    if line.case_id is not None and is_of_case:
        return case_place(line.case_id)
    if line.meeting_id is not None:
        return meeting_place(line.meeting_id)
    if line.case_id is not None:
        return case_place(line.case_id)
    return points_place(line.on.year)
