"""What happened in a meeting: roll call, talk, votes, and the approved record (R34–R42)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import (
    ApprovalForm,
    AttendanceRole,
    AttendanceState,
    Choice,
    Outcome,
    VoteMethod,
)
from app.models.base import Base, Key, coded, to
from app.models.council import LegalBasis
from app.models.meetings import AgendaItem, Meeting
from app.models.roster import Institution, Person, Seat


class Attendance(Base):
    """One person at one meeting, with the function they had that day (R34)."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        CheckConstraint("role NOT IN ('member', 'deputy') OR seat_id IS NOT NULL", name="has_seat"),
        Index("ix_attendance_meeting_id", "meeting_id"),
    )

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id", delete="CASCADE"))
    person_id: Mapped[int] = mapped_column(to("person.id"))
    seat_id: Mapped[int | None] = mapped_column(to("seat.id"))
    """Of a member their own seat, of a deputy the one they stand in for."""
    institution_id: Mapped[int | None] = mapped_column(to("institution.id"))
    role: Mapped[AttendanceRole] = mapped_column(coded(AttendanceRole))
    state: Mapped[AttendanceState] = mapped_column(coded(AttendanceState))
    function: Mapped[str]
    by_video: Mapped[bool] = mapped_column(default=False)
    arrives_at_id: Mapped[int | None] = mapped_column(to("agenda_item.id"))
    """The first item they took part in; None means from the start."""
    leaves_at_id: Mapped[int | None] = mapped_column(to("agenda_item.id"))
    """The first item they did not take part in; None means to the end."""
    reason: Mapped[str] = mapped_column(default="")
    """Of an apology or of a deputy's use; never printed (R34)."""

    person: Mapped[Person] = relationship()
    seat: Mapped[Seat | None] = relationship()
    institution: Mapped[Institution | None] = relationship()


class Deliberation(Base):
    """What became of one item: the talk, the outcome, the decision's words (R38)."""

    __tablename__ = "deliberation"
    __table_args__ = (UniqueConstraint("item_id"),)

    id: Mapped[Key]
    item_id: Mapped[int] = mapped_column(to("agenda_item.id", delete="CASCADE"))
    text: Mapped[str]
    outcome: Mapped[Outcome | None] = mapped_column(coded(Outcome))
    decision: Mapped[str]
    presided_by_id: Mapped[int | None] = mapped_column(to("person.id"))
    """Only when another than the meeting's presides at this item."""
    closed_on_basis_id: Mapped[int | None] = mapped_column(to("legal_basis.id"))
    version: Mapped[int] = mapped_column(default=1)

    item: Mapped[AgendaItem] = relationship()
    presided_by: Mapped[Person | None] = relationship()
    closed_on_basis: Mapped[LegalBasis | None] = relationship()

    __mapper_args__ = {"version_id_col": version}


class Vote(Base):
    """One vote at an item; totals are kept also when taken by name, and must agree (R36)."""

    __tablename__ = "vote"
    __table_args__ = (
        UniqueConstraint("item_id", "sort"),
        CheckConstraint(
            "votes_for >= 0 AND votes_against >= 0 AND votes_blank >= 0", name="not_negative"
        ),
    )

    id: Mapped[Key]
    item_id: Mapped[int] = mapped_column(to("agenda_item.id", delete="CASCADE"))
    sort: Mapped[int] = mapped_column(default=1)
    subject: Mapped[str] = mapped_column(default="")
    """What was put to the vote; empty means the proposal as it stood."""
    proposed_by: Mapped[str] = mapped_column(default="")
    method: Mapped[VoteMethod] = mapped_column(coded(VoteMethod))
    votes_for: Mapped[int]
    votes_against: Mapped[int]
    votes_blank: Mapped[int] = mapped_column(default=0)
    by_casting_vote: Mapped[bool] = mapped_column(default=False)
    is_adopted: Mapped[bool]

    ballots: Mapped[list[Ballot]] = relationship(order_by="Ballot.id")


class Ballot(Base):
    """One person's choice in a vote by name."""

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("vote_id", "attendance_id"),)

    id: Mapped[Key]
    vote_id: Mapped[int] = mapped_column(to("vote.id", delete="CASCADE"))
    attendance_id: Mapped[int] = mapped_column(to("attendance.id"))
    choice: Mapped[Choice] = mapped_column(coded(Choice))

    attendance: Mapped[Attendance] = relationship()


class Disqualification(Base):
    """Someone present but out of one item (R37)."""

    __tablename__ = "disqualification"
    __table_args__ = (UniqueConstraint("item_id", "attendance_id"),)

    id: Mapped[Key]
    item_id: Mapped[int] = mapped_column(to("agenda_item.id", delete="CASCADE"))
    attendance_id: Mapped[int] = mapped_column(to("attendance.id"))
    reason: Mapped[str]
    legal_basis: Mapped[str]
    deputy_id: Mapped[int | None] = mapped_column(to("attendance.id"))
    """The deputy who stood in for this item alone."""

    attendance: Mapped[Attendance] = relationship(foreign_keys=[attendance_id])
    deputy: Mapped[Attendance | None] = relationship(foreign_keys=[deputy_id])


class MinutesVersion(Base):
    """The content of a meeting's minutes as it was issued; a row never changes (R41)."""

    __tablename__ = "minutes_version"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(to("meeting.id"))
    number: Mapped[int]
    made_at: Mapped[datetime]
    content: Mapped[str]
    content_sha256: Mapped[str]

    meeting: Mapped[Meeting] = relationship()


class Approval(Base):
    """One link of the chain over approved minutes; rows are never changed or taken out (R41)."""

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("hash"), UniqueConstraint("minutes_version_id"))

    sequence: Mapped[Key]
    minutes_version_id: Mapped[int] = mapped_column(to("minutes_version.id"))
    approved_on: Mapped[date]
    approved_in_id: Mapped[int | None] = mapped_column(to("meeting.id"))
    form: Mapped[ApprovalForm] = mapped_column(coded(ApprovalForm))
    changes: Mapped[str] = mapped_column(default="")
    content_sha256: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]

    minutes_version: Mapped[MinutesVersion] = relationship()
    approved_in: Mapped[Meeting | None] = relationship()


class Reopening(Base):
    """Approved minutes opened again, with who and why; stays on record (R41)."""

    __tablename__ = "reopening"

    id: Mapped[Key]
    approval_sequence: Mapped[int] = mapped_column(to("approval.sequence"), unique=True)
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    reason: Mapped[str]
