"""Who hosts the proposed meetings of the bodies that are hosted in turns (R17, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.domain.fairness import why_first
from app.domain.hosts import HostTurn, propose_hosts
from app.domain.institutions import InstitutionFacts
from app.domain.reasons import Reason

Hosting = tuple[int | None, tuple[Reason, ...]]
"""The institution that should host, and why."""


def hosts_for(
    dates: Iterable[date], turns: Sequence[HostTurn], institutions: Sequence[InstitutionFacts]
) -> list[Hosting]:
    """A host for each of `dates`, in order, by the turns there have been and are agreed.

    Who has agreed to host later is passed by until then, as long as others are left.
    """
    had = list(turns)
    found: list[Hosting] = []
    for on in dates:
        (proposal,) = propose_hosts(had, institutions, [on])
        later = {turn.institution for turn in had if turn.on > on}
        free = [one for one in proposal.candidates if one.institution.id not in later]
        host, reasons = proposal.host, proposal.reasons
        if host is not None and host.id in later and free:
            host, reasons = free[0].institution, why_first(free[0], free[1:])
        found.append((host.id if host is not None else None, reasons))
        if host is not None:
            had.append(HostTurn(host.id, on))
    return found
