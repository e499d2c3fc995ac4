"""Files on their way in from outside: what there is to take, and reading them one at a time.

Nothing is read before its size is known, so that a film or a whole disk costs nothing to refuse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.documents.limits import check_size
from app.domain.errors import UserError

MOST_IN_FOLDER = 2_000


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that can be taken in; `size` in bytes."""

    path: Path
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class IncomingFolder:
    """A folder, and how many of its own files can be taken in; folders in it are passed by."""

    name: str
    files: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What was offered: what can be taken, the folders some of it lies in, and what is refused."""

    files: tuple[IncomingFile, ...]
    folders: tuple[IncomingFolder, ...]
    refused: tuple[UserError, ...]

    @property
    def size(self) -> int:
        """Bytes of all that can be taken."""
        return sum(file.size for file in self.files)


def survey(paths: Iterable[Path], council: Path | None = None) -> Survey:
    """Look at what is offered, without reading it.

    The open `council` file and what lies beside it are refused: whoever opens and closes them
    takes SQLite's locks away (docs/decisions/0017).
    """
    files: list[IncomingFile] = []
    folders: list[IncomingFolder] = []
    refused: list[UserError] = []
    for path in paths:
        if path.is_dir():
            inside = [one for one in _files_in(path, refused) if not _is_of(one.path, council)]
            files.extend(inside)
            folders.append(IncomingFolder(path.name, len(inside)))
        elif _is_of(path, council):
            refused.append(UserError("incoming_is_the_council", file=path.name))
        else:
            _take(path, files, refused)
    return Survey(tuple(files), tuple(folders), tuple(refused))


def read_incoming(file: IncomingFile) -> bytes:
    """The bytes of a file; `UserError` when it cannot be read or has grown too large."""
    try:
        with file.path.open("rb") as source:
            check_size(file.path.stat().st_size, file.name)
            return source.read()
    except OSError as error:
        raise UserError("incoming_file_unreadable", file=file.name) from error


def write_copy(folder: Path, name: str, data: bytes) -> Path:
    """Write a copy to look at, that cannot be changed by mistake; `UserError` on a full disk."""
    path = folder / name
    try:
        if path.exists():
            path.chmod(0o600)
        path.write_bytes(data)
        path.chmod(0o400)
    except OSError as error:
        raise UserError("copy_not_written", file=name) from error
    return path


def _is_of(path: Path, council: Path | None) -> bool:
    """Whether it is the council file, or one of those that SQLite keeps beside it."""
    if council is None:
        return False
    beside = [council.with_name(council.name + end) for end in ("", "-wal", "-shm")]
    try:
        return any(one.exists() and path.samefile(one) for one in beside)
    except OSError:
        return False


def _files_in(folder: Path, refused: list[UserError]) -> list[IncomingFile]:
    found: list[IncomingFile] = []
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        refused.append(UserError("incoming_file_unreadable", file=folder.name))
        return found
    for path in inside[:MOST_IN_FOLDER]:
        if path.is_file():
            _take(path, found, refused)
    return found


def _take(path: Path, files: list[IncomingFile], refused: list[UserError]) -> None:
    try:
        is_file, size = path.is_file(), path.stat().st_size
    except OSError:
        is_file, size = False, 0
    if not is_file:
        refused.append(UserError("incoming_file_unreadable", file=path.name))
        return
    if not size:
        refused.append(UserError("attached_file_empty", file=path.name))
        return
    try:
        check_size(size, path.name)
    except UserError as error:
        refused.append(error)
        return
    files.append(IncomingFile(path, path.name, size))
