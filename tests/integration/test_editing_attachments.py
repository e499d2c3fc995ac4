"""Files that go with a case: taken in, told of, ordered and put away (R30, R31)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.limits import MAX_BYTES
from app.i18n.voice import Voice
from app.services.briefs import AttachmentView
from app.services.editing.attachments import file_name_of, title_of
from app.services.house import House
from tests.helpers.council import a_case, a_council, a_meeting, an_attachment, writing
from tests.helpers.store import refused

PDF = b"%PDF-1.7 en plan"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def case(house: House) -> int:
    return house.edit.cases.create("NR", "Testarena").id


def attachments(house: House, case: int) -> tuple[AttachmentView, ...]:
    return house.briefs.view(case).attachments


def titles(house: House, case: int) -> list[str]:
    return [one.title for one in attachments(house, case)]


def test_file_is_kept_and_read_back(house: House, case: int) -> None:
    done = house.edit.attachments.add(case, "C:\\Mine filer\\prosjekt_plan 2027.pdf", PDF)
    (kept,) = attachments(house, case)
    assert (kept.title, kept.file_name, kept.kind, kept.size) == (
        "Prosjekt plan 2027",
        "prosjekt_plan 2027.pdf",
        "pdf",
        len(PDF),
    )
    assert done.warnings == ()
    assert house.edit.attachments.read(done.id) == ("prosjekt_plan 2027.pdf", PDF)


def test_what_a_file_is_follows_from_its_bytes(house: House, case: int) -> None:
    done = house.edit.attachments.add(case, "regnskap.xlsx", PDF)
    assert attachments(house, case)[0].kind == "pdf"
    assert [Voice().say(warning) for warning in done.warnings] == [
        "Navnet «regnskap.xlsx» sier noe annet enn det filen er (PDF)."
    ]


def test_file_that_cannot_become_pages_is_kept_and_told(house: House, case: int) -> None:
    done = house.edit.attachments.add(case, "tegning.dwg", b"AC1032 tegning")
    assert [warning.code for warning in done.warnings] == ["attached_file_only_enclosed"]
    assert attachments(house, case)[0].kind == ""


def test_same_file_twice_is_told(house: House, case: int) -> None:
    house.edit.attachments.add(case, "plan.pdf", PDF)
    done = house.edit.attachments.add(case, "plan (2).pdf", PDF)
    assert [warning.code for warning in done.warnings] == ["attached_file_there_already"]


def test_empty_file_is_refused_in_words(house: House, case: int) -> None:
    with refused("attached_file_empty"):
        house.edit.attachments.add(case, "plan.pdf", b"")
    assert attachments(house, case) == ()


def test_file_above_the_limit_is_refused_in_words(house: House, case: int) -> None:
    with refused("file_too_large"):
        house.edit.attachments.add(case, "film.mp4", bytes(MAX_BYTES + 1))
    assert attachments(house, case) == ()


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("/tmp/a/b.pdf", "b.pdf"),
        ("mappe\\fil.pdf", "fil.pdf"),
        ("navn\u202egpj.pdf", "navngpj.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("", "vedlegg"),
        ("../..", ".."),
    ],
)
def test_file_name_is_the_last_part_without_tricks(given: str, name: str) -> None:
    assert file_name_of(given) == name


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("budsjett_2027-endelig.xlsx", "Budsjett 2027-endelig"),
        ("NTNU.pdf", "NTNU"),
        (".gitignore", ".gitignore"),
        ("___.pdf", "___.pdf"),
    ],
)
def test_title_comes_from_the_name(name: str, title: str) -> None:
    assert title_of(name) == title


def test_title_can_be_changed_but_not_emptied(house: House, case: int) -> None:
    done = house.edit.attachments.add(case, "plan.pdf", PDF)
    house.edit.attachments.rename(done.id, "Prosjektplan", done.version)
    assert titles(house, case) == ["Prosjektplan"]
    with refused("attachment_title_needed"):
        house.edit.attachments.rename(done.id, " ", done.version + 1)
    with refused("stale_version"):
        house.edit.attachments.rename(done.id, "Plan", done.version)


def test_exempt_attachment_has_its_own_basis_and_title(house: House, case: int) -> None:
    done = house.edit.attachments.add(case, "avtale.pdf", PDF)
    basis = house.briefs.basis_choices()[0].id
    seen = house.edit.attachments.set_exempt(done.id, True, basis, done.version).version
    house.edit.attachments.set_neutral_title(done.id, "Avtaleutkast", seen)
    (kept,) = attachments(house, case)
    assert (kept.is_exempt, kept.basis_id, kept.neutral_title) == (True, basis, "Avtaleutkast")


def test_attachments_are_ordered_and_all_of_them_stay(house: House, case: int) -> None:
    keys = [house.edit.attachments.add(case, f"{n!r}.pdf", PDF + n).id for n in (b"a", b"b", b"c")]
    house.edit.attachments.move(keys[2], 0)
    assert [one.id for one in attachments(house, case)] == [keys[2], keys[0], keys[1]]
    house.edit.attachments.move(keys[2], 9)
    assert [one.id for one in attachments(house, case)] == keys


def test_numbers_run_through_the_meeting(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        an_attachment(work, a_case(work.session, meeting, title="Først"))
        second = a_case(work.session, meeting, title="Så")
        an_attachment(work, second)
        case = second.id
    assert [one.number for one in attachments(house, case)] == [2]


def test_removed_attachment_comes_back_last(house: House, case: int) -> None:
    first, second = (
        house.edit.attachments.add(case, name, PDF + name.encode()).id for name in ("a", "b")
    )
    house.edit.attachments.remove(first)
    assert [one.id for one in attachments(house, case)] == [second]
    with refused("attachment_gone"):
        house.edit.attachments.rename(first, "Nytt", 2)
    house.edit.attachments.restore(first)
    assert [one.id for one in attachments(house, case)] == [second, first]


def test_undone_attachment_leaves_no_line(house: House, case: int) -> None:
    house.edit.attachments.add(case, "plan.pdf", PDF)
    house.history.undo_last()
    assert attachments(house, case) == ()
    house.history.redo_last()
    assert titles(house, case) == ["Plan"]
