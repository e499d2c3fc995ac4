"""The region's municipalities with their mergers, and a council's terms, for tests of turns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.roster import SeatFacts, TermFacts
from app.domain.vocabulary import InstitutionKind, SeatKind, Sector, TermEnd

_BEGAN = date(2010, 1, 1)

_MUNICIPALITIES: tuple[tuple[str, int | None, int | None, str | None], ...] = (
    ("Trondheim", None, None, None),
    ("Malvik", None, None, None),
    ("Stjørdal", None, None, None),
    ("Melhus", None, None, None),
    ("Skaun", None, None, None),
    ("Midtre Gauldal", None, None, None),
    ("Klæbu", None, 2020, "Trondheim"),
    ("Orkdal", None, 2020, "Orkland"),
    ("Orkland", 2020, None, None),
    ("Rissa", None, 2018, "Indre Fosen"),
    ("Leksvik", None, 2018, "Indre Fosen"),
    ("Indre Fosen", 2018, None, None),
)

ID_OF = {name: number for number, (name, *_rest) in enumerate(_MUNICIPALITIES, start=1)}
NAME_OF = {number: name for name, number in ID_OF.items()}


def new_year(year: int) -> date:
    return date(year, 1, 1)


def municipalities() -> list[InstitutionFacts]:
    """Ten until 2017, nine in 2018, eight from 2020 (R18)."""
    return [
        InstitutionFacts(
            ID_OF[name],
            name,
            InstitutionKind.MUNICIPALITY,
            Interval(
                _BEGAN if first is None else new_year(first),
                None if end is None else new_year(end),
            ),
            None if successor is None else ID_OF[successor],
        )
        for name, first, end, successor in _MUNICIPALITIES
    ]


def rotating_seat(number: int, *, years: int = 2) -> SeatFacts:
    return SeatFacts(
        id=number,
        number=number,
        name=f"Kommunedirektør {number - 5}",
        kind=SeatKind.ROTATING,
        sector=Sector.PUBLIC,
        appointed_by="Rådmannsforum",
        term_years=years,
        rotates_among=InstitutionKind.MUNICIPALITY,
    )


def term(
    seat: int, name: str, from_year: int, to_year: int | None, ended: TermEnd | None = None
) -> TermFacts:
    end = None if to_year is None else new_year(to_year)
    number = seat * 10_000 + from_year
    return TermFacts(number, seat, ID_OF[name], Interval(new_year(from_year), end), ended=ended)


def terms_in(seat: int, *holders: tuple[str, int]) -> list[TermFacts]:
    """Terms of two years, by name and first year."""
    return [term(seat, name, year, year + 2) for name, year in holders]


def ten_years() -> list[TermFacts]:
    """A council's four rotating seats from 2017 to 2027, two of them ending each new year."""
    return [
        *terms_in(
            6,
            ("Trondheim", 2017),
            ("Malvik", 2019),
            ("Orkland", 2021),
            ("Stjørdal", 2023),
            ("Melhus", 2025),
        ),
        *terms_in(
            7,
            ("Orkdal", 2017),
            ("Stjørdal", 2019),
            ("Melhus", 2021),
            ("Trondheim", 2023),
            ("Skaun", 2025),
        ),
        *terms_in(
            8,
            ("Klæbu", 2018),
            ("Skaun", 2020),
            ("Indre Fosen", 2022),
            ("Midtre Gauldal", 2024),
            ("Stjørdal", 2026),
        ),
        *terms_in(
            9,
            ("Melhus", 2018),
            ("Midtre Gauldal", 2020),
            ("Malvik", 2022),
            ("Orkland", 2024),
            ("Indre Fosen", 2026),
        ),
    ]


def names(institutions: Iterable[InstitutionFacts | None]) -> list[str | None]:
    return [None if one is None else one.name for one in institutions]
