"""The one council of a file, and the bodies it works for with their dated settings."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import (
    BasisPurpose,
    CaseKind,
    DayUnit,
    DeadlineKind,
    DecisionRule,
    Group,
    Level,
    QuorumRule,
    StandingKind,
    TieRule,
)
from app.models.base import Base, Clock, Dated, Key, clock_check, coded, period_check, to


class Council(Base):
    """Settings of the whole file; there is one row, number 1."""

    __tablename__ = "council"
    __table_args__ = (CheckConstraint("id = 1", name="is_single"),)

    id: Mapped[Key]
    name: Mapped[str]
    organisation: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    """Where letters are dated."""
    profile: Mapped[str]
    is_fictitious: Mapped[bool] = mapped_column(default=False)
    fixed_today: Mapped[date | None]
    """A demo's own today; an ordinary file has none and follows the clock."""
    language: Mapped[str] = mapped_column(default="nb")
    document_language: Mapped[str] = mapped_column(default="nb")
    officer_name: Mapped[str] = mapped_column(default="")
    officer_title: Mapped[str] = mapped_column(default="")
    officer_email: Mapped[str] = mapped_column(default="")
    officer_phone: Mapped[str] = mapped_column(default="")
    backup_folder: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Body(Base, Dated):
    """A body (organ): who decides at which level, and whom it recommends to (R12)."""

    __tablename__ = "body"
    __table_args__ = (UniqueConstraint("code"), period_check())

    id: Mapped[Key]
    code: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    sort: Mapped[int]
    level: Mapped[Level | None] = mapped_column(coded(Level))
    recommends_to_id: Mapped[int | None] = mapped_column(to("body.id"))
    is_hosted_in_turns: Mapped[bool] = mapped_column(default=False)

    rules: Mapped[list[BodyRules]] = relationship(order_by="BodyRules.valid_from")
    rights: Mapped[list[BodyRight]] = relationship(order_by="BodyRight.id")
    sections: Mapped[list[BriefSection]] = relationship(order_by="BriefSection.sort")
    standing_items: Mapped[list[StandingItem]] = relationship(order_by="StandingItem.sort")
    deadlines: Mapped[list[DeadlineRule]] = relationship(order_by="DeadlineRule.id")


