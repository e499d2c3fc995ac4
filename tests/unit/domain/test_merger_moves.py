"""What a merger does to the chairs of one body (R18)."""

from __future__ import annotations

from app.domain.intervals import Interval
from app.domain.merger_moves import Chair, Move, merger_moves
from tests.helpers.region import ID_OF, new_year, term

TRONDHEIM, KLAEBU, RISSA, LEKSVIK = (
    ID_OF[name] for name in ("Trondheim", "Klæbu", "Rissa", "Leksvik")
)
HEIR = ID_OF["Indre Fosen"]
ON = new_year(2020)
ALWAYS = Interval(new_year(2000))


def rotating(*numbers: int) -> list[Chair]:
    return [Chair(number, number, ALWAYS) for number in numbers]


def own(number: int, owner: int, office: str, lifetime: Interval = ALWAYS) -> Chair:
    return Chair(number, number, lifetime, owner, office)


def moves_of(chairs: list[Chair], terms: list, ended: set[int], heir: int) -> list:  # type: ignore[type-arg]
    found = merger_moves(chairs, terms, ended, heir, ON)
    return [(one.move, one.chair) for one in found]


def test_a_rotating_chair_goes_to_the_heir() -> None:
    terms = [term(6, "Klæbu", 2019, 2021)]
    assert moves_of(rotating(6), terms, {KLAEBU}, TRONDHEIM) == [(Move.HANDED, 6)]


def test_where_the_heir_sits_the_chair_is_vacated() -> None:
    terms = [term(6, "Klæbu", 2019, 2021), term(7, "Trondheim", 2019, 2021)]
    assert moves_of(rotating(6, 7), terms, {KLAEBU}, TRONDHEIM) == [(Move.VACATED, 6)]


def test_a_term_that_has_not_begun_goes_to_the_heir_or_is_dropped() -> None:
    later = term(6, "Klæbu", 2020, 2022)
    assert moves_of(rotating(6, 7), [later], {KLAEBU}, TRONDHEIM) == [(Move.PASSED_ON, 6)]
    sitting = term(7, "Trondheim", 2021, 2023)
    assert moves_of(rotating(6, 7), [later, sitting], {KLAEBU}, TRONDHEIM) == [(Move.DROPPED, 6)]


def test_a_handed_chair_counts_when_a_later_term_is_looked_at() -> None:
    terms = [term(6, "Rissa", 2019, 2021), term(7, "Leksvik", 2020, 2022)]
    assert moves_of(rotating(6, 7), terms, {RISSA, LEKSVIK}, HEIR) == [
        (Move.HANDED, 6),
        (Move.DROPPED, 7),
    ]


def test_two_terms_to_come_never_both_become_the_heirs() -> None:
    terms = [term(6, "Rissa", 2021, 2023), term(7, "Leksvik", 2022, 2024)]
    assert moves_of(rotating(6, 7), terms, {RISSA, LEKSVIK}, HEIR) == [
        (Move.PASSED_ON, 6),
        (Move.DROPPED, 7),
    ]


def test_an_institutions_own_chairs_are_inherited_once_for_each_office() -> None:
    chairs = [
        own(1, RISSA, "Ordfører"),
        own(2, RISSA, "Rådmann"),
        own(3, LEKSVIK, "Ordfører"),
    ]
    terms = [
        term(1, "Rissa", 2017, 2021),
        term(3, "Leksvik", 2017, 2021),
        term(3, "Leksvik", 2021, 2023),
        term(1, "Rissa", 2021, 2023),
    ]
    assert moves_of(chairs, terms, {RISSA, LEKSVIK}, HEIR) == [
        (Move.INHERITED, 1),
        (Move.HANDED, 1),
        (Move.PASSED_ON, 1),
        (Move.INHERITED, 2),
        (Move.CLOSED, 3),
        (Move.VACATED, 3),
        (Move.DROPPED, 3),
    ]


def test_where_the_heir_has_such_a_chair_the_other_closes() -> None:
    chairs = [own(1, TRONDHEIM, "Ordfører"), own(2, KLAEBU, "Ordfører")]
    terms = [term(1, "Trondheim", 2017, None), term(2, "Klæbu", 2017, None)]
    assert moves_of(chairs, terms, {KLAEBU}, TRONDHEIM) == [
        (Move.CLOSED, 2),
        (Move.VACATED, 2),
    ]


def test_another_in_an_inherited_chair_is_left_alone() -> None:
    chairs = [own(1, KLAEBU, "Ordfører")]
    terms = [
        term(1, "Malvik", 2019, 2021),
        term(1, "Malvik", 2021, 2022),
        term(1, "Klæbu", 2015, 2017),
    ]
    assert moves_of(chairs, terms, {KLAEBU}, TRONDHEIM) == [(Move.INHERITED, 1)]


def test_chairs_that_are_over_or_not_there_yet_are_left_alone() -> None:
    chairs = [
        own(1, KLAEBU, "Ordfører", Interval(new_year(2000), new_year(2019))),
        own(2, KLAEBU, "Ordfører", Interval(new_year(2021))),
    ]
    assert moves_of(chairs, [], {KLAEBU}, TRONDHEIM) == []


def test_other_terms_are_left_alone() -> None:
    terms = [
        term(6, "Klæbu", 2017, 2019),
        term(7, "Malvik", 2019, 2021),
        term(8, "Skaun", 2020, 2022),
    ]
    assert moves_of(rotating(6, 7, 8), terms, {KLAEBU}, TRONDHEIM) == []
