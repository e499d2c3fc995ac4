"""Says what has to be said: in passing, as an error in words, as a question, as a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.i18n.voice import Voice
from app.views.widgets.dialogs import Answer, WordsDialog, ask, tell_error
from app.views.widgets.notices import Toast


class Teller:
    """Speaks on behalf of all pages, over the window that it was made for."""

    def __init__(
        self, window: QWidget, voice: Voice, crashed: Callable[[Exception], object]
    ) -> None:
        self._window, self._voice, self._crashed = window, voice, crashed
        self._toast = Toast(voice, window)
        self.failures = 0

    @property
    def toast(self) -> Toast:
        """The note at the foot of the window."""
        return self._toast

    def end(self) -> None:
        """Another one speaks from now on."""
        self._toast.hide()
        self._toast.deleteLater()

    def say(self, text: str, undo: Callable[[], object] | None = None, *, verb: str = "") -> None:
        """Tell in passing what was done; with `undo` comes the button "Angre", or `verb`."""
        self._toast.say(text, undo, verb=verb)

    def fail(self, error: Exception) -> None:
        """Tell a `UserError` in words; anything else is our bug, for the log and the crash dialog.

        It fits as the `failed` of everything that runs on another thread.
        """
        self.failures += 1
        if isinstance(error, UserError):
            tell_error(self._window, self._voice, error)
        else:
            self._crashed(error)

    def ask(
        self, title: str, text: str, answer: Answer, on_yes: Callable[[], object]
    ) -> WordsDialog:
        """Ask before what cannot be taken back."""
        return ask(self._window, self._voice, title, text, answer, on_yes)
