"""The first step: what the list is about, and the file, dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from app.domain.imports.fields import Subject
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import HUGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.field import Field
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

ABOUT = _("Listen gjelder")
OF_BODY = {
    Subject.MEMBERS: _("Medlemmer i {body}"),
    Subject.OBSERVERS: _("Observatører i {body}"),
    Subject.PERSONS: _("Personer"),
    Subject.INSTITUTIONS: _("Institusjoner"),
}
DROP = _("Slipp en fil her")
KINDS = _("Excel (.xlsx) eller tekst med skilletegn (.csv)")
CHOOSE_FILE = _("Velg fil …")
TITLE = _("Velg listen")
FILTER = _("Lister (*.xlsx *.csv *.txt *.tsv);;Alle filer (*)")
TEMPLATE = _("Lag en mal med de rette overskriftene …")


class ChooseStep(QWidget):
    """`file_chosen` carries a `Path`, `template_wanted` the list that a template is wanted for."""

    file_chosen = Signal(object)
    subject_chosen = Signal()
    template_wanted = Signal()

    def __init__(self, voice: Voice, subject: Subject, body_name: str) -> None:
        super().__init__()
        self._voice = voice
        self.about = Choice("import-subject")
        choices: list[tuple[object, str]] = [
            (one, voice.fill(words, body=body_name)) for one, words in OF_BODY.items()
        ]
        self.about.offer(choices)
        self.about.show_code(subject)
        self.about.picked.connect(lambda _code: self.subject_chosen.emit())
        self._drop = named(QFrame(), "import-drop", voice.word(DROP))
        words = named(Text(voice.word(DROP), "section"), "drop-words")
        kinds = named(Text(voice.word(KINDS), ink="muted", wraps=True), "drop-kinds")
        for each in (words, kinds):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button(
            voice.word(CHOOSE_FILE), "choose-file", icon="folder-open", on_click=self.ask
        )
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        inside.setSpacing(SMALL)
        inside.addStretch(1)
        icon = IconLabel("file-spreadsheet", "muted", 28)
        inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(words)
        inside.addWidget(kinds)
        inside.addSpacing(SMALL)
        inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        template = button(
            voice.word(TEMPLATE),
            "make-template",
            "link",
            icon="download",
            on_click=self.template_wanted.emit,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(Field(voice, voice.word(ABOUT), self.about))
        box.addWidget(self._drop, 1)
        box.addLayout(row(template, None))

    @property
    def subject(self) -> Subject:
        """What the list is about."""
        return Subject(str(self.about.code()))

    def ask(self) -> None:
        """Choose a file."""
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        word = self._voice.word
        dialog = FileDialog(self, word(TITLE), where, word(FILTER))
        dialog.setObjectName("import-file-dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()
