"""A disk that is full, or that fails: told in words, and all that was saved stays."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.store.backup import BackupFolder, back_up
from app.store.check import check
from app.store.council_file import CouncilFile
from app.store.drafts import read_drafts, save_draft
from app.store.fingerprint import logical_hash_of
from app.store.restore import restore
from tests.helpers.first_version import a_file_of_version_1
from tests.helpers.store import (
    SlowClock,
    a_council_on_disk,
    beside,
    edit_name,
    name_of_first,
    refused,
)

MEGABYTE = 1_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where the system lets one be made."""
    disk = tmp_path / "liten disk"
    disk.mkdir()
    mounted = os.name == "posix" and os.geteuid() == 0 and _mount(disk)
    if not mounted:
        pytest.skip("a small disk can only be made by an administrator on Linux")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _mount(disk: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """A limit that the system sets on every file of this process."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill_up(file: CouncilFile) -> int:
    """Add attachments until one is refused; how many were stored."""
    stored = 0
    while stored < 1_000:
        with file.unit_of_work() as work:
            work.add_blob(os.urandom(100_000))
            work.describe("attach", "case", 1)
            work.commit()
        stored += 1
    pytest.fail("the disk never became full")


def fill_disk(disk: Path) -> None:
    """Leave not a byte."""
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(bytes(4096))


def count_blobs(file: CouncilFile) -> int:
    with file.raw() as connection:
        return int(connection.execute("SELECT count(*) FROM blob").fetchone()[0])


def test_a_full_disk_is_told_and_what_was_saved_stays(small_disk: Path) -> None:
    path = a_council_on_disk(small_disk / "råd.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as file:
        before = count_blobs(file)
        with refused("disk_full"):
            fill_up(file)
        stored = count_blobs(file) - before
        assert stored > 0
        assert check(file, full=True) == []
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert count_blobs(file) == before + stored
        assert check(file, full=True) == []


def test_space_made_free_lets_the_work_go_on(small_disk: Path) -> None:
    path = a_council_on_disk(small_disk / "råd.rundgang")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(800_000))
    with CouncilFile.open(path, clock=SlowClock()) as file:
        with refused("disk_full"):
            fill_up(file)
        ballast.unlink()
        edit_name(file, "Plass igjen")
        assert name_of_first(file) == "Plass igjen"


def test_a_draft_on_a_full_disk_is_refused_and_the_old_one_kept(small_disk: Path) -> None:
    path = a_council_on_disk(small_disk / "råd.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as file:
        save_draft(file, "case", 1, "background", "Kort", 1)
        with refused("disk_full"):
            save_draft(file, "case", 1, "background", "Langt " * MEGABYTE, 1)
        assert [draft.text for draft in read_drafts(file, "case", 1)] == ["Kort"]


def test_no_room_for_a_copy_is_told_before_it_is_begun(small_disk: Path, tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    (small_disk / "ballast").write_bytes(bytes(900_000))
    with CouncilFile.open(path, clock=SlowClock()) as file:
        with refused("backup_disk_full"):
            back_up(file, small_disk / "kopi.rundgang")
        with refused("backup_disk_full"):
            BackupFolder(small_disk / "kopier", SlowClock()).take(file)
    assert {entry.name for entry in small_disk.iterdir()} == {"ballast", "kopier"}


def test_no_room_to_upgrade_leaves_the_file_as_it_was(small_disk: Path) -> None:
    path = a_file_of_version_1(small_disk / "råd.rundgang")
    (small_disk / "ballast").write_bytes(bytes(900_000))
    before = path.read_bytes()
    with refused("backup_disk_full"):
        CouncilFile.open(path, clock=SlowClock())
    assert path.read_bytes() == before


def test_no_room_to_make_a_file_leaves_nothing(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_800_000))
    with refused("disk_full"):
        CouncilFile.create(small_disk / "ny.rundgang", clock=SlowClock())
    assert {entry.name for entry in small_disk.iterdir()} == {"ballast"}


def test_a_file_on_a_disk_without_a_byte_left_can_still_be_read(small_disk: Path) -> None:
    path = a_council_on_disk(small_disk / "råd.rundgang")
    fill_disk(small_disk)
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert name_of_first(file) == "Åse Lund"
        assert file.why_read_only is not None
        assert file.why_read_only.code == "read_only_disk_full"
        with refused("file_read_only"):
            edit_name(file, "Ikke plass")
    (small_disk / "ballast").unlink()
    with CouncilFile.open(path, clock=SlowClock()) as file:
        edit_name(file, "Plass igjen")


def writes_on(folder: Path) -> None:
    with CouncilFile.open(folder / "råd.rundgang", clock=SlowClock()) as file:
        fill_up(file)


def copies(folder: Path) -> None:
    with CouncilFile.open(folder / "råd.rundgang", clock=SlowClock()) as file:
        back_up(file, folder / "kopi.rundgang")


def restores(folder: Path) -> None:
    restore(folder / "råd.rundgang", folder / "ny.rundgang", clock=SlowClock())


def makes(folder: Path) -> None:
    CouncilFile.create(folder / "ny.rundgang", clock=SlowClock())


@pytest.mark.parametrize("act", [writes_on, copies, restores, makes])
def test_a_write_that_the_system_refuses_is_told_and_nothing_is_lost(
    tmp_path: Path, act: Callable[[Path], None]
) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    before = logical_hash_of(path)
    with (
        no_file_longer_than(200_000),
        refused("disk_failed", "disk_full", "backup_failed", "backup_disk_full"),
    ):
        act(tmp_path)
    assert beside(path) <= {"råd.rundgang", "råd.rundgang-wal", "råd.rundgang-shm"}
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert check(file, full=True) == []
        assert name_of_first(file) == "Åse Lund"
    if act is not writes_on:
        assert logical_hash_of(path) == before
