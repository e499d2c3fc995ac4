"""From one version of the schema to the next: the same in the end, nothing lost on the way."""

from __future__ import annotations

import gzip
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.operations import Operations
from sqlalchemy import select

from app.domain.vocabulary import MeetingStatus
from app.models import Attachment, Meeting
from app.store import migrate as migrating
from app.store.backup import BackupFolder
from app.store.check import check
from app.store.connection import connect
from app.store.council_file import CouncilFile
from app.store.fingerprint import logical_hash_of, prints
from app.store.log import undo
from app.store.migrations import steps
from app.store.opening import version_of
from app.store.schema import VERSION, expected_schema, schema_of
from tests.helpers.first_version import a_file_of_version_1, an_empty_file
from tests.helpers.freeze import FIRST_FILE
from tests.helpers.store import KEY, SlowClock, beside, edit_name, name_of_first, refused

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_the_schema_by_migrations_is_the_schema_by_models(
    tmp_path: Path, key: bytes | None
) -> None:
    path = an_empty_file(tmp_path / "råd.rundgang", key)
    migrating.migrate(path, key)
    with closing(connect(path, key=key)) as connection:
        assert schema_of(connection) == expected_schema()
    assert version_of(path, key) == VERSION


def test_every_version_has_its_step_in_order() -> None:
    assert [step.version for step in steps.STEPS] == list(range(1, VERSION + 1))


@pytest.mark.parametrize("step", [step.version for step in steps.STEPS])
def test_each_step_up_keeps_every_row_and_value(tmp_path: Path, step: int) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    with closing(connect(path)) as connection:
        before = prints(connection)
    migrating.migrate(path, None, target=step)
    with closing(connect(path)) as connection:
        after = prints(connection)
    assert before["attendance"].rows == 2
    for table, old in before.items():
        assert after[table].rows == old.rows
        assert old.columns.items() <= after[table].columns.items()


def test_a_case_of_a_fixed_point_keeps_its_year(tmp_path: Path) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    migrating.migrate(path, None, target=3)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        body, held_on = connection.execute("SELECT body_id, held_on FROM meeting").fetchone()
        connection.execute(
            "INSERT INTO wheel_entry (id, body_id, title, month, first_year, interval_years,"
            " case_kind, template) VALUES (91, ?, 'Årsrapport', 2, 2017, 1, 'information', '')",
            (body,),
        )
        # On an agenda the meeting's year counts; before that the next February does.
        case = connection.execute("SELECT case_id FROM agenda_item WHERE case_id > 0").fetchone()[0]
        connection.execute(
            "UPDATE cases SET wheel_entry_id = 91, created_on = '2011-12-24' WHERE id = ?", (case,)
        )
        columns = [row[1] for row in connection.execute("PRAGMA table_info(cases)")]
        others = [
            name for name in columns if name not in ("id", "created_on", "number", "number_year")
        ]
        listed = ", ".join(others)
        for key, made_on in ((901, "2019-12-01"), (902, "2020-01-07"), (903, "2021-01-07")):
            connection.execute(
                f"INSERT INTO cases (id, created_on, number, number_year, {listed})"
                f" SELECT {key}, '{made_on}', NULL, NULL, {listed} FROM cases WHERE id = {case}"
            )
    migrating.migrate(path, None)
    with closing(connect(path)) as connection:
        turns = connection.execute(
            "SELECT year, case_id, case_made_on FROM wheel_turn ORDER BY year"
        ).fetchall()
    assert (int(held_on[:4]), case, "2011-12-24") in [tuple(turn) for turn in turns]
    assert (2020, 901, "2019-12-01") in [tuple(turn) for turn in turns]  # one a year: the first
    assert (2021, 903, "2021-01-07") in [tuple(turn) for turn in turns]
    assert len(turns) == 3


def test_a_step_that_is_done_already_is_left_alone(tmp_path: Path) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    migrating.migrate(path, None)
    before = logical_hash_of(path)
    migrating.migrate(path, None)
    assert logical_hash_of(path) == before


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_an_older_file_is_copied_and_upgraded_on_opening(tmp_path: Path, key: bytes | None) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang", key)
    before = logical_hash_of(path, key)
    clock = SlowClock()
    with CouncilFile.open(path, clock=clock, key=key, backups=tmp_path / "kopier") as file:
        assert check(file, full=True) == []
        assert name_of_first(file) == "Åse Lund"
        with file.reading() as session:
            meeting = session.scalars(select(Meeting)).one()
            assert (meeting.place, meeting.actual_start) == ("Prøvehuset", None)
    (copy,) = BackupFolder(tmp_path / "kopier", clock).copies()
    assert version_of(copy.path, key) == 1
    assert logical_hash_of(copy.path, key) == before


