"""Whatever is done, taking it all back leads to the beginning."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from app.domain.vocabulary import CaseKind
from app.models import Case, CaseText, Financing, Person
from app.store.council_file import CouncilFile
from app.store.fingerprint import prints
from app.store.log import last_undoable, undo
from app.store.unit_of_work import UnitOfWork
from tests.helpers.store import SlowClock, a_council_on_disk


def add_person(work: UnitOfWork, number: int) -> None:
    work.session.add(Person(name=f"Person {number}"))


def rename(work: UnitOfWork, number: int) -> None:
    people = work.session.scalars(select(Person).order_by(Person.id)).all()
    people[number % len(people)].name = f"Navn {number}"


def add_case(work: UnitOfWork, number: int) -> None:
    case = Case(
        body_id=1, title=f"Sak {number}", kind=CaseKind.DECISION, created_on=date(2026, 1, 1)
    )
    work.session.add(case)
    work.session.flush()
    work.session.add(CaseText(case_id=case.id, key="background", text="Bakgrunn"))
    work.session.add(Financing(case_id=case.id, source="Fylket", amount=number))


def write_text(work: UnitOfWork, number: int) -> None:
    texts = work.session.scalars(select(CaseText).order_by(CaseText.id)).all()
    texts[number % len(texts)].text = f"Tekst {number}"


def delete_case(work: UnitOfWork, number: int) -> None:
    last = work.session.scalars(select(Case.id).where(Case.id > 1).order_by(Case.id)).all()
    if last:
        work.session.execute(delete(Case).where(Case.id == last[number % len(last)]))


Verb = Callable[[UnitOfWork, int], None]

VERBS: tuple[Verb, ...] = (add_person, rename, add_case, write_text, delete_case)

deeds = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 50)), max_size=12)


def content(file: CouncilFile) -> dict[str, object]:
    """What all tables say, but the log and the versions, which only ever grow."""
    with file.raw() as connection:
        found = prints(connection)
    return {
        table: {name: value for name, value in print_.columns.items() if name != "version"}
        for table, print_ in found.items()
        if table != "log_entry"
    }


@settings(max_examples=15)
@given(deeds)
def test_taking_everything_back_leads_to_the_beginning(
    done: list[tuple[Verb, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = a_council_on_disk(Path(folder) / "råd.rundgang")
        with CouncilFile.open(path, clock=SlowClock()) as file:
            before = content(file)
            for verb, number in done:
                with file.unit_of_work() as work:
                    verb(work, number)
                    work.describe("do", "test", number)
                    work.commit()
            while (line := last_undoable(file)) is not None:
                undo(file, line.id)
            assert content(file) == before
