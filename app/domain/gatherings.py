"""Which bodies meet to share and to talk, and decide nothing (R17, R20)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyNature:
    """What a body's settings of a day say about how it works.

    `keeps_report` where its record is called referat, not protokoll; `approves_record` where one
    of its standing items approves the last one (R25, R41).
    """

    decides: bool
    recommends: bool
    is_hosted_in_turns: bool
    keeps_report: bool
    approves_record: bool


def meets_in_gatherings(body: BodyNature) -> bool:
    """Whether the body's meetings are gatherings, with a report that nobody approves (R17, R20).

    It neither decides nor recommends, its record is never approved, and it either goes the round
    of the municipalities or keeps a referat.
    """
    if body.decides or body.recommends or body.approves_record:
        return False
    return body.is_hosted_in_turns or body.keeps_report
