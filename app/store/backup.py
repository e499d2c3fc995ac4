"""Verified copies of a council file: made, kept in number, and restored."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.i18n.wall_clock import LOCAL, on_the_wall
from app.store.connection import connect
from app.store.failpoints import reach
from app.store.faults import told_in_words
from app.store.opening import looking
from app.store.placing import clear_leftovers, free_name, place, sync_folder, temporary_name
from app.store.rotation import within_budget, worth_keeping

if TYPE_CHECKING:
    from app.store.council_file import CouncilFile

Clock = Callable[[], datetime]

APART = timedelta(minutes=30)
OVERDUE = timedelta(days=7)
BUDGET_BYTES = 4_000_000_000
SPARE_BYTES = 1_000_000
"""What must be left on a disk beside a copy."""

_STAMP = re.compile(r" (\d{4}-\d\d-\d\d kl \d{6})(?: \(\d+\))?\.rundgang$")
_STAMP_FORM = "%Y-%m-%d kl %H%M%S"


@dataclass(frozen=True, slots=True)
class Copy:
    """One backup: where it is, when it was taken (local time), its size in bytes."""

    path: Path
    taken_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was made; `problem` says why the second place has none."""

    path: Path
    second: Path | None = None
    problem: Reason | None = None


class BackupFolder:
    """The copies of one council file: on change, half an hour apart; few of the old are kept."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        second: Path | None = None,
        budget: int = BUDGET_BYTES,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._second = second
        self._budget = budget

    def copies(self) -> list[Copy]:
        """All copies, the newest first."""
        found = []
        for path in self._folder.glob("*.rundgang"):
            if match := _STAMP.search(path.name):
                taken_at = datetime.strptime(match[1], _STAMP_FORM).replace(tzinfo=LOCAL)
                found.append(Copy(path, taken_at, path.stat().st_size))
        return sorted(found, key=lambda copy: (copy.taken_at, copy.path.name), reverse=True)

    @property
    def last_backup_at(self) -> datetime | None:
        """When the newest copy was taken; None when there is none."""
        copies = self.copies()
        return copies[0].taken_at if copies else None

    def is_overdue(self) -> bool:
        """Whether the newest copy is more than seven days old, or there is none."""
        last = self.last_backup_at
        return last is None or self._clock() - last > OVERDUE

    def take(
        self, file: CouncilFile, *, at_exit: bool = False, before_risk: bool = False
    ) -> Taken | None:
        """Make a verified copy when something changed since the last, and drop the superfluous.

        None when nothing changed, or the last copy is less than half an hour old; that wait does
        not count on closing (`at_exit`) nor before an import, a restore or an upgrade
        (`before_risk`).
        """
        copies = self.copies()
        is_soon = bool(copies) and self._clock() - copies[0].taken_at < APART
        if is_soon and not (at_exit or before_risk):
            return None
        if copies and _mark_of_copy(copies[0].path, file.key) == _mark_of_file(file):
            return None
        _make_folder(self._folder)
        made = self._free_name(file.path)
        back_up(file, made)
        second, problem = self._to_second_place(made)
        self.rotate()
        return Taken(made, second, problem)

    def rotate(self) -> None:
        """Take away what is not worth keeping, past the budget, or left by a killed copying."""
        for halfway in self._folder.glob(".*.new-*"):
            halfway.unlink(missing_ok=True)
        copies = self.copies()
        kept = worth_keeping(copy.taken_at for copy in copies)
        sizes = [(copy.taken_at, copy.size) for copy in copies if copy.taken_at in kept]
        kept &= within_budget(sizes, self._budget)
        for copy in copies:
            if copy.taken_at not in kept:
                copy.path.unlink(missing_ok=True)

    def _free_name(self, path: Path) -> Path:
        stamp = on_the_wall(self._clock()).strftime(_STAMP_FORM)
        return free_name(self._folder / f"{path.stem} {stamp}.rundgang")

    def _to_second_place(self, made: Path) -> tuple[Path | None, Reason | None]:
        if self._second is None:
            return None, None
        target = self._second / made.name
        try:
            with _space_checked(made, target):
                temporary = temporary_name(target)
                shutil.copyfile(made, temporary)
                place(temporary, target, replace=True)
        except (OSError, UserError):
            return None, Reason("second_backup_failed", folder=str(self._second))
        return target, None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("backup_failed", folder=str(folder)) from error


def back_up(file: CouncilFile, target: Path, *, replace: bool = False) -> None:
    """A verified copy of an open file at `target`, whole or not at all.

    `UserError` when something is there already (unless `replace`), when the disk is full, or when
    the file is damaged, so that a bad copy never counts as a good one.
    """
    with file.raw() as source:
        copy_verified(source, file.path, target, file.key, replace=replace)


def copy_verified(
    source: Any, path: Path, target: Path, key: bytes | None, *, replace: bool = False
) -> None:
    """Copy what `source` reads (the file `path`) to `target`, checked before it counts."""
    if target.exists() and not replace:
        raise UserError("file_exists", file=target.name)
    made = temporary_name(target)
    with _space_checked(path, target):
        try:
            clear_leftovers(target)
            _copy_pages(source, made, key)
            reach("backup.copied")
            if not is_intact(made, key):
                raise UserError("backup_of_damaged_file", file=path.name)
            reach("backup.verified")
            place(made, target, replace=replace)
        finally:
            made.unlink(missing_ok=True)


def _copy_pages(source: Any, made: Path, key: bytes | None) -> None:
    with closing(connect(made, "rwc", key=key)) as target:
        if key is not None:  # an encrypted copy needs its first page before it takes others
            target.execute("PRAGMA user_version = 0")
        source.backup(target, pages=-1)


def is_intact(path: Path, key: bytes | None) -> bool:
    """Whether every page and reference of a file that nobody has open is sound."""
    try:
        with looking(path, key) as connection:
            return (
                connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                and not connection.execute("PRAGMA foreign_key_check").fetchall()
                and not (key and connection.execute("PRAGMA cipher_integrity_check").fetchall())
            )
    except driver.Error:
        return False


@contextmanager
def _space_checked(source: Path, target: Path) -> Iterator[None]:
    """Refuse before a copy that cannot fit; tell what went wrong with one that was tried."""
    try:
        if shutil.disk_usage(target.parent).free < source.stat().st_size + SPARE_BYTES:
            raise UserError("backup_disk_full", folder=str(target.parent))
        with told_in_words(target):
            yield
    except OSError as error:
        raise UserError("backup_failed", folder=str(target.parent)) from error
    except UserError as error:
        if error.code == "disk_full":
            raise UserError("backup_disk_full", folder=str(target.parent)) from error
        if error.code in ("disk_failed", "file_not_writable"):
            raise UserError("backup_failed", folder=str(target.parent)) from error
        raise


def back_up_before_upgrade(
    path: Path, key: bytes | None, backups: Path | None, clock: Clock
) -> Path:
    """A verified copy of an older file before it is upgraded: in `backups`, else beside it."""
    stamp = on_the_wall(clock()).strftime(_STAMP_FORM)
    folder = backups or path.parent
    _make_folder(folder)
    target = free_name(folder / f"{path.stem} {stamp}.rundgang")
    with closing(connect(path, "ro", key=key)) as source:
        copy_verified(source, path, target, key)
    sync_folder(folder)
    return target


def _mark_of_file(file: CouncilFile) -> tuple[object, ...]:
    with file.raw() as connection:
        return _mark(connection)


def _mark_of_copy(path: Path, key: bytes | None) -> tuple[object, ...] | None:
    try:
        with looking(path, key) as connection:
            return _mark(connection)
    except driver.Error:
        return None


def _mark(connection: Any) -> tuple[object, ...]:
    """What differs as soon as anything was stored: every verb is in the log, all else a draft."""
    version = connection.execute("PRAGMA user_version").fetchone()
    newest = connection.execute(
        "SELECT id, after FROM log_entry ORDER BY id DESC LIMIT 1"
    ).fetchone()
    drafts = connection.execute("SELECT count(*), max(saved_at) FROM draft").fetchone()
    return (version, newest, drafts)


def folder_for(root: Path, path: Path) -> Path:
    """Where the copies of the file at `path` go under `root`: files of one name do not mix."""
    place_of_file = os.path.normcase(path.absolute())
    return root / f"{path.stem}-{sha256(place_of_file.encode()).hexdigest()[:8]}"
