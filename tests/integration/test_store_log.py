"""History, and taking back what a verb did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from app.domain.vocabulary import CaseKind
from app.models import Case, CaseText, Financing, Person, Term
from app.store.council_file import CouncilFile
from app.store.fingerprint import prints
from app.store.log import history, last_undoable, undo
from tests.helpers.store import SlowClock, a_council_on_disk, edit_name, name_of_first, refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CouncilFile]:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    with CouncilFile.open(path, clock=SlowClock()) as opened:
        yield opened


def add_case(file: CouncilFile, title: str = "Ny sak") -> tuple[int, int]:
    """A case with text and financing, in one go; its id and its entry's."""
    with file.unit_of_work("Kari") as work:
        case = Case(body_id=1, title=title, kind=CaseKind.DECISION, created_on=date(2026, 11, 1))
        work.session.add(case)
        work.session.flush()
        work.session.add_all(
            [
                CaseText(case_id=case.id, key="background", text="Bakgrunn."),
                Financing(case_id=case.id, source="Fylket", amount=100_000),
            ]
        )
        work.describe("add", "case", case.id)
        entry_id = work.commit()
        assert entry_id is not None
        return case.id, entry_id


def content(file: CouncilFile) -> dict[str, object]:
    """All tables but the log; versions of rows apart, since they only ever grow."""
    with file.raw() as connection:
        found = prints(connection)
    return {
        table: (
            print_.rows,
            {name: value for name, value in print_.columns.items() if name != "version"},
        )
        for table, print_ in found.items()
        if table != "log_entry"
    }


def given(entry_id: int | None) -> int:
    assert entry_id is not None
    return entry_id


def test_undoing_a_change_puts_the_old_value_back_with_a_new_version(file: CouncilFile) -> None:
    before = content(file)
    undo(file, given(edit_name(file, "Feil navn")), "Kari")
    assert content(file) == before
    with file.reading() as session:
        person = session.get(Person, 1)
        assert person is not None
        assert (person.name, person.version) == ("Åse Lund", 3)


def test_undoing_an_addition_takes_everything_of_it_away(file: CouncilFile) -> None:
    before = content(file)
    _, entry_id = add_case(file)
    assert content(file) != before
    undo(file, entry_id)
    assert content(file) == before


def test_undoing_a_deletion_brings_back_what_went_with_it(file: CouncilFile) -> None:
    case_id, _ = add_case(file)
    before = content(file)
    with file.unit_of_work() as work:
        work.session.execute(delete(Case).where(Case.id == case_id))
        work.describe("delete", "case", case_id)
        entry_id = given(work.commit())
    undo(file, entry_id)
    assert content(file) == before


def test_undoing_the_undoing_does_it_again(file: CouncilFile) -> None:
    _, entry_id = add_case(file)
    after = content(file)
    undo(file, undo(file, entry_id))
    assert content(file) == after


def test_an_undoing_is_a_line_of_its_own(file: CouncilFile) -> None:
    entry_id = given(edit_name(file, "Feil navn"))
    undoing = undo(file, entry_id, "Ola Vik")
    newest, undone = history(file, "person", 1)
    assert (newest.id, newest.verb, newest.who, newest.undoes_id) == (
        undoing,
        "undo",
        "Ola Vik",
        entry_id,
    )
    assert undone.is_undone
    assert not newest.is_undone


def test_nothing_is_undone_twice(file: CouncilFile) -> None:
    entry_id = given(edit_name(file, "Feil navn"))
    undo(file, entry_id)
    with refused("undo_done_already"):
        undo(file, entry_id)


def test_what_is_sent_or_approved_is_not_undone(file: CouncilFile) -> None:
    with refused("undo_is_final"):
        undo(file, given(edit_name(file, "Sendt", final=True)))
    assert name_of_first(file) == "Sendt"


def test_what_was_never_done_is_not_undone(file: CouncilFile) -> None:
    with refused("undo_not_found"):
        undo(file, 4711)


def test_a_row_that_changed_since_stays_as_it_is(file: CouncilFile) -> None:
    entry_id = given(edit_name(file, "Først"))
    edit_name(file, "Deretter")
    with refused("undo_changed_since"):
        undo(file, entry_id)
    assert name_of_first(file) == "Deretter"


