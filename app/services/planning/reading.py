"""Reads what a year is planned by: patterns, rules, people, holidays and blocked days (R22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from app.domain.day_judgement import BodyYear, QuietTime, TakenDay, quiet_time_of
from app.domain.day_patterns import pattern_of
from app.domain.hosts import HostTurn
from app.domain.intervals import Interval
from app.domain.vocabulary import DeadlineKind
from app.models import Body
from app.services.deadline_rules import deadline_rules
from app.services.planning.facts import BodyDays
from app.services.year.facts import YearPoint
from app.services.year.ground import blocked_days, own_days
from app.store.queries import planning as read
from app.store.queries.council import bodies, rules_on
from app.store.queries.planning import EarlierMeeting

_JULY = 7


@dataclass(frozen=True, slots=True)
class Usual:
    """A body's usual times, `HH:MM`, and place."""

    start: str
    end: str
    place: str


class PlanFacts:
    """All that is read for the plan of `year`, once."""

    def __init__(
        self, session: Session, year: int, points: Sequence[YearPoint], today: date
    ) -> None:
        self.year, self._today = year, today
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.bodies = [body for body in bodies(session) if _exists_in(body, first, last)]
        self._meetings = read.meetings_until(session, last + timedelta(days=366))
        self._common = read.bodies_with_common_people(session, first, last)
        self._own_days = own_days(session)
        self._points = points
        self.blocked = blocked_days(session)

    @cached_property
    def _by_body(self) -> dict[int, list[EarlierMeeting]]:
        found: dict[int, list[EarlierMeeting]] = {}
        for meeting in self._meetings:
            found.setdefault(meeting.body_id, []).append(meeting)
        return found

    def of(self, body: Body) -> list[EarlierMeeting]:
        """The body's meetings, by date."""
        return self._by_body.get(body.id, [])

    def body_days(self) -> tuple[BodyDays, ...]:
        """By what each body's year is planned."""
        return tuple(self._days_of(body) for body in self.bodies)

    def body_years(self, days: Iterable[BodyDays]) -> list[BodyYear]:
        """The same for the rule."""
        by_code = {one.body: one for one in days}
        codes = {body.id: body.code for body in self.bodies}
        return [self._body_year(body, by_code[body.code], codes) for body in self.bodies]

    def taken(self) -> list[TakenDay]:
        """Every meeting that is there, for the rule to keep clear of."""
        return [
            TakenDay(body.code, one.on, is_extra=not one.is_ordinary)
            for body in self.bodies
            for one in self.of(body)
            if abs(one.on.year - self.year) <= 1
        ]

    def turns(self, body: Body) -> list[HostTurn]:
        """Who hosted the body, and who has agreed to."""
        return [HostTurn(one.host_id, one.on) for one in self.of(body) if one.host_id is not None]

    def usual(self, body: Body) -> Usual:
        """The times of its last ordinary meeting, else by its rules, and where it mostly meets."""
        ordinary = [one for one in self.of(body) if one.is_ordinary]
        if not ordinary:
            return Usual("", "", "")
        last = ordinary[-1]
        places = Counter(one.place for one in ordinary if one.on.year == last.on.year)
        most = max(places.values())
        place = next(one.place for one in reversed(ordinary) if places[one.place] == most)
        return Usual(last.start, last.end, place)

    def _days_of(self, body: Body) -> BodyDays:
        own = self._own_days.get(body.id)
        if own:
            return BodyDays(body.code, body.short_name, tuple(sorted(own)), None)
        before = self._pattern_meetings(body)
        days = tuple(sorted(pattern_of(one.on) for one in before))
        return BodyDays(body.code, body.short_name, days, before[0].on.year if before else None)

    def _pattern_meetings(self, body: Body) -> list[EarlierMeeting]:
        """The ordinary meetings of the year before, else of the latest year that has some.

        A year that has yet to come may not be planned to its end: the one before it counts, when
        that has more.
        """
        by_year: dict[int, list[EarlierMeeting]] = {}
        for one in self.of(body):
            if one.is_ordinary and one.on.year < self.year:
                by_year.setdefault(one.on.year, []).append(one)
        if not by_year:
            return []
        latest = max(by_year)
        before = by_year.get(latest - 1, [])
        is_to_come = latest > self._today.year
        return before if is_to_come and len(before) > len(by_year[latest]) else by_year[latest]

    def _body_year(self, body: Body, days: BodyDays, codes: dict[int, str]) -> BodyYear:
        rules = {rule.kind: rule for rule in deadline_rules(body)}
        life = Interval(body.valid_from, body.valid_to)
        quiet = {quiet_time_of(one.on) for one in self._pattern_meetings(body)}
        if days.is_own and any(day.month == _JULY for day in days.days):
            quiet.add(QuietTime.JULY)
        return BodyYear(
            code=body.code,
            patterns=tuple(day for day in days.days if life.contains(day.in_year(self.year))),
            recommends_to=codes.get(body.recommends_to_id or 0),
            minutes_out=rules.get(DeadlineKind.MINUTES_OUT),
            papers=rules.get(DeadlineKind.PAPERS),
            shares_people_with=frozenset(
                other for code, other in self._common if code == body.code
            ),
            fixed_months=frozenset(
                point.month_on.month
                for point in self._points
                if point.body == body.code and not point.is_dropped
            ),
            quiet_times=frozenset(one for one in quiet if one is not None),
        )


def by_rules(body: Body, on: date) -> tuple[str, int]:
    """When the body's meetings start, `HH:MM`, and how many minutes they take (R25)."""
    rules = rules_on(body, on)
    return rules.meeting_start, rules.meeting_minutes


def _exists_in(body: Body, first_on: date, last_on: date) -> bool:
    return body.valid_from <= last_on and (body.valid_to is None or body.valid_to > first_on)
