"""Seats that end or stand empty, and whose turn it is (R7–R9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.rotation import Proposal, propose_rotation
from app.domain.vocabulary import SeatState
from app.models import Body
from app.services.roster import SeatRow, seat_facts, seat_rows, term_facts
from app.store.queries.council import rules_on
from app.store.queries.roster import institutions, seats_of

_TO_FILL = (SeatState.ENDING, SeatState.CARRIED_OVER, SeatState.VACANT)


@dataclass(frozen=True, slots=True)
class EndingSeat:
    """A seat to fill; `last_on` is the last day of who sits there, None when nobody does.

    `proposed` is whose turn it is, None where the appointing body chooses; `reasons` say why.
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


def ending_seats(session: Session, body: Body, on: date) -> Iterator[EndingSeat]:
    """The body's seats that end soon, are carried over or stand empty on `on`, by number."""
    rows = [row for row in seat_rows(session, body, on) if row.state in _TO_FILL]
    if not rows:
        return
    proposals = {one.seat.id: one for one in _proposals(session, body, on)}
    for row in rows:
        yield _ending(row, body, proposals.get(row.seat_id))


def _ending(row: SeatRow, body: Body, proposal: Proposal | None) -> EndingSeat:
    named = proposal.institution if proposal is not None else None
    return EndingSeat(
        seat_id=row.seat_id,
        number=row.number,
        body=body.code,
        title=row.title,
        state=row.state,
        institution=row.institution,
        person=row.person.name if row.person is not None else None,
        last_on=row.to_on,
        appointed_by=row.appointed_by,
        proposed=named.name if named is not None else None,
        proposed_from_on=proposal.from_on if proposal is not None else None,
        reasons=proposal.reasons if proposal is not None else (),
    )


def _proposals(session: Session, body: Body, on: date) -> list[Proposal]:
    seats = seats_of(session, body.id)
    rules = rules_on(body, on)
    return propose_rotation(
        [replace(seat_facts(seat, on), rotates_among=seat.rotates_among) for seat in seats],
        [term_facts(term) for seat in seats for term in seat.terms],
        [
            InstitutionFacts(
                row.id, row.name, row.kind, Interval(row.valid_from, row.valid_to), row.successor_id
            )
            for row in institutions(session)
        ],
        on,
        carried_over=rules.seats_carried_over,
        notice_days=max(rules.term_notice_days, default=0),
    )
