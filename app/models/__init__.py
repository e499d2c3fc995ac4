"""The mapped classes: columns, relations, constraints; no queries, no session."""

from __future__ import annotations

from app.models.base import Base
from app.models.cases import ActionItem, Attachment, Case, CaseStrategy, CaseText, Financing
from app.models.council import (
    Body,
    BodyRight,
    BodyRules,
    BriefSection,
    Council,
    DeadlineRule,
    DecisionLimit,
    LegalBasis,
    StandingItem,
    WheelEntry,
)
from app.models.file import Blob, Draft, Erasure, LogEntry
from app.models.meetings import AgendaItem, AgendaVersion, Meeting
from app.models.minutes import (
    Approval,
    Attendance,
    Ballot,
    Deliberation,
    Disqualification,
    MinutesVersion,
    Reopening,
    Vote,
)
from app.models.plan import Goal, Plan, Strategy, TargetArea
from app.models.roster import (
    Institution,
    Observer,
    Person,
    Position,
    Seat,
    SeatTitle,
    Term,
    TermDeputy,
)
from app.models.year import (
    BlockedPeriod,
    GatheringStatus,
    HostPass,
    MeetingChange,
    MeetingDay,
    WheelTurn,
)

__all__ = [
    "ActionItem",
    "AgendaItem",
    "AgendaVersion",
    "Approval",
    "Attachment",
    "Attendance",
    "Ballot",
    "Base",
    "Blob",
    "BlockedPeriod",
    "Body",
    "BodyRight",
    "BodyRules",
    "BriefSection",
    "Case",
    "CaseStrategy",
    "CaseText",
    "Council",
    "DeadlineRule",
    "DecisionLimit",
    "Deliberation",
    "Disqualification",
    "Draft",
    "Erasure",
    "Financing",
    "GatheringStatus",
    "Goal",
    "HostPass",
    "Institution",
    "LegalBasis",
    "LogEntry",
    "Meeting",
    "MeetingChange",
    "MeetingDay",
    "MinutesVersion",
    "Observer",
    "Person",
    "Plan",
    "Position",
    "Reopening",
    "Seat",
    "SeatTitle",
    "StandingItem",
    "Strategy",
    "TargetArea",
    "Term",
    "TermDeputy",
    "Vote",
    "WheelEntry",
    "WheelTurn",
]
