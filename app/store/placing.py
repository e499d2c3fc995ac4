"""Files that appear whole or not at all: synced under a temporary name, then given their own."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.errors import UserError
from app.store.failpoints import reach


def temporary_name(path: Path) -> Path:
    """Where `path` is made before it is whole: hidden, beside it, on the same disk."""
    return path.with_name(f".{path.name}.new-{os.getpid()}")


def clear_leftovers(path: Path) -> None:
    """Take away what earlier, killed attempts to make `path` left behind."""
    for leftover in path.parent.glob(f".{_literal(path.name)}.new-*"):
        leftover.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "[]*?" else char for char in name)


def place(made: Path, path: Path, *, replace: bool = False) -> None:
    """Sync `made` and give it the name `path`; `UserError` when another file has it.

    `replace` takes the place of what is there, in one step.
    """
    sync_file(made)
    reach("place.synced")
    if replace:
        made.replace(path)
    else:
        _take_free_name(made, path)
    reach("place.named")
    sync_folder(path.parent)


def _take_free_name(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise UserError("file_exists", file=path.name) from None
    except OSError:  # a disk without hard links
        if path.exists():
            raise UserError("file_exists", file=path.name) from None
        made.rename(path)
    else:
        made.unlink()


def free_name(path: Path) -> Path:
    """`path`, or the first of `path (2)`, `path (3)` … that nothing has."""
    name, number = path, 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return name


def sync_file(path: Path) -> None:
    """Make the bytes of `path` outlast a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` outlast a power cut, where the system lets us."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
