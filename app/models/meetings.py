"""Meetings, their agendas, and what was published of them (R17–R27)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import (
    AttendanceMode,
    ItemKind,
    MeetingKind,
    MeetingStatus,
    StandingKind,
)
from app.models.base import Base, Clock, Key, clock_check, coded, to
from app.models.cases import Case
from app.models.council import Body
from app.models.roster import Institution, Person


class Meeting(Base):
    """A body's meeting, numbered within its year; times are wall-clock Europe/Oslo."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("body_id", "year", "number"),
        CheckConstraint("end_time > start_time", name="ends_after_start"),
        CheckConstraint("number >= 1", name="number_positive"),
        clock_check("start_time"),
        clock_check("end_time"),
        clock_check("actual_start"),
        clock_check("actual_end"),
        Index("ix_meeting_held_on", "held_on"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id"))
    year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[MeetingKind] = mapped_column(coded(MeetingKind), default=MeetingKind.ORDINARY)
    mode: Mapped[AttendanceMode] = mapped_column(
        coded(AttendanceMode), default=AttendanceMode.IN_PERSON
    )
    held_on: Mapped[date]
    start_time: Mapped[Clock]
    end_time: Mapped[Clock]
    actual_start: Mapped[str | None]
    actual_end: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    host_id: Mapped[int | None] = mapped_column(to("institution.id"))
    host_reason: Mapped[str] = mapped_column(default="")
    video_link: Mapped[str] = mapped_column(default="")
    status: Mapped[MeetingStatus] = mapped_column(
        coded(MeetingStatus), default=MeetingStatus.PLANNED
    )
    status_reason: Mapped[str] = mapped_column(default="")
    """Why it was cancelled or moved (R23)."""
    notified_on: Mapped[date | None]
    called_on: Mapped[date | None]
    agenda_version: Mapped[int] = mapped_column(default=0)
    """0 until the agenda is published; every change after that makes the next (R27)."""
    presided_by_id: Mapped[int | None] = mapped_column(to("person.id"))
    secretary_name: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    body: Mapped[Body] = relationship()
    host: Mapped[Institution | None] = relationship()
    presided_by: Mapped[Person | None] = relationship()
    items: Mapped[list[AgendaItem]] = relationship(
        order_by="AgendaItem.sort", back_populates="meeting", foreign_keys="AgendaItem.meeting_id"
    )

    __mapper_args__ = {"version_id_col": version}


class AgendaItem(Base):
    """One line of an agenda: a case, a standing item or a heading (R25, R26)."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint("(kind = 'case') = (case_id IS NOT NULL)", name="case_has_case"),
        CheckConstraint("minutes >= 0", name="minutes_not_negative"),
        Index("ix_agenda_item_meeting_id", "meeting_id"),
        Index("ix_agenda_item_case_id", "case_id"),
    )

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id", delete="CASCADE"))
    sort: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(coded(ItemKind))
    standing_kind: Mapped[StandingKind | None] = mapped_column(coded(StandingKind))
    case_id: Mapped[int | None] = mapped_column(to("cases.id"))
    title: Mapped[str] = mapped_column(default="")
    """Of a standing item or heading; a case has its own."""
    minutes: Mapped[int] = mapped_column(default=0)
    presenter: Mapped[str] = mapped_column(default="")
    added_in_version: Mapped[int] = mapped_column(default=1)
    is_withdrawn: Mapped[bool] = mapped_column(default=False)
    approves_meeting_id: Mapped[int | None] = mapped_column(to("meeting.id"))
    """The meeting whose minutes this item approves (R41)."""
    version: Mapped[int] = mapped_column(default=1)

    meeting: Mapped[Meeting] = relationship(back_populates="items", foreign_keys=[meeting_id])
    case: Mapped[Case | None] = relationship()
    approves_meeting: Mapped[Meeting | None] = relationship(foreign_keys=[approves_meeting_id])

    __mapper_args__ = {"version_id_col": version}


class AgendaVersion(Base):
    """What was published: the whole content that members were called with, never changed (R27)."""

    __tablename__ = "agenda_version"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id"))
    number: Mapped[int]
    published_at: Mapped[datetime]
    content: Mapped[str]
    content_sha256: Mapped[str]
