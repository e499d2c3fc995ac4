"""Copies of a council file: verified, kept in number, and restored."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.backup import BackupFolder, back_up, folder_for, is_intact
from app.store.council_file import CouncilFile
from app.store.drafts import save_draft
from app.store.fingerprint import logical_hash_of
from app.store.opening import wal_of
from app.store.restore import restore
from app.store.rotation import DAYS, LAST_DAY, MONTHS, WEEKS, within_budget, worth_keeping
from app.store.schema import VERSION
from tests.helpers.store import (
    KEY,
    Outsider,
    SlowClock,
    a_council_on_disk,
    beside,
    edit_name,
    name_of_first,
    refused,
)

HALF_AN_HOUR = timedelta(minutes=30)
OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def clock() -> SlowClock:
    return SlowClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_council_on_disk(tmp_path / "råd.rundgang")


@pytest.fixture
def file(path: Path, clock: SlowClock) -> Iterator[CouncilFile]:
    with CouncilFile.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path, clock: SlowClock) -> BackupFolder:
    return BackupFolder(tmp_path / "kopier", clock)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_copy_holds_what_the_open_file_holds(tmp_path: Path, key: bytes | None) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=key)
    copy = tmp_path / "kopi.rundgang"
    with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
        edit_name(file, "Rett før kopien")
        back_up(file, copy)
        edit_name(file, "Rett etter kopien")
        assert beside(path) >= {"råd.rundgang", "kopi.rundgang"}
    assert beside(path) == {"råd.rundgang", "kopi.rundgang"}
    assert is_intact(copy, key)
    with CouncilFile.open(copy, clock=SlowClock(), key=key) as copied:
        assert name_of_first(copied) == "Rett før kopien"
        edit_name(copied, "Kopien lever")


def test_an_encrypted_copy_shows_nothing(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=KEY)
    copy = tmp_path / "kopi.rundgang"
    with CouncilFile.open(path, clock=SlowClock(), key=KEY) as file:
        back_up(file, copy)
    assert b"SQLite" not in copy.read_bytes()
    assert b"Testarena" not in copy.read_bytes()


def test_a_copy_never_takes_the_place_of_another(file: CouncilFile, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.rundgang"
    copy.write_bytes(b"noe annet")
    with refused("file_exists"):
        back_up(file, copy)
    assert copy.read_bytes() == b"noe annet"
    back_up(file, copy, replace=True)
    assert is_intact(copy, None)


def test_a_damaged_file_gives_no_copy(path: Path, tmp_path: Path) -> None:
    Outsider(path).run("UPDATE term SET person_id = 4711")
    with CouncilFile.open(path, clock=SlowClock()) as file, refused("backup_of_damaged_file"):
        back_up(file, tmp_path / "kopi.rundgang")
    assert beside(path) == {"råd.rundgang"}


def test_copies_are_half_an_hour_apart_and_only_of_changes(
    file: CouncilFile, folder: BackupFolder, clock: SlowClock
) -> None:
    assert folder.last_backup_at is None
    assert folder.is_overdue()
    assert folder.take(file) is not None
    assert not folder.is_overdue()
    edit_name(file, "Endret")
    assert folder.take(file) is None
    clock.pass_by(HALF_AN_HOUR)
    assert folder.take(file) is not None
    clock.pass_by(HALF_AN_HOUR)
    assert folder.take(file) is None
    save_draft(file, "case", 1, "title", "Halvskrevet", 1)
    assert folder.take(file) is not None
    assert len(folder.copies()) == 3


def test_on_closing_and_before_something_risky_half_an_hour_does_not_count(
    file: CouncilFile, folder: BackupFolder
) -> None:
    folder.take(file)
    edit_name(file, "Endret")
    assert folder.take(file, before_risk=True) is not None
    edit_name(file, "Endret igjen")
    assert folder.take(file, at_exit=True) is not None
    assert folder.take(file, at_exit=True) is None


def test_typing_on_in_one_entry_counts_as_a_change(file: CouncilFile, folder: BackupFolder) -> None:
    edit_name(file, "Å", goes_on=True)
    folder.take(file)
    edit_name(file, "Ås", goes_on=True)
    assert folder.take(file, at_exit=True) is not None


def test_a_week_without_a_copy_is_a_warning(
    file: CouncilFile, folder: BackupFolder, clock: SlowClock
) -> None:
    folder.take(file)
    clock.pass_by(timedelta(days=6, hours=23))
    assert not folder.is_overdue()
    clock.pass_by(timedelta(hours=2))
    assert folder.is_overdue()


def test_closing_leaves_a_copy_when_something_changed(
    path: Path, tmp_path: Path, clock: SlowClock
) -> None:
    copies = tmp_path / "kopier"
    with CouncilFile.open(path, clock=clock, backups=copies) as file:
        name_of_first(file)
    assert not copies.exists()
    with CouncilFile.open(path, clock=clock, backups=copies) as file:
        edit_name(file, "Endret")
    (copy,) = BackupFolder(copies, clock).copies()
    assert logical_hash_of(copy.path) == logical_hash_of(path)


def test_closing_succeeds_where_no_copy_can_be_made(
    path: Path, tmp_path: Path, clock: SlowClock
) -> None:
    blocked = tmp_path / "kopier"
    blocked.write_text("en fil der mappen skulle vært", encoding="utf-8")
    with CouncilFile.open(path, clock=clock, backups=blocked) as file:
        edit_name(file, "Endret")
    with CouncilFile.open(path, clock=clock) as file:
        assert name_of_first(file) == "Endret"


def test_a_second_place_gets_its_own_copy(
    file: CouncilFile, tmp_path: Path, clock: SlowClock
) -> None:
    second = tmp_path / "minnepinne"
    folder = BackupFolder(tmp_path / "kopier", clock, second=second)
    taken = folder.take(file)
    assert taken is not None
    assert taken.second is None
    assert taken.problem is not None
    assert taken.problem.code == "second_backup_failed"
    second.mkdir()
    edit_name(file, "Endret")
    taken = folder.take(file, at_exit=True)
    assert taken is not None
    assert taken.problem is None
    assert taken.second is not None
    assert logical_hash_of(taken.second) == logical_hash_of(taken.path)


def test_superfluous_copies_go_when_a_new_one_is_made(
    file: CouncilFile, folder: BackupFolder, clock: SlowClock
) -> None:
    for number in range(6):
        edit_name(file, f"Endring {number}")
        folder.take(file, at_exit=True)
    assert len(folder.copies()) == 6
    for _ in range(2):
        clock.pass_by(timedelta(days=1))
        edit_name(file, "En dag senere")
        folder.take(file)
    assert len(folder.copies()) == 3


def test_what_a_killed_copying_left_is_cleared_away(
    file: CouncilFile, folder: BackupFolder, tmp_path: Path
) -> None:
    folder.take(file)
    (tmp_path / "kopier" / ".råd 2026-11-22 kl 101010.rundgang.new-77").write_bytes(b"halvt")
    edit_name(file, "Endret")
    folder.take(file, at_exit=True)
    assert not list((tmp_path / "kopier").glob(".*"))


def test_strange_files_among_the_copies_are_left_alone(
    file: CouncilFile, folder: BackupFolder, tmp_path: Path
) -> None:
    folder.take(file)
    stranger = tmp_path / "kopier" / "mine notater.rundgang"
    stranger.write_text("ikke rør", encoding="utf-8")
    folder.rotate()
    assert len(folder.copies()) == 1
    assert stranger.exists()


def test_files_of_one_name_do_not_mix_their_copies(tmp_path: Path) -> None:
    one, other = (tmp_path / place / "råd.rundgang" for place in ("a", "b"))
    assert folder_for(tmp_path, one) != folder_for(tmp_path, other)
    assert folder_for(tmp_path, one) == folder_for(tmp_path, one)


moments = st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1), timezones=st.just(OSLO))


@given(st.lists(moments, min_size=1, max_size=120))
def test_rotation_keeps_the_newest_of_each_day_week_and_month(taken: list[datetime]) -> None:
    kept = worth_keeping(taken)
    assert kept <= set(taken)
    assert max(taken) in kept
    last_day = {moment for moment in taken if max(taken) - moment < LAST_DAY}
    assert last_day <= kept
    assert len(kept - last_day) <= DAYS + WEEKS + MONTHS + 2
    days = sorted({moment.date() for moment in taken}, reverse=True)
    for day in days[:DAYS]:
        assert max(moment for moment in taken if moment.date() == day) in kept
    months = sorted({(moment.year, moment.month) for moment in taken}, reverse=True)
    for month in months[:MONTHS]:
        assert max(at for at in taken if (at.year, at.month) == month) in kept


@given(
    st.lists(st.tuples(moments, st.integers(0, 1_000)), min_size=1, unique_by=lambda pair: pair[0]),
    st.integers(0, 5_000),
)
def test_the_size_budget_takes_the_oldest_first(
    copies: list[tuple[datetime, int]], budget: int
) -> None:
    kept = within_budget(copies, budget)
    newest_first = [moment for moment, _ in sorted(copies, reverse=True)]
    assert newest_first[: len(kept)] == sorted(kept, reverse=True)
    assert len(kept) >= min(2, len(copies))
    if len(kept) > 2:
        assert sum(size for moment, size in copies if moment in kept) <= budget


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_restored_file_is_what_was_copied(tmp_path: Path, key: bytes | None) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=key)
    copy, again = tmp_path / "kopi.rundgang", tmp_path / "tilbake.rundgang"
    with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
        back_up(file, copy)
    assert restore(copy, again, clock=SlowClock(), key=key) is None
    assert logical_hash_of(again, key) == logical_hash_of(path, key)
    assert beside(path) == {"råd.rundgang", "kopi.rundgang", "tilbake.rundgang"}


def test_restoring_never_overwrites_unasked(path: Path, tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    before = path.read_bytes()
    with refused("file_exists"):
        restore(copy, path, clock=SlowClock())
    assert path.read_bytes() == before


def test_what_is_replaced_is_kept_with_its_unfolded_edits(path: Path, tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as file:
        edit_name(file, "Bare i den gamle")
        main, waiting = path.read_bytes(), wal_of(path).read_bytes()
    path.write_bytes(main)
    wal_of(path).write_bytes(waiting)
    kept = restore(copy, path, clock=SlowClock(), replace=True)
    assert kept is not None
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert name_of_first(file) == "Åse Lund"
    with CouncilFile.open(kept, clock=SlowClock()) as file:
        assert name_of_first(file) == "Bare i den gamle"


def test_a_damaged_file_is_kept_and_the_copy_takes_its_place(path: Path, tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    os.truncate(path, 5000)
    damaged = path.read_bytes()
    kept = restore(copy, path, clock=SlowClock(), replace=True)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert logical_hash_of(path) == logical_hash_of(copy)


def test_a_file_that_a_window_has_open_is_not_replaced(path: Path, tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    with (
        CouncilFile.open(path, clock=SlowClock()),
        refused("read_only_held", "read_only_held_by_unknown"),
    ):
        restore(copy, path, clock=SlowClock(), replace=True)


def test_a_damaged_copy_is_refused(path: Path, tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    with copy.open("rb+") as opened:
        opened.seek(copy.stat().st_size - 6000)
        opened.write(b"\xff" * 4000)
    with refused("copy_is_damaged"):
        restore(copy, tmp_path / "ny.rundgang", clock=SlowClock())
    assert not (tmp_path / "ny.rundgang").exists()
    assert path.exists()


def test_a_newer_copy_is_refused(tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang")
    Outsider(copy).run_as_is(f"PRAGMA user_version = {VERSION + 1}")
    with refused("file_is_newer"):
        restore(copy, tmp_path / "ny.rundgang", clock=SlowClock())


def test_a_copy_locked_with_another_key_is_refused(tmp_path: Path) -> None:
    copy = a_council_on_disk(tmp_path / "kopi.rundgang", key=KEY)
    with refused("wrong_key"):
        restore(copy, tmp_path / "ny.rundgang", clock=SlowClock(), key=b"y" * 32)
    with refused("key_needed"):
        restore(copy, tmp_path / "ny.rundgang", clock=SlowClock())
    assert beside(copy) == {"kopi.rundgang"}
