"""What a unit of work stores, what it leaves, and what the log says of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.domain.vocabulary import CaseKind
from app.models import Blob, Case, CaseText, LogEntry, Person
from app.store.capture import from_log
from app.store.council_file import CouncilFile
from app.store.drafts import clear_draft, read_drafts, save_draft
from app.store.log import history
from app.store.unit_of_work import expect_version
from tests.helpers.store import (
    KEY,
    SlowClock,
    a_council_on_disk,
    a_file,
    edit_name,
    name_of_first,
    refused,
)


@pytest.fixture
def clock() -> SlowClock:
    return SlowClock()


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def file(request: pytest.FixtureRequest, tmp_path: Path, clock: SlowClock) -> Iterator[CouncilFile]:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=request.param)
    with CouncilFile.open(path, clock=clock, key=request.param) as opened:
        yield opened


def log_of(file: CouncilFile) -> list[LogEntry]:
    with file.reading() as session:
        return list(session.scalars(select(LogEntry).order_by(LogEntry.id)))


def test_what_is_committed_is_there_in_the_next_reading(file: CouncilFile) -> None:
    edit_name(file, "Åse Ny")
    assert name_of_first(file) == "Åse Ny"


def test_leaving_without_commit_changes_nothing(file: CouncilFile) -> None:
    entries = len(log_of(file))
    with file.unit_of_work() as work:
        work.session.add(Person(name="Aldri Lagret"))
        work.describe("add", "person")
        work.session.flush()
    with file.reading() as session:
        assert session.scalar(select(Person).where(Person.name == "Aldri Lagret")) is None
    assert len(log_of(file)) == entries


def test_an_error_inside_changes_nothing_and_the_next_one_can_write(file: CouncilFile) -> None:
    class Interrupted(Exception):
        pass

    def interrupted() -> None:
        with file.unit_of_work() as work:
            work.session.add(Person(name="Aldri Lagret"))
            work.session.flush()
            raise Interrupted

    with pytest.raises(Interrupted):
        interrupted()
    edit_name(file, "Etterpå")
    assert name_of_first(file) == "Etterpå"


def test_the_log_tells_who_when_what_and_both_sides_of_a_row(
    file: CouncilFile, clock: SlowClock
) -> None:
    before = clock.now
    entry_id = edit_name(file, "Åse Ny")
    entry = log_of(file)[-1]
    assert (entry.id, entry.who, entry.verb) == (entry_id, "Kari Bakken", "rename")
    assert (entry.subject, entry.subject_id) == ("person", 1)
    assert before < entry.at <= clock.now
    (row,) = from_log(entry.before, entry.after)
    assert (row.table, row.key) == ("person", {"id": 1})
    assert row.before == {"name": "Åse Lund", "version": 1}
    assert row.after == {"name": "Åse Ny", "version": 2}


def test_the_log_sees_what_the_session_does_not(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.session.execute(update(CaseText).values(text="Skrevet i ett jafs."))
        work.session.execute(delete(Case).where(Case.id == 99))
        work.describe("rewrite", "case", 1)
        work.commit()
    (row,) = history(file, "case", 1)[0].rows
    assert row.before == {"text": "Arenaen har vært i drift."}
    assert row.after == {"text": "Skrevet i ett jafs."}


def test_the_log_sees_rows_that_went_with_another(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        case = Case(
            body_id=1, title="Kort sak", kind=CaseKind.DECISION, created_on=date(2026, 11, 1)
        )
        work.session.add(case)
        work.session.flush()
        work.session.add(CaseText(case_id=case.id, key="background", text="Kort."))
        work.describe("add", "case", case.id)
        work.commit()
        case_id = case.id
    with file.unit_of_work() as work:
        work.session.execute(delete(Case).where(Case.id == case_id))
        work.describe("delete", "case", case_id)
        work.commit()
    rows = history(file, "case", case_id)[0].rows
    assert {row.table for row in rows} == {"cases", "case_text"}
    assert all(row.after is None for row in rows)


def test_a_savepoint_that_was_rolled_back_is_not_told(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        savepoint = work.session.begin_nested()
        work.session.add(Person(name="Angret"))
        work.session.flush()
        savepoint.rollback()
        work.session.add(Person(name="Beholdt"))
        work.describe("add", "person")
        work.commit()
    (row,) = history(file, "person")[0].rows
    assert row.after is not None
    assert row.after["name"] == "Beholdt"


def test_a_row_made_and_changed_in_one_go_is_told_once(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        person = Person(name="Først")
        work.session.add(person)
        work.session.flush()
        person.name = "Sist"
        work.describe("add", "person")
        work.commit()
    (row,) = history(file, "person")[0].rows
    assert row.before is None
    assert row.after is not None
    assert row.after["name"] == "Sist"


def test_making_in_bulk_is_one_final_line_without_rows(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.describe("make", "council", 1, capture=False)
        work.session.add_all(Person(name=f"Person {number}") for number in range(50))
        work.commit()
    entry = log_of(file)[-1]
    assert (entry.before, entry.after, entry.is_final) == ("[]", "[]", True)
    edit_name(file, "Åse Ny")
    assert len(history(file, "person", 1)[0].rows) == 1


def test_nothing_done_and_nothing_said_leaves_no_line(file: CouncilFile) -> None:
    entries = len(log_of(file))
    with file.unit_of_work() as work:
        assert work.commit() is None
    assert len(log_of(file)) == entries


def test_changes_without_words_are_our_bug(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.session.add(Person(name="Uten ord"))
        with pytest.raises(RuntimeError, match="says what it does"):
            work.commit()


def test_a_unit_of_work_commits_once(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.commit()
        with pytest.raises(RuntimeError, match="commits once"):
            work.commit()


def test_a_unit_of_work_inside_another_is_our_bug(file: CouncilFile) -> None:
    with (
        file.unit_of_work(),
        pytest.raises(RuntimeError, match="inside another"),
        file.unit_of_work(),
    ):
        pytest.fail("two at a time")


def test_units_of_work_of_two_threads_take_turns(file: CouncilFile) -> None:
    def add(name: str) -> None:
        for number in range(10):
            with file.unit_of_work(name) as work:
                work.session.add(Person(name=f"{name} {number}"))
                work.describe("add", "person")
                work.commit()

    threads = [threading.Thread(target=add, args=(name,)) for name in ("Kari", "Ola")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(history(file, "person")) == 20


def test_a_reading_sees_one_moment_of_the_file(file: CouncilFile) -> None:
    with file.reading() as session:
        first = session.scalars(select(Person.name).order_by(Person.id)).first()
        edit_name(file, "Midt i lesingen")
        assert session.scalars(select(Person.name).order_by(Person.id)).first() == first
    assert name_of_first(file) == "Midt i lesingen"


def test_a_reading_cannot_write(file: CouncilFile) -> None:
    with refused("file_not_writable"), file.reading() as session:
        session.add(Person(name="Lurt inn"))
        session.flush()


def test_rows_read_stay_readable_afterwards(file: CouncilFile) -> None:
    with file.reading() as session:
        person = session.get(Person, 1)
    assert person is not None
    assert person.name == "Åse Lund"


def test_the_same_bytes_are_kept_once(file: CouncilFile) -> None:
    def count(session: Session) -> int:
        return len(session.scalars(select(Blob.sha256)).all())

    with file.unit_of_work() as work:
        work.describe("attach", "case", 1)
        before = count(work.session)
        first, again = work.add_blob(b"samme"), work.add_blob(b"samme")
        work.commit()
        assert first == again
        assert count(work.session) == before + 1
    assert file.blobs.read(first) == b"samme"


def test_bytes_that_are_not_there_are_told_in_words(file: CouncilFile) -> None:
    with refused("blob_missing"):
        file.blobs.read("f" * 64)


def test_a_write_on_an_old_sight_is_refused(file: CouncilFile) -> None:
    edit_name(file, "Noen andre")
    with refused("stale_version"), file.unit_of_work() as work:
        person = work.session.get(Person, 1)
        assert person is not None
        expect_version(person, 1)
    assert name_of_first(file) == "Noen andre"


def test_a_row_changed_behind_the_session_is_a_stale_write(file: CouncilFile) -> None:
    with refused("stale_version"), file.unit_of_work() as work:
        person = work.session.get(Person, 1)
        assert person is not None
        work.session.connection().exec_driver_sql("UPDATE person SET version = 7 WHERE id = 1")
        person.name = "For sent"
        work.describe("rename", "person", 1)
        work.commit()


def test_typing_on_is_one_line_of_history(file: CouncilFile, clock: SlowClock) -> None:
    first = edit_name(file, "Å", goes_on=True)
    assert edit_name(file, "Ås", goes_on=True) == first
    assert edit_name(file, "Åsn", goes_on=True) == first
    (row,) = history(file, "person", 1)[0].rows
    assert (row.before, row.after) == (
        {"name": "Åse Lund", "version": 1},
        {"name": "Åsn", "version": 4},
    )
    clock.pass_by(timedelta(minutes=11))
    assert edit_name(file, "Åsne", goes_on=True) != first


def test_typing_on_after_something_else_is_a_new_line(file: CouncilFile) -> None:
    first = edit_name(file, "Å", goes_on=True)
    with file.unit_of_work("Kari Bakken") as work:
        work.session.add(Person(name="Imens"))
        work.describe("add", "person")
        work.commit()
    assert edit_name(file, "Ås", goes_on=True) != first
    assert len(history(file, "person", 1)) == 2


def test_typing_in_another_field_is_a_new_line(file: CouncilFile) -> None:
    first = edit_name(file, "Å", goes_on=True)
    with file.unit_of_work("Kari Bakken") as work:
        person = work.session.get(Person, 1)
        assert person is not None
        person.phone = "73 00 00 00"
        work.describe("rename", "person", 1, goes_on=True)
        assert work.commit() != first


def test_a_draft_keeps_the_newest_text_of_a_field(file: CouncilFile) -> None:
    save_draft(file, "case", 1, "amount", "480 000", 3)
    save_draft(file, "case", 1, "amount", "480 000 kr og litt til", 3)
    save_draft(file, "case", 1, "title", "Test", 3)
    save_draft(file, "case", 2, "title", "En annen sak", 1)
    amount, title = read_drafts(file, "case", 1)
    assert (amount.field, amount.text, amount.base_version) == (
        "amount",
        "480 000 kr og litt til",
        3,
    )
    assert title.text == "Test"


def test_a_draft_goes_when_its_value_is_stored_and_leaves_no_line(file: CouncilFile) -> None:
    entries = len(log_of(file))
    save_draft(file, "case", 1, "title", "Test", 3)
    clear_draft(file, "case", 1, "title")
    clear_draft(file, "case", 1, "title")
    assert read_drafts(file, "case", 1) == []
    assert len(log_of(file)) == entries


def test_a_file_that_was_moved_away_takes_no_more_edits(tmp_path: Path) -> None:
    with a_file(tmp_path) as file:
        with file.unit_of_work() as work:
            work.session.add(Person(name="Før"))
            work.describe("add", "person")
            work.commit()
        file.path.rename(tmp_path / "flyttet.rundgang")
        with refused("file_gone"), file.unit_of_work() as work:
            pytest.fail("the edit would be lost")
        with refused("file_gone"):
            save_draft(file, "case", 1, "title", "Tapt", 1)


def test_a_row_that_follows_a_deleted_one_gets_a_key_of_its_own(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.session.add(Person(name="Nyest"))
        work.describe("add", "person")
        work.commit()
    with file.unit_of_work() as work:
        newest = work.session.scalars(select(Person).order_by(Person.id.desc())).first()
        assert newest is not None
        gone = newest.id
        work.session.delete(newest)
        work.session.flush()
        work.session.add_all([Person(name="Den ene"), Person(name="Den andre")])
        work.describe("replace", "person")
        work.commit()
    rows = from_log(log_of(file)[-1].before, log_of(file)[-1].after)
    assert [row.after for row in rows if row.key["id"] == gone] == [None]
    with file.reading() as session:
        keys = set(session.scalars(select(Person.id).where(Person.name.startswith("Den "))))
    assert len(keys) == 2
    assert min(keys) > gone
