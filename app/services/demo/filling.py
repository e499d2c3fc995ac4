"""Fills the blanks of the demo's texts: names, amounts, years, numbers, one of several ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

Value = str | Callable[[], str | None] | None

_INNERMOST = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_DRAWN = re.compile(r"n ([a-zæøå]+)(?: (\d+) (\d+))?")


class Missing(LookupError):
    """A blank that has nothing to be filled with."""


class Filler:
    """Fills texts of one case; numbers that are drawn keep their value from text to text."""

    def __init__(self, values: Mapping[str, Value], numbers: Random, drawn: dict[str, int]) -> None:
        self._values = values
        self._numbers = numbers
        self._drawn = drawn

    def fill(self, text: str, chance: Random) -> str:
        """`text` without blanks; a part in double brackets is left out when one has no value."""
        whole = _OPTIONAL.sub(lambda match: self._optional(match[1], chance), text)
        return self._all(whole, chance)

    def _optional(self, text: str, chance: Random) -> str:
        try:
            return self._all(text, chance)
        except Missing:
            return ""

    def _all(self, text: str, chance: Random) -> str:
        while True:
            filled = _INNERMOST.sub(lambda match: self._placed(match, chance), text)
            if filled == text:
                return filled
            text = filled

    def _placed(self, match: re.Match[str], chance: Random) -> str:
        """What goes into a blank, with a capital where a sentence begins."""
        told = self._one(match[1], chance)
        before = match.string[: match.start()].rstrip(" ")
        begins = not before or (before[-1] in ".!?\n" and not before.endswith("jf."))
        return capital(told) if begins else told

    def _one(self, blank: str, chance: Random) -> str:
        if blank.startswith("pick "):
            return chance.choice(blank[len("pick ") :].split("|"))
        if drawn := _DRAWN.fullmatch(blank):
            return self._number(*drawn.groups())
        value = self._values[blank]
        told = value() if callable(value) else value
        if told is None:
            raise Missing(blank)
        return told

    def _number(self, name: str, least: str | None, most: str | None) -> str:
        if least is not None and most is not None and name not in self._drawn:
            self._drawn[name] = self._numbers.randint(int(least), int(most))
        return in_words(self._drawn[name])


_WORDS = (
    "ingen",
    "én",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)


def in_words(number: int) -> str:
    """A number as running text has it: in words up to twelve."""
    if 0 <= number < len(_WORDS):
        return _WORDS[number]
    return f"{number:,}".replace(",", " ")


def counted(number: int, one: str, many: str) -> str:
    """`ett møte`, `tre møter`; `one` says the number itself."""
    return one if number == 1 else f"{in_words(number)} {many}"


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
