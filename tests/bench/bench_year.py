"""Planning a year of five bodies and sixty meetings, by the rule alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.day_judgement import BlockedDays, BodyYear
from app.domain.day_patterns import DayPattern
from app.domain.deadlines import DeadlineRule, deadlines
from app.domain.hosts import HostTurn, propose_hosts
from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.vocabulary import DeadlineKind, InstitutionKind
from app.domain.year_plan import propose_year
from app.services.holidays import is_holiday
from tests.bench.harness import Figure, at_most, bench, best_seconds

YEAR, BODIES, MONTHS = 2027, 5, 12
MOST_SECONDS = 0.5


@bench
def year_plan() -> Iterator[Figure]:
    """All meet monthly on the same days with the same people, so that nearly all are moved."""
    bodies = [_body(number) for number in range(BODIES)]
    blocked = [
        BlockedDays(Interval(date(YEAR, month, 8), date(YEAR, month, 13)), "ferie")
        for month in (2, 10)
    ]
    rules = [DeadlineRule(kind, 7) for kind in DeadlineKind]
    municipalities = [
        InstitutionFacts(
            number, f"Kommune {number}", InstitutionKind.MUNICIPALITY, Interval(date(1990, 1, 1))
        )
        for number in range(1, 11)
    ]
    turns = [
        HostTurn(month % 10 + 1, date(2000 + month // 12, 1 + month % 12, 1))
        for month in range(240)
    ]

    def plan() -> None:
        found = propose_year(YEAR, bodies, is_holiday=is_holiday, blocked=blocked)
        assert len(found) == BODIES * MONTHS
        propose_hosts(turns, municipalities, [one.on for one in found])
        for one in found:
            deadlines(one.on, rules, is_holiday)

    (seconds,) = best_seconds(plan)
    yield Figure(
        "year of 5 bodies and 60 meetings planned", seconds, "s", limit=at_most(MOST_SECONDS)
    )


def _body(number: int) -> BodyYear:
    return BodyYear(
        f"O{number}",
        tuple(DayPattern(month, 4, 2) for month in range(1, MONTHS + 1)),
        recommends_to="O0" if number == 1 else None,
        minutes_out=DeadlineRule(DeadlineKind.MINUTES_OUT, 5),
        papers=DeadlineRule(DeadlineKind.PAPERS, 7),
        shares_people_with=frozenset(f"O{other}" for other in range(BODIES) if other != number),
    )
