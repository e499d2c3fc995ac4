"""Which characters our font can draw, and what stands in for those it cannot."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.domain.reasons import Reason
from app.domain.rich_text import clean

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
STAND_IN = "□"
MAX_NAMED = 20

_UNSEEN = re.compile(
    "[\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0020-\U000e01ef]"
)
"""Joiners, variation selectors and direction marks: nothing to draw, and able to mislead."""

_PLAIN = re.compile("[\n -~\u00a0-\u0148\u014a-\u017e–—‘’“”•…€−]*")
"""What nearly every text is made of, and what every face of ours has: the fast way."""

_LONG_WORD = re.compile(r"\S{31,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = 24
_SAME = {"\t": " ", "\u2028": "\n", "\u2029": "\n", "☐": "□", "\u2010": "-"}


class ReadyText:
    """Makes text fit to be drawn, and remembers every character that had to be replaced."""

    def __init__(self) -> None:
        self._replaced: dict[str, None] = {}

    def __call__(self, text: str) -> str:
        """`text` with nothing in it that the font lacks; words too long for a line may part."""
        if not _PLAIN.fullmatch(text):
            text = "".join(self._drawable(clean(text).translate(_TABLE)))
        return _LONG_WORD.sub(_parted, text)

    @property
    def problems(self) -> tuple[Reason, ...]:
        """One reason that names the characters that were replaced, if any were."""
        if not self._replaced:
            return ()
        named = tuple(self._replaced)[:MAX_NAMED]
        return (Reason("characters_replaced", characters=named, n=len(self._replaced)),)

    def _drawable(self, text: str) -> Iterator[str]:
        known = drawable()
        joined = False
        for character in text:
            if _UNSEEN.match(character):
                joined = character == "\u200d"
                continue
            if ord(character) in known or character == "\n":
                yield character
            elif not joined and not _is_skin_tone(character):
                yield self._instead(character, known)
            joined = False

    def _instead(self, character: str, known: frozenset[int]) -> str:
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and all(ord(part) in known for part in plain):
            return plain
        self._replaced[character] = None
        return "" if unicodedata.combining(character) else STAND_IN


_TABLE = str.maketrans(_SAME)


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _parted(match: re.Match[str]) -> str:
    """A long word with places to part: soft hyphens in letters, silent ones elsewhere."""
    word = match.group()
    if len(word) < 3 * _PIECE and _LETTERS.fullmatch(word):
        return word
    if "@" in word and len(word) < 3 * _PIECE:  # an address must come out whole when it is copied
        return word
    joint = "\u00ad" if _LETTERS.fullmatch(word) else "\u200b"
    return joint.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


@cache
def drawable() -> frozenset[int]:
    """Every code point that all our faces can draw."""
    faces = [frozenset(_code_points(path.read_bytes())) for path in sorted(FONTS.glob("*.otf"))]
    return frozenset.intersection(*faces)


def _code_points(font: bytes) -> Iterator[int]:
    start = _table(font, b"cmap")
    for index in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">HHI", font, start + 4 + 8 * index)[2]
        kind = struct.unpack_from(">H", font, offset)[0]
        if kind == 4:
            yield from _segments(font, offset)
        elif kind == 12:
            for group in range(struct.unpack_from(">I", font, offset + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _segments(font: bytes, offset: int) -> Iterator[int]:
    """Code points of a cmap of format 4; the last segment only marks the end."""
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)


def _table(font: bytes, name: bytes) -> int:
    count = struct.unpack_from(">H", font, 4)[0]
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise LookupError(f"the font has no table {name!r}")
