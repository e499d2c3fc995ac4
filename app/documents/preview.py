"""Pages of a PDF as pictures, and where words stand on them, for the preview inside the window."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from app.domain.errors import UserError

POINTS_PER_INCH = 72
MAX_SIDE = 6_000
"""Pixels; a page is never drawn larger, however far one zooms."""

MAX_HITS = 1_000
"""Places that one search answers with."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points (1/72 inch), as the page is shown."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: rows of `stride` bytes, four bytes a pixel (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand; several boxes when they run over a line."""

    page: int
    boxes: tuple[Box, ...]


class Preview:
    """One PDF held open; pages are counted from 0. Use it in one thread at a time."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; `UserError` when it is no PDF that can be shown."""
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UserError("preview_unreadable") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the document go."""
        self._document.close()

    def sizes(self) -> tuple[PageSize, ...]:
        """Every page's size, in order."""
        sizes = (self._document.get_page_size(page) for page in range(len(self._document)))
        return tuple(PageSize(width, height) for width, height in sizes)

    def draw(self, page: int, width: int) -> PagePicture:
        """The page `width` pixels wide, at most `MAX_SIDE` on its longer side."""
        sheet = self._document[page]
        try:
            across, down = sheet.get_size()
            scale = min(width / across, MAX_SIDE / max(across, down))
            bitmap = sheet.render(scale=scale, force_bitmap_format=_BGRX)
            data = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, data)
        finally:
            sheet.close()

    def find(self, words: str) -> tuple[Hit, ...]:
        """Where `words` stand, whatever their case, in the order of reading."""
        if not words.strip():
            return ()
        hits: list[Hit] = []
        for page in range(len(self._document)):
            hits.extend(self._find_on(page, words, MAX_HITS - len(hits)))
            if len(hits) >= MAX_HITS:
                break
        return tuple(hits)

    def text(self, page: int) -> str:
        """The words of one page, for copying."""
        sheet = self._document[page]
        words = sheet.get_textpage()
        try:
            return str(words.get_text_range())
        finally:
            words.close()
            sheet.close()

    def _find_on(self, page: int, words: str, most: int) -> list[Hit]:
        sheet = self._document[page]
        text = sheet.get_textpage()
        try:
            search, height = text.search(words), sheet.get_height()
            hits: list[Hit] = []
            while len(hits) < most and (found := search.get_next()) is not None:
                index, count = found
                hits.append(Hit(page, _boxes(text, index, count, height)))
            search.close()
            return hits
        finally:
            text.close()
            sheet.close()


_BGRX = 3
"""PDFium's name for four bytes a pixel without transparency."""


def _boxes(text: Any, index: int, count: int, height: float) -> tuple[Box, ...]:
    boxes = []
    for number in range(text.count_rects(index, count)):
        left, bottom, right, top = text.get_rect(number)
        boxes.append(Box(left, height - top, right, height - bottom))
    return tuple(boxes)
