"""What a sample file says, before it is written as PDF, Word, Excel or a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.documents.content import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDocument:
    """A document with a front page and headed sections; `pictures` are bytes by SHA-256."""

    title: str
    subtitle: str
    author: str
    dated_on: date
    date_text: str
    sections: tuple[Section, ...]
    marking: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSheet:
    """One sheet of figures: the first column is text, the others whole kroner."""

    title: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    total: str
    """The word beside the sums under the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkbook:
    """A workbook of figures."""

    title: str
    author: str
    dated_on: date
    sheets: tuple[SampleSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """One or two rows of bars over named places along the foot."""

    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Work packages as bars over months, both counted from 1."""

    title: str
    bars: tuple[tuple[str, int, int], ...]
    months: int
    month_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchMap:
    """A sketch of an area with numbered places; `seed` decides where things lie."""

    title: str
    places: tuple[str, ...]
    seed: str
    note: str
