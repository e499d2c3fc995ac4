"""Bytes come out of the file as they went in, whatever their size, and are proved each time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store.council_file import CouncilFile
from tests.helpers.store import KEY, Outsider, SlowClock, a_council_on_disk


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("size", [0, 1, 4_095, 4_096, 3_000_000])
def test_bytes_come_back_as_they_were_given(tmp_path: Path, size: int, key: bytes | None) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=key)
    data = random.Random(size).randbytes(size)
    with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
        with file.unit_of_work() as work:
            name = work.add_blob(data)
            work.describe("attach", "case", 1)
            work.commit()
        assert file.blobs.read(name) == data


def test_bytes_that_were_changed_behind_our_back_are_not_handed_out(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as file, file.unit_of_work() as work:
        name = work.add_blob(b"slik det var")
        work.describe("attach", "case", 1)
        work.commit()
    Outsider(path).run("UPDATE blob SET data = x'00'")
    with CouncilFile.open(path, clock=SlowClock()) as file, pytest.raises(UserError) as told:
        file.blobs.read(name)
    assert told.value.code == "blob_damaged"
