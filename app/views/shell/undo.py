"""Ctrl+Z: what can be taken back now, in words in the menu, and the taking back itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.changes import Changes
from app.views.shell.protocols import OpenCouncil, UndoStep
from app.views.shell.workbench import Workbench

UNDO = _("Angre")
UNDO_WHAT = _("Angre: {what}")
UNDONE = _("Angret: {what}")
NOTHING = _("Det er ingenting å angre.")


class Undo(QObject):
    """Keeps the menu's words in step with the file; fields undo their own typing first."""

    def __init__(self, action: QAction, voice: Voice) -> None:
        super().__init__(action)
        self._action, self._voice = action, voice
        self._council: OpenCouncil | None = None
        self._bench: Workbench | None = None
        self._leave: Callable[[], object] = lambda: None
        self._step: UndoStep | None = None
        self._show(None)
        action.triggered.connect(self.take_back)

    def attach(self, council: OpenCouncil, bench: Workbench, leave: Callable[[], object]) -> None:
        """Watch this file from now on; `leave` hands in what is typed on its page."""
        self._council, self._bench, self._leave = council, bench, leave
        bench.hub.changed.connect(self._look)
        self._look()

    def take_back(self) -> None:
        """Take back the last verb and say so; each is taken back once.

        What is being typed is stored first: it may be the end of what is taken back.
        """
        step, bench = self._step, self._bench
        if step is None or bench is None:
            return
        self._show(None)
        self._leave()
        bench.change(step.do, said=self._voice.fill(UNDONE, what=step.label), can_undo=False)

    def _look(self, _changes: Changes | None = None) -> None:
        if self._council is not None and self._bench is not None:
            self._bench.read(self._council.undo_step, self._show)

    def _show(self, step: UndoStep | None) -> None:
        self._step = step
        self._action.setEnabled(step is not None)
        words = self._voice.word(UNDO)
        if step is not None:
            words = self._voice.fill(UNDO_WHAT, what=step.label)
        self._action.setText(words.replace("&", "&&"))
        self._action.setToolTip("" if step is not None else self._voice.word(NOTHING))
