"""A list of people: who is new, and whose contact details or titles change (R4, R52)."""

from __future__ import annotations

from app.domain.imports.entries import Entry, Notes, RowWrong, Verdict
from app.domain.imports.fields import Field
from app.domain.imports.known import Known
from app.domain.imports.rounds import Round, check_period, period


class PersonsRound(Round):
    """Each person once; a title begins on the row's first day, else on the day of the import."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._rows: dict[int, int] = {}

    def take(self, entry: Entry) -> Verdict:
        """What one person's row would do."""
        notes = Notes()
        check_period(entry.from_on, entry.to_on)
        first = entry.from_on or self.known.today
        place = self.places.of(entry, first, notes)
        key = self.people.take(entry.row, entry.name, entry.email, entry.phone, place, notes)
        if (other := self._rows.setdefault(key, entry.row)) != entry.row:
            raise RowWrong(
                Field.NAME, "import_person_twice", name=self.people.name(key), other=other
            )
        if place is None and entry.title:
            place = self.positions.only_place(key, first)
            if place is None:
                raise RowWrong(Field.TITLE, "import_title_without_place", title=entry.title)
        if entry.title and place is not None:
            days = period(first, entry.to_on)
            self.positions.take(key, place, entry.title, entry.is_acting, days, notes)
        notes.is_new = notes.is_person_new
        where = self.places.name(place) if place is not None else ""
        told = [one for one in notes.told if one.code != "import_makes_person"]
        return Verdict(entry.row, notes.outcome, self.people.name(key), where, tuple(told))
