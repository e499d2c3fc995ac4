"""Whom a row means: by e-mail, else by name and institution; and what it changes about them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from app.domain.imports.entries import Notes, RowWrong
from app.domain.imports.fields import Field
from app.domain.imports.known import KnownPerson
from app.domain.imports.places import folded
from app.domain.imports.writes import PersonWrite, Writes


class People:
    """The people of the file, and those that the list brings."""

    def __init__(
        self, known: tuple[KnownPerson, ...], ties: Iterable[tuple[int, int]], writes: Writes
    ) -> None:
        self._writes = writes
        self._new = count(-1, -1)
        self._people = {
            one.id: PersonWrite(one.id, one.name, one.email, one.phone) for one in known
        }
        self._by_email: dict[str, list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        self._tied: dict[int, set[int]] = {}
        self._told: dict[tuple[int, Field], tuple[str, int]] = {}
        for one in known:
            self._enter(one.id, one.name, one.email)
        for person, institution in ties:
            self.tie(person, institution)

    def name(self, key: int) -> str:
        """What a person is called."""
        return self._people[key].name

    def tie(self, person: int, institution: int) -> None:
        """Remember that they belong together."""
        self._tied.setdefault(person, set()).add(institution)

    def find(
        self, name: str, email: str, institution: int | None, field: Field = Field.NAME
    ) -> int | None:
        """Who it is; None for someone new. `RowWrong` when it cannot be told."""
        if email and (keys := self._by_email.get(email.casefold())):
            return self._by_address(keys, name, email)
        named = self._by_name.get(folded(name), [])
        there: list[int] = []
        if institution is not None:
            there = [key for key in named if institution in self._tied.get(key, ())]
            named = [key for key in named if not self._tied.get(key)]
        if email:  # one with another address is someone else, but for the same name and place
            named = [key for key in named if not self._people[key].email]
        named = there or named
        if len(named) > 1 and not email:  # of namesakes, the one that has no address either
            bare = [key for key in named if not self._people[key].email]
            named = bare if len(bare) == 1 else named
        if len(named) > 1:
            raise RowWrong(field, "import_person_unclear", name=name, count=len(named))
        return named[0] if named else None

    def take(
        self, row: int, name: str, email: str, phone: str, institution: int | None, notes: Notes
    ) -> int:
        """The person that a row names, with what it changes; made where they are new."""
        if not name and not email:
            raise RowWrong(Field.NAME, "import_nameless")
        key = self.find(name, email, institution)
        if key is None:
            if not name:
                raise RowWrong(Field.NAME, "import_name_missing", email=email)
            key = self.make(name, email, phone)
            notes.is_person_new = True
            notes.remark("import_makes_person")
        for field, value in ((Field.NAME, name), (Field.EMAIL, email), (Field.PHONE, phone)):
            if value:
                self.tell(row, key, field, value, notes)
        if institution is not None:
            self.tie(key, institution)
        return key

    def tell(self, row: int, key: int, field: Field, value: str, notes: Notes) -> None:
        """What a row says of a person; `RowWrong` when another row says otherwise."""
        person = self._people[key]
        same = value.casefold() if field is Field.EMAIL else value
        told, by = self._told.setdefault((key, field), (same, row))
        if told != same:
            raise RowWrong(field, "import_rows_differ", name=person.name, other=by)
        before = str(getattr(person, field.value))
        if before == value or (field is Field.EMAIL and before.casefold() == same):
            return
        notes.change(field, before, value)
        if field is Field.EMAIL:
            self._by_email.setdefault(value.casefold(), []).append(key)
        setattr(person, field.value, value)
        self._writes.people[key] = person

    def make(self, name: str, email: str, phone: str = "") -> int:
        """Someone new."""
        key = next(self._new)
        self._people[key] = self._writes.people[key] = PersonWrite(key, name, email, phone)
        self._enter(key, name, email)
        return key

    def _by_address(self, keys: list[int], name: str, email: str) -> int:
        """Of those with the address, the one of that name; one with another surname is no one."""
        called = [key for key in keys if folded(self.name(key)) == folded(name)]
        if len(called) == 1 or (len(keys) == 1 and not name):
            return (called or keys)[0]
        if len(keys) == 1 and set(folded(name).split()) & set(folded(self.name(keys[0])).split()):
            return keys[0]
        raise RowWrong(
            Field.EMAIL, "import_email_taken", email=email, name=self.name((called or keys)[0])
        )

    def _enter(self, key: int, name: str, email: str) -> None:
        self._by_name.setdefault(folded(name), []).append(key)
        if email:
            self._by_email.setdefault(email.casefold(), []).append(key)
