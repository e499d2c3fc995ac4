"""The cells of a row become values: days in every style, titles, several deputies in one cell."""

from __future__ import annotations

from datetime import date

import pytest

from app.documents.tables.content import CellValue, TableRow
from app.domain.imports.entries import DeputyEntry, Entry
from app.domain.imports.fields import Field, Subject
from app.i18n.typed import Unreadable
from app.services.imports.cells import entry_of, read_day

TODAY = date(2026, 11, 23)


def entry(**cells: CellValue) -> Entry:
    """A row with these cells."""
    fields = [Field(name) for name in cells]
    row = TableRow(5, tuple(cells.values()))
    found = entry_of(row, {field: at for at, field in enumerate(fields)}, Subject.MEMBERS, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.01.2025", date(2025, 1, 1)),
        ("1.1.25", date(2025, 1, 1)),
        ("2025-01-01", date(2025, 1, 1)),
        ("1. januar 2025", date(2025, 1, 1)),
        ("onsdag 1. jan. 2025", date(2025, 1, 1)),
        ("01/01/2025", date(2025, 1, 1)),
        ("01.01.2025 00:00:00", date(2025, 1, 1)),
        ("2025-01-01T00:00:00", date(2025, 1, 1)),
        ("1 January 2025", date(2025, 1, 1)),
        ("1.1.98", date(1998, 1, 1)),
        ("31.12.45", date(2045, 12, 31)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["1.1", "1. januar", "i dag", "2025", "32.1.2025", "31.02.2025"])
def test_what_is_no_whole_day_is_not_guessed_at(text: str) -> None:
    with pytest.raises(Unreadable):
        read_day(text, TODAY)


def test_first_and_last_name_make_the_name() -> None:
    assert entry(first_name=" Kari ", last_name="Berg").name == "Kari Berg"
    assert entry(last_name="Berg").name == "Berg"


def test_numbers_are_text_where_text_is_meant() -> None:
    found = entry(seat=6, phone=91122334, name="Kari")
    assert (found.seat, found.phone) == ("6", "91122334")


@pytest.mark.parametrize(
    ("text", "title", "is_acting"),
    [
        ("Rådmann (konstituert)", "Rådmann", True),
        ("konst. rådmann", "rådmann", True),
        ("Rådmann", "Rådmann", False),
        ("Konstituert", "Konstituert", False),
    ],
)
def test_one_who_acts_in_the_office_is_told_by_the_title(
    text: str, title: str, is_acting: bool
) -> None:
    found = entry(name="Kari", title=text)
    assert (found.title, found.is_acting) == (title, is_acting)


def test_deputies_stand_in_one_cell_by_rank() -> None:
    found = entry(
        name="Kari", deputy="Ola Lie; Per Ås og Eva", deputy_email="a@x.no, b@x.no c@x.no"
    )
    assert found.deputies == (
        DeputyEntry("Ola Lie", "a@x.no"),
        DeputyEntry("Per Ås", "b@x.no"),
        DeputyEntry("Eva", "c@x.no"),
    )
    assert entry(name="Kari", deputy_email="a@x.no").deputies == (DeputyEntry("", "a@x.no"),)


def test_an_address_is_read_out_of_a_link() -> None:
    assert entry(name="Kari", email="mailto:kari@x.no").email == "kari@x.no"


def test_a_row_without_a_word_is_no_row() -> None:
    row = TableRow(5, (None, "  ", "merknad"))
    assert entry_of(row, {Field.NAME: 0, Field.EMAIL: 1}, Subject.PERSONS, TODAY) is None
