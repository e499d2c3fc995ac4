"""An empty workbook with the right headings, where the user wants it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.imports.fields import Subject
from app.i18n.catalogue import _
from app.services.house import House
from app.views.shell.workbench import Workbench
from app.views.widgets.file_dialog import FileDialog

TITLE = _("Lag en mal")
KIND = _("Excel-arbeidsbøker (*.xlsx)")
FILE_NAME = _("Mal for {what:import_subject}.xlsx")
MADE = _("{file} er laget i {folder}.")


class TemplateMaker(QObject):
    """Asks where it shall lie, makes it, and says that it is there."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._house, self._window = bench, house, parent

    def ask(self, subject: Subject) -> QFileDialog:
        """Let the user choose the file, and make it."""
        voice = self._bench.voice
        where = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = FileDialog(
            self._window,
            voice.word(TITLE),
            QStandardPaths.writableLocation(where),
            voice.word(KIND),
        )
        dialog.setObjectName("template-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(voice.fill(FILE_NAME, what=subject.value))
        dialog.fileSelected.connect(lambda name: self.make(subject, Path(name)))
        dialog.open()
        return dialog

    def make(self, subject: Subject, out: Path) -> None:
        """Write the template as `out`, which the user said may be replaced."""
        imports, bench = self._house.imports, self._bench
        said = bench.voice.fill(MADE, file=out.with_suffix(".xlsx").name, folder=out.parent.name)
        bench.long_work.begin(
            lambda: imports.template(subject, out, overwrite=True),
            done=lambda _made: bench.teller.say(said),
            failed=bench.teller.fail,
        )
