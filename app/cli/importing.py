"""`import`: members, persons, observers and institutions from lists, with a report per row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.common import (
    VOICE,
    BodyCode,
    File,
    Json,
    Today,
    follow,
    in_words,
    print_json,
    print_table,
    wiring,
)
from app.domain.errors import UserError
from app.domain.imports.entries import Outcome
from app.domain.imports.fields import Subject
from app.i18n.catalogue import _
from app.services.imports.preview import Preview

Table = Annotated[
    Path, typer.Argument(metavar="TABELL", help="Listen som .xlsx eller .csv.", readable=False)
]

COUNTS = _("{new:ny|nye}, {changed:endret|endret}, {unchanged:uendret|uendret}, {wrong:feil|feil}.")


@in_words
def import_(
    context: typer.Context,
    file: File,
    what: Annotated[
        Subject,
        typer.Argument(metavar="HVA", help="members, persons, observers eller institutions."),
    ],
    table: Table,
    body: BodyCode = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="ARK", help="Arket i arbeidsboken.")
    ] = None,
    skip_wrong: Annotated[
        bool, typer.Option("--skip-wrong", help="La radene med feil stå utenfor.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Vis, men lagre ikke.")] = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Les inn medlemmer, personer, observatører eller institusjoner fra Excel."""
    with wiring(context).open(file, today=today, writing=not dry_run) as house:
        listing = follow(house.imports.read(table, sheet), quiet=as_json)
        preview = follow(house.imports.weigh(listing, what, body=body), quiet=as_json)
        refused: UserError | None = None
        if not dry_run:
            try:
                store = house.imports.store(preview, leave_out_wrong=skip_wrong)
                follow(store, quiet=as_json)
            except UserError as error:
                refused = error
    is_stored = not dry_run and refused is None
    if as_json:
        print_json(_record(preview, is_stored=is_stored))
    else:
        _show(preview, is_stored=is_stored)
    if refused is not None:
        raise refused


def _record(preview: Preview, *, is_stored: bool) -> dict[str, object]:
    counts = preview.counts
    return {
        "new": counts[Outcome.NEW],
        "changed": counts[Outcome.CHANGED],
        "unchanged": counts[Outcome.UNCHANGED],
        "wrong": [{"row": row.row, "why": row.why(VOICE)} for row in preview.wrong],
        "stored": is_stored,
        "rows": [
            {
                "row": row.row,
                "outcome": row.outcome,
                "who": row.who,
                "where": row.where,
                "why": row.why(VOICE),
            }
            for row in preview.rows
        ],
    }


def _show(preview: Preview, *, is_stored: bool) -> None:
    rows = [
        (row.row, VOICE.label("import_outcome", row.outcome), row.who, row.where, row.why(VOICE))
        for row in preview.rows
        if row.outcome is not Outcome.UNCHANGED
    ]
    if rows:
        print_table(("Rad", "Utfall", "Hvem", "Hvor", "Hvorfor"), rows)
    counts = {outcome.value: number for outcome, number in preview.counts.items()}
    print(VOICE.fill(COUNTS, **counts))
    if preview.begins_on is not None:
        words = _("Rader uten første dag begynner {on:dato}.")
        print(VOICE.fill(words, on=preview.begins_on), file=sys.stderr)
    if is_stored:
        print(VOICE.word(_("Lagret.")))
