"""Lists of any kind: twice changes nothing, order does not count, and no two ever share a seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.documents.tables.text import sniffed
from app.domain.imports.deciding import Decision, decide
from app.domain.imports.entries import Entry, Outcome
from app.domain.imports.fields import FIELDS, Subject
from app.domain.imports.headings import match_columns
from app.domain.imports.known import Known, KnownPerson, KnownPosition, KnownTerm
from app.domain.imports.timeline import Timeline
from app.domain.intervals import Interval, any_overlap, until_last
from app.i18n.catalogue import LANGUAGES, Language
from app.i18n.voice import Voice
from app.services.imports.cells import read_day
from app.services.imports.template import HEADINGS
from tests.helpers.known import COUNCIL, TODAY

QUOTE = '"'
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
MONTHS = "januar februar mars april mai juni juli august september oktober november desember"
NAMES = st.sampled_from(["Kari Berg", "Ola Lie", "Eva Dahl", "Liv Haug", "Per Ås"])
PLACES = st.sampled_from(["Melhus", "Skaun", "NTNU", "Orkland", "Frosta"])


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Rows of members, right and wrong."""
    count = draw(st.integers(1, 8))
    made = []
    for number in range(2, 2 + count):
        first = draw(DAYS)
        last = draw(st.none() | st.integers(-30, 900))
        name = draw(NAMES)
        made.append(
            Entry(
                row=number,
                seat=draw(st.sampled_from(["1", "2", "3", "4", "Kommunedirektør", "9"])),
                institution=draw(PLACES),
                name=name,
                email=draw(st.sampled_from(["", f"{name.split()[0].lower()}@x.example"])),
                title=draw(st.sampled_from(["", "Direktør", "Rådmann"])),
                from_on=first,
                to_on=None if last is None else first + timedelta(days=last),
            )
        )
    return made


def stored(known: Known, decision: Decision) -> Known:
    """The council as it is once a list of members is stored."""
    writes = decision.writes
    people = {one.id: one for one in known.people}
    places = {key: 1_000 - key for key in writes.people if key < 0}
    for key, one in writes.people.items():
        number = places.get(key, key)
        people[number] = KnownPerson(number, one.name, one.email, one.phone)
    positions = {one.id: one for one in known.positions}
    for place, position in enumerate(writes.positions):
        number = position.id or 2_000 + place
        positions[number] = KnownPosition(
            number,
            places.get(position.person, position.person),
            position.institution,
            position.title,
            position.is_acting,
            position.interval,
        )
    terms = {one.id: one for one in known.terms}
    for place, term in enumerate(writes.terms):
        number = term.id or 3_000 + place
        person = None if term.person is None else places.get(term.person, term.person)
        terms[number] = KnownTerm(number, term.seat, term.institution, person, term.interval)
    return replace(
        known,
        people=tuple(people.values()),
        positions=tuple(positions.values()),
        terms=tuple(terms.values()),
    )


def right(rows: Sequence[Entry], decision: Decision) -> list[Entry]:
    wrong = {one.row for one in decision.verdicts if one.outcome is Outcome.WRONG}
    return [entry for entry in rows if entry.row not in wrong]


@given(entries())
def test_one_holder_per_seat_whatever_the_list_says(rows: list[Entry]) -> None:
    after = stored(COUNCIL, decide(Subject.MEMBERS, rows, COUNCIL))
    for seat in COUNCIL.seats:
        assert not any_overlap(term.interval for term in after.terms if term.seat == seat.id)


@given(entries())
def test_what_was_stored_is_unchanged_the_next_time(rows: list[Entry]) -> None:
    first = decide(Subject.MEMBERS, rows, COUNCIL)
    kept = right(rows, first)
    again = decide(Subject.MEMBERS, kept, stored(COUNCIL, first))
    assert {one.outcome for one in again.verdicts} <= {Outcome.UNCHANGED}, again.verdicts
    assert len(again.writes) == 0


@given(entries())
def test_the_same_list_gives_the_same_answer_and_every_row_has_one(rows: list[Entry]) -> None:
    one, other = (decide(Subject.MEMBERS, rows, COUNCIL) for _ in range(2))
    assert one.verdicts == other.verdicts
    assert [verdict.row for verdict in one.verdicts] == [entry.row for entry in rows]
    assert sum(one.counts.values()) == len(rows)


@given(
    st.sampled_from(list(Subject)),
    st.sampled_from(LANGUAGES),
    st.randoms(use_true_random=False),
)
def test_headings_of_our_own_templates_are_known_in_any_order(
    subject: Subject, language: Language, chance: object
) -> None:
    word = Voice(language).word
    headings = [word(HEADINGS[field]) for field in FIELDS[subject] if field in HEADINGS]
    chance.shuffle(headings)  # type: ignore[attr-defined]
    found = match_columns(headings, subject)
    assert {field: headings[place] for field, place in found.items()} == {
        field: word(HEADINGS[field]) for field in FIELDS[subject] if field in HEADINGS
    }


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 5))
def test_a_day_is_read_in_every_style(day: date, style: int) -> None:
    written = (
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day:%y}",
        day.isoformat(),
        f"{day.day}. {MONTHS.split()[day.month - 1]} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.isoformat()} 00:00:00",
    )[style]
    assert read_day(written, TODAY) == day


@given(
    st.lists(
        st.lists(st.text("abcæøå ,.;|\t\"'0123456789", max_size=12), min_size=3, max_size=3),
        min_size=4,
        max_size=12,
    ),
    st.sampled_from([";", "\t"]),
)
def test_the_separator_is_found_whatever_the_cells_hold(
    rows: list[list[str]], separator: str
) -> None:
    whole = [["Navn", "Stilling", "E-post"], *[[f"x{cell}" for cell in row] for row in rows]]
    lines = ([f'"{cell.replace(QUOTE, "")}"' for cell in row] for row in whole)
    quoted = "\n".join(separator.join(line) for line in lines)
    assert sniffed(quoted) == separator


@given(st.lists(st.tuples(DAYS, st.integers(1, 200)), max_size=20), DAYS, st.integers(1, 200))
def test_a_timeline_finds_all_that_meet(
    spans: list[tuple[date, int]], first: date, length: int
) -> None:
    timeline: Timeline[int] = Timeline()
    kept: list[Interval] = []
    for start, days in spans:
        one = until_last(start, start + timedelta(days=days))
        if not any(one.overlaps(other) for other in kept):
            timeline.add(one, len(kept))
            kept.append(one)
    asked = until_last(first, first + timedelta(days=length))
    assert sorted(timeline.meeting(asked)) == [
        place for place, one in enumerate(kept) if one.overlaps(asked)
    ]
