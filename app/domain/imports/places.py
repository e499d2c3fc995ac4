"""Which institution a row means, and making the one that a list tells enough about (R18)."""

from __future__ import annotations

from datetime import date
from itertools import count

from app.domain.imports.entries import Entry, Notes, RowWrong
from app.domain.imports.fields import Field
from app.domain.imports.known import KnownInstitution
from app.domain.imports.words import USUAL_SECTOR
from app.domain.imports.writes import InstitutionWrite, Writes
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval

_ALIKE = 4
"""Letters that a name must share with another to be taken for a slip of the keys."""


def folded(text: str) -> str:
    """A name without what people type differently: case and spaces."""
    return " ".join(text.casefold().split())


class Places:
    """The institutions of the file, and those that the list brings."""

    def __init__(self, known: tuple[KnownInstitution, ...], writes: Writes) -> None:
        self._known = {one.id: one for one in known}
        self._writes = writes
        self._new = count(-1, -1)
        self._by_name: dict[str, list[int]] = {}
        for one in known:
            for name in {folded(one.name), folded(one.short_name)}:
                self._by_name.setdefault(name, []).append(one.id)
        self._lineage = Lineage(
            InstitutionFacts(one.id, one.name, one.kind, one.lifetime, one.successor)
            for one in known
        )

    def name(self, key: int) -> str:
        """What an institution is called."""
        return self._known[key].name if key in self._known else self._writes.institutions[key].name

    def lifetime(self, key: int) -> Interval:
        """The days that an institution takes part."""
        known = self._known.get(key)
        return self._writes.institutions[key].lifetime if known is None else known.lifetime

    def are_kin(self, one: int, other: int) -> bool:
        """Whether they are the same, or one carries on the other (R8)."""
        return self._lineage.heir_on(one, date.max) == self._lineage.heir_on(other, date.max)

    def find(self, text: str, on: date) -> int | None:
        """The institution of that name or short name that takes part on `on`, else the latest."""
        keys = self._by_name.get(folded(text), [])
        there = [key for key in keys if self.lifetime(key).contains(on)]
        return max(there or keys, key=lambda key: self.lifetime(key).from_on, default=None)

    def of(self, entry: Entry, on: date, notes: Notes) -> int | None:
        """The institution that `entry` names, made where it is new and told about; None for none.

        `RowWrong` when it is not known, or takes part on other days.
        """
        if not entry.institution:
            return None
        key = self.find(entry.institution, on)
        if key is None:
            return self._make(entry, on, notes)
        lifetime = self.lifetime(key)
        if key < 0 and on < lifetime.from_on:  # made by a later row: it is there for both
            self._writes.institutions[key].lifetime = Interval(on)
        elif not lifetime.contains(on):
            raise self._not_there(key, on)
        return key

    def _not_there(self, key: int, on: date) -> RowWrong:
        lifetime, name = self.lifetime(key), self.name(key)
        if on < lifetime.from_on:
            return RowWrong(
                Field.INSTITUTION, "import_institution_later", name=name, from_on=lifetime.from_on
            )
        heir = self._lineage.heir_on(key, on)
        if heir != key:
            successor = self.name(heir)
            return RowWrong(
                Field.INSTITUTION,
                "import_institution_merged",
                name=name,
                last_on=lifetime.last_on,
                successor=successor,
            )
        return RowWrong(
            Field.INSTITUTION, "import_institution_over", name=name, last_on=lifetime.last_on
        )

    def _make(self, entry: Entry, on: date, notes: Notes) -> int:
        if entry.kind is None:
            near = self._near(entry.institution)
            if near is None:
                raise RowWrong(
                    Field.INSTITUTION, "import_institution_unknown", name=entry.institution
                )
            raise RowWrong(
                Field.INSTITUTION, "import_institution_near", name=entry.institution, near=near
            )
        notes.remark("import_makes_institution", name=entry.institution)
        return self.add(entry.institution, entry, Interval(on))

    def add(self, name: str, entry: Entry, lifetime: Interval) -> int:
        """A new institution with what `entry` tells of it."""
        assert entry.kind is not None
        key = next(self._new)
        self._writes.institutions[key] = InstitutionWrite(
            key=key,
            name=name,
            short_name=entry.short_name or name,
            kind=entry.kind,
            sector=entry.sector or USUAL_SECTOR[entry.kind],
            place=entry.place,
            lifetime=lifetime,
        )
        for each in {folded(name), folded(entry.short_name or name)}:
            self._by_name.setdefault(each, []).append(key)
        return key

    def _near(self, text: str) -> str | None:
        """One whose name begins with the same letters, for "Melhuss kommmune"."""
        start = folded(text)[:_ALIKE]
        alike = (one.name for one in self._known.values() if folded(one.name)[:_ALIKE] == start)
        return min(alike, default=None)
