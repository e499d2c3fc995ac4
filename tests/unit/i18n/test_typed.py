"""What people type in fields becomes the value that they meant, or is refused."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n.formats import Formats
from app.i18n.typed import NoSuchDay, Unreadable, read_amount, read_clock, read_date

TODAY = datetime.date(2026, 11, 23)
DECEMBER = datetime.date(2026, 12, 4)


@pytest.mark.parametrize(
    "typed",
    [
        "4.12.2026",
        "04.12.26",
        "4/12",
        "4.12.",
        "4 12 2026",
        "2026-12-04",
        "4. des. 2026",
        "4. des",
        "4 desember",
        "Fredag 4. desember 2026",
        "fre. 4. desember",
        " 4.\N{NO-BREAK SPACE}desember ",
    ],
)
def test_date_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed, today=TODAY) == DECEMBER


def test_day_without_a_year_is_the_next_one() -> None:
    assert read_date("22.11", today=TODAY) == datetime.date(2027, 11, 22)
    assert read_date("29. februar", today=TODAY) == datetime.date(2028, 2, 29)
    assert read_date("i morgen", today=TODAY) == datetime.date(2026, 11, 24)


def test_english_words_are_read_in_an_english_window() -> None:
    assert read_date("Friday 4 December 2026", today=TODAY, language="en") == DECEMBER


@pytest.mark.parametrize(
    "typed", ["", "snart", "31.2.2026", "31.4", "32.1", "torsdag 4. desember 2026", "4. ma", "4.13"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_date(typed, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29.2.2027", (29, 2, 2027)),
        ("29. februar 27", (29, 2, 2027)),
        ("2027-02-30", (30, 2, 2027)),
        ("31.4", (31, 4, None)),
        ("30. februar", (30, 2, None)),
    ],
)
def test_a_day_that_does_not_exist_is_told_apart_from_what_is_no_date(
    typed: str, day: tuple[int, int, int | None]
) -> None:
    with pytest.raises(NoSuchDay) as told:
        read_date(typed, today=TODAY)
    assert (told.value.day, told.value.month, told.value.year) == day


@pytest.mark.parametrize("typed", ["32.1.2027", "1.13.2027", "0.1.2027", "1.1.0000", "i fjor"])
def test_what_no_month_has_is_no_date_at_all(typed: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_date(typed, today=TODAY)
    assert not isinstance(told.value, NoSuchDay)


@pytest.mark.parametrize("typed", ["9.30", "09:30", "0930", "kl. 9.30", "Kl 09.30"])
def test_clock_is_read_however_it_is_typed(typed: str) -> None:
    assert read_clock(typed) == datetime.time(9, 30)


def test_hour_alone_is_the_whole_hour() -> None:
    assert read_clock("9") == datetime.time(9)


@pytest.mark.parametrize("typed", ["", "24", "9.60", "9.5", "ni", "9.30.00"])
def test_what_is_no_clock_time_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [
        ("480 000 kr", 480_000),
        ("480\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", 480_000),
        ("480000", 480_000),
        ("kr 480.000,-", 480_000),
        ("NOK 480 000,00", 480_000),
        ("1 200 000", 1_200_000),
        ("1,2 mill.", 1_200_000),
        ("1.25 millioner", 1_250_000),
        ("480 tusen", 480_000),
        ("0", 0),
    ],
)
def test_amount_is_read_however_it_is_typed(typed: str, kroner: int) -> None:
    assert read_amount(typed) == kroner


@pytest.mark.parametrize("typed", ["", "mye", "-5", "480,50", "48 00", "1.2", "1,23456 tusen", "²"])
def test_what_is_no_whole_amount_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_amount(typed)


@given(st.integers(min_value=0, max_value=10**12))
def test_amount_as_written_is_read_back(kroner: int) -> None:
    assert read_amount(Formats("nb").amount(kroner)) == kroner
    assert read_amount(str(kroner)) == kroner


@given(st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2100, 1, 1)))
def test_date_as_written_is_read_back(on: datetime.date) -> None:
    for language in ("nb", "nn", "en"):
        formats = Formats(language)
        for written in (formats.long_date(on), formats.date(on), formats.numeric_date(on)):
            assert read_date(written, today=TODAY, language=language) == on
        assert read_date(formats.short_date(on), today=TODAY, language=language) == on


@given(st.text(max_size=30))
def test_anything_else_is_refused_in_one_way(text: str) -> None:
    readers = (read_clock, read_amount, lambda typed: read_date(typed, today=TODAY))
    for reader in readers:
        try:
            reader(text)
        except Unreadable:
            continue
