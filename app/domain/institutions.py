"""Institutions in time: when each exists, and who took over from whom (R8, R18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind


@dataclass(frozen=True, slots=True)
class InstitutionFacts:
    """One institution: when it exists, and which one it was merged into afterwards."""

    id: int
    name: str
    kind: InstitutionKind
    lifetime: Interval
    successor: int | None = None


class Lineage:
    """Who inherits from whom, through any number of mergers."""

    def __init__(self, institutions: Iterable[InstitutionFacts]) -> None:
        self._by_id = {institution.id: institution for institution in institutions}

    def __getitem__(self, institution: int) -> InstitutionFacts:
        return self._by_id[institution]

    def __contains__(self, institution: int) -> bool:
        return institution in self._by_id

    def end_of(self, institution: int) -> date | None:
        """The first day that `institution` is no more; `None` while it lasts or is not known."""
        known = self._by_id.get(institution)
        return None if known is None else known.lifetime.to_on

    def heir_on(self, institution: int, on: date) -> int:
        """The institution that stands for `institution` on `on`: itself until it is merged away.

        An institution that is not in the records stands for itself.
        """
        seen = {institution}
        while (known := self._by_id.get(institution)) is not None:
            end, successor = known.lifetime.to_on, known.successor
            if successor is None or successor in seen or end is None or on < end:
                break
            seen.add(successor)
            institution = successor
        return institution

    def predecessors(self, institution: int, on: date) -> list[InstitutionFacts]:
        """Those whose history `institution` carries on `on`, the oldest first."""
        return self.families(on).get(institution, [])

    def families(self, on: date) -> dict[int, list[InstitutionFacts]]:
        """By heir, everyone whose history it carries on `on`, the oldest first."""
        found: dict[int, list[InstitutionFacts]] = {}
        for one in self._by_id.values():
            heir = self.heir_on(one.id, on)
            if heir != one.id:
                found.setdefault(heir, []).append(one)
        for merged in found.values():
            merged.sort(key=lambda one: (one.lifetime.to_on or date.max, one.name, one.id))
        return found

    def existing(self, kind: InstitutionKind, on: date) -> list[InstitutionFacts]:
        """Those of `kind` that exist on `on`."""
        every = self._by_id.values()
        return [one for one in every if one.kind is kind and one.lifetime.contains(on)]
