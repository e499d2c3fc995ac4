"""Seats that end or stand empty, and whose turn it is (R7–R9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.reasons import Reason
from app.domain.roster import SeatFacts, SeatStanding, seat_state, seats_on
from app.domain.rotation import Proposal
from app.domain.vocabulary import SeatKind, SeatState
from app.models import Body
from app.services.roster import last_day
from app.services.rotation import proposals_of
from app.store.queries import seat_facts as read
from app.store.queries.council import rules_on
from app.store.queries.seat_facts import BodySeats
from app.store.queries.turns import institution_names

_TO_FILL = (SeatState.ENDING, SeatState.CARRIED_OVER, SeatState.VACANT)


@dataclass(frozen=True, slots=True)
class EndingSeat:
    """A seat to fill; `last_on` is the last day of who sits there, None when nobody does.

    `proposed` is whose turn it is, by its short name, None where the appointing body chooses;
    `reasons` say why.
    """

    seat_id: int
    number: int
    body: str
    title: str
    state: SeatState
    institution: str | None
    person: str | None
    last_on: date | None
    appointed_by: str
    proposed: str | None
    proposed_from_on: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SeatNow:
    """A seat and how it stands on a day."""

    body: Body
    seat: SeatFacts
    standing: SeatStanding

    @property
    def has_holder(self) -> bool:
        """Whether a person sits in it, or is carried over."""
        return self.standing.term is not None and self.standing.term.person is not None


def seats_now(session: Session, every: Iterable[Body], on: date) -> list[SeatNow]:
    """How every seat that the bodies have on `on` stands, body by body and by number (R7)."""
    chosen = list(every)
    known = read.seats_by_body(session, [body.id for body in chosen])
    return [
        now for body in chosen if body.id in known for now in _standings(body, known[body.id], on)
    ]


def ending_seats(
    session: Session, every: Iterable[Body], main: Body, on: date
) -> tuple[EndingSeat, ...]:
    """The seats that end soon, are carried over, or stand empty on `on`.

    Of other bodies than `main` only those that somebody sits in: not every place in a wide
    assembly is ever filled.
    """
    chosen = list(every)
    known = read.seats_by_body(session, [body.id for body in chosen])
    found = [
        now
        for now in _all_standings(chosen, known, on)
        if now.standing.state in _TO_FILL
        and (now.body.id == main.id or now.standing.state is not SeatState.VACANT)
    ]
    if not found:
        return ()
    proposals = _proposals(session, found, known, on)
    titles = read.seat_titles(session, [now.seat.id for now in found], on)
    terms = [now.standing.term for now in found if now.standing.term is not None]
    people = read.names_of_people(session, [term.person for term in terms if term.person])
    places = read.names_of_institutions(session, [term.institution for term in terms])
    short = {key: name.short for key, name in institution_names(session).items()}
    return tuple(
        _ending(now, titles, people, places, proposals.get(now.seat.id), short) for now in found
    )


def _all_standings(
    every: Iterable[Body], known: Mapping[int, BodySeats], on: date
) -> list[SeatNow]:
    return [
        now for body in every if body.id in known for now in _standings(body, known[body.id], on)
    ]


def _standings(body: Body, known: BodySeats, on: date) -> list[SeatNow]:
    rules = rules_on(body, on)
    notice = max(rules.term_notice_days, default=0)
    carried = rules.seats_carried_over
    return [
        SeatNow(
            body,
            seat,
            seat_state(seat, known.of(seat.id), on, carried_over=carried, notice_days=notice),
        )
        for seat in seats_on(known.seats, on)
    ]


def _ending(
    now: SeatNow,
    titles: dict[int, str],
    people: dict[int, str],
    places: dict[int, str],
    proposal: Proposal | None,
    short: dict[int, str],
) -> EndingSeat:
    term = now.standing.term
    named = proposal.institution if proposal is not None else None
    return EndingSeat(
        seat_id=now.seat.id,
        number=now.seat.number,
        body=now.body.code,
        title=titles.get(now.seat.id, ""),
        state=now.standing.state,
        institution=places.get(term.institution) if term is not None else None,
        person=people.get(term.person) if term is not None and term.person else None,
        last_on=last_day(term.to_on) if term is not None else None,
        appointed_by=now.seat.appointed_by,
        proposed=short[named.id] if named is not None else None,
        proposed_from_on=proposal.from_on if proposal is not None else None,
        reasons=proposal.reasons if proposal is not None else (),
    )


def _proposals(
    session: Session, found: list[SeatNow], known: Mapping[int, BodySeats], on: date
) -> dict[int, Proposal]:
    """Whose turn it is in each rotating seat that is to be filled (R8)."""
    rotating = {now.body.id: now.body for now in found if now.seat.kind is SeatKind.ROTATING}
    if not rotating:
        return {}
    every = read.institution_facts(session)
    proposals: dict[int, Proposal] = {}
    for key, body in rotating.items():
        for proposal in proposals_of(body, known[key], every, on):
            proposals[proposal.seat.id] = proposal
    return proposals
