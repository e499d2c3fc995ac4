"""How wide words are in our own typeface, read from the font itself: the same on every machine."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.documents.pdf.glyphs import FONTS

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ELLIPSIS = "…"
_FACES = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_MEASURED_AT = 1_000
_SLACK = 1.01
"""Rounding may make a line this much wider than its letters."""
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def width(text: str, size: float, weight: int = 400) -> float:
    """The width of one line of `text`, with figures of equal width."""
    return sum(_width(letter, weight) for letter in text) * size * _SLACK


@lru_cache(maxsize=_REMEMBERED)
def cut(text: str, size: float, room: float, weight: int = 400) -> str:
    """`text`, or as much of it as has room before an ellipsis; never a single letter."""
    if width(text, size, weight) <= room:
        return text
    left = room - width(ELLIPSIS, size, weight)
    kept, used = "", 0.0
    for letter in text:
        used += _width(letter, weight) * size * _SLACK
        if used > left:
            break
        kept += letter
    kept = kept.rstrip()
    return kept + ELLIPSIS if len(kept) > 1 else ""


@cache
def _width(letter: str, weight: int) -> float:
    """A letter's width as a share of the size; figures are as wide as the widest of them."""
    letters = "0123456789" if letter.isascii() and letter.isdigit() else letter
    return max(_face(weight).getlength(one) for one in letters) / _MEASURED_AT


@cache
def _face(weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / f"Inter-{_FACES[weight]}.otf"), _MEASURED_AT)
