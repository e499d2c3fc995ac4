"""The colours of a picture on paper: the light ones, by the names that shapes use."""

from __future__ import annotations

from collections.abc import Mapping

PAPER: Mapping[str, str] = {
    "surface": "#FFFFFF",
    "text": "#1B2429",
    "muted": "#5E6B73",
    "line": "#DFE3E6",
    "faint_line": "#EDF0F2",
    "accent": "#0B5C6B",
    "bad": "#B3261E",
    "bad_soft": "#FBE9E7",
    "business": "#C98A1B",
    "research": "#3B6FB5",
    "public": "#0B5C6B",
}
"""The same as the window's light theme; a test holds them together."""
