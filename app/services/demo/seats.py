"""The terms of every seat of every body, person by person (R2–R8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.intervals import Interval
from app.domain.vocabulary import SeatKind, TermEnd
from app.services.demo.frame import Frame
from app.services.demo.people import (
    ELECTED_ON,
    Careers,
    Person,
    Tenure,
    election_after,
    election_before,
)
from app.services.demo.setting import Setting
from app.services.demo.turns import SeatTerm
from app.services.profiles.shape import SeatSpec

OFFICES = {
    "Ordfører": "mayor",
    "Opposisjonsleder": "opposition",
    "Rådmann": "chief",
    "Kommunedirektør": "chief",
    "Næringsansvarlig": "business",
    "Formannskapet": "mayor",
}
"""Which office sits in a seat, by the first word of the seat's title."""

DEPUTY_OFFICES = {"chief": "section", "head": "second"}
"""Who stands in for whom, by exception (R4)."""

OTHER_BUSINESS = ("NHO Trøndelag", "Virke", "Bondelaget")
"""Who has taken turns in the seat that NAT fills."""

WORKING_COMMITTEE = {1: ("Trondheim", "mayor"), 2: ("Stjørdal", "mayor")}
"""Leader and deputy leader of Regionrådet."""


@dataclass(slots=True)
class TermPlan:
    """One person's term in a seat."""

    number: int
    body: str
    seat: int
    institution: int
    office: str
    person: Person
    interval: Interval
    ended: TermEnd | None = None
    override_reason: str = ""
    deputies: list[Person] = field(default_factory=list)
    votes: bool = True


@dataclass(frozen=True, slots=True)
class ObserverPlan:
    """Someone who observes Næringsrådet (R5)."""

    institution: int
    person: Person
    interval: Interval


@dataclass(frozen=True, slots=True)
class Roster:
    """Every term, and who observes."""

    terms: tuple[TermPlan, ...]
    observers: tuple[ObserverPlan, ...]

    def sitting(self, body: str, on: date) -> list[TermPlan]:
        """The terms of a body that hold on a day, by seat."""
        return [one for one in self.terms if one.body == body and one.interval.contains(on)]


def roster(
    frame: Frame, setting: Setting, everyone: Careers, rotating: Sequence[SeatTerm]
) -> Roster:
    """Who sits and observes from before the first year until after today."""
    found: list[TermPlan] = []
    for body in setting.profile.bodies:
        for seat in body.seats:
            for term in _terms_of(frame, setting, body.code, seat, rotating):
                found.extend(_people_in(frame, everyone, body.code, seat, term))
    ordered = sorted(found, key=lambda one: (one.body, one.seat, one.interval.from_on))
    for number, one in enumerate(ordered, start=1):
        one.number = number
    return Roster(tuple(ordered), tuple(_observers(frame, setting, everyone)))


@dataclass(frozen=True, slots=True)
class _Held:
    """An institution's hold on a seat, and the office that fills it."""

    term: SeatTerm
    office: str


def _terms_of(
    frame: Frame, setting: Setting, body: str, seat: SeatSpec, rotating: Sequence[SeatTerm]
) -> Iterator[_Held]:
    if seat.rotates_among is not None:
        own = (term for term in rotating if term.seat == seat.number)
        yield from (_Held(term, "chief") for term in own)
    elif body == "AU":
        yield from _committee(frame, setting, seat)
    elif seat.kind is SeatKind.ROTATING:
        yield from _other_business(frame, setting, seat)
    else:
        yield from _fixed(frame, setting, seat)


def _fixed(frame: Frame, setting: Setting, seat: SeatSpec) -> Iterator[_Held]:
    """A seat that is always the same institution's, or its heir's after a merger."""
    on = seat.valid_from
    office = OFFICES.get(seat.titles[0].title.split()[0], "head")
    while seat.valid_to is None or on < seat.valid_to:
        owner = setting.owner(seat, on)
        if owner is None:
            return
        ends = setting.spec(owner).valid_to
        last = min((day for day in (ends, seat.valid_to) if day is not None), default=None)
        ended = TermEnd.MERGER if last is not None and last <= frame.today else None
        yield _Held(SeatTerm(seat.number, owner, Interval(on, last), ended), office)
        if last is None:
            return
        on = last


