"""The colour of each body wherever a year is shown; its name or code always stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.services.year.facts import YearBody

_INKS = ("public", "business", "plum", "moss", "research", "rose", "muted")
"""The theme's names in the order in which bodies take them; with more bodies they come again."""


def body_inks(bodies: Sequence[YearBody]) -> Mapping[str, str]:
    """The ink of every body by its place among all of the council's, the same in every year."""
    return {body.code: _INKS[place % len(_INKS)] for place, body in enumerate(bodies)}


def ink_on(ink: str) -> str:
    """The ink of words that stand on a ground of `ink`."""
    return "on_business" if ink == "business" else "on_accent"
