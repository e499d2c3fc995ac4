"""What the steps of the dialog share: their words, and how long work is begun and stopped."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.progress import Progress
from app.i18n.catalogue import _
from app.tasks.long_work import Handle
from app.views.shell.workbench import Workbench
from app.views.widgets.progress_panel import ProgressPanel

CHOOSE, COLUMNS, LOOK = 0, 1, 2
"""The steps in their order."""
STEPS = (_("Velg fil"), _("Kolonner"), _("Se over"))

Result = TypeVar("Result")


class Working(QObject):
    """One piece of long work at a time; `panel` shows it and can stop it."""

    changed = Signal()
    """It has begun or ended."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = ProgressPanel(bench.voice)
        self.panel.cancelled.connect(self.cancel)
        self._handle: Handle | None = None
        self._is_over = False

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return self._handle is not None

    def begin(
        self,
        title: str,
        start: Callable[[], Generator[Progress, None, Result]],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do what `start` gives; one that is stopped comes to nothing."""
        if self._handle is not None:
            return
        self.panel.begin(title)
        self._handle = self._bench.long_work.begin(
            start,
            done=lambda result: self._end(lambda: done(result)),
            failed=lambda error: self._end(lambda: failed(error)),
            progressed=self._show,
            cancelled=lambda: self._end(lambda: None),
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop at the next step."""
        if self._handle is not None:
            self._handle.cancel()

    def leave(self) -> None:
        """Nobody waits any more: stop, and show nothing of what comes."""
        self._is_over = True
        self.cancel()

    def _show(self, progress: Progress) -> None:
        if not self._is_over:
            self.panel.show_progress(progress)

    def _end(self, then: Callable[[], object]) -> None:
        self._handle = None
        if self._is_over:
            return
        self.panel.end()
        then()
        self.changed.emit()
