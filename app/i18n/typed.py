"""Dates, clock times and amounts as people type them, read into values; the way back of formats."""

from __future__ import annotations

import datetime
import re
from functools import cache

from app.i18n.catalogue import Language

_NUMERIC = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(?:([^\W\d]+)\.?,?\s+)?(\d{1,2})\.?\s*([^\W\d]+)\.?(?:\s+(\d{2}|\d{4}))?")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:,\s]?(\d{2}))?", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:nok|kr\.?)?\s*(.+?)\s*(?:kr\.?|kroner|nok)?", re.IGNORECASE)
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[ .]\d{3})+")
_SCALED = re.compile(r"(\d+(?:[.,]\d{1,6})?)\s*(tusen|mill(?:\.|ion(?:er)?)?|thousand|million)")


class Unreadable(ValueError):
    """What was typed is no such value; the text stays with whoever typed it."""


class NoSuchDay(Unreadable):
    """A date was typed that the calendar does not have, such as 29 February of a common year."""

    def __init__(self, day: int, month: int, year: int | None) -> None:
        super().__init__(f"{day}.{month}.{year or ''}")
        self.day, self.month, self.year = day, month, year


_RELATIVE = {
    "i går": -1,
    "yesterday": -1,
    "i dag": 0,
    "today": 0,
    "i morgen": 1,
    "i morgon": 1,
    "tomorrow": 1,
}
_CENTURY = 2000


def read_date(text: str, *, today: datetime.date, language: Language = "nb") -> datetime.date:
    """The date in `4.12.2026`, `4/12`, `4. des. 2026`, `fredag 4. desember 2026` or ISO form.

    Without a year it is the next such day from `today` on. `Unreadable` for anything else, also
    for a weekday that does not fit; `NoSuchDay` for one that does not exist.
    """
    try:
        return _date(text, today, language)
    except NoSuchDay:
        raise
    except ValueError:
        raise Unreadable(text) from None


def _date(text: str, today: datetime.date, language: Language) -> datetime.date:
    typed = " ".join(text.casefold().replace("\N{NO-BREAK SPACE}", " ").split())
    if typed in _RELATIVE:
        return today + datetime.timedelta(days=_RELATIVE[typed])
    if found := _ISO.fullmatch(typed):
        year, month, day = map(int, found.groups())
        return _existing(year, month, day)
    if found := _NUMERIC.fullmatch(typed):
        return _dated(found[1], int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(typed):
        read = _dated(found[2], _month(found[3], language), found[4], today)
        if found[1] is not None and _weekday(found[1], language) != read.weekday():
            raise ValueError(text)
        return read
    raise ValueError(text)


def read_clock(text: str) -> datetime.time:
    """The time in `9`, `9.30`, `09:30`, `0930` or `kl. 9.30`; `Unreadable` for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise Unreadable(text)
    try:
        return datetime.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Unreadable(text) from None


def read_amount(text: str) -> int:
    """Whole kroner of `480 000 kr`, `480000`, `kr 480.000,-` or `1,2 mill.`.

    `Unreadable` for anything else, and for øre other than nought.
    """
    typed = " ".join(re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text).split())
    found = _AMOUNT.fullmatch(typed)
    if not found:
        raise Unreadable(text)
    bare = re.sub(r"(?:,|,-|,00|,\N{EN DASH})$", "", found[1].casefold()).strip()
    if scaled := _SCALED.fullmatch(bare):
        factor = 1_000 if scaled[2][0] == "t" else 1_000_000
        whole, _, part = scaled[1].replace(",", ".").partition(".")
        kroner, rest = divmod(int(whole + part) * factor, int(10 ** len(part)))
        if rest:
            raise Unreadable(text)
        return kroner
    if not _WHOLE.fullmatch(bare):
        raise Unreadable(text)
    return int(re.sub(r"[ .]", "", bare))


def _dated(day: str, month: int, year: str | None, today: datetime.date) -> datetime.date:
    if year is not None:
        full = int(year) if len(year) == 4 else _CENTURY + int(year)
        return _existing(full, month, int(day))
    for candidate in range(today.year, today.year + 9):
        try:
            read = datetime.date(candidate, month, int(day))
        except ValueError:  # 29 February waits for a leap year; other impossible days never come
            continue
        if read >= today:
            return read
    raise _not_a_day(None, month, int(day))


def _existing(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise _not_a_day(year, month, day) from None


def _not_a_day(year: int | None, month: int, day: int) -> ValueError:
    """Of a known month and a likely day it can be said what is wrong."""
    is_likely = 1 <= month <= 12 and 1 <= day <= 31 and (year is None or year >= 1)
    return NoSuchDay(day, month, year) if is_likely else ValueError(f"{day}.{month}.")


def _month(word: str, language: Language) -> int:
    return _pick(word, _names(language)[0])


def _weekday(word: str, language: Language) -> int:
    return _pick(word, _names(language)[1])


def _pick(word: str, names: dict[int, str]) -> int:
    """The one whose name begins with `word`, of at least three letters."""
    hits = [number for number, name in names.items() if name.startswith(word)]
    if len(word) < 3 or len(hits) != 1:
        raise ValueError(word)
    return hits[0]


@cache
def _names(language: Language) -> tuple[dict[int, str], dict[int, str]]:
    """The months by number and the weekdays from Monday as 0, in lower case."""
    from babel.dates import get_day_names, get_month_names

    locale = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}[language]
    months = {number: name.casefold() for number, name in get_month_names(locale=locale).items()}
    days = {number: name.casefold() for number, name in get_day_names(locale=locale).items()}
    return months, days
