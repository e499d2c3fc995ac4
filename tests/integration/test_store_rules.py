"""What the file itself refuses, whoever asks: overlaps, what is approved, what is issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.domain.vocabulary import ItemKind, MeetingStatus
from app.models import Approval, Case, Erasure, Meeting, Reopening, Term
from app.store.council_file import CouncilFile
from app.store.triggers import FROZEN
from tests.helpers.store import (
    BEGINNING,
    SlowClock,
    a_council_on_disk,
    a_held_meeting,
    approve,
    refused,
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CouncilFile]:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as opened:
        yield opened


def write(file: CouncilFile, statement: str) -> None:
    """One statement past all mapped classes, with the file's own rules in force."""
    with file.unit_of_work() as work:
        work.describe("try", "test")
        work.session.execute(text(statement))
        work.commit()


def a_term(session: Session, start: date, end: date | None) -> None:
    session.add(Term(seat_id=1, institution_id=2, person_id=2, start_on=start, end_on=end))
    session.flush()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 1, 1), None),
        (date(2024, 1, 1), date(2025, 1, 2)),
        (date(2026, 12, 31), date(2027, 6, 1)),
        (date(2025, 6, 1), date(2025, 7, 1)),
        (date(2025, 1, 1), date(2027, 1, 1)),
    ],
)
def test_two_holders_of_one_seat_at_a_time_are_refused(
    file: CouncilFile, start: date, end: date | None
) -> None:
    write(file, "UPDATE term SET end_on = '2027-01-01' WHERE id = 1")
    with refused("term_overlap"), file.unit_of_work() as work:
        a_term(work.session, start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2027, 1, 1), None), (date(2023, 1, 1), date(2025, 1, 1))],
)
def test_one_holder_after_another_is_fine(file: CouncilFile, start: date, end: date | None) -> None:
    write(file, "UPDATE term SET end_on = '2027-01-01' WHERE id = 1")
    with file.unit_of_work() as work:
        a_term(work.session, start, end)
        work.describe("appoint", "seat", 1)
        assert work.commit() is not None


