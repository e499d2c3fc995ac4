"""The pictures that the style sheet names: arrows and ticks, on disk in each theme's colours."""

from __future__ import annotations

from app.views.theme.icons import control_picture
from app.views.theme.places import CONTROLS
from app.views.theme.tokens import THEMES

PICTURES: dict[str, tuple[str, str]] = {
    "chevron-down": ("chevron-down", "muted"),
    "chevron-up": ("chevron-up", "muted"),
    "chevron-left": ("chevron-left", "muted"),
    "chevron-right": ("chevron-right", "muted"),
    "check": ("check", "on_accent"),
    "tick": ("check", "accent"),
}
"""File name → the icon and the token of its colour."""


def control_files() -> dict[str, str]:
    """What must lie in `resources/icons/controls`: file name → SVG text."""
    return {
        f"{name}.{scheme}.svg": control_picture(source, tokens, colour)
        for name, (source, colour) in PICTURES.items()
        for scheme, tokens in THEMES.items()
    }


def write_control_files() -> None:
    """Bring the folder in line with the tokens, after one of them was changed."""
    CONTROLS.mkdir(parents=True, exist_ok=True)
    for name, text in control_files().items():
        (CONTROLS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_control_files()
