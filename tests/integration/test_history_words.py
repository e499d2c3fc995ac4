"""A line of history says what was done, to what, and from what to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.rich_text import from_plain
from app.domain.vocabulary import Audience, CaseKind, CaseStatus
from app.i18n.sentences import sentences
from app.i18n.voice import Voice
from app.services.changes import Kind
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from tests.helpers.council import a_council, the_basis
from tests.helpers.moving import move_day


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def case(house: House) -> int:
    return house.edit.cases.create("NR", "Testarena", CaseKind.DECISION).id


@pytest.fixture
def meeting(house: House) -> int:
    return house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id


def said(house: House) -> str:
    """The newest deed in words."""
    return Voice().say(house.history.latest(1)[0].what)


def version(house: House, case: int) -> int:
    return house.briefs.view(case).version


def basis(house: House) -> int:
    with house.desk.reading() as session:
        return the_basis(session).id


CaseDeed = Callable[[House, int], object]

ON_CASE: list[tuple[CaseDeed, str]] = [
    (
        lambda house, case: house.edit.texts.write_section(case, "assessment", from_plain("A"), 0),
        "Skrev i «Vurdering»",
    ),
    (
        lambda house, case: house.edit.attachments.add(case, "Prosjektplan.pdf", b"%PDF-1.7"),
        "La ved «Prosjektplan.pdf»",
    ),
    (
        lambda house, case: house.edit.cases.set_exempt(
            case, True, basis(house), version(house, case)
        ),
        "Endret saken fra offentlig til unntatt offentlighet",
    ),
    (
        lambda house, case: house.edit.cases.set_kind(
            case, CaseKind.INFORMATION, version(house, case)
        ),
        "Endret saken fra vedtak til orientering",
    ),
    (
        lambda house, case: house.edit.cases.set_status(
            case, CaseStatus.READY, version(house, case)
        ),
        "Endret status fra utkast til klar",
    ),
    (
        lambda house, case: house.edit.cases.set_amount(case, 480_000, version(house, case)),
        "Endret beløpet fra – til 480\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr",
    ),
    (
        lambda house, case: house.edit.texts.add_financing(case, "Fylket", 100),
        "La til at Fylket betaler",
    ),
]


@pytest.mark.parametrize(("do", "words"), ON_CASE)
def test_a_deed_on_a_case_says_to_what(house: House, case: int, do: CaseDeed, words: str) -> None:
    do(house, case)
    assert said(house) == words


def test_a_case_made_public_again_and_one_with_another_basis_say_so(
    house: House, case: int
) -> None:
    cases = house.edit.cases
    cases.set_exempt(case, True, None, version(house, case))
    cases.set_exempt(case, True, basis(house), version(house, case))
    assert said(house) == "Endret hjemmelen for at saken er unntatt offentlighet"
    cases.set_exempt(case, False, basis(house), version(house, case))
    assert said(house) == "Endret saken fra unntatt offentlighet til offentlig"


def test_a_later_edit_of_an_attachment_still_names_it(house: House, case: int) -> None:
    attachments = house.edit.attachments
    plan = attachments.add(case, "Plan.pdf", b"%PDF-1.7")
    exempt = attachments.set_exempt(plan.id, True, basis(house), plan.version)
    assert said(house) == "Endret «Plan» fra offentlig til unntatt offentlighet"
    attachments.remove(plan.id, exempt.version)
    assert said(house) == "Slettet vedlegget «Plan»"


def test_deeds_on_an_agenda_name_the_line(house: House, meeting: int, case: int) -> None:
    agenda = house.edit.agenda
    item = agenda.add_case(meeting, case)
    assert said(house) == "Satte «Testarena» på sakslisten"
    agenda.set_minutes(item.id, 25, item.version)
    assert said(house).startswith("Endret tiden til «Testarena» fra ")
    agenda.move(item.id, 0)
    assert said(house) == "Flyttet «Testarena» på sakslisten"
    agenda.move(item.id, 1)
    assert said(house).startswith("Byttet plass på «")
    assert "«Testarena»" in said(house)
    agenda.remove(item.id)
    assert said(house) == "Tok «Testarena» av sakslisten"


def test_a_meeting_that_is_moved_says_from_when_to_when(house: House, meeting: int) -> None:
    facts = house.agendas.view(meeting).meeting
    move_day(house, meeting, date(2026, 12, 11), facts.version)
    assert said(house) == "Flyttet møtet fra 4. desember 2026 til 11. desember 2026"


def test_papers_say_for_whom(house: House, meeting: int) -> None:
    house.papers.note_made(meeting, Audience.OBSERVERS)
    assert said(house) == "Laget sakspapirer for observatører"
    assert house.history.latest(1)[0].reason == ""


def test_a_long_name_is_cut_so_that_the_menu_stays_narrow(house: House, case: int) -> None:
    house.edit.attachments.add(case, f"{'a' * 150}.pdf", b"%PDF-1.7")
    assert len(said(house)) < 80
    assert said(house).endswith("…»")


def test_an_undoing_says_what_was_taken_back_and_the_next_one_what_was_done_again(
    house: House, case: int
) -> None:
    house.edit.attachments.add(case, "Plan.pdf", b"%PDF-1.7")
    house.history.undo_last()
    line = house.history.latest(1)[0]
    assert (said(house), line.is_undoing, line.is_again) == ("La ved «Plan.pdf»", True, False)
    house.history.redo_last()
    line = house.history.latest(1)[0]
    assert (said(house), line.is_undoing, line.is_again) == ("La ved «Plan.pdf»", True, True)


def test_only_as_many_lines_are_read_as_are_asked_for(house: House, case: int) -> None:
    for number in range(5):
        house.edit.attachments.add(case, f"{number}.pdf", b"%PDF-1.7")
    lines = house.history.of(Kind.CASE, case, limit=2)
    assert [Voice().say(line.what) for line in lines] == ["La ved «4.pdf»", "La ved «3.pdf»"]


def test_every_deed_in_words_is_of_a_verb_or_a_kind_of_it() -> None:
    known = {code.removeprefix("verb_") for code in sentences() if code.startswith("verb_")}
    deeds = {code.removeprefix("deed_") for code in sentences() if code.startswith("deed_")}
    kinds = {
        f"{table}_{way}"
        for table in ("cases", "attachment")
        for way in ("exempted", "opened", "basis")
    }
    assert {deed.removesuffix("_pair") for deed in deeds} <= known | kinds
