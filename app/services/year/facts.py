"""What a year holds, as the window, the calendar file and the picture show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import DeadlineKind, MeetingStatus
from app.services.overview.next_meeting import OpenState


@dataclass(frozen=True, slots=True)
class YearBody:
    """A body, in the council's order; `is_hosted_in_turns` when its hosts go round (R18)."""

    code: str
    name: str
    short_name: str
    is_hosted_in_turns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMeeting:
    """A meeting; times are `HH:MM` on the wall clock of Europe/Oslo, `host` is a short name."""

    id: int
    version: int
    body: str
    body_name: str
    name: str
    number: int
    held_on: date
    start: str
    end: str
    place: str
    host: str | None
    status: MeetingStatus
    can_move: bool

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off (R23)."""
        return self.status is MeetingStatus.CANCELLED


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDeadline:
    """A deadline of a meeting, and how it stands (R21)."""

    meeting_id: int
    meeting_name: str
    body: str
    kind: DeadlineKind
    on: date
    state: OpenState


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPoint:
    """A fixed point once (R19): `year` is what its rule gives, `month_on` the month it is due in.

    `rule_month_on` is the month of its rule, which is another when it was moved; both are first
    days.
    `meeting_id` is the meeting that takes it up, None when there is none; then `on` is the month's
    first day. `due_on` is when its case must be ready, by its own deadline or the body's (R21), and
    `is_ready` that nobody waits for it any more. `case_id` is its case, None when none was made or
    it was deleted for good; `is_case_made` tells that one was. `is_case_deleted` when it lies in
    the bin. `title` is the case's, `rule_title` what the rule calls it that year.
    """

    entry_id: int
    year: int
    body: str
    body_name: str
    title: str
    month_on: date
    rule_month_on: date
    rule_title: str
    on: date
    meeting_id: int | None
    meeting_name: str
    is_meeting_open: bool
    is_on_agenda: bool
    case_id: int | None
    is_case_made: bool
    is_case_deleted: bool
    is_case_exempt: bool
    is_moved: bool
    is_dropped: bool
    reason: str
    due_on: date | None
    has_own_deadline: bool
    is_ready: bool

    @property
    def public_title(self) -> str:
        """What it is called wherever it may be read by all: nothing of an exempt case (R31)."""
        return self.rule_title if self.is_case_exempt else self.title

    @property
    def lacks_case(self) -> bool:
        """Whether its meeting is still to be held and its case has never been made."""
        return self.is_meeting_open and not (self.is_case_made or self.is_dropped)

    @property
    def lacks_meeting(self) -> bool:
        """Whether no meeting takes it up, which is to be told."""
        return self.meeting_id is None and not self.is_dropped


@dataclass(frozen=True, slots=True)
class BlockedSpan:
    """Days that the user keeps free of meetings, both inclusive (R22)."""

    id: int
    name: str
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year; `holidays` are days with the codes of their names (labels `holiday`)."""

    year: int
    today: date
    bodies: tuple[YearBody, ...]
    meetings: tuple[YearMeeting, ...]
    deadlines: tuple[YearDeadline, ...]
    points: tuple[YearPoint, ...]
    blocked: tuple[BlockedSpan, ...]
    holidays: dict[date, str]
    years: tuple[int, ...]
    """The years that have a meeting, the present one, and the next to be planned."""
    around: tuple[YearMeeting, ...] = ()
    """The meetings of the weeks that the year shares with those before and after it."""
