"""What can be wrong with a file that someone opens: each told in words, the file left as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.i18n.sentences import sentence
from app.models import Meeting, Person
from app.store.check import check
from app.store.connection import APPLICATION_ID, connect
from app.store.council_file import CouncilFile
from app.store.fingerprint import logical_hash_of
from app.store.opening import has_wal, wal_of
from app.store.schema import VERSION, expected_schema, schema_of
from tests.helpers.store import (
    KEY,
    Outsider,
    SlowClock,
    a_council_on_disk,
    a_file,
    beside,
    edit_name,
    name_of_first,
    refused,
)

CLOCK = SlowClock()


def open_file(path: Path, **facts: object) -> CouncilFile:
    return CouncilFile.open(path, clock=CLOCK, **facts)  # type: ignore[arg-type]


def test_a_new_file_is_empty_sound_and_open_for_writing(tmp_path: Path) -> None:
    with a_file(tmp_path) as file:
        assert not file.is_read_only
        assert check(file, full=True) == []
        with file.reading() as session:
            assert session.scalars(select(Meeting)).all() == []
        with file.raw() as connection:
            assert schema_of(connection) == expected_schema()
    assert beside(file.path) == {"prøve.rundgang"}


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "viktig.rundgang"
    path.write_bytes(b"noe annet")
    with refused("file_exists"):
        CouncilFile.create(path, clock=CLOCK)
    assert path.read_bytes() == b"noe annet"
    assert beside(path) == {"viktig.rundgang"}


def test_a_new_file_needs_a_folder(tmp_path: Path) -> None:
    with refused("folder_missing"):
        CouncilFile.create(tmp_path / "borte" / "råd.rundgang", clock=CLOCK)


def test_what_a_killed_creation_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".prøve.rundgang.new-123").write_bytes(b"halvt")
    with a_file(tmp_path) as file:
        edit = file.path
    assert beside(edit) == {"prøve.rundgang"}


def as_folder(path: Path) -> None:
    path.mkdir()


def as_text(path: Path) -> None:
    path.write_text("Referat fra møtet\n" * 500, encoding="utf-8")


def as_a_word(path: Path) -> None:
    path.write_text("hei", encoding="utf-8")


def as_archive(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + os.urandom(4096 * 3 - 4))


def as_another_database(path: Path) -> None:
    with closing(connect(path, "rwc")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE guests (name TEXT)")


def as_encrypted(path: Path) -> None:
    a_council_on_disk(path, key=KEY)


def as_cut_in_two(path: Path) -> None:
    a_council_on_disk(path)
    os.truncate(path, path.stat().st_size // 2)


def as_cut_to_a_stump(path: Path) -> None:
    a_council_on_disk(path)
    os.truncate(path, 50)


def as_overwritten(path: Path) -> None:
    a_council_on_disk(path)
    with path.open("rb+") as file:
        file.seek(100)
        file.write(b"\xff" * 8000)


def as_garbled_schema(path: Path) -> None:
    """A letter of the schema that is no letter: the driver's own message cannot be read."""
    a_council_on_disk(path)
    content = bytearray(path.read_bytes())
    content[content.index(b"CONSTRAINT pk_seat ")] |= 0x80
    path.write_bytes(content)


