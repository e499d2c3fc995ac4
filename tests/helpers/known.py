"""A small council as a list is held against it: six seats, a few institutions, a few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.imports.deciding import Decision, decide
from app.domain.imports.entries import Entry, Outcome, Verdict
from app.domain.imports.fields import Subject
from app.domain.imports.known import (
    Known,
    KnownInstitution,
    KnownObserver,
    KnownPerson,
    KnownPosition,
    KnownSeat,
    KnownTerm,
)
from app.domain.intervals import Interval, until_last
from app.domain.vocabulary import InstitutionKind, Sector

TODAY = date(2026, 11, 23)
MELHUS, SKAUN, ORKDAL, ORKLAND, NTNU, RISSA = 1, 2, 3, 4, 5, 6
KARI, OLA, EVA, NILS = 11, 12, 13, 14
SINCE_2000 = Interval(date(2000, 1, 1))


def day(text: str) -> date:
    """`2025-01-01`."""
    return date.fromisoformat(text)


def days(first: str, last: str | None = None) -> Interval:
    """From a first day to a last, both inclusive."""
    return until_last(day(first), None if last is None else day(last))


def _institution(key: int, name: str, short: str, lifetime: Interval = SINCE_2000, **more: Any):  # type: ignore[no-untyped-def]
    values: dict[str, Any] = {"kind": InstitutionKind.MUNICIPALITY, "sector": Sector.PUBLIC}
    values |= {"place": "", **more}
    return KnownInstitution(id=key, name=name, short_name=short, lifetime=lifetime, **values)


COUNCIL = Known(
    today=TODAY,
    start_on=None,
    institutions=(
        _institution(MELHUS, "Melhus kommune", "Melhus"),
        _institution(SKAUN, "Skaun kommune", "Skaun"),
        _institution(
            ORKDAL, "Orkdal kommune", "Orkdal", days("2000-01-01", "2019-12-31"), successor=ORKLAND
        ),
        _institution(ORKLAND, "Orkland kommune", "Orkland", days("2020-01-01")),
        _institution(NTNU, "NTNU", "NTNU", kind=InstitutionKind.UNIVERSITY, sector=Sector.RESEARCH),
        _institution(RISSA, "Rissa kommune", "Rissa", days("2000-01-01", "2017-12-31")),
    ),
    people=(
        KnownPerson(KARI, "Kari Berg", "kari@melhus.example", "911"),
        KnownPerson(OLA, "Ola Lie", "ola@melhus.example"),
        KnownPerson(EVA, "Eva Dahl"),
        KnownPerson(NILS, "Nils Moe", "nils@skaun.example"),
    ),
    positions=(
        KnownPosition(21, KARI, MELHUS, "Rådmann", False, days("2015-01-01")),
        KnownPosition(22, NILS, SKAUN, "Rådgiver", False, days("2020-01-01")),
    ),
    seats=(
        KnownSeat(
            id=101,
            number=1,
            title="Prorektor",
            titles=("Prorektor",),
            lifetime=SINCE_2000,
            institution=NTNU,
        ),
        *(
            KnownSeat(
                id=100 + number,
                number=number,
                title="Kommunedirektør",
                titles=("Rådmann", "Kommunedirektør"),
                lifetime=SINCE_2000,
            )
            for number in (2, 3, 4)
        ),
        KnownSeat(
            id=105,
            number=5,
            title="Gammel plass",
            titles=("Gammel plass",),
            lifetime=days("2000-01-01", "2010-12-31"),
        ),
    ),
    terms=(
        KnownTerm(201, 102, MELHUS, KARI, days("2025-01-01", "2026-12-31"), (OLA,)),
        KnownTerm(202, 101, NTNU, None, days("2024-01-01")),
    ),
    observers=(KnownObserver(301, NILS, SKAUN, days("2020-01-01")),),
)


def row(number: int = 2, **values: Any) -> Entry:
    """A row of a list; days as text."""
    for name in ("from_on", "to_on"):
        if isinstance(values.get(name), str):
            values[name] = day(values[name])
    return Entry(row=number, **values)


def member(number: int = 2, **values: Any) -> Entry:
    """A new member from Skaun in the free seat 3."""
    given = {
        "seat": "3",
        "institution": "Skaun",
        "name": "Liv Haug",
        "email": "liv@skaun.example",
        "from_on": "2026-01-01",
    }
    return row(number, **(given | values))


def of(subject: Subject, *entries: Entry, known: Known = COUNCIL, **changes: Any) -> Decision:
    """What is decided on these rows."""
    return decide(subject, entries, replace(known, **changes))


def only(decision: Decision) -> Verdict:
    """The one verdict."""
    [verdict] = decision.verdicts
    return verdict


def codes(verdict: Verdict) -> list[str]:
    """What is said of a row, by code: told or wrong."""
    return [
        *(reason.code for reason in verdict.told),
        *(trouble.reason.code for trouble in verdict.troubles),
    ]


def told(decision: Decision) -> list[tuple[int, Outcome, list[str]]]:
    """Each row with its outcome and what is said of it."""
    return [(one.row, one.outcome, codes(one)) for one in decision.verdicts]
