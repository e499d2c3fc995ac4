"""From the cells of a row to its values: text on one line, dates in every style, what is odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from app.documents.tables.content import CellValue, Odd, TableRow
from app.domain.errors import UserError
from app.domain.imports.entries import DeputyEntry, Entry, Trouble
from app.domain.imports.fields import Field, Subject
from app.domain.imports.words import kind_of, sector_of
from app.domain.reasons import Reason
from app.domain.vocabulary import InstitutionKind, Sector
from app.i18n.labels import label
from app.i18n.typed import Unreadable, read_date
from app.services.editing.done import LONGEST_LINE, one_line
from app.services.editing.people import is_address

_ODD = {
    Odd.NO_RESULT: "import_cell_no_result",
    Odd.EXCEL_ERROR: "import_cell_excel_error",
    Odd.MERGED: "import_cell_merged",
}
_CLOCK = re.compile(r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.0+)?$")
_HAS_YEAR = re.compile(r"\d{4}|\d[./\- ]\d{1,2}[./\- ]\d{2}\.?$|[^\W\d]\.?\s+\d{2}$")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{2}\.?$")
_BETWEEN_NAMES = re.compile(r"\s*(?:[;,\n]|\s(?:og|and|&)\s)\s*")
_BETWEEN_ADDRESSES = re.compile(r"[;,\s]+")
_ACTING = re.compile(
    r"\s*\((?:konstituert|konst\.?|acting)\)$|^(?:konstituert|konst\.|acting)\s+", re.I
)
_MAILTO = re.compile(r"^mailto:|^<|>$", re.I)
_YEARS_AHEAD = 20
"""A year of two digits that lies further ahead than this is of the century before."""


def entry_of(
    row: TableRow, columns: Mapping[Field, int], subject: Subject, today: date
) -> Entry | None:
    """The row's values; None when all of its columns that count are empty."""
    cells = {field: row.cells[place] for field, place in columns.items() if place < len(row.cells)}
    if all(_is_empty(value) for value in cells.values()):
        return None
    reading = _Reading(cells, today)
    values = {field: read(reading) for field, read in _READ.items() if field in cells}
    name = values.get(Field.NAME) or " ".join(
        part for part in map(values.get, (Field.FIRST_NAME, Field.LAST_NAME)) if part
    )
    title, is_acting = _title(values.get(Field.TITLE) or "")
    given: dict[str, Any] = {
        field.value: values[field]
        for field in (*_PLAIN, Field.KIND, Field.SECTOR, Field.FROM_ON, Field.TO_ON)
        if field in values
    }
    deputies = reading.deputies(values.get(Field.DEPUTY) or "")
    if subject is not Subject.INSTITUTIONS and not given.get("institution"):
        reading.forgive(Field.KIND, Field.SECTOR)
    return Entry(
        row=row.number,
        name=name,
        title=title,
        is_acting=is_acting,
        deputies=deputies,
        troubles=tuple(reading.troubles),
        **given,
    )


def text_of(value: CellValue) -> str:
    """What a cell says, as text; nothing for one that holds no value."""
    if value is None or isinstance(value, Odd):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def read_day(text: str, today: date) -> date:
    """The day that `text` names with its year; `Unreadable` for anything else."""
    bare = _CLOCK.sub("", text.strip())
    if not _HAS_YEAR.search(bare):
        raise Unreadable(text)
    try:
        read = read_date(bare, today=today)
    except Unreadable:
        read = read_date(bare, today=today, language="en")
    if _SHORT_YEAR.search(bare) and read.year > today.year + _YEARS_AHEAD:
        return read.replace(year=read.year - 100)
    return read


def _is_empty(value: CellValue) -> bool:
    return value is None or value is Odd.MERGED or (isinstance(value, str) and not value.strip())