def as_newer(path: Path) -> None:
    a_council_on_disk(path)
    Outsider(path).run_as_is(
        f"PRAGMA user_version = {VERSION + 1}", "CREATE TABLE hologram (id INTEGER)"
    )


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (as_folder, "file_is_a_folder"),
        (Path.touch, "file_is_empty"),
        (as_text, "not_a_council_file"),
        (as_archive, "not_a_council_file"),
        (as_another_database, "not_a_council_file"),
        (as_encrypted, "key_needed"),
        (as_cut_in_two, "file_damaged"),
        (as_a_word, "not_a_council_file"),
        (as_cut_to_a_stump, "file_damaged"),
        (as_overwritten, "file_damaged"),
        (as_garbled_schema, "file_damaged"),
        (as_newer, "file_is_newer"),
    ],
)
def test_what_cannot_be_opened_is_told_and_left_as_it_was(
    tmp_path: Path, made: Callable[[Path], None], code: str
) -> None:
    path = tmp_path / "råd.rundgang"
    made(path)
    before = path.read_bytes() if path.is_file() else b""
    for read_only in (False, True):
        with refused(code):
            open_file(path, read_only=read_only)
        assert (path.read_bytes() if path.is_file() else b"") == before
        assert beside(path) == {"råd.rundgang"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with refused("file_missing"):
        open_file(tmp_path / "borte.rundgang")
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_key_is_told(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=KEY)
    with refused("wrong_key"):
        open_file(path, key=b"x" * 32)
    with open_file(path, key=KEY) as file:
        assert name_of_first(file) == "Åse Lund"


def test_a_key_to_a_file_that_is_not_locked_is_told(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with refused("file_is_not_locked"):
        open_file(path, key=KEY)


def test_a_key_is_thirty_two_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        a_file(tmp_path, key=b"kort")


def test_an_encrypted_file_shows_nothing_of_what_it_holds(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=KEY)
    with open_file(path, key=KEY) as file:
        edit_name(file, "Kanarifugl Kanarisen")
        seen = path.read_bytes() + wal_of(path).read_bytes()
    seen += path.read_bytes()
    for canary in ("Kanarifugl", "Testarena", "CREATE TABLE", "%PDF", "SQLite"):
        assert canary.encode() not in seen


def test_a_newer_version_that_waits_in_the_log_is_seen(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        cut_off = tmp_path / "avbrutt.rundgang"
        shutil.copy(path, cut_off)
        shutil.copy(wal_of(path), wal_of(cut_off))
    before = cut_off.read_bytes()
    with refused("file_is_newer"):
        open_file(cut_off)
    assert cut_off.read_bytes() == before


def test_the_second_window_reads_and_is_told_who_writes(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as first, open_file(path) as second:
        assert not first.is_read_only
        assert second.is_read_only
        reason = second.why_read_only
        assert reason is not None
        assert "råd.rundgang" in sentence(reason.code, reason.params)
        edit_name(first, "Skrevet i det første")
        assert name_of_first(second) == "Skrevet i det første"
        with refused("file_read_only"):
            second.unit_of_work()
    with open_file(path) as third:
        assert not third.is_read_only
        assert name_of_first(third) == "Skrevet i det første"


def test_reading_only_leaves_the_file_and_its_folder_alone(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    before, names = path.read_bytes(), beside(path)
    with open_file(path, read_only=True) as file:
        assert name_of_first(file) == "Åse Lund"
    assert (path.read_bytes(), beside(path)) == (before, names)


def test_a_reader_does_not_hinder_the_writer_from_closing(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    writer = open_file(path)
    with open_file(path, read_only=True) as reader, reader.reading() as session:
        assert session.get(Person, 1) is not None
        edit_name(writer, "Skrevet imens")
        writer.close()
    with open_file(path) as file:
        assert name_of_first(file) == "Skrevet imens"
    assert not has_wal(path)


SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "recursive_triggers": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,
    "temp_store": 2,
    "application_id": APPLICATION_ID,
    "user_version": VERSION,
}


def settings_of(session: Session) -> dict[str, object]:
    return {name: session.execute(text(f"PRAGMA {name}")).scalar_one() for name in SETTINGS}


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_writers_and_readers_have_every_setting(tmp_path: Path, key: bytes | None) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=key)
    with open_file(path, key=key) as file:
        with file.unit_of_work() as work:
            assert settings_of(work.session) == SETTINGS
        with file.reading() as session:
            assert settings_of(session) == SETTINGS
            assert session.execute(text("PRAGMA query_only")).scalar_one() == 1


def test_a_unit_of_work_holds_the_right_to_write_from_its_first_moment(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file, closing(connect(path)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with file.unit_of_work(), pytest.raises(Exception, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        with file.reading() as session:
            assert session.get(Person, 1) is not None
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")


def test_another_program_that_writes_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.connection.BUSY_SECONDS", 0.05)
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file, closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with refused("file_busy"):
            edit_name(file, "Venter")
        other.execute("ROLLBACK")
        edit_name(file, "Slapp til")


def test_closing_folds_everything_into_the_one_file(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file:
        edit_name(file, "Foldet inn")
        assert has_wal(path)
    assert beside(path) == {"råd.rundgang"}
    copy = Path(shutil.copy(path, tmp_path / "kopi.rundgang"))
    with open_file(copy) as file:
        assert name_of_first(file) == "Foldet inn"


def test_settling_makes_a_plain_copy_whole_while_the_file_is_open(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file:
        edit_name(file, "Satt seg")
        file.settle()
        assert not has_wal(path)
        copy = Path(shutil.copy(path, tmp_path / "kopi.rundgang"))
        edit_name(file, "Etterpå")
    with open_file(copy) as copied:
        assert name_of_first(copied) == "Satt seg"


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    file = a_file(tmp_path)
    file.close()
    file.close()
    with refused("file_read_only"):
        file.unit_of_work()


def test_an_unclean_end_is_noticed_and_nothing_is_lost(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file:
        assert not file.ended_uncleanly
        edit_name(file, "Rett før strømmen gikk")
        cut_off = tmp_path / "avbrutt.rundgang"
        shutil.copy(path, cut_off)
        shutil.copy(wal_of(path), wal_of(cut_off))
    with open_file(cut_off) as file:
        assert file.ended_uncleanly
        assert name_of_first(file) == "Rett før strømmen gikk"
    with open_file(cut_off) as file:
        assert not file.ended_uncleanly


def test_an_error_over_a_damaged_value_is_told_as_damage(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    Outsider(path).run("UPDATE meeting SET held_on = '2026-13-45'")
    with open_file(path) as file:
        with refused("file_damaged"), file.reading() as session:
            session.scalars(select(Meeting)).all()
        assert [finding.where.params["table"] for finding in check(file, full=True)] == ["meeting"]


def test_our_own_error_stays_our_own(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")

    def stumble(file: CouncilFile) -> None:
        with file.reading():
            int("tolv")

    with open_file(path) as file, pytest.raises(ValueError, match="tolv"):
        stumble(file)


def test_a_file_that_disappears_while_it_is_read_raises_no_alarm(tmp_path: Path) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with open_file(path) as file:
        path.unlink()
        with refused("file_gone"):
            edit_name(file, "Tapt")
    assert not path.exists()


def test_the_same_content_has_the_same_hash_encrypted_or_not(tmp_path: Path) -> None:
    plain = a_council_on_disk(tmp_path / "åpent.rundgang")
    locked = a_council_on_disk(tmp_path / "låst.rundgang", key=KEY)
    assert logical_hash_of(plain) == logical_hash_of(locked, KEY)
    before = logical_hash_of(plain)
    with open_file(plain) as file:
        edit_name(file, "Endret")
    assert logical_hash_of(plain) != before


def test_every_error_of_the_store_carries_facts_for_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_file(tmp_path / "borte.rundgang")
    assert "borte.rundgang" in sentence(caught.value.code, caught.value.params)