def test_an_addition_that_was_edited_since_stays(file: CouncilFile) -> None:
    case_id, entry_id = add_case(file)
    with file.unit_of_work() as work:
        case = work.session.get(Case, case_id)
        assert case is not None
        case.title = "Bedre tittel"
        work.describe("rename", "case", case_id)
        work.commit()
    with refused("undo_changed_since"):
        undo(file, entry_id)


def test_an_addition_that_others_were_put_under_stays(file: CouncilFile) -> None:
    case_id, entry_id = add_case(file)
    with file.unit_of_work() as work:
        work.session.add(CaseText(case_id=case_id, key="assessment", text="Kom til senere."))
        work.describe("write", "case", case_id)
        work.commit()
    before = content(file)
    with refused("undo_in_use"):
        undo(file, entry_id)
    assert content(file) == before


def test_an_addition_that_others_point_to_stays(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        person = Person(name="Ny")
        work.session.add(person)
        work.describe("add", "person")
        entry_id = given(work.commit())
    with file.unit_of_work() as work:
        term = work.session.get(Term, 1)
        assert term is not None
        term.person_id = person.id
        work.describe("appoint", "seat", 1)
        work.commit()
    with refused("undo_in_use"):
        undo(file, entry_id)


def test_the_next_deed_is_stored_after_an_undoing_that_was_refused(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        person = Person(name="Ny")
        work.session.add(person)
        work.describe("add", "person")
        entry_id = given(work.commit())
    with file.unit_of_work() as work:
        work.session.get_one(Term, 1).person_id = person.id
        work.describe("appoint", "seat", 1)
        work.commit()
    before = content(file)
    for _time in range(2):
        with refused("undo_in_use"):
            undo(file, entry_id)
    assert content(file) == before
    edit_name(file, "Etterpå")
    assert name_of_first(file) == "Etterpå"


def test_a_deleted_row_whose_place_is_taken_is_not_brought_back(file: CouncilFile) -> None:
    case_id, _ = add_case(file)
    with file.unit_of_work() as work:
        work.session.execute(delete(Case).where(Case.id == case_id))
        work.describe("delete", "case", case_id)
        entry_id = given(work.commit())
    again, _ = add_case(file, "En annen sak")
    assert again == case_id
    with refused("undo_in_use"):
        undo(file, entry_id)


def test_the_file_s_own_rules_hold_for_undoing_too(file: CouncilFile) -> None:
    with file.unit_of_work() as work:
        case = work.session.get(Case, 1)
        assert case is not None
        case.number, case.number_year = 1, 2026
        work.describe("number", "case", 1)
        entry_id = given(work.commit())
    with refused("case_number_is_fixed"):
        undo(file, entry_id)


def test_the_last_one_that_can_be_undone(file: CouncilFile) -> None:
    assert last_undoable(file) is None
    first = given(edit_name(file, "En"))
    second = given(edit_name(file, "To"))
    edit_name(file, "Tre", final=True)
    found = last_undoable(file)
    assert found is not None
    assert found.id == second
    with refused("undo_changed_since"):
        undo(file, second)
    undo(file, given(edit_name(file, "Fire")))
    found = last_undoable(file)
    assert found is not None
    assert found.id == second
    assert first < second


def test_undoing_again_and_again_leads_back_to_the_beginning(file: CouncilFile) -> None:
    before = content(file)
    edit_name(file, "En")
    add_case(file)
    edit_name(file, "To")
    names = []
    while (line := last_undoable(file)) is not None:
        undo(file, line.id)
        names.append(name_of_first(file))
    assert names == ["En", "En", "Åse Lund"]
    assert content(file) == before


def test_undoing_leaves_what_others_did_to_the_same_row(file: CouncilFile) -> None:
    entry_id = given(edit_name(file, "Feil navn"))
    with file.unit_of_work() as work:
        person = work.session.get(Person, 1)
        assert person is not None
        person.phone = "73 00 00 00"
        work.describe("call", "person", 1)
        work.commit()
    undo(file, entry_id)
    with file.reading() as session:
        person = session.get(Person, 1)
        assert person is not None
        assert (person.name, person.phone) == ("Åse Lund", "73 00 00 00")


def test_history_of_all_of_a_kind(file: CouncilFile) -> None:
    add_case(file, "En")
    add_case(file, "To")
    with file.reading() as session:
        ids = set(session.scalars(select(Case.id).where(Case.id > 1)))
    assert {line.subject_id for line in history(file, "case")} == ids
