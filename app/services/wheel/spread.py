"""Where the marks of a ring stand: each as near to its day as can be, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

WHOLE = 360.0
_SHARES = (1.0, 0.8, 0.62, 0.48, 0.36)
"""How much of its usual width a mark keeps where marks are crowded, in turn."""
_FAR = 5.0
"""Degrees, about as many days: a mark further from its day would mislead."""

Place = tuple[float, float]
"""Where a mark begins and how far it goes, in degrees."""


def arrange(
    wanted: Sequence[float],
    ideal: Sequence[float],
    usual: float,
    least: float,
    gap: float,
    free: float = 0.0,
) -> list[Place]:
    """A place for each mark, in order: `ideal` widths where there is room, else less.

    `wanted` are the middles, rising. Crowded marks keep what they can of the `usual` width while
    they are near their days, then the `least`; in a ring too full for that, an equal share.
    """
    if not wanted:
        return []
    count = len(wanted)
    least = min(least, (WHOLE - gap * count) / count)
    widths = [least] * count
    middles = spread(wanted, widths, gap)
    for share in _SHARES:
        tried = [min(one, max(usual * share, least)) for one in ideal]
        if sum(tried) + gap * count > WHOLE:
            continue
        found = spread(wanted, tried, gap)
        if max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= _FAR + usual / 2:
            widths, middles = tried, found
            break
    ideal = [
        wish if abs(middle - day) <= width / 2 else width
        for wish, middle, day, width in zip(ideal, middles, wanted, widths, strict=True)
    ]
    return _widened(middles, widths, ideal, gap, max(free, gap / 2))


def spread(wanted: Sequence[float], widths: Sequence[float], gap: float) -> list[float]:
    """The middles nearest to the wanted ones, by least squares, that keep order and distance.

    Neighbours that would touch are moved together as one block, and none crosses New Year.
    """
    offsets = [gap / 2 + widths[0] / 2]
    for before, width in pairwise(widths):
        offsets.append(offsets[-1] + before / 2 + gap + width / 2)
    last = max(WHOLE - gap / 2 - widths[-1] / 2 - offsets[-1], 0.0)
    blocks: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, offsets, strict=True):
        total, count = middle - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before_total, before_count = blocks.pop()
            total, count = total + before_total, count + before_count
        blocks.append((total, count))
    shifts = [
        min(max(total / count, 0.0), last) for total, count in blocks for _mark in range(count)
    ]
    return [offset + shift for offset, shift in zip(offsets, shifts, strict=True)]


def _widened(
    middles: Sequence[float],
    widths: Sequence[float],
    ideal: Sequence[float],
    gap: float,
    edge: float,
) -> list[Place]:
    """Marks with free room grow to either side, each into its own half of the room there."""
    starts = [middle - width / 2 for middle, width in zip(middles, widths, strict=True)]
    ends = [middle + width / 2 for middle, width in zip(middles, widths, strict=True)]
    places = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        is_last = number == len(starts) - 1
        left = (start - ends[number - 1] - gap) / 2 if number else start - edge
        right = WHOLE - edge - end if is_last else (starts[number + 1] - end - gap) / 2
        left, right = max(left, 0.0), max(right, 0.0)
        wish = max(ideal[number] - widths[number], 0.0)
        back = min(left, max(wish / 2, wish - right))
        on = min(right, wish - back)
        places.append((start - back, end - start + back + on))
    return places