def test_a_successor_can_be_put_in_the_same_breath(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        old = work.session.get(Term, 1)
        assert old is not None
        old.end_on = date(2027, 1, 1)
        a_term(work.session, date(2027, 1, 1), None)
        work.describe("replace", "seat", 1)
        work.commit()


def test_a_term_cannot_be_moved_onto_another(file: CouncilFile) -> None:
    with refused("term_overlap"):
        write(file, "UPDATE term SET seat_id = 1 WHERE id = 2")
    with refused("term_overlap"):
        write(file, "UPDATE OR REPLACE term SET seat_id = 1 WHERE id = 2")


ROWS_OF_AN_APPROVED_MEETING = (
    "UPDATE attendance SET function = 'annet' WHERE meeting_id = 1",
    "DELETE FROM attendance WHERE meeting_id = 1",
    "UPDATE agenda_item SET is_withdrawn = 1",
    "DELETE FROM agenda_item",
    "UPDATE deliberation SET decision = 'Pengene bevilges ikke.'",
    "UPDATE deliberation SET item_id = 7",
    "DELETE FROM deliberation",
    "UPDATE vote SET votes_against = 4",
    "DELETE FROM vote",
    "UPDATE ballot SET choice = 'against'",
    "UPDATE ballot SET vote_id = 99",
    "DELETE FROM ballot",
    "DELETE FROM disqualification",
    "UPDATE disqualification SET reason = 'noe annet'",
    "UPDATE meeting SET held_on = '2026-01-11'",
    "UPDATE meeting SET place = 'Et annet sted'",
    "UPDATE meeting SET presided_by_id = 1",
    "UPDATE meeting SET actual_end = '10:00'",
    "UPDATE meeting SET status = 'held'",
    "UPDATE meeting SET deleted_at = '2026-11-23T09:00:00.000000+00:00'",
    "DELETE FROM meeting",
    "INSERT INTO agenda_item (meeting_id, sort, kind, title, minutes, presenter,"
    " added_in_version, is_withdrawn, version) VALUES (1, 9, 'heading', 'Ny', 0, '', 1, 0, 1)",
    "INSERT INTO disqualification (item_id, attendance_id, reason, legal_basis)"
    " VALUES (1, 1, 'sent påfunn', '')",
    "INSERT INTO vote (item_id, sort, subject, proposed_by, method, votes_for, votes_against,"
    " votes_blank, by_casting_vote, is_adopted) VALUES (1, 2, '', '', 'totals', 1, 0, 0, 0, 1)",
    "INSERT OR REPLACE INTO deliberation (id, item_id, text, outcome, decision, version)"
    " VALUES (1, 1, 'Omskrevet', 'rejected', 'Nei', 1)",
    "INSERT OR REPLACE INTO ballot (id, vote_id, attendance_id, choice) VALUES (1, 1, 1, 'blank')",
)


@pytest.mark.parametrize("statement", ROWS_OF_AN_APPROVED_MEETING)
def test_what_approved_minutes_tell_cannot_change(file: CouncilFile, statement: str) -> None:
    with refused("minutes_are_approved"):
        write(file, statement)


def test_what_approved_minutes_do_not_tell_stays_open(file: CouncilFile) -> None:
    write(file, "UPDATE meeting SET video_link = 'https://møte.example', version = version + 1")
    write(file, "UPDATE case_text SET text = 'Mer bakgrunn.'")


def test_another_meeting_is_open_still(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        work.describe("hold", "meeting", 2)
        a_held_meeting(work.session, 2)
        work.commit()
    write(file, "UPDATE deliberation SET text = 'Rettet.' WHERE item_id = 2")
    with refused("minutes_are_approved"):
        write(file, "UPDATE agenda_item SET meeting_id = 1 WHERE meeting_id = 2")


def test_a_reopening_opens_and_the_next_approval_locks_again(file: CouncilFile) -> None:
    change = "UPDATE deliberation SET text = 'Rettet.'"
    with file.unit_of_work() as work:
        work.describe("reopen", "meeting", 1, final=True)
        work.session.add(
            Reopening(approval_sequence=1, opened_at=BEGINNING, opened_by="Kari", reason="Feil")
        )
        work.commit()
    write(file, change)
    with file.unit_of_work() as work:
        work.describe("approve", "meeting", 1, final=True)
        meeting = work.session.get(Meeting, 1)
        assert meeting is not None
        meeting.status = MeetingStatus.MINUTES_OUT
        approve(work.session, meeting, "Rettet protokoll.")
        work.commit()
    with refused("minutes_are_approved"):
        write(file, change)


@pytest.mark.parametrize("table", sorted(FROZEN))
def test_what_is_kept_for_ever_is_neither_changed_nor_deleted(
    file: CouncilFile, table: str
) -> None:
    with file.unit_of_work() as work:
        work.describe("reopen", "meeting", 1, final=True)
        work.session.add(
            Reopening(approval_sequence=1, opened_at=BEGINNING, opened_by="Kari", reason="Feil")
        )
        work.session.add(
            Erasure(person_id=99, erased_at=BEGINNING, salt="00", marks="00", is_here=True)
        )
        work.commit()
    with file.reading() as session:
        rows = session.execute(text(f"SELECT * FROM {table}")).mappings().all()
    assert rows
    column = next(name for name in rows[0] if name not in ("id", "sequence"))
    with refused(FROZEN[table]):
        write(file, f"UPDATE {table} SET {column} = {column}")
    with refused(FROZEN[table]):
        write(file, f"DELETE FROM {table}")
    with refused(FROZEN[table]):
        write(file, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.parametrize(
    "change",
    ["who = 'En annen'", "before = '[]'", "verb = 'x'", "is_final = 1", "id = 99", "at = ''"],
)
def test_of_the_newest_line_in_the_log_only_the_outcome_can_go_on(
    file: CouncilFile, change: str
) -> None:
    write(file, "UPDATE person SET phone = '1' WHERE id = 1")
    newest = "id = (SELECT max(id) FROM log_entry)"
    with refused("log_is_fixed"):
        write(file, f"UPDATE log_entry SET {change} WHERE {newest}")
    with refused("log_is_fixed"):
        write(file, "UPDATE log_entry SET after = '[]' WHERE id = 1")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cases SET number = 13",
        "UPDATE cases SET number_year = 2027",
        "UPDATE cases SET number = NULL, number_year = NULL",
        "DELETE FROM cases WHERE number IS NOT NULL",
    ],
)
def test_a_case_number_is_given_once(file: CouncilFile, statement: str) -> None:
    with file.unit_of_work() as work:
        work.describe("publish", "meeting", 1, final=True)
        case = Case(body_id=1, title="Ny", kind="decision", created_on=date(2026, 1, 1))
        case.number, case.number_year = 12, 2026
        work.session.add(case)
        work.commit()
        case_id = case.id
    with refused("case_number_is_fixed"):
        write(file, f"{statement} {'AND' if 'WHERE' in statement else 'WHERE'} id = {case_id}")
    write(file, f"UPDATE cases SET status = 'withdrawn' WHERE id = {case_id}")


def test_an_approval_cannot_be_slipped_in_past_the_links_before_it(file: CouncilFile) -> None:
    with file.reading() as session:
        first = session.scalars(select(Approval)).one()
    copied = (
        "INSERT INTO approval (sequence, minutes_version_id, approved_on, form, changes,"
        f" content_sha256, previous_hash, hash) VALUES (2, {first.minutes_version_id},"
        " '2026-01-01', 'as_presented', '', 'x', 'y', 'z')"
    )
    with pytest.raises(Exception, match="UNIQUE constraint failed"):
        write(file, copied)


def test_blobs_that_an_attachment_uses_stay(file: CouncilFile) -> None:
    with refused("blob_is_fixed"):
        write(file, "DELETE FROM blob")


def test_values_of_the_wrong_kind_are_refused_by_the_tables(file: CouncilFile) -> None:
    for statement in (
        "UPDATE person SET version = 'to'",
        "UPDATE person SET name = NULL",
        "UPDATE cases SET status = 'nesten ferdig'",
        "UPDATE cases SET amount = -1",
        "UPDATE cases SET number = 4, number_year = NULL",
    ):
        with pytest.raises(Exception, match=r"constraint failed|cannot store"):
            write(file, statement)


def test_a_person_in_use_cannot_be_deleted(file: CouncilFile) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        write(file, "DELETE FROM person WHERE id = 1")


def test_headings_need_no_case(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        meeting = a_held_meeting(work.session, 5)
        work.describe("hold", "meeting", meeting.id)
        work.session.execute(
            text(
                "INSERT INTO agenda_item (meeting_id, sort, kind, title, minutes, presenter,"
                " added_in_version, is_withdrawn, version)"
                f" VALUES ({meeting.id}, 2, '{ItemKind.HEADING}', 'Pause', 0, '', 1, 0, 1)"
            )
        )
        assert work.commit() is not None
