"""One file that the user takes out: where it shall lie, how far it has come, and its folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n.catalogue import _
from app.services.papers.made import JobResult
from app.tasks.long_work import Handle, Work
from app.views.papers.places import RealSystem
from app.views.shell.workbench import Workbench
from app.views.widgets.dialogs import Answer, WordsDialog
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.progress_panel import ProgressPanel

MADE = _("{file} er laget i {folder}.")
MADE_TITLE = _("Filen er laget")
STOPPED = _("Avbrutt. Ingen fil er skrevet.")
OPEN_FOLDER, CLOSE = _("Åpne mappen"), _("Lukk")
PURPOSE = "exports"


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What is taken out: words for the dialog and the progress, the file's usual name, its work.

    `make` is given the file, which the user has said may be replaced.
    """

    title: str
    kind: str
    suffix: str
    name: str
    working: str
    make: Callable[[Path], Work[JobResult]]


class OneFile(QObject):
    """Makes one file at a time; `panel` shows it and can stop it."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._over = bench, parent
        self.panel = ProgressPanel(bench.voice)
        self.panel.cancelled.connect(self._cancel)
        self._handle: Handle | None = None

    @property
    def is_working(self) -> bool:
        """Whether a file is being made."""
        return self._handle is not None

    def begin(
        self,
        out: Path,
        work: Callable[[], Work[Any]],
        done: Callable[[Any], object],
        *,
        working: str,
        stopped: str,
    ) -> None:
        """Do `work`, which writes `out`, unless another file is being made; then tell `done`."""
        if self.is_working:
            return
        self._bench.folders.keep(PURPOSE, out.parent)
        self.panel.begin(working)

        def end_well(result: Any) -> None:
            self._end()
            done(result)

        self._handle = self._bench.long_work.begin(
            work,
            done=end_well,
            failed=self._fail,
            progressed=self.panel.show_progress,
            cancelled=lambda: self._stopped(stopped),
        )

    def made_words(self, out: Path) -> str:
        """That a file is there, and where."""
        return self._bench.voice.fill(MADE, file=out.name, folder=out.parent.name)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _end(self) -> None:
        self._handle = None
        self.panel.end()

    def _stopped(self, said: str) -> None:
        self._end()
        self._bench.teller.say(said)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._bench.teller.fail(error)


class FileExport(OneFile):
    """Tells of the file with a way into its folder."""

    def __init__(
        self,
        bench: Workbench,
        parent: QWidget,
        open_folder: Callable[[Path], object] | None = None,
    ) -> None:
        super().__init__(bench, parent)
        self._open_folder = open_folder or RealSystem().open
        self.panel.setObjectName("export-progress")

    def ask(self, plan: FilePlan) -> QFileDialog:
        """Let the user choose the file, and make it."""
        start = str(self._bench.folders.start(PURPOSE))
        dialog = FileDialog(self._over, plan.title, start, plan.kind)
        dialog.setObjectName("export-file-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(plan.suffix)
        dialog.selectFile(f"{plan.name}.{plan.suffix}")
        dialog.fileSelected.connect(lambda chosen: self.make(plan, Path(chosen)))
        dialog.open()
        return dialog

    def make(self, plan: FilePlan, out: Path) -> None:
        """Write `out`, and say where it is."""
        self.begin(
            out,
            lambda: plan.make(out),
            self._done,
            working=plan.working,
            stopped=self._bench.voice.word(STOPPED),
        )

    def _done(self, result: JobResult) -> None:
        """In passing; what there is to think about stays until it is read."""
        voice, path = self._bench.voice, result.files[0].path
        said = self.made_words(path)
        problems = [voice.say(problem) for problem in result.problems]
        if problems:
            self._tell("\n\n".join([said, *problems]), path.parent)
            return
        self._bench.teller.say(
            said, lambda: self._open_folder(path.parent), verb=voice.word(OPEN_FOLDER)
        )

    def _tell(self, text: str, folder: Path) -> None:
        word = self._bench.voice.word
        WordsDialog(
            self._over,
            name="export-made",
            title=word(MADE_TITLE),
            text=text,
            icon="circle-alert",
            ink="warn",
            answers=(Answer("folder", word(OPEN_FOLDER)), Answer("close", word(CLOSE), "primary")),
            on_answer=lambda key: self._open_folder(folder) if key == "folder" else None,
        ).open()
