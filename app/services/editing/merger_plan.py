"""What a merger will do to the seats, in the words of the roster (R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.institutions import Lineage
from app.domain.intervals import Interval
from app.domain.merger_moves import Chair, ChairMove, Move, merger_moves
from app.models import Body, Institution, Seat, Term
from app.services.roster import last_day, seat_title, term_facts
from app.store.queries.council import bodies
from app.store.queries.roster import seats_of
from app.store.queries.seat_facts import institution_facts

_NOT_YET = 0
"""Stands for a successor that has no key before it is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMove:
    """One line of what will change; days are inclusive."""

    move: Move
    body: str
    seat_id: int
    seat: str
    term_id: int | None
    institution: str
    person: str
    to_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergerPreview:
    """Everything that a merger will change, before it is stored."""

    ended: tuple[str, ...]
    successor: str
    on: date
    moves: tuple[SeatMove, ...]
    observers: tuple[str, ...]
    positions: int
    hosted: tuple[date, ...]


def seat_moves(
    session: Session, ended: Sequence[Institution], heir: Institution | None, on: date
) -> tuple[SeatMove, ...]:
    """What happens to the seats of every body, in their order."""
    lineage = Lineage(institution_facts(session))
    names = {one.id: one for one in [*ended, *([] if heir is None else [heir])]}
    key = _NOT_YET if heir is None else heir.id
    found: list[SeatMove] = []
    for body in bodies(session):
        seats = {seat.id: seat for seat in seats_of(session, body.id)}
        chairs = [_chair(seat, lineage, names, on) for seat in seats.values()]
        terms = {term.id: term for seat in seats.values() for term in seat.terms}
        facts = [term_facts(term) for term in terms.values()]
        gone = {one.id for one in ended}
        for move in merger_moves(chairs, facts, gone, key, on):
            found.append(_line(body, seats[move.chair], move, terms, on))
    return tuple(found)


def office_of(title: str, owners: Iterable[Institution], instead: str = "") -> str:
    """A seat's title with another name where it bore its owner's: `Ordfører i Rissa`."""
    for owner in owners:
        for name in (owner.name, owner.short_name):
            title = title.replace(name, instead)
    return title


def _chair(seat: Seat, lineage: Lineage, names: dict[int, Institution], on: date) -> Chair:
    before = on - timedelta(days=1)
    owner = None if seat.institution_id is None else lineage.heir_on(seat.institution_id, before)
    known = names.get(owner) if owner is not None else None
    return Chair(
        id=seat.id,
        number=seat.number,
        lifetime=Interval(seat.valid_from, seat.valid_to),
        owner=owner,
        office=office_of(seat_title(seat, on), [known] if known is not None else []),
    )


def _line(body: Body, seat: Seat, move: ChairMove, terms: dict[int, Term], on: date) -> SeatMove:
    term = terms[move.term.id] if move.term is not None else None
    return SeatMove(
        move=move.move,
        body=body.short_name,
        seat_id=seat.id,
        seat=seat_title(seat, on - timedelta(days=1)),
        term_id=None if term is None else term.id,
        institution="" if term is None else term.institution.short_name,
        person="" if term is None or term.person is None else term.person.name,
        to_on=None if term is None else last_day(term.end_on),
    )
