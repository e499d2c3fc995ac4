"""The roster as a workbook: where it shall lie, how far it has come, and that it is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n.catalogue import _
from app.services.exports.service import Export
from app.services.house import House
from app.tasks.long_work import Handle
from app.views.shell.workbench import Workbench
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.progress_panel import ProgressPanel

TITLE = _("Eksporter medlemmene til Excel")
KIND = _("Excel-arbeidsbøker (*.xlsx)")
FILE_NAME = _("Medlemmer i {body} {on}.xlsx")
WORKING = _("Lager arbeidsboken")
MADE = _("{file} er laget i {folder}.")
CANCELLED = _("Arbeidsboken ble ikke laget.")
PURPOSE = "exports"


class RosterExport(QObject):
    """One at a time; `panel` shows it and can stop it."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._house, self._page = bench, house, parent
        self.panel = ProgressPanel(bench.voice)
        self.panel.cancelled.connect(self._cancel)
        self._handle: Handle | None = None

    @property
    def is_working(self) -> bool:
        """Whether a workbook is being made."""
        return self._handle is not None

    def ask(self, body_code: str, body_name: str, on: date) -> QFileDialog:
        """Let the user choose the file, and make it."""
        voice = self._bench.voice
        start = str(self._bench.folders.start(PURPOSE))
        dialog = FileDialog(self._page, voice.word(TITLE), start, voice.word(KIND))
        dialog.setObjectName("export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(voice.fill(FILE_NAME, body=body_name, on=on.isoformat()))
        dialog.fileSelected.connect(lambda name: self.make(Path(name), body_code, on))
        dialog.open()
        return dialog

    def make(self, out: Path, body_code: str, on: date) -> None:
        """Write the body's roster as of `on` into `out`, which the user said may be replaced."""
        if self.is_working:
            return
        self._bench.folders.keep(PURPOSE, out.parent)
        exports = self._house.exports
        self.panel.begin(self._bench.voice.word(WORKING))
        self._handle = self._bench.long_work.begin(
            lambda: exports.make(Export.ROSTER, out, on=on, body=body_code, overwrite=True),
            done=lambda _result: self._end(self._made_words(out)),
            failed=self._fail,
            progressed=self.panel.show_progress,
            cancelled=lambda: self._end(self._bench.voice.word(CANCELLED)),
        )

    def _made_words(self, out: Path) -> str:
        voice = self._bench.voice
        return voice.fill(MADE, file=out.with_suffix(".xlsx").name, folder=out.parent.name)

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
