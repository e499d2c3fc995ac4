"""Everything that is kept on a person: handed over, and erased for good (R52)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.approval_chain import verify
from app.domain.vocabulary import AttendanceRole, AttendanceState, Group, MeetingStatus
from app.i18n.voice import Voice
from app.models import Attendance, Case, CaseText, MinutesVersion, Observer, Person, Term
from app.services.desk import Desk
from app.services.editing.people import PersonFields
from app.services.house import House
from app.services.papers.made import Format
from app.services.upkeep import Upkeep
from app.store.backup import back_up
from app.store.check import check
from app.store.council_file import CouncilFile
from app.store.queries.approvals import chain
from app.store.queries.council import the_council
from app.tasks.in_process import InProcess
from tests.helpers.council import (
    TODAY,
    NoRenderer,
    a_council,
    a_meeting,
    clock,
    writing,
)
from tests.helpers.leaving import EMAIL, NAME, OLD_NAME, PHONE, leave_traces, traces_in
from tests.helpers.pdfs import texts
from tests.helpers.store import refused

VOICE = Voice()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        yield House(desk)


def erase(house: House, person_id: int) -> None:
    house.privacy.erase(person_id, house.privacy.plan(person_id).version)


def test_a_persons_life_has_places_meetings_and_votes(house: House) -> None:
    life = house.privacy.life(leave_traces(house))
    assert {one.group for one in life.places} == {Group.MEMBER, Group.DEPUTY, Group.OBSERVER}
    (met,) = life.meetings
    assert (met.label, met.state, met.reason) == (
        "NR-1-2026",
        AttendanceState.PRESENT,
        "Fortrolig forfall",
    )
    assert life.attended == 1
    assert [one.title for one in life.votes] == ["Testarena for havteknologi"]


def test_the_record_has_all_that_is_kept_and_where_else_the_name_is(house: House) -> None:
    record = house.privacy.record(leave_traces(house))
    parts = {part.heading: part for part in record.parts}
    contact = {one.label: one.value for one in parts["Kontaktopplysninger"].facts}
    assert contact == {
        "Navn": NAME,
        "Tidligere navn": OLD_NAME,
        "E-post på jobb": EMAIL,
        "Telefon på jobb": PHONE,
    }
    elsewhere = parts["Andre steder navnet ditt står"].table
    assert elsewhere is not None
    assert {row[0] for row in elsewhere.rows} == {
        "Utgitte protokoller",
        "Saksframlegg",
        "Oppgaver",
        "Påbegynte endringer",
        "Historikken over endringer",
    }
    data = json.loads(record.data)
    assert data["email"] == EMAIL
    assert [one["group"] for one in data["places"]].count("member") == 1
    assert data["meetings"][0]["held_on"] == "2026-03-12"


def test_the_record_of_an_exempt_case_has_its_neutral_title_alone(house: House) -> None:
    person_id = leave_traces(house)
    with writing(house.desk) as work:
        text = work.session.scalars(select(CaseText)).first()
        assert text is not None
        case = work.session.get_one(Case, text.case_id)
        case.is_exempt, case.neutral_title = True, "Personalsak"
    record = house.privacy.record(person_id)
    assert "havteknologi" not in record.data
    assert "Personalsak" in record.data


def test_the_record_is_written_as_pdf_and_json(house: House, tmp_path: Path) -> None:
    for _progress in house.privacy.make(leave_traces(house), tmp_path):
        pass
    stem = f"Opplysninger om {NAME} 2026-11-23"
    assert NAME in " ".join(texts((tmp_path / f"{stem}.{Format.PDF}").read_bytes()))
    assert json.loads((tmp_path / f"{stem}.json").read_text("utf-8"))["name"] == NAME


def test_the_plan_tells_what_goes_and_stays_and_changes_nothing(house: House) -> None:
    person_id = leave_traces(house)
    plan = house.privacy.plan(person_id)
    assert plan.blocked == ()
    assert [reason.code for reason in plan.goes] == [
        "erase_takes_contact",
        "erase_takes_positions",
        "erase_takes_deputies",
        "erase_takes_observers",
        "erase_takes_reasons",
        "erase_takes_tasks",
        "erase_takes_drafts",
        "erase_takes_texts",
        "erase_takes_log",
    ]
    assert [reason.code for reason in plan.stays] == [
        "erase_leaves_minutes",
        "erase_leaves_files",
        "erase_leaves_copies",
    ]
    assert all(VOICE.say(reason) for reason in (*plan.goes, *plan.stays))
    assert house.people.person(person_id).name == NAME
    with house.desk.reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM erasure").scalar() == 0


def test_after_erasure_nothing_is_left_but_the_name_in_approved_minutes(
    house: House, tmp_path: Path
) -> None:
    person_id = leave_traces(house)
    erase(house, person_id)
    assert traces_in(tmp_path / "råd.rundgang") == {NAME: 1}
    with house.desk.reading() as session:
        minutes = session.scalars(select(MinutesVersion)).one()
        assert minutes.content == f"Protokoll der {NAME} møtte."
        assert verify(chain(session)) == []
    assert check(house.desk.file, full=True) == []


def test_texts_say_that_a_person_was_there(house: House) -> None:
    erase(house, leave_traces(house))
    with house.desk.reading() as session:
        text = session.scalars(select(CaseText).where(CaseText.key == "background")).one()
    assert "Slettet person har tatt initiativet." in text.text


def test_an_erased_person_is_in_no_list_and_does_not_come_back(house: House) -> None:
    person_id = leave_traces(house)
    erase(house, person_id)
    assert person_id not in [row.id for row in house.people.all()]
    assert house.bin.all() == ()
    with refused("not_in_bin"):
        house.edit.people.restore_person(person_id)
    with refused("person_gone"):
        house.privacy.plan(person_id)
    assert house.history.next_undo() is None
    with refused("nothing_to_undo"):
        house.history.undo_last()


def test_an_old_council_shows_that_somebody_sat_there(house: House) -> None:
    erase(house, leave_traces(house))
    seat = next(row for row in house.roster.members(date(2026, 3, 1)) if row.number == 8)
    assert seat.person is not None
    assert (seat.person.name, seat.person.email) == ("Slettet person", "")


def test_the_deed_is_in_the_log_without_the_name(house: House) -> None:
    person_id = leave_traces(house)
    erase(house, person_id)
    newest, *_rest = house.history.latest(1)
    assert (newest.verb, newest.subject_id, newest.can_undo) == ("erase_person", person_id, False)
    assert VOICE.say(newest.what) == "Slettet en person for godt"


def test_a_person_in_the_bin_can_be_erased_too(house: House) -> None:
    done = house.edit.people.add_person(PersonFields(name=NAME, email=EMAIL))
    house.edit.people.delete_person(done.id)
    erase(house, done.id)
    assert house.bin.all() == ()


def test_one_who_sits_today_is_not_erased(house: House) -> None:
    person_id = leave_traces(house)
    with writing(house.desk) as work:
        work.session.scalars(select(Term).where(Term.person_id == person_id)).one().end_on = None
    (reason,) = house.privacy.plan(person_id).blocked
    assert reason.code == "erase_sits_now"
    with refused("erase_sits_now"):
        house.privacy.erase(person_id, house.people.person(person_id).version)


def test_one_who_observes_later_is_not_erased(house: House) -> None:
    person_id = leave_traces(house)
    with writing(house.desk) as work:
        found = work.session.scalars(select(Observer).where(Observer.person_id == person_id))
        found.one().valid_to = date(2027, 1, 1)
    assert [one.code for one in house.privacy.plan(person_id).blocked] == ["erase_sits_now"]


def test_one_in_minutes_that_are_not_approved_waits(house: House) -> None:
    person_id = leave_traces(house)
    with writing(house.desk) as work:
        meeting = a_meeting(
            work.session, number=2, held_on=date(2026, 8, 20), status=MeetingStatus.HELD
        )
        work.session.add(
            Attendance(
                meeting_id=meeting.id,
                person_id=person_id,
                role=AttendanceRole.GUEST,
                state=AttendanceState.PRESENT,
                function="",
            )
        )
    (reason,) = house.privacy.plan(person_id).blocked
    assert "NR-2-2026" in VOICE.say(reason)


def test_the_officer_at_the_desk_is_not_erased(house: House) -> None:
    person_id = leave_traces(house)
    with writing(house.desk) as work:
        the_council(work.session).officer_name = NAME
    assert "erase_is_officer" in [one.code for one in house.privacy.plan(person_id).blocked]


def test_another_of_the_same_name_keeps_theirs(house: House) -> None:
    person_id = leave_traces(house)
    other = house.edit.people.add_person(PersonFields(name=NAME, phone=PHONE))
    erase(house, person_id)
    kept = house.people.person(other.id)
    assert (kept.name, kept.phone) == (NAME, PHONE)
    with house.desk.reading() as session:
        text = session.scalars(select(CaseText).where(CaseText.key == "background")).one()
    assert NAME in text.text
    assert EMAIL not in text.text


def test_a_plan_from_before_an_edit_is_not_followed(house: House) -> None:
    person_id = leave_traces(house)
    plan = house.privacy.plan(person_id)
    view = house.people.person(person_id)
    house.edit.people.edit_person(person_id, PersonFields(name="Kari Ås"), view.version)
    with refused("stale_version"):
        house.privacy.erase(person_id, plan.version)


def test_an_older_copy_that_is_restored_loses_the_person_too(tmp_path: Path) -> None:
    path, copy = tmp_path / "råd.rundgang", tmp_path / "kopi.rundgang"
    with a_council(path) as desk:
        house = House(desk)
        person_id = leave_traces(house)
        back_up(desk.file, copy)
        erase(house, person_id)
    kept = Upkeep(clock).restore(copy, path, replace=True)
    assert traces_in(path) == {NAME: 1}
    with a_council_again(path) as house:
        with house.desk.reading() as session:
            assert session.get_one(Person, person_id).name == "Slettet person"
        assert check(house.desk.file, full=True) == []
    assert kept is not None
    assert {each.name for each in tmp_path.iterdir()} == {path.name, copy.name, kept.name}


def test_a_restored_copy_goes_on_knowing_who_was_erased(tmp_path: Path) -> None:
    path, copy = tmp_path / "råd.rundgang", tmp_path / "kopi.rundgang"
    with a_council(path) as desk:
        house = House(desk)
        person_id = leave_traces(house)
        back_up(desk.file, copy)
        erase(house, person_id)
    for _time in range(2):
        Upkeep(clock).restore(copy, path, replace=True)
    assert traces_in(path) == {NAME: 1}


def test_another_who_has_the_same_key_in_a_copy_is_let_be(tmp_path: Path) -> None:
    path, copy = tmp_path / "råd.rundgang", tmp_path / "kopi.rundgang"
    with a_council(copy) as desk:
        other = House(desk).edit.people.add_person(PersonFields(name="Per Moe")).id
    with a_council(path) as desk:
        house = House(desk)
        assert leave_traces(house) == other
        erase(house, other)
    Upkeep(clock).restore(copy, path, replace=True)
    with a_council_again(path) as house:
        assert [row.name for row in house.people.all()] == ["Per Moe"]
        house.edit.people.delete_person(other)
        assert [row.title for row in house.bin.all()] == ["Per Moe"]


@contextmanager
def a_council_again(path: Path) -> Iterator[House]:
    """The house of a file that is there."""
    with CouncilFile.open(path, clock=clock) as file:
        yield House(Desk(file, clock, NoRenderer(), TODAY))
