"""What a calendar of many meetings is to hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWish:
    """All years, or all bodies (by their codes), for None."""

    year: int | None = None
    bodies: Sequence[str] | None = None
    with_deadlines: bool = False
