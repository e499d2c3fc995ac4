"""The one order of turns, for seats and hosts alike (R8, R18).

Not there now, longest since last, least in total, then the alphabet. What someone was before a
merger counts as theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.collation import alphabetical
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval, years
from app.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Turn:
    """That an institution sat, or hosted, over an interval of days."""

    institution: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who could be next, and what its place in the order rests on.

    `last` is the latest turn that began, own or inherited, and `days` the length of all of them
    until the day of the new turn.
    """

    institution: InstitutionFacts
    sits_now: bool = False
    is_free: bool = True
    last: Interval | None = None
    days: int = 0
    inherited_from: tuple[InstitutionFacts, ...] = ()
    inherited_turns: tuple[str, ...] = ()

    @property
    def years(self) -> float:
        """All its turns together, in years to one decimal."""
        return years(self.days)

    @property
    def last_sat_on(self) -> date | None:
        """The last day of its latest turn; `None` when it never had one, or when it has no end."""
        return None if self.last is None else self.last.last_on


def candidates(
    pool: Iterable[InstitutionFacts],
    lineage: Lineage,
    turns: Sequence[Turn],
    start_on: date,
    *,
    sitting: Collection[int] = (),
    taken: Collection[int] = (),
) -> list[Candidate]:
    """Everyone in `pool` in the order of whose turn it is for a turn that begins on `start_on`.

    `sitting` are those who sit now and therefore come after those who do not; `taken` those who
    cannot take this turn at all and come last.
    """
    had: dict[int, list[Turn]] = {}
    for turn in turns:
        if turn.interval.from_on <= start_on:
            had.setdefault(lineage.heir_on(turn.institution, start_on), []).append(turn)
    families = lineage.families(start_on)
    every = [
        _candidate(
            one,
            had.get(one.id, ()),
            families.get(one.id, ()),
            start_on,
            sits_now=one.id in sitting,
            is_free=one.id not in taken,
        )
        for one in pool
    ]
    return sorted(every, key=_order)


def why_first(chosen: Candidate, others: Sequence[Candidate]) -> tuple[Reason, ...]:
    """What put `chosen` before the `others` who were free, and what it inherited (R8)."""
    name = chosen.institution.name
    reasons = [_deciding(chosen, others)]
    if chosen.sits_now:
        reasons.append(Reason("turn_sits_now", name=name))
    if chosen.inherited_turns:
        reasons.append(Reason("turn_inherited", name=name, names=chosen.inherited_turns))
    return tuple(reasons)


def _candidate(
    one: InstitutionFacts,
    own: Sequence[Turn],
    before: Sequence[InstitutionFacts],
    start_on: date,
    *,
    sits_now: bool,
    is_free: bool,
) -> Candidate:
    had_turns = {turn.institution for turn in own}
    return Candidate(
        institution=one,
        sits_now=sits_now,
        is_free=is_free,
        last=max((turn.interval for turn in own), key=_end, default=None),
        days=sum(turn.interval.days_until(start_on) for turn in own),
        inherited_from=tuple(before),
        inherited_turns=tuple(other.name for other in before if other.id in had_turns),
    )


def _end(interval: Interval) -> tuple[date, date]:
    return interval.to_on or date.max, interval.from_on


def _since(candidate: Candidate) -> date:
    """The end of the latest turn; the earliest day there is for one who never had any."""
    return date.min if candidate.last is None else _end(candidate.last)[0]


def _order(candidate: Candidate) -> tuple[object, ...]:
    return (
        not candidate.is_free,
        candidate.sits_now,
        _since(candidate),
        candidate.days,
        alphabetical(candidate.institution.name),
        candidate.institution.id,
    )


def _deciding(chosen: Candidate, others: Sequence[Candidate]) -> Reason:
    name = chosen.institution.name
    if not others:
        return Reason("turn_only_one", name=name)
    if chosen.last is None:
        rivals = [other for other in others if other.last is None]
        return Reason("turn_never_drawn" if rivals else "turn_never", name=name)
    rivals = [one for one in others if one.sits_now == chosen.sits_now]
    if not rivals:
        return Reason("turn_only_one_not_sitting", name=name)
    last_on = chosen.last_sat_on
    if all(_since(chosen) < _since(rival) for rival in rivals):
        return Reason("turn_longest_since", name=name, last_on=last_on)
    level = [rival for rival in rivals if _since(rival) == _since(chosen)]
    if all(chosen.days < rival.days for rival in level):
        return Reason("turn_least_in_total", name=name, last_on=last_on, days=chosen.days)
    return Reason("turn_alphabetical", name=name, last_on=last_on)
