"""How the facts in a sentence are shown: amounts, dates, lists, numbers with their word, labels."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from typing import Any

from app.i18n.catalogue import Language
from app.i18n.formats import ABSENT, Formats
from app.i18n.labels import LABELS, label

_SHOWN: dict[str, Callable[[Formats, Any], str]] = {
    "kr": Formats.amount,
    "dato": Formats.date,
    "langdato": Formats.long_date,
    "kortdato": Formats.short_date,
    "dag": Formats.day_month,
    "måned": Formats.month,
    "ukedag": Formats.weekday_date,
    "månedsnavn": Formats.month_name,
    "klokke": Formats.clock,
    "liste": Formats.names,
    "tall": Formats.number,
    "prosent": lambda formats, whole: formats.percent(whole / 100),
    "størrelse": Formats.size,
    "varighet": Formats.duration,
    "år": lambda formats, days: formats.years(days),
}

SPECS = frozenset(_SHOWN)


class Placeholders(string.Formatter):
    """Fills a sentence in one language; a fact that is `None` is shown as a dash."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._formats = Formats(language)

    def format_field(self, value: Any, format_spec: str) -> str:
        """`value` as `format_spec` asks; an unknown spec is our bug (`ValueError`)."""
        if value is None:
            return ABSENT
        if format_spec in _SHOWN:
            return _SHOWN[format_spec](self._formats, value)
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return f"{self._formats.number(value)} {one if value == 1 else many}"
        if format_spec in LABELS:
            return self._labelled(format_spec, value)
        if format_spec:
            raise ValueError(f"unknown placeholder spec {format_spec!r}")
        return str(value)

    def _labelled(self, group: str, value: str | Iterable[str]) -> str:
        if isinstance(value, str):
            return label(group, value, self._language)
        return self._formats.names(label(group, one, self._language) for one in value)
