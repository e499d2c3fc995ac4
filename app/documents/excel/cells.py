"""The one place where a value is put into a cell: text stays text, dates and kroner are real."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from openpyxl.cell.cell import Cell

from app.domain.rich_text import clean
from app.i18n.catalogue import Language
from app.i18n.sentences import sentence

Value = str | int | float | date | None

MAX_TEXT = 32_767
"""Characters in a cell; Excel cuts the rest without a word, or calls the file damaged."""

FORMATS: Mapping[str, str] = {
    "text": "@",
    "date": "dd.mm.yyyy",
    "integer": "0",
    "decimal": "0.0",
    # Bokmål's way of parting thousands, whatever the machine's own is.
    "kroner": '[$-414]#,##0"\N{NO-BREAK SPACE}kr"',
}

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def put(cell: Cell, value: Value, kind: str, language: Language) -> None:
    """Put `value` into `cell` as its column's `kind`; text never becomes a formula."""
    cell.number_format = FORMATS[kind]
    if isinstance(value, str):
        put_text(cell, value, language)
    elif value is not None:
        cell.value = value


def put_text(cell: Cell, text: str, language: Language) -> None:
    """Put `text` into `cell` as it is; what is too long is cut, and says so at its end."""
    stored = _ESCAPE.sub("_x005F_", _fitting(clean(text), language))
    cell.value = stored
    cell.data_type = "s"
    if stored.startswith(_FORMULA_STARTS):
        styled: Any = cell
        styled.quotePrefix = True


def _fitting(text: str, language: Language) -> str:
    """`text` within what Excel counts as its most: UTF-16 units, as stored."""
    if _length(text) <= MAX_TEXT:
        return text
    notice = sentence("excel_text_cut", {"most": MAX_TEXT}, language)
    room = MAX_TEXT - _length(notice) - 1
    kept = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore")
    while _length(kept) > room:
        kept = kept[: room - _length(kept)]
    return f"{kept} {notice}"


def _length(text: str) -> int:
    return len(_ESCAPE.sub("_x005F_", text).encode("utf-16-le")) // 2
