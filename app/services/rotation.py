"""Who should follow in the rotating seats, with everyone who could, side by side (R8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.fairness import Candidate, Turn, candidates
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.reasons import Reason
from app.domain.roster import SeatStanding, seat_state
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import SeatState, Sector
from app.models import Body
from app.services.desk import Desk
from app.services.roster import last_day
from app.store.queries import seat_facts as read
from app.store.queries import turns as facts
from app.store.queries.council import body_by_code, main_body, rules_on
from app.store.queries.seat_facts import BodySeats


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Someone with a position at a candidate; `leads` when it is the office that the seat is for.

    Members are the top leaders of their institutions (R4).
    """

    id: int
    name: str
    title: str
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """One who could follow: what it is compared by; both days of its last turn are inclusive.

    `people` have a position there when the term begins, who leads it first.
    """

    institution_id: int
    institution: str
    short: str
    sits_now: bool
    is_free: bool
    last_from_on: date | None
    last_to_on: date | None
    days: int
    years: float
    inherited_from: tuple[str, ...]
    inherited_short: tuple[str, ...]
    last_hosted_on: date | None
    people: tuple[OfficeHolder, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the screen showed when the user chose: a proposal of a day; `to_on` is inclusive."""

    seat_id: int
    on: date
    from_on: date
    to_on: date | None
    institution_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatProposal:
    """A seat that is open, who should take it, and why; `to_on` is the last day.

    `institution` is None when nobody is free, or when the appointing body chooses freely
    (`is_free_choice`): then `candidates` are those of the seat's sector.
    """

    seat_id: int
    number: int
    title: str
    sector: Sector | None
    appointed_by: str
    state: SeatState
    holder: str | None
    held_to_on: date | None
    from_on: date
    to_on: date | None
    institution_id: int | None
    institution: str | None
    institution_short: str | None
    is_free_choice: bool
    reasons: tuple[Reason, ...]
    candidates: tuple[CandidateRow, ...]

    @property
    def proposed(self) -> CandidateRow | None:
        """The candidate that is proposed."""
        return next((c for c in self.candidates if c.institution_id == self.institution_id), None)

    def seen(self, on: date) -> Seen:
        """This proposal as it was shown for `on`."""
        return Seen(self.seat_id, on, self.from_on, self.to_on, self.institution_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RotationView:
    """The open rotating seats of a body on a day, the first to be filled first."""

    on: date
    body_code: str
    body_name: str
    notice_days: int
    proposals: tuple[SeatProposal, ...]


class RotationService:
    """Reads whose turn it is, as of any date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self, on: date | None = None, body: str | None = None) -> RotationView:
        """The proposals for `body` (the council itself by default) on `on` (today)."""
        with self._desk.reading() as session:
            chosen = main_body(session) if body is None else body_by_code(session, body)
            day = on or self._desk.today(session)
            return RotationView(
                on=day,
                body_code=chosen.code,
                body_name=chosen.short_name,
                notice_days=_notice(chosen, day),
                proposals=seat_proposals(session, chosen, day),
            )


def proposals_of(
    body: Body, known: BodySeats, institutions: Iterable[InstitutionFacts], on: date
) -> list[Proposal]:
    """The rule's answer for one body on `on`, by that day's settings (R8)."""
    return propose_rotation(
        known.seats,
        [term for seat in known.seats for term in known.of(seat.id)],
        institutions,
        on,
        carried_over=rules_on(body, on).seats_carried_over,
        notice_days=_notice(body, on),
    )


def seat_proposals(session: Session, body: Body, on: date) -> tuple[SeatProposal, ...]:
    """The same in words and names, ready to be shown."""
    known = read.seats_by_body(session, [body.id]).get(body.id)
    if known is None:
        return ()
    every = read.institution_facts(session)
    found = proposals_of(body, known, every, on)
    return _Describing(session, body, known, every, on, found).all()


def _notice(body: Body, on: date) -> int:
    return max(rules_on(body, on).term_notice_days, default=0)


