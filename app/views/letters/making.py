"""Files that are made beside the window: how far they have come, and what to do with old ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.domain.errors import UserError
from app.i18n.catalogue import _
from app.services.papers.made import JobResult
from app.tasks.long_work import Handle, Work
from app.views.shell.workbench import Workbench
from app.views.widgets.dialogs import Answer
from app.views.widgets.progress_panel import ProgressPanel

STOPPED = _("Avbrutt. Ingen flere filer er skrevet.")
THERE_ALREADY = _("Filene finnes fra før")
REPLACE = _("Erstatt filene")

Make = Callable[[bool], Work[JobResult]]
"""Begins the work; told whether old files may be replaced."""


class FileMaking(QObject):
    """One job at a time; `panel` shows it and can stop it."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = ProgressPanel(bench.voice)
        self.panel.setObjectName("making-progress")
        self.panel.cancelled.connect(self._cancel)
        self._handle: Handle | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._handle is not None

    def begin(self, title: str, make: Make, said: str, *, overwrite: bool = False) -> None:
        """Make the files, ask before old ones are replaced, and tell `said` when they are there."""
        if self.is_busy:
            return
        self.panel.begin(title)
        self._handle = self._bench.long_work.begin(
            partial(make, overwrite),
            progressed=self.panel.show_progress,
            done=lambda result: self._done(result, said),
            failed=lambda error: self._failed(error, title, make, said),
            cancelled=lambda: self._end(self._bench.voice.word(STOPPED)),
        )

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _end(self, said: str = "") -> None:
        self._handle = None
        self.panel.end()
        if said:
            self._bench.teller.say(said)

    def _done(self, result: JobResult, said: str) -> None:
        problems = (self._bench.voice.say(problem) for problem in result.problems)
        self._end(" ".join([said, *problems]))

    def _failed(self, error: Exception, title: str, make: Make, said: str) -> None:
        self._end()
        if isinstance(error, UserError) and error.code == "output_exists":
            voice = self._bench.voice
            self._bench.teller.ask(
                voice.word(THERE_ALREADY),
                voice.say(error),
                Answer("replace", voice.word(REPLACE), "danger"),
                lambda: self.begin(title, make, said, overwrite=True),
            )
            return
        self._bench.teller.fail(error)
