"""Which seat of a body a row means, by number or by title, and which of its terms (R2, R7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.imports.entries import Entry, RowWrong
from app.domain.imports.fields import Field
from app.domain.imports.known import Known, KnownSeat, KnownTerm
from app.domain.imports.places import folded
from app.domain.imports.timeline import Timeline
from app.domain.intervals import Interval, until_last

_NUMBER = re.compile(
    r"(?:plass|sete|seat|nr\.?|no\.?|\s)*0*(\d{1,4})(?:\s*[.):-].*|\s+\D.*)?", re.I
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a row puts in a seat, and when; without a day it is about who sits there."""

    institution: int
    person: int | None
    from_on: date | None
    to_on: date | None


class Chairs:
    """The body's seats with their terms, and what rows have claimed of them."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._by_number = {seat.number: seat for seat in known.seats}
        self._by_title: dict[str, list[KnownSeat]] = {}
        for seat in sorted(known.seats, key=lambda seat: seat.number):
            for title in {folded(title) for title in seat.titles}:
                self._by_title.setdefault(title, []).append(seat)
        self._terms = {seat.id: Timeline[KnownTerm]() for seat in known.seats}
        self._claims = {seat.id: Timeline[int]() for seat in known.seats}
        for term in known.terms:
            self._terms[term.seat].add(term.interval, term)

    def candidates(self, entry: Entry, on: date) -> list[KnownSeat]:
        """The seats that the row can mean and that are there on `on`; `RowWrong` for none."""
        if not entry.seat:
            raise RowWrong(Field.SEAT, "import_seat_missing")
        found = self._by_title.get(folded(entry.seat), [])
        if not found and (number := _NUMBER.fullmatch(entry.seat.strip())):
            seat = self._by_number.get(int(number[1]))
            found = [] if seat is None else [seat]
        if not found:
            numbers = tuple(str(number) for number in sorted(self._by_number))
            shown = (f"{numbers[0]}–{numbers[-1]}",) if len(numbers) > 12 else numbers
            raise RowWrong(Field.SEAT, "import_seat_unknown", seat=entry.seat, known=shown)
        there = [seat for seat in found if seat.lifetime.contains(on)]
        if not there:
            raise RowWrong(Field.SEAT, "import_seat_not_there", seat=entry.seat, on=on)
        return there

    def choose(self, seats: list[KnownSeat], holder: Holder) -> tuple[KnownSeat, KnownTerm | None]:
        """Of several seats of one title: where the same one sits, else the first that is free."""
        for seat in seats:
            if (term := self._term(seat, holder, is_same=len(seats) > 1)) is not None:
                return seat, term
        asked = self._asked(holder)
        free = (seat for seat in seats if self._is_free(seat, asked))
        return next(free, seats[0]), None

    def claim(self, seat: KnownSeat, interval: Interval, row: int) -> None:
        """A row has this seat in this period."""
        self._claims[seat.id].add(interval, row)

    def current(self, seat: KnownSeat, on: date) -> KnownTerm | None:
        """Who sits there on `on`."""
        found = self._terms[seat.id].meeting(until_last(on, on))
        return found[0] if found else None

    def _term(self, seat: KnownSeat, holder: Holder, *, is_same: bool) -> KnownTerm | None:
        """The term that a row is about: the same holder's, or the one that began the same day.

        Among several seats only the same holder tells which one is meant.
        """
        terms = self._terms[seat.id]
        beginning = terms.starting(holder.from_on) if holder.from_on is not None else None
        if beginning is not None and (not is_same or _is_of(beginning, holder)):
            return beginning
        same = [term for term in terms.meeting(self._asked(holder)) if _is_of(term, holder)]
        return same[0] if len(same) == 1 or (same and holder.from_on is None) else None

    def _asked(self, holder: Holder) -> Interval:
        if holder.from_on is not None:
            return until_last(holder.from_on, holder.to_on)
        return Interval(self._known.today)

    def _is_free(self, seat: KnownSeat, asked: Interval) -> bool:
        return not self._terms[seat.id].meeting(asked) and not self._claims[seat.id].meeting(asked)


def _is_of(term: KnownTerm, holder: Holder) -> bool:
    """Whether the same institution and person sit there.

    One yet to be named is whoever comes, unless the row says that it begins on another day.
    """
    if term.institution != holder.institution:
        return False
    if term.person is None:
        return holder.person is None or holder.from_on in (None, term.interval.from_on)
    return holder.person in (None, term.person)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A term of a seat as it will be: one of the file's, or a row's."""

    interval: Interval
    row: int | None
    who: str


def clashes(sittings: Iterable[Sitting]) -> list[tuple[int, Sitting]]:
    """Each row of one seat that meets another term there, with that one; the later row is to blame.

    One holder per seat at a time (R7).
    """
    found: list[tuple[int, Sitting]] = []
    last: Sitting | None = None
    for sitting in sorted(sittings, key=lambda one: (one.interval.from_on, one.row or 0)):
        if last is None or not last.interval.overlaps(sitting.interval):
            last = sitting
        else:
            later = max(last, sitting, key=lambda one: one.row or 0)
            last = last if later is sitting else sitting
            found.append((later.row or 0, last))
    return found
