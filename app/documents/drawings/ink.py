"""The colours of a picture on paper: the light ones, by the names that shapes use."""

from __future__ import annotations

from collections.abc import Mapping

PAPER: Mapping[str, str] = {
    "surface": "#FFFFFF",
    "text": "#1B2429",
    "muted": "#5E6B73",
    "line": "#DFE3E6",
    "faint_line": "#EDF0F2",
    "hover": "#F3F5F6",
    "pressed": "#E8ECEE",
    "accent": "#0B5C6B",
    "warn": "#9A6200",
    "bad": "#B3261E",
    "bad_soft": "#FBE9E7",
    "business": "#C98A1B",
    "research": "#3B6FB5",
    "public": "#0B5C6B",
    "plum": "#7B4B94",
    "moss": "#4E7A27",
    "rose": "#A8476A",
    "on_accent": "#FFFFFF",
    "on_business": "#1B2429",
}
"""The same as the window's light theme; a test holds them together."""
