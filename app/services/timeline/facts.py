"""What the timeline shows: each seat's terms, what lies between them, and what is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.reasons import Reason
from app.domain.roster import TermFacts, seat_state, seats_on, sector_balance
from app.domain.vocabulary import SeatKind, SeatState, Sector
from app.models import Body, Seat, Term
from app.services.roster import seat_facts, seat_title, term_facts
from app.services.rotation import SeatProposal, seat_proposals
from app.store.queries.council import rules_on, the_council
from app.store.queries.roster import seats_of


class SpanKind(StrEnum):
    """What fills a seat over some days."""

    TERM = "term"
    CARRIED_OVER = "carried_over"
    VACANT = "vacant"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some days of a seat; `to_on` is the first day after, None for as long as the picture goes.

    `label` is what is written on it: the person in a permanent seat, the institution in another.
    """

    kind: SpanKind
    from_on: date
    to_on: date | None
    label: str = ""
    institution: str = ""
    person: str = ""
    term_id: int | None = None
    reasons: tuple[Reason, ...] = ()
    override_reason: str = ""

    @property
    def last_on(self) -> date | None:
        """The last day, as the screen shows it."""
        return None if self.to_on is None else self.to_on - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One row of the picture; seats of the same name are told apart by a number."""

    seat_id: int
    title: str
    sector: Sector
    kind: SeatKind
    term_years: int | None
    appointed_by: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFacts:
    """A body's seats through whole years, with proposals as of `today`."""

    today: date
    body_code: str
    body_name: str
    council: str
    is_fictitious: bool
    seats: tuple[SeatLine, ...]
    first_year: int
    last_year: int
    balance: Mapping[Sector, int]

    @property
    def years(self) -> int:
        """How many years the picture covers."""
        return self.last_year - self.first_year + 1


def timeline_facts(session: Session, body: Body, today: date) -> TimelineFacts:
    """Every seat that somebody has had or that there is today, with what is known of its days."""
    seats = [
        seat
        for seat in seats_of(session, body.id)
        if seat.terms or seat.valid_to is None or seat.valid_to > today
    ]
    council = the_council(session)
    names = _titles(seats, today)
    open_seats = {one.seat_id: one for one in seat_proposals(session, body, today)}
    first = min(
        (term.start_on for seat in seats for term in seat.terms), default=date(today.year, 1, 1)
    )
    lines = tuple(
        _line(seat, names[seat.id], tuple(_spans(seat, body, open_seats.get(seat.id), today)))
        for seat in seats
    )
    ends = [span.last_on for line in lines for span in line.spans if span.last_on is not None]
    return TimelineFacts(
        today=today,
        body_code=body.code,
        body_name=body.short_name,
        council=council.name,
        is_fictitious=council.is_fictitious,
        seats=lines,
        first_year=min(first.year, today.year),
        last_year=max([today.year + 1, *(end.year for end in ends)]),
        balance=sector_balance(seats_on((seat_facts(seat, today) for seat in seats), today)),
    )


def _titles(seats: Sequence[Seat], today: date) -> dict[int, str]:
    """`Kommunedirektør 1`, `Kommunedirektør 2`, where several seats have the same title."""
    titles = {seat.id: seat_title(seat, today) for seat in seats}
    several = Counter(titles.values())
    used: Counter[str] = Counter()
    named = {}
    for key, title in titles.items():
        used[title] += 1
        named[key] = f"{title} {used[title]}" if several[title] > 1 else title
    return named


def _line(seat: Seat, title: str, spans: tuple[Span, ...]) -> SeatLine:
    return SeatLine(
        seat_id=seat.id,
        title=title,
        sector=seat.sector,
        kind=seat.kind,
        term_years=seat.term_years,
        appointed_by=seat.appointed_by,
        spans=spans,
    )


def _spans(seat: Seat, body: Body, proposal: SeatProposal | None, today: date) -> Iterator[Span]:
    """Terms with what lies between them; before the first term nothing is known."""
    facts = [term_facts(term) for term in seat.terms]
    before: TermFacts | None = None
    for term, fact in zip(seat.terms, facts, strict=True):
        if before is not None and before.to_on is not None and before.to_on < fact.from_on:
            yield _gap(seat, body, facts, before.to_on, fact.from_on)
        yield _term(seat, term)
        before = fact
    yield from _after(seat, body, facts, proposal, today)


def _after(
    seat: Seat,
    body: Body,
    facts: Sequence[TermFacts],
    proposal: SeatProposal | None,
    today: date,
) -> Iterator[Span]:
    """What comes after the last term, when it is over or is to be followed soon."""
    end = facts[-1].to_on if facts else max(seat.valid_from, date(today.year, 1, 1))
    if end is None or not (proposal or end <= today or _is_ending(seat, body, facts, today)):
        return
    if seat.valid_to is not None and seat.valid_to <= end:
        return
    named = proposal if proposal is not None and proposal.institution else None
    stop = seat.valid_to if named is None else named.from_on
    if stop is None or end < stop:
        yield _gap(seat, body, facts, end, stop)
    if named is not None:
        yield _proposed(named)


def _is_ending(seat: Seat, body: Body, facts: Sequence[TermFacts], today: date) -> bool:
    rules = rules_on(body, today)
    standing = seat_state(
        seat_facts(seat, today),
        facts,
        today,
        carried_over=rules.seats_carried_over,
        notice_days=max(rules.term_notice_days, default=0),
    )
    return standing.state is SeatState.ENDING


def _gap(
    seat: Seat, body: Body, facts: Sequence[TermFacts], start: date, stop: date | None
) -> Span:
    """Days without a term: the last one is carried over, or the seat is vacant (R7)."""
    carried_over = rules_on(body, start).seats_carried_over
    standing = seat_state(seat_facts(seat, start), facts, start, carried_over=carried_over)
    if standing.state is not SeatState.CARRIED_OVER or standing.term is None:
        return Span(kind=SpanKind.VACANT, from_on=start, to_on=stop)
    term = next(one for one in seat.terms if one.id == standing.term.id)
    held = _term(seat, term)
    return Span(
        kind=SpanKind.CARRIED_OVER,
        from_on=start,
        to_on=stop,
        label=held.label,
        institution=held.institution,
        person=held.person,
        term_id=held.term_id,
    )


def _term(seat: Seat, term: Term) -> Span:
    person = term.person.name if term.person is not None else ""
    short = term.institution.short_name
    return Span(
        kind=SpanKind.TERM,
        from_on=term.start_on,
        to_on=term.end_on,
        label=short if seat.kind is SeatKind.ROTATING else person or short,
        institution=term.institution.name,
        person=person,
        term_id=term.id,
        override_reason=term.override_reason,
    )


def _proposed(proposal: SeatProposal) -> Span:
    return Span(
        kind=SpanKind.PROPOSAL,
        from_on=proposal.from_on,
        to_on=None if proposal.to_on is None else proposal.to_on + timedelta(days=1),
        label=proposal.institution_short or "",
        institution=proposal.institution or "",
        reasons=proposal.reasons,
    )
