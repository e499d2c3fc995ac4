"""The registry of benches, the figures they return, and the table that is printed of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a figure may be: in its own unit, or as a multiple of its floor."""

    most: float
    of: Literal["figure", "ratio"]


def at_most(most: float) -> Limit:
    """A limit in the figure's own unit."""
    return Limit(most, "figure")


def times_the_floor(most: float) -> Limit:
    """A limit as a multiple of the floor."""
    return Limit(most, "ratio")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured line: lower is better; `floor` is the least that the same work can cost here."""

    what: str
    figure: float
    unit: str
    floor: float | None = None
    limit: Limit | None = None

    @property
    def ratio(self) -> float | None:
        """How many floors the figure is; `None` without a floor above zero."""
        return self.figure / self.floor if self.floor else None

    @property
    def is_within(self) -> bool:
        """Whether the limit holds; a limit on a ratio that cannot be formed does not."""
        if self.limit is None:
            return True
        measured = self.ratio if self.limit.of == "ratio" else self.figure
        return measured is not None and measured <= self.limit.most


Bench = Callable[[], Iterable[Figure]]
REGISTRY: dict[str, Bench] = {}


def bench(function: Bench) -> Bench:
    """Register a bench under its function's name."""
    if function.__name__ in REGISTRY:
        raise ValueError(f"two benches are called {function.__name__}")
    REGISTRY[function.__name__] = function
    return function


def best_seconds(*actions: Callable[[], object], rounds: int = 5) -> tuple[float, ...]:
    """The shortest time of each action; they take turns, so that a busy machine is fair to all."""
    best = [float("inf")] * len(actions)
    for _ in range(rounds):
        for index, action in enumerate(actions):
            started = time.perf_counter()
            action()
            best[index] = min(best[index], time.perf_counter() - started)
    return tuple(best)


def table(figures: Sequence[Figure]) -> str:
    """The figures in aligned columns, with a mark on each limit that is passed."""
    head = ("what", "figure", "unit", "floor", "ratio", "limit", "")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(_aligned(row, widths) for row in rows)


def _row(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    floor = "" if figure.floor is None else _number(figure.floor)
    limit = ""
    if figure.limit is not None:
        multiple = figure.limit.of == "ratio"
        limit = f"{figure.limit.most:g}×" if multiple else _number(figure.limit.most)
    verdict = "" if figure.limit is None else ("ok" if figure.is_within else "PASSED THE LIMIT")
    return (figure.what, _number(figure.figure), figure.unit, floor, ratio, limit, verdict)


def _number(value: float) -> str:
    """Three significant digits for small figures, whole ones for large."""
    return f"{value:,.0f}".replace(",", " ") if value >= 100 else f"{value:.3g}"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    """Text to the left, numbers to the right."""
    is_text = (True, False, True, False, False, False, True)
    cells = [
        cell.ljust(width) if left else cell.rjust(width)
        for cell, width, left in zip(row, widths, is_text, strict=True)
    ]
    return "  ".join(cells).rstrip()