def _other_business(frame: Frame, setting: Setting, seat: SeatSpec) -> Iterator[_Held]:
    """Two years each; the last of them ran out at New Year, and nobody has been named since."""
    vacant_from = date(frame.today.year, 1, 1)
    year = frame.first_year
    turn = 0
    while date(year, 1, 1) < vacant_from:
        length = 2 if (vacant_from.year - year) % 2 == 0 else 1
        institution = setting.called(OTHER_BUSINESS[turn % len(OTHER_BUSINESS)])
        interval = Interval(date(year, 1, 1), date(year + length, 1, 1))
        yield _Held(SeatTerm(seat.number, institution, interval, TermEnd.RAN_OUT), "representative")
        year, turn = year + length, turn + 1


def _committee(frame: Frame, setting: Setting, seat: SeatSpec) -> Iterator[_Held]:
    """The working committee: two by office, two by turns of two years."""
    if seat.number in WORKING_COMMITTEE:
        name, office = WORKING_COMMITTEE[seat.number]
        first = max(seat.valid_from, election_before(frame.start_on))
        yield _Held(SeatTerm(seat.number, setting.called(name), Interval(first)), office)
        return
    office = "mayor" if seat.votes else "chief"
    taken = {setting.called(name) for name, _ in WORKING_COMMITTEE.values()}
    for turn, year in enumerate(range(frame.first_year, frame.today.year + 1, 2)):
        start, end = date(year, 1, 1), date(year + 2, 1, 1)
        pool = [
            one
            for one in setting.municipalities(start)
            if one not in taken and setting.spec(one).holds_on(date(year + 1, 12, 31))
        ]
        institution = pool[(turn * 3 + seat.number) % len(pool)]
        ended = TermEnd.RAN_OUT if end <= frame.today else None
        yield _Held(SeatTerm(seat.number, institution, Interval(start, end), ended), office)


def _people_in(
    frame: Frame, everyone: Careers, body: str, seat: SeatSpec, held: _Held
) -> Iterator[TermPlan]:
    """The institution's term, parted where another person takes the office over."""
    term = held.term
    tenures = everyone.of(term.institution, held.office)
    for tenure in tenures:
        interval = _shared(tenure.interval, term.interval, seat.valid_from)
        if interval is None:
            continue
        is_first = interval.from_on == term.interval.from_on
        yield TermPlan(
            number=0,
            body=body,
            seat=seat.number,
            institution=term.institution,
            office=held.office,
            person=tenure.person,
            interval=interval,
            ended=_why_ended(frame, interval, term),
            override_reason=term.override_reason if is_first else "",
            deputies=_deputies(everyone, tenure, held.office, interval, body),
            votes=seat.votes,
        )


def _shared(one: Interval, other: Interval, earliest: date) -> Interval | None:
    start = max(one.from_on, other.from_on, earliest)
    ends = [day for day in (one.to_on, other.to_on) if day is not None]
    end = min(ends, default=None)
    return Interval(start, end) if end is None or start < end else None


def _why_ended(frame: Frame, interval: Interval, term: SeatTerm) -> TermEnd | None:
    end = interval.to_on
    if end is None or end > frame.today:
        return None
    if end == term.interval.to_on:
        return term.ended
    is_election = (end.month, end.day) == ELECTED_ON and election_after(interval.from_on) == end
    return TermEnd.ELECTION if is_election else TermEnd.LEFT


def _deputies(
    everyone: Careers, tenure: Tenure, office: str, interval: Interval, body: str
) -> list[Person]:
    if body != "NR" or office not in DEPUTY_OFFICES:
        return []
    seconds = [
        one.person
        for one in everyone.of(tenure.institution, DEPUTY_OFFICES[office])
        if one.interval.overlaps(interval) and one.person is not tenure.person
    ]
    return seconds[-1:]


def _observers(frame: Frame, setting: Setting, everyone: Careers) -> Iterator[ObserverPlan]:
    """Næringssjefer, some of their advisers, and three from NAT (R5)."""
    watching = {"business", "adviser"}
    alliance = setting.called("NAT")
    for tenure in sorted(everyone.tenures, key=lambda one: (one.institution, one.office)):
        is_municipal = setting.spec(tenure.institution).kind.value == "municipality"
        is_one = (is_municipal and tenure.office in watching) or tenure.institution == alliance
        interval = _shared(tenure.interval, Interval(frame.start_on), frame.start_on)
        if is_one and interval is not None:
            yield ObserverPlan(tenure.institution, tenure.person, interval)
