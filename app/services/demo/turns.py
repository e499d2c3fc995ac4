"""Whose turn it is: the rotating seats and the hosts, by the program's own rules (R8, R17, R18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.hosts import HostTurn, propose_hosts
from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.mergers import MergedTerm, terms_ended_by_merger
from app.domain.roster import SeatFacts, TermFacts
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import InstitutionKind, SeatKind, TermEnd
from app.services.demo.frame import Frame
from app.services.demo.setting import Setting
from app.services.profiles.shape import SeatSpec

FIRST_HOLDERS = ("Rissa", "Stjørdal", "Malvik", "Skaun")
"""Who sat first in seats 6 to 9; the plan itself named no order."""

OVERRIDES = {
    7: "Kommunen som sto for tur, ba om å vente på grunn av kommunesammenslåing i nabokommunene.",
    1: "Kommunen som sto for tur, ønsket å vente til den hadde ansatt ny toppleder.",
}
"""Years before the last one when seat 7 went to the second in line, and the reason (R8)."""

HOST_ORDER = (
    "Trondheim",
    "Klæbu",
    "Melhus",
    "Stjørdal",
    "Rissa",
    "Malvik",
    "Leksvik",
    "Skaun",
    "Orkdal",
    "Midtre Gauldal",
)
"""Who hosted before the demo begins, in that order."""

SWAP_REASON = "Byttet tur med {name}, som bygde om rådhuset."
_SWAP = 5
"""Which host turn was swapped, counted from the first."""


@dataclass(frozen=True, slots=True)
class SeatTerm:
    """An institution's term in a seat, before anyone says who the person is."""

    seat: int
    institution: int
    interval: Interval
    ended: TermEnd | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Hosting:
    """Who hosts on a day, and why it is not the one whose turn it was."""

    on: date
    institution: int
    reason: str = ""


def rotating_terms(
    frame: Frame, setting: Setting, seats: Sequence[SeatSpec]
) -> tuple[SeatTerm, ...]:
    """The terms of the seats that municipalities take in turns; two change every year (R2, R8)."""
    return _Rotation(frame, setting, seats).run()


class _Rotation:
    """Carries the seats from the first year to the last, one New Year at a time."""

    def __init__(self, frame: Frame, setting: Setting, seats: Sequence[SeatSpec]) -> None:
        self._frame, self._setting = frame, setting
        self._seats = [
            SeatFacts(
                seat.number,
                seat.number,
                seat.titles[0].title,
                kind=SeatKind.ROTATING,
                term_years=seat.term_years,
                rotates_among=seat.rotates_among,
            )
            for seat in seats
        ]
        self._terms: list[TermFacts] = []
        self._reasons: dict[int, str] = {}
        self._last_year = frame.today.year

    def run(self) -> tuple[SeatTerm, ...]:
        self._begin()
        for year in range(self._frame.first_year + 1, self._last_year + 1):
            self._merge(date(year, 1, 1))
            self._renew(year)
        return tuple(
            SeatTerm(
                term.seat,
                term.institution,
                term.interval,
                term.ended or (TermEnd.RAN_OUT if self._is_over(term) else None),
                self._reasons.get(term.id, ""),
            )
            for term in sorted(self._terms, key=lambda term: (term.seat, term.from_on))
        )

    def _is_over(self, term: TermFacts) -> bool:
        return term.to_on is not None and term.to_on <= self._frame.today

    def _changes_in(self, seat: SeatFacts, year: int) -> bool:
        """The two lowest seats begin the year before the last one, the two others in it."""
        is_early = seat in self._seats[:2]
        return (self._last_year - year) % 2 == (1 if is_early else 0)

    def _begin(self) -> None:
        start_on, year = self._frame.start_on, self._frame.first_year
        taken: set[int] = set()
        for seat, name in zip(self._seats, FIRST_HOLDERS, strict=True):
            wanted = self._setting.lineage.heir_on(self._setting.called(name), start_on)
            rest = [one for one in self._setting.municipalities(start_on) if one not in taken]
            holder = wanted if wanted in rest else rest[0]
            taken.add(holder)
            length = 2 if self._changes_in(seat, year) else 1
            self._add(seat.number, holder, Interval(start_on, date(year + length, 1, 1)))

    def _add(self, seat: int, institution: int, interval: Interval, reason: str = "") -> None:
        number = len(self._terms) + 1
        self._terms.append(TermFacts(number, seat, institution, interval))
        if reason:
            self._reasons[number] = reason

    def _merge(self, on: date) -> None:
        """R18: the heir takes the seat over for the rest of the term, else it is vacant."""
        for merged in terms_ended_by_merger(self._terms, self._setting.facts):
            if merged.ends_on == on:
                self._end_by_merger(merged)

    def _end_by_merger(self, merged: MergedTerm) -> None:
        term, rest = merged.term, merged.term.to_on
        at = self._terms.index(term)
        cut = Interval(term.from_on, merged.ends_on)
        self._terms[at] = replace(term, interval=cut, ended=TermEnd.MERGER)
        if merged.heir is not None and rest is not None:
            self._add(term.seat, merged.heir, Interval(merged.ends_on, rest))

    def _renew(self, year: int) -> None:
        """The seats whose time it is, one by one, since one choice bears on the next."""
        for seat in self._seats:
            if not self._changes_in(seat, year):
                continue
            proposal = self._proposal(seat, year)
            if proposal is None or proposal.institution is None:
                continue
            chosen, reason = self._chosen(proposal, seat, year)
            self._add(seat.number, chosen, Interval(date(year, 1, 1), date(year + 2, 1, 1)), reason)

    def _proposal(self, seat: SeatFacts, year: int) -> Proposal | None:
        asked_on = date(year - 1, 12, 1)
        every = propose_rotation(
            self._seats, self._terms, self._setting.facts, asked_on, notice_days=60
        )
        return next((one for one in every if one.seat.number == seat.number), None)

    def _chosen(self, proposal: Proposal, seat: SeatFacts, year: int) -> tuple[int, str]:
        assert proposal.institution is not None
        free = [one.institution for one in proposal.candidates if one.is_free]
        reason = OVERRIDES.get(self._last_year - year, "")
        if seat is self._seats[1] and reason and len(free) > 1:
            return free[1].id, reason
        return proposal.institution.id, ""


