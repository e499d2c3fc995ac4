"""The dialog that files and folders are chosen in, without a look into any of them.

Qt's own opens the files that it lists to tell what they are. On Linux that takes SQLite's locks
away: the system drops all of a process's locks on a file as soon as the process closes it once,
and the open council file may lie in the folder (docs/decisions/0017).
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeDatabase, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget


class NamesAlone(QAbstractFileIconProvider):
    """Tells a file's kind and picture by its name."""

    def icon(self, which: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """A folder, a drive or a sheet of paper."""
        if isinstance(which, QFileInfo):
            if which.isRoot():
                return _picture(QStyle.StandardPixmap.SP_DriveHDIcon)
            is_folder = which.isDir()
        else:
            is_folder = which is QAbstractFileIconProvider.IconType.Folder
        kinds = QStyle.StandardPixmap
        return _picture(kinds.SP_DirIcon if is_folder else kinds.SP_FileIcon)

    def type(self, which: QFileInfo) -> str:
        """What the system calls files of this name."""
        if which.isDir():
            return ""
        by_name = QMimeDatabase.MatchMode.MatchExtension
        return QMimeDatabase().mimeTypeForFile(which, by_name).comment()


class FileDialog(QFileDialog):
    """Goes by itself when it is closed; begins in the home folder where `start` is not there."""

    def __init__(
        self, parent: QWidget | None, title: str, start: str = "", kinds: str = ""
    ) -> None:
        super().__init__(parent, title, start if start and Path(start).exists() else _home(), kinds)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if sys.platform.startswith("linux"):  # the desktop's own may look into files, too
            self.setOption(QFileDialog.Option.DontUseNativeDialog)
            self.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        self.setIconProvider(_names_alone())


def _home() -> str:
    return str(Path.home())


@cache
def _names_alone() -> NamesAlone:
    """Qt keeps no reference of its own."""
    return NamesAlone()


def _picture(kind: QStyle.StandardPixmap) -> QIcon:
    return QApplication.style().standardIcon(kind)
