"""Which files were made of a meeting's papers, and which of them still lie where they were put.

The window remembers it, not the council file: the files are this machine's, and may be gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.vocabulary import Audience
from app.services.papers.made import FileKind, Format, MadeFile

PART = "made"
"""What the window's memory calls it."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that lies where it was put; `is_edited` when it is no longer as it was made."""

    file: MadeFile
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What was made at one time, as far as it is still there."""

    at: datetime
    files: tuple[FoundFile, ...]


def key_of(meeting_id: int, audience: Audience) -> str:
    """The name of a record: what is made for others is told of separately."""
    return f"{meeting_id}:{audience.value}"


def recorded(files: Sequence[MadeFile], at: datetime) -> dict[str, Any]:
    """What is to be remembered; looks at the files, so not on the window's thread."""
    return {"at": at.isoformat(), "files": [_recorded(file) for file in files]}


def still_there(record: Mapping[str, Any]) -> Made | None:
    """The files of a record that exist; None when there are none, or it cannot be read."""
    try:
        at = datetime.fromisoformat(record["at"])
        found = tuple(one for kept in record["files"] if (one := _found(kept)) is not None)
    except (KeyError, TypeError, ValueError):
        return None
    return Made(at, found) if found else None


def _recorded(file: MadeFile) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "kind": file.kind.value,
        "audience": file.audience,
        "format": str(file.format),
        "pages": file.pages,
        "sha256": file.sha256,
        "mark": _mark(file.path),
    }


def _found(kept: Mapping[str, Any]) -> FoundFile | None:
    path = Path(kept["path"])
    mark = _mark(path)
    if mark is None:
        return None
    ending = str(kept["format"])
    file = MadeFile(
        path=path,
        kind=FileKind(kept["kind"]),
        audience=str(kept["audience"]),
        format=Format(ending) if ending in set(Format) else ending,
        pages=kept["pages"],
        sha256=str(kept["sha256"]),
    )
    return FoundFile(file, is_edited=mark != kept["mark"])


def _mark(path: Path) -> list[int] | None:
    """Size and time of change, which tell whether a file is as it was; None without a file."""
    try:
        if not path.is_file():
            return None
        state = path.stat()
    except (OSError, ValueError):
        return None
    return [state.st_size, state.st_mtime_ns]
