"""Where a dialog for files begins: where this council's files were put and fetched last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.views.shell.council_memory import CouncilMemory

_PART = "folders"


class CouncilFolders:
    """The folders of one council file, by what they are used for."""

    def __init__(self, memory: CouncilMemory) -> None:
        self._memory = memory

    def kept(self, purpose: str) -> Path | None:
        """Where files of this purpose were put last; it may be gone."""
        kept = self._memory.of(_PART).get(purpose)
        return Path(kept) if isinstance(kept, str) else None

    def keep(self, purpose: str, folder: Path) -> None:
        """Remember where files of this purpose are."""
        self._memory.keep(_PART, purpose, str(folder))

    def start(self, purpose: str, wanted: str = "") -> Path:
        """A folder that exists: `wanted`, the last of this purpose or of any, the council file's.

        A dialog that begins in one that does not exist has nothing to choose.
        """
        own = self._memory.of(_PART)
        latest = [wanted or None, own.get(purpose), *reversed(list(own.values()))]
        known = [Path(each) for each in latest if isinstance(each, str)]
        return _first_there([*known, self._memory.path.parent])


def usual_folder() -> Path:
    """Where documents usually lie, or the home folder where there is no such place."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return _first_there([Path(QStandardPaths.writableLocation(kind))])


def _first_there(folders: list[Path]) -> Path:
    """The first that is there; the home folder always is."""
    return next((folder for folder in folders if _is_there(folder)), Path.home())


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False
