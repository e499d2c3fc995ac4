"""What every list has in common: whom a row is about, where, and from which day on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date

from app.domain.imports.entries import Entry, Notes, RowWrong, Trouble, Verdict
from app.domain.imports.fields import Field
from app.domain.imports.known import Known
from app.domain.imports.people import People
from app.domain.imports.places import Places
from app.domain.imports.positions import Positions
from app.domain.imports.writes import Writes
from app.domain.intervals import Interval, until_last


class Round(ABC):
    """One passage through the rows that are not known to be wrong, over what the file holds."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.writes = Writes()
        self.places = Places(known.institutions, self.writes)
        self.people = People(known.people, self._ties(), self.writes)
        self.positions = Positions(known.positions, self.writes)
        self.verdicts: dict[int, Verdict] = {}
        self.wrong: dict[int, Trouble] = {}

    def run(self, entries: Sequence[Entry]) -> None:
        """Decide on each row in turn, then on what they come to together."""
        for entry in entries:
            try:
                self.verdicts[entry.row] = self.take(entry)
            except RowWrong as wrong:
                self.wrong[entry.row] = wrong.trouble
        self.settle()

    @abstractmethod
    def take(self, entry: Entry) -> Verdict:
        """What one row would do; `RowWrong` when it cannot be taken."""

    def settle(self) -> None:
        """What shows only when all rows are known; nothing in most lists."""
        return

    def blame(self, row: int, wrong: RowWrong) -> None:
        """A row turns out wrong after all."""
        self.wrong.setdefault(row, wrong.trouble)

    def first_day(self, entry: Entry) -> date:
        """The day that a row gives, else the one for rows that give none."""
        if entry.from_on is not None:
            return entry.from_on
        if self.known.start_on is None:
            raise RowWrong(Field.FROM_ON, "import_from_missing")
        return self.known.start_on

    def _ties(self) -> set[tuple[int, int]]:
        known = self.known
        return {
            *known.ties,
            *((one.person, one.institution) for one in known.positions),
            *((one.person, one.institution) for one in known.observers),
            *((one.person, one.institution) for one in known.terms if one.person is not None),
            *((key, one.institution) for one in known.terms for key in one.deputies),
        }


def check_period(first: date | None, last: date | None) -> None:
    """`RowWrong` when the last day lies before the first."""
    if first is not None and last is not None and last < first:
        raise RowWrong(Field.TO_ON, "import_ends_before_start", from_on=first, to_on=last)


def period(first: date, last: date | None) -> Interval:
    """From the first day to the last, both inclusive; `RowWrong` the other way round."""
    check_period(first, last)
    return until_last(first, last)


def change_period(notes: Notes, before: Interval, after: Interval) -> None:
    """Tell of the days that will be others."""
    if before.from_on != after.from_on:
        notes.change(Field.FROM_ON, before.from_on, after.from_on)
    if before.to_on != after.to_on:
        notes.change(Field.TO_ON, before.last_on, after.last_on)
