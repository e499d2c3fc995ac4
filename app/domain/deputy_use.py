"""How often a seat used a deputy, counted once a meeting and never blocked (R4, R33)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WhyDeputy(StrEnum):
    """What a deputy was called for."""

    AWAY = "away"
    PART_OF_MEETING = "part_of_meeting"
    DISQUALIFIED = "disqualified"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyLine:
    """One deputy who was present at one meeting, and how it stood with the seat's member.

    `member_was_there` from the first item to the last; `member_was_partly_there` came late or
    left; `for_disqualified` says that the deputy stepped in where the member was disqualified.
    `is_acting` is one who acts in the member's office that day, and so is a member (R4).
    """

    meeting: int
    held_on: date
    seat: int
    deputy: str
    member: str
    reason: str
    member_was_there: bool
    member_was_partly_there: bool = False
    for_disqualified: bool = False
    is_acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyUse:
    """A seat's use of a deputy at one meeting; `deputies` in the order of the roll call."""

    meeting: int
    held_on: date
    seat: int
    deputies: tuple[str, ...]
    member: str
    reason: str
    why: WhyDeputy


def deputy_uses(lines: Iterable[DeputyLine]) -> list[DeputyUse]:
    """Every use, the oldest first: one for each seat and meeting, however many deputies came.

    A deputy who sat beside a member that was there the whole time was not used, and one who acts
    in the office is no deputy.
    """
    found: dict[tuple[int, int], list[DeputyLine]] = {}
    for line in lines:
        if _why(line) is not None:
            found.setdefault((line.meeting, line.seat), []).append(line)
    uses = [_use(group) for group in found.values()]
    return sorted(uses, key=lambda use: (use.held_on, use.meeting, use.seat))


def count_by_year(uses: Iterable[DeputyUse]) -> dict[int, dict[int, int]]:
    """How many uses each seat had in each year."""
    counts: dict[int, dict[int, int]] = {}
    for use in uses:
        of_seat = counts.setdefault(use.seat, {})
        of_seat[use.held_on.year] = of_seat.get(use.held_on.year, 0) + 1
    return counts


def _why(line: DeputyLine) -> WhyDeputy | None:
    if line.is_acting:
        return None
    if line.for_disqualified:
        return WhyDeputy.DISQUALIFIED
    if line.member_was_partly_there:
        return WhyDeputy.PART_OF_MEETING
    return None if line.member_was_there else WhyDeputy.AWAY


def _use(group: list[DeputyLine]) -> DeputyUse:
    first = group[0]
    why = _why(first)
    assert why is not None
    return DeputyUse(
        meeting=first.meeting,
        held_on=first.held_on,
        seat=first.seat,
        deputies=tuple(dict.fromkeys(line.deputy for line in group)),
        member=first.member,
        reason=next((line.reason for line in group if line.reason), ""),
        why=why,
    )
