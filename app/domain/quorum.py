"""Whether enough take part to decide (R35)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.vocabulary import QuorumRule


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are needed, of how many seats, and how many take part."""

    needed: int
    seats: int
    taking_part: int

    @property
    def is_reached(self) -> bool:
        """Whether a vote can be taken."""
        return self.taking_part >= self.needed


def needed(rule: QuorumRule, seats: int, number: int | None = None) -> int:
    """How many of all `seats`, vacant ones too, must take part; `UserError` without a number.

    `number` is what the rule "a number" demands. The disqualified are not deducted (R35).
    """
    if rule is QuorumRule.AT_LEAST_HALF:
        return (seats + 1) // 2
    if rule is QuorumRule.MORE_THAN_HALF:
        return seats // 2 + 1
    if number is None or number < 1:
        raise UserError("quorum_needs_number")
    return number


def quorum(rule: QuorumRule, seats: int, taking_part: int, number: int | None = None) -> Quorum:
    """The quorum for one vote: those present and taking part in the item, of all seats (R35).

    At least one must take part, also in a body without seats.
    """
    return Quorum(max(1, needed(rule, seats, number)), seats, taking_part)


def require(quorum_: Quorum) -> None:
    """`UserError` when the body cannot decide: without quorum no vote (R35)."""
    if not quorum_.is_reached:
        raise UserError(
            "not_quorate", needed=quorum_.needed, seats=quorum_.seats, here=quorum_.taking_part
        )
