"""One writing window per file, and where a file lies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.i18n.sentences import sentence
from app.store.council_file import CouncilFile
from app.store.places import danger_of
from tests.helpers.store import (
    SlowClock,
    a_council_on_disk,
    beside,
    edit_name,
    name_of_first,
    refused,
)

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from app.store.council_file import CouncilFile
from tests.helpers.store import SlowClock, edit_name
file = CouncilFile.open(Path(sys.argv[1]), clock=SlowClock())
edit_name(file, "Fra det andre vinduet")
print(file.is_read_only, flush=True)
sys.stdin.read()
file.close()
"""


@contextmanager
def another_window(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the file open for writing until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "False"
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait()


def test_while_another_window_writes_this_one_reads_and_says_who(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with another_window(path), CouncilFile.open(path, clock=SlowClock()) as file:
        reason = file.why_read_only
        assert reason is not None
        said = sentence(reason.code, reason.params)
        assert "råd.rundgang" in said
        assert "23.11.2026" in said
        assert name_of_first(file) == "Fra det andre vinduet"
        with refused("file_read_only"):
            edit_name(file, "Slik går det ikke")
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert not file.is_read_only
    assert beside(path) == {"råd.rundgang"}


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX knows them")
def test_a_killed_window_holds_nothing_and_has_lost_nothing(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with another_window(path) as window:
        os.kill(window.pid, signal.SIGKILL)
        window.wait()
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert not file.is_read_only
        assert file.ended_uncleanly
        assert name_of_first(file) == "Fra det andre vinduet"
    assert beside(path) == {"råd.rundgang"}


def test_a_note_that_makes_no_sense_hinders_nobody(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    (tmp_path / ".råd.rundgang.holder").write_text("{ikke json", encoding="utf-8")
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert not file.is_read_only
        (tmp_path / ".råd.rundgang.holder").write_text("{ikke json", encoding="utf-8")
        with CouncilFile.open(path, clock=SlowClock()) as second:
            assert second.why_read_only is not None
            assert second.why_read_only.code == "read_only_held_by_unknown"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Trondheimsregionen", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud/Sekretariat", "Nextcloud"),
    ],
)
def test_a_synced_folder_is_recognised(tmp_path: Path, folder: str, service: str) -> None:
    danger = danger_of(tmp_path / folder / "råd.rundgang")
    assert danger is not None
    assert danger.params["service"] == service
    assert service in sentence(danger.code, danger.params)


def test_a_network_disk_is_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//tjener/felles /mnt/felles\\040område cifs rw 0 0\n"
        "nfs:/hjem /hjem nfs4 rw 0 0\n",
        encoding="utf-8",
    )
    for place in ("/mnt/felles område/råd.rundgang", "/hjem/kari/råd.rundgang"):
        danger = danger_of(Path(place), mounts)
        assert danger is not None
        assert danger.code == "place_is_network"
    assert danger_of(Path("/srv/råd.rundgang"), mounts) is None
    assert danger_of(Path("/srv/råd.rundgang"), tmp_path / "borte") is None
