"""Where a person is named in the file's texts, and taking the name out of those that are open."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import JSON, Table, Text

from app.models import Base
from app.store.triggers import FROZEN, REFUSALS

_APART = frozenset({"person", "log_entry"})
"""Tables whose rows are told apart by key, not by what stands in them."""

_FEWEST_DIGITS = 5
_ESCAPED = str.maketrans({"^": "^^", "%": "^%", "_": "^_"})


@dataclass(frozen=True, slots=True)
class Needles:
    """What a person is known by in texts: full names, e-mail addresses and telephone numbers."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    def as_stored(self) -> Needles:
        """With the names as they stand in JSON too, where quotes are written otherwise."""
        inside = (json.dumps(name, ensure_ascii=False)[1:-1] for name in self.names)
        return Needles(tuple(dict.fromkeys((*self.names, *inside))), self.emails, self.phones)

    def without(self, kept: Iterable[str]) -> Needles:
        """Those that nobody else has too: what is shared, such as a switchboard, stays."""
        others = {_plain(text) for text in kept}
        names, emails, phones = (
            tuple(text for text in every if _plain(text) not in others)
            for every in (self.names, self.emails, self.phones)
        )
        return Needles(names, emails, phones)


class Scrubber:
    """Puts `stand_in` for each full name, and nothing for addresses and numbers."""

    def __init__(self, needles: Needles, stand_in: str = "") -> None:
        self._stand_in = stand_in
        needles = needles.as_stored()
        names = (_name(text) for text in needles.names if text.strip())
        self._names = _joined(names, r"(?P<s>s?)(?!\w)")
        contacts = [
            *(_email(text) for text in needles.emails if text.strip()),
            *(_phone(text) for text in needles.phones if len(_digits(text)) >= _FEWEST_DIGITS),
        ]
        self._contacts = _joined(contacts)
        self.likes = tuple(_likes(needles))

    def cleaned(self, text: str) -> str:
        """`text` without the person; itself when they are not in it."""
        if self._contacts is not None:
            text = self._contacts.sub("", text)
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._stand_in + found["s"], text)


@dataclass(slots=True)
class Scrubbed:
    """In how many rows of each table the person was found, and in how many it is locked."""

    cleaned: dict[str, int] = field(default_factory=dict)
    locked: dict[str, int] = field(default_factory=dict)


def find(connection: Any, scrubber: Scrubber) -> dict[str, int]:
    """In how many rows of each table, also those that never change, the person is found."""
    found: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in _APART:
            continue
        rows = {
            key
            for key, _column, text in _candidates(connection, table, scrubber.likes)
            if scrubber.cleaned(text) != text
        }
        if rows:
            found[table.name] = len(rows)
    return found


def scrub(connection: Any, scrubber: Scrubber) -> Scrubbed:
    """Clean every text that the file lets be changed; what it refuses, as approved, stays."""
    made = Scrubbed()
    for table in Base.metadata.sorted_tables:
        if table.name in _APART:
            continue
        for key, column, text in list(_candidates(connection, table, scrubber.likes)):
            cleaned = scrubber.cleaned(text)
            if cleaned == text:
                continue
            is_open = table.name not in FROZEN and _write(connection, table, key, column, cleaned)
            counts = made.cleaned if is_open else made.locked
            counts[table.name] = counts.get(table.name, 0) + 1
    return made


def _write(connection: Any, table: Table, key: int, column: str, text: str) -> bool:
    """Whether the file let the text be written."""
    sets = f"{column} = ?" + (", version = version + 1" if "version" in table.columns else "")
    try:
        connection.execute(f'UPDATE "{table.name}" SET {sets} WHERE rowid = ?', (text, key))
    except driver.IntegrityError as error:
        if str(error) not in REFUSALS:
            raise
        return False
    return True


def _candidates(
    connection: Any, table: Table, likes: tuple[str, ...]
) -> Iterator[tuple[int, str, str]]:
    """Row, column and text, where it may be that the person is named."""
    if not likes:
        return
    for column in table.columns:
        if type(column.type) not in (Text, JSON) or column.primary_key or "sha256" in column.name:
            continue
        condition = " OR ".join(f"{column.name} LIKE ? ESCAPE '^'" for _like in likes)
        rows = connection.execute(
            f'SELECT rowid, {column.name} FROM "{table.name}" WHERE {condition}', likes
        )
        yield from ((int(key), column.name, str(text)) for key, text in rows.fetchall())


def _likes(needles: Needles) -> Iterator[str]:
    """A rough sieve that SQLite can use; the scrubber's own eyes are sharper."""
    for name in needles.names:
        if words := name.split():
            yield f"%{max(words, key=len).translate(_ESCAPED)}%"
    for email in needles.emails:
        if email.strip():
            yield f"%{email.strip().translate(_ESCAPED)}%"
    for phone in needles.phones:
        if len(digits := _digits(phone)) >= _FEWEST_DIGITS:
            yield f"%{'%'.join(digits)}%"


def _joined(patterns: Iterable[str], ending: str = "") -> re.Pattern[str] | None:
    every = "|".join(patterns)
    return re.compile(f"(?:{every}){ending}", re.IGNORECASE) if every else None


def _name(name: str) -> str:
    """The full name between whole words, whatever space is between its parts."""
    return r"(?<!\w)" + r"\s+".join(re.escape(word) for word in name.split())


def _email(email: str) -> str:
    return rf"(?<![\w.+-]){re.escape(email.strip())}(?![\w-])"


def _phone(phone: str) -> str:
    """The number with or without its spaces and the country's code."""
    digits = _digits(phone)
    national = digits[2:] if len(digits) > 8 and digits.startswith("47") else digits
    spaced = r"[\s-]*".join(national)
    return rf"(?<!\w)(?:(?:\+|00)47[\s-]*)?{spaced}(?!\w)"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _plain(text: str) -> str:
    digits = _digits(text)
    if len(digits) >= _FEWEST_DIGITS and "@" not in text:
        return digits
    return " ".join(text.split()).casefold()
