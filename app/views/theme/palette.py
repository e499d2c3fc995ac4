"""Qt's own palette from our tokens, explicit in every role, for the Fusion style."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from app.views.theme.tokens import DARK, LIGHT, THEMES, Tokens

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

_ROLES: dict[QPalette.ColorRole, str] = {
    Role.Window: "background",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "background",
    Role.ToolTipBase: "surface",
    Role.ToolTipText: "text",
    Role.PlaceholderText: "muted",
    Role.Text: "text",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "bad",
    Role.Light: "surface",
    Role.Midlight: "faint_line",
    Role.Dark: "field_line",
    Role.Mid: "line",
    Role.Shadow: "shadow",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.Accent: "accent",
}


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for `tokens`; what is disabled keeps its ground and is written muted."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(tokens.muted))
    return palette


def current_tokens() -> Tokens:
    """The tokens that the application is painted with now, for whoever paints by hand."""
    window = QGuiApplication.palette().color(Role.Window)
    for tokens in THEMES.values():
        if window == QColor(tokens.background):
            return tokens
    return DARK if window.lightness() < 128 else LIGHT
