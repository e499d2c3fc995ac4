"""Writes what a list came to into the rows of the file, within one unit of work."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.imports.known import KnownTerm
from app.domain.imports.writes import (
    InstitutionWrite,
    ObserverWrite,
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
Row = TypeVar("Row")
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
    """Stores the writes of one list; new keys become rows first, so that others can refer to them.

    `terms` are those that the file has, as the list was held against them.
    """

    def __init__(
        self, session: Session, writes: Writes, body_id: int, terms: Iterable[KnownTerm]
    ) -> None:
        self._session = session
        self._writes = writes
        self._body_id = body_id
        self._before = {term.id: term.interval for term in terms}
        self._institutions: dict[int, int] = {}
        self._people: dict[int, int] = {}
        self._done = 0

    def store(self) -> Storing:
        """Write everything, and tell how far it has come."""
        yield from self._store_institutions()
        yield from self._store_people()
        yield from self._store_positions()
        yield from self._store_terms()
        yield from self._store_observers()

    def _store_institutions(self) -> Storing:
        writes = self._writes.institutions
        rows = self._rows(Institution, (key for key in writes if key > 0))
        for key, write in writes.items():
            row = rows.get(key) or Institution()
            _fill_institution(row, write)
            if key < 0:
                self._session.add(row)
                rows[key] = row
        yield from self._flushed(len(writes))
        self._institutions = {key: row.id for key, row in rows.items()}
        for key, write in writes.items():
            if write.successor is not None:
                rows[key].successor_id = self._institution(write.successor)
        self._session.flush()

    def _store_people(self) -> Storing:
        writes = self._writes.people
        rows = self._rows(Person, (key for key in writes if key > 0))
        for some in _chunks(writes.items()):
            for key, write in some:
                row = rows.get(key) or Person()
                row.name, row.email, row.phone = write.name, write.email, write.phone
                if key < 0:
                    self._session.add(row)
                    rows[key] = row
            yield from self._flushed(len(some))
        self._people = {key: row.id for key, row in rows.items()}

    def _store_positions(self) -> Storing:
        writes = self._writes.positions
        rows = self._rows(Position, (write.id for write in writes if write.id is not None))
        for some in _chunks(writes):
            for write in some:
                row = rows.get(write.id or 0) or Position(
                    person_id=self._person(write.person),
                    institution_id=self._institution(write.institution),
                )
                _fill_position(row, write)
                if write.id is None:
                    self._session.add(row)
            yield from self._flushed(len(some))

    def _store_terms(self) -> Storing:
        """Terms that change are first cut to what they keep, so that none ever meets another."""
        changed = [write for write in self._writes.terms if write.id is not None]
        rows = self._rows(Term, (write.id for write in changed if write.id is not None))
        for write in changed:
            assert write.id is not None
            kept = _shared(self._before[write.id], write.interval)
            rows[write.id].start_on, rows[write.id].end_on = kept.from_on, kept.to_on
        self._session.flush()
        for some in _chunks(self._writes.terms):
            made = [(self._term(write, rows), write) for write in some]
            yield from self._flushed(len(some))
            for row, write in made:
                self._store_deputies(row, write)
            self._session.flush()

    def _term(self, write: TermWrite, rows: dict[int, Term]) -> Term:
        row = rows.get(write.id or 0) or Term(seat_id=write.seat)
        row.institution_id = self._institution(write.institution)
        row.person_id = None if write.person is None else self._person(write.person)
        row.start_on, row.end_on = write.interval.from_on, write.interval.to_on
        if write.id is None:
            self._session.add(row)
        return row

    def _store_deputies(self, row: Term, write: TermWrite) -> None:
        if write.deputies is None:
            return
        if write.id is not None:
            self._session.execute(delete(TermDeputy).where(TermDeputy.term_id == row.id))
        for rank, key in enumerate(write.deputies, 1):
            self._session.add(TermDeputy(term_id=row.id, person_id=self._person(key), rank=rank))

    def _store_observers(self) -> Storing:
        writes = self._writes.observers
        rows = self._rows(Observer, (write.id for write in writes if write.id is not None))
        for some in _chunks(writes):
            for write in some:
                row = rows.get(write.id or 0) or Observer(
                    body_id=self._body_id,
                    person_id=self._person(write.person),
                    institution_id=self._institution(write.institution),
                )
                _fill_days(row, write)
                if write.id is None:
                    self._session.add(row)
            yield from self._flushed(len(some))

    def _flushed(self, count: int) -> Storing:
        self._session.flush()
        self._done += count
        yield Progress(self._done, max(len(self._writes), 1), Reason("storing_rows"))

    def _rows(self, model: type[Row], keys: Iterable[int]) -> dict[int, Row]:
        """The file's own rows by key."""
        found: dict[int, Row] = {}
        key_of: Any = model
        for some in _chunks(keys):
            query = select(model).where(key_of.id.in_(some))
            found |= {row.id: row for row in self._session.scalars(query)}  # type: ignore[attr-defined]
        return found

    def _institution(self, key: int) -> int:
        return self._institutions[key] if key < 0 else key

    def _person(self, key: int) -> int:
        return self._people[key] if key < 0 else key


def _fill_institution(row: Institution, write: InstitutionWrite) -> None:
    row.name, row.short_name = write.name, write.short_name
    row.kind, row.sector, row.meeting_place = write.kind, write.sector, write.place
    row.valid_from, row.valid_to = write.lifetime.from_on, write.lifetime.to_on


def _fill_position(row: Position, write: PositionWrite) -> None:
    row.title, row.is_acting = write.title, write.is_acting
    row.valid_from, row.valid_to = write.interval.from_on, write.interval.to_on


def _fill_days(row: Observer, write: ObserverWrite) -> None:
    row.valid_from, row.valid_to = write.interval.from_on, write.interval.to_on


def _shared(one: Interval, other: Interval) -> Interval:
    """The days of both; a term that a row is about always shares some."""
    ends = [end for end in (one.to_on, other.to_on) if end is not None]
    return Interval(max(one.from_on, other.from_on), min(ends, default=None))


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while some := list(islice(waiting, AT_A_TIME)):
        yield some
