"""What a merger does to the seats: the heir takes over, unless it already sits (R18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.roster import TermFacts


@dataclass(frozen=True, slots=True)
class MergedTerm:
    """A term that ends with a merger: the heir takes the seat over, or nobody does."""

    term: TermFacts
    ends_on: date
    heir: int | None


def terms_ended_by_merger(
    terms: Iterable[TermFacts], institutions: Iterable[InstitutionFacts]
) -> list[MergedTerm]:
    """The terms that outlast their institution, and who takes each seat over.

    The heir takes it over for the rest of the term; where the heir already sits, by its own term
    or by another seat it has just taken over, the seat becomes vacant by merger (R18).
    """
    every, lineage = list(terms), Lineage(institutions)
    ended: list[MergedTerm] = []
    for term in sorted(every, key=lambda term: (term.from_on, term.seat, term.id)):
        ends_on = lineage.end_of(term.institution)
        if ends_on is None or not term.interval.contains(ends_on):
            continue
        heir = lineage.heir_on(term.institution, ends_on)
        sits = any(
            other.institution == heir and other.interval.contains(ends_on) for other in every
        )
        took_over = any(other.heir == heir and other.ends_on == ends_on for other in ended)
        is_free = heir != term.institution and not sits and not took_over
        ended.append(MergedTerm(term, ends_on, heir if is_free else None))
    return ended
