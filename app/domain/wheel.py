"""The fixed points of a body's year: in which years and months they fall (R19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.months import MonthOfYear


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPoint:
    """A point that comes back in `month`, every `interval_years` from `first_year` on."""

    id: int
    month: int
    first_year: int
    interval_years: int = 1
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled about a point in the year that its rule gives: moved to a month, dropped."""

    moved_to: MonthOfYear | None = None
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A point once: `year` is what its own rule gives, `due` the month in which it is taken up."""

    point: int
    year: int
    due: MonthOfYear
    is_moved: bool = False
    is_dropped: bool = False


def falls_in(point: FixedPoint, year: int) -> bool:
    """Whether the point's own rule gives `year` (R19)."""
    if year < point.first_year or (point.last_year is not None and year > point.last_year):
        return False
    return (year - point.first_year) % point.interval_years == 0


def next_year(point: FixedPoint, from_year: int) -> int | None:
    """The first year from `from_year` on that the point's rule gives, None when it has ended."""
    year = max(from_year, point.first_year)
    year += -(year - point.first_year) % point.interval_years
    return year if falls_in(point, year) else None


def coincide(one: FixedPoint, other: FixedPoint) -> bool:
    """Whether both ever fall in the same month of the same year."""
    if one.month != other.month:
        return False
    first = max(one.first_year, other.first_year)
    years = range(first, first + one.interval_years * other.interval_years)
    return any(falls_in(one, year) and falls_in(other, year) for year in years)


def worded(text: str, year: int) -> str:
    """`text` with the years that it asks for: `{år}`, `{forrige år}` and `{neste år}`."""
    for asked, given in (("{år}", year), ("{forrige år}", year - 1), ("{neste år}", year + 1)):
        text = text.replace(asked, str(given))
    return text


def occurrences(
    points: Iterable[FixedPoint],
    settled: Mapping[tuple[int, int], Settled],
    years: Iterable[int],
) -> list[Occurrence]:
    """Every occurrence that is due in one of `years`, by month (R19).

    `settled` is by point and the year of its rule; one that was moved counts in the year that it
    was moved to. Dropped ones are told too, marked as such.
    """
    wanted = frozenset(years)
    found = []
    for point in points:
        moved_here = {
            year for (key, year), one in settled.items() if key == point.id and one.moved_to
        }
        for year in sorted(wanted | moved_here):
            if not falls_in(point, year):
                continue
            one = settled.get((point.id, year), Settled())
            due = one.moved_to or (year, point.month)
            if due[0] in wanted:
                is_moved = one.moved_to is not None
                found.append(Occurrence(point.id, year, due, is_moved, one.is_dropped))
    return sorted(found, key=lambda one: (one.due, one.point, one.year))


def year_meant(made_on: date, month: int) -> int:
    """The year of the point that a case made on a day is for: the next one with that month."""
    return made_on.year + (made_on.month > month)
