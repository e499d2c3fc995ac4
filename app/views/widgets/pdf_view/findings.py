"""The places where words were found, and which of them the reader is at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.views.widgets.pdf_view.source import Box, Hit

MOST = 1_000
"""A search ends there; more than that nobody leafs through."""

Spot = tuple[int, float]
"""A page from 0, and how far down it in points."""


class Findings:
    """Grows as places are found; the current one is the first at or after where the reader was."""

    def __init__(self, words: str, start: Spot, *, is_again: bool = False) -> None:
        """`is_again` for the same words in the same document made anew: nobody is moved."""
        self.words = words
        self.is_again = is_again
        self.is_done = False
        self._start = start
        self._hits: list[Hit] = []
        self._current: int | None = None

    @property
    def count(self) -> int:
        """How many there are, as far as is known."""
        return len(self._hits)

    @property
    def place(self) -> int | None:
        """Which one is current, from 0."""
        return self._current

    @property
    def current(self) -> Hit | None:
        """The current one."""
        return None if self._current is None else self._hits[self._current]

    def add(self, hits: Sequence[Hit], is_done: bool) -> bool:
        """Take in more; returns whether there is a current one now, and was none before."""
        before = len(self._hits)
        self._hits.extend(hits)
        self.is_done = is_done
        if self._current is not None or not self._hits:
            return False
        after = (
            place
            for place in range(before, len(self._hits))
            if spot_of(self._hits[place]) >= self._start
        )
        self._current = next(after, 0 if is_done else None)
        return self._current is not None

    def step(self, direction: int) -> None:
        """On to the next (1) or back to the one before (-1), round the ends."""
        if self._current is not None:
            self._current = (self._current + direction) % len(self._hits)

    def marks(self) -> Mapping[int, Sequence[tuple[Box, bool]]]:
        """Every box by page, and whether it belongs to the current place."""
        found: dict[int, list[tuple[Box, bool]]] = {}
        for place, hit in enumerate(self._hits):
            boxes = found.setdefault(hit.page, [])
            boxes.extend((box, place == self._current) for box in hit.boxes)
        return found


def spot_of(hit: Hit) -> Spot:
    """Where a place begins."""
    return (hit.page, hit.boxes[0].top if hit.boxes else 0.0)
