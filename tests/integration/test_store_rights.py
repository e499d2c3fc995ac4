"""Files and folders that may not be written, or not even read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.check import check
from app.store.council_file import CouncilFile
from app.store.opening import has_wal, wal_of
from tests.helpers.first_version import a_file_of_version_1
from tests.helpers.nobody import AsNobody, as_nobody, open_folder
from tests.helpers.store import (
    KEY,
    SlowClock,
    a_council_on_disk,
    beside,
    edit_name,
    name_of_first,
    refused,
)

__all__ = ["as_nobody", "open_folder"]


def the_file(folder: Path) -> Path:
    return folder / "råd.rundgang"


def a_council(folder: Path) -> None:
    a_council_on_disk(the_file(folder))


def an_encrypted_council(folder: Path) -> None:
    a_council_on_disk(the_file(folder), key=KEY)


def a_council_of_version_1(folder: Path) -> None:
    a_file_of_version_1(the_file(folder))


def a_council_cut_off(folder: Path) -> None:
    """Its last edit waits in the log beside it."""
    a_council_on_disk(folder / "annen.rundgang")
    with CouncilFile.open(folder / "annen.rundgang", clock=SlowClock()) as file:
        edit_name(file, "Siste ord")
        shutil.copy(file.path, the_file(folder))
        shutil.copy(wal_of(file.path), wal_of(the_file(folder)))


def read_only_media(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def read_only_file(folder: Path) -> None:
    the_file(folder).chmod(0o444)
    folder.chmod(0o777)


def closed_file(folder: Path) -> None:
    the_file(folder).chmod(0o000)


def closed_folder(folder: Path) -> None:
    folder.chmod(0o000)


def reads_but_does_not_write(folder: Path, key: bytes | None = None) -> None:
    with CouncilFile.open(the_file(folder), clock=SlowClock(), key=key) as file:
        assert file.is_read_only
        assert file.why_read_only is not None
        assert file.why_read_only.code == "read_only_no_right"
        assert name_of_first(file) == "Åse Lund"
        assert check(file, full=True) == []
        with refused("file_read_only"):
            file.unit_of_work()


def reads_and_leaves_no_trace(folder: Path) -> None:
    before = beside(the_file(folder))
    reads_but_does_not_write(folder)
    assert beside(the_file(folder)) == before


def reads_an_encrypted_one(folder: Path) -> None:
    reads_but_does_not_write(folder, KEY)


def reads_the_last_edit(folder: Path) -> None:
    assert has_wal(the_file(folder))
    with CouncilFile.open(the_file(folder), clock=SlowClock()) as file:
        assert file.is_read_only
        assert name_of_first(file) == "Siste ord"


def may_not_read(folder: Path) -> None:
    with refused("file_not_readable"):
        CouncilFile.open(the_file(folder), clock=SlowClock())


def may_not_make(folder: Path) -> None:
    with refused("folder_not_writable"):
        CouncilFile.create(folder / "ny.rundgang", clock=SlowClock())


@pytest.mark.parametrize(
    ("make", "close", "then"),
    [
        (a_council, read_only_media, reads_and_leaves_no_trace),
        (a_council, read_only_file, reads_but_does_not_write),
        (an_encrypted_council, read_only_media, reads_an_encrypted_one),
        (a_council_of_version_1, read_only_media, reads_but_does_not_write),
        (a_council_cut_off, read_only_media, reads_the_last_edit),
        (a_council, closed_file, may_not_read),
        (a_council, closed_folder, may_not_read),
        (a_council, read_only_media, may_not_make),
    ],
)
def test_what_may_be_done_without_the_right_to_write(
    open_folder: Path,
    as_nobody: AsNobody,
    make: Callable[[Path], None],
    close: Callable[[Path], None],
    then: Callable[[Path], None],
) -> None:
    make(open_folder)
    close(open_folder)
    as_nobody(then, open_folder)
