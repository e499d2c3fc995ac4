"""Asking for a folder, and opening files and folders with the system's own programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.naming import named


class System(Protocol):
    """What the system around the window does for it."""

    def ask_for_folder(
        self, parent: QWidget, title: str, start: Path, on_chosen: Callable[[Path], object]
    ) -> None:
        """Let the user choose a folder; nothing comes when they do not."""

    def open(self, path: Path) -> bool:
        """Open a file or a folder in its own program; whether there was one."""


class RealSystem:
    """The one that the user has."""

    def ask_for_folder(
        self, parent: QWidget, title: str, start: Path, on_chosen: Callable[[Path], object]
    ) -> None:
        """In a dialog that the window does not wait for."""
        dialog = named(FileDialog(parent, title, str(start)), "folder-dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
        dialog.open()

    def open(self, path: Path) -> bool:
        """By the system's own table of programs."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
