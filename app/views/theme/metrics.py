"""Sizes in device-independent pixels: spacing, radii, rows, and the steps of type."""

from __future__ import annotations

from dataclasses import dataclass

TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
"""The only distances between things."""

RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD = 4, 6, 8

CONTROL_HEIGHT = 32
ROW_HEIGHT = 38
TABLE_ROW_HEIGHT = 34
HEADER_HEIGHT = 62
NAVIGATION_WIDTH = 208
STATUS_HEIGHT = 26
ICON = 16
LARGE_ICON = 18

REGULAR, MEDIUM_WEIGHT, SEMIBOLD = 400, 500, 600


@dataclass(frozen=True, slots=True)
class Type:
    """A step of the type scale: pixels, weight, and what is added between letters."""

    pixels: int
    weight: int
    tracking: float = 0.0


TYPE: dict[str, Type] = {
    "body": Type(13, REGULAR),
    "medium": Type(13, MEDIUM_WEIGHT),
    "strong": Type(13, SEMIBOLD),
    "section": Type(14, SEMIBOLD, -0.08),
    "heading": Type(17, SEMIBOLD, -0.2),
    "title": Type(20, SEMIBOLD, -0.35),
    "small": Type(12, REGULAR),
    "caption": Type(12, MEDIUM_WEIGHT),
    "chip": Type(12, MEDIUM_WEIGHT),
}
"""Body 13, page title 20, section 14, small 12; whole pixels, since Qt rounds the others."""
