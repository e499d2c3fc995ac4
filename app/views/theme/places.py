"""Where the fonts and icons lie that the window brings along."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
CONTROLS = ICONS / "controls"
