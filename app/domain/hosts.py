"""Whose turn it is to host (R17, R18): the rundgang that gives the program its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
class PassedTurn:
    """That an institution lets the turn of a day go by, and why; it stays where it is in line."""

    institution: int
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HostProposal:
    """Who should host on a day, and why; nobody when none exists on that day or all pass."""

    turn: int
    on: date
    host: InstitutionFacts | None
    reasons: tuple[Reason, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a host hosts in its turn, and what that rests on."""

    is_in_turn: bool
    reasons: tuple[Reason, ...]


def propose_hosts(
    past_turns: Iterable[HostTurn],
    institutions: Iterable[InstitutionFacts],
    dates: Sequence[date],
    kind: InstitutionKind = InstitutionKind.MUNICIPALITY,
    passes: Iterable[PassedTurn] = (),
) -> list[HostProposal]:
    """A host for each of `dates`, in order: the one it is longest since, as for seats (R8, R18)."""
    return HostRound(past_turns, institutions, kind, passes).propose(dates)


class HostRound:
    """The order of turns of one body, for any day (R18).

    What counts is who did host, so a swap evens itself out. Whoever passes stays first in line,
    also before a new member of the region; whoever has agreed to a day soon after comes last.
    """

    def __init__(
        self,
        turns: Iterable[HostTurn],
        institutions: Iterable[InstitutionFacts],
        kind: InstitutionKind = InstitutionKind.MUNICIPALITY,
        passes: Iterable[PassedTurn] = (),
    ) -> None:
        self._lineage, self._kind = Lineage(institutions), kind
        self._turns = sorted(turns, key=lambda turn: (turn.on, turn.institution))
        self._passes = sorted(passes, key=lambda one: (one.on, one.institution))

    def propose(self, dates: Sequence[date]) -> list[HostProposal]:
        """A host for each of `dates`, in order; each is counted as agreed for those that follow."""
        ahead = sorted(dates)
        return [
            self._propose(number, on, ahead[number:]) for number, on in enumerate(ahead, start=1)
        ]

    def judge(self, turn: HostTurn) -> Judgement:
        """Whether a host was first in line on its day, among those who did not pass."""
        line = self._line(turn.on, soon={})
        heir = self._lineage.heir_on(turn.institution, turn.on)
        own = next((one for one in line.order if one.institution.id == heir), None)
        if own is None:
            return Judgement(is_in_turn=False, reasons=())
        first = next((one for one in line.order if one.is_free), own)
        if own is first:
            return Judgement(True, self._why(own, line))
        if own.last is None and first.last is None:
            return Judgement(True, (Reason("host_among_new", name=own.institution.name),))
        return Judgement(False, (Reason("host_out_of_turn", name=first.institution.name),))

    def line(self, on: date) -> list[Candidate]:
        """Everyone who exists on `on`, in the order of whose turn it is then."""
        return self._line(on, self._agreed_soon(on, ())).order

    def _propose(self, number: int, on: date, later: Sequence[date]) -> HostProposal:
        line = self._line(on, self._agreed_soon(on, later))
        free = [one for one in line.order if one.is_free]
        if not free:
            code = "host_everyone_passes" if line.order else "turn_nobody_free"
            return HostProposal(number, on, None, (Reason(code),), tuple(line.order))
        host = free[0].institution
        self._turns.append(HostTurn(host.id, on))
        self._turns.sort(key=lambda turn: (turn.on, turn.institution))
        return HostProposal(number, on, host, self._why(free[0], line), tuple(line.order))

    def _line(self, on: date, soon: dict[int, date]) -> _Line:
        passed = {
            self._lineage.heir_on(one.institution, on): one.reason
            for one in self._passes
            if one.on == on
        }
        plain = self._plain(on)
        waiting = self._waiting(on)
        order = sorted(
            (replace(one, is_free=one.institution.id not in passed) for one in plain),
            key=lambda one: (
                not one.is_free,
                one.institution.id in soon,
                one.institution.id not in waiting,
            ),
        )
        return _Line(order, [one.institution.id for one in plain], passed, waiting, soon)

    def _plain(self, on: date) -> list[Candidate]:
        """By what has been alone: longest since last, then the alphabet."""
        earlier = [_turn(turn) for turn in self._turns if turn.on < on]
        return candidates(self._lineage.existing(self._kind, on), self._lineage, earlier, on)

    def _waiting(self, on: date) -> dict[int, date]:
        """Those who let their turn go by and have not hosted since, each with that day.

        A merger ends the waiting: the heir stands where its whole history puts it.
        """
        found: dict[int, date] = {}
        for one in self._passes:
            then = self._lineage.heir_on(one.institution, one.on)
            if one.on < on and self._was_ahead(then, one.on) and not self._hosted(then, one.on, on):
                found.setdefault(then, one.on)
        return found

    def _hosted(self, institution: int, from_on: date, before: date) -> bool:
        return any(
            from_on <= turn.on < before
            and self._lineage.heir_on(turn.institution, turn.on) == institution
            for turn in self._turns
        )

    def _was_ahead(self, institution: int, on: date) -> bool:
        """Whether it stood before the one who hosted on that day instead."""
        order = [one.institution.id for one in self._plain(on)]
        if institution not in order:
            return False
        behind = order[order.index(institution) + 1 :]
        return any(
            self._lineage.heir_on(turn.institution, on) in behind
            for turn in self._turns
            if turn.on == on
        )

    def _agreed_soon(self, on: date, later: Sequence[date]) -> dict[int, date]:
        """Those who host within a round after `on`, so that they do not host twice in one."""
        after = [turn for turn in self._turns if turn.on > on]
        days = sorted({*later, *(turn.on for turn in after)})
        reach = set(days[: len(self._lineage.existing(self._kind, on)) - 1])
        found: dict[int, date] = {}
        for turn in after:
            if turn.on in reach:
                found.setdefault(self._lineage.heir_on(turn.institution, turn.on), turn.on)
        return found

    def _why(self, chosen: Candidate, line: _Line) -> tuple[Reason, ...]:
        key, name = chosen.institution.id, chosen.institution.name
        rivals = [
            one
            for one in line.order
            if one is not chosen
            and one.is_free
            and (one.institution.id in line.soon) == (key in line.soon)
        ]
        first, *more = why_first(chosen, rivals)
        if key in line.waiting:
            first = Reason("host_waited", name=name, on=line.waiting[key])
        elif key in line.soon:
            first = Reason("host_again_soon", name=name, on=line.soon[key])
        return (first, *line.set_aside(chosen), *more)


