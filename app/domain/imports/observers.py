"""A list of those who observe a body (R5)."""

from __future__ import annotations

from app.domain.imports.entries import Entry, Notes, RowWrong, Verdict
from app.domain.imports.fields import Field
from app.domain.imports.known import Known, KnownObserver
from app.domain.imports.rounds import Round, change_period, check_period, period
from app.domain.imports.timeline import Timeline
from app.domain.imports.writes import ObserverWrite
from app.domain.intervals import Interval, until_last


class ObserversRound(Round):
    """Each person observes for one institution at a time."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._there: dict[tuple[int, int], list[KnownObserver]] = {}
        for one in known.observers:
            self._there.setdefault((one.person, one.institution), []).append(one)
        self._rows: dict[int, Timeline[int]] = {}

    def take(self, entry: Entry) -> Verdict:
        """What one observer's row would do."""
        notes = Notes()
        check_period(entry.from_on, entry.to_on)
        first = entry.from_on or self.known.today
        place = self.places.of(entry, first, notes)
        key = self.people.take(entry.row, entry.name, entry.email, entry.phone, place, notes)
        place = place if place is not None else self._place_of(key)
        observer = self._observer(key, place, entry)
        if observer is None:
            notes.is_new = True
            days = period(self.first_day(entry), entry.to_on)
            self.writes.observers.append(ObserverWrite(None, key, place, days))
        else:
            before = observer.interval
            days = period(entry.from_on or before.from_on, entry.to_on or before.last_on)
            if days != observer.interval:
                change_period(notes, observer.interval, days)
                self.writes.observers.append(ObserverWrite(observer.id, key, place, days))
        self._only_once(entry.row, key, days)
        self.people.tie(key, place)
        if entry.title:
            self.positions.take(
                key, place, entry.title, entry.is_acting, Interval(days.from_on), notes
            )
        return Verdict(
            entry.row,
            notes.outcome,
            self.people.name(key),
            self.places.name(place),
            tuple(notes.told),
        )

    def _place_of(self, key: int) -> int:
        place = self.positions.only_place(key, self.known.today)
        if place is None:
            raise RowWrong(Field.INSTITUTION, "import_institution_missing")
        return place

    def _observer(self, key: int, place: int, entry: Entry) -> KnownObserver | None:
        """The same person's time as observer that the row is about."""
        there = self._there.get((key, place), [])
        asked = until_last(
            entry.from_on or self.known.today, entry.to_on if entry.from_on else None
        )
        there = [one for one in there if one.interval.overlaps(asked)]
        return max(there, key=lambda one: one.interval.from_on, default=None)

    def _only_once(self, row: int, key: int, days: Interval) -> None:
        rows = self._rows.setdefault(key, Timeline())
        if found := rows.meeting(days):
            raise RowWrong(
                Field.NAME, "import_person_twice", name=self.people.name(key), other=found[0]
            )
        rows.add(days, row)
