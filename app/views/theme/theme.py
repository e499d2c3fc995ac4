"""Which theme is shown, by the user's choice or the system's, and how all is painted anew."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.views.theme.fonts import font, load_fonts
from app.views.theme.icons import refresh_icons
from app.views.theme.palette import current_tokens, palette_of
from app.views.theme.style_sheet import style_sheet
from app.views.theme.tokens import THEMES, Scheme, Tokens

Choice = Literal["system", "light", "dark"]

STYLE = "Fusion"
"""The one style of Qt that can be dressed in full on every system."""

_STYLED = "styled"
"""A property of an application that was made in our style."""

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def new_application(name: str) -> QApplication:
    """The application, made in our style.

    To give it the style afterwards imports all that Qt calls the parts of one, and each start would
    wait for it.
    """
    application = QApplication([name, "-style", STYLE])
    application.setProperty(_STYLED, True)
    return application


class Theme(QObject):
    """Dresses the whole application; `changed` comes after every widget has its new colours."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = "system") -> None:
        super().__init__(application)
        self._application = application
        # The wrapper must live: without a reference its signal is lost.
        self._hints = application.styleHints()
        self._choice = choice
        self._tokens: Tokens | None = None
        load_fonts()
        if not application.styleSheet():  # else another window has dressed it already
            if not application.property(_STYLED):
                application.setStyle(STYLE)
            application.setFont(font())
        self._hints.colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours on screen now."""
        return THEMES[self._scheme()]

    def choose(self, choice: Choice) -> None:
        """Show light, dark, or what the system shows; frames and menus of the system come along."""
        self._choice = choice
        self._tell_the_system()
        self._apply()

    def _tell_the_system(self) -> None:
        if self._choice == "system":
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(_SCHEMES[self._choice])

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply()

    def _scheme(self) -> Scheme:
        """A system that does not say is taken for light."""
        if self._choice != "system":
            return self._choice
        return "dark" if self._hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    def _apply(self) -> None:
        tokens = self.tokens
        if tokens is self._tokens and tokens is current_tokens():
            return
        self._tokens = tokens
        sheet = style_sheet(tokens)
        if sheet == self._application.styleSheet() and tokens is current_tokens():
            return  # another window has dressed the application already
        self._application.setPalette(palette_of(tokens))
        self._application.setStyleSheet(sheet)
        widgets = self._application.allWidgets()
        actions = [action for widget in widgets for action in widget.findChildren(QAction)]
        refresh_icons([*widgets, *actions])
        self.changed.emit()
