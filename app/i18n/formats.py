"""Dates, clock times, amounts and lists as people read them, in window and documents alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.i18n.catalogue import Language, plural_translator
from app.i18n.wall_clock import on_the_wall

if TYPE_CHECKING:
    from babel import Locale

NO_BREAK = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
ABSENT = EN_DASH
"""What stands where there is nothing to say."""

_LOCALES: dict[Language, str] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_LONG = {"nb": "EEEE d. MMMM y", "nn": "EEEE d. MMMM y", "en": "EEEE d MMMM y"}
_WEEKDAY = {"nb": "EEEE d. MMMM", "nn": "EEEE d. MMMM", "en": "EEEE d MMMM"}
_MEDIUM = {"nb": "d. MMMM y", "nn": "d. MMMM y", "en": "d MMMM y"}
_SHORT = {"nb": "d. MMM y", "nn": "d. MMM y", "en": "d MMM y"}
_DAY_MONTH = {"nb": "d. MMMM", "nn": "d. MMMM", "en": "d MMMM"}
_DAY_SHORT_MONTH = {"nb": "d. MMM", "nn": "d. MMM", "en": "d MMM"}
_MONTH = {"nb": "MMMM y", "nn": "MMMM y", "en": "MMMM y"}
_MONTH_ALONE = {"nb": "LLLL", "nn": "LLLL", "en": "LLLL"}
_WEEKDAY_NAME = {"nb": "cccc", "nn": "cccc", "en": "cccc"}
_SHORT_WEEKDAY = {"nb": "ccc", "nn": "ccc", "en": "ccc"}
_WEEKDAY_LETTER = {"nb": "ccccc", "nn": "ccccc", "en": "ccccc"}
_SHORT_MONTH = {"nb": "LLL", "nn": "LLL", "en": "LLL"}
_NUMERIC = {"nb": "dd.MM.y", "nn": "dd.MM.y", "en": "dd/MM/y"}
_CLOCK = {"nb": "%H.%M", "nn": "%H.%M", "en": "%H:%M"}
_DAYS_PER_YEAR = 365.2425
_UNITS = ("B", "kB", "MB", "GB", "TB")

_A_MONDAY = datetime.date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Formats:
    """The forms of one language; whole kroner, and instants by the council's wall clock."""

    language: Language = "nb"

    def long_date(self, on: datetime.date) -> str:
        """`fredag 4. desember 2026`."""
        return self._dated(on, _LONG)

    def weekday_date(self, on: datetime.date) -> str:
        """`fredag 4. desember`, where the year is plain."""
        return self._dated(on, _WEEKDAY)

    def date(self, on: datetime.date) -> str:
        """`4. desember 2026`."""
        return self._dated(on, _MEDIUM)

    def short_date(self, on: datetime.date) -> str:
        """`4. des. 2026`, for tables and lists."""
        return self._dated(on, _SHORT)

    def day_month(self, on: datetime.date) -> str:
        """`4. desember`, where the year is plain."""
        return self._dated(on, _DAY_MONTH)

    def month(self, on: datetime.date) -> str:
        """`desember 2026`."""
        return self._dated(on, _MONTH)

    def month_name(self, on: datetime.date) -> str:
        """`desember`, where the year is plain."""
        return self._dated(on, _MONTH_ALONE)

    def name_of_month(self, month: int) -> str:
        """`desember` of a month's number, 1–12."""
        return self.month_name(_A_MONDAY.replace(month=month))

    def name_of_weekday(self, weekday: int) -> str:
        """`fredag` of a weekday's number, from 0 for Monday."""
        return self.weekday(_A_MONDAY.replace(day=1 + weekday))

    def weekday(self, on: datetime.date) -> str:
        """`fredag`."""
        return self._dated(on, _WEEKDAY_NAME)

    def short_weekday(self, on: datetime.date) -> str:
        """`fre.`, over a narrow column."""
        return self._dated(on, _SHORT_WEEKDAY)

    def weekday_letter(self, on: datetime.date) -> str:
        """`F`, over a column of figures."""
        return self._dated(on, _WEEKDAY_LETTER)

    def short_month(self, on: datetime.date) -> str:
        """`des`, for a month's place in a picture."""
        return self._dated(on, _SHORT_MONTH).rstrip(".")

    def short_day_month(self, on: datetime.date) -> str:
        """`4. des.`, where the year is plain."""
        return self._dated(on, _DAY_SHORT_MONTH)

    def numeric_date(self, on: datetime.date) -> str:
        """`04.12.2026`, for narrow columns."""
        return self._dated(on, _NUMERIC)

    def clock(self, at: datetime.time | datetime.datetime) -> str:
        """`09.00`."""
        shown = on_the_wall(at) if isinstance(at, datetime.datetime) else at
        return shown.strftime(_CLOCK[self.language])

    def clock_range(self, start: datetime.time, end: datetime.time | None) -> str:
        """`09.00–11.30`; the start alone where the end is not known."""
        if end is None:
            return self.clock(start)
        return f"{self.clock(start)}{EN_DASH}{self.clock(end)}"

    def instant(self, at: datetime.datetime) -> str:
        """`4. des. 2026 kl. 09.41`."""
        return self._at(self.short_date(on_the_wall(at).date()), at)

    def recent(self, at: datetime.datetime, today: datetime.date) -> str:
        """`4. des. kl. 09.41`; with its year when that is not the one of `today`."""
        on = on_the_wall(at).date()
        if on.year != today.year:
            return self.instant(at)
        return self._at(self._dated(on, _DAY_SHORT_MONTH), at)

    def number(self, value: int | float) -> str:
        """`1 200`, grouped by no-break spaces; a fraction keeps at most three digits."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_locale(self.language)).replace("-", MINUS)

    def amount(self, kroner: int) -> str:
        """`480 000 kr`, with no-break spaces so that it never parts at a line's end."""
        if self.language == "en":
            return f"NOK{NO_BREAK}{self.number(kroner)}"
        return f"{self.number(kroner)}{NO_BREAK}kr"

    def percent(self, share: float) -> str:
        """`67 %` of a share between 0 and 1, rounded to whole percent."""
        from babel.numbers import format_percent

        return format_percent(share, locale=_locale(self.language))

    def names(self, names: Iterable[str]) -> str:
        """`Melhus, Skaun og Malvik`; a dash for none."""
        from babel.lists import format_list

        every = list(names)
        return format_list(every, locale=_locale(self.language)) if every else ABSENT

    def size(self, octets: int) -> str:
        """`1,2 MB` of a number of bytes, by thousands; one decimal under ten."""
        value, unit = float(octets), 0
        while value >= 999.5 and unit < len(_UNITS) - 1:
            value, unit = value / 1000, unit + 1
        rounded = round(value, 1) if value < 9.95 else round(value)
        return f"{self.number(rounded)}{NO_BREAK}{_UNITS[unit]}"

    def duration(self, minutes: int) -> str:
        """`1 t 55 min`, `25 min`, `2 t`."""
        hours, rest = divmod(minutes, 60)
        hour = "h" if self.language == "en" else "t"
        parts = [f"{hours}{NO_BREAK}{hour}"] if hours else []
        if rest or not hours:
            parts.append(f"{rest}{NO_BREAK}min")
        return " ".join(parts)

    def years(self, days: int) -> str:
        """`4 år`, `1,5 år`, of a number of days."""
        value = round(days / _DAYS_PER_YEAR, 1)
        if self.language == "en":
            return f"{self.number(value)} {'year' if value == 1 else 'years'}"
        return f"{self.number(value)} år"

    def plural(self, n: int, one: str, many: str) -> str:
        """`1 sak`, `3 saker`: the form that `n` asks for, translated, with `{n}` filled in."""
        return plural_translator(self.language)(one, many, n).format(n=self.number(n))

    def _at(self, on: str, at: datetime.datetime) -> str:
        joint = ", " if self.language == "en" else " kl. "
        return f"{on}{joint}{self.clock(at)}"

    def _dated(self, on: datetime.date, patterns: dict[str, str]) -> str:
        from babel.dates import format_date

        return format_date(on, patterns[self.language], locale=_locale(self.language))


@cache
def _locale(language: Language) -> Locale:
    from babel import Locale

    return Locale.parse(_LOCALES[language])
