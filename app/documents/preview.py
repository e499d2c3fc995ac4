"""Pages of a PDF as pictures, and where words stand on them, for the preview inside the window."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Self

from app.domain.errors import UserError

POINTS_PER_INCH = 72
MAX_SIDE = 6_000
"""Pixels; a page is never drawn larger, however far one zooms."""

MAX_PART = 4_000_000
"""Pixels of one part of a page: what goes from process to process without making anyone wait."""

MAX_HITS = 1_000
"""Places that one search answers with."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points (1/72 inch), as the page is shown."""

    width: float
    height: float


MOST_CHAPTERS = 500
_DEEPEST = 4

A4 = PageSize(595.0, 842.0)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: rows of `stride` bytes, four bytes a pixel (blue, green, red, 255)."""

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


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the document's own contents: `level` from 0, `top` in points down its page."""

    title: str
    level: int
    page: int
    top: float


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
        """Every page's size, in order; a page that cannot be read counts as A4."""
        return tuple(self._size(page) for page in range(len(self._document)))

    def chapters(self) -> tuple[Chapter, ...]:
        """The document's own contents, as far as they lead to a page of it."""
        import pypdfium2

        found: list[Chapter] = []
        # What a stranger's file says of itself may be wrong in any way; the pages are still good.
        with suppress(pypdfium2.PdfiumError, ValueError, OverflowError):
            for line in islice(self._document.get_toc(max_depth=_DEEPEST), MOST_CHAPTERS):
                target = line.get_dest()
                page = target.get_index() if target is not None else None
                if page is not None and 0 <= page < len(self._document):
                    top = self._top(target, page)
                    found.append(Chapter(line.get_title(), line.level, page, top))
        return tuple(found)

    def draw(self, page: int, width: int) -> PagePicture:
        """The page `width` pixels wide, at most `MAX_SIDE` on its longer side."""
        with self._page(page) as sheet:
            across, down = sheet.get_size()
            scale = min(width / across, MAX_SIDE / max(across, down))
            bitmap = sheet.render(scale=scale, force_bitmap_format=_BGRX)
            data = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, data)

    def draw_part(self, page: int, width: int, top: int, height: int) -> PagePicture:
        """Rows `top` to `top + height` of the page drawn `width` pixels wide, cut at its foot.

        The parts of a page fit to the pixel; at most `MAX_PART` pixels at a time (`ValueError`).
        """
        import pypdfium2

        full = full_height(self._size(page), width)
        rows = max(1, min(height, full - top))
        if width * rows > MAX_PART:
            raise ValueError(f"{width} × {rows} pixels are too many for one picture")
        with self._page(page) as sheet:
            bitmap = pypdfium2.PdfBitmap.new_native(width, rows, _BGRX)
            bitmap.fill_rect(_WHITE, 0, 0, width, rows)
            pypdfium2.raw.FPDF_RenderPageBitmap(
                bitmap, sheet, 0, -top, width, full, 0, pypdfium2.raw.FPDF_ANNOT
            )
            data = ctypes.string_at(bitmap.buffer, bitmap.stride * rows)
            return PagePicture(width, rows, bitmap.stride, data)

    def find(self, words: str, first: int = 0, count: int | None = None) -> tuple[Hit, ...]:
        """Where `words` stand, whatever their case, in the order of reading.

        Looks through `count` pages from page `first` on, or all that follow.
        """
        if not words.strip():
            return ()
        hits: list[Hit] = []
        last = len(self._document) if count is None else first + count
        for page in range(first, min(last, len(self._document))):
            hits.extend(self._find_on(page, words, MAX_HITS - len(hits)))
            if len(hits) >= MAX_HITS:
                break
        return tuple(hits)

    def text(self, page: int) -> str:
        """The words of one page, for copying."""
        with self._page(page) as sheet, closing(sheet.get_textpage()) as words:
            return str(words.get_text_range())

    def _find_on(self, page: int, words: str, most: int) -> list[Hit]:
        with self._page(page) as sheet, closing(sheet.get_textpage()) as text:
            search = text.search(words)
            hits: list[Hit] = []
            while len(hits) < most and (found := search.get_next()) is not None:
                hits.append(Hit(page, _boxes(sheet, text, *found)))
            search.close()
            return hits

    @contextmanager
    def _page(self, page: int) -> Iterator[Any]:
        """The page, while it is needed; `UserError` when it cannot be read."""
        import pypdfium2

        try:
            sheet = self._document[page]
        except pypdfium2.PdfiumError as error:
            raise UserError("preview_page_unreadable", page=page + 1) from error
        try:
            yield sheet
        except pypdfium2.PdfiumError as error:
            raise UserError("preview_page_unreadable", page=page + 1) from error
        finally:
            sheet.close()

    def _top(self, target: Any, page: int) -> float:
        """How far down the page a target lies, in points; 0 when it does not say."""
        import pypdfium2

        mode, view = target.get_view()
        if mode != pypdfium2.raw.PDFDEST_VIEW_XYZ or not view:
            return 0.0
        size = self._size(page)
        return min(max(size.height - float(view[1]), 0.0), size.height)

    def _size(self, page: int) -> PageSize:
        import pypdfium2

        try:
            width, height = self._document.get_page_size(page)
        except pypdfium2.PdfiumError:
            return A4
        return PageSize(width, height) if width > 0 and height > 0 else A4


def full_height(size: PageSize, width: int) -> int:
    """How many rows of pixels a page of `size` has when it is drawn `width` pixels wide."""
    return max(1, round(width * size.height / size.width))


_BGRX = 3
"""PDFium's name for four bytes a pixel without transparency; the fourth stays as it is filled."""
_WHITE = (255, 255, 255, 255)
_FINE = 64
"""Steps to a point, where PDFium turns a place on a page into whole numbers."""


def _boxes(sheet: Any, text: Any, index: int, count: int) -> tuple[Box, ...]:
    """Where the letters stand on the page as it is shown: turned, and cut to what is seen."""
    import pypdfium2

    width, height = sheet.get_size()
    seen = (0, 0, round(width * _FINE), round(height * _FINE), 0)
    place = pypdfium2.PdfPosConv(sheet, seen)
    boxes = []
    for number in range(text.count_rects(index, count)):
        left, bottom, right, top = text.get_rect(number)
        across, down = zip(place.to_bitmap(left, top), place.to_bitmap(right, bottom), strict=True)
        corners = (min(across), min(down), max(across), max(down))
        boxes.append(Box(*(value / _FINE for value in corners)))
    return tuple(boxes)
