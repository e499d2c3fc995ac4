"""Chance that is the same every time: every draw has a name, and no draw disturbs another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws for one demo; what is drawn depends on its arguments and on the draw's name alone."""

    years: int
    today: date

    def of(self, *names: object) -> Random:
        """A generator of its own for the draw called `names`."""
        return Random("/".join(map(str, (self.years, self.today.isoformat(), *names))))
