"""The one style sheet of the window, written with the tokens' names and filled with a theme."""

from __future__ import annotations

from string import Template

from app.views.theme import metrics
from app.views.theme.places import CONTROLS
from app.views.theme.style_rules import RULES
from app.views.theme.tokens import Tokens, colours


def style_sheet(tokens: Tokens) -> str:
    """The rules with the colours of `tokens` and the sizes of `metrics`; unknown names raise."""
    values = {
        **colours(tokens),
        "pictures": CONTROLS.as_posix(),
        "scheme": tokens.scheme,
        "chip": str(metrics.RADIUS_CHIP),
        "control": str(metrics.RADIUS_CONTROL),
        "card": str(metrics.RADIUS_CARD),
    }
    return Template("\n".join(RULES)).substitute(values)
