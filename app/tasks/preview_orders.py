"""What the window wants to see, and in which order it is done: data alone, no callback."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.documents.preview import MAX_HITS
from app.documents.preview_room import DrawPart, FindWords, PreviewJob, ReadPage, Showing

PAGES_A_SEARCH = 40
"""So many pages are searched at a time, with drawings between."""
MOST_FALLS = 2
"""So often a page may bring the process down, before it is left alone."""


class WantedPart(Hashable, Protocol):
    """A strip of a page: rows `top` to `top + height` of a page that is `width` pixels wide."""

    @property
    def page(self) -> int:
        """Which page, from 0."""

    @property
    def width(self) -> int:
        """How wide the whole page is, in pixels."""

    @property
    def top(self) -> int:
        """The first row."""

    @property
    def height(self) -> int:
        """How many rows."""


@dataclass(slots=True, eq=False)
class Search:
    """Words that are looked for, from which page on they still are, and how many were found."""

    words: str
    next_page: int = 0
    found: int = 0


@dataclass(slots=True, eq=False)
class Order:
    """One document that the window has open, and all that it wants of it."""

    key: str
    showing: Showing
    is_shown: bool = False
    has_failed: bool = False
    pages: int = 0
    wishes: list[WantedPart] = field(default_factory=list)
    reads: list[int] = field(default_factory=list)
    search: Search | None = None
    falls: Counter[int] = field(default_factory=Counter)
    """How often each page has brought the process down."""

    def may_draw(self, page: int) -> bool:
        """Whether the page has not been given up."""
        return self.falls[page] < MOST_FALLS

    def give_up(self, page: int) -> None:
        """Draw nothing of the page, until it is asked for anew."""
        self.falls[page] = MOST_FALLS
        self.wishes = [part for part in self.wishes if part.page != page]

    def go_on(self, search: Search, found: int) -> bool:
        """Note what a part of `search` came to; returns whether that was the last of it."""
        search.found += found
        search.next_page += PAGES_A_SEARCH
        is_done = search.next_page >= self.pages or search.found >= MAX_HITS
        if is_done and self.search is search:
            self.search = None
        return is_done


Purpose = WantedPart | Search | int | None
"""What a job is done for: a strip, a search, the words of a page, or the showing itself."""


@dataclass(frozen=True, slots=True)
class Task:
    """One job for the process."""

    order: Order
    job: PreviewJob
    purpose: Purpose = None

    def is_wanted(self, orders: Sequence[Order]) -> bool:
        """Whether anyone still waits for it."""
        order = self.order
        if order not in orders:
            return False
        match self.purpose:
            case None:
                return True
            case Search() as search:
                return order.search is search
            case int(page):
                return page in order.reads
            case part:
                return part in order.wishes


def next_task(orders: Sequence[Order], *, searches_first: bool) -> Task | None:
    """What to do now: showing first, then drawing and searching by turns; newest order first."""
    live = [order for order in reversed(orders) if not order.has_failed]
    for order in live:
        if not order.is_shown:
            return Task(order, order.showing)
    for order in live:
        tasks = [task for task in (_drawing(order), _reading(order), _searching(order)) if task]
        if tasks:
            return tasks[-1 if searches_first else 0]
    return None


def _drawing(order: Order) -> Task | None:
    if not order.wishes:
        return None
    part = order.wishes[0]
    return Task(order, DrawPart(order.key, part.page, part.width, part.top, part.height), part)


def _reading(order: Order) -> Task | None:
    return Task(order, ReadPage(order.key, order.reads[0]), order.reads[0]) if order.reads else None


def _searching(order: Order) -> Task | None:
    search = order.search
    if search is None:
        return None
    return Task(order, FindWords(order.key, search.words, search.next_page, PAGES_A_SEARCH), search)
