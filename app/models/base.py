"""What every mapped class shares: names for constraints, and types that say what they hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import CheckConstraint, Dialect, Enum, ForeignKey, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A point in time, stored as ISO text in UTC with microseconds; naive values are refused."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The stored text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The instant again, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """The schema: names of constraints follow one rule, so that migrations can speak of them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: Instant(), str: Text()}


Key = Annotated[int, mapped_column(Integer, primary_key=True)]
"""A row's own number; never shown, never reused in meaning."""

Clock = Annotated[str, mapped_column(Text)]
"""A wall-clock time `HH:MM`, Europe/Oslo."""


def coded(kind: type[StrEnum]) -> Enum:
    """A column type that stores the codes of `kind` and lets no other text in."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        name=kind.__name__.lower(),
        length=40,
    )


def period_check(start: str = "valid_from", end: str = "valid_to") -> CheckConstraint:
    """A period ends after it starts, or has no end; the end itself is outside (half-open)."""
    return CheckConstraint(f"{end} IS NULL OR {end} > {start}", name=f"{end}_after_{start}")


def clock_check(column: str) -> CheckConstraint:
    """A clock time is five characters, `HH:MM`."""
    return CheckConstraint(
        f"{column} IS NULL OR (length({column}) = 5 AND substr({column}, 3, 1) = ':'"
        f" AND {column} >= '00:00' AND {column} <= '23:59')",
        name=f"{column}_is_clock",
    )


def to(target: str, *, delete: str = "RESTRICT") -> ForeignKey:
    """A reference that says what deleting the other row does."""
    return ForeignKey(target, ondelete=delete)


class Dated:
    """Something that is true from a date until, and not on, another."""

    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
