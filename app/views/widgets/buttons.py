"""Buttons by their weight: one primary on a screen, secondary, quiet, link, danger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app.views.theme.icons import set_icon
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip

Kind = Literal["secondary", "primary", "quiet", "link", "danger"]

_THIN_SPACE = "\N{THIN SPACE}"

_INK = {
    "secondary": "muted",
    "primary": "on_accent",
    "quiet": "muted",
    "link": "accent",
    "danger": "bad",
}


class PressedButton(QPushButton):
    """Enter presses it as the space bar does; Qt leaves Enter to a dialog's own verb."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


class PressedToolButton(QToolButton):
    """The same for a button with an icon alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, and nothing held with it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_key and held == Qt.KeyboardModifier.NoModifier


def button(
    text: str,
    name: str,
    kind: Kind = "secondary",
    *,
    icon: str | None = None,
    on_click: Callable[[], object] | None = None,
    parent: QWidget | None = None,
) -> QPushButton:
    """A button with a verb on it; `name` is its objectName."""
    made = named(PressedButton(parent), name, text)
    # Qt leaves too little air between icon and words.
    made.setText((_THIN_SPACE if icon else "") + _literal(text))
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon is not None:
        set_icon(made, icon, _INK[kind])
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(
    icon: str,
    spoken: str,
    name: str,
    *,
    on_click: Callable[[], object] | None = None,
    parent: QWidget | None = None,
) -> QToolButton:
    """A button that shows only an icon; its words are in the tooltip and for screen readers."""
    made = named(PressedToolButton(parent), name, spoken)
    made.setToolTip(plain_tooltip(spoken))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_icon(made, icon)
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def say_why(wearer: QWidget, missing: str | None) -> None:
    """Enable `wearer`, or disable it and say in its tooltip what is missing."""
    wearer.setEnabled(missing is None)
    wearer.setAccessibleDescription(missing or "")
    wearer.setToolTip(plain_tooltip(missing or ""))


def _literal(text: str) -> str:
    """An ampersand in data is an ampersand, not a shortcut."""
    return text.replace("&", "&&")
