"""Lists of people, observers and institutions are held against what the file has."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.imports.entries import Outcome
from app.domain.imports.fields import Subject
from app.domain.imports.known import KnownObserver, KnownPerson, KnownPosition
from app.domain.vocabulary import InstitutionKind, Sector
from tests.helpers.known import (
    COUNCIL,
    EVA,
    KARI,
    MELHUS,
    NILS,
    ORKLAND,
    SKAUN,
    TODAY,
    codes,
    day,
    days,
    of,
    only,
    row,
    told,
)


def persons(*entries: Any, **changes: Any) -> Any:
    return of(Subject.PERSONS, *entries, start_on=TODAY, **changes)


def observers(*entries: Any, **changes: Any) -> Any:
    return of(Subject.OBSERVERS, *entries, **{"start_on": TODAY} | changes)


def institutions(*entries: Any, **changes: Any) -> Any:
    return of(Subject.INSTITUTIONS, *entries, **{"start_on": TODAY} | changes)


def test_a_person_is_known_by_address() -> None:
    decision = persons(row(name="Kari Berg Hansen", email="KARI@melhus.example"))
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes"])]
    assert decision.writes.people[KARI].name == "Kari Berg Hansen"
    assert only(persons(row(email="kari@melhus.example"))).outcome is Outcome.UNCHANGED


def test_a_person_is_known_by_name_and_institution() -> None:
    decision = persons(row(name="kari  berg", institution="Melhus", email="k.berg@melhus.example"))
    assert only(decision).outcome is Outcome.CHANGED
    assert decision.writes.people[KARI].email == "k.berg@melhus.example"
    other = persons(row(name="Kari Berg", institution="Skaun", email="kari@skaun.example"))
    assert only(other).outcome is Outcome.NEW


def test_someone_tied_to_no_institution_is_known_by_name() -> None:
    assert persons(row(name="Eva Dahl", phone="9")).writes.people.keys() == {EVA}
    assert persons(row(name="Eva Dahl", email="e@x.example")).writes.people.keys() == {EVA}
    assert only(persons(row(name="Kari Berg", email="k@x.example"))).outcome is Outcome.NEW


def test_two_of_one_name_cannot_be_told_apart() -> None:
    people = (*COUNCIL.people, KnownPerson(15, "Eva Dahl"))
    assert codes(only(persons(row(name="Eva Dahl"), people=people))) == ["import_person_unclear"]


def test_of_two_namesakes_the_one_without_an_address_is_meant_by_a_row_without() -> None:
    people = (*COUNCIL.people, KnownPerson(15, "Eva Dahl", "eva@x.example"))
    assert persons(row(name="Eva Dahl", phone="9"), people=people).writes.people.keys() == {EVA}


def test_an_address_that_two_have_is_told_apart_by_name() -> None:
    people = (*COUNCIL.people, KnownPerson(15, "Per Berg", "kari@melhus.example"))
    same = persons(row(name="Per Berg", email="kari@melhus.example"), people=people)
    assert only(same).outcome is Outcome.UNCHANGED
    none = persons(row(email="kari@melhus.example"), people=people)
    assert codes(only(none)) == ["import_email_taken"]


def test_a_new_person_gets_a_position_from_the_day_of_the_import() -> None:
    decision = persons(row(name="Tor Vik", institution="Skaun", title="Rådgiver", is_acting=True))
    assert told(decision) == [(2, Outcome.NEW, [])]
    [position] = decision.writes.positions
    assert (position.title, position.is_acting, position.interval.from_on) == (
        "Rådgiver",
        True,
        TODAY,
    )


def test_a_new_title_ends_the_one_before() -> None:
    decision = persons(
        row(
            name="Kari Berg",
            institution="Melhus",
            title="Kommunedirektør",
            from_on="2020-01-01",
        )
    )
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes"])]
    before, after = decision.writes.positions
    assert (before.id, before.interval) == (21, days("2015-01-01", "2019-12-31"))
    assert (after.id, after.interval) == (None, days("2020-01-01"))


def test_a_title_from_the_same_day_is_a_correction() -> None:
    entry = row(name="Kari Berg", institution="Melhus", title="Direktør", from_on="2015-01-01")
    [position] = persons(entry).writes.positions
    assert (position.id, position.title) == (21, "Direktør")


def test_a_title_before_the_first_one_ends_where_that_begins() -> None:
    entry = row(name="Kari Berg", institution="Melhus", title="Rådgiver", from_on="2010-01-01")
    [position] = persons(entry).writes.positions
    assert position.interval == days("2010-01-01", "2014-12-31")
    short = row(
        name="Kari Berg",
        institution="Melhus",
        title="Rådgiver",
        from_on="2010-01-01",
        to_on="2011-12-31",
    )
    [position] = persons(short).writes.positions
    assert position.interval == days("2010-01-01", "2011-12-31")


def test_a_title_that_is_there_is_left_alone() -> None:
    entry = row(name="Kari Berg", institution="Melhus", title="rådmann", from_on="2020-01-01")
    assert only(persons(entry)).outcome is Outcome.UNCHANGED


def test_a_title_twice_changed_is_written_once() -> None:
    positions = (
        *COUNCIL.positions,
        KnownPosition(23, KARI, MELHUS, "Direktør", False, days("2012-01-01", "2013-12-31")),
    )
    entry = row(name="Kari Berg", institution="Melhus", title="Sjef", from_on="2016-01-01")
    assert len(persons(entry, positions=positions).writes.positions) == 2


def test_a_title_needs_a_place_but_may_use_the_only_one() -> None:
    decision = persons(row(name="Nils Moe", title="Seniorrådgiver"))
    assert [one.institution for one in decision.writes.positions] == [SKAUN, SKAUN]
    assert codes(only(persons(row(name="Tor Vik", title="Sjef")))) == ["import_title_without_place"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (row(phone="9"), "import_nameless"),
        (row(email="x@y.example"), "import_name_missing"),
        (row(name="Tor", from_on="2025-01-01", to_on="2023-01-01"), "import_ends_before_start"),
    ],
)
def test_what_is_wrong_with_a_person_is_told(entry: Any, code: str) -> None:
    assert codes(only(persons(entry))) == [code]


def test_the_same_person_twice_is_told_on_the_later_row() -> None:
    rows = [row(2, name="Tor Vik"), row(3, name="Tor Vik")]
    assert told(persons(*rows)) == [
        (2, Outcome.NEW, []),
        (3, Outcome.WRONG, ["import_person_twice"]),
    ]


def test_an_observer_is_new_changed_or_unchanged() -> None:
    same = row(name="Nils Moe", institution="Skaun")
    assert only(observers(same)).outcome is Outcome.UNCHANGED
    ending = row(name="Nils Moe", institution="Skaun", to_on="2027-12-31")
    decision = observers(ending)
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes_date"])]
    assert decision.writes.observers[0].id == 301
    new = observers(row(name="Tor Vik", institution="Melhus", from_on="2026-01-01", title="Sjef"))
    assert told(new) == [(2, Outcome.NEW, ["import_makes_person"])]
    assert new.writes.observers[0].interval == days("2026-01-01")


def test_an_observer_works_where_they_work() -> None:
    assert only(observers(row(email="nils@skaun.example"))).where == "Skaun kommune"
    assert codes(only(observers(row(name="Tor Vik")))) == ["import_institution_missing"]


def test_an_observer_of_old_may_come_back() -> None:
    past = (KnownObserver(301, NILS, SKAUN, days("2010-01-01", "2012-12-31")),)
    back = observers(row(name="Nils Moe", institution="Skaun"), observers=past)
    assert only(back).outcome is Outcome.NEW
    old = row(name="Nils Moe", institution="Skaun", from_on="2011-01-01", to_on="2012-12-31")
    assert only(observers(old, observers=past)).outcome is Outcome.CHANGED


def test_an_observer_twice_and_without_a_day_is_told() -> None:
    rows = [row(2, name="Nils Moe", institution="Skaun"), row(3, email="nils@skaun.example")]
    assert told(observers(*rows))[1] == (3, Outcome.WRONG, ["import_person_twice"])
    lacking = row(name="Tor Vik", institution="Skaun")
    assert codes(only(observers(lacking, start_on=None))) == ["import_from_missing"]


def test_an_institution_is_new_with_its_kind() -> None:
    entry = row(
        name="Frosta kommune",
        short_name="Frosta",
        kind=InstitutionKind.MUNICIPALITY,
        place="Frosta rådhus",
        from_on="2026-01-01",
    )
    decision = institutions(entry)
    assert told(decision) == [(2, Outcome.NEW, [])]
    [made] = decision.writes.institutions.values()
    assert (made.short_name, made.sector, made.place) == ("Frosta", Sector.PUBLIC, "Frosta rådhus")


def test_an_institution_changes_only_where_the_row_says_something() -> None:
    assert only(institutions(row(name="Melhus kommune"))).outcome is Outcome.UNCHANGED
    entry = row(
        name="Melhus kommune", kind=InstitutionKind.COMPANY, sector=Sector.BUSINESS, place="M"
    )
    decision = institutions(entry)
    assert told(decision) == [
        (2, Outcome.CHANGED, ["import_changes_kind", "import_changes_sector", "import_sets"])
    ]
    assert decision.writes.institutions[MELHUS].place == "M"


def test_a_merger_is_read_from_two_rows() -> None:
    rows = [
        row(2, name="Skaun kommune", to_on="2026-12-31", successor="Orkskaun"),
        row(3, name="Orkskaun", kind=InstitutionKind.MUNICIPALITY, from_on="2027-01-01"),
    ]
    decision = institutions(*rows)
    assert told(decision) == [
        (2, Outcome.CHANGED, ["import_changes_date", "import_sets"]),
        (3, Outcome.NEW, []),
    ]
    assert decision.writes.institutions[SKAUN].successor == -1


def test_another_successor_is_told_with_the_one_before() -> None:
    entry = row(name="Orkdal kommune", successor="Skaun")
    assert told(institutions(entry)) == [(2, Outcome.CHANGED, ["import_changes"])]
    assert only(institutions(row(name="Orkdal kommune", successor="Orkland"))).outcome is (
        Outcome.UNCHANGED
    )


def test_a_name_of_old_may_be_used_again() -> None:
    entry = row(name="Rissa kommune", kind=InstitutionKind.MUNICIPALITY, from_on="2030-01-01")
    assert only(institutions(entry)).outcome is Outcome.NEW


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (row(short_name="X"), "import_institution_nameless"),
        (row(name="Frosta"), "import_kind_missing"),
        (row(name="Skaun kommune", successor="Melhus"), "import_successor_needs_end"),
        (
            row(name="Skaun kommune", to_on="2026-12-31", successor="Frosta"),
            "import_successor_unknown",
        ),
        (
            row(name="Skaun kommune", to_on="2026-12-31", successor="Skaun"),
            "import_successor_itself",
        ),
        (
            row(name="Skaun kommune", from_on="2020-01-01", to_on="2018-01-01"),
            "import_ends_before_start",
        ),
    ],
)
def test_what_is_wrong_with_an_institution_is_told(entry: Any, code: str) -> None:
    assert codes(only(institutions(entry))) == [code]


def test_an_institution_twice_or_over_another_is_told() -> None:
    rows = [row(2, name="Skaun kommune"), row(3, name="skaun kommune")]
    assert told(institutions(*rows))[1][2] == ["import_person_twice"]
    twin = (
        *COUNCIL.institutions,
        type(COUNCIL.institutions[0])(
            id=9,
            name="Rissa kommune",
            short_name="Rissa",
            kind=InstitutionKind.MUNICIPALITY,
            sector=Sector.PUBLIC,
            place="",
            lifetime=days("2025-01-01"),
        ),
    )
    entry = row(name="Rissa kommune", from_on="2016-01-01", to_on="2025-06-30")
    assert codes(only(institutions(entry, institutions=twin))) == ["import_institution_overlaps"]


def test_other_days_change_an_institution() -> None:
    entry = row(name="Orkland kommune", from_on=day("2020-06-01"))
    decision = institutions(entry)
    assert told(decision) == [(2, Outcome.CHANGED, ["import_changes_date"])]
    assert decision.writes.institutions[ORKLAND].lifetime == days("2020-06-01")
