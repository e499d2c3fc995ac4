"""Looking through a file: what is found, where it is, and that a sound file has nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.i18n.sentences import sentence
from app.store.check import Finding, check
from app.store.connection import connect
from app.store.council_file import CouncilFile
from tests.helpers.store import KEY, Outsider, SlowClock, a_council_on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_council_on_disk(tmp_path / "råd.rundgang", approvals=3)


def findings(path: Path, *, full: bool = True, anchor: str | None = None) -> list[Finding]:
    with CouncilFile.open(path, clock=SlowClock(), read_only=True) as file:
        found = check(file, full=full, anchor=anchor)
    for finding in found:  # each can be said
        for reason in (finding.what, finding.where, finding.cure):
            assert sentence(reason.code, reason.params)
    return found


def whats(path: Path, *, full: bool = True, anchor: str | None = None) -> list[str]:
    return [finding.what.code for finding in findings(path, full=full, anchor=anchor)]


def hash_of(path: Path, link: int) -> str:
    with closing(connect(path)) as connection:
        query = "SELECT hash FROM approval WHERE sequence = ?"
        return str(connection.execute(query, (link,)).fetchone()[0])


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_sound_file_has_no_findings(tmp_path: Path, key: bytes | None) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang", key=key)
    for full in (False, True):
        with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
            assert check(file, full=full) == []


def test_a_broken_reference_is_found_in_its_table(path: Path) -> None:
    Outsider(path).run("UPDATE term SET person_id = 4711 WHERE id = 1")
    (finding,) = findings(path, full=False)
    assert finding.what.code == "found_broken_reference"
    assert finding.where.params == {"table": "term"}


def test_an_attachment_whose_bytes_changed_is_found_by_its_title(path: Path) -> None:
    Outsider(path).run("UPDATE blob SET data = x'00'")
    assert whats(path, full=False) == []
    (finding,) = findings(path)
    assert finding.what.code == "found_damaged_attachment"
    assert finding.where.params == {
        "attachment": "Prosjektplan",
        "case": "Testarena for havteknologi",
    }


def test_bytes_that_nobody_uses_are_looked_at_too(path: Path) -> None:
    Outsider(path).run("INSERT INTO blob VALUES ('abc', 1, x'00')")
    (finding,) = findings(path)
    assert finding.where.code == "where_blob"


def test_a_trigger_that_was_taken_away_is_found(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("DROP TRIGGER approval_kept_update")
    (finding,) = findings(path, full=False)
    assert finding.what.code == "found_other_schema"
    assert finding.where.params == {"part": "trigger approval_kept_update"}


def test_a_trigger_that_was_slipped_in_is_found(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER helper AFTER INSERT ON vote BEGIN"
            " UPDATE vote SET votes_for = 99 WHERE id = NEW.id; END"
        )
    assert whats(path, full=False) == ["found_other_schema"]


def test_a_value_that_the_program_cannot_read_is_found(path: Path) -> None:
    Outsider(path).run("UPDATE meeting SET held_on = 'i går' WHERE id = 1")
    (finding,) = findings(path)
    assert (finding.what.code, finding.where.params) == ("found_damage", {"table": "meeting"})


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        ("UPDATE approval SET approved_on = '2026-02-11' WHERE sequence = 2", "chain_link_changed"),
        ("UPDATE approval SET changes = 'x' WHERE sequence = 2", "chain_link_changed"),
        ("DELETE FROM approval WHERE sequence = 1", "chain_link_missing"),
        ("DELETE FROM approval WHERE sequence = 2", "chain_link_missing"),
        (
            "UPDATE approval SET previous_hash = hash WHERE sequence = 3",
            "chain_link_does_not_follow",
        ),
        ("UPDATE minutes_version SET content = 'Ny' WHERE id = 2", "chain_content_changed"),
    ],
)
def test_a_forged_approval_is_named(path: Path, attack: str, code: str) -> None:
    Outsider(path).run(attack)
    assert code in whats(path, full=False)


def test_the_end_of_the_chain_cut_off_is_found_against_an_anchor(path: Path) -> None:
    anchor = hash_of(path, 3)
    assert whats(path, anchor=anchor) == []
    Outsider(path).run("DELETE FROM approval WHERE sequence = 3")
    assert whats(path) == []
    assert whats(path, anchor=anchor) == ["chain_anchor_missing"]


def test_an_older_file_in_its_place_is_found_against_an_anchor(path: Path) -> None:
    anchor = hash_of(path, 3)
    a_council_on_disk(path, approvals=2)
    assert whats(path, anchor=anchor) == ["chain_anchor_missing"]


def test_issued_content_that_changed_is_found_though_nobody_approved_it(path: Path) -> None:
    Outsider(path).run("UPDATE agenda_version SET content = '[]' WHERE meeting_id = 2")
    (finding,) = findings(path)
    assert finding.what.code == "found_changed_issue"
    assert finding.where.code == "where_meeting"
