"""Alphabetical order as Norwegians know it: Æ, Ø and Å come last, in that order."""

from __future__ import annotations

_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def alphabetical(name: str) -> tuple[str, str]:
    """A sort key for `name`: case does not count, and the same name always gives the same key."""
    return name.casefold().translate(_LAST), name
