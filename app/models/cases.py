"""Cases with their briefs, financing and attachments (R10–R16, R26–R31)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import ActionStatus, CaseKind, CaseStatus, Level
from app.models.base import Base, Key, coded, to
from app.models.council import Body, LegalBasis, WheelEntry
from app.models.plan import Strategy
from app.models.roster import Institution, Person

if TYPE_CHECKING:
    from app.models.meetings import Meeting


class Case(Base):
    """A matter before a body; its number is given once and never changes (R26)."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("body_id", "number_year", "number"),
        CheckConstraint("(number IS NULL) = (number_year IS NULL)", name="number_has_year"),
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount_not_negative"),
        CheckConstraint("total IS NULL OR total >= 0", name="total_not_negative"),
        Index("ix_cases_status", "status"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id"))
    number_year: Mapped[int | None]
    number: Mapped[int | None]
    title: Mapped[str]
    kind: Mapped[CaseKind] = mapped_column(coded(CaseKind))
    status: Mapped[CaseStatus] = mapped_column(coded(CaseStatus), default=CaseStatus.DRAFT)
    officer: Mapped[str] = mapped_column(default="")
    created_on: Mapped[date]
    amount: Mapped[int | None]
    """The council's own share in whole kroner; `total` is the whole budget beside it."""
    total: Mapped[int | None]
    is_urgent: Mapped[bool] = mapped_column(default=False)
    is_strategic: Mapped[bool] = mapped_column(default=False)
    opens_new_area: Mapped[bool] = mapped_column(default=False)
    is_controversial: Mapped[bool] = mapped_column(default=False)
    controversy_assessment: Mapped[str] = mapped_column(default="")
    level_override: Mapped[Level | None] = mapped_column(coded(Level))
    level_override_reason: Mapped[str] = mapped_column(default="")
    chair_informed_on: Mapped[date | None]
    chair_informed_how: Mapped[str] = mapped_column(default="")
    concerns_business: Mapped[bool] = mapped_column(default=True)
    """Relevant to business, so the plan must be weighed (R28)."""
    is_exempt: Mapped[bool] = mapped_column(default=False)
    legal_basis_id: Mapped[int | None] = mapped_column(to("legal_basis.id"))
    neutral_title: Mapped[str] = mapped_column(default="")
    escalated_from_id: Mapped[int | None] = mapped_column(to("cases.id"))
    wheel_entry_id: Mapped[int | None] = mapped_column(to("wheel_entry.id"))
    archive_reference: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    body: Mapped[Body] = relationship()
    legal_basis: Mapped[LegalBasis | None] = relationship()
    escalated_from: Mapped[Case | None] = relationship(remote_side="Case.id")
    wheel_entry: Mapped[WheelEntry | None] = relationship()
    texts: Mapped[list[CaseText]] = relationship(order_by="CaseText.key")
    financing: Mapped[list[Financing]] = relationship(order_by="Financing.id")
    attachments: Mapped[list[Attachment]] = relationship(order_by="Attachment.sort")
    strategies: Mapped[list[Strategy]] = relationship(
        secondary="case_strategy", order_by=Strategy.id
    )

    __mapper_args__ = {"version_id_col": version}


class CaseText(Base):
    """The text of one section of a case's brief, as rich text in JSON (R29)."""

    __tablename__ = "case_text"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(to("cases.id", delete="CASCADE"))
    key: Mapped[str]
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class CaseStrategy(Base):
    """A strategy that a case serves (R28)."""

    __tablename__ = "case_strategy"

    case_id: Mapped[int] = mapped_column(to("cases.id", delete="CASCADE"), primary_key=True)
    strategy_id: Mapped[int] = mapped_column(to("strategy.id"), primary_key=True)


class Financing(Base):
    """A share of a case's budget that others pay, in whole kroner."""

    __tablename__ = "financing"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        Index("ix_financing_case_id", "case_id"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(to("cases.id", delete="CASCADE"))
    source: Mapped[str]
    amount: Mapped[int]
    is_confirmed: Mapped[bool] = mapped_column(default=False)


class Attachment(Base):
    """A file that goes with a case; its bytes are a blob of this file."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_case_id", "case_id"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(to("cases.id", delete="CASCADE"))
    sort: Mapped[int]
    title: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(to("blob.sha256"))
    is_exempt: Mapped[bool] = mapped_column(default=False)
    legal_basis_id: Mapped[int | None] = mapped_column(to("legal_basis.id"))
    neutral_title: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    legal_basis: Mapped[LegalBasis | None] = relationship()

    __mapper_args__ = {"version_id_col": version}


class ActionItem(Base):
    """A task that follows from a decision (R43), or from a gathering that decides nothing (R17)."""

    __tablename__ = "action_item"
    __table_args__ = (
        CheckConstraint("(case_id IS NULL) <> (meeting_id IS NULL)", name="one_origin"),
        Index("ix_action_item_case_id", "case_id"),
        Index("ix_action_item_meeting_id", "meeting_id"),
    )

    id: Mapped[Key]
    case_id: Mapped[int | None] = mapped_column(to("cases.id"))
    meeting_id: Mapped[int | None] = mapped_column(to("meeting.id"))
    task: Mapped[str]
    responsible: Mapped[str]
    responsible_person_id: Mapped[int | None] = mapped_column(to("person.id"))
    responsible_institution_id: Mapped[int | None] = mapped_column(to("institution.id"))
    due_on: Mapped[date | None]
    status: Mapped[ActionStatus] = mapped_column(coded(ActionStatus), default=ActionStatus.OPEN)
    closed_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    case: Mapped[Case | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    responsible_person: Mapped[Person | None] = relationship()
    responsible_institution: Mapped[Institution | None] = relationship()

    __mapper_args__ = {"version_id_col": version}