def hostings(
    frame: Frame,
    setting: Setting,
    days: Sequence[date],
    *,
    without: Sequence[str] = (),
    last: str = "Skaun",
    swapped: bool = True,
) -> tuple[Hosting, ...]:
    """Hosts for `days` by the rule on turns; one turn is swapped, and evens itself out (R18).

    What went before the first year is chosen so that `last` hosts on the last day, when it can.
    """
    left_out = {setting.called(name) for name in without}
    pool = [one for one in setting.facts if _is_host(one, left_out)]
    found: tuple[Hosting, ...] = ()
    for shift in range(len(HOST_ORDER)):
        order = [*HOST_ORDER[shift:], *HOST_ORDER[:shift]]
        before = _before(frame, setting, [name for name in order if name not in without])
        made = _hostings(before, pool, days, swapped=swapped)
        found = found or made
        if made and setting.short(made[-1].institution) == last:
            return made
    return found


def _is_host(one: InstitutionFacts, left_out: set[int]) -> bool:
    return one.kind is InstitutionKind.MUNICIPALITY and one.id not in left_out


def _before(frame: Frame, setting: Setting, order: Sequence[str]) -> list[HostTurn]:
    year = frame.first_year - len(order)
    return [
        HostTurn(setting.called(name), date(year + place, 5, 1)) for place, name in enumerate(order)
    ]


def _hostings(
    before: list[HostTurn],
    pool: Sequence[InstitutionFacts],
    days: Sequence[date],
    *,
    swapped: bool,
) -> tuple[Hosting, ...]:
    turns, made = list(before), list[Hosting]()
    for place, on in enumerate(days):
        proposal = propose_hosts(turns, pool, [on])[0]
        assert proposal.host is not None
        host, reason = proposal.host, ""
        if swapped and place == _SWAP and len(proposal.candidates) > 1:
            reason = SWAP_REASON.format(name=host.name)
            host = proposal.candidates[1].institution
        turns.append(HostTurn(host.id, on))
        made.append(Hosting(on, host.id, reason))
    return tuple(made)


def next_host(frame: Frame, setting: Setting, past: Sequence[tuple[date, int]]) -> str:
    """Who hosts after the last day of `past`, by the same rule."""
    turns = [HostTurn(institution, on) for on, institution in past]
    proposal = propose_hosts(turns, setting.facts, [frame.today])[0]
    return proposal.host.name if proposal.host is not None else ""
