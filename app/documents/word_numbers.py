"""The numbers that Word writes before list paragraphs, which are not in the text itself."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class WordNumbers:
    """Counts through a document from its start; ask for every paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles.element
        self._numbering = _numbering_of(document)
        self._counts: dict[str, list[int]] = {}

    def before(self, paragraph: Any) -> str:
        """What stands before `paragraph`, such as `1.1. `; empty for bullets and plain text."""
        place = self._place(paragraph._p.pPr) or self._place_by_style(paragraph)
        if place is None or self._numbering is None:
            return ""
        number, level = place
        abstract = self._abstract(number)
        if abstract is None:
            return ""
        counts = self._counted(abstract, number, level)
        form = _level_of(abstract, level)
        if form is None or _value(form.find(qn("w:numFmt"))) in (None, "bullet", "none"):
            return ""
        pattern = _value(form.find(qn("w:lvlText"))) or ""
        return (
            _PLACE.sub(lambda match: self._shown(abstract, counts, int(match[1]) - 1), pattern)
            + " "
        )

    def _place(self, properties: Any) -> tuple[str, int] | None:
        """The list's number and the level, where a paragraph or a style says them."""
        numbering = None if properties is None else properties.find(qn("w:numPr"))
        if numbering is None:
            return None
        number = _value(numbering.find(qn("w:numId")))
        level = int(_value(numbering.find(qn("w:ilvl"))) or 0)
        return None if number in (None, "0") else (str(number), min(level, _LEVELS - 1))

    def _place_by_style(self, paragraph: Any) -> tuple[str, int] | None:
        style, seen = paragraph.style.element, 0
        while style is not None and seen < _LEVELS:
            if (place := self._place(style.find(qn("w:pPr")))) is not None:
                return place
            based_on = _value(style.find(qn("w:basedOn")))
            style = next(
                (one for one in self._styles if one.get(qn("w:styleId")) == based_on), None
            )
            seen += 1
        return None

    def _abstract(self, number: str) -> Any:
        for one in self._numbering.findall(qn("w:num")):
            if one.get(qn("w:numId")) == number:
                wanted = _value(one.find(qn("w:abstractNumId")))
                return next(
                    (
                        abstract
                        for abstract in self._numbering.findall(qn("w:abstractNum"))
                        if abstract.get(qn("w:abstractNumId")) == wanted
                    ),
                    None,
                )
        return None

    def _counted(self, abstract: Any, number: str, level: int) -> list[int]:
        """The counters after one more paragraph at `level`; deeper levels begin again."""
        key = str(abstract.get(qn("w:abstractNumId")))
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        for above in range(level):
            counts[above] = counts[above] or _start_of(abstract, above)
        counts[level] = counts[level] + 1 if counts[level] else _start_of(abstract, level)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return counts

    def _shown(self, abstract: Any, counts: list[int], level: int) -> str:
        form = _level_of(abstract, level)
        kind = None if form is None else _value(form.find(qn("w:numFmt")))
        value = counts[level] or 1
        match kind:
            case "lowerLetter" | "upperLetter":
                letter = chr(ord("a") + (value - 1) % 26)
                return letter.upper() if kind == "upperLetter" else letter
            case "lowerRoman" | "upperRoman":
                roman = _roman(value)
                return roman.upper() if kind == "upperRoman" else roman
        return str(value)


def _numbering_of(document: Any) -> Any:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None


def _level_of(abstract: Any, level: int) -> Any:
    levels = abstract.findall(qn("w:lvl"))
    return next((one for one in levels if one.get(qn("w:ilvl")) == str(level)), None)


def _start_of(abstract: Any, level: int) -> int:
    form = _level_of(abstract, level)
    start = None if form is None else _value(form.find(qn("w:start")))
    return int(start) if start is not None else 1


def _value(element: Any) -> str | None:
    return None if element is None else element.get(qn("w:val"))


def _roman(value: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        while value >= size:
            written += letters
            value -= size
    return written