class _Reading:
    """Reads the cells of one row, and gathers what is wrong with them."""

    def __init__(self, cells: Mapping[Field, CellValue], today: date) -> None:
        self._cells = cells
        self._today = today
        self.troubles: list[Trouble] = []

    def text(self, field: Field) -> str:
        """A cell's text on one line."""
        value = self._cells[field]
        if isinstance(value, Odd):
            self._trouble(field, _ODD[value])
            return ""
        try:
            return one_line(text_of(value))
        except UserError:
            length = len(text_of(value))
            self._trouble(field, "import_cell_too_long", length=length, limit=LONGEST_LINE)
            return ""

    def day(self, field: Field) -> date | None:
        """A cell's day: a real date, or one in words or figures with its year."""
        value = self._cells[field]
        if isinstance(value, date):
            return value
        text = self.text(field)
        if not text:
            return None
        try:
            return _day(text, self._today)
        except Unreadable:
            self._trouble(field, "import_date_unreadable", text=text)
            return None

    def email(self, field: Field) -> str:
        """A cell's address, without what links put around it."""
        text = _MAILTO.sub("", self.text(field)).strip()
        return text if not text or self._is_address(field, text) else ""

    def kind(self) -> InstitutionKind | None:
        """The kind of institution that is named."""
        text = self.text(Field.KIND)
        kind = kind_of(text)
        if text and kind is None:
            known = ", ".join(label("institution_kind", each) for each in InstitutionKind)
            self._trouble(Field.KIND, "import_kind_unreadable", text=text, known=known)
        return kind

    def sector(self) -> Sector | None:
        """The sector that is named."""
        text = self.text(Field.SECTOR)
        sector = sector_of(text)
        if text and sector is None:
            known = ", ".join(label("sector", each) for each in Sector)
            self._trouble(Field.SECTOR, "import_sector_unreadable", text=text, known=known)
        return sector

    def deputies(self, names: str) -> tuple[DeputyEntry, ...]:
        """Several deputies may stand in one cell, by rank, with an address for each or none."""
        addresses = self.text(Field.DEPUTY_EMAIL) if Field.DEPUTY_EMAIL in self._cells else ""
        called = [part for part in _BETWEEN_NAMES.split(names) if part]
        emails = [part for part in _BETWEEN_ADDRESSES.split(addresses) if part]
        if not all(self._is_address(Field.DEPUTY_EMAIL, email) for email in emails):
            return ()
        if called and emails and len(called) != len(emails):
            self._trouble(
                Field.DEPUTY_EMAIL, "import_deputies_uneven", names=len(called), emails=len(emails)
            )
            return ()
        count = max(len(called), len(emails))
        return tuple(
            DeputyEntry(one, email)
            for one, email in zip(called or [""] * count, emails or [""] * count, strict=True)
        )

    def forgive(self, *fields: Field) -> None:
        """What is wrong in these fields does not matter here."""
        self.troubles = [one for one in self.troubles if one.field not in fields]

    def _is_address(self, field: Field, text: str) -> bool:
        if is_address(text):
            return True
        self._trouble(field, "import_email_unreadable", text=text)
        return False

    def _trouble(self, field: Field, code: str, **params: Any) -> None:
        self.troubles.append(Trouble(field, Reason(code, **params)))


@cache
def _day(text: str, today: date) -> date:
    """Lists say the same few days over and over."""
    return read_day(text, today)


def _title(text: str) -> tuple[str, bool]:
    """A title without the word for acting in the office, and whether it was there (R4)."""
    bare = _ACTING.sub("", text)
    return (bare, True) if bare != text and bare else (text, False)


_PLAIN = (
    Field.SEAT,
    Field.EMAIL,
    Field.PHONE,
    Field.INSTITUTION,
    Field.SHORT_NAME,
    Field.PLACE,
    Field.SUCCESSOR,
)


def _text_of(field: Field) -> Callable[[_Reading], str]:
    return lambda reading: reading.text(field)


_READ: dict[Field, Callable[[_Reading], Any]] = {
    **{field: _text_of(field) for field in Field if field is not Field.DEPUTY_EMAIL},
    Field.EMAIL: lambda reading: reading.email(Field.EMAIL),
    Field.FROM_ON: lambda reading: reading.day(Field.FROM_ON),
    Field.TO_ON: lambda reading: reading.day(Field.TO_ON),
    Field.KIND: _Reading.kind,
    Field.SECTOR: _Reading.sector,
}
