"""A list of institutions: kind, sector, when they take part, and who came after them (R18)."""

from __future__ import annotations

from app.domain.imports.entries import Entry, Notes, RowWrong, Verdict
from app.domain.imports.fields import Field
from app.domain.imports.known import Known, KnownInstitution
from app.domain.imports.places import folded
from app.domain.imports.rounds import Round, change_period, check_period, period
from app.domain.imports.timeline import Timeline
from app.domain.imports.writes import InstitutionWrite
from app.domain.intervals import Interval, until_last


class InstitutionsRound(Round):
    """Each name once at a time; successors are looked for when every row has its place."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._by_name: dict[str, list[KnownInstitution]] = {}
        for one in known.institutions:
            self._by_name.setdefault(folded(one.name), []).append(one)
        self._rows: dict[str, Timeline[int]] = {}
        self._taken: list[tuple[Entry, InstitutionWrite, Notes]] = []

    def take(self, entry: Entry) -> Verdict:
        """What one institution's row would do, but for its successor."""
        notes = Notes()
        check_period(entry.from_on, entry.to_on)
        if not entry.name:
            raise RowWrong(Field.NAME, "import_institution_nameless")
        known = self._same(entry)
        write = self._new(entry, notes) if known is None else self._changed(entry, known, notes)
        rows = self._rows.setdefault(folded(entry.name), Timeline())
        if found := rows.meeting(write.lifetime):
            raise RowWrong(Field.NAME, "import_person_twice", name=entry.name, other=found[0])
        rows.add(write.lifetime, entry.row)
        self._taken.append((entry, write, notes))
        return _verdict(entry, notes)

    def settle(self) -> None:
        """Who came after whom, among the rows and those that the file has."""
        for entry, write, notes in self._taken:
            try:
                self._follow(entry, write, notes)
            except RowWrong as wrong:
                self.blame(entry.row, wrong)
                continue
            if notes.is_changed and not notes.is_new:
                self.writes.institutions[write.key] = write
            self.verdicts[entry.row] = _verdict(entry, notes)

    def _same(self, entry: Entry) -> KnownInstitution | None:
        """The one of that name: with days of its own, the one that takes part then."""
        there = self._by_name.get(folded(entry.name), [])
        if entry.from_on is not None:
            asked = until_last(entry.from_on, entry.to_on)
            there = [one for one in there if one.lifetime.overlaps(asked)]
        return max(there, key=lambda one: one.lifetime.from_on, default=None)

    def _new(self, entry: Entry, notes: Notes) -> InstitutionWrite:
        if entry.kind is None:
            raise RowWrong(Field.KIND, "import_kind_missing")
        notes.is_new = True
        key = self.places.add(entry.name, entry, period(self.first_day(entry), entry.to_on))
        return self.writes.institutions[key]

    def _changed(self, entry: Entry, known: KnownInstitution, notes: Notes) -> InstitutionWrite:
        before = known.lifetime
        days = period(entry.from_on or before.from_on, entry.to_on or before.last_on)
        self._check_alone(known, days)
        write = InstitutionWrite(
            key=known.id,
            name=entry.name,
            short_name=entry.short_name or known.short_name,
            kind=entry.kind or known.kind,
            sector=entry.sector or known.sector,
            place=entry.place or known.place,
            lifetime=days,
            successor=known.successor,
        )
        for field in (Field.NAME, Field.SHORT_NAME, Field.KIND, Field.SECTOR, Field.PLACE):
            old, new = getattr(known, field.value), getattr(write, field.value)
            if old != new:
                notes.change(field, old, new)
        change_period(notes, before, days)
        return write

    def _check_alone(self, known: KnownInstitution, days: Interval) -> None:
        for other in self._by_name[folded(known.name)]:
            if other.id != known.id and other.lifetime.overlaps(days):
                raise RowWrong(Field.FROM_ON, "import_institution_overlaps", name=known.name)

    def _follow(self, entry: Entry, write: InstitutionWrite, notes: Notes) -> None:
        """Set the successor that the row names."""
        if not entry.successor:
            return
        end = write.lifetime.to_on
        if end is None:
            raise RowWrong(Field.SUCCESSOR, "import_successor_needs_end", name=entry.successor)
        key = self.places.find(entry.successor, end)
        if key is None:
            raise RowWrong(Field.SUCCESSOR, "import_successor_unknown", name=entry.successor)
        if key == write.key:
            raise RowWrong(Field.SUCCESSOR, "import_successor_itself", name=entry.successor)
        if key != write.successor:
            before = self.places.name(write.successor) if write.successor is not None else ""
            notes.change(Field.SUCCESSOR, before, self.places.name(key))
            write.successor = key


def _verdict(entry: Entry, notes: Notes) -> Verdict:
    told = () if notes.is_new else tuple(notes.told)
    return Verdict(entry.row, notes.outcome, entry.name, "", told)
