"""A document without a PDF: plain pages in one colour, given when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.reasons import Reason
from app.views.widgets.pdf_view.source import PageListener, PageSource, Strip

A4 = (595.0, 842.0)
GREEN, RED, WHITE = b"\x40\x80\x20\xff", b"\x20\x20\xc0\xff", b"\xff" * 4
"""Colours of paper, as bytes of a pixel."""


@dataclass(frozen=True, slots=True)
class ASize:
    """A page's size in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class APicture:
    """A strip in one colour."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ABox:
    """A place on a page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class AHit:
    """A place where words stand."""

    page: int
    boxes: tuple[ABox, ...]


@dataclass(frozen=True, slots=True)
class AChapter:
    """A line of the contents."""

    title: str
    page: int
    top: float = 0.0
    level: int = 0


def a_hit(page: int, top: float = 100.0) -> AHit:
    """A word of 60 points, far from the page's edges."""
    return AHit(page, (ABox(100, top, 160, top + 12),))


@dataclass
class FakeSource:
    """Remembers what was asked of it; `draw` answers all that is wanted now."""

    pages: int = 3
    colour: bytes = GREEN
    size: tuple[float, float] = A4
    chapters: Sequence[AChapter] = ()
    hits: Sequence[AHit] = ()
    draws_at_once: bool = False
    texts: Sequence[str] = ()
    wanted: list[Strip] = field(default_factory=list)
    asked: list[list[Strip]] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    retried: list[int] = field(default_factory=list)
    is_closed: bool = False
    listener: PageListener | None = None

    @property
    def sizes(self) -> Sequence[ASize]:
        return [ASize(*self.size)] * self.pages

    def listen(self, listener: PageListener) -> None:
        self.listener = listener

    def want(self, parts: Sequence[Strip]) -> None:
        self.wanted = list(parts)
        self.asked.append(list(parts))
        if self.draws_at_once:
            QTimer.singleShot(0, self.draw)

    def search(self, words: str) -> None:
        self.searched.append(words)
        if words:
            QTimer.singleShot(0, lambda: self.tell_found(words))

    def read(self, page: int) -> None:
        QTimer.singleShot(0, lambda: self.heard().text_read(page, self.texts[page]))

    def retry(self, page: int) -> None:
        self.retried.append(page)

    def close(self) -> None:
        self.is_closed = True
        self.listener = None

    def heard(self) -> PageListener:
        """Who listens."""
        assert self.listener is not None
        return self.listener

    def draw(self) -> None:
        """Give every strip that is wanted."""
        wanted, self.wanted = self.wanted, []
        for part in wanted:
            if self.listener is not None:
                self.listener.drawn(part, self.picture(part))

    def picture(self, part: Strip) -> APicture:
        """What a strip looks like."""
        stride = part.width * 4
        return APicture(part.width, part.height, stride, self.colour * (part.width * part.height))

    def tell_found(self, words: str) -> None:
        """Tell of the hits, as the last ones."""
        if self.listener is not None:
            self.listener.found(words, self.hits, True)


@dataclass
class FakePreviews:
    """Shows a document of plain pages for everything that it is asked for."""

    asked: list[Any] = field(default_factory=list)
    sources: list[FakeSource] = field(default_factory=list)
    closed: int = 0
    problems: tuple[Reason, ...] = ()
    error: Exception | None = None
    holds_back: bool = False

    def show_content(
        self,
        content: Any,
        shown: Callable[[PageSource, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> FakePreviews:
        self.asked.append(content)
        if not self.holds_back:
            QTimer.singleShot(0, lambda: self._answer(shown, failed))
        return self

    def show_attachment(
        self,
        attachment: Any,
        shown: Callable[[PageSource, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> FakePreviews:
        return self.show_content(attachment, shown, failed)

    def close(self) -> None:
        """One that was asked for is not wanted any more."""
        self.closed += 1

    def _answer(
        self,
        shown: Callable[[PageSource, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        if self.error is not None:
            failed(self.error)
            return
        self.sources.append(FakeSource(draws_at_once=True))
        shown(self.sources[-1], self.problems)


def pause() -> None:
    """Let everything happen that waits for the event loop to be idle."""
    for _ in range(3):
        QApplication.processEvents()
