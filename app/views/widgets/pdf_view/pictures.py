"""The pictures at hand: the latest strips of pages, within a limit of memory."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.views.widgets.pdf_view.source import Picture, Size, Strip

MEMORY = 160_000_000
"""Bytes; a screen of 4 K shows some 70 million at a time."""


@dataclass(slots=True)
class _Kept:
    image: QImage
    data: bytes
    """The image only points there."""
    is_stale: bool = False


class Pictures:
    """Keeps what was drawn; what was shown longest ago goes first."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._kept: OrderedDict[Strip, _Kept] = OrderedDict()
        self._used = 0

    @property
    def used(self) -> int:
        """Bytes that are held."""
        return self._used

    def put(self, strip: Strip, picture: Picture) -> None:
        """Keep what a strip looks like."""
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        self._drop(strip)
        self._kept[strip] = _Kept(image, picture.data)
        self._used += len(picture.data)
        while self._used > self._memory and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def get(self, strip: Strip) -> QImage | None:
        """What a strip looks like now, if it is here."""
        kept = self._kept.get(strip)
        if kept is None or kept.is_stale:
            return None
        self._kept.move_to_end(strip)
        return kept.image

    def stand_in(self, page: int, width: int) -> list[tuple[Strip, QImage]]:
        """Strips of the page as it looked before, or in the size nearest to `width`."""
        widths = {
            (strip.width, kept.is_stale) for strip, kept in self._kept.items() if strip.page == page
        }
        widths.discard((width, False))
        if not widths:
            return []
        best = min(widths, key=lambda each: (abs(math.log(each[0] / width)), each[1]))
        return [
            (strip, kept.image)
            for strip, kept in self._kept.items()
            if strip.page == page and (strip.width, kept.is_stale) == best
        ]

    def make_stale(self, before: Sequence[Size], after: Sequence[Size]) -> None:
        """The document was made anew: pages of the same size look as they did, for a moment."""
        for strip in list(self._kept):
            if strip.page < len(after) and _is_like(before[strip.page], after[strip.page]):
                self._kept[strip].is_stale = True
            else:
                self._drop(strip)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._used = 0

    def _drop(self, strip: Strip) -> None:
        kept = self._kept.pop(strip, None)
        if kept is not None:
            self._used -= len(kept.data)


def _is_like(one: Size, other: Size) -> bool:
    return (one.width, one.height) == (other.width, other.height)
