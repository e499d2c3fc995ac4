"""Dates, times, amounts and lists as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from app.i18n.catalogue import Language
from app.i18n.formats import Formats
from app.i18n.wall_clock import on_the_wall

NB, EN = Formats("nb"), Formats("en")
FRIDAY = date(2026, 12, 4)


def test_dates_in_bokmaal() -> None:
    assert NB.long_date(FRIDAY) == "fredag 4. desember 2026"
    assert NB.date(FRIDAY) == "4. desember 2026"
    assert NB.short_date(FRIDAY) == "4. des. 2026"
    assert NB.short_date(date(2026, 5, 4)) == "4. mai 2026"
    assert NB.day_month(FRIDAY) == "4. desember"
    assert NB.month(FRIDAY) == "desember 2026"
    assert NB.numeric_date(FRIDAY) == "04.12.2026"


def test_dates_in_english() -> None:
    assert EN.long_date(FRIDAY) == "Friday 4 December 2026"
    assert EN.short_date(FRIDAY) == "4 Dec 2026"
    assert EN.numeric_date(FRIDAY) == "04/12/2026"


@pytest.mark.parametrize(("language", "clock"), [("nb", "09.00"), ("nn", "09.00"), ("en", "09:00")])
def test_clock_times(language: Language, clock: str) -> None:
    assert Formats(language).clock(time(9)) == clock


def test_a_range_of_times_has_an_en_dash_and_may_be_open() -> None:
    assert NB.clock_range(time(9), time(11, 30)) == "09.00–11.30"
    assert NB.clock_range(time(9), None) == "09.00"


def test_an_instant_is_told_by_the_clock_in_oslo_whatever_the_machine_says() -> None:
    winter = datetime(2026, 11, 27, 2, 3, tzinfo=UTC)
    assert NB.clock(winter) == "03.03"
    assert NB.clock(datetime(2026, 6, 27, 2, 3, tzinfo=UTC)) == "04.03"
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert NB.instant(late) == "1. jan. 2027 kl. 00.30"
    assert on_the_wall(late).date() == date(2027, 1, 1)


def test_a_recent_instant_has_its_year_only_where_it_is_not_plain() -> None:
    at = datetime(2026, 11, 27, 1, 57, tzinfo=UTC)
    assert NB.recent(at, date(2026, 12, 4)) == "27. nov. kl. 02.57"
    assert EN.recent(at, date(2026, 12, 4)) == "27 Nov, 02:57"
    assert NB.recent(at, date(2027, 1, 4)) == "27. nov. 2026 kl. 02.57"


def test_an_instant() -> None:
    at = datetime(2026, 12, 4, 9, 41)
    assert NB.instant(at) == "4. des. 2026 kl. 09.41"
    assert EN.instant(at) == "4 Dec 2026, 09:41"


@pytest.mark.parametrize(
    ("kroner", "text"),
    [
        (0, "0\xa0kr"),
        (999, "999\xa0kr"),
        (480_000, "480\xa0000\xa0kr"),
        (1_200_000, "1\xa0200\xa0000\xa0kr"),
        (-5_000, "−5\xa0000\xa0kr"),
    ],
)
def test_an_amount_never_parts_at_the_end_of_a_line(kroner: int, text: str) -> None:
    assert NB.amount(kroner) == text


def test_an_amount_in_english() -> None:
    assert EN.amount(480_000) == "NOK\xa0480,000"


def test_numbers_and_shares() -> None:
    assert NB.number(1_200.5) == "1\xa0200,5"
    assert NB.percent(0.67) == "67\xa0%"
    assert EN.percent(0.67) == "67%"


def test_lists_end_with_and() -> None:
    assert NB.names(["Melhus", "Skaun", "Malvik"]) == "Melhus, Skaun og Malvik"
    assert NB.names(["Melhus", "Skaun"]) == "Melhus og Skaun"
    assert NB.names(iter(["Melhus"])) == "Melhus"
    assert NB.names([]) == "–"
    assert EN.names(["Melhus", "Skaun", "Malvik"]) == "Melhus, Skaun and Malvik"


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (0, "0\xa0B"),
        (999, "999\xa0B"),
        (1_000, "1\xa0kB"),
        (1_234_567, "1,2\xa0MB"),
        (9_960_000, "10\xa0MB"),
        (999_600, "1\xa0MB"),
        (52_000_000, "52\xa0MB"),
        (7_300_000_000_000_000, "7\xa0300\xa0TB"),
    ],
)
def test_sizes(octets: int, text: str) -> None:
    assert NB.size(octets) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0\xa0min"), (25, "25\xa0min"), (60, "1\xa0t"), (115, "1\xa0t 55\xa0min")],
)
def test_durations(minutes: int, text: str) -> None:
    assert NB.duration(minutes) == text
    assert EN.duration(minutes) == text.replace("t", "h")


def test_years() -> None:
    assert NB.years(731) == "2 år"
    assert NB.years(548) == "1,5 år"
    assert [EN.years(365), EN.years(731)] == ["1 year", "2 years"]


def test_plural_picks_the_form_that_the_number_asks_for() -> None:
    forms = ("{n} sak", "{n} saker")
    assert [NB.plural(n, *forms) for n in (0, 1, 2)] == ["0 saker", "1 sak", "2 saker"]
    assert NB.plural(1200, *forms) == "1\xa0200 saker"


def test_columns_of_a_calendar_have_their_names() -> None:
    assert NB.month_name(FRIDAY) == "desember"
    assert NB.weekday(FRIDAY) == "fredag"
    assert [NB.name_of_month(month) for month in (1, 12)] == ["januar", "desember"]
    assert [NB.name_of_weekday(day) for day in (0, 6)] == ["mandag", "søndag"]
    assert (EN.name_of_month(5), EN.name_of_weekday(4)) == ("May", "Friday")
    assert NB.short_weekday(FRIDAY) == "fre."
    assert NB.weekday_letter(FRIDAY) == "F"
    assert EN.short_weekday(FRIDAY) == "Fri"