class _Describing:
    """Gathers the names and facts for all proposals at once, then describes each."""

    def __init__(
        self,
        session: Session,
        body: Body,
        known: BodySeats,
        every: Sequence[InstitutionFacts],
        on: date,
        proposals: Sequence[Proposal],
    ) -> None:
        self._body, self._known, self._every, self._on = body, known, every, on
        self._proposals, self._lineage = proposals, Lineage(every)
        self._names = facts.institution_names(session)
        self._hosted = self._hosted_by_heir(facts.last_hosted(session, on))
        self._titles = read.seat_titles(session, [one.seat.id for one in proposals], on)
        self._ranked = {one.seat.id: self._candidates(one) for one in proposals}
        self._people = {
            start: facts.people_at(session, self._wanted(start), start)
            for start in {one.from_on for one in proposals}
        }

    def all(self) -> tuple[SeatProposal, ...]:
        """Every proposal, in the rule's order."""
        return tuple(self._describe(one) for one in self._proposals)

    def _describe(self, proposal: Proposal) -> SeatProposal:
        seat, chosen = proposal.seat, proposal.institution
        standing = self._standing(proposal)
        term = standing.term
        return SeatProposal(
            seat_id=seat.id,
            number=seat.number,
            title=self._titles.get(seat.id, ""),
            sector=seat.sector,
            appointed_by=seat.appointed_by,
            state=standing.state,
            holder=self._names[term.institution].short if term else None,
            held_to_on=last_day(term.to_on) if term else None,
            from_on=proposal.from_on,
            to_on=last_day(proposal.to_on),
            institution_id=chosen.id if chosen else None,
            institution=chosen.name if chosen else None,
            institution_short=self._names[chosen.id].short if chosen else None,
            is_free_choice=seat.rotates_among is None,
            reasons=proposal.reasons,
            candidates=tuple(
                self._row(one, proposal.from_on, self._titles.get(seat.id, ""))
                for one in self._ranked[seat.id]
            ),
        )

    def _standing(self, proposal: Proposal) -> SeatStanding:
        return seat_state(
            proposal.seat,
            self._known.of(proposal.seat.id),
            self._on,
            carried_over=rules_on(self._body, self._on).seats_carried_over,
            notice_days=_notice(self._body, self._on),
        )

    def _candidates(self, proposal: Proposal) -> Sequence[Candidate]:
        """Those whom the rule weighed; for a free choice those of the sector, in that order."""
        if proposal.seat.rotates_among is not None:
            return proposal.candidates
        start = proposal.from_on
        terms = [term for seat in self._known.seats for term in self._known.of(seat.id)]
        heirs = {term.id: self._lineage.heir_on(term.institution, start) for term in terms}
        return candidates(
            [
                one
                for one in self._every
                if self._names[one.id].sector is proposal.seat.sector
                and one.lifetime.contains(start)
            ],
            self._lineage,
            [Turn(term.institution, term.interval) for term in terms],
            start,
            sitting={heirs[term.id] for term in terms if term.interval.contains(self._on)},
            taken={heirs[term.id] for term in terms if term.interval.overlaps(proposal.interval)},
        )

    def _row(self, candidate: Candidate, start: date, office: str) -> CandidateRow:
        one = candidate.institution
        people = self._people[start].get(one.id, [])
        return CandidateRow(
            institution_id=one.id,
            institution=one.name,
            short=self._names[one.id].short,
            sits_now=candidate.sits_now,
            is_free=candidate.is_free,
            last_from_on=candidate.last.from_on if candidate.last else None,
            last_to_on=candidate.last_sat_on,
            days=candidate.days,
            years=candidate.years,
            inherited_from=tuple(other.name for other in candidate.inherited_from),
            inherited_short=tuple(
                self._names[other.id].short for other in candidate.inherited_from
            ),
            last_hosted_on=self._hosted.get(one.id),
            people=_leaders_first(people, office),
        )

    def _wanted(self, start: date) -> set[int]:
        return {
            candidate.institution.id
            for one in self._proposals
            if one.from_on == start
            for candidate in self._ranked[one.seat.id]
        }

    def _hosted_by_heir(self, hosted: dict[int, date]) -> dict[int, date]:
        latest: dict[int, date] = {}
        for place, held_on in hosted.items():
            heir = self._lineage.heir_on(place, self._on)
            latest[heir] = max(held_on, latest.get(heir, held_on))
        return latest


def _leaders_first(people: Sequence[tuple[int, str, str]], office: str) -> tuple[OfficeHolder, ...]:
    """Those whose title is what the seat is called come first, and the others by name."""
    found = [
        OfficeHolder(key, name, title, title.casefold() == office.casefold())
        for key, name, title in people
    ]
    return tuple(sorted(found, key=lambda one: not one.leads))
