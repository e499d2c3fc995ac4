"""`plan-year`: a year's meetings as they would be proposed, and storing them all (R22)."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cli.common import VOICE, File, Json, Today, in_words, print_json, print_table, wiring
from app.domain.vocabulary import DeadlineKind
from app.i18n.voice import capital
from app.services.planning import words
from app.services.planning.facts import PlannedRow, YearPlan
from app.services.planning.service import read_year

Year = Annotated[str, typer.Argument(metavar="ÅR", help="Året som planlegges, for eksempel 2027.")]
Accept = Annotated[bool, typer.Option("--accept", help="Legg inn alle de foreslåtte møtene.")]


@in_words
def plan_year(
    context: typer.Context,
    file: File,
    year: Year,
    accept: Accept = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Foreslå møtene i et år, med vert, faste punkter og frister."""
    wanted = read_year(year)
    with wiring(context).open(file, today=today, writing=accept) as house:
        plan = house.planning.plan(wanted)
        if accept and plan.rows:
            house.edit.planning.accept_all(wanted)
    if as_json:
        print_json([_record(row, plan) for row in plan.rows])
        return
    _print(plan, is_stored=accept)


def _print(plan: YearPlan, *, is_stored: bool) -> None:
    if not plan.rows:
        print(f"Ingen nye møter å foreslå i {plan.year}.")
    else:
        print_table(
            ("Dato", "Organ", "Tid", "Sted", "Vert", "Faste punkter", "Sakspapirer ut", "Merknad"),
            [_cells(row) for row in plan.rows],
        )
    for point in plan.lacking:
        month = VOICE.formats.month(point.month_on)
        print(f"{point.title} har ikke noe møte i {point.body_name} i {month}.")
    if plan.rows:
        count = VOICE.fill("{n:møte|møter}", n=len(plan.rows))
        said = "er lagt inn." if is_stored else "er foreslått. Bruk --accept for å legge dem inn."
        print(f"{count} {said}")


def _cells(row: PlannedRow) -> tuple[object, ...]:
    papers = (one.on for one in row.deadlines if one.kind is DeadlineKind.PAPERS)
    remarks = [words.moved(row, VOICE), words.warnings(row.warnings, VOICE)]
    return (
        capital(VOICE.formats.weekday_date(row.on)),
        row.body_name,
        VOICE.clock_range(row.start, row.end),
        row.place or None,
        row.host,
        "; ".join(row.entries) or None,
        next(papers, None),
        " ".join(remark for remark in remarks if remark) or None,
    )


def _record(row: PlannedRow, plan: YearPlan) -> dict[str, Any]:
    host = plan.host(row.host_id)
    return {
        "body": row.body,
        "date": row.on,
        "start": row.start,
        "end": row.end,
        "host": host.name if host is not None else None,
        "entries": list(row.entries),
        "deadlines": {one.kind.value: one.on for one in row.deadlines},
        "moved_because": words.moved(row, VOICE),
        "key": row.key,
        "usual_date": row.nominal_on,
        "place": row.place,
        "host_reasons": [VOICE.say(reason) for reason in row.host_reasons],
        "warnings": [VOICE.say(reason) for reason in row.warnings],
    }
