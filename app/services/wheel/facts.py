"""What the wheel shows: the bodies of a year as rings, and on them what happens when (R19)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.services.year.facts import YearBody, YearMeeting, YearPoint, YearView
from app.services.year.inks import body_inks

MID_MONTH = 15
"""Where a fixed point stands that no meeting of the year takes up: it is due some day in it."""


class MarkKind(StrEnum):
    """What a mark stands for."""

    MEETING = "meeting"
    CANCELLED = "cancelled"
    POINT = "point"
    LACKING = "lacking"
    """A fixed point that no meeting takes up, which is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelMark:
    """A meeting with the fixed points that it takes up, or a fixed point alone (R19)."""

    key: str
    kind: MarkKind
    on: date
    meeting: YearMeeting | None = None
    points: tuple[YearPoint, ...] = ()

    @property
    def case_id(self) -> int | None:
        """The case of a point alone, when it can be opened."""
        for point in self.points:
            if point.case_id is not None and not point.is_case_deleted:
                return point.case_id
        return None


@dataclass(frozen=True, slots=True)
class WheelRing:
    """A body with its ink and its marks by day."""

    body: YearBody
    ink: str
    marks: tuple[WheelMark, ...]
    meetings: int
    """How many that were not cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelFacts:
    """A year's rings from the outermost in; `today` is None in another year than the present."""

    year: int
    today: date | None
    rings: tuple[WheelRing, ...]
    council: str = ""
    is_fictitious: bool = False

    @property
    def meetings(self) -> int:
        """How many meetings there are, the cancelled ones not counted."""
        return sum(ring.meetings for ring in self.rings)

    @property
    def lacking(self) -> int:
        """How many fixed points no meeting takes up."""
        marks = (mark for ring in self.rings for mark in ring.marks)
        return sum(mark.kind is MarkKind.LACKING for mark in marks)

    def without(self, bodies: Collection[str]) -> WheelFacts:
        """The same without the rings of some bodies."""
        kept = tuple(ring for ring in self.rings if ring.body.code not in bodies)
        return replace(self, rings=kept)


def wheel_facts(view: YearView, council: str = "", *, is_fictitious: bool = False) -> WheelFacts:
    """The bodies that have something in the year; what was dropped from it is not shown (R19)."""
    points = [point for point in view.points if not point.is_dropped]
    held_by = {meeting.id: meeting.body for meeting in view.meetings}
    inks = body_inks(view.bodies)
    rings: list[WheelRing] = []
    for body in view.bodies:
        meetings = [meeting for meeting in view.meetings if meeting.body == body.code]
        marks = [_meeting_mark(meeting, points) for meeting in meetings]
        marks += [
            _point_mark(point)
            for point in points
            if point.meeting_id not in held_by and point.body == body.code
        ]
        if marks:
            marks.sort(key=lambda mark: (mark.on, mark.key))
            count = sum(not meeting.is_cancelled for meeting in meetings)
            rings.append(WheelRing(body, inks[body.code], tuple(marks), count))
    return WheelFacts(
        year=view.year,
        today=view.today if view.today.year == view.year else None,
        rings=tuple(rings),
        council=council,
        is_fictitious=is_fictitious,
    )


def _meeting_mark(meeting: YearMeeting, points: list[YearPoint]) -> WheelMark:
    return WheelMark(
        key=f"meeting-{meeting.id}",
        kind=MarkKind.CANCELLED if meeting.is_cancelled else MarkKind.MEETING,
        on=meeting.held_on,
        meeting=meeting,
        points=tuple(point for point in points if point.meeting_id == meeting.id),
    )


def _point_mark(point: YearPoint) -> WheelMark:
    return WheelMark(
        key=f"point-{point.entry_id}-{point.year}",
        kind=MarkKind.LACKING if point.lacks_meeting else MarkKind.POINT,
        on=point.month_on.replace(day=MID_MONTH),
        points=(point,),
    )
