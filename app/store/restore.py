"""A copy becomes the file again; what it replaces is kept, damaged or not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.errors import UserError
from app.i18n.wall_clock import on_the_wall
from app.store.backup import copy_verified, is_intact
from app.store.connection import assert_libraries
from app.store.failpoints import reach
from app.store.faults import told_in_words
from app.store.lock import WriterLock
from app.store.opening import looking, must_be_a_file, version_of, wal_of
from app.store.placing import free_name, place, sync_folder, temporary_name
from app.store.schema import VERSION


def restore(
    copy: Path,
    target: Path,
    *,
    clock: Callable[[], datetime],
    key: bytes | None = None,
    replace: bool = False,
    prepare: Callable[[Path], object] = lambda _made: None,
) -> Path | None:
    """Make `target` from the backup `copy`, which is checked first and left as it was.

    With `replace` a file at `target` is kept under another name with its write-ahead log, and that
    name is returned; without it `UserError` is raised. A copy that is damaged, newer than this
    program or locked with another key is refused, and so is a target that a window has open.
    `prepare` is given the new file before it takes the place of the old.
    """
    assert_libraries()
    must_be_a_file(copy)
    with told_in_words(copy):
        if version_of(copy, key) > VERSION:
            raise UserError("file_is_newer", file=copy.name)
        if not is_intact(copy, key):
            raise UserError("copy_is_damaged", file=copy.name)
    if target.exists() and not replace:
        raise UserError("file_exists", file=target.name)
    if not target.exists():
        _copy_to(copy, target, key)
        return None
    return _replace(copy, target, key, clock, prepare)


def _copy_to(copy: Path, target: Path, key: bytes | None) -> None:
    with told_in_words(copy), looking(copy, key) as source:
        copy_verified(source, copy, target, key)


def _replace(
    copy: Path,
    target: Path,
    key: bytes | None,
    clock: Callable[[], datetime],
    prepare: Callable[[Path], object],
) -> Path:
    lock = WriterLock.take(target, clock)
    if not isinstance(lock, WriterLock):
        raise UserError(lock.code, **lock.params)
    try:
        made = target.with_name(f".{target.name}.restored")
        made.unlink(missing_ok=True)
        _copy_to(copy, made, key)
        prepare(made)
        kept = _name_for_the_old(target, clock)
        reach("restore.copied")
        _keep_beside(target, kept)
        reach("restore.kept")
        place(made, target, replace=True)
        return kept
    finally:
        lock.release()


def _name_for_the_old(target: Path, clock: Callable[[], datetime]) -> Path:
    stamp = on_the_wall(clock()).strftime("%Y-%m-%d kl %H%M%S")
    return free_name(target.with_name(f"{target.stem} (før gjenoppretting {stamp}){target.suffix}"))


def _keep_beside(target: Path, kept: Path) -> None:
    """The old file under another name too, with its edits that were not folded in.

    The write-ahead log must not stay where it is: SQLite would write it into the restored file.
    """
    try:
        os.link(target, kept)
    except OSError:  # a disk without hard links
        copied = temporary_name(kept)
        shutil.copyfile(target, copied)
        place(copied, kept)
    if wal_of(target).exists():
        wal_of(target).rename(wal_of(kept))
    with suppress(OSError):
        target.with_name(target.name + "-shm").unlink()
    sync_folder(target.parent)
