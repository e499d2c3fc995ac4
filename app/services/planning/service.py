"""Proposes a year: days, hosts, fixed points and deadlines, each with its reasons (R17–R22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.day_judgement import YearDays
from app.domain.errors import UserError
from app.domain.hosts import propose_hosts
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import InstitutionKind, MeetingStatus
from app.domain.year_plan import PlannedMeeting, propose_year
from app.models import Body
from app.services.deadline_rules import deadline_rules
from app.services.desk import Desk
from app.services.editing.clock_times import shifted
from app.services.editing.meeting_limits import FIRST_YEAR, LAST_YEAR
from app.services.holidays import is_holiday
from app.services.hosting.reading import passed_turns
from app.services.planning.arranging import arranged, in_words
from app.services.planning.facts import (
    ExistingRow,
    Ground,
    HostOption,
    PlannedRow,
    YearPlan,
)
from app.services.planning.reading import PlanFacts, Usual, by_rules
from app.services.year.facts import YearView
from app.services.year.service import year_view
from app.store.queries.hosting import host_passes
from app.store.queries.planning import institutions
from app.store.queries.seat_facts import institution_facts

YEARS_AHEAD = 20
"""How far ahead a year may be planned."""


class PlanningService:
    """Reads a proposal; what is taken of it is stored by the editor `planning`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self, year: int | None = None) -> YearPlan:
        """The proposal for a year, the next one by default; `UserError` when it is no such year."""
        with self._desk.reading() as session:
            today = self._desk.today(session)
            return year_plan(session, today.year + 1 if year is None else year, today)


def out_of_range(text: str) -> UserError:
    """That what was typed is no year to plan for."""
    return UserError(
        "year_out_of_range",
        text=text,
        first=str(FIRST_YEAR),
        last=str(LAST_YEAR),
        example="2027",
    )


def read_year(text: str) -> int:
    """The year that was typed; `UserError` when it is none."""
    if not (text.isascii() and text.isdecimal()) or len(text) != 4:
        raise out_of_range(text)
    return int(text)


def check_year(year: int, today: date) -> None:
    """`UserError` when nobody would plan that year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise out_of_range(str(year))
    if year < today.year:
        raise UserError("year_is_over", year=str(year))
    if year > today.year + YEARS_AHEAD:
        raise UserError("year_too_far", year=str(year), last=str(today.year + YEARS_AHEAD))


def year_plan(session: Session, year: int, today: date) -> YearPlan:
    """What is proposed for `year`, as it stands today."""
    check_year(year, today)
    view = year_view(session, year, today)
    facts = PlanFacts(session, year, view.points, today)
    body_days = facts.body_days()
    body_years = facts.body_years(body_days)
    taken = facts.taken()
    found = propose_year(
        year,
        body_years,
        is_holiday=is_holiday,
        blocked=facts.blocked,
        taken=taken,
        today=today,
    )
    usual = {body.code: facts.usual(body) for body in facts.bodies}
    ground = Ground(
        days=YearDays(
            {one.code: one for one in body_years}, is_holiday, facts.blocked, taken, today
        ),
        names={body.code: body.short_name for body in facts.bodies},
        rules={body.code: deadline_rules(body) for body in facts.bodies},
        points=tuple(point for point in view.points if point.lacks_meeting),
        usual_places={code: one.place for code, one in usual.items()},
    )
    plan = YearPlan(
        year=year,
        today=today,
        rows=(),
        existing=_existing(view),
        bodies=body_days,
        blocked=view.blocked,
        lacking=(),
        hosts=_hosts(session),
        ground=ground,
    )
    rows = _Rows(session, facts, plan, usual).all(found)
    return arranged(replace(plan, rows=rows), {})


Hosting = tuple[int | None, tuple[Reason, ...]]
"""The institution that should host, and why."""


class _Rows:
    """Gives every proposed day its times, place and host."""

    def __init__(
        self, session: Session, facts: PlanFacts, plan: YearPlan, usual: dict[str, Usual]
    ) -> None:
        self._session, self._facts, self._plan, self._usual = session, facts, plan, usual
        self._every = institution_facts(session)
        self._bodies = {body.code: body for body in facts.bodies}

    def all(self, found: list[PlannedMeeting]) -> tuple[PlannedRow, ...]:
        """The rows, by day."""
        hosts: dict[tuple[str, date], Hosting] = {}
        for body in self._facts.bodies:
            if body.is_hosted_in_turns:
                hosts.update(self._hosts(body, [one.on for one in found if one.body == body.code]))
        keys: dict[str, int] = {}
        rows = []
        for one in found:
            key = f"{one.body}-{one.nominal_on.isoformat()}"
            keys[key] = keys.get(key, 0) + 1
            key = key if keys[key] == 1 else f"{key}-{keys[key]}"
            rows.append(self._row(key, one, hosts.get((one.body, one.on), (None, ()))))
        return tuple(rows)

    def _hosts(self, body: Body, days: list[date]) -> Iterator[tuple[tuple[str, date], Hosting]]:
        """Who should host on each of the days, as the round has it (R18).

        A meeting that is there and lacks its host has its turn among them.
        """
        lacking = [
            one.on
            for one in self._facts.of(body)
            if one.host_id is None and one.on >= self._plan.today
        ]
        passed = passed_turns(host_passes(self._session, body.id))
        turns = self._facts.turns(body)
        for one in propose_hosts(turns, self._every, [*lacking, *days], passes=passed):
            host_id = one.host.id if one.host is not None else None
            yield (body.code, one.on), (host_id, one.reasons)

    def _row(self, key: str, one: PlannedMeeting, hosting: Hosting) -> PlannedRow:
        body, plan = self._bodies[one.body], self._plan
        start, end = self._times(body, one.on)
        host_id, reasons = hosting
        host = plan.host(host_id)
        return PlannedRow(
            key=key,
            body=one.body,
            body_name=body.short_name,
            on=one.on,
            nominal_on=one.nominal_on,
            start=start,
            end=end,
            place=host.place if host is not None else plan.ground.usual_places[one.body],
            host_id=host_id,
            host=host.short if host is not None else None,
            host_reasons=reasons,
            is_hosted_in_turns=body.is_hosted_in_turns,
            entries=(),
            deadlines=(),
            moved=in_words(one.moved, plan.ground),
            warnings=(),
        )

    def _times(self, body: Body, on: date) -> tuple[str, str]:
        usual = self._usual[body.code]
        if usual.start:
            return usual.start, usual.end
        start, minutes = by_rules(body, on)
        return start, shifted(start, minutes)


def _existing(view: YearView) -> tuple[ExistingRow, ...]:
    return tuple(
        ExistingRow(
            meeting_id=one.id,
            body=one.body,
            body_name=one.body_name,
            name=one.name,
            on=one.held_on,
            start=one.start,
            end=one.end,
            host=one.host,
            status=one.status,
            entries=tuple(
                point.title
                for point in view.points
                if point.meeting_id == one.id and not point.is_dropped
            ),
        )
        for one in view.meetings
        if one.status is not MeetingStatus.CANCELLED
    )


def _hosts(session: Session) -> tuple[HostOption, ...]:
    return tuple(
        HostOption(
            row.id,
            row.name,
            row.short_name,
            Interval(row.valid_from, row.valid_to),
            row.meeting_place,
        )
        for row in institutions(session)
        if row.kind is InstitutionKind.MUNICIPALITY
    )
