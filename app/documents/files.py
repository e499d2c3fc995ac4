"""Documents on disk: whole or absent, under names that every system can hold (promise 8, 12)."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import unicodedata
from glob import escape
from pathlib import Path

from app.domain.errors import UserError

SPARE = 1_000_000
"""Bytes that must stay free beside the file itself."""
MAX_NAME = 120
MAX_NAME_BYTES = 200
NAMELESS = "dokument"

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_CHUNK = 1 << 20


def safe_name(name: str) -> str:
    """`name` as a file name for Windows, macOS and Linux alike; its ending is kept.

    No path, no control or direction marks, no reserved device, no dot or space at either end, at
    most 120 characters and 200 bytes; `NAMELESS` when nothing is left.
    """
    plain = unicodedata.normalize("NFC", name.replace("\t", " ").replace("\n", " "))
    seen = "".join(each for each in plain if unicodedata.category(each) not in _UNSEEN)
    tidy = " ".join(_FORBIDDEN.sub("-", seen).split()).strip(". ")
    stem, dot, ending = tidy.rpartition(".")
    if not stem or len(ending) > 10 or " " in ending:
        stem, dot, ending = tidy, "", ""
    room = MAX_NAME - len(dot + ending)
    stem = stem[:room].rstrip(". ")
    while len((stem + dot + ending).encode()) > MAX_NAME_BYTES:
        stem = stem[:-1].rstrip(". ")
    result = f"{stem}{dot}{ending}" if stem else NAMELESS
    return f"_{result}" if _RESERVED.match(result) else result


def check_target(path: Path, *, overwrite: bool) -> None:
    """Raise `UserError` when `path` cannot be written: no folder, no right, or already there."""
    folder = path.parent
    if not folder.is_dir():
        raise UserError("output_folder_missing", folder=str(folder))
    if path.is_dir() or (path.exists() and not overwrite):
        raise UserError("output_exists", file=str(path))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError("output_folder_read_only", folder=str(folder))


def write_whole(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write `data` as `path`, whole or not at all, even when the machine stops in the middle.

    An old file stays as it was until the new one is safely on disk. `UserError` when the folder
    is missing or closed, the file exists (without `overwrite`), or the disk is full.
    """
    check_target(path, overwrite=overwrite)
    _check_room(path, len(data))
    part = path.parent / f".{path.name}.{os.getpid()}.part"
    _remove_leftovers(path)
    try:
        _write_through(part, data)
        part.replace(path)
        _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise _told(error, path) from error


def _write_through(part: Path, data: bytes) -> None:
    """All of `data` on disk, not only handed to the system."""
    with part.open("xb") as file:
        for start in range(0, len(data), _CHUNK):
            file.write(data[start : start + _CHUNK])
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name itself safe; Windows has no way to ask for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_room(path: Path, size: int) -> None:
    if shutil.disk_usage(path.parent).free < size + SPARE:
        raise UserError("output_disk_full", file=str(path), size=size)


def _remove_leftovers(path: Path) -> None:
    """What a process that was killed while writing this file left behind."""
    for part in path.parent.glob(f".{escape(path.name)}.*.part"):
        part.unlink(missing_ok=True)


def _told(error: OSError, path: Path) -> UserError:
    if error.errno in _FULL:
        return UserError("output_disk_full", file=str(path), size=None)
    return UserError("output_not_written", file=str(path), cause=error.strerror or str(error.errno))
