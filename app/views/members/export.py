"""The roster as a workbook: where it shall lie, how far it has come, and that it is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n.catalogue import _
from app.services.exports.service import Export
from app.services.house import House
from app.views.shell.file_export import PURPOSE, OneFile
from app.views.shell.workbench import Workbench
from app.views.widgets.file_dialog import FileDialog

TITLE = _("Eksporter medlemmene til Excel")
KIND = _("Excel-arbeidsbøker (*.xlsx)")
FILE_NAME = _("Medlemmer i {body} {on}.xlsx")
WORKING = _("Lager arbeidsboken")
CANCELLED = _("Arbeidsboken ble ikke laget.")


class RosterExport(OneFile):
    """The seats of a body with those who hold them."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(bench, parent)
        self._house = house

    def ask(self, body_code: str, body_name: str, on: date) -> QFileDialog:
        """Let the user choose the file, and make it."""
        voice = self._bench.voice
        start = str(self._bench.folders.start(PURPOSE))
        dialog = FileDialog(self._over, voice.word(TITLE), start, voice.word(KIND))
        dialog.setObjectName("export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(voice.fill(FILE_NAME, body=body_name, on=on.isoformat()))
        dialog.fileSelected.connect(lambda name: self.make(Path(name), body_code, on))
        dialog.open()
        return dialog

    def make(self, out: Path, body_code: str, on: date) -> None:
        """Write the body's roster as of `on` into `out`, which the user said may be replaced."""
        exports, bench = self._house.exports, self._bench
        made = out.with_suffix(".xlsx")
        self.begin(
            out,
            lambda: exports.make(Export.ROSTER, out, on=on, body=body_code, overwrite=True),
            lambda _result: bench.teller.say(self.made_words(made)),
            working=bench.voice.word(WORKING),
            stopped=bench.voice.word(CANCELLED),
        )
