"""Writes what a list came to into the rows of the file, within one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from itertools import count, islice
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.domain.imports.known import KnownTerm
from app.domain.imports.writes import (
    InstitutionWrite,
    ObserverWrite,
    PersonWrite,
    PositionWrite,
    TermWrite,
    Writes,
)
from app.domain.intervals import Interval
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.models import Institution, Observer, Person, Position, Term, TermDeputy
from app.services.changes import Kind

AT_A_TIME = 500
"""Rows between two words about how far the storing has come."""

T = TypeVar("T")
Values = dict[str, Any]
Storing = Generator[Progress, None, None]


def kinds_of(writes: Writes) -> frozenset[Kind]:
    """What looks different once this is stored."""
    found: set[Kind] = set()
    if writes.institutions:
        found |= {Kind.INSTITUTION, Kind.TERM, Kind.MEETING}
    if writes.people or writes.positions or writes.observers:
        found |= {Kind.PERSON, Kind.TERM}
    if writes.terms:
        found |= {Kind.TERM, Kind.PERSON}
    return frozenset(found)


class Storer:
    """Stores the writes of one list; new rows get their numbers here, so that many go in at once.

    Nobody else writes meanwhile. `terms` are those that the file has, as the list was held
    against them.
    """

    def __init__(
        self, session: Session, writes: Writes, body_id: int, terms: Iterable[KnownTerm]
    ) -> None:
        self._session = session
        self._writes = writes
        self._body_id = body_id
        self._before = {term.id: term.interval for term in terms}
        self._institutions = self._numbered(Institution, writes.institutions)
        self._people = self._numbered(Person, writes.people)
        self._done = 0

    def store(self) -> Storing:
        """Write everything, and tell how far it has come."""
        yield from self._store_institutions()
        yield from self._store_people()
        writes = self._writes
        yield from self._store_dated(Position, writes.positions, self._position)
        yield from self._store_terms()
        yield from self._store_dated(Observer, writes.observers, self._observer)

    def _store_institutions(self) -> Storing:
        """Successors come last: one may be new itself."""
        writes = self._writes.institutions
        changed = {key: _institution(write) for key, write in writes.items() if key > 0}
        new = [
            {"id": self._institution(key), **_institution(write)}
            for key, write in writes.items()
            if key < 0
        ]
        yield from self._put(Institution, changed, new)
        followed = {
            self._institution(key): {"successor_id": self._institution(write.successor)}
            for key, write in writes.items()
            if write.successor is not None
        }
        self._change(Institution, followed)
        self._session.flush()

    def _store_people(self) -> Storing:
        writes = self._writes.people
        changed = {key: _person(write) for key, write in writes.items() if key > 0}
        new = [
            {"id": self._person(key), **_person(write)} for key, write in writes.items() if key < 0
        ]
        yield from self._put(Person, changed, new)

    def _store_dated(
        self, model: type[Any], writes: Iterable[T], values: Callable[[T], Values]
    ) -> Storing:
        """Positions and observers: whose and where they are never changes."""
        changed: dict[int, Values] = {}
        new: list[Values] = []
        for write in writes:
            made = values(write)
            key = made.pop("id")
            if key is None:
                new.append(made)
            else:
                changed[key] = made
        yield from self._put(model, changed, new)

    def _store_terms(self) -> Storing:
        """Terms that change are first cut to what they keep, so that none ever meets another."""
        changed = {write.id: write for write in self._writes.terms if write.id is not None}
        cut = {key: _shared(self._before[key], write.interval) for key, write in changed.items()}
        self._change(
            Term,
            {key: {"start_on": kept.from_on, "end_on": kept.to_on} for key, kept in cut.items()},
        )
        self._session.flush()
        following = self._next(Term)
        keyed = [
            (write.id if write.id is not None else following + place, write)
            for place, write in enumerate(self._writes.terms)
        ]
        new = [{"id": key, **self._term(write)} for key, write in keyed if write.id is None]
        yield from self._put(Term, {key: self._term(write) for key, write in changed.items()}, new)
        self._store_deputies(keyed)

    def _store_deputies(self, keyed: Iterable[tuple[int, TermWrite]]) -> None:
        named = [(key, write) for key, write in keyed if write.deputies is not None]
        for some in _chunks(key for key, write in named if write.id is not None):
            self._session.execute(delete(TermDeputy).where(TermDeputy.term_id.in_(some)))
        rows = [
            {"term_id": key, "person_id": self._person(person), "rank": rank}
            for key, write in named
            for rank, person in enumerate(write.deputies or (), 1)
        ]
        if rows:
            self._session.execute(insert(TermDeputy), rows)

    def _put(self, model: type[Any], changed: Mapping[int, Values], new: list[Values]) -> Storing:
        """Change these rows and add those, some at a time."""
        for some in _chunks(changed.items()):
            self._change(model, dict(some))
            self._session.flush()
            yield self._progress(len(some))
        for rows in _chunks(new):
            self._session.execute(insert(model), rows)
            yield self._progress(len(rows))

    def _change(self, model: type[Any], changed: Mapping[int, Values]) -> None:
        for some in _chunks(changed):
            for row in self._session.scalars(select(model).where(model.id.in_(some))):
                for name, value in changed[row.id].items():
                    setattr(row, name, value)

    def _progress(self, count: int) -> Progress:
        self._done += count
        return Progress(self._done, max(len(self._writes), 1), Reason("storing_rows"))

    def _numbered(self, model: type[Any], keys: Iterable[int]) -> dict[int, int]:
        """The numbers that new rows will have, in the order in which they came."""
        return dict(zip((key for key in keys if key < 0), count(self._next(model)), strict=False))

    def _next(self, model: type[Any]) -> int:
        return (self._session.scalar(select(func.max(model.id))) or 0) + 1

    def _institution(self, key: int) -> int:
        return self._institutions[key] if key < 0 else key

    def _person(self, key: int) -> int:
        return self._people[key] if key < 0 else key

    def _position(self, write: PositionWrite) -> Values:
        return {
            "id": write.id,
            "person_id": self._person(write.person),
            "institution_id": self._institution(write.institution),
            "title": write.title,
            "is_acting": write.is_acting,
            "valid_from": write.interval.from_on,
            "valid_to": write.interval.to_on,
        }

    def _observer(self, write: ObserverWrite) -> Values:
        return {
            "id": write.id,
            "body_id": self._body_id,
            "person_id": self._person(write.person),
            "institution_id": self._institution(write.institution),
            "valid_from": write.interval.from_on,
            "valid_to": write.interval.to_on,
        }

    def _term(self, write: TermWrite) -> Values:
        return {
            "seat_id": write.seat,
            "institution_id": self._institution(write.institution),
            "person_id": None if write.person is None else self._person(write.person),
            "start_on": write.interval.from_on,
            "end_on": write.interval.to_on,
        }


def _institution(write: InstitutionWrite) -> Values:
    return {
        "name": write.name,
        "short_name": write.short_name,
        "kind": write.kind,
        "sector": write.sector,
        "meeting_place": write.place,
        "valid_from": write.lifetime.from_on,
        "valid_to": write.lifetime.to_on,
    }


def _person(write: PersonWrite) -> Values:
    return {"name": write.name, "email": write.email, "phone": write.phone}


def _shared(one: Interval, other: Interval) -> Interval:
    """The days of both; a term that a row is about always shares some."""
    ends = [end for end in (one.to_on, other.to_on) if end is not None]
    return Interval(max(one.from_on, other.from_on), min(ends, default=None))


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while some := list(islice(waiting, AT_A_TIME)):
        yield some
