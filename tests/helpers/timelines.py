"""Seats and terms for a timeline, as many as a test wants; nothing is read from a file."""

from __future__ import annotations

from datetime import date

from app.domain.vocabulary import SeatKind, Sector
from app.services.timeline.facts import SeatLine, Span, SpanKind, TimelineFacts

SECTORS = tuple(Sector)


def a_span(
    from_on: date, to_on: date | None, label: str = "Skaun", kind: SpanKind = SpanKind.TERM
) -> Span:
    return Span(kind=kind, from_on=from_on, to_on=to_on, label=label, institution=label)


def a_line(number: int, *spans: Span, title: str = "") -> SeatLine:
    return SeatLine(
        seat_id=number,
        title=title or f"Kommunedirektør {number}",
        sector=SECTORS[number % len(SECTORS)],
        kind=SeatKind.ROTATING,
        term_years=2,
        appointed_by="Rådmannsforum",
        spans=spans,
    )


def some_facts(*seats: SeatLine, first: int = 2017, last: int = 2028) -> TimelineFacts:
    return TimelineFacts(
        today=date(2026, 11, 23),
        body_code="NR",
        body_name="Næringsrådet",
        council="Næringsrådet for Trondheimsregionen",
        is_fictitious=True,
        seats=seats,
        first_year=first,
        last_year=last,
        balance={Sector.BUSINESS: 2, Sector.RESEARCH: 2, Sector.PUBLIC: 6},
    )


def many_seats(seats: int, years: int, last: int = 2028) -> TimelineFacts:
    """Terms of two years in every seat, the last of them a proposal, some seats a year later."""
    first = last - years + 1
    lines = []
    for number in range(1, seats + 1):
        spans = []
        for start in range(first + number % 2, last, 2):
            kind = SpanKind.PROPOSAL if start + 2 > last - 1 else SpanKind.TERM
            label = f"Kommune {(start + number) % 37}"
            spans.append(a_span(date(start, 1, 1), date(start + 2, 1, 1), label, kind))
        lines.append(a_line(number, *spans))
    return some_facts(*lines, first=first, last=last)
