"""Asking for a council file: which one to open, where a new one shall lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.folders import usual_folder
from app.views.shell.protocols import ProfileChoice
from app.views.widgets.dialogs import CANCEL, Answer, WordsDialog
from app.views.widgets.field import Field
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.naming import named

SUFFIX = "rundgang"
OPEN = _("Åpne rådsfil")
NEW = _("Nytt råd")
KIND = _("Rådsfiler (*.rundgang)")
FIRST_NAME = _("Nytt råd.rundgang")
PROFILE = _("Profil")
WHICH_PROFILE = _(
    "Velg profilen som det nye rådet skal begynne med. Etterpå velger du hvor filen skal ligge."
)
WHERE = _("Velg sted …")

Chosen = Callable[[Path], object]


def ask_for_file(parent: QWidget, voice: Voice, folder: Path | None, chosen: Chosen) -> QFileDialog:
    """Let the user choose a council file that exists."""
    dialog = _dialog(parent, voice, voice.word(OPEN), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_for_new_file(parent: QWidget, voice: Voice, chosen: Chosen) -> QFileDialog:
    """Let the user choose a place for a new council file."""
    dialog = _dialog(parent, voice, voice.word(NEW), None)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(voice.word(FIRST_NAME))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_for_profile(
    parent: QWidget,
    voice: Voice,
    profiles: Sequence[ProfileChoice],
    chosen: Callable[[str], object],
) -> WordsDialog:
    """Let the user choose what a new council begins with."""
    choice = named(QComboBox(), "new-profile")
    for profile in profiles:
        choice.addItem(profile.title, profile.key)
    dialog = WordsDialog(
        parent,
        name="new-council",
        title=voice.word(NEW),
        text=voice.word(WHICH_PROFILE),
        icon="file-plus",
        ink="accent",
        answers=(Answer("cancel", voice.word(CANCEL)), Answer("go", voice.word(WHERE), "primary")),
        on_answer=lambda key: chosen(choice.currentData()) if key == "go" else None,
    )
    dialog.add(Field(voice, voice.word(PROFILE), choice))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, voice: Voice, title: str, folder: Path | None) -> QFileDialog:
    dialog = FileDialog(parent, title, str(folder or usual_folder()), voice.word(KIND))
    dialog.setObjectName("file-dialog")
    return dialog
