"""The colour of a body as a ground and as an edge in the calendar."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.views.theme.tokens import Tokens

_SOFT = {"light": 0.16, "dark": 0.30}
"""How much of its colour the ground of a meeting has, for the words on it to be read."""


def strong(ink: str, tokens: Tokens) -> QColor:
    """The colour itself."""
    return QColor(getattr(tokens, ink))


def soft(ink: str, tokens: Tokens) -> QColor:
    """The same as a ground for words."""
    share = _SOFT[tokens.scheme]
    top, ground = strong(ink, tokens), QColor(tokens.surface)

    def mixed(one: int, other: int) -> int:
        return round(share * one + (1 - share) * other)

    return QColor(
        mixed(top.red(), ground.red()),
        mixed(top.green(), ground.green()),
        mixed(top.blue(), ground.blue()),
    )
