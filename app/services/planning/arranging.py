"""A plan as it stands with what the user has changed in it: judged anew, nothing read (R22)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from app.domain.day_judgement import TakenDay, against
from app.domain.deadlines import deadlines
from app.domain.reasons import Reason
from app.services.holidays import holidays_of, is_holiday
from app.services.planning.facts import Change, Ground, PlannedRow, YearPlan
from app.services.year.facts import YearPoint


def arranged(
    plan: YearPlan, changes: Mapping[str, Change], left_out: Collection[str] = ()
) -> YearPlan:
    """`plan` with the chosen days and hosts; a proposal that is `left_out` is in nobody's way."""
    chosen = [_chosen(plan, row, changes.get(row.key)) for row in plan.rows]
    rows = sorted(chosen, key=lambda row: (row.on, row.body, row.key))
    taken_up = _taken_up(plan, [row for row in rows if row.key not in left_out])
    judged = tuple(
        replace(
            row,
            warnings=_warnings(plan, row, rows, left_out),
            deadlines=tuple(deadlines(row.on, plan.ground.rules[row.body], is_holiday)),
            entries=tuple(point.title for point, key in taken_up if key == row.key),
        )
        for row in rows
    )
    lacking = tuple(point for point, key in taken_up if key is None)
    return replace(plan, rows=judged, lacking=lacking)


def in_words(reasons: Iterable[Reason], ground: Ground) -> tuple[Reason, ...]:
    """The same reasons with the names that people know."""
    return tuple(_named(reason, ground) for reason in reasons)


def _chosen(plan: YearPlan, row: PlannedRow, change: Change | None) -> PlannedRow:
    if change is None or (change.on, change.host_id) == (row.on, row.host_id):
        return row
    host = plan.host(change.host_id)
    changed = replace(row, on=change.on, is_changed=True)
    if change.on != row.on:
        changed = replace(changed, moved=())
    if change.host_id != row.host_id:
        changed = replace(
            changed,
            host_id=change.host_id,
            host=host.short if host is not None else None,
            place=host.place if host is not None else plan.ground.usual_places[row.body],
            host_reasons=(),
        )
    return changed


def _warnings(
    plan: YearPlan, row: PlannedRow, rows: Iterable[PlannedRow], left_out: Collection[str]
) -> tuple[Reason, ...]:
    others = [
        TakenDay(one.body, one.on, one.nominal_on)
        for one in rows
        if one.key != row.key and one.key not in left_out
    ]
    ground = plan.ground
    days = replace(ground.days, meetings=[*ground.days.meetings, *others])
    found = in_words(against(days.bodies[row.body], row.on, row.nominal_on, days), ground)
    host = plan.host(row.host_id)
    if host is not None and not host.lifetime.contains(row.on):
        found = (*found, Reason("host_not_there", name=host.name))
    return found


def _taken_up(plan: YearPlan, rows: Iterable[PlannedRow]) -> list[tuple[YearPoint, str | None]]:
    """Every fixed point that no meeting has yet, with the key of the one that will."""
    first: dict[tuple[str, int], str] = {}
    for row in rows:
        first.setdefault((row.body, row.on.month), row.key)
    return [(point, first.get((point.body, point.month_on.month))) for point in plan.ground.points]


def _named(reason: Reason, ground: Ground) -> Reason:
    params = dict(reason.params)
    body, on = params.get("body"), params.get("on")
    if isinstance(body, str):
        params["body"] = ground.names.get(body, body)
    if reason.code == "day_is_holiday" and isinstance(on, date):
        holiday = holidays_of(on.year).get(on)
        if holiday is not None:
            return Reason("day_has_holiday", on=on, holiday=holiday)
    return Reason(reason.code, **params)
