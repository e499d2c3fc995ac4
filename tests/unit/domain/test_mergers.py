"""What a merger does to the seats (R18)."""

from __future__ import annotations

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.mergers import MergedTerm, terms_ended_by_merger
from app.domain.roster import TermFacts
from app.domain.vocabulary import InstitutionKind
from tests.helpers.region import ID_OF, municipalities, new_year, term


def test_the_heir_takes_the_seat_over() -> None:
    orkdal = term(6, "Orkdal", 2019, 2021)
    (ended,) = terms_ended_by_merger([orkdal], municipalities())
    assert ended == MergedTerm(orkdal, new_year(2020), ID_OF["Orkland"])


def test_where_the_heir_already_sits_the_seat_becomes_vacant() -> None:
    klaebu = term(8, "Klæbu", 2019, 2021)
    trondheim = term(6, "Trondheim", 2019, 2021)
    (ended,) = terms_ended_by_merger([klaebu, trondheim], municipalities())
    assert ended == MergedTerm(klaebu, new_year(2020), None)


def test_of_two_merged_into_one_only_the_first_seat_is_taken_over() -> None:
    rissa, leksvik = term(6, "Rissa", 2017, 2019), term(7, "Leksvik", 2017, 2019)
    ended = terms_ended_by_merger([leksvik, rissa], municipalities())
    assert [(one.term, one.heir) for one in ended] == [
        (rissa, ID_OF["Indre Fosen"]),
        (leksvik, None),
    ]


def test_terms_that_are_over_before_the_merger_are_left_alone() -> None:
    assert terms_ended_by_merger([term(6, "Klæbu", 2018, 2020)], municipalities()) == []
    assert terms_ended_by_merger([term(6, "Malvik", 2018, None)], municipalities()) == []


def test_one_that_ended_without_an_heir_leaves_the_seat_vacant() -> None:
    gone = InstitutionFacts(
        50, "Borte", InstitutionKind.COMPANY, Interval(new_year(2000), new_year(2020))
    )
    sitting = TermFacts(1, 6, 50, Interval(new_year(2019)))
    (ended,) = terms_ended_by_merger([sitting], [gone])
    assert ended.heir is None
