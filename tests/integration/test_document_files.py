"""Documents on disk are whole or absent, under names that every system can hold."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.files import MAX_NAME, MAX_NAME_BYTES, safe_name, write_whole
from app.documents.make import make_documents
from app.domain.errors import UserError
from tests.helpers.content import BlobShelf, papers
from tests.helpers.jobs import STEM, a_job, followed
from tests.helpers.nobody import open_folder
from tests.prove.prove_files import kills_of_the_worker, kills_while_writing

ROOT = Path(__file__).resolve().parents[2]
__all__ = ["open_folder"]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals and limits")


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """A file to write; when the test is over, nothing but it may be in its folder."""
    path = tmp_path / "Sakspapirer.pdf"
    yield path
    assert {found.name for found in tmp_path.iterdir()} <= {path.name}


def test_file_is_written_whole(target: Path) -> None:
    data = os.urandom(3_000_000)
    write_whole(target, data)
    assert target.read_bytes() == data


def test_existing_file_is_kept_unless_asked(target: Path) -> None:
    write_whole(target, b"gammel")
    with pytest.raises(UserError) as error:
        write_whole(target, b"ny")
    assert error.value.code == "output_exists"
    assert target.read_bytes() == b"gammel"
    write_whole(target, b"ny", overwrite=True)
    assert target.read_bytes() == b"ny"


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        write_whole(tmp_path / "borte" / "a.pdf", b"x")
    assert error.value.code == "output_folder_missing"


def test_folder_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(UserError) as error:
        write_whole(tmp_path / "a.pdf", b"x", overwrite=True)
    assert error.value.code == "output_exists"


def test_too_little_room_is_told_before_writing(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(target, b"gammel")
    usage = shutil.disk_usage(target.parent)._replace(free=10)
    monkeypatch.setattr("app.documents.files.shutil.disk_usage", lambda _: usage)
    with pytest.raises(UserError) as error:
        write_whole(target, b"ny", overwrite=True)
    assert error.value.code == "output_disk_full"
    assert target.read_bytes() == b"gammel"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output_disk_full"),
        (errno.EDQUOT, "output_disk_full"),
        (errno.EIO, "output_not_written"),
    ],
)
def test_disk_that_fails_leaves_the_old_file(
    number: int, code: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(target, b"gammel")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("app.documents.files.os.fsync", fail)
    with pytest.raises(UserError) as error:
        write_whole(target, b"ny" * 1_000, overwrite=True)
    assert error.value.code == code
    assert target.read_bytes() == b"gammel"


LIMITED = """
import resource, signal, sys
from pathlib import Path
from app.documents.files import write_whole
from app.domain.errors import UserError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 3_000_000, overwrite=True)
except UserError as error:
    print(error.code)
"""


@posix_only
def test_disk_that_fills_up_while_writing_leaves_the_old_file(target: Path) -> None:
    write_whole(target, b"gammel")
    assert run(LIMITED, target).stdout.split() == ["output_disk_full"]
    assert target.read_bytes() == b"gammel"


READ_ONLY = """
import os, sys
from pathlib import Path
from app.documents.files import write_whole
from app.domain.errors import UserError
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    write_whole(Path(sys.argv[1]), b"x")
except UserError as error:
    print(error.code)
"""


@posix_only
def test_folder_without_write_access_is_told(open_folder: Path) -> None:
    folder = open_folder / "lukket"
    folder.mkdir()
    folder.chmod(0o555)
    assert run(READ_ONLY, folder / "a.pdf").stdout.split() == ["output_folder_read_only"]


KILLED = """
import os, signal, sys
from pathlib import Path
from app.documents import files
point = sys.argv[2]
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if point == "before sync": files.os.fsync = die
elif point == "before rename": files.Path.replace = die
elif point == "after rename": files._settle = die
else:
    real = files.Path.open
    def opened(path, *mode):
        file = real(path, *mode)
        class Dying:
            def __enter__(self): return self
            def __exit__(self, *_): file.close()
            def write(self, data): file.write(data[:1000]); file.flush(); die()
        return Dying()
    files.Path.open = opened
files.write_whole(Path(sys.argv[1]), b"ny" * 1_000_000, overwrite=True)
"""


@posix_only
@pytest.mark.parametrize("point", ["while writing", "before sync", "before rename", "after rename"])
def test_kill_leaves_the_old_file_or_the_new_one(point: str, target: Path) -> None:
    write_whole(target, b"gammel")
    assert run(KILLED, target, point).returncode == -signal.SIGKILL
    expected = b"ny" * 1_000_000 if point == "after rename" else b"gammel"
    assert target.read_bytes() == expected
    write_whole(target, b"igjen", overwrite=True)
    assert target.read_bytes() == b"igjen"


@pytest.mark.parametrize("name", [f"{STEM}.pdf", f"{STEM} med vedlegg.pdf"])
def test_job_stops_before_it_starts_when_a_file_is_in_the_way(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"gammel")
    with pytest.raises(UserError) as error:
        next(make_documents(a_job(papers(), tmp_path), BlobShelf()))
    assert error.value.code == "output_exists"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"gammel"]


def test_job_replaces_files_when_asked(tmp_path: Path) -> None:
    (tmp_path / f"{STEM}.pdf").write_bytes(b"gammel")
    job = a_job(papers(), tmp_path, overwrite=True)
    result, _ = followed(make_documents(job, BlobShelf()))
    for file in result.files:
        assert hashlib.sha256(file.path.read_bytes()).hexdigest() == file.sha256


@posix_only
def test_kills_at_any_time_leave_no_broken_file() -> None:
    assert kills_while_writing(6, 4).breaches == ()
    assert kills_of_the_worker(3, 4).breaches == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sakspapirer NR-6-2026.pdf", "Sakspapirer NR-6-2026.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j.pdf', "a-b-c-d-e-f-g-h-i-j.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("COM¹.txt", "_COM¹.txt"),
        ("LPT9 .txt", "_LPT9.txt"),
        ("CONTRACT.pdf", "CONTRACT.pdf"),
        ("navn. . .", "navn"),
        ("  .skjult", "skjult"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("a\x00b\nc\td\u200be.pdf", "ab c de.pdf"),
        ("e\u0301t.pdf", "ét.pdf"),
        ("", "dokument"),
        ("...", "dokument"),
        ("\u202e", "dokument"),
        ("Møte 4. desember", "Møte 4. desember"),
    ],
)
def test_names_are_cleaned(name: str, expected: str) -> None:
    assert safe_name(name) == expected


@pytest.mark.parametrize("letter", ["a", "å", "漢", "🙂", ". "])
def test_long_names_keep_their_ending(letter: str) -> None:
    name = safe_name(letter * 400 + "x.xlsx")
    assert name.endswith(".xlsx")
    assert len(name) <= MAX_NAME
    assert len(name.encode()) <= MAX_NAME_BYTES


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
