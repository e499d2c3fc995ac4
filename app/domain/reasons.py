"""What a rule has to say to people, as a code and its facts; the sentence is made in `i18n`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

Value = str | int | bool | date | time | tuple[str, ...] | None
"""What a parameter may be: text, whole number (kroner, days), date, clock time, list of names."""


@dataclass(frozen=True, slots=True, init=False)
class Reason:
    """One reason: a code that never changes, and the facts that its sentence needs."""

    code: str
    items: tuple[tuple[str, Value], ...]

    def __init__(self, code: str, /, **params: Value) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "items", tuple(params.items()))

    @property
    def params(self) -> Mapping[str, Value]:
        """The facts by name."""
        return dict(self.items)
