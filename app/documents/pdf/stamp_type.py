"""The type that stamps are set with: Inter, holding only the letters that this package needs.

Typst would need a page for each stamp, which for 500 pages takes as long as our own pages do; so
it sets one page with every letter, and the fonts of that page are used by all stamps.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pikepdf import Array, Pdf

from app.documents.pdf.glyphs import STAND_IN
from app.documents.pdf.typeset import typeset

_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_BOLD = "SemiBold"


@dataclass(frozen=True, slots=True)
class Face:
    """One face: the font in the package, and each letter's code (as hex) and width (1/1000)."""

    font: Any
    codes: dict[int, str]
    widths: dict[str, float]

    def encoded(self, text: str) -> str:
        """`text` as a string for a content stream."""
        return f"<{text.translate(self.codes)}>"

    def width(self, text: str, size: float) -> float:
        """How wide `text` is in points, set in `size` points."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


def faces(package: Pdf, texts: Iterable[str], dated_on: date) -> tuple[Face, Face]:
    """The regular and the semibold face with every letter of `texts`, as fonts of `package`."""
    letters = sorted(set("".join(texts)) | {STAND_IN, " "})
    made = typeset("specimen", {"letters": letters}, dated_on, archival=False)
    with Pdf.open(io.BytesIO(made.data)) as specimen:
        fonts = list(specimen.pages[0].obj.Resources.Font.values())
        found = {_BOLD in str(font.BaseFont): _face(package, font, letters) for font in fonts}
    return found[False], found[True]


def _face(package: Pdf, font: Any, letters: Iterable[str]) -> Face:
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    known = {_letter(letter): code.decode("ascii") for code, letter in pairs}
    codes = {letter: known.get(letter, known[STAND_IN]) for letter in letters}
    widths = _widths(font.DescendantFonts[0].W)
    return Face(
        package.copy_foreign(font),
        {ord(letter): code for letter, code in codes.items()},
        {letter: widths.get(int(code, 16), 0.0) for letter, code in codes.items()},
    )


def _letter(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _widths(array: Array) -> dict[int, float]:
    """Widths by code from a PDF's two ways of writing them."""
    widths: dict[int, float] = {}
    parts: list[Any] = list(array)
    while parts:
        first, second = int(parts[0]), parts[1]
        if isinstance(second, Array):
            widths |= {first + at: float(width) for at, width in enumerate(list(second))}
            parts = parts[2:]
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(parts[2]))
            parts = parts[3:]
    return widths
