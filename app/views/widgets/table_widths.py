"""How the room that is left in a table is shared among the columns that grow."""

from __future__ import annotations

from collections.abc import Sequence


def share_room(room: int, wanted: Sequence[int], least: int) -> list[int]:
    """A width for each column: what its words want, or less where the room is short.

    Narrow columns get all that they want before wide ones are cut, and what nobody needs is
    shared in proportion. The widths fill the room, unless each would be less than `least`.
    """
    if not wanted:
        return []
    given = _cut(room, wanted)
    total = sum(given)
    spare = max(room - total, 0)
    grown = [width + spare * width // max(total, 1) for width in given]
    grown[grown.index(max(grown))] += max(room - sum(grown), 0)
    return [max(width, least) for width in grown]


def _cut(room: int, wanted: Sequence[int]) -> list[int]:
    """What is wanted, the widest cut to one width so that all fit."""
    left, given = max(room, 0), list(wanted)
    by_width = sorted(range(len(wanted)), key=lambda place: wanted[place])
    for number, place in enumerate(by_width):
        fair = left // (len(wanted) - number)
        given[place] = min(wanted[place], fair)
        left -= given[place]
    return given
