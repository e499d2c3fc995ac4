"""`publish`, `papers`, `minutes`, `export` and `import-plan`: a meeting's own work."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.common import (
    VOICE,
    BodyCode,
    File,
    Force,
    Json,
    Meeting,
    On,
    OutFile,
    OutFolder,
    Today,
    Year,
    finish,
    in_words,
    make_folder,
    print_json,
    wiring,
)
from app.documents.jobs import Format
from app.domain.errors import UserError
from app.domain.plan_text import PlanText
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.services.exports.service import Export

Formats = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="pdf, docx, eller begge med komma mellom.")
]
BOTH = "pdf,docx"
BY_SCRIPT = _("Publisert fra kommandolinjen.")


@in_words
def publish(
    context: typer.Context,
    file: File,
    meeting: Meeting,
    reason: Annotated[
        str, typer.Option("--reason", help="Begrunnelse for å publisere tross advarsler.")
    ] = BY_SCRIPT,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Publiser sakslisten: sakene får nummer, og møtet er innkalt."""
    with wiring(context).open(file, today=today, writing=True) as house:
        published = house.meetings.publish(house.meetings.find(meeting), reason=reason)
    warnings = [VOICE.say(warning) for warning in published.warnings]
    if as_json:
        cases = [{"number": number, "title": title} for number, title in published.numbers]
        print_json({"meeting": published.label, "cases": cases, "warnings": warnings})
        return
    for number, title in published.numbers:
        print(f"{number}  {title}")
    for warning in warnings:
        print(warning, file=sys.stderr)


@in_words
def papers(
    context: typer.Context,
    file: File,
    meeting: Meeting,
    out: OutFolder,
    audience: Annotated[
        Audience, typer.Option("--audience", metavar="UTGAVE", help="members, observers, public.")
    ] = Audience.MEMBERS,
    formats: Formats = BOTH,
    force: Force = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Lag innkalling, saksliste, saksframlegg og vedlegg."""
    chosen = _formats(formats)
    make_folder(out)
    with wiring(context).open(file, today=today) as house:
        work = house.papers.make(
            house.meetings.find(meeting), audience, out, chosen, overwrite=force
        )
        finish(work, as_json=as_json)


@in_words
def minutes(
    context: typer.Context,
    file: File,
    meeting: Meeting,
    out: OutFolder,
    formats: Formats = BOTH,
    force: Force = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Lag møteprotokollen."""
    chosen = _formats(formats)
    make_folder(out)
    with wiring(context).open(file, today=today) as house:
        work = house.minutes.make(house.meetings.find(meeting), out, chosen, overwrite=force)
        finish(work, as_json=as_json)


@in_words
def export(
    context: typer.Context,
    file: File,
    what: Annotated[
        Export, typer.Argument(metavar="HVA", help="roster, decisions eller calendar.")
    ],
    out: OutFile,
    on: On = None,
    body: BodyCode = None,
    year: Year = None,
    force: Force = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Skriv medlemmer, vedtak eller kalenderen til Excel."""
    if year is not None and what is not Export.CALENDAR:
        raise UserError("year_only_for_calendar")
    if out.suffix.lower() != ".xlsx":
        raise UserError("out_must_be_xlsx", file=out.name)
    with wiring(context).open(file, today=today) as house:
        work = house.exports.make(what, out, on=on, body=body, year=year, overwrite=force)
        finish(work, as_json=as_json)


@in_words
def import_plan(
    context: typer.Context,
    file: File,
    plan: Annotated[
        Path, typer.Argument(metavar="PLAN", help="Planen som .txt eller .docx.", readable=False)
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Vis, men lagre ikke.")] = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Les inn planens vedtatte ordlyd."""
    with wiring(context).open(file, today=today, writing=not dry_run) as house:
        text = house.plan.read(plan)
        if as_json:
            print_json(_plan_record(text))
        else:
            _show_plan(text)
        if dry_run:
            return
        stored = house.plan.store(text)
    if not as_json:
        told = _("Lagret. {n} tekster er nye eller endret.")
        print(VOICE.fill(told, n=stored.wordings_changed))


def _formats(text: str) -> tuple[Format, ...]:
    known = {"pdf": Format.PDF, "docx": Format.DOCX}
    names = [part.strip().lower() for part in text.split(",") if part.strip()]
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None or not names:
        raise UserError("format_unknown", text=wrong or text, known=tuple(known))
    return tuple(known[name] for name in dict.fromkeys(names))


def _plan_record(text: PlanText) -> dict[str, object]:
    return {
        "overall_goal": text.overall_goal,
        "target_areas": [
            {
                "title": area.title,
                "goals": [
                    {
                        "number": goal.number,
                        "text": goal.text,
                        "strategies": [
                            {"number": strategy.number, "text": strategy.text}
                            for strategy in goal.strategies
                        ],
                    }
                    for goal in area.goals
                ],
            }
            for area in text.target_areas
        ],
    }


def _show_plan(text: PlanText) -> None:
    print(VOICE.fill(_("Overordnet mål: {text}"), text=text.overall_goal))
    for area in text.target_areas:
        print(f"\n{area.title}")
        for goal in area.goals:
            print(f"  {goal.number}  {goal.text}")
            for strategy in goal.strategies:
                print(f"    {strategy.number}  {strategy.text}")