@dataclass(frozen=True, slots=True)
class _Line:
    """The line on a day: who passes (with the reason), has waited since, or hosts soon after."""

    order: list[Candidate]
    by_history: list[int]
    passed: dict[int, str]
    waiting: dict[int, date]
    soon: dict[int, date]

    def set_aside(self, chosen: Candidate) -> list[Reason]:
        """Why those who stood before `chosen` by their history do not host."""
        ahead = self.by_history[: self.by_history.index(chosen.institution.id)]
        names = {one.institution.id: one.institution.name for one in self.order}
        reasons = []
        for key in ahead:
            if key in self.passed:
                reasons.append(Reason("host_passes", name=names[key], why=self.passed[key]))
            elif key in self.soon:
                reasons.append(Reason("host_agreed_soon", name=names[key], on=self.soon[key]))
        return reasons


def why_not_there(institution: InstitutionFacts, lineage: Lineage, on: date) -> Reason | None:
    """Why an institution cannot host on `on`, None when it can: it must exist then (R18)."""
    name, lifetime = institution.name, institution.lifetime
    if lifetime.contains(on):
        return None
    if on < lifetime.from_on:
        return Reason("host_not_yet", name=name, on=on, from_on=lifetime.from_on)
    heir = lineage.heir_on(institution.id, on)
    if heir != institution.id and heir in lineage:
        successor = lineage[heir].name
        return Reason("host_merged", name=name, on=on, heir=successor, from_on=lifetime.to_on)
    return Reason("host_ended", name=name, on=on, last_on=lifetime.last_on)


def _turn(turn: HostTurn) -> Turn:
    return Turn(turn.institution, Interval(turn.on, turn.on + timedelta(days=1)))
