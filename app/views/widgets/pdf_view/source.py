"""Where pages come from: what the reader asks for, and what it hears, on the window's thread."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.i18n.voice import Said


class Size(Protocol):
    """A page's size in points (1/72 inch)."""

    @property
    def width(self) -> float:
        """From left to right, as the page is shown."""

    @property
    def height(self) -> float:
        """From top to foot, as the page is shown."""


class Picture(Protocol):
    """Rows of `stride` bytes, four bytes a pixel: blue, green, red, and 255."""

    @property
    def width(self) -> int:
        """Pixels in a row."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def stride(self) -> int:
        """Bytes from one row to the next."""

    @property
    def data(self) -> bytes:
        """All the rows."""


class Box(Protocol):
    """A place on a page, in points from its upper left corner."""

    @property
    def left(self) -> float:
        """Its left side."""

    @property
    def top(self) -> float:
        """Its upper side."""

    @property
    def right(self) -> float:
        """Its right side."""

    @property
    def bottom(self) -> float:
        """Its lower side."""


class Hit(Protocol):
    """A place where the words stand; several boxes when they run over a line."""

    @property
    def page(self) -> int:
        """The page, from 0."""

    @property
    def boxes(self) -> Sequence[Box]:
        """Where on it."""


class Chapter(Protocol):
    """A line of the document's own contents."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def level(self) -> int:
        """How deep it stands, from 0."""

    @property
    def page(self) -> int:
        """The page it begins on, from 0."""

    @property
    def top(self) -> float:
        """How far down that page, in points."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows `top` to `top + height` of a page, from 0, that is `width` pixels wide as a whole."""

    page: int
    width: int
    top: int
    height: int


class PageListener(Protocol):
    """Hears of the document it asked about."""

    def drawn(self, part: Hashable, picture: Picture) -> None:
        """A strip that was wanted."""

    def not_drawn(self, page: int, why: Said) -> None:
        """The page cannot be drawn, and is not tried again before `retry`."""

    def found(self, words: str, hits: Sequence[Hit], is_done: bool) -> None:
        """More places where the words stand, in the order of reading."""

    def text_read(self, page: int, text: str) -> None:
        """The words of a page."""

    def restarted(self, why: Said) -> None:
        """Drawing was interrupted and goes on."""

    def lost(self, why: Exception) -> None:
        """The document cannot be shown any more."""


class PageSource(Protocol):
    """One open document; answers come to the listener, never from inside a call."""

    @property
    def sizes(self) -> Sequence[Size]:
        """Every page's size, in order."""

    @property
    def chapters(self) -> Sequence[Chapter]:
        """The document's own contents, in order."""

    def listen(self, listener: PageListener) -> None:
        """Tell `listener` from now on."""

    def want(self, parts: Sequence[Strip]) -> None:
        """Draw these, the first ones first, and nothing that was wanted before."""

    def search(self, words: str) -> None:
        """Look for `words`, instead of what was looked for before; nothing ends a search."""

    def read(self, page: int) -> None:
        """Read the words of a page."""

    def retry(self, page: int) -> None:
        """Try a page again that could not be drawn."""

    def close(self) -> None:
        """Let the document go."""