class BodyRules(Base):
    """A body's settings from a date until the next row's date (R24–R36)."""

    __tablename__ = "body_rules"
    __table_args__ = (
        UniqueConstraint("body_id", "valid_from"),
        CheckConstraint("number_year_digits IN (2, 4)", name="year_digits"),
        CheckConstraint("meeting_minutes > 0", name="meeting_minutes_positive"),
        CheckConstraint(
            "quorum_rule <> 'number' OR quorum_number IS NOT NULL", name="quorum_number_given"
        ),
        clock_check("meeting_start"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    valid_from: Mapped[date]
    number_prefix: Mapped[str]
    number_separator: Mapped[str] = mapped_column(default="/")
    number_year_digits: Mapped[int] = mapped_column(default=2)
    record_name: Mapped[str] = mapped_column(default="protokoll")
    """What the record is called: "protokoll" or "referat" (R25)."""
    quorum_rule: Mapped[QuorumRule] = mapped_column(coded(QuorumRule))
    quorum_number: Mapped[int | None]
    decision_rule: Mapped[DecisionRule] = mapped_column(coded(DecisionRule))
    tie_rule: Mapped[TieRule] = mapped_column(coded(TieRule))
    blank_allowed: Mapped[bool] = mapped_column(default=True)
    seats_carried_over: Mapped[bool] = mapped_column(default=False)
    observers_see_exempt: Mapped[bool] = mapped_column(default=False)
    uncalled_deputies_get_papers: Mapped[bool] = mapped_column(default=False)
    term_notice_days: Mapped[list[int]] = mapped_column(JSON, default=lambda: [180, 60])
    meeting_start: Mapped[Clock]
    meeting_minutes: Mapped[int]
    legal_regime: Mapped[str]


class BodyRight(Base):
    """What a group may do in a body's meetings (R5, R36)."""

    __tablename__ = "body_right"
    __table_args__ = (UniqueConstraint("body_id", "who"),)

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    who: Mapped[Group] = mapped_column(coded(Group))
    attends: Mapped[bool]
    speaks: Mapped[bool]
    proposes: Mapped[bool]
    votes: Mapped[bool]


class BriefSection(Base):
    """One heading of a body's briefs, in order (R29); `computed` ones are written by us."""

    __tablename__ = "brief_section"
    __table_args__ = (UniqueConstraint("body_id", "key"),)

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    sort: Mapped[int]
    key: Mapped[str]
    heading: Mapped[str]
    computed: Mapped[bool] = mapped_column(default=False)
    required: Mapped[bool] = mapped_column(default=False)


class StandingItem(Base):
    """An item that comes along to every agenda of a body (R25)."""

    __tablename__ = "standing_item"

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    sort: Mapped[int]
    kind: Mapped[StandingKind] = mapped_column(coded(StandingKind))
    title: Mapped[str]
    minutes: Mapped[int] = mapped_column(default=5)
    numbered: Mapped[bool] = mapped_column(default=False)
    at_end: Mapped[bool] = mapped_column(default=False)


class DeadlineRule(Base):
    """Days before a body's meeting, or after it for the minutes (R21)."""

    __tablename__ = "deadline_rule"
    __table_args__ = (
        UniqueConstraint("body_id", "kind"),
        CheckConstraint("days >= 0", name="days_not_negative"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    kind: Mapped[DeadlineKind] = mapped_column(coded(DeadlineKind))
    days: Mapped[int]
    unit: Mapped[DayUnit] = mapped_column(coded(DayUnit))


class DecisionLimit(Base):
    """The highest amounts, in whole kroner and inclusive, from a date on (R10–R12)."""

    __tablename__ = "decision_limit"
    __table_args__ = (
        UniqueConstraint("valid_from"),
        CheckConstraint("administrative >= 0 AND council >= administrative", name="ordered"),
    )

    id: Mapped[Key]
    valid_from: Mapped[date]
    administrative: Mapped[int]
    council: Mapped[int]


class LegalBasis(Base, Dated):
    """A provision to exempt, close a meeting or be disqualified by, as data (R31, R37, R53)."""

    __tablename__ = "legal_basis"
    __table_args__ = (UniqueConstraint("code", "valid_from"), period_check())

    id: Mapped[Key]
    code: Mapped[str]
    regime: Mapped[str]
    purpose: Mapped[BasisPurpose] = mapped_column(coded(BasisPurpose))
    act: Mapped[str]
    provision: Mapped[str]
    """Section and paragraph as cited: "§ 23 første ledd"."""
    summary: Mapped[str]
    must_exempt: Mapped[bool]
    """Duty of secrecy (must), apart from what one may exempt."""


class WheelEntry(Base):
    """A fixed point of a body's year (R19)."""

    __tablename__ = "wheel_entry"
    __table_args__ = (
        CheckConstraint("month BETWEEN 1 AND 12", name="month_of_year"),
        CheckConstraint("interval_years >= 1", name="interval_positive"),
        CheckConstraint("last_year IS NULL OR last_year >= first_year", name="ends_after_start"),
        CheckConstraint("deadline_days IS NULL OR deadline_days >= 0", name="days_not_negative"),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id", delete="CASCADE"))
    title: Mapped[str]
    month: Mapped[int]
    first_year: Mapped[int]
    last_year: Mapped[int | None]
    interval_years: Mapped[int] = mapped_column(default=1)
    deadline_days: Mapped[int | None]
    """Calendar days before the meeting that the case must be ready; None: as the body's drafts."""
    case_kind: Mapped[CaseKind] = mapped_column(coded(CaseKind))
    template: Mapped[str] = mapped_column(default="")
