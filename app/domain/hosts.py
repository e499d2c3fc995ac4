"""Whose turn it is to host (R17, R18): the rundgang that gives the program its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.fairness import Candidate, Turn, candidates, why_first
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import InstitutionKind


@dataclass(frozen=True, slots=True)
class HostTurn:
    """That an institution hosted, or has agreed to host, on a day."""

    institution: int
    on: date


@dataclass(frozen=True, slots=True)
class HostProposal:
    """Who should host on a day, and why; nobody when none exists on that day."""

    turn: int
    on: date
    host: InstitutionFacts | None
    reasons: tuple[Reason, ...]
    candidates: tuple[Candidate, ...]


def propose_hosts(
    past_turns: Iterable[HostTurn],
    institutions: Iterable[InstitutionFacts],
    dates: Sequence[date],
    kind: InstitutionKind = InstitutionKind.MUNICIPALITY,
) -> list[HostProposal]:
    """A host for each of `dates`, in order: the one it is longest since, as for seats (R8, R18).

    What counts is who did host, so a swap evens itself out; a turn that is agreed for a later
    day counts when that day has come.
    """
    lineage = Lineage(institutions)
    turns = [_turn(past.institution, past.on) for past in past_turns]
    proposals = []
    for number, on in enumerate(sorted(dates), start=1):
        ranked = candidates(lineage.existing(kind, on), lineage, turns, on)
        if not ranked:
            reasons: tuple[Reason, ...] = (Reason("turn_nobody_free"),)
            proposals.append(HostProposal(number, on, None, reasons, ()))
            continue
        host = ranked[0].institution
        reasons = why_first(ranked[0], ranked[1:])
        proposals.append(HostProposal(number, on, host, reasons, tuple(ranked)))
        turns.append(_turn(host.id, on))
    return proposals


def _turn(institution: int, on: date) -> Turn:
    return Turn(institution, Interval(on, on + timedelta(days=1)))
