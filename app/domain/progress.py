"""How far long work has come."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps, and what is being done now."""

    done: int
    total: int
    label: Reason
