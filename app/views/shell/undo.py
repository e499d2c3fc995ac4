"""Ctrl+Z and Ctrl+Y: what can be taken back or done again, in words in the menu, and doing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.changes import Changes
from app.views.shell.field_undo import FieldUndo
from app.views.shell.protocols import OpenCouncil, UndoStep
from app.views.shell.workbench import Workbench

UNDO, REDO = _("Angre"), _("Gjør om")
UNDO_WHAT, REDO_WHAT = _("Angre: {what}"), _("Gjør om: {what}")
UNDONE, REDONE = _("Angret: {what}"), _("Gjort om igjen: {what}")
NOTHING, NOTHING_UNDONE = _("Det er ingenting å angre."), _("Det er ingenting å gjøre om.")

Steps = tuple[UndoStep | None, UndoStep | None]


class Undo(QObject):
    """Keeps the menu's words in step with the file; fields undo their own typing first."""

    def __init__(self, undo: QAction, redo: QAction, voice: Voice) -> None:
        super().__init__(undo)
        self._voice = voice
        self._council: OpenCouncil | None = None
        self._bench: Workbench | None = None
        self._leave: Callable[[], object] = lambda: None
        self._back = _Way(undo, voice, (UNDO, UNDO_WHAT, NOTHING))
        self._again = _Way(redo, voice, (REDO, REDO_WHAT, NOTHING_UNDONE))
        self._fields = FieldUndo(self)
        undo.triggered.connect(self.take_back)
        redo.triggered.connect(self.do_again)

    def attach(self, council: OpenCouncil, bench: Workbench, leave: Callable[[], object]) -> None:
        """Watch this file from now on; `leave` hands in what is typed on its page."""
        self._council, self._bench, self._leave = council, bench, leave
        bench.hub.changed.connect(self._look)
        self._look()

    def take_back(self) -> None:
        """Take back the last verb and say so; each is taken back once.

        What is being typed is stored first: it may be the end of what is taken back.
        """
        self._go(self._back, UNDONE)

    def do_again(self) -> None:
        """Do again what was taken back last, and say so."""
        self._go(self._again, REDONE)

    def _go(self, way: _Way, told: str) -> None:
        step, bench = way.step, self._bench
        if step is None or bench is None:
            return
        way.show(None)
        self._leave()
        words = self._voice.fill(told, what=step.label)
        bench.change(step.do, said=words, can_undo=False, failed=self._look)

    def _look(self, _changes: Changes | None = None) -> None:
        council = self._council
        if council is not None and self._bench is not None:
            self._bench.read(lambda: (council.undo_step(), council.redo_step()), self._show)

    def _show(self, steps: Steps) -> None:
        back, again = steps
        self._back.show(back)
        self._again.show(again)


class _Way:
    """One action of the menu, with the step that it would take now."""

    def __init__(self, action: QAction, voice: Voice, words: tuple[str, str, str]) -> None:
        self._action, self._voice, self._words = action, voice, words
        self.step: UndoStep | None = None
        self.show(None)

    def show(self, step: UndoStep | None) -> None:
        """Name the step, or say that there is none."""
        self.step = step
        plain, what, nothing = self._words
        words = self._voice.word(plain)
        if step is not None:
            words = self._voice.fill(what, what=step.label)
        self._action.setEnabled(step is not None)
        self._action.setText(words.replace("&", "&&"))
        self._action.setToolTip("" if step is not None else self._voice.word(nothing))
