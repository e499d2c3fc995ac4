"""The colour of each body in the calendar; its name always stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from app.services.year.facts import YearView
from app.views.theme.tokens import Tokens

_INKS = ("public", "business", "research", "ok", "muted", "text")
"""Tokens in the order in which bodies take them; with more bodies they come round again."""
_SOFT = {"light": 0.16, "dark": 0.30}
"""How much of its colour the ground of a meeting has, for the words on it to be read."""


def body_inks(view: YearView) -> Mapping[str, str]:
    """The token of every body, by its place among all of the council's."""
    return {body.code: _INKS[place % len(_INKS)] for place, body in enumerate(view.bodies)}


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
