"""The picture of the round as a file or on paper: always light, with title, date and legend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.drawing import Drawing
from app.i18n.catalogue import _
from app.services.hosting.facts import RoundView
from app.services.house import House
from app.tasks.long_work import Handle
from app.views.members.timeline_export import KINDS, MADE, a4_printer, paint_pages
from app.views.shell.workbench import Workbench
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.progress_panel import ProgressPanel

EXPORT_TITLE, PRINT_TITLE = _("Eksporter rundgangen"), _("Skriv ut rundgangen")
FILE_NAME = _("Rundgangen {body} {on}")
WORKING = _("Tegner rundgangen")
CANCELLED = _("Rundgangen ble ikke eksportert.")
PRINTED = _("Rundgangen er sendt til skriveren.")


class RoundExport(QObject):
    """One file at a time; `panel` shows it and can stop it."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._house, self._page = bench, house, parent
        self.panel = ProgressPanel(bench.voice)
        self.panel.cancelled.connect(self._cancel)
        self._handle: Handle | None = None
        self._printer: QPrinter | None = None

    @property
    def is_working(self) -> bool:
        """Whether a file is being made."""
        return self._handle is not None

    def ask(self, view: RoundView) -> QFileDialog:
        """Let the user choose kind and place, and make it."""
        voice = self._bench.voice
        where = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(where)
        dialog = FileDialog(self._page, voice.word(EXPORT_TITLE), folder)
        dialog.setObjectName("export-round-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {voice.word(words): suffix for suffix, words in KINDS.items()}
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
        dialog.selectFile(voice.fill(FILE_NAME, body=view.body_name, on=view.on.isoformat()))
        dialog.fileSelected.connect(lambda chosen: self.make(Path(chosen)))
        dialog.open()
        return dialog

    def make(self, out: Path) -> None:
        """Write the picture into `out`, which the user said may be replaced."""
        if self.is_working:
            return
        hosting = self._house.hosting
        self.panel.begin(self._bench.voice.word(WORKING))
        self._handle = self._bench.long_work.begin(
            lambda: hosting.make(out, overwrite=True),
            done=lambda _result: self._end(
                self._bench.voice.fill(MADE, file=out.name, folder=out.parent.name)
            ),
            failed=self._fail,
            progressed=self.panel.show_progress,
            cancelled=lambda: self._end(self._bench.voice.word(CANCELLED)),
        )

    def print_out(self) -> None:
        """Ask for a printer, and print the pages on it."""
        hosting = self._house.hosting
        self._bench.read(lambda: hosting.book().pages, self._ask_printer)

    def _ask_printer(self, pages: Sequence[Drawing]) -> None:
        printer = a4_printer()
        self._printer = printer  # the dialog only points at it
        dialog = QPrintDialog(printer, self._page)
        dialog.setObjectName("print-dialog")
        dialog.setWindowTitle(self._bench.voice.word(PRINT_TITLE))
        dialog.accepted.connect(lambda: self._print(printer, pages))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, printer: QPrinter, pages: Sequence[Drawing]) -> None:
        paint_pages(printer, pages)
        self._bench.teller.say(self._bench.voice.word(PRINTED))

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _end(self, said: str) -> None:
        self._handle = None
        self.panel.end()
        self._bench.teller.say(said)

    def _fail(self, error: Exception) -> None:
        self._handle = None
        self.panel.end()
        self._bench.teller.fail(error)
