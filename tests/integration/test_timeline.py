"""The terms through the years: what is known of each seat's days (R2, R7, R8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import Sector, TermEnd
from app.i18n.voice import Voice
from app.models import Term
from app.services.house import House
from app.services.timeline import words
from app.services.timeline.facts import SeatLine, Span, SpanKind, TimelineFacts
from tests.helpers.council import a_council, the_body, writing
from tests.helpers.turns import arrange_turns, proposal, terms_of

VOICE = Voice()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange_turns(house)
        yield house


def line(facts: TimelineFacts, number: int) -> SeatLine:
    return facts.seats[number - 1]


def read(spans: tuple[Span, ...]) -> list[tuple[str, str, int, int | None]]:
    """Kind, label, and the years in which a span begins and ends."""
    return [
        (span.kind.value, span.label, span.from_on.year, span.to_on.year if span.to_on else None)
        for span in spans
    ]


def carry_over(house: House) -> None:
    with writing(house.desk) as work:
        for rules in the_body(work.session).rules:
            rules.seats_carried_over = True


def test_a_seat_shows_its_terms_and_the_proposal(house: House) -> None:
    assert read(line(house.timeline.facts(), 6).spans) == [
        ("term", "Melhus", 2021, 2023),
        ("term", "Malvik", 2023, 2025),
        ("term", "Skaun", 2025, 2027),
        ("proposal", "Trondheim", 2027, 2029),
    ]


def test_days_without_anybody_are_vacant(house: House) -> None:
    assert read(line(house.timeline.facts(), 8).spans)[:2] == [
        ("term", "Klæbu", 2018, 2020),
        ("vacant", "", 2020, 2022),
    ]
    assert read(line(house.timeline.facts(), 9).spans) == [
        ("term", "Midtre Gauldal", 2022, 2024),
        ("vacant", "", 2024, 2026),
        ("term", "Stjørdal", 2026, 2028),
    ]


def test_a_seat_that_nobody_ever_had_is_vacant_this_year(house: House) -> None:
    (span,) = line(house.timeline.facts(), 2).spans
    assert (span.kind, span.from_on, span.to_on) == (SpanKind.VACANT, date(2026, 1, 1), None)


def test_a_seat_chosen_freely_is_vacant_until_somebody_is_named(house: House) -> None:
    assert read(line(house.timeline.facts(), 10).spans) == [("vacant", "", 2026, None)]


def test_where_terms_are_carried_over_the_last_holder_stays_on(house: House) -> None:
    carry_over(house)
    spans = line(house.timeline.facts(), 9).spans
    assert read(spans)[1] == ("carried_over", "Midtre Gauldal", 2024, 2026)
    assert spans[1].term_id == spans[0].term_id


def test_one_who_left_is_not_carried_over(house: House) -> None:
    carry_over(house)
    seat_id = house.roster.view().seats[8].seat_id
    with writing(house.desk) as work:
        first = terms_of(house, seat_id)[0].id
        work.session.get_one(Term, first).ended_because = TermEnd.LEFT
    assert read(line(house.timeline.facts(), 9).spans)[1][0] == "vacant"


def test_a_permanent_seat_is_named_after_its_person(house: House) -> None:
    (span,) = line(house.timeline.facts(), 1).spans
    assert (span.label, span.to_on) == ("Marit Moe", None)


def test_an_ending_term_that_nobody_follows_leaves_a_gap(house: House) -> None:
    seat_id = house.roster.view().seats[0].seat_id
    with writing(house.desk) as work:
        term = work.session.get_one(Term, terms_of(house, seat_id)[0].id)
        term.end_on = date(2027, 2, 1)
    assert read(line(house.timeline.facts(), 1).spans)[1] == ("vacant", "", 2027, None)
    with writing(house.desk) as work:
        work.session.get_one(Term, term.id).end_on = date(2029, 2, 1)
    assert len(line(house.timeline.facts(), 1).spans) == 1


def test_the_picture_covers_whole_years_with_everything_in_them(house: House) -> None:
    facts = house.timeline.facts()
    assert (facts.first_year, facts.last_year, facts.years) == (2018, 2028, 11)
    assert facts.balance == {Sector.BUSINESS: 2, Sector.RESEARCH: 2, Sector.PUBLIC: 6}


def test_a_council_without_terms_has_a_picture_too(tmp_path: Path) -> None:
    with a_council(tmp_path / "tomt.rundgang") as desk:
        facts = House(desk).timeline.facts()
    assert (facts.first_year, facts.last_year) == (2026, 2028)
    assert {span.kind for seat in facts.seats for span in seat.spans} <= {
        SpanKind.VACANT,
        SpanKind.PROPOSAL,
    }


def test_seats_of_one_name_are_told_apart(house: House) -> None:
    titles = [seat.title for seat in house.timeline.facts().seats]
    assert titles[5:9] == [f"Kommunedirektør {number}" for number in (1, 2, 3, 4)]


def test_every_part_says_what_it_is(house: House) -> None:
    found = proposal(house, 6)
    orkland = next(one for one in found.candidates if one.short == "Orkland")
    house.edit.rotation.take_another(
        found.seen(house.rotation.view().on), orkland.institution_id, "De ba om det."
    )
    facts = house.timeline.facts()
    term, chosen = line(facts, 6).spans[2:4]
    assert words.details(line(facts, 6), term, VOICE) == (
        "Leder Skaun 2025, Skaun kommune",
        "1. januar 2025–31. desember 2026 · Kommunedirektør 1",
    )
    assert words.details(line(facts, 6), chosen, VOICE)[-1] == (
        "En annen enn forslaget: De ba om det."
    )
    proposed = words.details(line(facts, 7), line(facts, 7).spans[-1], VOICE)
    assert proposed[0] == "Forslag fra rotasjonen: Trondheim kommune"
    assert proposed[2].startswith("Det er lengst siden Trondheim kommune hadde tur")
    vacant = words.details(line(facts, 10), line(facts, 10).spans[0], VOICE)
    assert vacant == (
        "Plassen er ledig",
        "Fra 1. januar 2026 · Representant for de øvrige næringsorganisasjonene",
        "Oppnevnes av NAT",
    )


def test_another_body_has_its_own_picture(house: House) -> None:
    facts = house.timeline.facts("RR")
    assert facts.body_name == "Regionrådet"
    assert len(facts.seats) == len(house.roster.view(body="RR").seats)
