"""Which letters there are to write, and what they say (R9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.documents.files import write_whole
from app.documents.letter import Letter
from app.domain.rich_text import to_plain
from app.domain.vocabulary import SeatState
from app.models import TermDeputy
from app.services.house import House
from app.services.letters.drafts import LetterKind, LetterWish, RequestDraft
from app.services.papers.made import Format, JobResult
from app.tasks.in_process import InProcess
from app.tasks.long_work import Work
from tests.helpers.council import (
    a_council,
    a_meeting,
    a_member,
    a_person,
    the_institution,
    writing,
)
from tests.helpers.store import refused

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        with writing(desk) as work:
            for number, name, place in (
                (6, "Kari Berg", "Melhus"),
                (7, "Per Moe", "Skaun"),
            ):
                a_member(work.session, number, name, place, title="Rådmann", end_on=NEW_YEAR)
            a_member(work.session, 2, "Eva Dahl", "NTNU", start_on=date(2026, 10, 1))
            a_member(work.session, 1, "Siri Aune", "Trondheim", body="RR", end_on=NEW_YEAR)
        yield House(desk)


def draft(house: House, name: str) -> RequestDraft:
    return next(one for one in house.letters.desk().requests if one.name.startswith(name))


def request(house: House, name: str, **facts: object) -> LetterWish:
    found = draft(house, name)
    return LetterWish(kind=LetterKind.REQUEST, key=found.key, **facts)  # type: ignore[arg-type]


def to_member(house: House, name: str) -> LetterWish:
    found = next(one for one in house.letters.desk().appointments if one.person == name)
    return LetterWish(kind=LetterKind.APPOINTMENT, key=found.key)


def rows(letter: Letter) -> tuple[tuple[str, ...], ...]:
    assert letter.table is not None
    return letter.table.rows


def run(work: Work[JobResult]) -> JobResult:
    try:
        while True:
            next(work)
    except StopIteration as finished:
        result: JobResult = finished.value
        return result


def test_one_letter_to_each_authority_for_all_its_seats(house: House) -> None:
    forum = draft(house, "Rådmannsforum")
    assert [(seat.title, seat.person) for seat in forum.seats][:2] == [
        ("Kommunedirektør", "Kari Berg"),
        ("Kommunedirektør", "Per Moe"),
    ]
    assert [seat.state for seat in forum.seats][2:] == [SeatState.VACANT] * 2
    names = [one.name for one in house.letters.desk().requests]
    assert len(names) == len(set(names))


def test_the_threshold_that_was_passed_is_told(house: House) -> None:
    first, *_rest = draft(house, "Rådmannsforum").seats
    assert (first.days_left, first.threshold) == (39, 60)


def test_a_municipal_councils_seat_is_asked_for_in_its_own_municipality(house: House) -> None:
    found = draft(house, "Kommunestyret")
    assert found.recipient == ("Trondheim kommune", "Kommunestyret")
    assert [seat.body for seat in found.seats] == ["Regionrådet"]


def test_the_letter_names_seats_deadline_and_where_the_answer_goes(house: House) -> None:
    wish = request(house, "Rådmannsforum", reply_to="post@raad.example", reference="2026/118-3")
    letter = house.letters.content(wish)
    assert letter.recipient == ("Rådmannsforum",)
    assert letter.heading == "Oppnevning av medlemmer til Næringsrådet"
    assert ("Vår referanse", "2026/118-3") in [(one.label, one.value) for one in letter.facts]
    assert rows(letter)[0] == (
        "Kommunedirektør",
        "Næringsrådet",
        "Kari Berg\nMelhus kommune",
        "31.12.2026",
    )
    assert rows(letter)[-1][2:] == ("Ledig", "–")
    said = to_plain(letter.words)
    assert "Svar innen 18. desember 2026 til post@raad.example." in said
    assert "Etter rotasjonen går turen nå til" in said
    assert to_plain(letter.opening).startswith("Noen av plassene i tabellen er ledige")


def test_one_vacant_seat_is_asked_for_in_the_singular(house: House) -> None:
    letter = house.letters.content(request(house, "NAT"))
    assert letter.heading == "Oppnevning av medlem til Næringsrådet"
    assert to_plain(letter.opening) == (
        "En plass i Næringsrådet er ledig. NAT oppnevner den som skal sitte i plassen."
    )
    assert "Vi ber om navnet på den som blir oppnevnt" in to_plain(letter.words)


def test_the_officers_own_words_take_the_place_of_the_standard_ones(house: House) -> None:
    wish = request(house, "NAT", words="Vi ringer dere i morgen.\n\nTakk for sist.")
    assert to_plain(house.letters.content(wish).words).split("\n") == [
        "Vi ringer dere i morgen.",
        "Takk for sist.",
    ]


def test_the_day_to_answer_by_can_be_another(house: House) -> None:
    wish = request(house, "NAT", answer_by=date(2027, 2, 1))
    assert "Svar innen 1. februar 2027" in house.letters.standard_words(wish)
    facts = {one.label: one.value for one in house.letters.content(wish).facts}
    assert facts["Svarfrist"] == "1. februar 2027"


def test_a_new_member_is_told_of_seat_period_deputy_and_work(house: House) -> None:
    with writing(house.desk) as work:
        place = the_institution(work.session, "Melhus")
        term = a_member(
            work.session,
            8,
            "Ida Aas",
            "Melhus",
            title="Kommunedirektør",
            start_on=date(2026, 11, 1),
            end_on=date(2028, 11, 1),
        )
        deputy = a_person(work.session, "Ola Lie", place)
        work.session.add(TermDeputy(term_id=term.id, person_id=deputy.id))
        a_meeting(work.session)
    letter = house.letters.content(to_member(house, "Ida Aas"))
    assert letter.recipient == ("Ida Aas", "Kommunedirektør", "Melhus kommune")
    assert to_plain(letter.opening).startswith(
        "Rådmannsforum har oppnevnt deg som medlem av Næringsrådet for Trondheimsregionen i "
        "perioden 1. november 2026–31. oktober 2028."
    )
    details = {one.label: one.value for one in letter.details}
    assert details["Vara"] == "Ola Lie"
    assert details["Periode"] == "1. november 2026–31. oktober 2028"
    assert details["Stemmerett"] == "Ja"
    said = to_plain(letter.words)
    assert "Det neste møtet er 4. desember 2026." in said
    assert "leder gjennomføringen av strategisk næringsplan" in said


def test_the_one_who_presides_is_appointed_as_chair(house: House) -> None:
    with writing(house.desk) as work:
        a_member(work.session, 1, "Liv Ås", "Trondheim", start_on=date(2026, 11, 1))
    letter = house.letters.content(to_member(house, "Liv Ås"))
    assert "har oppnevnt deg som leder av" in to_plain(letter.opening)
    assert "fra 1. november 2026" in to_plain(letter.opening)


def test_an_old_member_gets_a_letter_when_the_seat_is_asked_for(house: House) -> None:
    assert "Kari Berg" not in [one.person for one in house.letters.desk().appointments]
    seat = next(row.seat_id for row in house.roster.members() if row.number == 6)
    found = house.letters.desk(seat_id=seat).appointments
    assert "Kari Berg" in [one.person for one in found]


def test_letters_are_made_together_or_not_at_all(house: House, tmp_path: Path) -> None:
    wishes = [request(house, "NAT"), request(house, "Rådmannsforum")]
    old = tmp_path / "Brev om oppnevning – Rådmannsforum 2026-11-23.docx"
    write_whole(old, b"gammelt")
    formats = (Format.PDF, Format.DOCX)
    with refused("output_exists"):
        house.letters.make(wishes, tmp_path, formats)
    assert old.read_bytes() == b"gammelt"
    assert not list(tmp_path.glob("*.pdf"))
    made = run(house.letters.make(wishes, tmp_path, formats, overwrite=True))
    assert [file.path.name for file in made.files] == [
        "Brev om oppnevning – NAT 2026-11-23.pdf",
        "Brev om oppnevning – NAT 2026-11-23.docx",
        "Brev om oppnevning – Rådmannsforum 2026-11-23.pdf",
        "Brev om oppnevning – Rådmannsforum 2026-11-23.docx",
    ]


def test_a_letter_about_seats_that_are_filled_by_now_is_refused(house: House) -> None:
    wish = request(house, "NAT")
    with writing(house.desk) as work:
        a_member(work.session, 10, "Tor Vik", "NTNU")
    with refused("letter_not_needed"):
        house.letters.content(wish)


def test_a_letter_to_a_term_that_is_no_more_is_refused(house: House) -> None:
    with refused("letter_has_nobody"):
        house.letters.content(LetterWish(kind=LetterKind.APPOINTMENT, key="term-999"))
