"""The strategic plan's tree: target areas, goals and strategies, in versions (R44)."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Dated, Key, period_check, to


class Plan(Base, Dated):
    """One plan; a later one replaces it, and old cases keep theirs."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("valid_from"), period_check())

    id: Mapped[Key]
    title: Mapped[str]
    overall_goal: Mapped[str | None]
    """The official wording; None until the plan has been read in."""

    target_areas: Mapped[list[TargetArea]] = relationship(order_by="TargetArea.sort")


class TargetArea(Base):
    """A target area (målområde)."""

    __tablename__ = "target_area"
    __table_args__ = (UniqueConstraint("plan_id", "sort"),)

    id: Mapped[Key]
    plan_id: Mapped[int] = mapped_column(to("plan.id", delete="CASCADE"))
    sort: Mapped[int]
    title: Mapped[str]

    goals: Mapped[list[Goal]] = relationship(order_by="Goal.sort")


class Goal(Base):
    """A goal (delmål): its number, a short title of ours, and the official wording."""

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("target_area_id", "number"),)

    id: Mapped[Key]
    target_area_id: Mapped[int] = mapped_column(to("target_area.id", delete="CASCADE"))
    sort: Mapped[int]
    number: Mapped[str]
    short_title: Mapped[str]
    wording: Mapped[str | None]

    strategies: Mapped[list[Strategy]] = relationship(order_by="Strategy.sort")


class Strategy(Base):
    """A strategy under a goal, numbered such as "2.6"."""

    __tablename__ = "strategy"
    __table_args__ = (UniqueConstraint("goal_id", "number"),)

    id: Mapped[Key]
    goal_id: Mapped[int] = mapped_column(to("goal.id", delete="CASCADE"))
    sort: Mapped[int]
    number: Mapped[str]
    short_title: Mapped[str]
    wording: Mapped[str | None]