def test_a_file_of_the_first_release_opens_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "first-version.rundgang"
    path.write_bytes(gzip.decompress(FIRST_FILE.read_bytes()))
    with CouncilFile.open(path, clock=SlowClock(), backups=tmp_path / "kopier") as file:
        assert check(file, full=True) == []
        assert name_of_first(file) == "Åse Lund"
        with file.reading() as session:
            meetings = session.scalars(select(Meeting).order_by(Meeting.number)).all()
            assert [meeting.status for meeting in meetings] == [MeetingStatus.APPROVED] * 3
            attachment = session.scalars(select(Attachment)).one()
        assert file.blobs.read(attachment.sha256).startswith(b"%PDF")
        undo(file, edit_name(file, "Åse Ny") or 0)
        assert name_of_first(file) == "Åse Lund"


def test_without_a_folder_of_copies_the_older_file_is_kept_beside(tmp_path: Path) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    CouncilFile.open(path, clock=SlowClock()).close()
    (kept,) = (entry for entry in tmp_path.iterdir() if entry != path)
    assert version_of(kept, None) == 1


def test_reading_an_older_file_leaves_it_as_it_is(tmp_path: Path) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    before = path.read_bytes()
    with CouncilFile.open(path, clock=SlowClock(), read_only=True) as file:
        assert name_of_first(file) == "Åse Lund"
        assert check(file, full=True) == []
    assert path.read_bytes() == before
    assert beside(path) == {"råd.rundgang"}


def test_a_damaged_older_file_is_not_upgraded(tmp_path: Path) -> None:
    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE term SET person_id = 4711")
    before = logical_hash_of(path)
    with refused("backup_of_damaged_file"):
        CouncilFile.open(path, clock=SlowClock())
    assert logical_hash_of(path) == before


def losing_rows(operations: Operations) -> None:
    operations.execute("DELETE FROM ballot")


def losing_a_value(operations: Operations) -> None:
    operations.execute("UPDATE person SET name = upper(name)")


def losing_a_table(operations: Operations) -> None:
    operations.execute("DROP TABLE ballot")


def losing_a_reference(operations: Operations) -> None:
    operations.execute(
        "INSERT INTO ballot (id, vote_id, attendance_id, choice) "
        "SELECT 2, 99, attendance_id, choice FROM ballot"
    )
    operations.execute("DELETE FROM ballot WHERE id = 1")
    operations.execute("UPDATE ballot SET id = 1")


def making_something_else(operations: Operations) -> None:
    operations.execute("CREATE TABLE surprise (id INTEGER PRIMARY KEY) STRICT")


@pytest.mark.parametrize(
    "mistake",
    [losing_rows, losing_a_value, losing_a_table, losing_a_reference, making_something_else],
)
def test_a_migration_that_goes_wrong_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: steps.Upgrade
) -> None:
    def upgrade(operations: Operations) -> None:
        steps.STEPS[-1].upgrade(operations)
        mistake(operations)

    path = a_file_of_version_1(tmp_path / "råd.rundgang")
    before = logical_hash_of(path)
    broken = (*steps.STEPS[:-1], steps.Step(VERSION, upgrade))
    monkeypatch.setattr(migrating, "STEPS", broken)
    with refused("upgrade_failed"):
        CouncilFile.open(path, clock=SlowClock())
    assert logical_hash_of(path) == before
    monkeypatch.undo()
    CouncilFile.open(path, clock=SlowClock()).close()
    assert version_of(path, None) == VERSION


def test_alembic_is_loaded_only_for_an_older_file(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.helpers.store import SlowClock\n"
        "from app.store.council_file import CouncilFile\n"
        "path = Path(sys.argv[1])\n"
        "CouncilFile.create(path, clock=SlowClock()).close()\n"
        "CouncilFile.open(path, clock=SlowClock()).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "råd.rundgang")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
