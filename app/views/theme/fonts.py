"""The window's own typeface, with figures of equal width so that columns stand straight."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.views.theme.metrics import TYPE
from app.views.theme.places import FONTS

FAMILY = "Inter"
_FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic", "BoldItalic")


@cache
def load_fonts() -> None:
    """Make the bundled faces known to Qt, once; one that is missing falls back to the system's."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{face}.otf"))


def font(step: str = "body") -> QFont:
    """The font of one step of the type scale, such as `section`, with tabular figures."""
    return QFont(_made(step))


@cache
def _made(step: str) -> QFont:
    kind = TYPE[step]
    made = QFont(FAMILY)
    made.setPixelSize(kind.pixels)
    made.setWeight(QFont.Weight(kind.weight))
    # Letters keep their own widths everywhere; hinting would round them to whole pixels.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.tracking)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
