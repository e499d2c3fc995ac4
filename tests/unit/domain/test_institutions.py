"""Institutions in time, and who inherits from whom (R8, R18)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.collation import alphabetical
from app.domain.institutions import InstitutionFacts, Lineage
from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind
from tests.helpers.region import ID_OF, municipalities, names, new_year

REGION = Lineage(municipalities())


def institution(id: int, end: int | None, successor: int | None) -> InstitutionFacts:
    lifetime = Interval(new_year(2000), None if end is None else new_year(end))
    return InstitutionFacts(id, f"K{id}", InstitutionKind.MUNICIPALITY, lifetime, successor)


@pytest.mark.parametrize(("year", "count"), [(2017, 10), (2018, 9), (2020, 8)])
def test_the_region_has_the_municipalities_of_its_day(year: int, count: int) -> None:
    there = REGION.existing(InstitutionKind.MUNICIPALITY, new_year(year))
    assert len(there) == count
    assert REGION.existing(InstitutionKind.COUNTY, new_year(year)) == []


def test_an_institution_stands_for_itself_until_it_is_merged_away() -> None:
    assert REGION.heir_on(ID_OF["Klæbu"], date(2019, 12, 31)) == ID_OF["Klæbu"]
    assert REGION.heir_on(ID_OF["Klæbu"], new_year(2020)) == ID_OF["Trondheim"]
    assert REGION.heir_on(999, new_year(2020)) == 999
    assert REGION[ID_OF["Klæbu"]].name == "Klæbu"


def test_a_merged_municipality_has_all_its_predecessors() -> None:
    fosen = REGION.predecessors(ID_OF["Indre Fosen"], new_year(2018))
    assert names(fosen) == ["Leksvik", "Rissa"]
    assert REGION.predecessors(ID_OF["Indre Fosen"], date(2017, 12, 31)) == []


def test_inheritance_follows_a_chain_of_mergers() -> None:
    chain = Lineage([institution(1, 2010, 2), institution(2, 2015, 3), institution(3, None, None)])
    assert chain.heir_on(1, new_year(2012)) == 2
    assert chain.heir_on(1, new_year(2015)) == 3
    assert names(chain.predecessors(3, new_year(2015))) == ["K1", "K2"]


def test_records_that_point_in_a_circle_come_to_an_end() -> None:
    circle = Lineage([institution(1, 2010, 2), institution(2, 2010, 1)])
    assert circle.heir_on(1, new_year(2012)) == 2


def test_one_that_ended_without_a_successor_stands_for_itself() -> None:
    assert Lineage([institution(1, 2010, None)]).heir_on(1, new_year(2012)) == 1
    assert Lineage([institution(1, 2010, None)]).end_of(1) == new_year(2010)
    assert Lineage([]).end_of(1) is None


def test_norwegian_letters_come_last_in_their_order() -> None:
    given = ["Ås", "Ørland", "Ærø", "Zeta", "melhus", "Malvik"]
    assert sorted(given, key=alphabetical) == ["Malvik", "melhus", "Zeta", "Ærø", "Ørland", "Ås"]
