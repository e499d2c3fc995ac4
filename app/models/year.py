"""What a year is planned by, and what became of its meetings (R17–R23)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import MeetingChangeKind
from app.models.base import Base, Clock, Key, coded, to
from app.models.cases import Case
from app.models.council import WheelEntry
from app.models.meetings import Meeting
from app.models.roster import Institution


class WheelTurn(Base):
    """What was settled about a fixed point in one of its years: moved, dropped, or its case (R19).

    The case is made once and never again, also when it was deleted since: `case_made_on` stays.
    """

    __tablename__ = "wheel_turn"
    __table_args__ = (
        UniqueConstraint("entry_id", "year"),
        CheckConstraint("(to_year IS NULL) = (to_month IS NULL)", name="moved_whole"),
        CheckConstraint("to_month IS NULL OR to_month BETWEEN 1 AND 12", name="month_of_year"),
        CheckConstraint("case_id IS NULL OR case_made_on IS NOT NULL", name="case_was_made"),
        Index("ix_wheel_turn_case_id", "case_id"),
    )

    id: Mapped[Key]
    entry_id: Mapped[int] = mapped_column(to("wheel_entry.id", delete="CASCADE"))
    year: Mapped[int]
    """The year that the entry's own rule gives, wherever it was moved to."""
    to_year: Mapped[int | None]
    to_month: Mapped[int | None]
    is_dropped: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    case_id: Mapped[int | None] = mapped_column(to("cases.id", delete="SET NULL"))
    case_made_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    entry: Mapped[WheelEntry] = relationship()
    case: Mapped[Case | None] = relationship()

    __mapper_args__ = {"version_id_col": version}


class BlockedPeriod(Base):
    """Days that the user keeps free of meetings, such as the winter holidays (R22)."""

    __tablename__ = "blocked_period"
    __table_args__ = (CheckConstraint("to_on > from_on", name="ends_after_start"),)

    id: Mapped[Key]
    name: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date]
    """The first day after it (half-open)."""


class MeetingDay(Base):
    """A day that a body usually meets, such as the second Friday of June (R22)."""

    __tablename__ = "meeting_day"
    __table_args__ = (
        UniqueConstraint("body_id", "month", "weekday", "nth"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month_of_year"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_of_week"),
        CheckConstraint("nth IN (-1, 1, 2, 3, 4)", name="nth_known"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    month: Mapped[int]
    weekday: Mapped[int]
    """0 is Monday."""
    nth: Mapped[int]
    """1 to 4, or -1 for the last of its weekday in the month."""


class HostPass(Base):
    """That an institution lets its turn to host a meeting go by, and why (R18)."""

    __tablename__ = "host_pass"
    __table_args__ = (UniqueConstraint("meeting_id", "institution_id"),)

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id", delete="CASCADE"))
    institution_id: Mapped[int] = mapped_column(to("institution.id"))
    reason: Mapped[str]

    meeting: Mapped[Meeting] = relationship()
    institution: Mapped[Institution] = relationship()


class MeetingChange(Base):
    """That a meeting was moved or cancelled, why, and who had been called by then (R23).

    `called` holds rows with `name`, `institution`, `email` and `group` (a `Group`'s code), as they
    were on that day.
    """

    __tablename__ = "meeting_change"
    __table_args__ = (Index("ix_meeting_change_meeting_id", "meeting_id"),)

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id", delete="CASCADE"))
    kind: Mapped[MeetingChangeKind] = mapped_column(coded(MeetingChangeKind))
    made_at: Mapped[datetime]
    reason: Mapped[str]
    from_on: Mapped[date]
    from_start: Mapped[Clock]
    from_end: Mapped[Clock]
    from_place: Mapped[str] = mapped_column(default="")
    to_on: Mapped[date | None]
    to_start: Mapped[str | None]
    to_end: Mapped[str | None]
    to_place: Mapped[str | None]
    called: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    told_on: Mapped[date | None]
    """When those who had been called were told, once the user notes it."""

    meeting: Mapped[Meeting] = relationship()


class GatheringStatus(Base):
    """What a municipality reported of its own follow-up at a gathering (R17, R48)."""

    __tablename__ = "gathering_status"
    __table_args__ = (UniqueConstraint("meeting_id", "institution_id"),)

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id", delete="CASCADE"))
    institution_id: Mapped[int] = mapped_column(to("institution.id"))
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    institution: Mapped[Institution] = relationship()

    __mapper_args__ = {"version_id_col": version}
